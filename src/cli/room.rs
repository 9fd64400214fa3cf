//! `gradus vote`, `gradus agree`, `gradus room`: a room by script.

use std::ffi::OsStr;

use anyhow::{Result, anyhow};

use super::args::{AgreeArgs, VoteArgs};
use crate::assessment::{Agreement, Change, Field, Method, RoundState, Session, Thing, Value, Vote};
use crate::desk::{Desk, OnDesk};
use crate::lang::{Lang, fill};
use crate::out;
use crate::report::{self, Names};
use crate::rubric::{Id, Question, QuestionIx, Rubric};
use crate::store::Use;
use crate::text::{Clean, clean_line};

/// Records votes; a rater who is not known yet joins.
pub fn vote(desk: &Desk, args: &VoteArgs) -> Result<i32> {
    let path = desk.resolve(&args.file)?;
    let on_desk = desk.open(&path, Use::Write)?;
    let from = args.from.as_deref();
    let from = from.map(|from| desk.votes_from(from, &on_desk.rubric, &on_desk.opened.assessment)).transpose()?;
    let notices = desk.record(on_desk, None, |on_desk, _| {
        votes(args, on_desk, from.as_ref(), desk.lang).map_err(|sentence| anyhow!(sentence))
    })?;
    super::tell(&notices);
    Ok(0)
}

fn votes(args: &VoteArgs, on_desk: &OnDesk, from: Option<&OnDesk>, lang: Lang) -> Result<Vec<Change>, String> {
    let words = &lang.words().room;
    let rubric = &on_desk.rubric;
    let room = on_desk.opened.assessment.room(rubric);
    let assessor = from.and_then(|from| from.opened.assessment.setup(Field::Assessor)).map(|name| name.to_string());
    let name = args.rater.clone().or(assessor).ok_or(words.no_rater)?;
    let name = Clean::line(&name);
    let rater = room.rater_named(&name).ok_or(words.no_rater)?;
    if args.votes.is_empty() && from.is_none() {
        return Err(words.no_votes.to_owned());
    }
    let mut changes: Vec<Change> = room.joining(&rater, &name, args.role.as_deref()).into_iter().collect();
    if let Some(from) = from {
        changes.extend(room.taking_in(rubric, &rater, &from.rubric, &from.opened.assessment));
    }
    for pair in &args.votes {
        let (ix, question, typed) = pair_of(rubric, pair, lang)?;
        if typed == "clear" {
            let change = Change::vote(room.table(ix).open_round(), &question.id, &rater, None);
            changes.retain(|c| c.thing != change.thing);
            changes.push(change);
            continue;
        }
        let vote = Vote::parse(typed, question).map_err(|_| {
            let mut takes: Vec<String> = question.choices.iter().map(|c| c.value.to_string()).collect();
            takes.push("unknown".into());
            takes.extend(question.na_allowed.then(|| "na".into()));
            fill(words.bad_vote, &[question.id.as_str(), &clean_line(typed), &takes.join(", ")])
        })?;
        if let Some(change) = room.voting(rubric, ix, &rater, vote) {
            changes.retain(|c| c.thing != change.thing);
            changes.push(change);
        }
    }
    Ok(changes)
}

fn pair_of<'r, 'p>(
    rubric: &'r Rubric,
    pair: &'p str,
    lang: Lang,
) -> Result<(QuestionIx, &'r Question, &'p str), String> {
    let w = &lang.words().cli;
    let (id, typed) = pair.split_once('=').ok_or_else(|| fill(w.no_pair, &[&clean_line(pair)]))?;
    let unknown = || fill(w.unknown_question, &[rubric.id.as_str(), &clean_line(id)]);
    let ix = rubric.question_ix(id).ok_or_else(unknown)?;
    Ok((ix, rubric.question(ix), typed))
}

/// Records what was agreed on, and statements.
pub fn agree(desk: &Desk, args: &AgreeArgs) -> Result<i32> {
    let path = desk.resolve(&args.file)?;
    let on_desk = desk.open(&path, Use::Write)?;
    let notices = desk.record(on_desk, args.by.as_deref(), |on_desk, session| {
        agreements(args, on_desk, session, desk.lang).map_err(|sentence| anyhow!(sentence))
    })?;
    super::tell(&notices);
    Ok(0)
}

fn agreements(args: &AgreeArgs, on_desk: &OnDesk, session: Session, lang: Lang) -> Result<Vec<Change>, String> {
    let rubric = &on_desk.rubric;
    let room = on_desk.opened.assessment.room(rubric);
    let said = args.method.as_deref().and_then(Method::parse);
    let note = Clean::block(args.agreed_why.as_deref().unwrap_or_default().trim());
    let mut changes = Vec::new();
    for pair in &args.levels {
        let (ix, question, typed) = pair_of(rubric, pair, lang)?;
        if typed == "clear" {
            changes.push(Change::new(Thing::Agreed(question.id.clone()), Value::cleared()));
            continue;
        }
        let agreement = agreement(question, typed, said, note.clone(), lang)?;
        // Whoever decides has seen the votes.
        let table = room.table(ix);
        let open = table.rounds.iter().position(|r| r.state == RoundState::Open);
        changes.extend(open.map(|place| {
            Change::new(Thing::Round(place as u8 + 1, question.id.clone()), RoundState::Revealed.to_value())
        }));
        changes.push(Change::new(Thing::Agreed(question.id.clone()), agreement.to_value()));
    }
    for pair in &args.statement {
        let (_, question, text) = pair_of(rubric, pair, lang)?;
        let counter = on_desk.opened.assessment.ledger().next(session).counter + changes.len() as u32;
        // Named by the event that will hold it.
        let item = Id::new(&format!("{session}.{counter}")).ok_or(lang.words().cli.nothing_to_record)?;
        changes.push(Change::text(Thing::Statement(question.id.clone(), item), text));
    }
    Ok(changes)
}

/// `3` by the method that was said, else by the low median; `defer` by none.
fn agreement(
    question: &Question,
    typed: &str,
    said: Option<Method>,
    note: Clean,
    lang: Lang,
) -> Result<Agreement, String> {
    let words = &lang.words().room;
    let is_deferred = typed == Method::Defer.as_str();
    let (method, level) = match (is_deferred, said) {
        (true, None | Some(Method::Defer)) => (Method::Defer, None),
        (false, Some(Method::Defer)) => return Err(fill(words.deferred_level, &[question.id.as_str()])),
        (true, Some(_)) => return Err(bad_level(question, typed, lang)),
        (false, said) => {
            let Ok(Vote::Level(level)) = Vote::parse(typed, question) else {
                return Err(bad_level(question, typed, lang));
            };
            (said.unwrap_or(Method::LowMedian), Some(level))
        }
    };
    Agreement::new(method, level, note).ok_or_else(|| bad_level(question, typed, lang))
}

fn bad_level(question: &Question, typed: &str, lang: Lang) -> String {
    let mut takes: Vec<String> = question.choices.iter().map(|c| c.value.to_string()).collect();
    takes.push(Method::Defer.as_str().into());
    fill(lang.words().room.bad_level, &[question.id.as_str(), &clean_line(typed), &takes.join(", ")])
}

/// Prints what the room says.
pub fn show(desk: &Desk, file: &OsStr, json: bool) -> Result<std::io::Result<()>> {
    let path = desk.resolve(file)?;
    let on_desk = desk.open(&path, Use::Read)?;
    super::tell(&on_desk.notices);
    let (rubric, assessment, lang) = (&*on_desk.rubric, &on_desk.opened.assessment, desk.lang);
    if json {
        return Ok(out::print_json(&report::room::json(rubric, assessment, Names::Shown, lang)));
    }
    Ok(out::print(&report::room::lines(rubric, assessment, lang).join("\n")))
}

//! What a room said, for programs.

use serde_json::{Value, json};

use super::confidence;
use crate::assessment::{Agreement, Assessment, MAX_ROUNDS, Round, RoundState, Table, Tally, rater};
use crate::lang::Lang;
use crate::measure::Undefined;
use crate::measure::consensus::Class;
use crate::measure::room::{Dissent, Outcome, Session, needs_note, outcome, session};
use crate::order;
use crate::report::Names;
use crate::rubric::{Id, QuestionIx, Rubric};
use crate::text::Clean;

/// What the room of an assessment said, for programs (methods §2.4). Covered votes are not in it.
pub fn json(rubric: &Rubric, assessment: &Assessment, names: Names, lang: Lang) -> Value {
    let room = assessment.room(rubric);
    let session = session(rubric, &room);
    let here = room.here().count();
    let asked: Vec<QuestionIx> = rubric.asked(assessment.depth()).collect();
    let questions: Vec<Value> = asked.iter().map(|q| of_question(rubric, *q, room.table(*q), here)).collect();
    let raters = room.raters.iter().map(
        |r| json!({ "id": r.id.as_str(), "name": rater(r, lang).as_str(), "role": r.role.as_str(), "here": r.is_here }),
    );
    let raters: Vec<Value> = if names == Names::Shown { raters.collect() } else { Vec::new() };
    let parked =
        room.parked.iter().map(|p| json!({ "question": p.question.as_ref().map(Id::as_str), "text": p.text.as_str() }));
    json!({
        "questions": questions,
        "alpha": session.alpha.ok().map(|a| a.value),
        "confidence_band": confidence(rubric, assessment).map(|b| json!({ "low": b.low, "high": b.high })),
        "alpha_reason": session.alpha.err().map(Undefined::as_str),
        "classes": classes(&session),
        "raters": raters,
        "parked": parked.collect::<Vec<_>>(),
    })
}

fn classes(session: &Session) -> Value {
    let all = [Class::None, Class::Single, Class::Aligned, Class::Outlier, Class::Spread, Class::Split];
    let counts = all.into_iter().map(|class| (class.as_str().to_owned(), json!(session.count(class))));
    Value::Object(order::gathered(counts))
}

fn of_question(rubric: &Rubric, ix: QuestionIx, table: &Table, here: usize) -> Value {
    let question = rubric.question(ix);
    let outcome = outcome(rubric, question, table);
    let tally = outcome.as_ref().map(|o| &o.tally);
    let seen = table.rounds.iter().filter(|r| r.state != RoundState::Open);
    let round = |r: &Round| counted(&r.tally(question), r, here);
    let rounds: Vec<Value> = seen.take(usize::from(MAX_ROUNDS)).map(round).collect();
    let covered = table.rounds.iter().find(|r| r.state == RoundState::Open).map(|r| r.votes.len());
    let level = table.agreed.as_ref().and_then(Agreement::level);
    let dissent = level.zip(tally).map(|(level, tally)| Dissent::of(question, tally, level)).unwrap_or_default();
    json!({
        "id": question.id.as_str(),
        "levels": question.choices.iter().map(|c| c.value).collect::<Vec<_>>(),
        "counts": tally.map(|t| &t.counts),
        "unknown": tally.map(|t| t.unknown),
        "na": tally.map(|t| t.not_applicable),
        "class": outcome.as_ref().map_or(Class::None, |o| o.class).as_str(),
        "low_median": outcome.as_ref().and_then(Outcome::low_median),
        "consensus": outcome.as_ref().and_then(|o| o.consensus).map(|c| c.cns),
        "rounds": rounds,
        "covered": covered,
        "agreed": level,
        "method": table.agreed.as_ref().map(|a| a.method().as_str()),
        "dissent": {
            "present": dissent.is_present(), "votes_apart_ge_2": dissent.apart, "share_other_level": dissent.others,
            "statements": table.statements.iter().map(Clean::as_str).collect::<Vec<_>>(),
        },
        "note": table.agreed.as_ref().map(|a| a.note().as_str()),
        "note_missing": table.agreed.as_ref().is_some_and(|a| a.note().is_blank() && needs_note(a, outcome.as_ref())),
    })
}

fn counted(tally: &Tally, round: &Round, here: usize) -> Value {
    let not_voted = if round.hands.is_some() { 0 } else { here.saturating_sub(round.votes.len()) };
    json!({
        "counts": tally.counts, "unknown": tally.unknown, "na": tally.not_applicable, "not_voted": not_voted,
    })
}

//! `gradus answer`: what is typed becomes changes, all of it or nothing.

use super::args::AnswerArgs;
use crate::assessment::{
    Answer, Assessment, BadAnswer, Change, Confidence, Evidence, EvidenceKind, Session, Thing, Value,
};
use crate::lang::{CliWords, fill};
use crate::rubric::{Id, Question, Rubric};
use crate::text::{Clean, clean_line};

/// Longest note, reason or item of evidence in bytes.
const MAX_TEXT: usize = 64 << 10;

/// The changes that the arguments ask for, or the first thing wrong with them.
pub fn changes(
    args: &AnswerArgs,
    rubric: &Rubric,
    assessment: &Assessment,
    session: Session,
    w: &CliWords,
) -> Result<Vec<Change>, String> {
    let typed = Typed { rubric, w };
    let mut changes = Vec::new();
    for pair in &args.answers {
        changes.push(typed.answer(pair)?);
    }
    if let Some(who) = args.said_by.as_deref().map(|who| Clean::line(who.trim())) {
        changes = changes.into_iter().map(|change| change.said_by(&who)).collect();
    }
    for pair in &args.rating {
        changes.push(typed.rating(pair)?);
    }
    for pair in &args.note {
        let (question, text) = typed.text(pair)?;
        changes.push(Change::text(Thing::Note(question.id.clone()), text));
    }
    for pair in &args.confidence {
        let (question, word) = typed.pair(pair)?;
        let confidence = Confidence::parse(word).ok_or_else(|| fill(w.bad_confidence, &[question.id.as_str()]))?;
        changes.push(Change::new(Thing::Confidence(question.id.clone()), Value::text(confidence.as_str())));
    }
    for pair in &args.evidence {
        let (question, text) = typed.text(pair)?;
        let bad = || fill(w.bad_evidence, &[question.id.as_str()]);
        let (kind, text) = text.split_once(':').ok_or_else(bad)?;
        let kind = EvidenceKind::parse(kind).ok_or_else(bad)?;
        let text = Clean::block(text.trim());
        if text.is_blank() {
            return Err(bad());
        }
        // Named by the event that will hold it.
        let counter = assessment.ledger().next(session).counter + changes.len() as u32;
        let item = Id::new(&format!("{session}.{counter}")).ok_or_else(bad)?;
        changes.push(Change::new(Thing::Evidence(question.id.clone(), item), Evidence { kind, text }.to_value()));
    }
    if changes.is_empty() {
        return Err(w.nothing_to_record.to_owned());
    }
    if let Some(thing) = repeated(&changes) {
        let name = thing.question().map_or_else(|| thing.to_string(), Id::to_string);
        return Err(fill(w.twice, &[&name]));
    }
    Ok(changes)
}

/// A thing that two changes are about: which of them is meant?
fn repeated(changes: &[Change]) -> Option<&Thing> {
    changes.iter().enumerate().find_map(|(i, c)| changes[..i].iter().any(|d| d.thing == c.thing).then_some(&c.thing))
}

/// Reads `Q=VALUE` pairs against a rubric.
struct Typed<'r> {
    rubric: &'r Rubric,
    w: &'r CliWords,
}

impl<'r> Typed<'r> {
    fn pair<'p>(&self, pair: &'p str) -> Result<(&'r Question, &'p str), String> {
        let (id, value) = pair.split_once('=').ok_or_else(|| fill(self.w.no_pair, &[&clean_line(pair)]))?;
        let question = self.rubric.question_ix(id).map(|ix| self.rubric.question(ix));
        let title = self.rubric.id.as_str();
        let question = question.ok_or_else(|| fill(self.w.unknown_question, &[title, &clean_line(id)]))?;
        Ok((question, value))
    }

    fn text<'p>(&self, pair: &'p str) -> Result<(&'r Question, &'p str), String> {
        let (question, text) = self.pair(pair)?;
        if text.len() > MAX_TEXT {
            return Err(fill(self.w.text_too_long, &[question.id.as_str(), &(MAX_TEXT >> 10).to_string()]));
        }
        Ok((question, text))
    }

    fn answer(&self, pair: &str) -> Result<Change, String> {
        let (question, value) = self.text(pair)?;
        if value == "clear" {
            return Ok(Change::answer(&question.id, None));
        }
        let answer = Answer::parse(value, self.rubric, question);
        answer.map(|a| Change::answer(&question.id, Some(&a))).map_err(|bad| self.refused(question, value, bad))
    }

    /// The interviewer's own rating: a level, or `clear`.
    fn rating(&self, pair: &str) -> Result<Change, String> {
        let (question, value) = self.text(pair)?;
        if value == "clear" {
            return Ok(Change::rating(&question.id, None));
        }
        match Answer::parse(value, self.rubric, question) {
            Ok(rating @ Answer::Level { .. }) => Ok(Change::rating(&question.id, Some(&rating))),
            Ok(_) => Err(self.refused(question, value, BadAnswer::OutOfScale)),
            Err(bad) => Err(self.refused(question, value, bad)),
        }
    }

    fn refused(&self, question: &Question, value: &str, bad: BadAnswer) -> String {
        let w = self.w;
        let (id, value) = (question.id.as_str(), clean_line(value));
        match bad {
            BadAnswer::OutOfScale => {
                let values: Vec<String> = question.choices.iter().map(|c| c.value.to_string()).collect();
                fill(w.out_of_scale, &[id, &value, &values.join(", ")])
            }
            BadAnswer::UnknownCredit => {
                let credits: Vec<&str> = self.rubric.toward.iter().map(|c| c.id.as_str()).collect();
                fill(w.unknown_credit, &[id, &value, &credits.join(", ")])
            }
            BadAnswer::NothingAbove => fill(w.nothing_above, &[id, &value]),
            BadAnswer::NotAllowed => fill(w.na_not_allowed, &[id]),
            BadAnswer::NoReason => fill(w.na_no_reason, &[id]),
        }
    }
}

//! Agreement: a level by a method, or none; what is said against it; what is put aside.

use super::super::{App, Effect};
use super::RoomField;
use crate::assessment::{Agreement, Change, Method, Stamp, Thing, Value, Vote};
use crate::lang::fill;
use crate::measure::room::needs_note;
use crate::rubric::Id;
use crate::text::Clean;

impl App {
    /// Agrees on the question on screen; what needs a level or a reason asks for it.
    pub(super) fn agree(&mut self, method: Method, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &self.work else { return };
        let low_median = work.outcome(work.question_ix()).and_then(|o| o.low_median());
        match (method, low_median) {
            (Method::Consensus | Method::Facilitator, _) => self.open_field(RoomField::Agree(method)),
            (Method::LowMedian, None) => self.message = Some(words.room.advice_vote.to_owned()),
            (Method::LowMedian, level @ Some(_)) => self.settle_on(method, level, "", now, effects),
            (Method::Defer, _) => self.settle_on(method, None, "", now, effects),
        }
    }

    /// What the field for an agreement begins with.
    pub(in crate::tui::app) fn agreed_typed(&self, method: Method) -> String {
        let Some(work) = &self.work else { return String::new() };
        let table = work.room.table(work.question_ix());
        if let Some(agreed) = table.agreed.as_ref().filter(|a| a.method() == method) {
            let level = agreed.level().map(|l| l.to_string()).unwrap_or_default();
            return format!("{level} {}", agreed.note()).trim_end().to_owned();
        }
        work.outcome(work.question_ix()).and_then(|o| o.low_median()).map(|l| l.to_string()).unwrap_or_default()
    }

    /// A level was typed, perhaps with a reason after it.
    pub(in crate::tui::app) fn agreed(&mut self, method: Method, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &self.work else { return };
        if typed.is_empty() {
            return;
        }
        let (level, note) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let Ok(Vote::Level(level)) = Vote::parse(level, work.question()) else {
            let takes: Vec<String> = work.question().choices.iter().map(|c| c.value.to_string()).collect();
            self.message = Some(fill(words.room.no_level, &[&Clean::line(level), &takes.join(", ")]));
            return;
        };
        self.settle_on(method, Some(level), note.trim(), now, effects);
    }

    fn settle_on(&mut self, method: Method, level: Option<f64>, note: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let outcome = work.outcome(work.question_ix());
        let Some(agreement) = Agreement::new(method, level, Clean::block(note)) else { return };
        if agreement.note().is_blank() && needs_note(&agreement, outcome.as_ref()) {
            self.message = Some(words.room.note_needed.to_owned());
            return;
        }
        let is = agreement.to_value();
        let thing = Thing::Agreed(work.question().id.clone());
        if work.assessment.ledger().shown(&thing).is_none_or(|e| e.is != is) {
            work.record(Change::new(thing, is), now, effects);
        }
        self.room.clock.stop();
    }

    pub(super) fn take_back_agreement(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        if work.room.table(work.question_ix()).agreed.is_some() {
            work.record(Change::new(Thing::Agreed(work.question().id.clone()), Value::cleared()), now, effects);
        }
    }

    /// Keeps a statement, or something for later, as it was typed.
    pub(in crate::tui::app) fn say(&mut self, is_statement: bool, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        // Named by the event that makes it, so that those of two copies never meet.
        let item = Id::new(&work.assessment.ledger().next(work.author.session).to_string());
        let (Some(item), false) = (item, typed.is_empty()) else { return };
        let question = work.question().id.clone();
        let change = if is_statement {
            Change::text(Thing::Statement(question, item), typed)
        } else {
            Change::parked(item, typed, &question)
        };
        work.record(change, now, effects);
    }
}

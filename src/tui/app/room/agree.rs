//! Agreement: a level by a method, or none; what is said against it; what is put aside.

use super::super::{App, Effect, Work};
use super::RoomField;
use crate::assessment::{Agreement, Change, Method, Stamp, Thing, Value, Vote};
use crate::lang::{RoomWords, fill};
use crate::measure::room::needs_note;
use crate::text::{self, Clean};

impl App {
    /// Agrees on the question on screen; what needs a level or a reason asks for it.
    pub(super) fn agree(&mut self, method: Method, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        let low_median = work.outcome(work.question_ix()).and_then(|o| o.low_median());
        match method {
            Method::Consensus | Method::Facilitator => self.open_field(RoomField::Agree(method)),
            Method::LowMedian => self.settle_on(method, low_median, "", now, effects),
            Method::Defer => self.settle_on(method, None, "", now, effects),
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
        let words = &self.words().room;
        let Some(work) = &mut self.work else { return };
        match work.agree_typed(method, typed, words, now, effects) {
            Ok(()) => self.room.clock.stop(),
            Err(sentence) => self.message = Some(sentence),
        }
    }

    fn settle_on(&mut self, method: Method, level: Option<f64>, note: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let words = &self.words().room;
        let Some(work) = &mut self.work else { return };
        match work.settle_on(method, level, note, words, now, effects) {
            Ok(()) => self.room.clock.stop(),
            Err(sentence) => self.message = Some(sentence.to_owned()),
        }
    }
}

impl Work {
    /// Agrees on a level that is typed, perhaps with a reason after it; else a sentence says why not.
    pub fn agree_typed(
        &mut self,
        method: Method,
        typed: &str,
        words: &RoomWords,
        now: Stamp,
        effects: &mut Vec<Effect>,
    ) -> Result<(), String> {
        if typed.is_empty() {
            return Ok(());
        }
        let (level, note) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let Ok(Vote::Level(level)) = Vote::parse(&text::usual_line(level), self.question()) else {
            let takes: Vec<String> = self.question().choices.iter().map(|c| c.value.to_string()).collect();
            return Err(fill(words.no_level, &[&Clean::line(level), &takes.join(", ")]));
        };
        self.settle_on(method, Some(level), note.trim(), words, now, effects).map_err(str::to_owned)
    }

    /// Records what was agreed on about the question on screen; else a sentence says why not.
    pub fn settle_on(
        &mut self,
        method: Method,
        level: Option<f64>,
        note: &str,
        words: &RoomWords,
        now: Stamp,
        effects: &mut Vec<Effect>,
    ) -> Result<(), &'static str> {
        let outcome = self.outcome(self.question_ix());
        let Some(agreement) = Agreement::new(method, level, Clean::block(note)) else {
            return Err(words.advice_vote);
        };
        if agreement.note().is_blank() && needs_note(&agreement, outcome.as_ref()) {
            return Err(words.note_needed);
        }
        let is = agreement.to_value();
        let thing = Thing::Agreed(self.question().id.clone());
        if self.assessment.ledger().shown(&thing).is_none_or(|e| e.is != is) {
            self.record(Change::new(thing, is), now, effects);
        }
        Ok(())
    }

    /// Takes back what was agreed on; false if nothing was.
    pub fn take_back_agreement(&mut self, now: Stamp, effects: &mut Vec<Effect>) -> bool {
        let is_agreed = self.room.table(self.question_ix()).agreed.is_some();
        if is_agreed {
            self.record(Change::new(Thing::Agreed(self.question().id.clone()), Value::cleared()), now, effects);
        }
        is_agreed
    }

    /// Keeps a statement, or something for later, as it was typed.
    pub fn say(&mut self, is_statement: bool, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let (Some(item), false) = (self.new_item(), typed.is_empty()) else { return };
        let question = self.question().id.clone();
        let change = if is_statement {
            Change::text(Thing::Statement(question, item), typed)
        } else {
            Change::parked(item, typed, &question)
        };
        self.record(change, now, effects);
    }
}

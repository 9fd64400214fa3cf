//! What is recorded beside an answer: notes, evidence, confidence, marks; what is taken back.

use super::say;
use super::turn::Turn;
use super::walk::Walk;
use crate::assessment::{Change, Evidence, EvidenceKind, Stamp, Thing, confidence};
use crate::text::Clean;
use crate::tui::app::{Effect, MAX_NOTE, Work, undone};

impl Walk {
    pub(super) fn note(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let note = match self.work.assessment.note(&id) {
            Some(known) => format!("{known}\n{text}"),
            None => text.to_owned(),
        };
        if note.len() > MAX_NOTE {
            return turn.say(self.no_room());
        }
        if self.record(Change::text(Thing::Note(id), &note), now, turn) {
            self.say_recorded(self.words().plain.note_added, turn);
        }
    }

    pub(super) fn evidence(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let named =
            text.split_once([':', '：']).and_then(|(kind, text)| Some((EvidenceKind::parse(kind.trim())?, text)));
        let (kind, text) = named.unwrap_or((EvidenceKind::Document, text));
        let evidence = Evidence { kind, text: Clean::block(text.trim()) };
        let Some(item) = self.work.new_item().filter(|_| !evidence.text.is_blank()) else {
            return turn.say(self.words().plain.nothing_typed);
        };
        let thing = Thing::Evidence(self.work.question().id.clone(), item);
        if self.record(Change::new(thing, evidence.to_value()), now, turn) {
            self.say_recorded(self.words().plain.evidence_added, turn);
        }
    }

    pub(super) fn confidence(&mut self, now: Stamp, turn: &mut Turn) {
        if let Some(next) = self.change(turn, |work, effects| work.next_confidence(now, effects)) {
            let word = next.map_or(self.words().plain.confidence_gone, |c| confidence(c, self.lang));
            self.say_recorded(word, turn);
        }
    }

    pub(super) fn mark(&mut self, now: Stamp, turn: &mut Turn) {
        if let Some(is_marked) = self.change(turn, |work, effects| work.turn_mark(now, effects)) {
            let words = &self.words().plain;
            self.say_recorded(if is_marked { words.mark_set } else { words.mark_gone }, turn);
        }
    }

    pub(super) fn clear(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        if self.work.answer_here().is_none() {
            turn.say(self.words().ask.unanswered);
        } else if self.record(Change::answer(&id, None), now, turn) {
            self.say_recorded(self.words().plain.cleared, turn);
        }
    }

    pub(super) fn undo(&mut self, again: bool, now: Stamp, turn: &mut Turn) {
        let here = self.work.question_ix();
        let Some(thing) = self.change(turn, |work, effects| work.undo(again, now, effects)) else { return };
        turn.say(undone(thing.as_ref(), again, self.lang));
        if self.work.question_ix() != here {
            self.say_question(turn);
        } else if thing.is_some_and(|thing| thing.question().is_some()) {
            turn.lines.extend(say::said(&self.work, self.lang));
        }
    }

    /// Does something to the work and keeps what comes of it; `None` if nothing can be recorded, which is then said.
    pub(super) fn change<T>(
        &mut self,
        turn: &mut Turn,
        does: impl FnOnce(&mut Work, &mut Vec<Effect>) -> T,
    ) -> Option<T> {
        if self.is_read_only(turn) {
            return None;
        }
        let mut effects = Vec::new();
        let done = does(&mut self.work, &mut effects);
        turn.keep(effects);
        Some(done)
    }

    /// Records a change; false if nothing can be recorded, which is then said.
    pub(super) fn record(&mut self, change: Change, now: Stamp, turn: &mut Turn) -> bool {
        self.change(turn, |work, effects| work.record(change, now, effects)).is_some()
    }

    pub(super) fn is_read_only(&self, turn: &mut Turn) -> bool {
        turn.lines.extend(self.work.read_only.iter().map(ToString::to_string));
        self.work.read_only.is_some()
    }
}

//! What is recorded beside an answer: notes, evidence, confidence, marks; what is taken back.

use super::say;
use super::turn::Turn;
use super::walk::Walk;
use crate::assessment::{Change, Confidence, Evidence, EvidenceKind, Stamp, Thing, Value, confidence};
use crate::lang::fill;
use crate::rubric::Id;
use crate::text::Clean;
use crate::tui::app::MAX_NOTE;

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
        // An item is named by the event that makes it, so two people's items never meet.
        let item = Id::new(&self.work.assessment.ledger().next(self.work.author.session).to_string());
        let Some(item) = item.filter(|_| !evidence.text.is_blank()) else {
            return turn.say(self.words().plain.nothing_typed);
        };
        let thing = Thing::Evidence(self.work.question().id.clone(), item);
        if self.record(Change::new(thing, evidence.to_value()), now, turn) {
            self.say_recorded(self.words().plain.evidence_added, turn);
        }
    }

    pub(super) fn confidence(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let next = match self.work.assessment.confidence(&id) {
            None => Some(Confidence::Sure),
            Some(now) => Confidence::ALL.into_iter().skip_while(|c| *c != now).nth(1),
        };
        let is = next.map_or_else(Value::cleared, |c| Value::text(c.as_str()));
        if self.record(Change::new(Thing::Confidence(id), is), now, turn) {
            let word = next.map_or(self.words().plain.confidence_gone, |c| confidence(c, self.lang));
            self.say_recorded(word, turn);
        }
    }

    pub(super) fn mark(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let was = self.work.assessment.is_marked(&id);
        let is = if was { Value::cleared() } else { Value::json(&true.into()) };
        if self.record(Change::new(Thing::Mark(id), is), now, turn) {
            let words = &self.words().plain;
            self.say_recorded(if was { words.mark_gone } else { words.mark_set }, turn);
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
        let words = &self.words().ask;
        let (assessment, by) = (&self.work.assessment, &self.work.author.by);
        let change = if again { assessment.redo(by) } else { assessment.undo(by) };
        let Some(change) = change else {
            return turn.say(if again { words.nothing_to_redo } else { words.nothing_to_undo });
        };
        let question = change.thing.question().cloned();
        if let (true, Some(question)) = (self.record(change, now, turn), question) {
            turn.say(fill(if again { words.redone } else { words.undone }, &[question.as_str()]));
            let is_elsewhere = question != self.work.question().id;
            if let Some(ix) = self.work.rubric.question_ix(question.as_str()) {
                self.work.go_to(ix);
            }
            if is_elsewhere {
                self.say_question(turn);
            } else {
                turn.lines.extend(say::said(&self.work, self.lang));
            }
        }
    }

    /// Records a change; false if nothing can be recorded, which is then said.
    pub(super) fn record(&mut self, change: Change, now: Stamp, turn: &mut Turn) -> bool {
        if self.is_read_only(turn) {
            return false;
        }
        let mut effects = Vec::new();
        self.work.record(change, now, &mut effects);
        turn.keep(effects);
        true
    }

    pub(super) fn is_read_only(&self, turn: &mut Turn) -> bool {
        turn.lines.extend(self.work.read_only.iter().map(ToString::to_string));
        self.work.read_only.is_some()
    }
}

//! What somebody does to a question, the same on screen and in lines: how sure, marked, rated, taken back.

use super::{Effect, Work};
use crate::assessment::{Answer, Change, Confidence, Stamp, Thing};
use crate::lang::{Lang, fill};
use crate::rubric::Id;

impl Work {
    /// The place of the next question that is open, or of the one before; from the end it begins anew.
    pub fn next_open(&self, forward: bool) -> Option<usize> {
        let open = self.open_places();
        let place = if forward {
            open.iter().find(|place| **place > self.at).or(open.first())
        } else {
            open.iter().rev().find(|place| **place < self.at).or(open.last())
        };
        place.copied()
    }

    /// The next confidence in turn, then none; returns which one holds now.
    pub fn next_confidence(&mut self, now: Stamp, effects: &mut Vec<Effect>) -> Option<Confidence> {
        let question = self.question().id.clone();
        let next = Confidence::after(self.assessment.confidence(&question));
        let word = next.map_or("", Confidence::as_str);
        self.record(Change::text(Thing::Confidence(question), word), now, effects);
        next
    }

    /// Marks the question for review, or takes the mark away; returns whether it is marked now.
    pub fn turn_mark(&mut self, now: Stamp, effects: &mut Vec<Effect>) -> bool {
        let question = self.question().id.clone();
        let is_marked = !self.assessment.is_marked(&question);
        self.record(Change::flag(Thing::Mark(question), is_marked), now, effects);
        is_marked
    }

    /// The interviewer's own rating of the question; one that is known already is not recorded again.
    pub fn rate(&mut self, rating: Option<&Answer>, now: Stamp, effects: &mut Vec<Effect>) {
        let question = self.question();
        if self.assessment.rating(&self.rubric, question).as_ref() != rating {
            self.record(Change::rating(&question.id.clone(), rating), now, effects);
        }
    }

    /// Who is interviewed from now on, as it is typed; `-` is nobody in particular. Who is interviewed already
    /// is not recorded again.
    pub fn interview(&mut self, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let who = if typed == "-" { "" } else { typed };
        let known = self.talk.interviewee.as_deref().unwrap_or_default();
        if let Some(change) = Change::interviewee(&self.author, who).filter(|_| known != who) {
            self.record(change, now, effects);
        }
    }

    /// Takes back the last thing that was done, or brings it back, and goes to its question, so that nobody
    /// takes back what they do not see. Returns what it was about; `None` if there is nothing.
    pub fn undo(&mut self, again: bool, now: Stamp, effects: &mut Vec<Effect>) -> Option<Thing> {
        let by = &self.author.by;
        let change = if again { self.assessment.redo(by) } else { self.assessment.undo(by) }?;
        let thing = change.thing.clone();
        self.record(change, now, effects);
        if let Some(ix) = thing.question().and_then(|id| self.rubric.question_ix(id.as_str())) {
            self.go_to(ix);
        }
        Some(thing)
    }

    /// The name of a new item: that of the event that will make it, so that two people's items never meet.
    pub fn new_item(&self) -> Option<Id> {
        Id::new(&self.assessment.ledger().next(self.author.session).to_string())
    }
}

/// What [`Work::undo`] came to, in a sentence.
pub fn undone(thing: Option<&Thing>, again: bool, lang: Lang) -> String {
    let words = lang.words();
    let [nothing, of_question, of_pad] = if again {
        [words.ask.nothing_to_redo, words.ask.redone, words.talk.pad_redone]
    } else {
        [words.ask.nothing_to_undo, words.ask.undone, words.talk.pad_undone]
    };
    match thing.map(Thing::question) {
        None => nothing.to_owned(),
        Some(Some(question)) => fill(of_question, &[question.as_str()]),
        Some(None) => of_pad.to_owned(),
    }
}

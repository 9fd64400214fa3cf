//! A step of the history in words.

use super::Say;
use crate::assessment::{Act, Assessment, HistoryEntry, Thing, Value};
use crate::lang::fill;

impl Say<'_> {
    /// What a thing was said to be, where others look on: votes are counted, never named.
    pub fn told(&self, thing: &Thing, value: &Value) -> String {
        match thing {
            Thing::Vote(..) if !value.is_cleared() => self.lang.words().conflict.voted.to_owned(),
            _ => self.value(thing, value),
        }
    }

    /// `level 2 → level 3 (undo)`: what was, what is said instead, and what became of it.
    pub fn step(&self, assessment: &Assessment, entry: &HistoryEntry<'_>) -> String {
        let words = &self.lang.words().history;
        let thing = &entry.event.thing;
        let before = entry
            .before
            .map_or_else(|| self.lang.words().conflict.cleared.to_owned(), |before| self.told(thing, &before.is));
        let mut said = fill(words.change, &[&before, &self.told(thing, &entry.event.is)]);
        let marks = [
            (entry.act == Act::Undid, words.undo),
            (entry.act == Act::Redid, words.redo),
            (entry.is_undone, words.undone),
            (entry.event.imported, words.imported),
            (entry.is_disputed(assessment), words.disputed),
        ];
        said.extend(marks.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word));
        said
    }
}

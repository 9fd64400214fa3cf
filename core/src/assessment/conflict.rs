//! Conflicts: things of which events in force say different things.

use super::{Assessment, Event, Thing};
use crate::order;
use crate::rubric::{Id, Rubric};

/// A thing of which different things are said at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// What it is about.
    pub thing: &'a Thing,
    /// At least two events with different content, the one that is shown first.
    pub heads: Vec<&'a Event>,
}

impl Assessment {
    /// Every conflict: of the setup first, then in the order of the rubric's questions. Votes that are
    /// covered wait for the reveal.
    pub fn conflicts(&self, rubric: &Rubric) -> Vec<Conflict<'_>> {
        let conflict = |thing| Conflict { thing, heads: self.ledger().heads(thing) };
        let mut conflicts: Vec<Conflict> = self
            .ledger()
            .disputed()
            .filter(|t| !self.is_covered(t))
            .map(conflict)
            .filter(|c| c.heads.len() > 1)
            .collect();
        order::by_key(&mut conflicts, |c| (place(rubric, c.thing), c.thing.clone()));
        conflicts
    }

    /// Whether people disagree about anything that was said of a question.
    pub fn is_disputed(&self, question: &Id) -> bool {
        let of_question = |thing: &&Thing| thing.question() == Some(question);
        self.ledger()
            .disputed()
            .filter(of_question)
            .filter(|t| !self.is_covered(t))
            .any(|thing| self.ledger().heads(thing).len() > 1)
    }
}

/// Setup, then questions, then what belongs to neither.
fn place(rubric: &Rubric, thing: &Thing) -> (u8, usize) {
    match (thing, thing.question()) {
        (Thing::Setup(_), _) => (0, 0),
        (_, Some(question)) => (1, rubric.question_ix(question.as_str()).map_or(usize::MAX, |ix| ix.0)),
        (_, None) => (2, 0),
    }
}

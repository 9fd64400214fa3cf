//! What somebody does, before it is recorded.

use super::{Answer, EventId, Thing, Value};
use crate::rubric::Id;

/// What is to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub thing: Thing,
    /// What that thing is from now on.
    pub is: Value,
    /// The event that this takes back.
    pub undoes: Option<EventId>,
    /// The event that this brings back.
    pub redoes: Option<EventId>,
    /// Whether it was said elsewhere and is brought in: it never replaces another answer,
    /// the two stand side by side until somebody decides.
    pub imported: bool,
}

impl Change {
    /// `thing` is `is` from now on.
    pub fn new(thing: Thing, is: Value) -> Self {
        Self { thing, is, undoes: None, redoes: None, imported: false }
    }

    /// The same, as something that was said elsewhere and is brought in.
    #[must_use]
    pub fn imported(self) -> Self {
        Self { imported: true, ..self }
    }

    /// A question is answered; `None` clears the answer.
    pub fn answer(question: &Id, answer: Option<&Answer>) -> Self {
        Self::new(Thing::Answer(question.clone()), answer.map_or_else(Value::cleared, Answer::to_value))
    }

    /// A text thing is set; a blank text clears it.
    pub fn text(thing: Thing, text: &str) -> Self {
        let is = if text.trim().is_empty() { Value::cleared() } else { Value::text(text) };
        Self::new(thing, is)
    }
}

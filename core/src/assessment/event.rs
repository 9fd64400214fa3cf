//! One thing that a person did.

mod field;
mod name;
mod stamp;
mod thing;
mod value;

use std::ops::Deref;
use std::sync::Arc;

use crate::text::Clean;

pub use field::Field;
pub use name::{EventId, Session};
pub use stamp::Stamp;
pub use thing::Thing;
pub use value::Value;

/// One thing that a person did. Events are only ever added.
///
/// One event stands in the ledger, in the book of the writers and in what was read of each log: copies
/// share the deed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event(Arc<Deed>);

/// What an [`Event`] says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deed {
    /// Its name.
    pub id: EventId,
    /// When, by the clock of the machine.
    pub at: Stamp,
    /// Who, as typed; empty if nobody said.
    pub by: Box<str>,
    /// Last events of other sessions on the same thing: they and all before them are covered.
    pub after: Box<[EventId]>,
    /// What it is about.
    pub thing: Thing,
    /// What that thing is from now on.
    pub is: Value,
    /// The event that this one takes back.
    pub undoes: Option<EventId>,
    /// The event that this one brings back.
    pub redoes: Option<EventId>,
    /// Whether it was said elsewhere and brought in.
    pub imported: bool,
    /// Members that this version does not know, each with its JSON text.
    pub extra: Vec<(Box<str>, Box<str>)>,
}

impl From<Deed> for Event {
    fn from(deed: Deed) -> Self {
        Self(Arc::new(deed))
    }
}

impl Deref for Event {
    type Target = Deed;
    fn deref(&self) -> &Deed {
        &self.0
    }
}

impl Event {
    /// The author, cleaned for display.
    pub fn author(&self) -> Clean {
        Clean::line(&self.by)
    }
}

//! What must not be seen before the reveal, wherever events themselves are shown.

use super::RoundState;
use crate::assessment::{Assessment, Event, Thing};

impl Assessment {
    /// Whether a thing is a vote in a round that is still covered.
    pub fn is_covered(&self, thing: &Thing) -> bool {
        let Thing::Vote(number, question, _) = thing else { return false };
        let round = self.ledger().shown(&Thing::Round(*number, question.clone()));
        round.is_some_and(|event| RoundState::read(&event.is) == Some(RoundState::Open))
    }

    /// Every event that may be seen, as it was recorded.
    pub fn open_events(&self) -> impl Iterator<Item = &Event> {
        self.ledger().events().iter().filter(|event| !self.is_covered(&event.thing))
    }
}

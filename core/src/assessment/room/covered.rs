//! What must not be seen before the reveal, wherever votes or events themselves are shown.

use super::{RoundState, Table};
use crate::assessment::{Assessment, Event, Mode, Thing};
use crate::rubric::Id;

impl Assessment {
    /// People look at it together from now on, if it is a workshop's: votes that came from files are then
    /// covered too, until they are revealed or something is agreed on. To be said again when the mode changes.
    pub fn look_on(&mut self) {
        self.is_looked_on = self.mode() == Mode::Workshop;
    }

    /// Whether a thing is a vote in a round that is still covered.
    pub fn is_covered(&self, thing: &Thing) -> bool {
        let Thing::Vote(number, question, _) = thing else { return false };
        match self.round_state(*number, question) {
            RoundState::Open => true,
            RoundState::Elsewhere => self.is_looked_on && !self.is_settled(question),
            RoundState::Revealed => false,
        }
    }

    /// Every event that may be seen, as it was recorded.
    pub fn open_events(&self) -> impl Iterator<Item = &Event> {
        self.ledger().events().iter().filter(|event| !self.is_covered(&event.thing))
    }

    /// The state of a round as it was recorded.
    pub fn round_state(&self, number: u8, question: &Id) -> RoundState {
        let recorded = self.ledger().shown(&Thing::Round(number, question.clone()));
        recorded.and_then(|event| RoundState::read(&event.is)).unwrap_or_default()
    }

    fn is_settled(&self, question: &Id) -> bool {
        self.ledger().shown(&Thing::Agreed(question.clone())).is_some_and(|event| !event.is.is_cleared())
    }
}

/// Covers what was voted elsewhere since the last reveal, unless something is agreed on.
pub(super) fn hold(table: &mut Table) {
    if table.agreed.is_some() {
        return;
    }
    for round in table.rounds.iter_mut().rev().take_while(|round| round.state != RoundState::Revealed) {
        round.state = RoundState::Open;
    }
}

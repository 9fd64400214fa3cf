//! What comes of a line, and who types it.

use crate::assessment::Event;
use crate::tui::app::Effect;

/// What came of a line.
#[derive(Debug, Default, PartialEq)]
pub struct Turn {
    /// What is said.
    pub lines: Vec<String>,
    /// What is to be kept.
    pub events: Vec<Event>,
    /// Whether this was the last line.
    pub ends: bool,
}

impl Turn {
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.lines.push(sentence.into());
    }

    pub(super) fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Record(event) => self.events.push(event),
                Effect::RecordAll(events) => self.events.extend(events),
                _ => {}
            }
        }
    }
}

/// Who types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Whoever answers, outside of a room.
    Alone,
    /// Nobody yet: a room asks who votes.
    Door,
    /// A rater; what is recorded are votes, and nobody else's are shown.
    Rater {
        /// Who types when the ballot is full.
        then: Then,
    },
    /// Whoever leads the room.
    Lead,
}

/// What comes after a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// The end.
    End,
    /// The next rater.
    Door,
    /// Whoever leads the room goes on at this place.
    Lead(usize),
}

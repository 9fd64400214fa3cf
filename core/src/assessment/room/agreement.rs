//! What a room agrees on, and how it comes to that.

use crate::text::Clean;

/// How a room comes to its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Nobody objected.
    Consensus,
    /// The rule: the lower middle of the votes.
    LowMedian,
    /// The facilitator decided and says why.
    Facilitator,
    /// Left open.
    Defer,
}

/// What was agreed on about a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Agreement {
    /// A level.
    Level {
        /// The value of a choice.
        value: f64,
        /// How it came about.
        method: How,
        /// Why; may be blank.
        note: Clean,
    },
    /// To leave the question open; the votes are kept.
    Deferred {
        /// Why; may be blank.
        note: Clean,
    },
}

/// How a level was agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nobody objected.
    Consensus,
    /// The lower middle of the votes.
    LowMedian,
    /// The facilitator decided.
    Facilitator,
}

impl Agreement {
    /// The level, unless it was left open.
    pub fn level(&self) -> Option<f64> {
        match self {
            Self::Level { value, .. } => Some(*value),
            Self::Deferred { .. } => None,
        }
    }

    /// How it came about.
    pub fn method(&self) -> Method {
        match self {
            Self::Level { method: How::Consensus, .. } => Method::Consensus,
            Self::Level { method: How::LowMedian, .. } => Method::LowMedian,
            Self::Level { method: How::Facilitator, .. } => Method::Facilitator,
            Self::Deferred { .. } => Method::Defer,
        }
    }

    /// Why; may be blank.
    pub fn note(&self) -> &Clean {
        match self {
            Self::Level { note, .. } | Self::Deferred { note } => note,
        }
    }
}

//! From how many rows on a statistic is shown (methods §3.7).

/// How far a statistic may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing is stated.
    TooFew,
    /// Stated as indicative, never without its interval.
    Indicative,
    /// Stated.
    Plain,
}

impl Standing {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Indicative => "indicative",
            Self::Plain => "plain",
        }
    }
}

/// The two thresholds of a statistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minimum {
    /// Below this nothing is stated.
    pub stated: u64,
    /// From this on it is stated plainly.
    pub plain: u64,
}

/// Alpha, lambda-2, item-rest correlation: organisations.
pub const CONSISTENCY: Minimum = Minimum { stated: 10, plain: 30 };
/// Alpha without a question, flags of questions: organisations.
pub const QUESTIONS: Minimum = Minimum { stated: 30, plain: 50 };
/// ICC over repeated assessments: organisations.
pub const REPEATED: Minimum = Minimum { stated: 10, plain: 30 };
/// Krippendorff's alpha: questions voted on; it also wants ten votes in them.
pub const ROOMS: Minimum = Minimum { stated: 5, plain: 20 };
/// Shares at the lowest and the highest score: organisations.
pub const EXTREMES: Minimum = Minimum { stated: 20, plain: 50 };

impl Minimum {
    /// How far a statistic of `n` rows may be relied on.
    pub const fn of(self, n: u64) -> Standing {
        if n < self.stated {
            Standing::TooFew
        } else if n < self.plain {
            Standing::Indicative
        } else {
            Standing::Plain
        }
    }
}

//! Why a statistic has no value.

/// What is missing for a value (methods §3): never a number in disguise, always a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Nothing was rated twice.
    NoPairs,
    /// All ratings are equal, so that there is nothing to agree about.
    NoVariation,
}

impl Undefined {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoPairs => "no_pairs",
            Self::NoVariation => "no_variation",
        }
    }
}

//! Why a statistic has no value.

/// What is missing for a value (methods §3): never a number in disguise, always a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Nothing was rated twice, or two questions were never answered by the same two.
    NoPairs,
    /// All ratings are equal, so that there is nothing to agree about.
    NoVariation,
    /// Fewer than two questions (or raters, or occasions).
    TooFewColumns,
    /// Too few organisations (or other rows) for a statement.
    TooFewRows,
    /// The sums of all rows are equal, or the denominator is nothing.
    NoVariance,
    /// Pairs counted over different rows contradict one another.
    InconsistentPairs,
    /// A tenth of the replicates or more has no value.
    UndefinedReplicates,
}

impl Undefined {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoPairs => "no_pairs",
            Self::NoVariation => "no_variation",
            Self::TooFewColumns => "too_few_columns",
            Self::TooFewRows => "too_few_rows",
            Self::NoVariance => "no_variance",
            Self::InconsistentPairs => "inconsistent_pairs",
            Self::UndefinedReplicates => "undefined_replicates",
        }
    }
}

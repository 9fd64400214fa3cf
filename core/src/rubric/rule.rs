//! How answers become levels: the closed sets of rules and their parameters.

use super::{AreaIx, Id};

/// A named part of the way to the next level.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    /// `partly`, `mostly` …: the word of the command line and of the event.
    pub id: Id,
    /// Part of a level, above 0 and below 1.
    pub value: f64,
}

/// How answers become a level (methods §1.3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LevelRule {
    /// Level ℓ needs the share `pass` of the weight at ℓ or above, nothing below
    /// ℓ − `max_shortfall`, and, if `mean_at_least`, a mean of ℓ.
    Gate {
        /// Share of the weight, above 0 and at most 1.
        pass: f64,
        /// Levels that a single answer may lag behind, 0..=M−m.
        max_shortfall: u8,
        /// Whether the mean must reach the level too.
        mean_at_least: bool,
    },
    /// ⌊score + `offset`⌋.
    Bands {
        /// 0 ≤ offset < 1.
        offset: f64,
    },
    /// ⌊lowest answer⌋.
    Min,
    /// Practices: every level up to ℓ passes; a level without practices neither passes nor blocks.
    Cumulative {
        /// Value from which a level passes, above 0 and at most 1.
        pass: f64,
        /// Whether every practice or their mean must reach `pass`.
        per: Per,
    },
}

impl LevelRule {
    /// How much of a score below a level counts as that level, 0 ≤ offset < 1: what bands declare.
    /// The other rules read answers, not the score, and begin a level where it is.
    pub const fn offset(&self) -> f64 {
        match self {
            Self::Bands { offset } => *offset,
            Self::Gate { .. } | Self::Min | Self::Cumulative { .. } => 0.0,
        }
    }
}

/// What must reach `pass` in a cumulative rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// The lowest practice of the level.
    Every,
    /// The mean of the level's practices.
    Mean,
}

/// How dimension levels and the overall score become a headline (methods §1.3).
#[derive(Clone, Debug, PartialEq)]
pub struct OverallRule {
    /// Levels by which the headline may exceed the weakest dimension or critical area.
    pub cap: u8,
    /// Areas that cap the headline like a dimension does.
    pub critical: Vec<AreaIx>,
    /// Added to the overall score before it is cut to a level, 0 ≤ offset < 1.
    pub offset: f64,
}

/// What "not applicable" does to a score (methods §1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaPolicy {
    /// The question leaves numerator and denominator.
    Exclude,
    /// It counts as the lowest level.
    AsLowest,
    /// It is never allowed.
    Deny,
}

/// What a claim without evidence counts (methods §1.6). The headline is the claimed score always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidencePolicy {
    /// As claimed; it is only listed.
    Flag,
    /// No more than the level below, in a supported score beside the claimed one.
    Cap,
    /// `Cap` in an interview, else `Flag`.
    #[default]
    ByMode,
}

/// What the questions of a dimension are to one another (methods §3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construct {
    /// Symptoms of one capability: they should go together.
    Reflective,
    /// Different building blocks: they need not, and leaving one out changes what is measured.
    Formative,
}

impl Construct {
    /// The word in a rubric and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reflective => "reflective",
            Self::Formative => "formative",
        }
    }
}

/// Edges of the balance index (largest minus smallest dimension score).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Up to here the dimensions are balanced.
    pub balanced: f64,
    /// Up to here uneven, beyond unbalanced.
    pub uneven: f64,
}

/// "`area` at `level` needs `needs` at `needs_level`."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    /// The area that depends.
    pub area: AreaIx,
    /// The level of it that depends.
    pub level: u8,
    /// The area it depends on.
    pub needs: AreaIx,
    /// The level that must be reached there.
    pub needs_level: u8,
}

//! Does the rubric itself hold? Statistics of many assessments about its questions (methods §3).
//!
//! Whatever is summed up over assessments is an integer, so that tables made by several threads
//! and united in any order are the same to the last bit.

mod bootstrap;
mod consistency;
mod drawn;
mod icc;
mod minimum;
mod question;
mod repeated;
mod retest;
mod rooms;
mod study;
mod sums;
mod table;

pub use bootstrap::{Interval, REPLICATES, SEED, SplitMix, Statistics, intervals};
pub use consistency::{Covariances, alpha_of_summary};
pub use drawn::GROUPS;
pub use icc::MeanSquares;
pub use minimum::{CONSISTENCY, EXTREMES, Minimum, QUESTIONS, REPEATED, ROOMS, Standing};
pub use question::{Flag, Tally};
pub use repeated::{Repeated, repeated};
pub use retest::retests;
pub use rooms::{Agreement, Rooms, Votes};
pub use study::{Estimate, OfDimension, OfQuestion, Study, Verdict};
pub use sums::{Basis, Sums};

use crate::rubric::Depth;

/// Fewer organisations would be told about one by one.
pub const FEWEST: usize = 5;

/// What the answers of many show of a rubric.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// How many organisations are in.
    pub organisations: usize,
    /// The depth of the questions that were looked at: that of most assessments.
    pub depth: Depth,
    /// One per dimension.
    pub dimensions: Vec<OfDimension>,
    /// One per dimension: the same organisations again.
    pub repeated: Vec<Repeated>,
    /// The votes of workshops.
    pub rooms: Rooms,
}

/// Below this a denominator is nothing.
const NOTHING: f64 = 1e-12;

//! Whether a rubric holds, on paper: what many answers show of its dimensions and questions, and in
//! words what to do about it.

mod advice;
mod numbers;
mod page;

use super::Format;
use super::cohort::block;
use crate::lang::Lang;
use crate::measure::reliability::{OfDimension, Repeated};
use crate::rubric::{Depth, Rubric};

/// What was found, ready to be printed.
pub struct ReliabilityReport<'r> {
    /// The rubric.
    pub rubric: &'r Rubric,
    /// How many organisations are in.
    pub organisations: usize,
    /// The depth of the questions.
    pub depth: Depth,
    /// One per dimension.
    pub dimensions: &'r [OfDimension],
    /// One per dimension: the same organisations again.
    pub repeated: &'r [Repeated],
    /// The language.
    pub lang: Lang,
}

/// Fewer organisations would be told about one by one.
const FEWEST: usize = 5;

impl<'r> ReliabilityReport<'r> {
    /// The dimensions that may be told about: none of them below five organisations.
    fn told(&self) -> &'r [OfDimension] {
        if self.organisations < FEWEST { &[] } else { self.dimensions }
    }
}

/// The report in a format; `None`: lines for a terminal.
pub fn render(report: &ReliabilityReport, format: Option<Format>) -> Vec<u8> {
    match format {
        Some(Format::Json) => numbers::json(report),
        Some(Format::Csv) => numbers::csv(report).into_bytes(),
        format => block::page(page::blocks(report), format, report.lang).into_bytes(),
    }
}

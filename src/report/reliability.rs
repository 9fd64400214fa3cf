//! Whether a rubric holds, on paper: what many answers show of its dimensions and questions, and in
//! words what to do about it.

mod numbers;
mod page;

use super::Format;
use super::cohort::block;
use crate::lang::Lang;
use crate::measure::reliability::{FEWEST, Findings, OfDimension};
use crate::rubric::Rubric;

/// What was found, ready to be printed.
pub struct ReliabilityReport<'r> {
    /// The rubric.
    pub rubric: &'r Rubric,
    /// What the answers show.
    pub findings: &'r Findings,
    /// The language.
    pub lang: Lang,
}

impl<'r> ReliabilityReport<'r> {
    /// The dimensions that may be told about: none of them below five organisations.
    fn told(&self) -> &'r [OfDimension] {
        if self.findings.organisations < FEWEST { &[] } else { &self.findings.dimensions }
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

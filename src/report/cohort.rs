//! A pool on paper: one page of blocks for people, and every told number as JSON or CSV.

pub(super) mod block;
mod numbers;
mod page;

pub use numbers::field as csv_field;
pub use page::reason_words;

use super::Format;
use crate::lang::Lang;
use crate::measure::cohort::Summary;
use crate::text::Clean;

/// What a pool can be printed as; without one of these it is lines for a terminal.
pub const FORMATS: [Format; 4] = [Format::Json, Format::Markdown, Format::Html, Format::Csv];

/// A pool ready to be printed.
pub struct CohortReport<'r> {
    /// What may be told.
    pub summary: &'r Summary<'r>,
    /// The day on which it is made, such as `2026-11-22`.
    pub made: &'r str,
    /// How many files were read.
    pub files: usize,
    /// Why rows and files are not in: the word of a reason in JSON, and how many.
    pub left: Vec<(&'static str, u32)>,
    /// The files that were left out, each with its sentence; told in JSON, and only where everything is.
    pub files_left: &'r [(Clean, Clean)],
    /// Where somebody stands in it.
    pub standing: Option<&'r super::standing::PeersPart>,
    /// The language.
    pub lang: Lang,
}

/// The pool in a format; `None`: lines for a terminal.
pub fn render(report: &CohortReport, format: Option<Format>) -> Vec<u8> {
    match format {
        Some(Format::Json) => numbers::json(report),
        Some(Format::Csv) => numbers::csv(report).into_bytes(),
        format => block::page(page::blocks(report), format, report.lang).into_bytes(),
    }
}

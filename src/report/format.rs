//! The formats of a report, and why one could not be made.

use crate::lang::{Lang, fill};
use crate::text::Clean;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page that opens in any browser and prints.
    Html,
    /// A workbook with charts.
    Xlsx,
    /// Text with light marks.
    Markdown,
    /// A row per question, or per event.
    Csv,
    /// Everything, to be read by programs; can be imported.
    Json,
}

impl Format {
    /// All of them, the ones for people first.
    pub const ALL: [Self; 5] = [Self::Html, Self::Xlsx, Self::Markdown, Self::Csv, Self::Json];

    /// The word of the command line, which is the ending of a file's name too.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Reads that word, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str().eq_ignore_ascii_case(text))
    }

    /// What people call it.
    pub fn name(self, lang: Lang) -> &'static str {
        let words = &lang.words().report;
        match self {
            Self::Html => words.format_html,
            Self::Xlsx => words.format_xlsx,
            Self::Markdown => words.format_md,
            Self::Csv => words.format_csv,
            Self::Json => words.format_json,
        }
    }
}

/// Why a report could not be made: the format, and what its writer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprintable {
    /// The format.
    pub format: Format,
    /// The cause.
    pub cause: Clean,
}

impl Unprintable {
    pub(super) fn new(format: Format, cause: impl std::fmt::Display) -> Self {
        Self { format, cause: Clean::line(&cause.to_string()) }
    }

    /// What happened, in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        fill(lang.words().report.fault, &[self.format.name(lang), &self.cause])
    }
}

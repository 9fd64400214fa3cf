//! Why a rubric is refused: the place inside the file and the reason.

mod malformed;

use std::fmt;

use crate::format::{Flaw, Malformed};

use crate::lang::{FaultWords, fill};
use crate::text::Clean;

/// A rule of the rubric format that a file breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The file is larger than `limit` bytes.
    FileTooLarge {
        /// Bytes.
        limit: usize,
    },
    /// The text is not UTF-8 from this byte on.
    NotUtf8 {
        /// Offset from the start of the file.
        byte: usize,
    },
    /// Objects and arrays nest deeper than `limit`.
    TooDeep {
        /// Levels of nesting.
        limit: usize,
    },
    /// Not the JSON that the format asks for.
    Malformed {
        /// In which way.
        what: Malformed,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The format number is newer than this program.
    NewerFormat {
        /// The number found.
        found: u64,
    },
    /// Not an id.
    BadId {
        /// The text found, cleaned.
        found: Clean,
    },
    /// An id that stands in the file twice.
    DuplicateId {
        /// The id.
        id: Clean,
        /// Where it stands first.
        first: String,
    },
    /// A reference to something that the rubric does not have.
    UnknownId {
        /// The id, cleaned.
        id: Clean,
    },
    /// A word that is not one of a closed set.
    UnknownWord {
        /// The word found, cleaned.
        found: Clean,
        /// The words that are possible.
        allowed: &'static str,
    },
    /// Not `major.minor.patch`.
    BadVersion {
        /// The text found, cleaned.
        found: Clean,
    },
    /// A text that lacks one of the declared languages, or is blank in it.
    MissingLanguage {
        /// Its code.
        lang: &'static str,
    },
    /// A text longer than `limit` bytes.
    TextTooLong {
        /// Bytes.
        limit: usize,
    },
    /// A number outside of its range.
    OutOfRange {
        /// As written.
        found: String,
        /// The range in words or figures.
        range: String,
    },
    /// More entries than a list may have.
    TooMany {
        /// Most.
        limit: usize,
    },
    /// A list that must not be empty.
    Empty,
    /// A list with the wrong number of entries.
    Count {
        /// Entries found.
        found: usize,
        /// Entries needed.
        needed: usize,
    },
    /// Levels or values that do not rise from entry to entry.
    NotRising,
    /// Weights that add up to nothing.
    NoWeight,
    /// A question of a kind that the level rule cannot read.
    KindAgainstRule,
    /// Prerequisites that need each other.
    Cycle,
    /// A rule beside a preset that already is one.
    PresetAndRule,
    /// Credit toward the next answer that reaches past it.
    CreditPastNext,
    /// Not the number of an earlier version.
    NotEarlier {
        /// The text found, cleaned.
        found: Clean,
    },
    /// Every question is kept for full depth, so that a quick assessment would ask nothing.
    NoneQuick,
}

impl Fault {
    /// This fault at `path` inside the file; an empty path means the file as a whole.
    pub fn at(self, path: impl fmt::Display) -> Refusal {
        Refusal { path: path.to_string(), fault: self }
    }

    /// The reason as a sentence without its place.
    pub fn sentence(&self, w: &FaultWords) -> String {
        let n = |number: usize| number.to_string();
        match self {
            Self::FileTooLarge { limit } => fill(w.file_too_large, &[&n(limit >> 20)]),
            Self::NotUtf8 { byte } => fill(w.not_utf8, &[&n(byte + 1)]),
            Self::TooDeep { limit } => fill(w.too_deep, &[&n(*limit)]),
            Self::Malformed { what, line, column } => {
                // A file that ends early ends before the first column of its last, empty line.
                fill(w.malformed, &[&n(*line), &n((*column).max(1)), &malformed::sentence(what, w)])
            }
            Self::NewerFormat { found } => fill(w.newer_format, &[&found.to_string()]),
            Self::BadId { found } => fill(w.bad_id, &[found]),
            Self::DuplicateId { id, first } => fill(w.duplicate_id, &[id, first]),
            Self::UnknownId { id } => fill(w.unknown_id, &[id]),
            Self::UnknownWord { found, allowed } => fill(w.unknown_word, &[found, allowed]),
            Self::BadVersion { found } => fill(w.bad_version, &[found]),
            Self::MissingLanguage { lang } => fill(w.missing_language, &[lang]),
            Self::TextTooLong { limit } => fill(w.text_too_long, &[&n(limit >> 10)]),
            Self::OutOfRange { found, range } => fill(w.out_of_range, &[found, range]),
            Self::TooMany { limit } => fill(w.too_many, &[&n(*limit)]),
            Self::Empty => w.empty.to_owned(),
            Self::Count { found, needed } => fill(w.count, &[&n(*found), &n(*needed)]),
            Self::NotRising => w.not_rising.to_owned(),
            Self::NoWeight => w.no_weight.to_owned(),
            Self::KindAgainstRule => w.kind_against_rule.to_owned(),
            Self::Cycle => w.cycle.to_owned(),
            Self::PresetAndRule => w.preset_and_rule.to_owned(),
            Self::CreditPastNext => w.credit_past_next.to_owned(),
            Self::NotEarlier { found } => fill(w.not_earlier, &[found]),
            Self::NoneQuick => w.none_quick.to_owned(),
        }
    }
}

/// A [`Fault`] and where in the file it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Such as `dimensions[0].areas[2].questions[0].anchors`; empty for the whole file.
    pub path: String,
    /// The rule that is broken.
    pub fault: Fault,
}

impl From<Flaw> for Refusal {
    fn from(Flaw { what, line, column, path }: Flaw) -> Self {
        Fault::Malformed { what, line, column }.at(path)
    }
}

impl Refusal {
    /// `path: reason`, or the reason alone.
    pub fn sentence(&self, w: &FaultWords) -> String {
        let reason = self.fault.sentence(w);
        if self.path.is_empty() { reason } else { fill(w.at_path, &[&Clean::line(&self.path), &reason]) }
    }
}

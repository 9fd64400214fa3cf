//! Why a file cannot be read, or a row not understood: one sentence each.

use crate::lang::{ImportWords, fill};
use crate::report::book::read::{MAX_UNPACKED, Unreadable};
use crate::rubric::Id;
use crate::text::Clean;

/// Why nothing of a file can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// More bytes than are read.
    TooLarge {
        /// Most bytes.
        limit: usize,
    },
    /// Text in another encoding.
    NotUtf8 {
        /// The first byte that does not fit.
        byte: usize,
    },
    /// A quote that is never closed.
    BadCsv {
        /// The row in which it stands.
        row: usize,
    },
    /// No workbook, or a broken one.
    BadXlsx(Clean),
    /// A workbook of the old kind, or one that is locked with a password: both begin alike.
    LockedXlsx,
    /// A workbook that unpacks to more than is read.
    TooUnpacked {
        /// Most bytes.
        limit: usize,
    },
    /// More rows than are read.
    TooManyRows {
        /// Most rows.
        limit: usize,
    },
    /// No row that names the columns which are needed.
    NoColumns {
        /// The names of those columns.
        names: [&'static str; 2],
    },
    /// A column that is named twice.
    TwiceColumn(&'static str),
    /// No JSON report of this program.
    BadJson {
        /// In this line.
        line: usize,
        /// At this column.
        column: usize,
    },
    /// A report of a newer program.
    NewerJson(u64),
    /// A report without anything that was said.
    NoEvents,
    /// A report of another rubric.
    OtherRubric {
        /// Id and version there.
        there: [Clean; 2],
        /// Id and version here.
        here: [Clean; 2],
    },
}

impl ImportFault {
    /// What is wrong with the file called `name`.
    pub fn sentence(&self, name: &str, w: &ImportWords) -> String {
        let mib = |bytes: &usize| (bytes >> 20).to_string();
        match self {
            Self::TooLarge { limit } => fill(w.too_large, &[name, &mib(limit)]),
            Self::NotUtf8 { byte } => fill(w.not_utf8, &[name, &(byte + 1).to_string()]),
            Self::BadCsv { row } => fill(w.bad_csv, &[name, &row.to_string()]),
            Self::BadXlsx(cause) => fill(w.bad_xlsx, &[name, cause]),
            Self::LockedXlsx => fill(w.locked_xlsx, &[name]),
            Self::TooUnpacked { limit } => fill(w.too_unpacked, &[name, &mib(limit)]),
            Self::TooManyRows { limit } => fill(w.too_many_rows, &[name, &limit.to_string()]),
            Self::NoColumns { names: [question, answer] } => fill(w.no_columns, &[name, question, answer]),
            Self::TwiceColumn(column) => fill(w.twice_column, &[name, column]),
            Self::BadJson { line, column } => fill(w.bad_json, &[name, &line.to_string(), &column.to_string()]),
            Self::NewerJson(format) => fill(w.newer_json, &[name, &format.to_string()]),
            Self::NoEvents => fill(w.no_events, &[name]),
            Self::OtherRubric { there, here } => {
                fill(w.other_rubric, &[name, &there[0], &there[1], &here[0], &here[1]])
            }
        }
    }
}

impl From<Unreadable> for ImportFault {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Locked => Self::LockedXlsx,
            Unreadable::Broken(cause) => Self::BadXlsx(cause),
            Unreadable::TooLarge => Self::TooUnpacked { limit: MAX_UNPACKED },
        }
    }
}

/// Why a row cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bad {
    /// Something is filled in, but not which question it is about.
    NoQuestion,
    /// A question that the rubric does not have.
    UnknownQuestion(Clean),
    /// The question stands in an earlier row already.
    Twice(Id, usize),
    /// A level that the question does not have.
    OutOfScale {
        /// The question.
        question: Id,
        /// What is filled in.
        typed: Clean,
        /// What could be.
        valid: String,
    },
    /// No word for the way to the next level.
    UnknownCredit {
        /// The question.
        question: Id,
        /// What is filled in.
        typed: Clean,
        /// What could be.
        valid: String,
    },
    /// There is no next level.
    NothingAbove(Id),
    /// A way to the next level, but from where?
    TowardAlone(Id),
    /// The question always applies.
    NaNotAllowed(Id),
    /// Does not apply, but why?
    NaNoReason(Id),
    /// A reason, but the answer says something else.
    ReasonAlone(Id),
    /// No word for how sure the answer is.
    BadConfidence {
        /// The question.
        question: Id,
        /// What is filled in.
        typed: Clean,
        /// What could be.
        valid: String,
    },
    /// A text over the limit.
    TextTooLong(Id, usize),
    /// An entry of a report that makes no sense.
    BadEntry(usize),
    /// An entry of a report that has the name of one here and says something else.
    ChangedEntry(Clean),
    /// A stored value that makes no sense of the question or area, such as an answer that is none.
    Unreadable(Id, Clean),
}

impl Bad {
    /// Why, without the number of the row.
    pub fn sentence(&self, w: &ImportWords) -> String {
        match self {
            Self::NoQuestion => w.no_question.to_owned(),
            Self::UnknownQuestion(id) => fill(w.unknown_question, &[id]),
            Self::Twice(id, row) => fill(w.twice, &[id.as_str(), &row.to_string()]),
            Self::OutOfScale { question, typed, valid } => fill(w.out_of_scale, &[question.as_str(), typed, valid]),
            Self::UnknownCredit { question, typed, valid } => {
                fill(w.unknown_credit, &[question.as_str(), typed, valid])
            }
            Self::NothingAbove(id) => fill(w.nothing_above, &[id.as_str()]),
            Self::TowardAlone(id) => fill(w.toward_alone, &[id.as_str()]),
            Self::NaNotAllowed(id) => fill(w.na_not_allowed, &[id.as_str()]),
            Self::NaNoReason(id) => fill(w.na_no_reason, &[id.as_str()]),
            Self::ReasonAlone(id) => fill(w.reason_alone, &[id.as_str()]),
            Self::BadConfidence { question, typed, valid } => {
                fill(w.bad_confidence, &[question.as_str(), typed, valid])
            }
            Self::TextTooLong(id, limit) => fill(w.text_too_long, &[id.as_str(), &(limit >> 10).to_string()]),
            Self::BadEntry(number) => fill(w.bad_entry, &[&number.to_string()]),
            Self::ChangedEntry(id) => fill(w.changed_entry, &[id]),
            Self::Unreadable(id, value) => fill(w.unreadable, &[id.as_str(), value]),
        }
    }
}

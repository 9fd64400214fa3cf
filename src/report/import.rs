//! Answers that come back: a filled workbook, a table, or a JSON report.
//!
//! Reading and planning change nothing. An [`Import`] says what is new, what is here already,
//! what differs and which rows cannot be understood; its changes are marked as imported, so
//! that none of them replaces what somebody else has said.

mod fault;
mod json;
mod plan;
mod preview;
mod row;
mod table;

pub use fault::{Bad, ImportFault};
pub use plan::Planned;

use std::path::Path;

use crate::assessment::{Assessment, Change, Event, Session};
use crate::lang::Lang;
use crate::rubric::{Id, Rubric};
use crate::text::Clean;

/// Most bytes of a file that is imported.
pub const MAX_BYTES: usize = 64 << 20;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A workbook.
    Xlsx,
    /// A table in text.
    Csv,
    /// A JSON report of this program.
    Json,
}

impl Source {
    /// What the ending of a file's name says.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let sources = [("xlsx", Self::Xlsx), ("csv", Self::Csv), ("json", Self::Json)];
        sources.into_iter().find(|(name, _)| *name == ending).map(|(_, source)| source)
    }
}

/// A row that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Its number in the file, from 1; of a JSON report, the entry's.
    pub number: usize,
    /// Why.
    pub bad: Bad,
}

/// What a file would change in an assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// What nobody has said here yet.
    pub fresh: Vec<Planned>,
    /// What differs from what somebody has said here.
    pub conflicts: Vec<Planned>,
    /// What the file says beside something else that it says of the same thing: people disagree
    /// there. It cannot be recorded in one session with that, see [`Import::changes`].
    pub further: Vec<Planned>,
    /// How many things say what is here already.
    pub same: usize,
    /// Rows that cannot be understood.
    pub bad: Vec<BadRow>,
    /// Questions with something new that are beyond the depth of the assessment.
    pub outside: usize,
    /// The file is a report of this very assessment: its entries that are missing here.
    pub events: Vec<Event>,
    /// How many entries such a report has.
    pub all_events: usize,
}

impl Import {
    /// Whether it would change nothing.
    pub fn is_empty(&self) -> bool {
        self.fresh.is_empty() && self.conflicts.is_empty() && self.further.is_empty() && self.events.is_empty()
    }

    /// How many things it would record.
    pub fn len(&self) -> usize {
        self.fresh.len() + self.conflicts.len() + self.further.len() + self.events.len()
    }

    /// How many bytes it adds to a file at least: what is said, without what it takes to say it.
    pub fn bytes(&self) -> u64 {
        let planned = self.fresh.iter().chain(&self.conflicts).chain(&self.further).map(|p| &p.change.is);
        planned.chain(self.events.iter().map(|e| &e.is)).map(|is| is.as_json().len() as u64).sum()
    }

    /// The changes to be recorded in `session`, marked as imported; the events of a report of
    /// this very assessment are not among them.
    ///
    /// A session's later event replaces its own earlier one. So what the file itself says
    /// otherwise ([`Import::further`]) is not among them either: once these are recorded, the
    /// file read again plans the next of it, for a session of its own.
    pub fn changes(&self, assessment: &Assessment, session: Session) -> Vec<Change> {
        let first = assessment.ledger().next(session).counter;
        // A new item of evidence is named by the event that will hold it.
        let name = |counter: u32| Id::new(&format!("{session}.{counter}"));
        let planned = self.fresh.iter().chain(&self.conflicts);
        (first..).zip(planned).filter_map(|(counter, planned)| Some(planned.change(name(counter)?))).collect()
    }
}

/// Reads a file and holds it against an assessment. `lang` is that of the columns' names in faults.
pub fn read(
    bytes: &[u8],
    source: Source,
    rubric: &Rubric,
    assessment: &Assessment,
    lang: Lang,
) -> Result<Import, ImportFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportFault::TooLarge { limit: MAX_BYTES });
    }
    match source {
        Source::Json => json::read(bytes, rubric, assessment),
        Source::Xlsx => Ok(of_table(&table::of_xlsx(bytes)?, rubric, assessment, lang)?),
        Source::Csv => Ok(of_table(&table::of_csv(bytes)?, rubric, assessment, lang)?),
    }
}

fn of_table(table: &table::Table, rubric: &Rubric, assessment: &Assessment, lang: Lang) -> Result<Import, ImportFault> {
    let (said, bad) = row::said(table, rubric, lang)?;
    let mut import = plan::plan(said, rubric, assessment);
    import.bad = bad;
    Ok(import)
}

/// The file's name in sentences.
pub fn name_of(path: &Path) -> Clean {
    Clean::line(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

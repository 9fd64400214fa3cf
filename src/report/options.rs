//! What is wanted of a report.

use crate::assessment::Stamp;

/// How much a report tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Every question too.
    #[default]
    Full,
    /// What management reads: no single question.
    Summary,
}

/// Whether it is said who is assessed and who answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Yes.
    #[default]
    Shown,
    /// No: subject, unit, site, assessor and authors are left out. Notes stand as written.
    LeftOut,
}

/// What the rows of a CSV are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Questions.
    #[default]
    Questions,
    /// Events.
    Events,
    /// Steps of the plan.
    Steps,
}

/// Whether text in a CSV is kept from being read as a formula.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// A leading `'` is put before it.
    #[default]
    Guarded,
    /// It stands as it is: for programs, not for spreadsheets.
    Raw,
}

/// What is wanted of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How much it tells.
    pub scope: Scope,
    /// Whether it names people and organisations.
    pub names: Names,
    /// CSV only.
    pub rows: Rows,
    /// CSV only.
    pub cells: Cells,
    /// Effort points of a wave of the plan; `None`: as many as usual.
    pub capacity: Option<u32>,
}

/// When the report is made, and by which version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made<'a> {
    /// The clock on the wall.
    pub at: Stamp,
    /// Version of the program.
    pub version: &'a str,
}

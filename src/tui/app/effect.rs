//! What the application wants done outside of it.

use super::{Order, Partner};
use crate::assessment::{Change, Event, Thing, Value};

/// What must be done outside of the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep an event on disk.
    Record(Event),
    /// Keep several events that belong together.
    RecordAll(Vec<Event>),
    /// Keep the text being typed, or forget it.
    Draft(Option<(Thing, Value)>),
    /// Open the assessment at this place of the home list.
    Open(usize),
    /// Make an assessment of these changes and open it.
    Create(Vec<Change>),
    /// Record a change in the assessment at this place of the home list.
    ChangeListed(usize, Change),
    /// Make a re-assessment of the one at this place of the home list and open it.
    Duplicate(usize),
    /// Delete the assessment at this place of the home list.
    Delete(usize),
    /// Look at the rubric of the assessment at this place of the home list, through all that answer it.
    Study(Option<usize>),
    /// Find the rubrics of which a new assessment can be.
    Rubrics,
    /// Find out what uniting these files would come to; the second is where to, empty for a new file.
    Compare(Vec<Partner>, String),
    /// Unite the files that were compared last.
    Unite,
    /// Make the copied file at this place of the home list an assessment of its own.
    Fork(usize),
    /// Write the file at this place of the home list again, from what this computer remembers.
    BringBack(usize),
    /// Forget what this computer remembers of the one at this place of the home list.
    Forget(usize),
    /// Read the home list again; the open assessment, if any, is closed.
    List,
    /// Add what an older copy of the file lacks, or leave it out.
    Settle(bool),
    /// Write a report.
    Report(Order),
    /// Write the whole assessment to a new file of this name.
    SaveElsewhere(String),
    /// Read the other assessments of the open one's subject.
    Others,
    /// Read the rubric file of the preview again.
    Reload,
    /// Give the terminal back to the shell.
    Suspend,
    /// Take in the self-assessment at this path as votes.
    TakeIn(String),
    /// Leave the program.
    Quit,
}

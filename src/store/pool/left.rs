//! What could not be taken into a pool, and why.

use crate::assessment::Unreadable;
use crate::lang::{CohortWords, StoreWords, fill};
use crate::store::StoreFault;
use crate::text::Clean;

/// A file, or a line of a collection, that was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// The file.
    pub path: Clean,
    /// The line, from 1, if it stands in a collection.
    pub line: Option<usize>,
    /// The group of reasons that it counts under.
    pub group: Group,
    /// The reason, in one sentence.
    pub sentence: Clean,
}

/// Groups of reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// It is something else.
    NotAnAssessment,
    /// Lines are damaged or gone.
    Damaged,
    /// A newer version of the program wrote it.
    Newer,
    /// It holds an answer that its rubric does not know.
    Unreadable,
    /// Its rubric is not here.
    NoRubric,
    /// The disk did not give it.
    CannotRead,
}

impl Group {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::NotAnAssessment, Self::Damaged, Self::Newer, Self::Unreadable, Self::NoRubric, Self::CannotRead];

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnAssessment => "not_an_assessment",
            Self::Damaged => "damaged",
            Self::Newer => "newer_format",
            Self::Unreadable => "unreadable_answer",
            Self::NoRubric => "no_rubric",
            Self::CannotRead => "cannot_read",
        }
    }
}

/// Why something was left out.
#[derive(Clone, Debug)]
pub(super) enum Why {
    /// What the store says.
    Fault(StoreFault),
    /// So many lines are damaged.
    Damaged(usize),
    /// So many events are gone.
    Lost(u32),
    /// An answer that is none.
    Unreadable(Unreadable),
    /// The rubric declares more kinds of answers than a row has room for.
    TooManyCredits,
    /// A line of a collection that is none.
    BadLine,
}

impl Why {
    pub fn group(&self) -> Group {
        match self {
            Self::Fault(StoreFault::NotAnAssessment(_) | StoreFault::IsRubric(_) | StoreFault::NotAFile(..))
            | Self::BadLine => Group::NotAnAssessment,
            Self::Fault(StoreFault::NewerFormat { .. }) => Group::Newer,
            Self::Damaged(_) | Self::Lost(_) => Group::Damaged,
            Self::Unreadable(_) => Group::Unreadable,
            Self::Fault(
                StoreFault::NoRubric { .. }
                | StoreFault::RubricVersion { .. }
                | StoreFault::RubricRefused(..)
                | StoreFault::CarriedRefused(..),
            )
            | Self::TooManyCredits => Group::NoRubric,
            Self::Fault(_) => Group::CannotRead,
        }
    }

    pub fn sentence(&self, path: &Clean, w: &CohortWords, store: &StoreWords) -> Clean {
        let sentence = match self {
            Self::Fault(fault) => fault.sentence(store),
            Self::Damaged(1) => fill(w.damaged_one, &[path]),
            Self::Damaged(lines) => fill(w.damaged, &[path, &lines.to_string()]),
            Self::Lost(entries) => fill(w.lost, &[path, &entries.to_string()]),
            Self::Unreadable(bad) => fill(w.unreadable, &[path, bad.question.as_str(), &bad.value]),
            Self::TooManyCredits => fill(w.too_many_credits, &[path]),
            Self::BadLine => fill(w.bad_line, &[path]),
        };
        Clean::line(&sentence)
    }
}

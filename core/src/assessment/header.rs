//! Whose file it is: the id of an assessment, its rubric, and who writes.

use std::fmt;

use super::{Session, Stamp};
use crate::rubric::Id;
use crate::text::Clean;

/// The identity of an assessment: 32 hexadecimal digits. Copies of a file share it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(Box<str>);

impl AssessmentId {
    /// Reads 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        plain.then(|| Self(text.into()))
    }

    /// An id out of 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(format!("{:032x}", u128::from_be_bytes(bytes)).into())
    }

    /// The id that is this number.
    pub fn from_number(number: u128) -> Self {
        Self::from_random(number.to_be_bytes())
    }

    /// The digits as a number.
    pub fn number(&self) -> u128 {
        // They are 32 hexadecimal digits.
        u128::from_str_radix(&self.0, 16).unwrap_or_default()
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Which rubric an assessment answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricRef {
    /// Its id.
    pub id: Id,
    /// Its version as written.
    pub version: Clean,
    /// SHA-256 of its compact form, 64 hexadecimal digits.
    pub sha256: Box<str>,
}

/// The first line of every session: what the file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which assessment.
    pub assessment: AssessmentId,
    /// The session whose events follow.
    pub session: Session,
    /// Which rubric is answered.
    pub rubric: RubricRef,
    /// When the assessment was made.
    pub created: Stamp,
}

/// Who records from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The session of this run.
    pub session: Session,
    /// The author's name, empty if nobody said.
    pub by: Box<str>,
}

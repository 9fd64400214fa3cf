//! The rubric that a file carries, read where it stands.
//!
//! Reading a rubric is half of what opening costs, and finding out that its line is JSON would be a fifth
//! more: who reads it knows that too.

use std::sync::Arc;

use super::log::{carried_rubric, lines};
use super::rubrics::hash;
use crate::assessment::Event;
use crate::rubric::Rubric;

/// As many bytes are worth the trouble.
const WORTH_IT: usize = 64 << 10;

/// A rubric that a file carries.
pub(super) struct Carried<'b> {
    /// Its line, with the event.
    pub line: (&'b [u8], Event),
    pub rubric: CarriedRubric,
}

/// A rubric by what was hashed of it.
#[derive(Clone, Debug)]
pub(super) struct CarriedRubric {
    /// The hash by which assessments name it.
    pub sha256: Box<str>,
    /// The rubric.
    pub rubric: Rubric,
}

impl<'b> Carried<'b> {
    /// Reads the last rubric that an assessment's bytes carry, which is most likely the one in use. One about
    /// which anything is unusual is left to who reads line by line.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let long: Vec<&[u8]> = lines(bytes).filter(|line| line.len() >= WORTH_IT).collect();
        long.into_iter().rev().find_map(|line| {
            let mut rubric = None;
            let event = carried_rubric(line, |sha256, json| {
                if hash(json) == *sha256 {
                    let read = Rubric::read_text(&Arc::clone(json).into()).ok();
                    rubric = read.map(|rubric| CarriedRubric { sha256: sha256.clone(), rubric });
                }
                rubric.is_some()
            })?;
            Some(Self { line: (line, event), rubric: rubric? })
        })
    }
}

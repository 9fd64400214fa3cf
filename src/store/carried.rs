//! The rubric that a file carries, read where it stands.
//!
//! Reading a rubric is half of what opening costs, and finding out that its line is JSON would be a fifth
//! more: who reads it knows that too.

use std::sync::Arc;

use super::contents::Shared;
use super::log::{carried_rubric, lines};
use super::sha256::hash;
use crate::assessment::Event;
use crate::rubric::{Rubric, Shipped};
use crate::text::Source;

/// As many bytes are worth the trouble.
const WORTH_IT: usize = 64 << 10;

/// A rubric that a file carries.
pub(super) struct Carried<'b> {
    /// Its line, with the event.
    pub line: (&'b [u8], Event),
    pub rubric: ReadyRubric,
}

/// A rubric that was read before anybody asked for it.
#[derive(Clone)]
pub(super) struct ReadyRubric {
    /// The hash by which assessments name it.
    pub sha256: Box<str>,
    /// The rubric.
    pub rubric: Arc<Rubric>,
    /// What has to have that hash and was only skimmed, unless it is part of the program.
    unproved: Option<Source>,
}

impl ReadyRubric {
    /// One that is part of the program.
    pub fn shipped(shipped: &Shipped) -> Option<Self> {
        let rubric = Arc::new(shipped.read().ok()?);
        Some(Self { sha256: shipped.sha256.into(), rubric, unproved: None })
    }

    /// Itself, if it is the rubric that its hash names and keeps every rule.
    pub fn proved(self) -> Option<Self> {
        let Some(json) = &self.unproved else { return Some(self) };
        let rubric = (hash(json) == self.sha256).then(|| self.rubric.settled(json).ok())??;
        Some(Self { rubric, unproved: None, ..self })
    }
}

impl<'b> Carried<'b> {
    /// Reads the last rubric that an assessment's file carries, which is most likely the one in use. One about
    /// which anything is unusual is left to who reads line by line. Its checksum and its hash are taken when the
    /// assessment is opened, and not for a glance.
    pub fn read(file: &'b Shared) -> Option<Self> {
        let Shared::Text(text) = file else { return None };
        let long: Vec<&[u8]> = lines(text.as_bytes()).filter(|line| line.len() >= WORTH_IT).collect();
        long.into_iter().rev().find_map(|line| {
            let mut rubric = None;
            let event = carried_rubric(text.part_of(line)?, |sha256, json| {
                // The whole file is kept as long as the rubric: it must not be much more.
                let is_most = json.len() >= text.len() / 2;
                let json = if is_most { text.part(json)? } else { json.to_owned().into() };
                let read = Arc::new(Rubric::skim(&json).ok()?);
                rubric = Some(ReadyRubric { sha256: sha256.clone(), rubric: read, unproved: Some(json.clone()) });
                Some(json)
            })?;
            Some(Self { line: (line, event), rubric: rubric? })
        })
    }
}

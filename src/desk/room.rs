//! Taking in somebody's self-assessment as votes, for the command and for the screen alike.

use std::ffi::OsStr;

use anyhow::{Result, anyhow};

use super::{Desk, OnDesk};
use crate::assessment::Assessment;
use crate::lang::fill;
use crate::rubric::Rubric;
use crate::store::Use;
use crate::text::Clean;

impl Desk {
    /// Opens an assessment whose answers are to be votes in a room. It must answer the same rubric,
    /// and be another assessment.
    pub fn votes_from(&self, name: &OsStr, rubric: &Rubric, room: &Assessment) -> Result<OnDesk> {
        let path = self.resolve(name)?;
        let theirs = self.open(&path, Use::Read)?;
        let words = &self.words().room;
        if theirs.opened.assessment.id == room.id {
            return Err(anyhow!(words.same_file));
        }
        if theirs.rubric.id != rubric.id {
            let path = Clean::line(&path.to_string_lossy());
            return Err(anyhow!(fill(words.other_rubric, &[&path, theirs.rubric.id.as_str(), rubric.id.as_str()])));
        }
        Ok(theirs)
    }
}

//! Somebody's self-assessment is taken in as votes.

use std::ffi::OsStr;

use anyhow::Result;

use super::Outside;
use crate::assessment::Field;
use crate::clock;
use crate::lang::fill;
use crate::tui::app::{App, News};

impl Outside {
    /// Reads the file and records its answers as votes of its assessor, else of its subject.
    pub(super) fn take_in(&mut self, name: &str, app: &mut App) -> Result<()> {
        let Some(work) = &mut app.work else { return Ok(()) };
        let theirs = self.desk.votes_from(OsStr::new(name), &work.rubric, &work.assessment)?;
        let said = &theirs.opened.assessment;
        let who = said.setup(Field::Assessor).unwrap_or_else(|| said.subject());
        let Some(rater) = work.room.rater_named(&who) else { return Ok(()) };
        let votes = work.room.taking_in(&work.rubric, &rater, &theirs.rubric, said);
        let told = fill(self.desk.lang.words().room.taken_in, &[&who, &votes.len().to_string()]);
        let changes = work.room.joining(&rater, &who, None).into_iter().chain(votes).collect();
        let mut effects = Vec::new();
        work.record_several(changes, clock::now(), &mut effects);
        for effect in effects {
            self.act(effect, app);
        }
        app.told(News::Notice(told));
        Ok(())
    }
}

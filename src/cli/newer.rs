//! Newer versions of the rubrics in use: looked for once each, and told once each.

use crate::assessment::RubricRef;
use crate::desk::{Desk, OnDesk};
use crate::out;

/// What was looked for so far.
pub struct Newer<'d> {
    desk: &'d Desk,
    known: Vec<(RubricRef, Option<String>)>,
}

impl<'d> Newer<'d> {
    /// Nothing yet.
    pub fn new(desk: &'d Desk) -> Self {
        Self { desk, known: Vec::new() }
    }

    /// The newer version of the rubric that an assessment is in, if one is here.
    pub fn of(&mut self, on_desk: &OnDesk) -> Option<String> {
        let in_use = on_desk.opened.assessment.rubric_in_use();
        if let Some((_, newer)) = self.known.iter().find(|(known, _)| *known == in_use) {
            return newer.clone();
        }
        let newer = self.desk.newer(&on_desk.opened.assessment, &on_desk.rubric);
        self.known.push((in_use, newer.clone()));
        newer
    }

    /// Says what there is, and what to do about it, on standard error.
    pub fn tell(&self) {
        for (in_use, newer) in &self.known {
            if let Some(newer) = newer {
                out::complain(&self.desk.newer_told(in_use, newer));
            }
        }
    }
}

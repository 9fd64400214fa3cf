//! Newer versions of the rubrics in use: looked for once each, and told once each.

use std::sync::Arc;

use crate::desk::Desk;
use crate::out;
use crate::rubric::Rubric;

/// What was looked for so far.
pub struct Newer<'d> {
    desk: &'d Desk,
    known: Vec<(Arc<Rubric>, Option<String>)>,
}

impl<'d> Newer<'d> {
    /// Nothing yet.
    pub fn new(desk: &'d Desk) -> Self {
        Self { desk, known: Vec::new() }
    }

    /// The newer version of a rubric in use, if one is here.
    pub fn of(&mut self, rubric: &Arc<Rubric>) -> Option<String> {
        let same = |(known, _): &&(Arc<Rubric>, _)| known.id == rubric.id && known.version == rubric.version;
        if let Some((_, newer)) = self.known.iter().find(same) {
            return newer.clone();
        }
        let newer = self.desk.newer(rubric);
        self.known.push((Arc::clone(rubric), newer.clone()));
        newer
    }

    /// Says what there is, and what to do about it, on standard error.
    pub fn tell(&self) {
        for (rubric, newer) in &self.known {
            if let Some(newer) = newer {
                out::complain(&self.desk.newer_told(rubric, newer));
            }
        }
    }
}

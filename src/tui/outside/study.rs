//! The assessments of this computer are read for what they show of their rubric.

use std::path::PathBuf;
use std::thread;

use super::{Heard, Outside};
use crate::desk::Desk;
use crate::desk::cohort::cores;
use crate::measure::cohort::Rules;
use crate::store::Use;
use crate::tui::app::Reading;
use crate::tui::sources::Wake;

impl Outside {
    /// Reads them in a thread of its own: no key waits for it.
    pub(super) fn study(&self, entry: Option<usize>) {
        let (desk, queue) = (self.desk.clone(), self.queue.clone());
        let path = entry.and_then(|entry| self.path(entry));
        thread::spawn(move || {
            // After the loop has ended nobody wants to know.
            let _ = queue.send(Wake::Report(Heard::Studied(read(&desk, path))));
        });
    }
}

/// What they show of the rubric of a file; without one, of the rubric that most answer.
fn read(desk: &Desk, path: Option<PathBuf>) -> Reading {
    let rubric = path.and_then(|path| Some(desk.store.open(&path, Use::Read).ok()?.assessment.rubric.id));
    let rules = Rules { rubric, ..Rules::default() };
    let folder = [desk.store.places().data.clone()];
    // Before the first assessment there is no such folder.
    if !folder[0].exists() {
        return Reading::Nothing;
    }
    match desk.study(&folder, cores(), &rules, &mut |_| {}) {
        Ok(studied) => Reading::Done(Box::new((studied.cohort.rubric().clone(), studied.findings))),
        Err(error) => Reading::Failed(error.to_string()),
    }
}

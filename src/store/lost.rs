//! Assessments that this computer remembers although their file is gone.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::contents::{Contents, MAX_FILE, read_path};
use super::create::lines_of;
use super::fault::{Doing, StoreFault};
use super::list::Listed;
use super::new_file::{Names, write_new};
use super::open::Use;
use super::opened::Opened;
use super::twin::{self, Standing, Twin};
use super::{Store, new_session};
use crate::assessment::{Assessment, AssessmentId, Stamp};
use crate::text::Clean;

/// An assessment whose file is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct LostTwin {
    /// Its identity.
    pub id: AssessmentId,
    /// Where the file was last.
    pub path: PathBuf,
    /// Who was assessed.
    pub subject: Clean,
    /// When something was last recorded.
    pub changed: Stamp,
    /// How many events there are.
    pub count: usize,
}

impl Store {
    /// Assessments that can be brought back: those that are neither in the list nor at any place that is remembered.
    pub fn lost_twins(&self, listed: &[Listed]) -> Result<Vec<LostTwin>, StoreFault> {
        let here: HashSet<&AssessmentId> =
            listed.iter().filter_map(|l| Some(&l.found.as_ref().ok()?.assessment.id)).collect();
        let mut lost = Vec::new();
        for id in twin::ids(&*self.disk, &self.places.state)? {
            if here.contains(&id) {
                continue;
            }
            // What cannot be read now may be there the next time.
            let Ok(memory) = twin::read(&*self.disk, &self.places.state, &id) else { continue };
            if memory.fault.is_some() || !self.is_gone(&id, &memory) {
                continue;
            }
            let (Some(assessment), Some(path)) = (remembered(&memory), last_path(&memory)) else { continue };
            let count = assessment.ledger().events().len();
            lost.push(LostTwin { id, path, subject: assessment.subject(), changed: assessment.changed(), count });
        }
        Ok(lost)
    }

    /// Writes a lost assessment to a new file: where it was if that folder is still there, else in the data folder.
    pub fn bring_back(&self, lost: &LostTwin) -> Result<Opened, StoreFault> {
        let memory = twin::read(&*self.disk, &self.places.state, &lost.id)?;
        let nothing = || StoreFault::NotAnAssessment(super::fault::shown(&lost.path));
        let assessment = remembered(&memory).ok_or_else(nothing)?;
        let bytes = lines_of(&assessment, &assessment.header(new_session()?))?;
        let stem = lost.path.file_stem().map(|s| s.to_string_lossy().into_owned());
        let folder = lost.path.parent().filter(|f| self.disk.look(f).is_ok());
        let folder = folder.map_or_else(|| self.data_folder(), |f| Ok(f.to_owned()))?;
        let mut names = Names::like(folder, stem.unwrap_or_else(|| lost.id.to_string()));
        let path = names.next_free(&*self.disk)?;
        write_new(&*self.disk, &path, &bytes)?;
        self.open(&path, Use::Write)
    }

    /// Removes all that this computer remembers of a lost assessment.
    pub fn forget(&self, lost: &LostTwin) -> Result<(), StoreFault> {
        let memory = twin::read(&*self.disk, &self.places.state, &lost.id)?;
        for log in &memory.logs {
            self.disk.remove(&log.path).map_err(|e| StoreFault::of(Doing::Remove, &log.path, &e))?;
        }
        self.remove_empty_twin(&lost.id)
    }

    /// Removes the folder of a twin that has no log any more.
    pub(super) fn remove_empty_twin(&self, id: &AssessmentId) -> Result<(), StoreFault> {
        let folder = twin::folder(&self.places.state, id);
        if !twin::check_ours(&*self.disk, &folder)? {
            return Ok(());
        }
        let failed = |e: std::io::Error| StoreFault::of(Doing::Remove, &folder, &e);
        let rest = self.disk.list(&folder).map_err(failed)?;
        if rest.iter().any(|path| path.extension().is_some_and(|e| e == "log")) {
            return Ok(());
        }
        for path in rest {
            self.disk.remove(&path).map_err(failed)?;
        }
        self.disk.remove_dir(&folder).map_err(failed)
    }

    /// Whether no place that a log names holds the assessment any more.
    fn is_gone(&self, id: &AssessmentId, memory: &Twin) -> bool {
        let paths: HashSet<PathBuf> = memory.logs.iter().filter_map(twin::TwinLog::file).collect();
        let is_gone = |path: &PathBuf| match twin::standing(&*self.disk, path, id, None) {
            Standing::Here | Standing::Holds | Standing::Hidden(_) => false,
            // A wiped file is still there: opening it heals it.
            Standing::Gone => !self.is_wiped(path),
        };
        paths.iter().all(is_gone)
    }

    fn is_wiped(&self, path: &Path) -> bool {
        read_path(&*self.disk, path, MAX_FILE).is_ok_and(|(bytes, _)| {
            let contents = Contents::of(&bytes);
            contents.headers.is_empty() && contents.may_be_ours()
        })
    }
}

/// The assessment as the twin alone knows it.
fn remembered(memory: &Twin) -> Option<Assessment> {
    let header = memory.logs.iter().flat_map(|log| &log.contents.headers).next()?;
    let mut assessment = Assessment::new(header);
    let events = memory.logs.iter().flat_map(|log| &log.contents.events);
    assessment.extend(events.filter(|e| !memory.aside.contains(&e.id)).cloned());
    (!assessment.ledger().events().is_empty()).then_some(assessment)
}

/// The path in the log that was written to last.
fn last_path(memory: &Twin) -> Option<PathBuf> {
    let last = |log: &&twin::TwinLog| log.contents.events.iter().map(|e| e.at.unix_ms).max();
    memory.logs.iter().filter(|log| log.contents.path.is_some()).max_by_key(last)?.file()
}

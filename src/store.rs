//! The disk: where assessments live, and how they are made, opened, kept and found.
//!
//! An assessment is a file to which lines are only ever appended ([`log`]). Beside it, in the
//! state folder, this computer keeps a second copy of all it knows: the twin. Opening a file
//! reads both and unites them, and a first [glance](FileRead::glance) needs the file alone; a [`Keeper`] then writes both, each in a thread of its own.
//!
//! Nothing here truncates a file, or makes one again that should be there; a file is replaced
//! only by a whole one, and only where somebody asked for it. Nothing prints.

mod book;
mod carried;
mod contents;
mod copies;
mod create;
mod disk;
mod export;
mod fault;
mod fork;
mod glance;
mod heal;
mod health;
mod list;
pub mod log;
mod lost;
mod merge;
mod new_file;
mod notice;
mod open;
mod opened;
mod pen;
mod places;
pub mod pool;
mod reading;
mod rubrics;
mod sha256;
mod twin;
mod whole;
mod writer;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use contents::MAX_FILE;
pub use copies::{Copy, copies};
pub use create::NewAssessment;
pub use disk::{Access, Disk, FileKind, Handle, Lock, Look, RealDisk};
pub use export::Replace;
pub use fault::{Cause, Doing, StoreFault};
pub use fork::Forked;
pub use glance::FileRead;
pub use health::Health;
pub use list::Listed;
pub use log::Draft;
pub use lost::LostTwin;
pub use merge::{Allow, Misfit, Part, is_same_subject, unite};
pub use new_file::EXTENSION;
pub use notice::{Notice, Span};
pub use open::{Settle, Use};
pub use opened::{Older, Opened};
pub use places::{Places, read_config};
pub use rubrics::{FoundRubric, embed};
pub use whole::Over;
pub use writer::{Keeper, Log, Report, SaveState, Saves};

use crate::assessment::{Assessment, AssessmentId, Session};
use contents::Contents;

/// The assessments and rubrics of one user on one disk.
#[derive(Clone)]
pub struct Store {
    places: Places,
    disk: Arc<dyn Disk>,
}

impl Store {
    /// A store on any disk.
    pub fn new(places: Places, disk: Arc<dyn Disk>) -> Self {
        Self { places, disk }
    }

    /// A store on the disk of this computer.
    pub fn on_disk(places: Places) -> Self {
        Self::new(places, Arc::new(RealDisk))
    }

    /// Where it keeps things.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Marks an assessment as open on this computer, where the system can; fails if there is no place for a twin.
    fn lock(&self, id: &AssessmentId) -> Result<Option<Lock>, StoreFault> {
        let folder = twin::folder(&self.places.state, id);
        twin::make_folder(&*self.disk, &self.places.state, &folder)?;
        Ok(self.disk.lock(&folder.join("lock")).ok())
    }
}

/// A name for a run of the program that records something.
pub fn new_session() -> Result<Session, StoreFault> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| StoreFault::NoRandom)?;
    Ok(Session::from_random(bytes))
}

/// An identity for a new assessment.
pub fn new_id() -> Result<AssessmentId, StoreFault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| StoreFault::NoRandom)?;
    Ok(AssessmentId::from_random(bytes))
}

/// The assessment that a log's bytes hold, with nothing of this computer added; `None` if they hold none.
pub fn assessment_in(bytes: &[u8]) -> Option<Assessment> {
    assessment_of(Contents::of(bytes))
}

/// The assessment of the first header in a log.
fn assessment_of(mut contents: Contents) -> Option<Assessment> {
    let mut assessment = Assessment::new(contents.headers.first()?);
    contents.keep_only(&assessment.id);
    assessment.extend(contents.events);
    Some(assessment)
}

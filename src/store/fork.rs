//! A copied file that has become another subject's: an assessment of its own.

use std::io;
use std::path::{Path, PathBuf};

use super::create::lines_of;
use super::fault::{Doing, StoreFault, shown};
use super::new_file::{Names, slug};
use super::notice::Notice;
use super::open::{Settle, Use};
use super::whole::{self, Over};
use super::{Store, new_id, new_session};

/// What became of a copied file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forked {
    /// The new file.
    pub path: PathBuf,
    /// Whether the copied file was kept, because it holds lines that nobody here can read.
    pub keeps_copy: bool,
}

impl Store {
    /// Writes what a copied file holds to a new file with a new id, named after its subject, and removes the copy.
    ///
    /// What this computer remembers of the copy goes with it: with its file gone it would speak
    /// for the file that was copied.
    pub fn fork(&self, path: &Path) -> Result<Forked, StoreFault> {
        let mut opened = self.open(path, Use::Write)?;
        if let Some(fault) = opened.read_only {
            return Err(fault);
        }
        if opened.notices.contains(&Notice::OtherWindow) {
            return Err(StoreFault::InUse(shown(&opened.path)));
        }
        self.settle(&mut opened, Settle::Add)?;
        let copy = opened.path.clone();
        let logs = self.logs_of(&opened.assessment.id, &copy)?;
        let mut own = opened.assessment.clone();
        own.id = new_id()?;

        let folder = copy.parent().unwrap_or(Path::new(".")).to_owned();
        let mut names = Names::like(folder.clone(), format!("{}-{}", own.created.date(), slug(&own.subject())));
        let new = names.next_free(&*self.disk)?;
        whole::put(&*self.disk, &new, &lines_of(&own, &own.header(new_session()?))?, Over::Refused)?;

        let keeps_copy = !opened.damaged.is_empty() || opened.notices.iter().any(|n| matches!(n, Notice::Unknown(_)));
        if !keeps_copy {
            // In this order: a memory without its file would be taken for the original's.
            for gone in logs.iter().chain([&copy]) {
                self.disk.remove(gone).map_err(|e: io::Error| StoreFault::of(Doing::Remove, gone, &e))?;
            }
            self.disk.sync_dir(&folder).map_err(|e| StoreFault::of(Doing::Remove, &copy, &e))?;
        }
        Ok(Forked { path: new, keeps_copy })
    }
}

//! Whether files are whole: what is found when one is looked at, and which files there are.

use std::path::{Path, PathBuf};

use super::Store;
use super::disk::FileKind;
use super::fault::{Doing, StoreFault};
use super::new_file::EXTENSION;
use super::notice::Notice;
use super::opened::Opened;

/// Folders are gone into so many levels deep.
const DEPTH: usize = 16;

/// What became of the lines of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// All of them are in the file.
    Whole,
    /// The file lacks some that this computer's second copy has; nothing is lost.
    Healed,
    /// Lines of another assessment are among them.
    Foreign,
    /// Some are damaged or lost, in the file or in the second copy.
    Damaged,
}

impl Opened {
    /// How whole the file is.
    pub fn health(&self) -> Health {
        let is = |test: fn(&Notice) -> bool| self.notices.iter().any(test);
        let damage = |n: &Notice| {
            matches!(n, Notice::Damaged(_) | Notice::Lost(_) | Notice::Rebuilt(_) | Notice::TwinDamaged(_))
        };
        if is(damage) || matches!(self.read_only, Some(StoreFault::Headless(_))) {
            Health::Damaged
        } else if is(|n| matches!(n, Notice::Foreign(_))) {
            Health::Foreign
        } else if self.missing() > 0 {
            Health::Healed
        } else {
            Health::Whole
        }
    }

    /// How many events the file lacks that this computer's second copy has.
    pub fn missing(&self) -> usize {
        let lacks = |e: &&crate::assessment::Event| !self.trail.file.events.contains(&e.id);
        let missing = self.assessment.ledger().events().iter().filter(lacks).count();
        // A text that is being typed is no event yet.
        missing.saturating_sub(self.notices.iter().filter(|n| matches!(n, Notice::Draft { .. })).count())
    }

    /// How many events are nowhere.
    pub fn lost(&self) -> u32 {
        self.notices.iter().map(|n| if let Notice::Lost(count) = n { *count } else { 0 }).sum()
    }
}

impl Store {
    /// The assessments and JSON files that a path means: itself, or those in the folder and under it.
    ///
    /// A link to a folder is not followed: it may lead back up.
    pub fn files_at(&self, path: &Path) -> Result<Vec<PathBuf>, StoreFault> {
        let look = self.disk.look(path).map_err(|e| StoreFault::of(Doing::Read, path, &e))?;
        let mut files = Vec::new();
        if look.kind == FileKind::Folder {
            self.files_under(path, DEPTH, &mut files)?;
        } else {
            files.push(path.to_owned());
        }
        Ok(files)
    }

    fn files_under(&self, folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), StoreFault> {
        let paths = self.disk.list(folder).map_err(|e| StoreFault::of(Doing::Read, folder, &e))?;
        for path in paths {
            let is_ours = path.extension().is_some_and(|e| e == EXTENSION || e == "json");
            let is_folder = self.disk.look_at_link(&path).is_ok_and(|look| look.kind == FileKind::Folder);
            if is_folder && depth > 0 {
                // One folder that may not be read hides no other.
                if self.files_under(&path, depth - 1, files).is_err() {
                    files.push(path);
                }
            } else if is_ours && !is_folder {
                files.push(path);
            }
        }
        Ok(())
    }
}

//! The first look at an assessment: what its file shows by itself.
//!
//! Opening reads the twin too, takes the lock and proves the rubric by its hash. Of nearly every file
//! that changes nothing, so whoever wants to see it soon looks at the file first.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Store;
use super::carried::{Carried, ReadyRubric};
use super::contents::{Contents, MAX_FILE, Shared, read_path};
use super::disk::Look;
use super::fault::{Doing, StoreFault};
use super::log::{Places, body};
use crate::assessment::{Assessment, RubricRef};
use crate::rubric::{Rubric, Shipped};

/// The file of an assessment, read. Nothing else is known yet, and nothing was written.
pub struct FileRead {
    /// Its path, without links.
    pub path: PathBuf,
    pub(super) seen: Look,
    pub(super) file: Contents,
    pub(super) bytes: Shared,
    pub(super) places: Places,
    pub(super) rubric: Option<ReadyRubric>,
    /// Where the line of the carried rubric stands: half a megabyte that nobody has held against its checksum yet.
    unchecked: Option<Range<usize>>,
    /// Whether it says that it is a rubric.
    pub(super) is_rubric: bool,
}

impl Store {
    /// Reads the file of an assessment with the rubric that it carries.
    pub fn read_file(&self, path: &Path) -> Result<FileRead, StoreFault> {
        self.read_file_with(path, |bytes| Carried::read(bytes))
    }

    /// The same without a rubric.
    pub(super) fn read_file_alone(&self, path: &Path) -> Result<FileRead, StoreFault> {
        self.read_file_with(path, |_| None)
    }

    /// The file as it is by now. While a terminal takes its time with the first frame another window may write,
    /// and beside its twin the file as it was would be an older copy.
    pub fn read_if_changed(&self, read: FileRead) -> Result<FileRead, StoreFault> {
        let is_other = self.disk.look(&read.path).is_ok_and(|look| look != read.seen);
        if is_other { self.read_file(&read.path) } else { Ok(read) }
    }

    fn read_file_with(&self, path: &Path, read: fn(&Shared) -> Option<Carried>) -> Result<FileRead, StoreFault> {
        let path = self.disk.canonicalize(path).map_err(|e| StoreFault::of(Doing::Read, path, &e))?;
        let (bytes, seen) = read_path(&*self.disk, &path, MAX_FILE)?;
        let bytes = Shared::from(bytes);
        let (line, rubric) = read(&bytes).map(|carried| (carried.line, carried.rubric)).unzip();
        let unchecked = line.as_ref().map(|(line, _)| {
            let from = line.as_ptr().addr() - bytes.as_ptr().addr();
            from..from + line.len()
        });
        let (file, places) = Contents::with_places(&bytes, line.as_ref());
        let is_rubric = file.headers.is_empty() && file.events.is_empty() && Rubric::is_meant_by(&bytes);
        Ok(FileRead { path, seen, file, bytes, places, rubric, unchecked, is_rubric })
    }
}

impl FileRead {
    /// With every line held against its checksum. If that of the carried rubric fails, it is a damaged line like any
    /// other.
    pub(super) fn checked(self) -> Self {
        let is_whole = self.unchecked.clone().is_none_or(|line| body(&self.bytes[line]).is_some());
        let read = Self { unchecked: None, ..self };
        if is_whole {
            return read;
        }
        let (file, places) = Contents::with_places(&read.bytes, None);
        Self { file, places, rubric: None, ..read }
    }

    /// The assessment as the file alone shows it, with its rubric. None if anything about it needs a word
    /// to the user, or if the rubric is neither in it nor in the program.
    pub fn glance(&mut self) -> Option<(Assessment, Arc<Rubric>)> {
        let file = &self.file;
        let header = file.headers.first()?;
        let is_usual = file.damaged.is_empty()
            && file.unknown == 0
            && file.newer.is_none()
            && file.headers.iter().all(|other| other.assessment == header.assessment);
        is_usual.then_some(())?;
        let mut assessment = Assessment::new(header);
        assessment.extend(file.events.iter().cloned());
        let rubric = self.rubric_named(&assessment.rubric_in_use())?;
        Some((assessment, rubric))
    }

    /// The rubric that is meant, if it is carried or part of the program.
    fn rubric_named(&mut self, meant: &RubricRef) -> Option<Arc<Rubric>> {
        if self.rubric.as_ref().is_none_or(|ready| ready.sha256 != meant.sha256) {
            let shipped = Shipped::of_hash(&meant.sha256).filter(|s| s.id == meant.id.as_str())?;
            self.rubric = Some(ReadyRubric::shipped(shipped)?);
        }
        self.rubric.as_ref().map(|ready| Arc::clone(&ready.rubric))
    }
}

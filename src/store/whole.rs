//! Whole files: an assessment as one new file, or in place of another.
//!
//! The bytes are written beside the place and synced before they get the name, so whoever looks
//! there finds nothing, what stood there before, or all of it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::contents::MAX_FILE;
use super::create::lines_of;
use super::disk::{Disk, FileKind};
use super::fault::{Doing, StoreFault, shown};
use super::new_file::{Names, slug};
use super::{Store, new_session};
use crate::assessment::{Assessment, Session};

/// What becomes of a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It stays, and nothing is written.
    Refused,
    /// It is replaced.
    Replaced,
}

impl Store {
    /// Writes a whole assessment to `path`. When this returns, it would survive a power cut.
    pub fn write_whole(&self, assessment: &Assessment, path: &Path, over: Over) -> Result<PathBuf, StoreFault> {
        let path = self.place(path, over)?;
        let bytes = lines_of(assessment, &assessment.header(new_session()?))?;
        put(&*self.disk, &path, &bytes, over)?;
        Ok(path)
    }

    /// Writes a whole assessment to a new file in the data folder, named like any new one of its subject.
    pub fn write_named(&self, assessment: &Assessment) -> Result<PathBuf, StoreFault> {
        let name = format!("{}-{}", assessment.created.date(), slug(&assessment.subject()));
        let path = Names::like(self.data_folder()?, name).next_free(&*self.disk)?;
        self.write_whole(assessment, &path, Over::Refused)
    }

    /// The path of a file that is there, without links and detours.
    pub fn real_path(&self, path: &Path) -> Result<Option<PathBuf>, StoreFault> {
        match self.disk.canonicalize(path) {
            Ok(real) => Ok(Some(real)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(StoreFault::of(Doing::Read, path, &e)),
        }
    }

    /// Where the file will be; a link is followed, and only a regular file is replaced.
    fn place(&self, path: &Path, over: Over) -> Result<PathBuf, StoreFault> {
        let path = self.explicit(path)?;
        match self.disk.look_at_link(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(path),
            Err(e) => Err(StoreFault::of(Doing::Create, &path, &e)),
            Ok(_) if over == Over::Refused => Err(StoreFault::Exists(shown(&path))),
            Ok(_) => {
                let failed = |e: io::Error| StoreFault::of(Doing::Read, &path, &e);
                let real = self.disk.canonicalize(&path).map_err(failed)?;
                match self.disk.look(&real).map_err(failed)?.kind {
                    FileKind::File => Ok(real),
                    kind => Err(StoreFault::NotAFile(shown(&path), kind)),
                }
            }
        }
    }
}

/// Makes a file of these bytes, or leaves everything as it was.
pub(super) fn put(disk: &dyn Disk, path: &Path, bytes: &[u8], over: Over) -> Result<(), StoreFault> {
    if bytes.len() > MAX_FILE {
        return Err(StoreFault::TooLarge { path: shown(path), limit: MAX_FILE });
    }
    let failed = |e: io::Error| StoreFault::of(Doing::Create, path, &e);
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = beside(path)?;
    let mut file = disk.create_new(&beside).map_err(failed)?;
    let written = file.append(bytes).and_then(|()| file.sync_data());
    drop(file);
    let placed = written.and_then(|()| disk.rename(&beside, path, over == Over::Replaced));
    if let Err(e) = placed {
        // It was never shown to anybody.
        let _ = disk.remove(&beside);
        return Err(failed(e));
    }
    disk.sync_dir(folder).map_err(failed)?;
    sweep(disk, folder, path);
    Ok(())
}

/// A name that nobody else has or could guess.
fn beside(path: &Path) -> Result<PathBuf, StoreFault> {
    let mut name = stem(path);
    name.push(format!("{}{TEMPORARY}", new_session()?));
    Ok(path.with_file_name(name))
}

/// The end of a temporary file's name.
const TEMPORARY: &str = ".tmp";

/// How the names of all temporary files for a place begin.
fn stem(path: &Path) -> OsString {
    let mut stem = OsString::from(".");
    stem.push(path.file_name().unwrap_or_default());
    stem.push(".");
    stem
}

/// Removes what runs that were killed have left behind; if that fails it only stays there.
fn sweep(disk: &dyn Disk, folder: &Path, path: &Path) {
    let stem = stem(path).to_string_lossy().into_owned();
    for left in disk.list(folder).unwrap_or_default() {
        let name = left.file_name().unwrap_or_default().to_string_lossy();
        let session = name.strip_prefix(&stem).and_then(|rest| rest.strip_suffix(TEMPORARY));
        if session.is_some_and(|session| Session::parse(session).is_some()) {
            let _ = disk.remove(&left);
        }
    }
}

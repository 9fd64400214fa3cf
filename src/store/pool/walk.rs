//! Folders, walked while they are read: a million names are never held at once.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use crate::store::EXTENSION;
use crate::store::disk::{Disk, FileKind, RealDisk};
use crate::store::fault::{Doing, StoreFault, shown};

/// The end of a collection's name.
pub const COLLECTION: &str = "jsonl";

/// What the walk comes upon.
pub(super) enum Met {
    /// A file to be read.
    File(PathBuf),
    /// A folder that cannot be.
    Fault(PathBuf, StoreFault),
}

/// Gives every assessment and collection at `paths` and below to `meet`, until that says no.
/// A path that was named is read whatever its name ends in; links to folders are not followed.
pub(super) fn walk(paths: &[PathBuf], meet: &mut dyn FnMut(Met) -> bool) {
    for path in paths {
        let mut folders = vec![path.clone()];
        if !path.is_dir() {
            folders.clear();
            if !meet(Met::File(path.clone())) {
                return;
            }
        }
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(e) => {
                    let fault = StoreFault::of(Doing::Read, &folder, &e);
                    if !meet(Met::Fault(folder, fault)) {
                        return;
                    }
                    continue;
                }
            };
            for entry in entries {
                let met = match entry {
                    Ok(entry) => kind(&entry, &mut folders),
                    Err(e) => Some(Met::Fault(folder.clone(), StoreFault::of(Doing::Read, &folder, &e))),
                };
                if met.is_some_and(|met| !meet(met)) {
                    return;
                }
            }
        }
    }
}

/// A file that is meant; a folder is kept for later, hidden ones are left alone.
fn kind(entry: &DirEntry, folders: &mut Vec<PathBuf>) -> Option<Met> {
    let name = entry.file_name();
    let is_hidden = name.as_encoded_bytes().starts_with(b".");
    let kind = entry.file_type().ok()?;
    if kind.is_dir() {
        folders.extend((!is_hidden).then(|| entry.path()));
        return None;
    }
    let extension = Path::new(&name).extension()?;
    let is_meant = !is_hidden && (extension == EXTENSION || extension == COLLECTION);
    is_meant.then(|| {
        let path = entry.path();
        match (!kind.is_file()).then(|| regular(&path)) {
            Some(Err(fault)) => Met::Fault(path, fault),
            _ => Met::File(path),
        }
    })
}

/// Fails where a path or a link there leads to no regular file: opening a pipe would wait for a writer.
fn regular(path: &Path) -> Result<(), StoreFault> {
    let look = RealDisk.look(path).map_err(|e| StoreFault::of(Doing::Read, path, &e))?;
    if look.kind == FileKind::File { Ok(()) } else { Err(StoreFault::NotAFile(shown(path), look.kind)) }
}

/// Refuses a path that leads nowhere before anything is read: it was mistyped.
pub(super) fn check(paths: &[PathBuf]) -> Result<(), StoreFault> {
    paths.iter().filter(|path| !path.is_dir()).try_for_each(|path| regular(path))
}

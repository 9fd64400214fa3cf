//! Files for others: reports and questionnaires, written whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use tempfile::NamedTempFile;

use super::Store;
use super::contents::{HEADER, read_path};
use super::disk::FileKind;
use super::fault::{Doing, StoreFault, shown};
use super::new_file::EXTENSION;

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// No: it is left as it is.
    Never,
    /// Yes, if it is a regular file and no assessment.
    Allowed,
}

impl Store {
    /// Writes a file for this user alone. It appears whole under its name, or not at all, and
    /// would survive a power cut when this returns. Gives its path without links.
    ///
    /// Nothing is written through a link: a link that stands there is what is replaced.
    pub fn export(&self, path: &Path, bytes: &[u8], replace: Replace) -> Result<PathBuf, StoreFault> {
        self.export_by(path, replace, &mut |file| file.write_all(bytes))
    }

    /// The same for a file that is too long to be held: `write` writes it piece by piece.
    pub fn export_by(
        &self,
        path: &Path,
        replace: Replace,
        write: &mut dyn FnMut(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<PathBuf, StoreFault> {
        let failed = |e: std::io::Error| StoreFault::of(Doing::Create, path, &e);
        let name = path.file_name().ok_or_else(|| StoreFault::NotAPlace(shown(path), FileKind::Folder))?;
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = self.disk.canonicalize(folder).map_err(|e| StoreFault::of(Doing::Create, folder, &e))?;
        let target = folder.join(name);
        if replace == Replace::Allowed {
            self.may_be_replaced(&target)?;
        }
        let mut file = NamedTempFile::new_in(&folder).map_err(failed)?;
        write(&mut file).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
        let put = match replace {
            Replace::Never => file.persist_noclobber(&target),
            Replace::Allowed => file.persist(&target),
        };
        put.map_err(|e| match e.error.kind() {
            // To replace a folder is no way out, so none is offered.
            std::io::ErrorKind::AlreadyExists if self.is_folder(&target) => {
                StoreFault::NotAPlace(shown(&target), FileKind::Folder)
            }
            std::io::ErrorKind::AlreadyExists => StoreFault::Exists(shown(&target)),
            _ => failed(e.error),
        })?;
        self.disk.sync_dir(&folder).map_err(failed)?;
        Ok(target)
    }

    /// The bytes of a table that is to be imported, at most `limit` of them.
    pub fn read_table(&self, path: &Path, limit: usize) -> Result<Bytes, StoreFault> {
        read_path(&*self.disk, path, limit).map(|(bytes, _)| bytes)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.disk.look_at_link(path).is_ok_and(|look| look.kind == FileKind::Folder)
    }

    fn may_be_replaced(&self, target: &Path) -> Result<(), StoreFault> {
        match self.disk.look_at_link(target) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(e) => return Err(StoreFault::of(Doing::Create, target, &e)),
            Ok(look) if !matches!(look.kind, FileKind::File | FileKind::Link) => {
                return Err(StoreFault::NotAPlace(shown(target), look.kind));
            }
            Ok(_) => {}
        }
        let is_named = target.extension().is_some_and(|e| e == EXTENSION);
        // A link, or a file that cannot be read, is no assessment of ours.
        let begins = self.disk.open(target, super::disk::Access::Read).and_then(|mut file| file.read(HEADER.len()));
        if is_named || begins.is_ok_and(|bytes| bytes == HEADER) {
            return Err(StoreFault::IsAssessment(shown(target)));
        }
        Ok(())
    }
}

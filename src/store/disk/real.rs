//! The disk of this computer.

use crate::order;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use memmap2::MmapOptions;

use super::{Access, Disk, FileKind, Handle, Lock, Look};

/// As many bytes are worth pages of their own.
const LARGE: usize = 256 << 10;

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Look> {
        undisturbed(|| fs::metadata(path)).map(|m| look(&m))
    }

    fn look_at_link(&self, path: &Path) -> io::Result<Look> {
        undisturbed(|| fs::symlink_metadata(path)).map(|m| look(&m))
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true).append(access == Access::Append);
        unblocked(&mut options);
        options.open(path).map(opened)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create_new(true);
        private(&mut options);
        options.open(path).map(opened)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        if !cfg!(unix) {
            return Ok(());
        }
        match File::open(path)?.sync_all() {
            // Some network file systems cannot sync a folder, and keep it by other means.
            Err(e) if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            done => done,
        }
    }

    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let read = || fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
        let mut paths = undisturbed(read)?;
        order::by(&mut paths, Ord::cmp);
        Ok(paths)
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        if over { fs::rename(from, to) } else { rename_to_nothing(from, to) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        undisturbed(|| fs::canonicalize(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(path)?;
        let alone = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            Err(TryLockError::Error(e)) => return Err(e),
        };
        // Shared from now on, so that every window that is open keeps the next one from being alone.
        let _ = file.try_lock_shared();
        Ok(Lock { alone, _file: Some(file) })
    }
}

impl Handle for File {
    fn look(&self) -> io::Result<Look> {
        undisturbed(|| self.metadata()).map(|m| look(&m))
    }

    fn read(&mut self, cap: usize) -> io::Result<Bytes> {
        self.rewind()?;
        // Room for all of it and the end: then one call reads the file. The library's way to read up to a
        // limit begins with small pieces.
        let len = usize::try_from(undisturbed(|| self.metadata())?.len()).unwrap_or(cap).min(cap);
        if len >= LARGE
            && let Some(bytes) = read_at_once(self, len)?
        {
            return Ok(bytes);
        }
        let mut bytes = Vec::with_capacity(len.saturating_add(1).min(cap));
        while bytes.len() < bytes.capacity() {
            if undisturbed(|| fill(self, &mut bytes))? == 0 {
                break;
            }
        }
        if bytes.len() == bytes.capacity() {
            // It has grown since.
            Read::by_ref(self).take(cap.saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes)?;
        }
        Ok(bytes.into())
    }

    fn last_byte(&mut self) -> io::Result<Option<u8>> {
        if self.seek(SeekFrom::End(0))? == 0 {
            return Ok(None);
        }
        self.seek(SeekFrom::End(-1))?;
        let mut last = [0];
        self.read_exact(&mut last)?;
        Ok(Some(last[0]))
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        Self::sync_data(self)
    }
}

/// Does something that changes nothing, once more if a signal came in between: the standard
/// library does so for files, but not for folders and looks.
fn undisturbed<T>(mut does: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match does() {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Renames unless something has the name, in one step where the system can.
fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Some file systems do not know the flag.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            done => return done.map_err(io::Error::from),
        }
    }
    match fs::symlink_metadata(to) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => fs::rename(from, to),
        Err(e) => Err(e),
    }
}

/// Reads a file of `len` bytes into pages that are asked for together: one by one, when they are written to, they
/// would cost three times as much. Nothing if it has grown since, or there are no such pages.
fn read_at_once(file: &mut File, len: usize) -> io::Result<Option<Bytes>> {
    let Ok(mut pages) = MmapOptions::new().len(len + 1).populate().map_anon() else { return Ok(None) };
    let mut filled = 0;
    loop {
        match undisturbed(|| Read::read(file, &mut pages[filled..]))? {
            0 if filled <= len => return Ok(Some(Bytes::from_owner(pages).slice(..filled))),
            0 => {
                file.rewind()?;
                return Ok(None);
            }
            more => filled += more,
        }
    }
}

/// Reads as much as there is and as there is room for.
#[cfg(unix)]
fn fill(file: &mut File, bytes: &mut Vec<u8>) -> io::Result<usize> {
    Ok(rustix::io::read(&*file, rustix::buffer::spare_capacity(bytes))?)
}
#[cfg(not(unix))]
fn fill(file: &mut File, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let room = bytes.capacity() - bytes.len();
    file.take(room as u64).read_to_end(bytes)
}

fn opened(file: File) -> Box<dyn Handle> {
    Box::new(file)
}

/// Opening must neither wait for a pipe's other end nor make a terminal ours.
fn unblocked(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
}

/// A file that is made is for this user alone, and never where a link leads.
fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
}

#[cfg(unix)]
fn look(of: &Metadata) -> Look {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    let is = of.file_type();
    let kind = match () {
        () if is.is_file() => FileKind::File,
        () if is.is_dir() => FileKind::Folder,
        () if is.is_symlink() => FileKind::Link,
        () if is.is_fifo() => FileKind::Pipe,
        () if is.is_socket() => FileKind::Socket,
        () => FileKind::Device,
    };
    let ours = of.uid() == rustix::process::geteuid().as_raw() && of.mode() & 0o022 == 0;
    Look { kind, device: of.dev(), number: of.ino(), len: of.len(), ours }
}

#[cfg(not(unix))]
fn look(of: &Metadata) -> Look {
    let is = of.file_type();
    let kind = match () {
        () if is.is_file() => FileKind::File,
        () if is.is_dir() => FileKind::Folder,
        () if is.is_symlink() => FileKind::Link,
        () => FileKind::Device,
    };
    // Without a number of its own a file is known by when it was made.
    let made = of.created().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    Look { kind, device: 0, number: made.map_or(0, |t| t.as_nanos() as u64), len: of.len(), ours: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_read_as_it_stands_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        for len in [LARGE - 1, LARGE, LARGE + 4095, 3 * LARGE + 1] {
            let said: Vec<u8> = (0..len).map(|place| (place % 251) as u8).collect();
            fs::write(&path, &said).unwrap();
            let mut file = RealDisk.open(&path, Access::Read).unwrap();
            for cap in [usize::MAX, len + 1, len, len - 1, LARGE] {
                assert!(file.read(cap).unwrap() == said[..cap.min(len)], "{len} {cap}");
            }
        }
    }

    #[test]
    fn a_large_file_that_grows_while_it_is_read_is_read_with_what_was_added() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, vec![b'x'; LARGE + 2]).unwrap();
        let mut file = File::open(&path).unwrap();
        assert_eq!(read_at_once(&mut file, LARGE).unwrap(), None);
        assert_eq!(Handle::read(&mut file, usize::MAX).unwrap().len(), LARGE + 2);
        assert_eq!(file.rewind().and_then(|()| read_at_once(&mut file, LARGE + 2)).unwrap().unwrap().len(), LARGE + 2);
    }
}

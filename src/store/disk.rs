//! The disk as the store sees it: few operations, each of which can fail alone.
//!
//! Everything that the store reads or writes goes through [`Disk`], so that a test can
//! cut the power or break the disk at any single one of them. There is no way here to
//! truncate, or to open a file that does not exist for writing; a rename only puts a
//! whole new file in its place.

mod real;
#[cfg(test)]
pub(super) mod sim;

use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;

pub use real::RealDisk;

/// What kind of thing a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A device, or whatever else a system has.
    Device,
}

/// What stands at a path: enough to see that it is another file or has grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// What it is.
    pub kind: FileKind,
    /// The device it is on.
    pub device: u64,
    /// Its number there.
    pub number: u64,
    /// Its length in bytes.
    pub len: u64,
    /// Whether it belongs to this user and nobody else may write to it.
    pub ours: bool,
}

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading.
    Read,
    /// Reading, and writing at the end.
    Append,
}

/// A lock that is held until this is dropped.
pub struct Lock {
    /// Whether nobody else held it.
    pub alone: bool,
    _file: Option<std::fs::File>,
}

impl Lock {
    /// A lock on nothing.
    #[cfg(test)]
    pub(super) fn pretended(alone: bool) -> Self {
        Self { alone, _file: None }
    }
}

/// An open file.
pub trait Handle: Send {
    /// What it is now.
    fn look(&self) -> io::Result<Look>;
    /// Its bytes from the start, at most `cap` of them.
    fn read(&mut self, cap: usize) -> io::Result<Bytes>;
    /// The last byte, if there is one.
    fn last_byte(&mut self) -> io::Result<Option<u8>>;
    /// Writes all bytes at the end.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns when all that was written would survive a power cut.
    fn sync_data(&mut self) -> io::Result<()>;
}

/// Where files are.
pub trait Disk: Send + Sync {
    /// What stands at `path`, or where a link there leads.
    fn look(&self, path: &Path) -> io::Result<Look>;
    /// What stands at `path` itself, be it a link.
    fn look_at_link(&self, path: &Path) -> io::Result<Look>;
    /// Opens a file that exists; never makes one.
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Handle>>;
    /// Makes a file that only this user can read; fails if anything stands there, even a link.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Handle>>;
    /// Makes one folder that only this user can enter.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Returns when what was made or removed in a folder would survive a power cut.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// The paths in a folder, in order of their names.
    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>>;
    /// Gives a file another name in the same folder; what stands there is replaced if `over`, else it fails.
    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// The path without links and detours.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
    /// Takes a shared lock on a file, which is made if it is not there.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

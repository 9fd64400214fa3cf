//! The operations of the disk in memory.

use bytes::Bytes;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::{Access, Disk, Handle, Lock, Look};
use super::{Entry, Node, SimDisk, Step, heard, look_at};

impl Disk for SimDisk {
    fn look(&self, path: &Path) -> io::Result<Look> {
        self.step("look", path).done()?;
        Self::look_now(&self.world(), path)
    }

    fn look_at_link(&self, path: &Path) -> io::Result<Look> {
        self.look(path)
    }

    fn open(&self, path: &Path, _: Access) -> io::Result<Box<dyn Handle>> {
        self.step("open", path).done()?;
        match self.world().entries.get(path) {
            Some(Entry::File(node)) => Ok(Box::new(SimFile { disk: self.clone(), path: path.to_owned(), node: *node })),
            Some(Entry::Folder) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let is_heard = self.step("create", path).may()?;
        let mut world = self.world();
        if world.entries.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if path.parent().is_some_and(|p| !world.entries.contains_key(p)) {
            return Err(io::ErrorKind::NotFound.into());
        }
        world.nodes.push(Node::default());
        let node = world.nodes.len() - 1;
        world.entries.insert(path.to_owned(), Entry::File(node));
        drop(world);
        heard(is_heard)?;
        Ok(Box::new(SimFile { disk: self.clone(), path: path.to_owned(), node }))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let is_heard = self.step("create_dir", path).may()?;
        let mut world = self.world();
        if world.entries.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        world.entries.insert(path.to_owned(), Entry::Folder);
        heard(is_heard)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.step("sync_dir", path).done()?;
        let mut world = self.world();
        let inside = |entries: &BTreeMap<PathBuf, Entry>| -> Vec<(PathBuf, Entry)> {
            entries.iter().filter(|(p, _)| p.parent() == Some(path)).map(|(p, e)| (p.clone(), *e)).collect()
        };
        for (old, _) in inside(&world.safe_entries) {
            world.safe_entries.remove(&old);
        }
        let now = inside(&world.entries);
        world.safe_entries.extend(now);
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        self.step("list", path).done()?;
        let world = self.world();
        if !world.entries.contains_key(path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(world.entries.keys().filter(|p| p.parent() == Some(path)).cloned().collect())
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        let is_heard = self.step("rename", to).may()?;
        let mut world = self.world();
        if !over && world.entries.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let entry = world.entries.remove(from).ok_or(io::ErrorKind::NotFound)?;
        world.entries.insert(to.to_owned(), entry);
        drop(world);
        heard(is_heard)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let is_heard = self.step("remove", path).may()?;
        self.world().entries.remove(path).ok_or(io::ErrorKind::NotFound)?;
        heard(is_heard)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.remove(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.look(path).map(|_| path.to_owned())
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.step("lock", path).done()?;
        Ok(Lock::pretended(!self.world().is_open_elsewhere))
    }
}

impl SimDisk {
    /// Every sync of a file takes so long from now on.
    pub fn slow_down(&self, path: &Path, sync: Duration) {
        self.world().slow = Some((path.to_owned(), sync));
    }
}

struct SimFile {
    disk: SimDisk,
    path: PathBuf,
    node: usize,
}

impl Handle for SimFile {
    fn look(&self) -> io::Result<Look> {
        self.disk.step("look", &self.path).done()?;
        Ok(look_at(&self.disk.world(), self.node))
    }

    fn read(&mut self, cap: usize) -> io::Result<Bytes> {
        self.disk.step("read", &self.path).done()?;
        let bytes = &self.disk.world().nodes[self.node].bytes;
        Ok(Bytes::copy_from_slice(&bytes[..bytes.len().min(cap)]))
    }

    fn last_byte(&mut self) -> io::Result<Option<u8>> {
        self.disk.step("last_byte", &self.path).done()?;
        Ok(self.disk.world().nodes[self.node].bytes.last().copied())
    }

    /// An append that fails has written half: a full disk does that.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let step = self.disk.step("append", &self.path);
        let mut world = self.disk.world();
        let written = if matches!(step, Step::Fails(_)) { &bytes[..bytes.len() / 2] } else { bytes };
        if !world.is_off || matches!(step, Step::Cut) {
            world.nodes[self.node].bytes.extend(written);
        }
        drop(world);
        step.done()
    }

    /// A sync that fails may have written nothing, and the next one does not try these bytes again.
    fn sync_data(&mut self) -> io::Result<()> {
        let slow = self.disk.world().slow.clone().filter(|(path, _)| *path == self.path);
        if let Some((_, time)) = slow {
            std::thread::sleep(time);
        }
        let step = self.disk.step("sync", &self.path);
        let mut world = self.disk.world();
        if world.is_off {
            return step.done();
        }
        let node = &mut world.nodes[self.node];
        if matches!(step, Step::Fails(_)) && node.safe < node.bytes.len() {
            node.holes.push(node.safe..node.bytes.len());
        }
        node.safe = node.bytes.len();
        drop(world);
        step.done()
    }
}

//! A disk in memory that loses what real ones lose.
//!
//! It knows what a process sees and what would survive a power cut. Any single operation,
//! or all from one on, can fail; the power can go at any operation. [`SimDisk::images`] then
//! yields the disks that might be found afterwards.

mod node;
mod operations;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use super::{FileKind, Look};
use node::Node;

/// More combinations than this are not tried for one cut.
const MOST_IMAGES: usize = 200;

/// What happens at an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) enum Plan {
    /// All goes well.
    #[default]
    Fine,
    /// The power goes during the n-th operation.
    Cut(usize),
    /// The n-th operation fails with this error.
    Once(usize, i32),
    /// All operations from the n-th on fail.
    From(usize, i32),
    /// The program panics at the n-th operation.
    Panic(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Folder,
    File(usize),
}

#[derive(Clone, Debug, Default)]
struct World {
    nodes: Vec<Node>,
    /// What a process sees.
    entries: BTreeMap<PathBuf, Entry>,
    /// What would survive.
    safe_entries: BTreeMap<PathBuf, Entry>,
    operations: usize,
    plan: Plan,
    is_off: bool,
    /// Everything that was done, for the message of a failing test.
    trace: Vec<String>,
    /// Operations on paths that begin like this fail.
    broken: Option<(PathBuf, i32)>,
    /// Whether somebody else holds every lock.
    is_open_elsewhere: bool,
    /// Every sync of this file takes so long.
    slow: Option<(PathBuf, Duration)>,
    /// A folder that others may write to.
    shared: Option<PathBuf>,
}

/// A disk in memory; copies are the same disk.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct SimDisk(Arc<Mutex<World>>);

impl SimDisk {
    /// A disk with one folder, `/disk`.
    pub fn new() -> Self {
        let disk = Self::default();
        for folder in ["/", "/disk"] {
            disk.world().entries.insert(folder.into(), Entry::Folder);
            disk.world().safe_entries.insert(folder.into(), Entry::Folder);
        }
        disk
    }

    /// From now on this happens; operations are counted from 1 again.
    pub fn plan(&self, plan: Plan) {
        let mut world = self.world();
        (world.plan, world.operations) = (plan, 0);
        world.trace.clear();
    }

    /// Every operation on paths that begin with this one fails, or none any more.
    pub fn break_path(&self, path: Option<&Path>, error: i32) {
        self.world().broken = path.map(|p| (p.to_owned(), error));
    }

    /// Somebody else has everything open, or no more.
    pub fn open_elsewhere(&self, is_open: bool) {
        self.world().is_open_elsewhere = is_open;
    }

    /// Lets others write to a folder.
    pub fn share(&self, folder: &Path) {
        self.world().shared = Some(folder.to_owned());
    }

    /// How many operations there were since the plan was made.
    pub fn operations(&self) -> usize {
        self.world().operations
    }

    /// What was done since.
    pub fn trace(&self) -> String {
        self.world().trace.join(", ")
    }

    /// Whether something could have been changed since.
    pub fn has_written(&self) -> bool {
        let writing = ["append", "create", "remove", "rename"];
        self.world().trace.iter().any(|step| writing.iter().any(|w| step.starts_with(w)))
    }

    /// A file's bytes as a process reads them.
    pub fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let world = self.world();
        match world.entries.get(path)? {
            Entry::File(node) => Some(world.nodes[*node].bytes.clone()),
            Entry::Folder => None,
        }
    }

    /// Puts a file there, as another program would.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut world = self.world();
        world.nodes.push(Node { bytes: bytes.to_vec(), safe: bytes.len(), holes: Vec::new() });
        let entry = Entry::File(world.nodes.len() - 1);
        for folder in path.ancestors().skip(1) {
            world.entries.insert(folder.to_owned(), Entry::Folder);
            world.safe_entries.insert(folder.to_owned(), Entry::Folder);
        }
        world.entries.insert(path.to_owned(), entry);
        world.safe_entries.insert(path.to_owned(), entry);
    }

    /// Takes a file away, as another program would.
    pub fn take(&self, path: &Path) {
        let mut world = self.world();
        world.entries.remove(path);
        world.safe_entries.remove(path);
    }

    /// The files below a folder.
    pub fn files(&self, folder: &Path) -> Vec<PathBuf> {
        let world = self.world();
        let files = world.entries.iter().filter(|(path, entry)| path.starts_with(folder) && **entry != Entry::Folder);
        files.map(|(path, _)| path.clone()).collect()
    }

    /// The disks that may be found when the power comes back.
    pub fn images(&self) -> Vec<Self> {
        let world = self.world();
        let unsafe_entries: Vec<&PathBuf> = world
            .entries
            .keys()
            .chain(world.safe_entries.keys())
            .filter(|path| world.entries.get(*path) != world.safe_entries.get(*path))
            .collect();
        let mut images = Vec::new();
        for keep_entries in if unsafe_entries.is_empty() { vec![false] } else { vec![false, true] } {
            let mut entries = if keep_entries { world.entries.clone() } else { world.safe_entries.clone() };
            // What was in a folder that never was is gone with it.
            let folders = entries.clone();
            entries.retain(|path, _| path.ancestors().all(|a| folders.contains_key(a)));
            let files: Vec<(PathBuf, Vec<Vec<u8>>)> = entries
                .iter()
                .filter_map(|(path, entry)| match entry {
                    Entry::File(node) => Some((path.clone(), world.nodes[*node].after_cut())),
                    Entry::Folder => None,
                })
                .collect();
            let count: usize = files.iter().map(|(_, found)| found.len()).product();
            for choice in 0..count.min(MOST_IMAGES) {
                let image = Self::default();
                for (folder, _) in entries.iter().filter(|(_, entry)| **entry == Entry::Folder) {
                    image.world().entries.insert(folder.clone(), Entry::Folder);
                    image.world().safe_entries.insert(folder.clone(), Entry::Folder);
                }
                let mut rest = choice;
                for (path, found) in &files {
                    image.put(path, &found[rest % found.len()]);
                    rest /= found.len();
                }
                images.push(image);
            }
        }
        images
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Counts an operation. If it is to fail, says how; a cut lets it happen in part.
    fn step(&self, name: &str, path: &Path) -> Step {
        let mut world = self.world();
        if world.is_off {
            return Step::Fails(5);
        }
        world.operations += 1;
        let n = world.operations;
        world.trace.push(format!("{name} {}", path.display()));
        if let Some((broken, error)) = &world.broken
            && path.starts_with(broken)
        {
            return Step::Fails(*error);
        }
        match world.plan {
            Plan::Cut(at) if at == n => {
                world.is_off = true;
                Step::Cut
            }
            Plan::Once(at, error) if at == n => Step::Fails(error),
            Plan::From(at, error) if at <= n => Step::Fails(error),
            Plan::Panic(at) if at == n => {
                drop(world);
                panic!("as planned")
            }
            _ => Step::Goes,
        }
    }

    fn look_now(world: &World, path: &Path) -> io::Result<Look> {
        match world.entries.get(path) {
            Some(Entry::Folder) => {
                let ours = world.shared.as_deref() != Some(path);
                Ok(Look { kind: FileKind::Folder, device: 1, number: 0, len: 0, ours })
            }
            Some(Entry::File(node)) => Ok(look_at(world, *node)),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// How an operation goes.
enum Step {
    Goes,
    Fails(i32),
    /// It may have happened, but nobody is there to hear of it.
    Cut,
}

impl Step {
    /// For operations that change nothing.
    fn done(self) -> io::Result<()> {
        match self {
            Self::Goes => Ok(()),
            Self::Fails(error) => Err(io::Error::from_raw_os_error(error)),
            Self::Cut => Err(io::Error::from_raw_os_error(5)),
        }
    }

    /// For those that change something: `Err` keeps them from happening, `Ok(false)` from being heard of.
    fn may(self) -> io::Result<bool> {
        match self {
            Self::Goes => Ok(true),
            Self::Fails(error) => Err(io::Error::from_raw_os_error(error)),
            Self::Cut => Ok(false),
        }
    }
}

fn heard(is_heard: bool) -> io::Result<()> {
    if is_heard { Ok(()) } else { Err(io::Error::from_raw_os_error(5)) }
}

fn look_at(world: &World, node: usize) -> Look {
    let len = world.nodes[node].bytes.len() as u64;
    Look { kind: FileKind::File, device: 1, number: node as u64 + 1, len, ours: true }
}

//! What a log holds, sorted out: the same for the assessment file and for its twin.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::Path;

use bytes::Bytes;
use foldhash::{HashMap, HashSet};

use super::disk::{Access, Disk, FileKind, Handle, Look};
use super::fault::{Doing, StoreFault, shown};
use super::log::{Draft, Line, Lines, Places, Unread, decode_into};
use crate::assessment::{AssessmentId, Event, EventId, Header, Session, Thing};
use crate::text::Source;

/// Largest assessment file or twin log, in bytes.
pub const MAX_FILE: usize = 16 << 20;

/// What an assessment begins with: as much is looked at to tell one from any other file.
pub(super) const HEADER: &[u8] = b"{\"gradus\":";

/// A decoded log.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// Every header, in order.
    pub headers: Vec<Header>,
    /// Every event, in order.
    pub events: Vec<Event>,
    /// Texts that were being typed when the log ends.
    pub drafts: Vec<Draft>,
    /// Twin: the path of the file it belongs to; the last one counts.
    pub path: Option<Vec<u8>>,
    /// Twin: what the synced file held.
    pub held: Vec<EventId>,
    /// Numbers of damaged lines.
    pub damaged: Vec<usize>,
    /// How many whole lines are of a newer version.
    pub unknown: usize,
    /// The newer major version that wrote to it.
    pub newer: Option<u64>,
    /// Whether there were bytes that say nothing, or none at all.
    pub wiped: bool,
}

impl Contents {
    /// Reads a log's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::sorted(bytes, |take| (decode_into(bytes, take), ())).0
    }

    /// The same, with the places of its events. The event of one line may be known.
    pub fn with_places(bytes: &[u8], known: Option<&(&[u8], Event)>) -> (Self, Places) {
        Self::sorted(bytes, |take| Places::decode(bytes, known, take))
    }

    /// Reads the bytes of a log that may hold lines which were read before; the events are those of them.
    pub fn beside(bytes: &[u8], (lines, events): (&Lines, &[Event])) -> Self {
        Self::sorted(bytes, |take| (lines.decode_beside(bytes, events, take), ())).0
    }

    /// Sorts lines as they come, with what else their reader gives.
    fn sorted<T>(bytes: &[u8], read: impl FnOnce(&mut dyn FnMut(Line)) -> (Unread, T)) -> (Self, T) {
        let mut contents = Self { wiped: is_wiped(bytes), ..Self::default() };
        let mut typing: BTreeMap<Thing, Draft> = BTreeMap::new();
        let (unread, more) = read(&mut |line| match line {
            Line::Header(header) => contents.headers.push(header),
            Line::Event(event) => {
                typing.remove(&event.thing);
                contents.events.push(event);
            }
            Line::Draft(draft) if draft.is.is_cleared() => {
                typing.remove(&draft.thing);
            }
            Line::Draft(draft) => {
                typing.insert(draft.thing.clone(), draft);
            }
            Line::Path(path) => contents.path = Some(path),
            Line::Held(held) => contents.held.extend(held),
            Line::Unknown => contents.unknown += 1,
            Line::Newer(format, header) => {
                contents.newer = contents.newer.max(Some(format));
                contents.headers.extend(header);
            }
        });
        contents.damaged = unread.damaged;
        contents.unknown += unread.unknown.len();
        contents.drafts = typing.into_values().collect();
        (contents, more)
    }

    /// The assessment that the log is about: the one of its first header.
    pub fn id(&self) -> Option<&AssessmentId> {
        self.headers.first().map(|h| &h.assessment)
    }

    /// Leaves out what sessions of other assessments did; returns how many events that were.
    pub fn keep_only(&mut self, id: &AssessmentId) -> usize {
        if self.headers.iter().all(|h| h.assessment == *id) {
            return 0;
        }
        let mut ours: HashMap<Session, bool> = HashMap::default();
        for header in &self.headers {
            *ours.entry(header.session).or_default() |= header.assessment == *id;
        }
        self.headers.retain(|h| h.assessment == *id);
        let before = self.events.len();
        self.events.retain(|e| ours.get(&e.id.session).copied().unwrap_or(true));
        before - self.events.len()
    }

    /// The names of its events.
    pub fn ids(&self) -> HashSet<EventId> {
        self.events.iter().map(|e| e.id).collect()
    }

    /// The sessions whose header is there.
    pub fn sessions(&self) -> HashSet<Session> {
        self.headers.iter().map(|h| h.session).collect()
    }

    /// Whether the bytes are what is left of an assessment, rather than another kind of file.
    pub fn may_be_ours(&self) -> bool {
        self.wiped || !self.events.is_empty()
    }
}

/// Nothing, blanks and NULs, or the torn beginning of a first header.
fn is_wiped(bytes: &[u8]) -> bool {
    let said = bytes.iter().position(|b| *b != 0 && !b.is_ascii_whitespace());
    let start: &[u8] = b"{\"gradus\":";
    said.is_none_or(|at| bytes[at..].starts_with(start) || start.starts_with(&bytes[at..]))
}

/// The bytes of an open file, if it is a regular one and not too large.
pub(super) fn read_regular(handle: &mut dyn Handle, path: &Path, limit: usize) -> Result<(Bytes, Look), StoreFault> {
    let failed = |e: std::io::Error| StoreFault::of(Doing::Read, path, &e);
    let look = handle.look().map_err(failed)?;
    may_be_read(&look, path, limit)?;
    let bytes = handle.read(limit + 1).map_err(failed)?;
    // It may have grown since it was looked at.
    if bytes.len() > limit {
        return Err(StoreFault::TooLarge { path: shown(path), limit });
    }
    Ok((bytes, look))
}

/// The bytes of a file, if it is a regular one and not too large. A pipe or a device is not even opened.
pub(super) fn read_path(disk: &dyn Disk, path: &Path, limit: usize) -> Result<(Bytes, Look), StoreFault> {
    let failed = |e: std::io::Error| StoreFault::of(Doing::Read, path, &e);
    may_be_read(&disk.look(path).map_err(failed)?, path, limit)?;
    let mut handle = disk.open(path, Access::Read).map_err(failed)?;
    read_regular(&mut *handle, path, limit)
}

/// The bytes of a file, ready to be shared if they are text. Those that are not are rare.
pub(super) enum Shared {
    Text(Source),
    Bytes(Bytes),
}

impl From<Bytes> for Shared {
    fn from(bytes: Bytes) -> Self {
        Source::try_from(bytes).map_or_else(Self::Bytes, Self::Text)
    }
}

impl Deref for Shared {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// The first bytes of a file, so many at the most, if it is a regular one and not too large.
pub(super) fn read_head(disk: &dyn Disk, path: &Path, limit: usize, most: usize) -> Result<Bytes, StoreFault> {
    let failed = |e: std::io::Error| StoreFault::of(Doing::Read, path, &e);
    may_be_read(&disk.look(path).map_err(failed)?, path, limit)?;
    disk.open(path, Access::Read).and_then(|mut handle| handle.read(most)).map_err(failed)
}

fn may_be_read(look: &Look, path: &Path, limit: usize) -> Result<(), StoreFault> {
    if look.kind != FileKind::File {
        return Err(StoreFault::NotAFile(shown(path), look.kind));
    }
    if look.len > limit as u64 {
        return Err(StoreFault::TooLarge { path: shown(path), limit });
    }
    Ok(())
}

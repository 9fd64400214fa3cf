//! An assessment that was opened, and how its file is brought up to date.

use std::path::PathBuf;
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::book::Book;
use super::carried::ReadyRubric;
use super::contents::MAX_FILE;
use super::disk::{Access, Disk, Lock};
use super::fault::{Doing, StoreFault};
use super::log::{Line, encode};
use super::new_file::write_new;
use super::notice::{Notice, Span, tell_unwritable};
use super::pen::{Known, Pen, Side, TwinSide};
use super::{heal, new_session, twin};
use crate::assessment::{Assessment, Event, EventId, Session};

/// An assessment that was opened, with all that is known of its two logs.
pub struct Opened {
    /// What was answered.
    pub assessment: Assessment,
    /// Its file, without links.
    pub path: PathBuf,
    /// What people should know.
    pub notices: Vec<Notice>,
    /// Why nothing may be written to the file.
    pub read_only: Option<StoreFault>,
    /// Numbers of damaged lines in the file.
    pub damaged: Vec<usize>,
    /// Later events that this computer remembers: to be settled before anything is recorded.
    pub older: Option<Older>,
    /// The rubric that was read on the way; nobody knows yet whether it is the one in use.
    pub(super) rubric: Option<ReadyRubric>,
    /// The session that made the assessment, if it was made just now: recording goes on in it.
    pub session: Option<Session>,
    pub(super) lock: Option<Arc<Lock>>,
    pub(super) trail: Trail,
}

/// What a [`super::Keeper`] needs to know of the two logs.
#[derive(Clone)]
pub(super) struct Trail {
    pub disk: Arc<dyn Disk>,
    pub state: PathBuf,
    /// What the file holds.
    pub file: Known,
    /// The folder of the twin, or why there can be none.
    pub twin: Result<PathBuf, StoreFault>,
    /// The log that the session of [`Opened::session`] has begun.
    pub twin_log: Option<TwinSide>,
    /// Events that the twin holds.
    pub in_twin: HashSet<EventId>,
    /// What the twin says that the file held.
    pub held: HashMap<Session, u32>,
}

/// Later events than an older copy of the file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Older {
    /// How many, and from when till when.
    pub span: Span,
    pub(super) events: Vec<Event>,
}

impl Opened {
    /// By how many bytes the file may still grow.
    pub fn room(&self) -> u64 {
        let len = self.trail.file.look.as_ref().map_or(0, |look| look.len);
        (MAX_FILE as u64).saturating_sub(len)
    }

    /// Writes what the file lacks; if it lacks nothing, sees whether it could be written to.
    pub(super) fn bring_file_up_to_date(&mut self) {
        let lacks = |e: &Event| !self.trail.file.events.contains(&e.id);
        let is_behind = self.trail.file.headers.is_empty() || self.assessment.ledger().events().iter().any(lacks);
        let done = if is_behind { self.heal_file() } else { self.try_file() };
        if let Err(fault) = done {
            tell_unwritable(&mut self.notices, fault);
        }
    }

    /// Appends to the file what only the twin has, and notes that it is there.
    pub(super) fn heal_file(&mut self) -> Result<(), StoreFault> {
        let session = new_session()?;
        let book = Book::shared(&self.assessment, session);
        let disk = || Arc::clone(&self.trail.disk);
        let mut file = Pen::new(disk(), self.path.clone(), Side::File, Arc::clone(&book), self.trail.file.clone());
        let written = file.write();
        let arrived = file.take_arrived();
        written?;
        self.trail.file = file.known().clone();
        if let Ok(folder) = &self.trail.twin {
            let held = furthest(self.trail.file.events.iter().copied());
            let side = Side::Twin(TwinSide::new(&self.trail.state, &self.path));
            let known = Known { events: self.trail.file.events.clone(), ..Known::default() };
            let mut twin = Pen::new(disk(), twin::log_path(folder, session), side, book, known);
            twin.add(Line::Held(held.clone()));
            // Without it the same events are healed once more, without a question.
            if twin.write().is_ok() {
                self.trail.held = held.into_iter().map(|id| (id.session, id.counter)).collect();
            }
        }
        for event in arrived {
            self.assessment.apply(event);
        }
        Ok(())
    }

    /// Opens the file as for writing. What a run that was killed has written is synced now.
    fn try_file(&mut self) -> Result<(), StoreFault> {
        let failed = |e: std::io::Error| StoreFault::of(Doing::Write, &self.path, &e);
        let mut file = self.trail.disk.open(&self.path, Access::Append).map_err(failed)?;
        let is_held = |id: &EventId| heal::is_held(&self.trail.held, *id);
        if self.trail.file.events.iter().all(is_held) {
            return Ok(());
        }
        let synced = file.sync_data().map_err(failed);
        if synced.is_err() {
            // Nobody knows which of them are on the disk, so all are written again.
            let held = self.trail.file.events.iter().copied().filter(is_held).collect();
            self.trail.file = Known { events: held, ..Known::default() };
        }
        synced
    }

    /// Keeps events in a file of their own, so that they are never asked about again.
    pub(super) fn set_aside(&self, events: &[Event]) -> Result<(), StoreFault> {
        let folder = self.trail.twin.as_ref().map_err(Clone::clone)?;
        let path = folder.join(format!("{}.aside", new_session()?));
        let bytes: Vec<u8> = events.iter().flat_map(|e| encode(&Line::Event(e.clone()))).collect();
        write_new(&*self.trail.disk, &path, &bytes).map(drop)
    }
}

/// The last event of each session among these.
pub(super) fn furthest(ids: impl Iterator<Item = EventId>) -> Vec<EventId> {
    let mut ids: Vec<EventId> = ids.collect();
    ids.sort_unstable_by_key(|id| (id.session, std::cmp::Reverse(id.counter)));
    ids.dedup_by_key(|id| id.session);
    ids
}

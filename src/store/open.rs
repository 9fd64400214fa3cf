//! Opening: the file and its twin become one assessment.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::book::Book;
use super::carried::ReadyRubric;
use super::contents::MAX_FILE;
use super::create::write_new;
use super::disk::{Access, Disk, Lock};
use super::fault::{Doing, StoreFault};
use super::glance::FileRead;
use super::log::{Line, Lines, encode};
use super::notice::{Notice, Span};
use super::pen::{Known, Pen, Side, TwinSide};
use super::reading::Reading;
use super::{Store, heal, new_session, twin};
use crate::assessment::{Assessment, Event, EventId, Session};

/// What an assessment is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To look at it: nothing is written, anywhere.
    Read,
    /// To go on with it.
    Write,
}

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

/// What to do with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settle {
    /// Add them to the file.
    Add,
    /// Set them aside; they are kept and not asked about again.
    LeaveOut,
}

impl Store {
    /// Opens an assessment.
    pub fn open(&self, path: &Path, use_: Use) -> Result<Opened, StoreFault> {
        self.open_read(self.read_file_alone(path)?, use_)
    }

    /// Opens an assessment whose file was read.
    pub fn open_read(&self, read: FileRead, use_: Use) -> Result<Opened, StoreFault> {
        let FileRead { path, seen, file, bytes, places, rubric, is_rubric } = read;
        let lines = Lines::of(&bytes, &places, &file.events);
        drop(bytes);
        let mut reading = Reading::begin(self, &path, file, &lines).map_err(|fault| match fault {
            StoreFault::NotAnAssessment(path) if is_rubric => StoreFault::IsRubric(path),
            fault => fault,
        })?;
        drop(lines);
        reading.unite_with_twin(self, &path, &seen);

        let lock = if use_ == Use::Write { self.take_lock(&mut reading) } else { None };
        // Somebody who is still typing will save the text without help.
        let others_type = lock.as_ref().is_some_and(|lock| !lock.alone);
        if use_ == Use::Read || reading.read_only.is_some() {
            reading.add_older();
        }
        if !others_type {
            reading.recover_drafts();
        }
        let mut opened = reading.finish(self, path, seen, lock.map(Arc::new));
        opened.rubric = rubric.and_then(ReadyRubric::proved);
        if use_ == Use::Write && opened.read_only.is_none() {
            opened.bring_file_up_to_date();
        }
        Ok(opened)
    }

    fn take_lock(&self, reading: &mut Reading) -> Option<Lock> {
        if reading.twin.is_err() {
            return None;
        }
        match self.lock(&reading.header.assessment) {
            Ok(lock) => {
                reading.notices.extend(lock.iter().filter(|l| !l.alone).map(|_| Notice::OtherWindow));
                lock
            }
            Err(fault) => {
                reading.notices.push(Notice::NoTwin(fault));
                None
            }
        }
    }

    /// Adds what another copy of the assessment has; when this returns the file holds it.
    pub fn take_in(&self, opened: &mut Opened, other: &Assessment) -> Result<(), StoreFault> {
        self.unite(opened, other.ledger().events().to_vec())
    }

    /// Adds events of this very assessment that came from elsewhere, and writes them to the file.
    pub fn unite(&self, opened: &mut Opened, events: Vec<Event>) -> Result<(), StoreFault> {
        if let Some(fault) = &opened.read_only {
            return Err(fault.clone());
        }
        for event in events {
            opened.assessment.apply(event);
        }
        opened.heal_file()
    }

    /// Adds the later events that this computer remembers, or sets them aside.
    pub fn settle(&self, opened: &mut Opened, how: Settle) -> Result<(), StoreFault> {
        let Some(older) = opened.older.take() else { return Ok(()) };
        match how {
            Settle::Add => {
                for event in older.events {
                    opened.assessment.apply(event);
                }
                opened.heal_file()
            }
            Settle::LeaveOut => {
                let aside = opened.set_aside(&older.events);
                // Asked again next time, if that cannot be remembered.
                if aside.is_err() {
                    opened.older = Some(older);
                }
                aside
            }
        }
    }
}

impl Opened {
    /// By how many bytes the file may still grow.
    pub fn room(&self) -> u64 {
        let len = self.trail.file.look.as_ref().map_or(0, |look| look.len);
        (MAX_FILE as u64).saturating_sub(len)
    }

    /// Writes what the file lacks; if it lacks nothing, sees whether it could be written to.
    fn bring_file_up_to_date(&mut self) {
        let lacks = |e: &Event| !self.trail.file.events.contains(&e.id);
        let is_behind = self.trail.file.headers.is_empty() || self.assessment.ledger().events().iter().any(lacks);
        let done = if is_behind { self.heal_file() } else { self.try_file() };
        if let Err(fault) = done {
            self.notices.push(Notice::NotWritable(fault));
        }
    }

    /// Appends to the file what only the twin has, and notes that it is there.
    fn heal_file(&mut self) -> Result<(), StoreFault> {
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
    fn set_aside(&self, events: &[Event]) -> Result<(), StoreFault> {
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

//! One log that is being written: what it surely holds, and how the rest gets there.

mod batch;
mod side;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::HashSet;

use super::book::{Book, Shared};
use super::contents::{Contents, MAX_FILE, read_path, read_regular};
use super::disk::{Access, Disk, FileKind, Handle, Look};
use super::fault::{Doing, StoreFault, shown};
use super::log::Line;
use super::twin;
use crate::assessment::{Event, EventId, Session};
use batch::Batch;
pub(super) use side::{Side, TwinSide};

/// What is known of a log.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Events that a synced log holds.
    pub events: HashSet<EventId>,
    /// Sessions whose header it holds.
    pub headers: HashSet<Session>,
    /// How it looked when this was true.
    pub look: Option<Look>,
}

/// One log that is being written.
pub(super) struct Pen {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    side: Side,
    book: Shared,
    known: Known,
    /// Written, but the sync failed: it may or may not be there, whatever the log reads like.
    unsure: HashSet<EventId>,
    unsure_headers: HashSet<Session>,
    /// Whether the last write may have ended in the middle of a line.
    torn: bool,
    /// Events of the book before this place need no second look.
    done: usize,
    /// Lines that are no events: drafts, and what the file held.
    extra: Vec<Line>,
    /// Events of others found in the log, to be told.
    arrived: Vec<Event>,
    /// An event that no log can hold.
    too_long: Option<StoreFault>,
    /// Why nothing may be written.
    blocked: Option<StoreFault>,
}

impl Pen {
    /// A pen for a log of which `known` is known.
    pub fn new(disk: Arc<dyn Disk>, path: PathBuf, side: Side, book: Shared, known: Known) -> Self {
        Self {
            disk,
            path,
            side,
            book,
            known,
            unsure: HashSet::default(),
            unsure_headers: HashSet::default(),
            torn: false,
            done: 0,
            extra: Vec::new(),
            arrived: Vec::new(),
            too_long: None,
            blocked: None,
        }
    }

    /// A pen that never writes.
    pub fn block(&mut self, fault: StoreFault) {
        self.blocked = Some(fault);
    }

    /// Why nothing may be written.
    pub fn blocked(&self) -> Option<&StoreFault> {
        self.blocked.as_ref()
    }

    /// Whether trying again is of no use.
    pub fn is_blocked(&self) -> bool {
        self.blocked.is_some()
    }

    /// Adds a line that is no event; a newer draft takes the place of one that waits.
    pub fn add(&mut self, line: Line) {
        match (&line, self.extra.last_mut()) {
            (Line::Draft(new), Some(Line::Draft(waiting))) if waiting.thing == new.thing => *waiting = new.clone(),
            _ => self.extra.push(line),
        }
    }

    /// Events of others that were found since this was last asked.
    pub fn take_arrived(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.arrived)
    }

    /// The last event of this run, written or not.
    pub fn last(&self) -> Option<EventId> {
        Book::open(&self.book).last()
    }

    /// How far a log of the twin has come.
    pub fn twin_side(&self) -> Option<&TwinSide> {
        match &self.side {
            Side::File => None,
            Side::Twin(twin) => Some(twin),
        }
    }

    /// What is known of the log.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// Brings the log up to the book; returns the last event of this run that is on the disk for sure.
    pub fn write(&mut self) -> Result<Option<EventId>, StoreFault> {
        if let Some(fault) = &self.blocked {
            return Err(fault.clone());
        }
        if let (true, last) = self.is_complete() {
            return self.unless_too_long(last);
        }
        let mut log = self.open()?;
        let look = log.look().map_err(|e| StoreFault::of(Doing::Write, &self.path, &e))?;
        if matches!(self.side, Side::File) && self.known.look != Some(look) {
            self.read_again(&mut *log)?;
        } else if look.kind != FileKind::File {
            return Err(StoreFault::NotAFile(shown(&self.path), look.kind));
        }
        let batch = self.batch();
        let last = batch.last;
        let look = self.known.look.filter(|_| matches!(self.side, Side::File)).unwrap_or(look);
        self.append(&mut *log, look, batch)?;
        self.unless_too_long(last)
    }

    /// Reads what others have written, and writes nothing.
    pub fn look_again(&mut self) -> Result<(), StoreFault> {
        if self.blocked.is_some() {
            return Ok(());
        }
        let look = self.disk.look(&self.path).map_err(|e| StoreFault::of(Doing::Read, &self.path, &e))?;
        if self.known.look == Some(look) {
            return Ok(());
        }
        let (bytes, look) = read_path(&*self.disk, &self.path, MAX_FILE)?;
        self.unite(&bytes, look)
    }

    /// An event that no log can hold must never look saved because a later one is.
    fn unless_too_long(&self, last: Option<EventId>) -> Result<Option<EventId>, StoreFault> {
        self.too_long.clone().map_or(Ok(last), Err)
    }

    /// Whether the log holds all of the book, and the last event of this run.
    ///
    /// One look at the book answers both, or an event that comes in between would count as saved.
    fn is_complete(&self) -> (bool, Option<EventId>) {
        let book = Book::open(&self.book);
        let holds_all = book.events()[self.done..].iter().all(|e| self.known.events.contains(&e.id));
        (holds_all && self.extra.is_empty() && !self.lacks_header(), book.last())
    }

    /// A file without any header has been wiped and needs one, even without an event.
    fn lacks_header(&self) -> bool {
        matches!(self.side, Side::File) && self.known.headers.is_empty()
    }

    fn open(&mut self) -> Result<Box<dyn Handle>, StoreFault> {
        let failed = |doing, e: io::Error| StoreFault::of(doing, &self.path, &e);
        match &mut self.side {
            Side::Twin(twin) if !twin.made => {
                let folder = self.path.parent().unwrap_or(Path::new(""));
                twin::make_folder(&*self.disk, &twin.state, folder)?;
                let log = self.disk.create_new(&self.path).map_err(|e| failed(Doing::Create, e))?;
                twin.made = true;
                Ok(log)
            }
            _ => self.disk.open(&self.path, Access::Append).map_err(|e| failed(Doing::Write, e)),
        }
    }

    /// Reads the file through the handle that will be written to, so that both are the same file.
    fn read_again(&mut self, log: &mut dyn Handle) -> Result<(), StoreFault> {
        let (bytes, look) = read_regular(log, &self.path, MAX_FILE)?;
        self.unite(&bytes, look)
    }

    /// Takes in what others wrote, if this still is the same assessment.
    fn unite(&mut self, bytes: &[u8], look: Look) -> Result<(), StoreFault> {
        let mut contents = Contents::of(bytes);
        let mut book = Book::open(&self.book);
        match contents.id() {
            Some(id) if id == book.id() => {}
            Some(_) => return Err(StoreFault::OtherAssessment(shown(&self.path))),
            None if contents.may_be_ours() => {}
            None => return Err(StoreFault::NotAnAssessment(shown(&self.path))),
        }
        if let Some(format) = contents.newer {
            return Err(StoreFault::NewerFormat { path: shown(&self.path), format });
        }
        contents.keep_only(book.id());
        self.known = Known { events: contents.ids(), headers: contents.sessions(), look: Some(look) };
        self.known.events.retain(|id| !self.unsure.contains(id));
        self.known.headers.retain(|session| !self.unsure_headers.contains(session));
        self.done = 0;
        self.arrived.extend(contents.events.into_iter().filter(|e| book.add(e.clone())));
        Ok(())
    }

    /// The lines that the log lacks.
    fn batch(&mut self) -> Batch {
        let book = Book::open(&self.book);
        let mut batch = Batch::new(&book);
        if let Side::Twin(TwinSide { begun: false, file, .. }) = &self.side {
            batch.line(&Line::Path(twin::bytes_of(file)));
        }
        if self.lacks_header() {
            batch.header(&book, book.own_header().session);
        }
        if let Err(fault) = batch.events(&book, &book.events()[self.done..], &self.known) {
            self.too_long = Some(fault);
        }
        for line in &self.extra {
            batch.line(line);
        }
        batch
    }

    fn append(&mut self, log: &mut dyn Handle, look: Look, batch: Batch) -> Result<(), StoreFault> {
        let path = self.path.clone();
        let failed = |e: io::Error| StoreFault::of(Doing::Write, &path, &e);
        let last = log.last_byte().map_err(failed)?;
        let mut bytes = batch.bytes;
        if !bytes.is_empty() && (self.torn || last.is_some_and(|b| b != b'\n')) {
            bytes.insert(0, b'\n');
        }
        let len = look.len + bytes.len() as u64;
        if len > MAX_FILE as u64 {
            return Err(StoreFault::TooLarge { path: shown(&self.path), limit: MAX_FILE });
        }
        let written = if bytes.is_empty() { Ok(()) } else { self.put(log, &bytes) };
        if let Err(e) = written {
            self.torn = true;
            self.known.look = None;
            self.unsure.extend(batch.events);
            self.unsure_headers.extend(batch.headers);
            return Err(failed(e));
        }
        self.torn = false;
        self.known.look = Some(Look { len, ..look });
        for id in batch.events {
            self.unsure.remove(&id);
            self.known.events.insert(id);
        }
        for session in batch.headers {
            self.unsure_headers.remove(&session);
            self.known.headers.insert(session);
        }
        // Not before a sync: a long event stays here, and is looked at again every time.
        self.done = if self.too_long.is_some() { 0 } else { batch.upto };
        self.extra.clear();
        Ok(())
    }

    /// Writes and syncs; a new log's folder too, or the log itself might be gone after a power cut.
    fn put(&mut self, log: &mut dyn Handle, bytes: &[u8]) -> io::Result<()> {
        log.append(bytes)?;
        log.sync_data()?;
        if let Side::Twin(twin) = &mut self.side
            && !twin.begun
        {
            self.disk.sync_dir(self.path.parent().unwrap_or(Path::new("")))?;
            twin.begun = true;
        }
        Ok(())
    }
}

//! Two threads that keep what is recorded: one for the file, one for its twin.
//!
//! Neither needs the other: the twin only lets the file go first, for a moment. The program waits
//! for neither: it hands events over, goes on, and hears by [`Report`]s how far each log has come.

mod board;
mod crash;
mod saves;
mod thread;
mod worker;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use board::{Board, HEAD_START};
pub use saves::{Log, Report, SaveState, Saves};
use thread::{Order, Post};
use worker::Worker;

use foldhash::HashMap;

use super::book::{Book, Shared};
use super::disk::{Disk, Lock};
use super::fault::StoreFault;
use super::log::{Draft, Line, encode};
use super::new_file::write_new;
use super::opened::Opened;
use super::pen::{Known, Pen, Side, TwinSide};
use super::{heal, twin};
use crate::assessment::{Event, EventId, Session, Stamp, Value};

/// Keeps what is recorded in an open assessment.
///
/// Nothing is written before the first event.
pub struct Keeper {
    disk: Arc<dyn Disk>,
    book: Shared,
    board: Arc<Board>,
    desk: Mutex<Desk>,
    /// What the file is known to have held before.
    held: HashMap<Session, u32>,
    _lock: Option<Arc<Lock>>,
}

/// The two writers, and the draft that is open.
struct Desk {
    file: Worker,
    twin: Worker,
    draft: Option<Draft>,
}

impl Keeper {
    /// A keeper for `opened`, whose new events will be of `session`.
    pub fn start(opened: &Opened, session: Session, report: impl Fn(Report) + Send + Clone + 'static) -> Self {
        Self::with(Board::new(HEAD_START), opened, session, report)
    }

    fn with(board: Board, opened: &Opened, session: Session, report: impl Fn(Report) + Send + Clone + 'static) -> Self {
        let book = Book::shared(&opened.assessment, session);
        let trail = &opened.trail;
        let board = Arc::new(board);
        let post = |log| Post { log, board: Arc::clone(&board), report: Box::new(report.clone()) };
        let pen =
            |path: PathBuf, side, known: Known| Pen::new(Arc::clone(&trail.disk), path, side, Arc::clone(&book), known);

        let mut file = pen(opened.path.clone(), Side::File, trail.file.clone());
        if let Some(fault) = &opened.read_only {
            file.block(fault.clone());
        }
        let folder = trail.twin.as_ref().cloned().unwrap_or_default();
        let mut known = Known { events: trail.in_twin.clone(), ..Known::default() };
        // The run that made the assessment goes on in the log that it began.
        let begun = trail.twin_log.clone().filter(|_| opened.session == Some(session));
        known.headers.extend(begun.iter().filter(|twin| twin.begun).map(|_| session));
        let side = begun.unwrap_or_else(|| TwinSide::new(&trail.state, &opened.path));
        let mut twin = pen(twin::log_path(&folder, session), Side::Twin(side), known);
        if let Err(fault) = &trail.twin {
            twin.block(fault.clone());
        }
        let worker = |log, pen| Worker::new(pen, [post(log), post(log)]);
        let desk = Desk { file: worker(Log::File, file), twin: worker(Log::Twin, twin), draft: None };
        Self {
            disk: Arc::clone(&trail.disk),
            book,
            board,
            desk: Mutex::new(desk),
            held: trail.held.clone(),
            _lock: opened.lock.clone(),
        }
    }

    /// Has the writers wait, so that the first event need not start them. Nothing is looked at or written.
    pub fn get_ready(&self) {
        let mut desk = self.desk();
        desk.file.get_ready();
        desk.twin.get_ready();
    }

    /// Hands over what was recorded.
    pub fn keep(&self, events: &[Event]) {
        if events.is_empty() {
            return;
        }
        for event in events {
            Book::open(&self.book).add(event.clone());
            self.saves().recorded(event.id);
        }
        self.tell_both();
    }

    /// The text that is being typed, or that the field was left. It goes to the twin only.
    pub fn draft(&self, draft: Option<Draft>) {
        let mut desk = self.desk();
        let before = std::mem::replace(&mut desk.draft, draft.clone());
        let line = draft.or_else(|| {
            // A cleared draft says that there is none.
            before.map(|d| Draft { at: Stamp::default(), is: Value::cleared(), ..d })
        });
        if let Some(line) = line {
            desk.twin.tell(Order::Draft(line));
        }
    }

    /// Tries again at once.
    pub fn retry(&self) {
        self.tell_both();
    }

    /// Looks whether others have written to the file; what is new comes as [`Report::Arrived`].
    pub fn look(&self) {
        self.desk().file.tell(Order::Look);
    }

    /// Whether all is saved, as far as is known now.
    pub fn state(&self) -> SaveState {
        self.saves().state()
    }

    /// Why there is no second copy, if there is none; then a draft is only safe as an event.
    pub fn no_twin(&self) -> Option<StoreFault> {
        let blocked = self.desk().twin.blocked().cloned();
        blocked.or_else(|| self.saves().no_twin().cloned())
    }

    /// Tries both logs now and waits until each has succeeded or failed, `limit` at most.
    pub fn flush(&self, limit: Duration) -> SaveState {
        self.flushed(limit);
        self.state()
    }

    /// Ends: tries both logs, and notes in the twin what the file holds.
    pub fn close(self, limit: Duration) -> SaveState {
        let deadline = Instant::now() + limit;
        let reach = self.flushed(limit);
        let state = self.state();
        if let (SaveState::Saved, Some(reach)) = (&state, reach) {
            let news: Vec<EventId> = reach.into_iter().filter(|id| !heal::is_held(&self.held, *id)).collect();
            if !news.is_empty() {
                let (done, is_done) = channel();
                let mut desk = self.desk();
                desk.twin.tell(Order::Held(news));
                desk.twin.tell(Order::Flush(done));
                let _ = is_done.recv_timeout(deadline.saturating_duration_since(Instant::now()));
            }
        }
        state
    }

    /// Writes all of the assessment to a new file.
    pub fn save_elsewhere(&self, path: &Path) -> Result<(), StoreFault> {
        let bytes = {
            let book = Book::open(&self.book);
            let header = Line::Header(book.own_header());
            let lines = std::iter::once(header).chain(book.events().iter().cloned().map(Line::Event));
            lines.flat_map(|line| encode(&line)).collect::<Vec<u8>>()
        };
        write_new(&*self.disk, path, &bytes).map(drop)
    }

    /// What the file holds, if it could be brought up to date within the limit.
    fn flushed(&self, limit: Duration) -> Option<Vec<EventId>> {
        let deadline = Instant::now() + limit;
        let waiting = {
            let desk = self.desk();
            [desk.file.flush(), desk.twin.flush()]
        };
        let [file, _] = waiting.map(|done: Option<Receiver<_>>| {
            // A writer that has died drops its end, so nobody waits for it.
            done?.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok().flatten()
        });
        file
    }

    fn tell_both(&self) {
        let mut desk = self.desk();
        desk.file.tell(Order::Write);
        desk.twin.tell(Order::Write);
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn saves(&self) -> MutexGuard<'_, Saves> {
        self.board.saves()
    }
}

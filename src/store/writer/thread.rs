//! The thread behind one log: takes orders, writes, tries again, and never dies unheard.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::board::Board;
use super::crash;
use super::saves::{Log, Report};
use crate::assessment::EventId;
use crate::store::log::{Draft, Line};
use crate::store::opened::furthest;
use crate::store::pen::Pen;

/// The first pause after a failure; each next one is twice as long.
const SHORTEST_PAUSE: Duration = Duration::from_millis(200);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What a writer is told.
pub(super) enum Order {
    /// The book has grown, or it is time to try again.
    Write,
    /// A text is being typed.
    Draft(Draft),
    /// See whether others have written.
    Look,
    /// Write, then say what the log holds of each session, or that it failed.
    Flush(Sender<Option<Vec<EventId>>>),
    /// The file held this when all was well.
    Held(Vec<EventId>),
}

/// Where reports go.
pub(super) struct Post {
    pub log: Log,
    pub board: Arc<Board>,
    pub report: Box<dyn Fn(Report) + Send>,
}

impl Post {
    /// Reports: first to whoever waits for a flush, then to the program.
    pub fn send(&self, report: Report) {
        self.board.hear(&report);
        (self.report)(report);
    }
}

/// A thread that unwinds says so on its way out.
struct Guard<'p>(&'p Post);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.send(Report::Dead { log: self.0.log });
        }
    }
}

/// Serves orders until nobody can give any.
pub(super) fn run(pen: Pen, orders: &Receiver<Order>, post: &Post) {
    // In this order: whoever waits is let go only after the guard has said what happened.
    let mut waiting = Vec::new();
    let _guard = Guard(post);
    let mut writer = Writer { pen, post, waiting: &mut waiting, pause: None, told: None };
    loop {
        let first = match writer.pause {
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(pause) => orders.recv_timeout(pause),
        };
        match first {
            Ok(order) => writer.serve(std::iter::once(order).chain(orders.try_iter())),
            Err(RecvTimeoutError::Timeout) => writer.try_again(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

struct Writer<'p> {
    pen: Pen,
    post: &'p Post,
    /// Who waits for the end of a write.
    waiting: &'p mut Vec<Sender<Option<Vec<EventId>>>>,
    /// When to try again, while writing fails.
    pause: Option<Duration>,
    /// What was last reported as kept.
    told: Option<EventId>,
}

impl Writer<'_> {
    /// Carries out all that waits, with one write for all of it.
    fn serve(&mut self, orders: impl Iterator<Item = Order>) {
        let mut only_look = true;
        let mut is_recorded = false;
        for order in orders {
            only_look &= matches!(order, Order::Look);
            match order {
                Order::Write => {
                    crash::if_asked_for(self.post.log);
                    is_recorded = true;
                }
                Order::Look => {}
                Order::Draft(draft) => self.pen.add(Line::Draft(draft)),
                Order::Flush(done) => self.waiting.push(done),
                Order::Held(held) => self.pen.add(Line::Held(held)),
            }
        }
        if only_look {
            // What cannot be read now is told when there is something to write.
            let _ = self.pen.look_again();
            self.tell_arrived();
            return;
        }
        if is_recorded && self.post.log == Log::Twin {
            self.post.board.let_the_file_go_first();
        }
        let is_kept = self.write(self.pause.unwrap_or(SHORTEST_PAUSE));
        for done in self.waiting.drain(..) {
            // Nobody waits any more if the limit has passed.
            let _ = done.send(is_kept.then(|| furthest(self.pen.known().events.iter().copied())));
        }
    }

    fn try_again(&mut self) {
        let next = self.pause.map_or(SHORTEST_PAUSE, |pause| LONGEST_PAUSE.min(pause * 2));
        self.write(next);
    }

    /// Writes and reports; `pause` is how long to wait if it fails.
    fn write(&mut self, pause: Duration) -> bool {
        let written = self.pen.write();
        self.tell_arrived();
        let log = self.post.log;
        let is_kept = written.is_ok();
        match written {
            Ok(Some(upto)) if self.told != Some(upto) => {
                self.told = Some(upto);
                self.post.send(Report::Kept { log, upto });
            }
            Ok(_) => {}
            Err(cause) => {
                self.told = None;
                self.post.send(Report::Failing { log, upto: self.pen.last(), cause });
            }
        }
        self.pause = (!is_kept && !self.pen.is_blocked()).then_some(pause);
        is_kept
    }

    fn tell_arrived(&mut self) {
        let events = self.pen.take_arrived();
        if !events.is_empty() {
            self.post.send(Report::Arrived { events });
        }
    }
}

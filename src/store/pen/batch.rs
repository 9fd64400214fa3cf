//! What one write adds to a log.

use super::Known;
use crate::assessment::{Event, EventId, Session, Thing};
use crate::store::book::Book;
use crate::store::fault::StoreFault;
use crate::store::log::{Line, MAX_LINE, MAX_RUBRIC_LINE, encode};

/// What one write adds to a log.
pub(super) struct Batch {
    pub bytes: Vec<u8>,
    pub events: Vec<EventId>,
    pub headers: Vec<Session>,
    /// Events of the book that it brings the log up to.
    pub upto: usize,
    /// The last event of this run among them.
    pub last: Option<EventId>,
}

impl Batch {
    /// An empty one, for all that is in the book now.
    pub fn new(book: &Book) -> Self {
        let (upto, last) = (book.events().len(), book.last());
        Self { bytes: Vec::new(), events: Vec::new(), headers: Vec::new(), upto, last }
    }

    /// Adds a line that is neither event nor header.
    pub fn line(&mut self, line: &Line) {
        self.bytes.extend(encode(line));
    }

    /// Adds the header of a session, once.
    pub fn header(&mut self, book: &Book, session: Session) {
        if !self.headers.contains(&session) {
            self.line(&Line::Header(book.header(session)));
            self.headers.push(session);
        }
    }

    /// Adds the events that are not known to be there, each session's header before its first one.
    ///
    /// Fails if one is too long for any log; the others are in the batch all the same.
    pub fn events(&mut self, book: &Book, events: &[Event], known: &Known) -> Result<(), StoreFault> {
        let mut result = Ok(());
        for event in events.iter().filter(|e| !known.events.contains(&e.id)) {
            let line = encode(&Line::Event(event.clone()));
            let limit = if matches!(event.thing, Thing::Rubric(_)) { MAX_RUBRIC_LINE } else { MAX_LINE };
            if line.len() > limit {
                result = Err(StoreFault::TooLong { limit });
                continue;
            }
            if !known.headers.contains(&event.id.session) {
                self.header(book, event.id.session);
            }
            self.bytes.extend(line);
            self.events.push(event.id);
        }
        result
    }
}

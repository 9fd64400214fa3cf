//! Every event of an open assessment, as the threads that write share it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::HashSet;

use crate::assessment::{Assessment, AssessmentId, Event, EventId, Header, Session};

/// What every log of an open assessment has to hold.
///
/// A log is complete when it holds all of the book. So what a log still needs is known
/// at any time without remembering what was sent to it, and after any failure.
pub(super) struct Book {
    empty: Assessment,
    session: Session,
    events: Vec<Event>,
    ids: HashSet<EventId>,
    last: Option<EventId>,
}

/// A book that several threads write from.
pub(super) type Shared = Arc<Mutex<Book>>;

impl Book {
    /// A book of all that is known of an assessment, for the events of `session` to come.
    pub fn shared(assessment: &Assessment, session: Session) -> Shared {
        let events = assessment.ledger().events().to_vec();
        let ids: HashSet<EventId> = events.iter().map(|e| e.id).collect();
        let last = ids.iter().filter(|id| id.session == session).max().copied();
        let empty = Assessment::new(&assessment.header(session));
        Arc::new(Mutex::new(Self { empty, session, events, ids, last }))
    }

    /// The book, even if a thread died while it held it: every change to it is whole.
    pub fn open(shared: &Shared) -> MutexGuard<'_, Self> {
        shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an event; returns whether it was new.
    pub fn add(&mut self, event: Event) -> bool {
        let is_new = self.ids.insert(event.id);
        if is_new {
            if event.id.session == self.session {
                self.last = self.last.max(Some(event.id));
            }
            self.events.push(event);
        }
        is_new
    }

    /// All events in the order in which they became known.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The last event of this run of the program.
    pub fn last(&self) -> Option<EventId> {
        self.last
    }

    /// The assessment's identity.
    pub fn id(&self) -> &AssessmentId {
        &self.empty.id
    }

    /// The header of a session.
    pub fn header(&self, session: Session) -> Header {
        self.empty.header(session)
    }

    /// The header of this run of the program.
    pub fn own_header(&self) -> Header {
        self.header(self.session)
    }
}

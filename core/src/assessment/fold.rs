//! Events become a state: which of them are in force for each thing.
//!
//! A *head* is an event that no other covers. An event covers every earlier event
//! of its own session on the same thing, and for each other session named in its
//! `after`, that event and all before it on the same thing. The order in which events
//! arrive changes nothing, nor does an event that arrives twice.

use foldhash::HashMap;

use crate::order;
use std::collections::hash_map::Entry;

use super::event::{Event, EventId, Session, Thing, Value};
use super::interview::says_same;
use crate::rubric::Id;

/// All events, and for each thing the ones in force.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    events: Vec<Event>,
    places: HashMap<EventId, usize>,
    tracks: HashMap<Thing, Vec<Track>>,
    /// The items of evidence for each question, in no order.
    items: HashMap<Id, Vec<Thing>>,
    sessions: HashMap<Session, Extent>,
}

/// What one session did to one thing.
#[derive(Clone, Copy, Debug)]
struct Track {
    session: Session,
    /// Its last event on the thing: counter and place; none if only heard of.
    last: Option<(u32, usize)>,
    /// Counter up to which other sessions' events cover it.
    covered: u32,
}

impl Track {
    /// The place of the session's last event, if no other session's event covers it.
    fn head(&self) -> Option<usize> {
        self.last.filter(|(counter, _)| *counter > self.covered).map(|(_, place)| place)
    }

    /// The last counter known of this session for the thing.
    fn reach(&self) -> u32 {
        self.last.map_or(0, |(counter, _)| counter).max(self.covered)
    }
}

/// How many events of a session are here, and the highest number heard of.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    known: u32,
    highest: u32,
}

/// What [`Ledger::apply`] made of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It was new.
    New,
    /// It was here already.
    Known,
    /// Another event of the same name was here; the greater of the two is kept.
    Clash,
}

impl Ledger {
    /// Makes room for so many events.
    pub fn reserve(&mut self, events: usize) {
        self.events.reserve(events);
        self.places.reserve(events);
    }

    /// Adds an event.
    pub fn apply(&mut self, event: Event) -> Applied {
        match self.places.entry(event.id) {
            Entry::Vacant(entry) => {
                entry.insert(self.events.len());
                self.events.push(event);
                self.track(self.events.len() - 1);
                Applied::New
            }
            Entry::Occupied(entry) => {
                let kept = &mut self.events[*entry.get()];
                if *kept == event {
                    return Applied::Known;
                }
                // Any rule does that does not depend on the order of arrival.
                if *kept < event {
                    *kept = event;
                    self.refold();
                }
                Applied::Clash
            }
        }
    }

    fn refold(&mut self) {
        self.tracks.clear();
        self.items.clear();
        self.sessions.clear();
        for place in 0..self.events.len() {
            self.track(place);
        }
    }

    fn track(&mut self, place: usize) {
        let event = &self.events[place];
        let extent = self.sessions.entry(event.id.session).or_default();
        extent.known += 1;
        extent.highest = extent.highest.max(event.id.counter);
        if let Thing::Evidence(question, _) = &event.thing
            && !self.tracks.contains_key(&event.thing)
        {
            self.items.entry(question.clone()).or_default().push(event.thing.clone());
        }
        let tracks = self.tracks.entry(event.thing.clone()).or_default();
        let own = track_of(tracks, event.id.session);
        if own.last.is_none_or(|(counter, _)| counter < event.id.counter) {
            own.last = Some((event.id.counter, place));
        }
        for covered in &event.after {
            // A session covers its own events by their numbers alone.
            if covered.session != event.id.session {
                let other = track_of(tracks, covered.session);
                other.covered = other.covered.max(covered.counter);
            }
        }
    }

    /// All events in the order in which they arrived.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event of this name.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.places.get(&id).map(|place| &self.events[*place])
    }

    /// The things that any event was about, in no order.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.tracks.keys()
    }

    /// The items of evidence for a question that any event was about, in no order.
    pub fn items(&self, question: &Id) -> &[Thing] {
        self.items.get(question).map_or(&[], Vec::as_slice)
    }

    /// The events in force for a thing, the one that is shown first: the latest by (`at`, `e`).
    ///
    /// Events with equal content count as one, so more than one means a conflict.
    pub fn heads(&self, thing: &Thing) -> Vec<&Event> {
        let tracks = self.tracks.get(thing).map_or(&[][..], Vec::as_slice);
        let mut heads: Vec<&Event> = tracks.iter().filter_map(Track::head).map(|place| &self.events[place]).collect();
        order::by_key(&mut heads, |e| std::cmp::Reverse((e.at.unix_ms, e.id)));
        let mut seen: Vec<&Value> = Vec::with_capacity(heads.len());
        heads.retain(|e| {
            let fresh = !seen.iter().any(|is| says_same(is, &e.is));
            seen.push(&e.is);
            fresh
        });
        heads
    }

    /// The things that more than one event is in force for, in no order; their contents may be equal.
    pub fn disputed(&self) -> impl Iterator<Item = &Thing> {
        let heads = |tracks: &[Track]| tracks.iter().filter(|t| t.head().is_some()).count();
        self.tracks.iter().filter(move |(_, tracks)| heads(tracks) > 1).map(|(thing, _)| thing)
    }

    /// Whether an event is in force: no other covers it.
    pub fn is_head(&self, event: &Event) -> bool {
        let tracks = self.tracks.get(&event.thing).map_or(&[][..], Vec::as_slice);
        tracks.iter().filter_map(Track::head).any(|place| self.events[place].id == event.id)
    }

    /// The event that is shown for a thing, unless it cleared it.
    pub fn shown(&self, thing: &Thing) -> Option<&Event> {
        self.shown_of(self.tracks.get(thing)?)
    }

    /// The things for which an event is shown, in no order, each with that event.
    pub fn all_shown(&self) -> impl Iterator<Item = (&Thing, &Event)> {
        self.tracks.iter().filter_map(|(thing, tracks)| Some((thing, self.shown_of(tracks)?)))
    }

    fn shown_of(&self, tracks: &[Track]) -> Option<&Event> {
        let head =
            tracks.iter().filter_map(Track::head).map(|place| &self.events[place]).max_by_key(|e| (e.at.unix_ms, e.id));
        head.filter(|e| !e.is.is_cleared())
    }

    /// What a new event of `session` on `thing` has to name in its `after`.
    pub fn after(&self, thing: &Thing, session: Session) -> Box<[EventId]> {
        let tracks = self.tracks.get(thing).map_or(&[][..], Vec::as_slice);
        let others = tracks.iter().filter(|t| t.session != session);
        let mut after: Vec<EventId> = others.map(|t| EventId { session: t.session, counter: t.reach() }).collect();
        after.sort_unstable();
        after.into()
    }

    /// What an imported event of `session` that says `is` has to name in its `after`: everything
    /// but the heads that say something else. Those stay heads beside it, which is a conflict.
    /// A head that cleared the thing says nothing and is replaced.
    pub fn after_equals(&self, thing: &Thing, session: Session, is: &Value) -> Box<[EventId]> {
        let tracks = self.tracks.get(thing).map_or(&[][..], Vec::as_slice);
        let differs = |t: &Track| {
            t.head().map(|place| &self.events[place].is).is_some_and(|said| !says_same(said, is) && !said.is_cleared())
        };
        let reach = |t: &Track| if differs(t) { t.covered } else { t.reach() };
        let others = tracks.iter().filter(|t| t.session != session);
        let after = others.map(|t| EventId { session: t.session, counter: reach(t) });
        let mut after: Vec<EventId> = after.filter(|id| id.counter > 0).collect();
        after.sort_unstable();
        after.into()
    }

    /// The number of the next event of `session`.
    pub fn next(&self, session: Session) -> EventId {
        let highest = self.sessions.get(&session).map_or(0, |extent| extent.highest);
        EventId { session, counter: highest.saturating_add(1) }
    }

    /// Sessions of which events are missing, with how many: lines that were lost.
    pub fn holes(&self) -> Vec<(Session, u32)> {
        let missing = |(session, extent): (&Session, &Extent)| (*session, extent.highest - extent.known);
        let mut holes: Vec<_> = self.sessions.iter().map(missing).filter(|(_, missing)| *missing > 0).collect();
        order::by(&mut holes, Ord::cmp);
        holes
    }

    /// The highest number of each session, by session name.
    pub fn reach(&self) -> Vec<EventId> {
        let reach = |(session, extent): (&Session, &Extent)| EventId { session: *session, counter: extent.highest };
        let mut all: Vec<_> = self.sessions.iter().map(reach).collect();
        all.sort_unstable();
        all
    }

    /// The last event before `event` on its thing that it replaced: what undoing it brings back.
    pub fn before(&self, event: &Event) -> Option<&Event> {
        let replaced = |e: &&Event| {
            e.thing == event.thing
                && if e.id.session == event.id.session {
                    e.id.counter < event.id.counter
                } else {
                    event.after.iter().any(|a| a.session == e.id.session && e.id.counter <= a.counter)
                }
        };
        let candidates: Vec<&Event> = self.events.iter().filter(replaced).collect();
        // What was replaced is what nothing else among the replaced ones had replaced before.
        let covered = |e: &Event| {
            candidates.iter().any(|c| {
                if c.id.session == e.id.session {
                    c.id.counter > e.id.counter
                } else {
                    c.after.iter().any(|a| a.session == e.id.session && e.id.counter <= a.counter)
                }
            })
        };
        candidates.iter().copied().filter(|e| !covered(e)).max_by_key(|e| (e.at.unix_ms, e.id))
    }
}

fn track_of(tracks: &mut Vec<Track>, session: Session) -> &mut Track {
    let place = tracks.iter().position(|t| t.session == session).unwrap_or_else(|| {
        tracks.push(Track { session, last: None, covered: 0 });
        tracks.len() - 1
    });
    &mut tracks[place]
}

//! Which events of the twin the file gets, and on what terms. Pure.
//!
//! The twin may know events that the file lacks for three reasons: they never reached
//! the file; the file was damaged or replaced; somebody put an older copy back. The last
//! one may be meant, so it is a question; the others are not.

use foldhash::fast::RandomState;
use foldhash::{HashMap, HashSet};

use super::contents::Contents;
use super::log::Draft;
use crate::assessment::{Assessment, Deed, Event, EventId, Session};
use crate::text::Clean;

/// What the file lacks, by what is to be said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Healing {
    /// Never was in the file: added without a word.
    pub silent: Vec<Event>,
    /// Was in the file and got lost: added with a notice.
    pub told: Vec<Event>,
    /// Was in the file when a later copy stood there: asked about.
    pub older: Vec<Event>,
}

/// Compares a file with the twin logs that speak for it.
pub(super) fn heal(file: &Contents, logs: &[&Contents], aside: &HashSet<EventId>) -> Healing {
    let held = held(logs);
    let was_held = |id: EventId| is_held(&held, id);
    let mut seen = file.ids();
    let mut in_twin: HashSet<EventId> = HashSet::with_capacity_and_hasher(seen.len(), RandomState::default());
    in_twin.extend(logs.iter().flat_map(|log| &log.events).map(|e| e.id));
    // A file that holds only what this computer knows, all of it whole, is an older copy.
    let has_news = seen.iter().any(|id| !in_twin.contains(id) && !was_held(*id));
    let is_older_copy = file.damaged.is_empty() && !file.headers.is_empty() && !has_news;

    let mut healing = Healing::default();
    for event in logs.iter().flat_map(|log| &log.events) {
        if aside.contains(&event.id) || !seen.insert(event.id) {
            continue;
        }
        let terms = match (was_held(event.id), is_older_copy) {
            (false, _) => &mut healing.silent,
            (true, false) => &mut healing.told,
            (true, true) => &mut healing.older,
        };
        terms.push(event.clone());
    }
    healing
}

/// For each session the last event that a synced file is known to have held.
pub(super) fn held(logs: &[&Contents]) -> HashMap<Session, u32> {
    let mut held = HashMap::default();
    for id in logs.iter().flat_map(|log| &log.held) {
        let counter = held.entry(id.session).or_default();
        *counter = id.counter.max(*counter);
    }
    held
}

/// Whether a synced file is known to have held this event.
pub(super) fn is_held(held: &HashMap<Session, u32>, id: EventId) -> bool {
    held.get(&id.session).is_some_and(|counter| id.counter <= *counter)
}

/// Adds drafts of sessions that ended without saving them, as events of `session`; returns those.
///
/// A recovered text covers what its writer could have seen, so that what somebody else
/// wrote later stands beside it as a conflict instead of being replaced.
pub(super) fn recover(assessment: &mut Assessment, drafts: &[(Session, Draft)], session: Session) -> Vec<Event> {
    let mut recovered = Vec::new();
    for (writer, draft) in drafts {
        let blank = draft.is.parse().as_str().is_some_and(|text| Clean::block(text).is_blank());
        if blank || is_settled(assessment, *writer, draft) {
            continue;
        }
        let ledger = assessment.ledger();
        let seen =
            |id: &EventId| id.session == *writer || ledger.event(*id).is_none_or(|e| e.at.unix_ms <= draft.at.unix_ms);
        let event = Event::from(Deed {
            id: ledger.next(session),
            at: draft.at,
            by: draft.by.clone(),
            after: ledger.after(&draft.thing, session).iter().copied().filter(seen).collect(),
            thing: draft.thing.clone(),
            is: draft.is.clone(),
            undoes: None,
            redoes: None,
            imported: false,
            extra: Vec::new(),
        });
        assessment.apply(event.clone());
        recovered.push(event);
    }
    recovered
}

/// Whether a draft says nothing new: shown already, recovered before, or its writer recorded something since.
fn is_settled(assessment: &Assessment, writer: Session, draft: &Draft) -> bool {
    let ledger = assessment.ledger();
    ledger.shown(&draft.thing).is_some_and(|e| e.is == draft.is)
        || ledger.events().iter().filter(|e| e.thing == draft.thing).any(|e| {
            let recovered = e.is == draft.is && e.at == draft.at;
            recovered || (e.id.session == writer && e.at.unix_ms >= draft.at.unix_ms)
        })
}

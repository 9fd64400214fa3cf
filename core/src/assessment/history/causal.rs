//! Events in causal order.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use foldhash::HashMap;

use crate::assessment::{Event, EventId, Session};
use crate::order;

/// The events in causal order; where that leaves a choice, by (`at`, `e`).
///
/// A file that claims a circle is no reason to show nothing: there the clock decides.
pub(in crate::assessment) fn causal(events: &[Event]) -> Vec<&Event> {
    let mut sessions: HashMap<Session, Vec<(u32, usize)>> = HashMap::default();
    for (place, event) in events.iter().enumerate() {
        sessions.entry(event.id.session).or_default().push((event.id.counter, place));
    }
    for own in sessions.values_mut() {
        order::by(own, Ord::cmp);
    }
    // The last event of a session up to a counter; those before it come before it anyway.
    let last = |session: Session, upto: u32| {
        let own = sessions.get(&session)?;
        let end = own.partition_point(|(counter, _)| *counter <= upto);
        Some(own[end.checked_sub(1)?].1)
    };
    let mut waits = vec![0_usize; events.len()];
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); events.len()];
    for (place, event) in events.iter().enumerate() {
        let own = EventId { counter: event.id.counter.saturating_sub(1), ..event.id };
        let others = event.after.iter().filter(|a| a.session != event.id.session);
        for before in others.chain([&own]).filter_map(|a| last(a.session, a.counter)) {
            waits[place] += 1;
            followers[before].push(place);
        }
    }

    let by_clock = |place: usize| Reverse((events[place].at.unix_ms, events[place].id, place));
    let mut ready: BinaryHeap<_> = (0..events.len()).filter(|p| waits[*p] == 0).map(by_clock).collect();
    let mut rest: Vec<usize> = (0..events.len()).collect();
    order::by_key(&mut rest, |place| by_clock(*place));
    let mut is_done = vec![false; events.len()];
    let mut ordered = Vec::with_capacity(events.len());
    while ordered.len() < events.len() {
        // `rest` has the latest first, so its end is what the clock puts next.
        let next = ready.pop().map(|Reverse((_, _, place))| place).or_else(|| rest.pop());
        let Some(place) = next else { break };
        if std::mem::replace(&mut is_done[place], true) {
            continue;
        }
        ordered.push(&events[place]);
        for follower in &followers[place] {
            waits[*follower] = waits[*follower].saturating_sub(1);
            if waits[*follower] == 0 && !is_done[*follower] {
                ready.push(by_clock(*follower));
            }
        }
    }
    ordered
}

//! Who votes: joining, leaving, taking in what somebody answered elsewhere, answering as a rater.

use super::super::{App, Effect, Place, Work, moved};
use super::RoomField;
use crate::assessment::{Change, Stamp, Thing, rater_id};
use crate::rubric::Id;
use crate::tui::keys::Action;

/// As many seats are made at once at most.
const MOST_SEATS: u32 = 40;

impl App {
    /// To the raters, with a reason why one has come there.
    pub(in crate::tui::app) fn to_raters(&mut self, why: Option<&str>) {
        if let Some(work) = &mut self.work {
            work.speak_as(None);
            self.place = Place::Raters;
            self.message = why.map(str::to_owned);
        }
    }

    pub(in crate::tui::app) fn act_raters(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let page = self.page();
        let Some(work) = &mut self.work else { return };
        let chosen = work.room.raters.get(self.room.rater).cloned();
        let is_change = matches!(action, Action::New | Action::Rename | Action::Exclude | Action::TakeIn);
        if let (true, Some(why)) = (is_change, &work.read_only) {
            self.message = Some(why.to_string());
            return;
        }
        match (action, chosen) {
            (Action::New, _) | (Action::Enter, None) => self.open_field(RoomField::Joins),
            (Action::Rename, Some(rater)) => self.open_field(RoomField::Rater(rater.id)),
            (Action::Exclude, Some(rater)) => {
                work.record(Change::flag(Thing::Left(rater.id), rater.is_here), now, effects);
            }
            (Action::Enter, Some(rater)) => {
                work.speak_as(Some(rater.id));
                let first = work.open_places().first().copied();
                work.go(first.unwrap_or(0));
                self.to_ask();
            }
            (Action::TakeIn, _) => self.open_field(RoomField::TakeIn),
            (Action::Leave, _) => self.to_agenda(),
            (Action::Back, _) => self.to_ask(),
            (action, _) => self.room.rater = moved(action, self.room.rater, work.room.raters.len(), page),
        }
    }

    /// Somebody joins.
    pub(in crate::tui::app) fn join(&mut self, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        work.join(typed, now, effects);
        self.room.rater = work.room.raters.len().saturating_sub(1);
    }

    /// A rater is called otherwise.
    pub(in crate::tui::app) fn rename_rater(&mut self, id: &Id, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let (name, role) = name_and_role(typed);
        let seat = work.room.rater(id).and_then(|r| r.seat);
        if !name.is_empty() || seat.is_some() {
            work.record(Change::rater(id, name, role, seat), now, effects);
        }
    }

    /// Name and role of a rater as they are typed.
    pub(in crate::tui::app) fn rater_typed(&self, id: &Id) -> String {
        let rater = self.work.as_ref().and_then(|w| w.room.rater(id));
        rater.map_or_else(String::new, |r| {
            if r.role.is_blank() { r.name.to_string() } else { format!("{}, {}", r.name, r.role) }
        })
    }
}

impl Work {
    /// Somebody joins: a name, perhaps with a role after a comma; a number makes that many anonymous
    /// seats. Returns the rater, unless those are seats or the name is blank.
    pub fn join(&mut self, typed: &str, now: Stamp, effects: &mut Vec<Effect>) -> Option<Id> {
        let (name, role) = name_and_role(typed);
        if name.is_empty() {
            return None;
        }
        let mut joined = None;
        let mut changes = Vec::new();
        if let Some(seats) = name.parse::<u32>().ok().filter(|n| (1..=MOST_SEATS).contains(n)) {
            let taken = self.room.raters.iter().filter_map(|r| r.seat).max().unwrap_or(0);
            let next = self.assessment.ledger().next(self.author.session);
            // A seat is named by the event that makes it, so seats of two copies never meet.
            let seat = |n: u32| {
                let id = Id::new(&format!("{}.{}", next.session, next.counter + n))?;
                Some(Change::rater(&id, "", role, Some(taken.saturating_add(n + 1))))
            };
            changes.extend((0..seats).filter_map(seat));
        } else if let Some(id) = self.room.rater_named(name).or_else(|| rater_id(name)) {
            changes.extend(self.room.joining(&id, name, (!role.is_empty()).then_some(role)));
            // Who comes back is here again.
            if self.room.rater(&id).is_some_and(|r| !r.is_here) {
                changes.push(Change::flag(Thing::Left(id.clone()), false));
            }
            joined = Some(id);
        }
        self.record_several(changes, now, effects);
        joined
    }
}

fn name_and_role(typed: &str) -> (&str, &str) {
    let (name, role) = typed.split_once([',', '，']).unwrap_or((typed, ""));
    (name.trim(), role.trim())
}

//! Undo and redo, worked out from the events themselves so that they outlive a restart.

use super::history::causal;
use super::{Assessment, Change, Event, EventId, Thing, Value};

impl Assessment {
    /// What takes back the last thing that `by` did to a question or the pad, and the event it takes back.
    ///
    /// Only while that thing has one head and that head is `by`'s own: nobody undoes
    /// what somebody else said.
    pub fn undo(&self, by: &str) -> Option<Change> {
        let (done, _) = self.stacks(by);
        let event = self.ledger.event(*done.last()?)?;
        self.is_mine(event, by).then(|| Change {
            thing: event.thing.clone(),
            is: self.ledger.before(event).map_or_else(Value::cleared, |before| before.is.clone()),
            undoes: Some(event.id),
            redoes: None,
            imported: false,
        })
    }

    /// What brings back the last thing that `by` undid.
    pub fn redo(&self, by: &str) -> Option<Change> {
        let (_, undone) = self.stacks(by);
        let event = self.ledger.event(*undone.last()?)?;
        self.is_mine(event, by).then(|| Change {
            thing: event.thing.clone(),
            is: event.is.clone(),
            undoes: None,
            redoes: Some(event.id),
            imported: false,
        })
    }

    fn is_mine(&self, event: &Event, by: &str) -> bool {
        matches!(self.ledger.heads(&event.thing)[..], [head] if &*head.by == by)
    }

    /// Events of `by` on questions and on the pad that can be undone and redone, the next one last.
    ///
    /// In causal order: a merged file may hold the later of two sessions first.
    fn stacks(&self, by: &str) -> (Vec<EventId>, Vec<EventId>) {
        let (mut done, mut undone): (Vec<EventId>, Vec<EventId>) = Default::default();
        let can_be_undone = |thing: &Thing| thing.question().is_some() || matches!(thing, Thing::Pad(_));
        let is_mine = |e: &&Event| &*e.by == by && can_be_undone(&e.thing);
        for event in causal(self.ledger.events()).into_iter().filter(|e| is_mine(e) || e.thing == Thing::InUse) {
            if event.thing == Thing::InUse {
                // What was said in another version of the rubric may mean something else now.
                done.clear();
                undone.clear();
            } else if let Some(target) = event.undoes {
                done.retain(|id| *id != target);
                undone.push(target);
            } else if let Some(target) = event.redoes {
                undone.retain(|id| *id != target);
                done.push(target);
            } else {
                done.push(event.id);
                undone.clear();
            }
        }
        (done, undone)
    }
}

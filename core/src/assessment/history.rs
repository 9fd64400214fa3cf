//! Who said what when: every event with what it replaced, in causal order.
//!
//! Clocks of different machines disagree, so they only break ties. An event stands after all that
//! its session did before and after all that its `after` covers.

mod causal;

use foldhash::{HashMap, HashSet};

use super::{Assessment, Event, EventId, Session, Thing};
use crate::rubric::Id;
pub(super) use causal::causal;

/// What kind of step an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Something was said.
    Said,
    /// A step was taken back.
    Undid,
    /// A step that was taken back was brought back.
    Redid,
}

/// One step of the history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry<'a> {
    /// What was done.
    pub event: &'a Event,
    /// What it replaced: the last event that it covers, if there is one.
    pub before: Option<&'a Event>,
    /// What kind of step it was.
    pub act: Act,
    /// Whether a later step took it back for good.
    pub is_undone: bool,
    /// Whether it is in force; several events of one thing are in conflict.
    pub is_head: bool,
}

impl Entry<'_> {
    /// Whether it is in force beside another event that says something else.
    pub fn is_disputed(&self, assessment: &Assessment) -> bool {
        self.is_head && assessment.ledger().heads(&self.event.thing).len() > 1
    }
}

impl Assessment {
    /// The whole history, in causal order; without what last time's answers were, which nobody said
    /// this time and which stay hidden until a question is answered again.
    pub fn history(&self) -> Vec<Entry<'_>> {
        self.entries(|thing| !matches!(thing, Thing::Before(_)))
    }

    /// The history of one question: its answer, note, evidence, confidence and mark.
    pub fn history_of(&self, question: &Id) -> Vec<Entry<'_>> {
        self.entries(|thing| thing.question() == Some(question))
    }

    fn entries(&self, is_meant: impl Fn(&Thing) -> bool) -> Vec<Entry<'_>> {
        let ordered = causal(self.ledger().events());
        let mut reaches: HashMap<&Thing, Reach> = HashMap::default();
        let mut undone: HashSet<EventId> = HashSet::default();
        let mut entries = Vec::new();
        for event in ordered {
            if let Some(target) = event.undoes {
                undone.insert(target);
            } else if let Some(target) = event.redoes {
                undone.remove(&target);
            }
            if is_meant(&event.thing) {
                let before = reaches.entry(&event.thing).or_default().add(event);
                let act = match (event.undoes, event.redoes) {
                    (Some(_), _) => Act::Undid,
                    (None, Some(_)) => Act::Redid,
                    (None, None) => Act::Said,
                };
                entries.push(Entry { event, before, act, is_undone: false, is_head: false });
            }
        }
        for entry in &mut entries {
            entry.is_undone = undone.contains(&entry.event.id);
            entry.is_head = self.ledger().is_head(entry.event);
        }
        entries
    }
}

/// What the sessions did to one thing so far, and what each of their steps covers.
#[derive(Default)]
struct Reach<'a> {
    sessions: HashMap<Session, Vec<Step<'a>>>,
}

struct Step<'a> {
    event: &'a Event,
    /// For each other session the last counter that this step or an earlier one of its session covers.
    covers: HashMap<Session, u32>,
}

impl<'a> Reach<'a> {
    /// Adds an event; returns what it replaced: the latest of what nothing else that it covers had replaced.
    fn add(&mut self, event: &'a Event) -> Option<&'a Event> {
        let own = self.sessions.get(&event.id.session).and_then(|steps| steps.last());
        let mut covers = own.map(|step| step.covers.clone()).unwrap_or_default();
        for after in event.after.iter().filter(|a| a.session != event.id.session) {
            let upto = covers.entry(after.session).or_default();
            *upto = after.counter.max(*upto);
        }
        let others = covers.iter().filter_map(|(session, upto)| self.last(*session, *upto));
        let replaced: Vec<&Step> = others.chain(own).collect();
        let is_covered = |e: &Event| {
            let covers = |step: &&Step| step.covers.get(&e.id.session).is_some_and(|upto| *upto >= e.id.counter);
            replaced.iter().any(covers)
        };
        let last =
            replaced.iter().map(|step| step.event).filter(|e| !is_covered(e)).max_by_key(|e| (e.at.unix_ms, e.id));
        self.sessions.entry(event.id.session).or_default().push(Step { event, covers });
        last
    }

    fn last(&self, session: Session, upto: u32) -> Option<&Step<'a>> {
        let steps = self.sessions.get(&session)?;
        let end = steps.partition_point(|step| step.event.id.counter <= upto);
        steps.get(end.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{AssessmentId, Author, Change, Deed, Header, RubricRef, Stamp, Value};
    use crate::text::Clean;

    fn at(minute: i64) -> Stamp {
        Stamp { unix_ms: minute * 60_000, offset_minutes: 0 }
    }

    fn note() -> Thing {
        Thing::Note(Id::new("Q1").unwrap())
    }

    fn empty() -> Assessment {
        Assessment::new(&Header {
            assessment: AssessmentId::from_random([1; 16]),
            session: Session::parse("a").unwrap(),
            rubric: RubricRef { id: Id::new("icp").unwrap(), version: Clean::default(), sha256: "".into() },
            created: at(0),
        })
    }

    fn by(session: &str) -> Author {
        Author { session: Session::parse(session).unwrap(), by: session.into() }
    }

    fn write(assessment: &mut Assessment, session: &str, minute: i64, text: &str) -> Event {
        assessment.record(&by(session), at(minute), Change::text(note(), text))
    }

    /// `old>new` of each step, with its marks.
    fn told(assessment: &Assessment) -> String {
        let text = |e: &Event| e.is.as_text().map_or_else(|| "-".to_owned(), |t| t.to_string());
        let one = |e: &Entry| {
            let act = match e.act {
                Act::Said => "",
                Act::Undid => " undo",
                Act::Redid => " redo",
            };
            let (undone, head) = (if e.is_undone { " undone" } else { "" }, if e.is_head { " now" } else { "" });
            format!("{}>{}{act}{undone}{head}", e.before.map_or_else(String::new, text), text(e.event))
        };
        assessment.history().iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_was_answered_last_time_is_no_part_of_the_history() {
        let (mut it, id) = (empty(), Id::new("R3.1").unwrap());
        it.record(&by("a"), at(1), Change::text(Thing::Before(id.clone()), "x"));
        assert!(it.history().is_empty());
        it.record(&by("a"), at(2), Change::text(Thing::Note(id), "x"));
        assert_eq!(it.history().len(), 1);
    }

    #[test]
    fn a_clock_that_runs_backwards_changes_no_order() {
        let mut assessment = empty();
        write(&mut assessment, "a", 50, "one");
        write(&mut assessment, "b", 10, "two");
        write(&mut assessment, "a", 0, "three");
        assert_eq!(told(&assessment), ">one, one>two, two>three now");
    }

    #[test]
    fn what_was_undone_and_brought_back_is_marked() {
        let mut assessment = empty();
        write(&mut assessment, "a", 1, "one");
        write(&mut assessment, "a", 2, "two");
        let undo = assessment.undo("a").unwrap();
        assessment.record(&by("a"), at(3), undo);
        assert_eq!(told(&assessment), ">one, one>two undone, two>one undo now");
        let redo = assessment.redo("a").unwrap();
        assessment.record(&by("a"), at(4), redo);
        assert_eq!(told(&assessment), ">one, one>two, two>one undo, one>two redo now");
    }

    /// A merged file may hold what was done last first.
    #[test]
    fn undo_takes_back_the_last_step_in_whatever_order_the_events_arrived() {
        let mut at_home = empty();
        write(&mut at_home, "a", 1, "first");
        let mut on_the_way = at_home.clone();
        let last = on_the_way.record(&Author { session: Session::parse("b").unwrap(), by: "a".into() }, at(2), {
            Change::answer(&Id::new("Q2").unwrap(), None)
        });
        let mut merged = empty();
        for event in std::iter::once(last.clone()).chain(at_home.ledger().events().to_vec()) {
            merged.apply(event);
        }
        assert_eq!(merged.undo("a").unwrap().undoes, Some(last.id));
    }

    #[test]
    fn what_nobody_knew_of_stands_beside_it() {
        let (mut one, mut two) = (empty(), empty());
        write(&mut one, "a", 1, "one");
        two.apply(write(&mut one, "a", 2, "two"));
        let theirs = write(&mut two, "b", 3, "theirs");
        write(&mut one, "a", 4, "ours");
        one.apply(theirs);
        // The third covers the second, of which it knew; the fourth does not know the third.
        assert_eq!(told(&one), ">one, one>two, two>theirs now, two>ours now");
        assert_eq!(one.history_of(&Id::new("Q1").unwrap()).len(), 4);
        assert_eq!(one.history_of(&Id::new("Q2").unwrap()), []);
    }

    #[test]
    fn a_circle_is_told_all_the_same() {
        let mut assessment = empty();
        for (session, other, minute) in [("a", "b", 1), ("b", "a", 2)] {
            let other = EventId { session: Session::parse(other).unwrap(), counter: 1 };
            assessment.apply(Event::from(Deed {
                id: EventId { session: Session::parse(session).unwrap(), counter: 1 },
                at: at(minute),
                by: session.into(),
                after: [other].into(),
                thing: note(),
                is: Value::text(session),
                undoes: None,
                redoes: None,
                imported: false,
                extra: Vec::new(),
            }));
        }
        assert_eq!(assessment.history().len(), 2);
    }
}

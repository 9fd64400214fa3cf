//! Laws of the file format: how events unite, and what any damage leaves of them.
//!
//! `GRADUS_CASES` raises the number of random cases.

#![allow(clippy::unwrap_used, reason = "what is unwrapped here is written here")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use gradus::assessment::{
    Assessment, AssessmentId, Author, Change, Conflict, Event, EventId, Header, RubricRef, Session, Stamp, Thing, Value,
};
use gradus::rubric::{Id, SHIPPED};
use gradus::store::log::{Line, decode, encode};
use gradus::store::{Allow, Over, Part, Places, Store, Use, unite};
use gradus::text::Clean;
use proptest::prelude::*;

const SESSIONS: [&str; 3] = ["aaaa", "bbbb", "cccc"];

fn config() -> ProptestConfig {
    let cases = std::env::var("GRADUS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(96);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn header(session: &str) -> Header {
    Header {
        assessment: AssessmentId::parse("00112233445566778899aabbccddeeff").unwrap(),
        session: Session::parse(session).unwrap(),
        rubric: RubricRef {
            id: Id::new("icp").unwrap(),
            version: Clean::line("1.0.0"),
            sha256: "ab".repeat(32).into(),
        },
        created: Stamp::default(),
    }
}

fn thing(n: u8) -> Thing {
    Thing::Note(Id::new(&format!("Q{n}")).unwrap())
}

/// What somebody does next.
#[derive(Clone, Debug)]
enum Step {
    /// A device records a text about a thing; its clock says so.
    Record { device: usize, thing: u8, text: u8, clock: i64 },
    /// A device learns all that another one knows.
    Learn { device: usize, from: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..3usize, 0..3u8, 0..4u8, -5..5i64)
            .prop_map(|(device, thing, text, clock)| Step::Record { device, thing, text, clock }),
        1 => (0..3usize, 0..3usize).prop_map(|(device, from)| Step::Learn { device, from }),
    ]
}

/// Every event that three devices record while they learn from one another now and then.
fn history(steps: &[Step]) -> Vec<Event> {
    play(steps).1
}

/// What each device knows in the end, and all events in the order in which they were recorded.
fn play(steps: &[Step]) -> ([Assessment; 3], Vec<Event>) {
    let mut devices = SESSIONS.map(|session| Assessment::new(&header(session)));
    let mut all = Vec::new();
    for step in steps {
        match *step {
            Step::Record { device, thing: n, text, clock } => {
                let author = Author { session: Session::parse(SESSIONS[device]).unwrap(), by: SESSIONS[device].into() };
                let is = if text == 0 { Value::cleared() } else { Value::text(&text.to_string()) };
                let at = Stamp { unix_ms: clock, offset_minutes: 0 };
                all.push(devices[device].record(&author, at, Change::new(thing(n), is)));
            }
            Step::Learn { device, from } => {
                for event in devices[from].ledger().events().to_vec() {
                    devices[device].apply(event);
                }
            }
        }
    }
    (devices, all)
}

fn fold<'e>(events: impl IntoIterator<Item = &'e Event>) -> Assessment {
    let mut assessment = Assessment::new(&header(SESSIONS[0]));
    for event in events {
        assessment.apply(event.clone());
    }
    assessment
}

/// For each thing the heads, the shown one first.
fn heads(assessment: &Assessment) -> BTreeMap<Thing, Vec<EventId>> {
    let heads = |t: Thing| (t.clone(), assessment.ledger().heads(&t).iter().map(|e| e.id).collect());
    (0..3).map(thing).map(heads).collect()
}

fn ids(assessment: &Assessment) -> BTreeSet<EventId> {
    assessment.ledger().events().iter().map(|e| e.id).collect()
}

/// The heads by definition, the slow way: events that no other covers.
fn contents_by_definition(events: &[Event], thing: &Thing) -> BTreeSet<Value> {
    let about: Vec<&Event> = events.iter().filter(|e| e.thing == *thing).collect();
    let covers = |a: &Event, b: &Event| {
        if a.id.session == b.id.session {
            a.id.counter > b.id.counter
        } else {
            a.after.iter().any(|named| named.session == b.id.session && named.counter >= b.id.counter)
        }
    };
    about.iter().filter(|b| !about.iter().any(|a| covers(a, b))).map(|e| e.is.clone()).collect()
}

/// A file as gradus would have written it: each session's header before its first event.
fn lines(events: &[Event]) -> Vec<Vec<u8>> {
    let mut lines = vec![encode(&Line::Header(header(SESSIONS[0])))];
    let mut begun = BTreeSet::from([SESSIONS[0]]);
    for event in events {
        if let Some(session) = SESSIONS.iter().find(|s| **s == event.id.session.as_str()).filter(|s| begun.insert(s)) {
            lines.push(encode(&Line::Header(header(session))));
        }
        lines.push(encode(&Line::Event(event.clone())));
    }
    lines
}

/// The files of three devices in a folder, and a store that remembers nothing of them.
struct Files {
    folder: tempfile::TempDir,
    store: Store,
}

impl Files {
    fn of(devices: &[Assessment; 3]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { data: folder.path().join("data"), state: folder.path().join("state") };
        let files = Self { store: Store::on_disk(places), folder };
        for (device, name) in devices.iter().zip(["a", "b", "c"]) {
            std::fs::write(files.path(name), lines(device.ledger().events()).concat()).unwrap();
        }
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> Assessment {
        self.store.open(&self.path(name), Use::Read).unwrap().assessment
    }

    /// Unites the files of these names in a new one, and reads that.
    fn merge(&self, names: &[&str], into: &str) -> Assessment {
        let read: Vec<(PathBuf, Assessment)> = names.iter().map(|name| (self.path(name), self.read(name))).collect();
        let parts: Vec<Part> = read.iter().map(|(path, assessment)| Part { path, assessment }).collect();
        let id = header("a").assessment;
        let united = unite(parts[0], &parts[1..], Allow::default(), &id).unwrap();
        self.store.write_whole(&united, &self.path(into), Over::Refused).unwrap();
        self.read(into)
    }
}

fn events_of(bytes: &[u8]) -> Vec<Event> {
    let event = |line| if let Line::Event(event) = line { Some(event) } else { None };
    decode(bytes).lines.into_iter().filter_map(event).collect()
}

proptest! {
    // Each case writes and syncs nine files.
    #![proptest_config(ProptestConfig { cases: (config().cases / 6).max(8), ..config() })]

    #[test]
    fn merged_files_obey_the_same_laws(steps in prop::collection::vec(step(), 0..40)) {
        let (devices, all) = play(&steps);
        let files = Files::of(&devices);
        let whole = fold(&all);
        let merged = files.merge(&["a", "b", "c"], "abc");
        // Nothing is lost, nothing is added.
        prop_assert_eq!(ids(&merged), ids(&whole));
        prop_assert_eq!(heads(&merged), heads(&whole));
        let rubric = SHIPPED[0].read().unwrap();
        let conflicts = |a: &Assessment| {
            let one = |c: Conflict| (c.thing.clone(), c.heads.iter().map(|h| h.id).collect::<Vec<_>>());
            a.conflicts(&rubric).into_iter().map(one).collect::<Vec<_>>()
        };
        files.merge(&["a", "b"], "ab");
        files.merge(&["b", "c"], "bc");
        let others = [
            files.merge(&["c", "b", "a"], "cba"),
            files.merge(&["ab", "c"], "ab-c"),
            files.merge(&["a", "bc"], "a-bc"),
            files.merge(&["abc", "abc", "a"], "again"),
        ];
        for other in &others {
            prop_assert_eq!(ids(other), ids(&merged));
            prop_assert_eq!(heads(other), heads(&merged));
            prop_assert_eq!(conflicts(other), conflicts(&merged));
            prop_assert_eq!((&other.id, other.created), (&merged.id, merged.created));
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn history_is_causal_and_says_what_each_step_replaced(
        (steps, order) in prop::collection::vec(step(), 0..40)
            .prop_flat_map(|steps| {
                let places = (0..steps.len()).collect::<Vec<usize>>();
                (Just(steps), Just(places).prop_shuffle())
            })
    ) {
        let events = history(&steps);
        let assessment = fold(order.iter().filter_map(|place| events.get(*place)));
        let told = assessment.history();
        prop_assert_eq!(told.len(), events.len());
        let place = |id: EventId| told.iter().position(|entry| entry.event.id == id);
        for (n, entry) in told.iter().enumerate() {
            let event = entry.event;
            let own = EventId { counter: event.id.counter - 1, ..event.id };
            for before in event.after.iter().chain(Some(&own).filter(|own| own.counter > 0)) {
                prop_assert!(place(*before).unwrap() < n, "{:?} after {:?}", event.id, before);
            }
            prop_assert_eq!(entry.before, assessment.ledger().before(event));
            let is_head = assessment.ledger().heads(&event.thing).iter().any(|head| head.is == event.is);
            prop_assert!(!entry.is_head || is_head);
        }
        for thing in (0..3).map(thing) {
            for head in assessment.ledger().heads(&thing) {
                prop_assert!(told[place(head.id).unwrap()].is_head);
            }
        }
        // Told the same whatever became known first.
        let again: Vec<EventId> = fold(&events).history().iter().map(|entry| entry.event.id).collect();
        prop_assert_eq!(again, told.iter().map(|entry| entry.event.id).collect::<Vec<_>>());
    }

    #[test]
    fn union_is_the_same_in_any_order_and_any_number_of_times(
        (steps, order) in prop::collection::vec(step(), 0..40)
            .prop_flat_map(|steps| {
                let places = (0..steps.len() * 2).collect::<Vec<usize>>();
                (Just(steps), Just(places).prop_shuffle())
            })
    ) {
        let events = history(&steps);
        let once = fold(&events);
        // Each event twice, all in any order.
        let shuffled = order.iter().filter_map(|place| events.get(place / 2));
        let twice = fold(shuffled);
        prop_assert_eq!(ids(&twice), ids(&once));
        prop_assert_eq!(twice.ledger().events().len(), events.len());
        prop_assert_eq!(heads(&twice), heads(&once));
        prop_assert_eq!(twice.ledger().holes(), vec![]);
    }

    #[test]
    fn union_is_associative(steps in prop::collection::vec(step(), 0..40), cut in 0..40usize, other in 0..40usize) {
        let events = history(&steps);
        let (a, rest) = events.split_at(cut.min(events.len()));
        let (b, c) = rest.split_at(other.min(rest.len()));
        let left = fold(fold(a.iter().chain(b)).ledger().events().iter().chain(c));
        let right = fold(fold(b.iter().chain(c)).ledger().events().iter().chain(a));
        prop_assert_eq!(heads(&left), heads(&right));
    }

    #[test]
    fn there_is_a_conflict_if_and_only_if_heads_differ(steps in prop::collection::vec(step(), 0..40)) {
        let events = history(&steps);
        let assessment = fold(&events);
        for thing in (0..3).map(thing) {
            let found: Vec<Value> = assessment.ledger().heads(&thing).iter().map(|e| e.is.clone()).collect();
            let expected = contents_by_definition(&events, &thing);
            prop_assert_eq!(found.len(), expected.len());
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
        }
    }

    #[test]
    fn a_lost_line_changes_nothing_but_its_own_thing(steps in prop::collection::vec(step(), 1..40), lost in 0..40usize) {
        let mut events = history(&steps);
        prop_assume!(!events.is_empty());
        let whole = heads(&fold(&events));
        let gone = events.remove(lost % events.len());
        let without = fold(&events);
        for (thing, before) in whole {
            // What the lost line had covered stays covered by what came later.
            if thing != gone.thing {
                prop_assert_eq!(&heads(&without)[&thing], &before);
            }
        }
        let is_last = !events.iter().any(|e| e.id.session == gone.id.session && e.id.counter > gone.id.counter);
        prop_assert_eq!(without.ledger().holes().len(), usize::from(!is_last));
    }

    #[test]
    fn any_prefix_yields_exactly_the_events_wholly_in_it(steps in prop::collection::vec(step(), 1..20), cut in any::<prop::sample::Index>()) {
        let lines = lines(&history(&steps));
        let bytes = lines.concat();
        let cut = cut.index(bytes.len() + 1);
        let mut end = 0;
        let whole: Vec<&[u8]> = lines
            .iter()
            .take_while(|line| {
                end += line.len();
                end - 1 <= cut
            })
            .map(Vec::as_slice)
            .collect();
        prop_assert_eq!(events_of(&bytes[..cut]), events_of(&whole.concat()));
        prop_assert!(decode(&bytes[..cut]).damaged.len() <= 1);
    }

    #[test]
    fn a_damaged_line_is_skipped_and_named(steps in prop::collection::vec(step(), 1..20), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let lines = lines(&history(&steps));
        let mut bytes = lines.concat();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to && bytes[at] != b'\n' && to != b'\n');
        // One carriage return at the end is the only byte that may come and go.
        let number = bytes[..at].split(|b| *b == b'\n').count() - 1;
        bytes[at] = to;
        let found = decode(&bytes);
        prop_assert_eq!(found.damaged, vec![number + 1]);
        let rest: Vec<u8> = lines.iter().enumerate().filter(|(n, _)| *n != number).flat_map(|(_, l)| l.clone()).collect();
        prop_assert_eq!(found.lines, decode(&rest).lines);
    }

    #[test]
    fn any_bytes_can_be_decoded(bytes in prop::collection::vec(any::<u8>(), 0..400), steps in prop::collection::vec(step(), 0..5)) {
        let whole = lines(&history(&steps)).concat();
        // Rubbish before a log costs at most nothing: it is another line.
        let after = [&bytes[..], b"\n", &whole].concat();
        prop_assert_eq!(events_of(&after), events_of(&whole));
    }
}

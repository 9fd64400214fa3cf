//! Copies that raters carry away unite into one room, in any order and as often as one likes.

use gradus::assessment::{Applied, Assessment, Change, Event, Room, RoundState, Thing, Value, Vote};
use proptest::prelude::*;

use super::{Hall, id};

const QUESTIONS: [&str; 3] = ["N1.1", "R3.1", "N5.1"];
const SESSIONS: [&str; 3] = ["aaaa", "bbbb", "cccc"];

fn vote() -> impl Strategy<Value = Option<Vote>> {
    prop_oneof![
        4 => (0..6u8).prop_map(|level| Some(Vote::Level(f64::from(level)))),
        1 => Just(Some(Vote::Unknown)),
        1 => Just(None),
    ]
}

/// Votes of one rater: round, question, vote.
type Ballot = Vec<(u8, usize, Option<Vote>)>;

/// Three raters, each on a copy of one file.
fn copies(ballots: &[Ballot]) -> Vec<Assessment> {
    let copy = |(n, ballot): (usize, &Ballot)| {
        let mut hall = Hall::new(SESSIONS[n]);
        hall.record(Change::rater(&id(SESSIONS[n]), SESSIONS[n], "", None));
        for (round, question, vote) in ballot {
            hall.record(Change::vote(*round, &id(QUESTIONS[*question]), &id(SESSIONS[n]), *vote));
        }
        hall.assessment
    };
    ballots.iter().enumerate().map(copy).collect()
}

fn united<'e>(events: impl Iterator<Item = &'e Event>) -> Assessment {
    let mut whole = Hall::new("zzzz").assessment;
    for event in events {
        whole.apply(event.clone());
    }
    whole
}

fn room(assessment: &Assessment) -> Room {
    assessment.room(&stage_rubric())
}

fn stage_rubric() -> std::sync::Arc<gradus::rubric::Rubric> {
    super::icp()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("GRADUS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(64),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn copies_unite_without_a_conflict_in_any_order(
        ballots in prop::collection::vec(prop::collection::vec((1..4u8, 0..3usize, vote()), 0..12), 3),
        order in Just([0usize, 1, 2]).prop_shuffle(),
    ) {
        let copies = copies(&ballots);
        let events = |order: &[usize]| {
            let all: Vec<Event> = order.iter().flat_map(|n| copies[*n].ledger().events().to_vec()).collect();
            united(all.iter())
        };
        let whole = events(&[0, 1, 2]);
        prop_assert_eq!(whole.conflicts(&stage_rubric()), vec![]);
        prop_assert_eq!(room(&whole), room(&events(&order)));
        // What a rater said last in a round is what counts, and nobody else's vote is touched.
        for (n, ballot) in ballots.iter().enumerate() {
            for (number, question, _) in ballot {
                let last = ballot.iter().rev().find(|(r, q, _)| (r, q) == (number, question)).unwrap().2;
                let rubric = stage_rubric();
                let ix = rubric.question_ix(QUESTIONS[*question]).unwrap();
                let room = room(&whole);
                let said = room.table(ix).round(*number).and_then(|round| round.vote(&id(SESSIONS[n])));
                prop_assert_eq!(said, last);
            }
        }
    }

    #[test]
    fn a_copy_united_twice_changes_nothing(
        ballots in prop::collection::vec(prop::collection::vec((1..4u8, 0..3usize, vote()), 1..12), 2),
    ) {
        let copies = copies(&ballots);
        let mut whole = united(copies.iter().flat_map(|c| c.ledger().events()));
        let (before, count) = (room(&whole), whole.ledger().events().len());
        for event in copies[1].ledger().events() {
            prop_assert_eq!(whole.apply(event.clone()), Applied::Known);
        }
        prop_assert_eq!(whole.ledger().events().len(), count);
        prop_assert_eq!(room(&whole), before);
    }

    /// Whatever a file claims, a room can be made of it.
    #[test]
    fn no_value_breaks_a_room(
        things in prop::collection::vec(
            ("(vote/[0-5]/(R3.1|N1.1|X)/[a-c]|hands/[0-4]/R3.1|round/[0-4]/N1.1|agreed/R3.1|statement/R3.1/a|rater/[ab]|left/a|parked/[ab])",
             prop_oneof![
                Just(r#"{"level":2,"later":[1]}"#), Just(r#"{"level":2.5}"#), Just(r#"{"level":1e300}"#), Just(r#"{"unknown":true}"#),
                Just(r#"{"na":true}"#), Just("null"), Just("true"), Just("[]"), Just(r#""open""#), Just(r#""revealed""#), Just(r#""new""#),
                Just(r#"{"counts":{"2":3},"unknown":1}"#), Just(r#"{"counts":{"2":99999999999}}"#), Just(r#"{"counts":{"x":1}}"#),
                Just(r#"{"level":3,"method":"consensus"}"#), Just(r#"{"method":"defer"}"#), Just(r#"{"level":3,"method":"defer"}"#),
                Just(r#"{"level":3,"method":"dice"}"#), Just(r#"{"name":"\u001b[2J","seat":-1}"#), Just(r#"{"text":"later"}"#),
             ]), 0..40),
    ) {
        let mut hall = Hall::new("aaaa");
        for (thing, value) in &things {
            let value = Value::json(&serde_json::from_str(value).unwrap());
            hall.record(Change::new(Thing::parse(thing), value));
        }
        let rubric = stage_rubric();
        let measured = gradus::measure::measured(&rubric, &hall.assessment);
        prop_assert!(measured.overall.node.mean.is_none_or(|m| (0.0..=5.0).contains(&m)));
        let text = gradus::report::room::lines(&rubric, &hall.assessment, gradus::lang::Lang::En).join("\n");
        let has_control = text.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!has_control);
    }
}

#[test]
fn what_a_newer_version_says_travels_on_and_counts_as_not_said() {
    let mut hall = Hall::new("aaaa");
    let later = Value::json(&serde_json::json!({ "rank": [3, 1] }));
    hall.record(Change::new(Thing::parse("vote/1/R3.1/a"), later.clone()));
    hall.record(Change::new(Thing::parse("vote/4/R3.1/a"), later.clone()));
    hall.record(Change::new(Thing::parse("agreed/R3.1"), later.clone()));
    let events = hall.assessment.ledger().events();
    assert_eq!(events.iter().filter(|e| e.is == later).count(), 3);
    let room = hall.assessment.room(&hall.rubric);
    assert_eq!(*room.table(hall.ix("R3.1")), gradus::assessment::Table::default());
    assert_eq!(room.raters, []);
}

#[test]
fn somebody_who_leaves_keeps_the_votes_and_the_place() {
    let mut hall = Hall::new("aaaa");
    hall.record(Change::rater(&id("b"), "Bo", "ops", None)).record(Change::rater(&id("a"), "", "", Some(2)));
    hall.votes(1, "R3.1", "23");
    hall.record(Change::flag(Thing::Left(id("b")), true)).record(Change::rater(&id("b"), "Bo Li", "ops", None));
    let room = hall.assessment.room(&hall.rubric);
    let names: Vec<(&str, bool)> = room.raters.iter().map(|r| (r.name.as_str(), r.is_here)).collect();
    assert_eq!(names, [("Bo Li", false), ("", true)]);
    assert_eq!(room.table(hall.ix("R3.1")).rounds[0].votes.len(), 2);
    hall.record(Change::flag(Thing::Left(id("b")), false));
    assert!(hall.assessment.room(&hall.rubric).rater(&id("b")).unwrap().is_here);
}

#[test]
fn a_vote_belongs_to_the_round_that_is_open() {
    let mut hall = Hall::new("aaaa");
    let ix = hall.ix("R3.1");
    let open = |hall: &Hall| hall.assessment.room(&hall.rubric).table(ix).open_round();
    assert_eq!(open(&hall), 1);
    hall.votes(1, "R3.1", "15");
    assert_eq!(open(&hall), 1);
    for round in 1..=3 {
        hall.votes(round, "R3.1", "15").state(round, "R3.1", RoundState::Open);
        assert_eq!(open(&hall), round);
        hall.state(round, "R3.1", RoundState::Revealed);
    }
    // There are three rounds and no more.
    assert_eq!(open(&hall), 3);
}

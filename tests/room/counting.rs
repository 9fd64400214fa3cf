//! What votes and agreements count for.

use gradus::assessment::{Agreement, Answer, Change, Confidence, Hands, Method, RoundState, Thing, Value};
use gradus::measure::consensus::Class;
use gradus::measure::room::{Advice, Dissent, by_role, interval, needs_note, outcome, session};
use gradus::measure::{Reply, band, replies};
use gradus::text::Clean;

use super::{Hall, id};

fn reply(hall: &Hall, question: &str) -> Reply {
    replies(&hall.rubric, &hall.assessment)[hall.ix(question).0]
}

fn rated(level: u8) -> Reply {
    Reply::Rated { x: f64::from(level), k: f64::from(level) }
}

fn agree(hall: &mut Hall, question: &str, method: Method, level: Option<f64>) {
    let agreement = Agreement::new(method, level, Clean::default()).unwrap();
    hall.record(Change::new(Thing::Agreed(id(question)), agreement.to_value()));
}

#[test]
fn votes_count_by_their_low_median_until_something_is_agreed() {
    let mut hall = Hall::new("aaaa");
    // One voice is no room, and an answer counts as ever beside it.
    hall.votes(1, "R3.1", "4");
    assert_eq!(reply(&hall, "R3.1"), Reply::Unanswered);
    let answer = Answer::Level { value: 2.0, toward: None };
    hall.record(Change::answer(&id("R3.1"), Some(&answer)));
    assert_eq!(reply(&hall, "R3.1"), rated(2));
    for (votes, expected) in [
        ("45", rated(4)),
        ("1255", rated(2)),
        ("13555", rated(5)),
        ("1uu", Reply::Unknown),
        ("12uu", rated(1)),
        ("1u", Reply::Unanswered),
    ] {
        let mut hall = Hall::new("aaaa");
        hall.votes(1, "R3.1", votes);
        assert_eq!(reply(&hall, "R3.1"), expected, "{votes}");
    }
    hall.votes(1, "N5.1", "nn1");
    assert_eq!(reply(&hall, "N5.1"), Reply::NotApplicable);
    hall.votes(1, "R3.1", "12");
    agree(&mut hall, "R3.1", Method::Consensus, Some(3.0));
    assert_eq!(reply(&hall, "R3.1"), rated(3));
    agree(&mut hall, "R3.1", Method::Defer, None);
    assert_eq!(reply(&hall, "R3.1"), Reply::Unanswered);
    hall.record(Change::new(Thing::Agreed(id("R3.1")), Value::cleared()));
    assert_eq!(reply(&hall, "R3.1"), rated(1));
}

#[test]
fn a_covered_round_counts_nowhere() {
    let mut hall = Hall::new("aaaa");
    hall.state(1, "R3.1", RoundState::Open).votes(1, "R3.1", "555");
    assert_eq!(reply(&hall, "R3.1"), Reply::Unanswered);
    assert_eq!(
        outcome(
            &hall.rubric,
            hall.rubric.question(hall.ix("R3.1")),
            &hall.assessment.room(&hall.rubric).tables[&hall.ix("R3.1")]
        ),
        None
    );
    let json = gradus::report::room::json(
        &hall.rubric,
        &hall.assessment,
        gradus::report::Names::Shown,
        gradus::lang::Lang::En,
    );
    let question = json["questions"].as_array().unwrap().iter().find(|q| q["id"] == "R3.1").unwrap();
    assert_eq!(
        (&question["counts"], &question["covered"], question["rounds"].as_array().unwrap().len()),
        (&serde_json::Value::Null, &3.into(), 0)
    );
    hall.state(1, "R3.1", RoundState::Revealed);
    assert_eq!(reply(&hall, "R3.1"), rated(5));
    // While the second round is covered the first one speaks.
    hall.state(2, "R3.1", RoundState::Open).votes(2, "R3.1", "111");
    assert_eq!(reply(&hall, "R3.1"), rated(5));
    hall.state(2, "R3.1", RoundState::Revealed);
    assert_eq!(reply(&hall, "R3.1"), rated(1));
}

#[test]
fn votes_from_files_count_at_once_for_commands_and_after_the_reveal_where_people_look_on() {
    let mut hall = Hall::new("aaaa");
    hall.votes(1, "R3.1", "24").votes(1, "R4.1", "24").votes(1, "R5.1", "35");
    hall.state(1, "R5.1", RoundState::Revealed).votes(2, "R5.1", "11");
    let three = |hall: &Hall| ["R3.1", "R4.1", "R5.1"].map(|q| reply(hall, q));
    assert_eq!(three(&hall), [rated(2), rated(2), rated(3)]);
    // Only a workshop is looked at together.
    hall.assessment.look_on();
    assert_eq!(three(&hall), [rated(2), rated(2), rated(3)]);
    hall.record(Change::text(Thing::Setup(gradus::assessment::Field::Mode), "workshop"));
    hall.assessment.look_on();
    assert_eq!(three(&hall), [Reply::Unanswered, Reply::Unanswered, rated(3)]);
    let covered = |hall: &Hall, round, q| hall.assessment.is_covered(&Thing::Vote(round, id(q), id("a")));
    assert!(covered(&hall, 1, "R3.1") && covered(&hall, 2, "R5.1") && !covered(&hall, 1, "R5.1"));
    agree(&mut hall, "R4.1", Method::Consensus, Some(3.0));
    assert!(!covered(&hall, 1, "R4.1"), "what is agreed on is seen with its votes");
    hall.state(1, "R3.1", RoundState::Revealed).state(2, "R5.1", RoundState::Revealed);
    assert_eq!(three(&hall), [rated(2), rated(3), rated(1)]);
    // A round that is opened on screen is covered for everybody, votes from files or not.
    hall.votes(1, "O1.1", "22").state(1, "O1.1", RoundState::Open);
    hall.record(Change::text(Thing::Setup(gradus::assessment::Field::Mode), "self"));
    hall.assessment.look_on();
    assert_eq!(reply(&hall, "O1.1"), Reply::Unanswered);
}

#[test]
fn hands_count_like_votes() {
    let mut hall = Hall::new("aaaa");
    let question = hall.rubric.question(hall.ix("N5.1")).clone();
    let hands = Hands::parse("0 1，3,0/0 0 2 1", &question).unwrap();
    assert_eq!((hands.counts.as_slice(), hands.unknown, hands.not_applicable), (&[0, 1, 3, 0, 0, 0][..], 2, 1));
    assert_eq!(Hands::read(&hands.to_value(&question), &question), Some(hands.clone()));
    for bad in ["", "0 0", "1 2 3 4 5 6 7 8 9", "1 x", "-1", "99999"] {
        assert_eq!(Hands::parse(bad, &question), None, "{bad}");
    }
    // Where a question always applies there is no place for it.
    let r3 = hall.rubric.question(hall.ix("R3.1")).clone();
    assert_eq!(Hands::parse("0 1 3 0 0 0 2 1", &r3), None);
    hall.record(Change::new(Thing::Hands(1, id("N5.1")), hands.to_value(&question)));
    assert_eq!(reply(&hall, "N5.1"), rated(2));
}

#[test]
fn further_rounds_stop_when_nothing_moves_or_at_the_third() {
    let advice = |rounds: &[&str]| {
        let mut hall = Hall::new("aaaa");
        for (round, votes) in (1..).zip(rounds) {
            hall.votes(round, "R3.1", votes).state(round, "R3.1", RoundState::Revealed);
        }
        let room = hall.assessment.room(&hall.rubric);
        let ix = hall.ix("R3.1");
        let outcome = outcome(&hall.rubric, hall.rubric.question(ix), room.table(ix)).unwrap();
        (outcome.class, outcome.advice())
    };
    assert_eq!(advice(&["22233"]), (Class::Aligned, Advice::Record));
    assert_eq!(advice(&["22225"]), (Class::Outlier, Advice::HearOutlier));
    assert_eq!(advice(&["12234"]), (Class::Spread, Advice::HearBoth));
    assert_eq!(advice(&["00055"]), (Class::Split, Advice::Clarify));
    assert_eq!(advice(&["00055", "00055"]), (Class::Split, Advice::Decide));
    assert_eq!(advice(&["00055", "00555"]), (Class::Split, Advice::Clarify));
    assert_eq!(advice(&["00055", "05550", "50550"]).1, Advice::Decide);
    assert_eq!(advice(&["uu"]), (Class::None, Advice::Vote));
}

#[test]
fn dissent_and_missing_notes_are_found() {
    let mut hall = Hall::new("aaaa");
    hall.votes(1, "R3.1", "22335");
    let ix = hall.ix("R3.1");
    let question = hall.rubric.question(ix).clone();
    let room = hall.assessment.room(&hall.rubric);
    let outcome = outcome(&hall.rubric, &question, room.table(ix)).unwrap();
    let dissent = |level| Dissent::of(&question, &outcome.tally, level);
    assert_eq!((dissent(3.0).apart, dissent(3.0).is_present()), (1, true));
    assert!((dissent(3.0).others - 0.6).abs() < 1e-9);
    let of = |method, level| needs_note(&Agreement::new(method, level, Clean::default()).unwrap(), Some(&outcome));
    assert!(!of(Method::LowMedian, Some(3.0)) && !of(Method::Consensus, Some(2.0)) && !of(Method::Defer, None));
    assert!(of(Method::Consensus, Some(4.0)) && of(Method::Consensus, Some(1.0)) && of(Method::Facilitator, Some(3.0)));
    // Two votes of three differ by one level: a third of them differs at all.
    let mut calm = Hall::new("aaaa");
    calm.votes(1, "R3.1", "3332");
    let room = calm.assessment.room(&calm.rubric);
    let tally = room.table(ix).rounds[0].tally(&question);
    assert!(!Dissent::of(&question, &tally, 3.0).is_present() && Dissent::of(&question, &tally, 2.0).is_present());
}

#[test]
fn what_the_room_leaves_open_widens_the_confidence_band_alone() {
    let mut hall = Hall::new("aaaa");
    let quick: Vec<String> =
        hall.rubric.asked(gradus::rubric::Depth::Quick).map(|q| hall.rubric.question(q).id.to_string()).collect();
    for question in &quick {
        agree(&mut hall, question, Method::LowMedian, Some(2.0));
    }
    let banded = |hall: &Hall| {
        let replies = replies(&hall.rubric, &hall.assessment);
        band(&hall.rubric, &hall.assessment, &replies, None).map(|b| b.of(|m| &m.overall.node).unwrap())
    };
    assert!(banded(&hall).is_none());
    let before = gradus::measure::measured(&hall.rubric, &hall.assessment);
    hall.votes(1, "R3.1", "1224");
    hall.record(Change::new(Thing::Agreed(id("R3.1")), Value::cleared()));
    let ix = hall.ix("R3.1");
    let room = hall.assessment.room(&hall.rubric);
    assert_eq!(interval(&hall.rubric, hall.rubric.question(ix), room.table(ix)), Some((1.0, 4.0)));
    let range = banded(&hall).unwrap();
    // R3 is one of six areas of one of four dimensions, all alike.
    assert!(
        (range.low - (2.0 - 1.0 / 24.0)).abs() < 1e-9 && (range.high - (2.0 + 2.0 / 24.0)).abs() < 1e-9,
        "{range:?}"
    );
    let after = gradus::measure::measured(&hall.rubric, &hall.assessment);
    assert_eq!(after.overall, before.overall);
    // Agreed with one vote two levels away: the interval stays, because somebody dissents.
    agree(&mut hall, "R3.1", Method::LowMedian, Some(2.0));
    assert!(banded(&hall).is_some());
    hall.votes(1, "R3.1", "2222");
    assert!(banded(&hall).is_none());
    // A guess may be a level off either way.
    hall.record(Change::new(Thing::Confidence(id("R3.1")), Value::text(Confidence::Guess.as_str())));
    let range = banded(&hall).unwrap();
    assert!((range.high - range.low - 2.0 / 24.0).abs() < 1e-9);
}

#[test]
fn roles_are_shown_only_where_nobody_is_found_out() {
    let mut hall = Hall::new("aaaa");
    let ix = hall.ix("R3.1");
    for (rater, role) in [("a", "ops"), ("b", "ops"), ("c", "ops"), ("d", "it"), ("e", "it"), ("f", "it")] {
        hall.record(Change::rater(&id(rater), rater, role, None));
    }
    let roles = |hall: &Hall| {
        let room = hall.assessment.room(&hall.rubric);
        let found = by_role(hall.rubric.question(ix), &room.table(ix).rounds[0], &room.raters);
        found.into_iter().map(|(role, tally)| (role.to_string(), tally.counts)).collect::<Vec<_>>()
    };
    hall.votes(1, "R3.1", "222555");
    assert_eq!(roles(&hall), [("it".to_owned(), vec![0, 0, 0, 0, 0, 3]), ("ops".to_owned(), vec![0, 0, 3, 0, 0, 0])]);
    hall.votes(1, "R3.1", "22255u");
    assert_eq!(roles(&hall), []);
}

#[test]
fn a_session_has_its_alpha() {
    let mut hall = Hall::new("aaaa");
    for (question, votes) in [("N1.1", "111"), ("N2.1", "222"), ("N3.1", "445"), ("N4.1", "3")] {
        hall.votes(1, question, votes);
    }
    let session = session(&hall.rubric, &hall.assessment.room(&hall.rubric));
    let alpha = session.alpha.unwrap();
    assert_eq!((alpha.units, alpha.ratings, session.count(Class::Aligned)), (3, 9, 3));
    assert!(alpha.value > 0.9 && alpha.value < 1.0, "{}", alpha.value);
}

#[test]
fn any_rubric_can_be_voted_on() {
    for (name, rubric) in super::odd::rubrics() {
        let rubric = std::sync::Arc::new(rubric);
        let mut assessment = super::fresh(std::sync::Arc::clone(&rubric), "East Steel").assessment;
        let author =
            gradus::assessment::Author { session: gradus::assessment::Session::parse("odd").unwrap(), by: "".into() };
        for question in &rubric.questions {
            for (rater, choice) in [("a", 0), ("b", question.choices.len() - 1)] {
                let vote = gradus::assessment::Vote::Level(question.choices[choice].value);
                assessment.record(&author, super::stage::now(), Change::vote(1, &question.id, &id(rater), Some(vote)));
            }
        }
        let session = session(&rubric, &assessment.room(&rubric));
        assert_eq!(session.outcomes.len(), rubric.questions.len(), "{name}");
        for (ix, outcome) in &session.outcomes {
            let lowest = rubric.question(*ix).choices[0].value;
            assert!((outcome.low_median().unwrap() - lowest).abs() < 1e-9, "{name}");
        }
    }
}

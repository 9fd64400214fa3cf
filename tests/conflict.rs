//! Conflicts, history and copies on screen: what is drawn, and what the keys do.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "conflict/copies.rs"]
mod copies;
#[path = "conflict/history.rs"]
mod history;
#[path = "support/pictures.rs"]
mod pictures;
#[path = "support/stage.rs"]
mod stage;

use gradus::assessment::{Answer, Deed, Event, Evidence, EvidenceKind, Field, Thing, Value};
use gradus::lang::Lang;
use gradus::rubric::Id;
use gradus::text::Clean;
use gradus::tui::app::{Effect, Entry, News, Partner, Relation, Saved};
use gradus::tui::keys::Place;
use pictures::check;
use stage::{Stage, elsewhere, entry};

const USUAL: &[(u16, u16)] = &[(80, 24), (60, 20), (120, 40)];

fn id(id: &str) -> Id {
    Id::new(id).unwrap()
}

fn answer(question: &str) -> Thing {
    Thing::Answer(id(question))
}

fn level(value: f64, toward: Option<&str>) -> Value {
    Answer::Level { value, toward: toward.map(id) }.to_value()
}

/// What somebody else said so many minutes later, knowing nothing of what was there.
fn said(by: &str, minute: i64, thing: Thing, is: Value) -> Event {
    elsewhere(&format!("{by}{minute}.1"), by, minute, thing, is)
}

/// An assessment with a note on R3.1, and what others said of it.
fn disputed(lang: Lang, columns: u16, rows: u16, others: Vec<Event>) -> Stage {
    let mut stage = Stage::answered(lang, columns, rows, "N1.1=3 R3.1=2+partly O2.1=unknown");
    stage.keys("/R3.1<Enter>nThree plants, three conventions; the catalogue is a spreadsheet.<Esc>");
    stage.app.told(News::Arrived(others));
    stage.app.told(News::Saved(Saved::Yes));
    stage.app.message = None;
    stage.draw();
    stage
}

/// Two people's answers.
fn two(lang: Lang, columns: u16, rows: u16) -> Stage {
    disputed(lang, columns, rows, vec![said("wang", 3, answer("R3.1"), level(4.0, None))])
}

/// The level that is shown for the question on screen.
fn shown(stage: &Stage) -> Option<f64> {
    match stage.app.work.as_ref()?.answer_here()? {
        Answer::Level { value, .. } => Some(*value),
        _ => None,
    }
}

fn disputes(stage: &Stage) -> usize {
    stage.app.work.as_ref().unwrap().disputed.len()
}

#[test]
fn two_answers() {
    check("conflict", USUAL, |lang, columns, rows| {
        let mut stage = two(lang, columns, rows);
        stage.keys("C");
        stage
    });
}

#[test]
fn a_question_in_dispute() {
    check("conflict_ask", USUAL, two);
}

#[test]
fn three_versions_of_a_note_and_a_name() {
    let long = "The catalogue is coded by owner, place, type and size; free capacity is refreshed hourly. ".repeat(9);
    check("conflict_three", USUAL, |lang, columns, rows| {
        let note = || Thing::Note(id("R3.1"));
        let name = Clean::line("East Steel Works");
        let others = vec![
            said("wang", 3, note(), Value::text(&long)),
            said("zhao", 4, note(), Value::text("Nothing was shown.\nAsked twice.")),
            said("li", 5, Thing::Setup(Field::Subject), Value::text(&name)),
        ];
        let mut stage = disputed(lang, columns, rows, others);
        stage.keys("C<Right>");
        stage
    });
}

#[test]
fn the_setup_in_dispute() {
    check("conflict_setup", USUAL, |lang, columns, rows| {
        let mut stage = disputed(
            lang,
            columns,
            rows,
            vec![
                said("li", 1, Thing::Setup(Field::Mode), Value::text("interview")),
                said("wang", 2, Thing::Setup(Field::Mode), Value::text("workshop")),
            ],
        );
        stage.keys("rC");
        stage
    });
}

#[test]
fn review_and_result_flag_it() {
    check("conflict_review", USUAL, |lang, columns, rows| {
        let mut stage = two(lang, columns, rows);
        stage.keys("r<End>");
        stage
    });
    check("conflict_result", USUAL, |lang, columns, rows| {
        let mut stage = two(lang, columns, rows);
        stage.keys("v");
        stage
    });
}

#[test]
fn either_version_settles_it() {
    for (key, level) in [("<", 4.0), (">", 2.0)] {
        let mut stage = two(Lang::En, 80, 24);
        stage.keys("C");
        assert_eq!(stage.app.place, Place::Conflict);
        stage.effects.clear();
        stage.input(gradus::tui::key::Input::Key(gradus::tui::key::Key::Char(key.chars().next().unwrap())));
        let [Effect::Record(event)] = &stage.effects[..] else { panic!("{:?}", stage.effects) };
        assert_eq!((&event.thing, event.after.len()), (&answer("R3.1"), 1), "it covers what it did not come from");
        assert_eq!((disputes(&stage), stage.app.place, shown(&stage)), (0, Place::Ask, Some(level)));
        assert_eq!(stage.app.message.as_deref(), Some("All disagreements are settled."));
    }
}

#[test]
fn a_new_answer_settles_it_even_if_it_is_the_one_that_is_shown() {
    let mut stage = two(Lang::En, 80, 24);
    stage.keys("Cn");
    assert_eq!(stage.app.place, Place::Ask);
    stage.keys("4");
    assert_eq!((disputes(&stage), shown(&stage)), (0, Some(4.0)));
    // From there one goes back to the review.
    stage.keys("<Enter>");
    assert_eq!(stage.app.place, Place::Review);
}

#[test]
fn a_new_note_begins_with_both() {
    let note = || Thing::Note(id("R3.1"));
    let mut stage = disputed(Lang::En, 80, 24, vec![said("wang", 3, note(), Value::text("None was shown."))]);
    stage.keys("Cn Really.<Esc>");
    let note = stage.app.work.as_ref().unwrap().assessment.note(&id("R3.1")).unwrap();
    let both = "None was shown.\n\nThree plants, three conventions; the catalogue is a spreadsheet. Really.";
    assert_eq!((&*note, disputes(&stage)), (both, 0));
}

#[test]
fn evidence_and_setup_are_settled_too() {
    let item = || Thing::Evidence(id("R3.1"), id("x.1"));
    let evidence = |kind, text: &str| Evidence { kind, text: Clean::block(text) }.to_value();
    let mode = || Thing::Setup(Field::Mode);
    let mut stage = disputed(
        Lang::En,
        80,
        24,
        vec![
            said("li", 1, item(), evidence(EvidenceKind::Document, "export")),
            said("wang", 2, item(), evidence(EvidenceKind::Statement, "he said so")),
            said("li", 3, mode(), Value::text("interview")),
            said("wang", 4, mode(), Value::text("workshop")),
        ],
    );
    assert_eq!(disputes(&stage), 2);
    // The setup comes first.
    stage.keys("rCn");
    assert_eq!(stage.app.place, Place::Setup);
    assert!(stage.screen().contains("▸ Mode"), "{}", stage.screen());
    stage.keys("<Right><Esc>C");
    assert_eq!((disputes(&stage), stage.app.place), (1, Place::Conflict));
    stage.keys("n<Esc>");
    let found = stage.app.work.as_ref().unwrap().assessment.evidence(&id("R3.1"));
    assert_eq!((&*found[0].1.text, found[0].1.kind), ("he said so / export", EvidenceKind::Statement));
    assert_eq!(disputes(&stage), 0);
}

#[test]
fn nothing_is_settled_by_moving_about_or_in_a_file_that_cannot_be_written() {
    let mut stage = two(Lang::En, 80, 24);
    stage.keys("C");
    stage.effects.clear();
    stage.keys("<Left><Right><Up><Down><PageDown><PageUp><Home><End><Enter>1234<Esc>");
    assert_eq!((stage.effects.len(), disputes(&stage), stage.app.place), (0, 1, Place::Ask));
    stage.app.work.as_mut().unwrap().read_only = Some(Clean::line("it cannot be written"));
    for key in ["n", ">"] {
        stage.keys("C");
        stage.input(gradus::tui::key::Input::Key(gradus::tui::key::Key::Char(key.chars().next().unwrap())));
        assert_eq!(stage.app.message.as_deref(), Some("it cannot be written"));
        stage.keys("<Esc>");
    }
    assert_eq!((stage.effects.len(), disputes(&stage)), (0, 1));
}

#[test]
fn what_somebody_else_settles_leaves_the_screen() {
    let mut stage = two(Lang::En, 80, 24);
    stage.keys("C");
    let ledger = stage.app.work.as_ref().unwrap().assessment.ledger();
    let mut deed = Deed::clone(&said("wang", 9, answer("R3.1"), level(5.0, None)));
    deed.id.counter = 2;
    deed.after = ledger.after(&deed.thing, deed.id.session);
    stage.app.told(News::Arrived(vec![deed.into()]));
    stage.draw();
    assert!(stage.screen().contains("There are no disagreements"), "{}", stage.screen());
    stage.keys("><n");
    assert_eq!((disputes(&stage), stage.app.place), (0, Place::Conflict));
}

#[test]
fn what_changes_elsewhere_changes_the_review_that_is_on_screen() {
    let mut stage = Stage::answered(Lang::En, 80, 24, "N1.1=3");
    stage.keys("r<Down><Down>");
    let lines =
        |stage: &Stage| (stage.app.review.findings.len(), stage.app.review.findings[stage.app.review.cursor].clone());
    let (before, here) = lines(&stage);
    stage.app.told(News::Arrived(vec![said("wang", 3, answer("N2.1"), level(2.0, None))]));
    assert_eq!(lines(&stage), (before - 1, here));
}

#[test]
fn a_plan_is_one_of_what_was_settled_on_the_way_back_to_it() {
    let mut stage = two(Lang::En, 80, 24);
    stage.keys("vpC>");
    assert_eq!((disputes(&stage), stage.app.place), (0, Place::Plan));
    stage.keys("<Home>");
    let plan = stage.screen();
    stage.keys("vp");
    assert_eq!(plan, stage.screen());
}

#[test]
fn a_conflict_of_a_question_that_is_not_asked_can_be_settled() {
    let mut stage = disputed(
        Lang::En,
        80,
        24,
        vec![said("li", 1, answer("R3.2"), level(1.0, None)), said("wang", 2, answer("R3.2"), level(2.0, None))],
    );
    stage.keys("Cn");
    assert_eq!(stage.app.message.as_deref(), Some("Here you can only choose one of the two."));
    stage.keys("r<End><Enter>");
    assert_eq!(stage.app.place, Place::Conflict);
    stage.input(gradus::tui::key::Input::Key(gradus::tui::key::Key::Char('>')));
    assert_eq!((disputes(&stage), stage.app.place), (0, Place::Review));
}

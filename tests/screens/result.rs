//! Review, Result and Why.

use std::sync::Arc;

use gradus::assessment::{Answer, Change, Field, Thing, Value};
use gradus::lang::Lang;
use gradus::measure::cohort::{Benchmark, OVERALL};
use gradus::rubric::Id;
use gradus::text::Clean;
use gradus::tui::app::{SetupField, setup_choices};

use super::stage::{self, Stage, now};
use super::{ALL, ANSWERS, CAPPED, PARTIAL, USUAL, after, check, from_elsewhere, settled, words};

#[test]
fn review() {
    check("review", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, PARTIAL);
        let work = stage.app.work.as_mut().unwrap();
        let na = Answer::NotApplicable { reason: Clean::line(words(lang, "机房是租的", "the halls are rented")) };
        let id = |text: &str| Id::new(text).unwrap();
        for change in [
            Change::answer(&id("R6.1"), Some(&na)),
            Change::answer(&id("A4.1"), Some(&Answer::Level { value: 5.0, toward: None })),
            Change::new(Thing::Mark(id("N1.1")), Value::json(&true.into())),
        ] {
            work.record(change, now(), &mut Vec::new());
        }
        let other = Answer::Level { value: 1.0, toward: None };
        stage.app.told(from_elsewhere(Thing::Answer(id("R1.1")), other.to_value()));
        settled(&mut stage);
        stage.keys("r<Down><Down>");
        stage
    });
}

#[test]
fn review_of_nothing() {
    check("review_nothing", USUAL, after(ANSWERS_WITHOUT_BLANKS, "r"));
}

/// Nothing open, nothing high, nothing that contradicts.
const ANSWERS_WITHOUT_BLANKS: &str = "N1.1=2 N2.1=2 N3.1=2 N4.1=2 N5.1=2 N6.1=2 R1.1=2 R2.1=2 R3.1=2 R4.1=2 R5.1=2 R6.1=2 O1.1=2 O2.1=2 O3.1=2 O4.1=2 O5.1=2 O6.1=2 A1.1=2 A2.1=2 A3.1=2 A4.1=2 A5.1=2 A6.1=2";

#[test]
fn result_full() {
    check("result_full", ALL, after(ANSWERS, ""));
}

#[test]
fn result_among_others() {
    check("result_among_others", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        stage.app.work.as_mut().unwrap().peers = Some(Arc::new(benchmark()));
        stage.keys("v<Down><Right>");
        stage
    });
}

#[test]
fn plan_as_far_as_others() {
    check("plan_quartile", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        stage.app.work.as_mut().unwrap().peers = Some(Arc::new(benchmark()));
        stage.keys("pTTTT");
        stage
    });
}

#[test]
fn setup_with_others_as_a_target() {
    check("setup_quartile", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        stage.app.work.as_mut().unwrap().peers = Some(Arc::new(benchmark()));
        stage.keys("S<Down><Down><Down><Down><Down><Down><Down><Down><Left>");
        stage
    });
}

/// What the plan and the setup say of targets with a benchmark that tells nothing, and without any.
#[test]
fn targets_that_are_not_on_offer_are_spoken_of() {
    let mut nothing = benchmark();
    nothing.items.values_mut().for_each(|(_, cuts)| cuts.clear());
    for (peers, said) in [(Some(Arc::new(nothing)), true), (None, false)] {
        let mut stage = Stage::answered(Lang::En, 80, 24, ANSWERS);
        stage.app.work.as_mut().unwrap().peers = peers;
        stage.keys("pTTTT");
        let work = stage.app.work.as_ref().unwrap();
        assert_eq!(work.assessment.intent().ready, None, "after the last of the rubric none");
        assert_eq!(stage.app.message.as_deref().is_some_and(|m| m.contains("cannot be a target")), said);
    }
}

/// In the setup of a new assessment others are on offer if they are of its rubric; what was chosen of another
/// rubric is forgotten with it.
#[test]
fn a_new_assessment_can_aim_at_others_too() {
    let mut stage = Stage::new(Lang::En, 80, 24);
    let mut other = (*stage::icp()).clone();
    other.id = Id::new("other").unwrap();
    other.target_sets.clear();
    stage.app.new_rubric = Some(stage::icp());
    stage.app.rubrics = vec![stage::icp(), Arc::new(other)];
    stage.app.peers = Some(Arc::new(benchmark()));
    stage.keys("nEast<Enter>");
    let offered = |stage: &Stage| setup_choices(&stage.app, Field::Targets);
    assert_eq!(offered(&stage).len(), 5);
    assert!(offered(&stage)[4].starts_with("upper-quartile A1=3 "), "{:?}", offered(&stage));
    stage.keys("<Up><Up><Left>");
    let chosen = |stage: &Stage| stage.app.setup_text(SetupField::Of(Field::Targets));
    assert_eq!(chosen(&stage), offered(&stage)[4]);
    stage.keys("<Up><Up><Up><Up><Right>");
    assert_eq!((offered(&stage), chosen(&stage)), (vec![String::new()], String::new()));
}

/// Cut points of 198 organisations; of one area too few had a score.
fn benchmark() -> Benchmark {
    let cuts = || vec![(10, 1.4), (25, 1.9), (50, 2.6), (75, 3.3), (90, 3.7)];
    let rubric = stage::icp();
    let ids = rubric.dimensions.iter().map(|d| &d.id).chain(rubric.areas.iter().map(|a| &a.id));
    let item = |id: &Id| (id.to_string(), (198, if id.as_str() == "R6" { Vec::new() } else { cuts() }));
    Benchmark {
        rubric: rubric.id.clone(),
        version: rubric.version,
        made: Some("2026-11-20".into()),
        n: 198,
        k: 5,
        items: ids.map(item).chain([(OVERALL.to_owned(), (198, cuts()))]).collect(),
    }
}

#[test]
fn result_partial() {
    check("result_partial", ALL, after(PARTIAL, "v"));
}

#[test]
fn result_capped() {
    check("result_capped", ALL, after(CAPPED, ""));
}

#[test]
fn result_of_nothing() {
    check("result_nothing", USUAL, after("", "v"));
}

#[test]
fn why_overall() {
    check("why_overall", ALL, after(CAPPED, "y"));
}

#[test]
fn why_dimension() {
    check("why_dimension", USUAL, after(ANSWERS, "<Down>y"));
}

#[test]
fn why_area() {
    check("why_area", USUAL, after(ANSWERS, "<Down><Right><Right>y"));
}

#[test]
fn why_question() {
    check("why_question", USUAL, after(ANSWERS, "<Down><Right><Right>y<Enter>"));
}

#[test]
fn why_lens() {
    check("why_lens", USUAL, after(PARTIAL, "v<End>y"));
}

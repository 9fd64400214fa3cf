//! Interviews and re-assessment: who said it, the interviewer's own rating, the pad, last time.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;
#[path = "support/stage.rs"]
mod stage;

use std::sync::Arc;

use gradus::assessment::{Answer, Change, Evidence, EvidenceKind, Field, Thing, carried_over};
use gradus::lang::Lang;
use gradus::measure::{Node, measured, supported, supported_replies, unsupported};
use gradus::rubric::Id;
use gradus::text::Clean;
use gradus::tui::app::{Effect, Typed, Work, read_line};
use rubrics::{ladder, one_area, rubric, scale};
use serde_json::json;
use stage::{Stage, fresh, now};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn level(value: f64) -> Answer {
    Answer::Level { value, toward: None }
}

fn record(work: &mut Work, change: Change) {
    work.record(change, now(), &mut Vec::new());
}

/// Four questions on 1..5, claimed at 5, 4, 3 and 2; a document shows the first, somebody's word the second.
fn claimed(policy: &str) -> Work {
    let questions = ["A", "B", "C", "D"].map(|q| ladder(q, 1.0, 1, 5)).to_vec();
    let mut json =
        rubric(scale(1, 5), &json!({ "name": "bands", "offset": 0 }), &json!({ "cap": 1 }), one_area(questions));
    json["evidence"] = json!({ "required_from": 4, "policy": policy });
    let mut work = fresh(Arc::new(rubrics::read(&json)), "x");
    for (question, value) in [("A", 5.0), ("B", 4.0), ("C", 3.0), ("D", 2.0)] {
        record(&mut work, Change::answer(&id(question), Some(&level(value))));
    }
    for (question, kind) in [("A", EvidenceKind::Document), ("B", EvidenceKind::Statement)] {
        let evidence = Evidence { kind, text: Clean::line("it") };
        record(&mut work, Change::new(Thing::Evidence(id(question), id("e.1")), evidence.to_value()));
    }
    work
}

fn score(node: &Node) -> f64 {
    node.score().unwrap()
}

/// The claimed score, the supported one and their difference.
fn scores(work: &Work) -> (f64, f64, f64) {
    let claimed = measured(&work.rubric, &work.assessment).overall.node;
    let supported = supported(&work.rubric, &work.assessment).unwrap().overall.node;
    (score(&claimed), score(&supported), unsupported(&claimed, &supported).unwrap())
}

fn close(found: (f64, f64, f64), expected: (f64, f64, f64)) {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(
        near(found.0, expected.0) && near(found.1, expected.1) && near(found.2, expected.2),
        "{found:?} is not {expected:?}"
    );
}

#[test]
fn a_claim_without_evidence_counts_below_the_level_that_wants_it_where_the_rubric_caps() {
    // x_eff = min(x, required_from − 1) for B alone: A has a document, C and D are below.
    close(scores(&claimed("cap")), (3.5, 3.25, 0.25));
    assert_eq!(supported_replies(&claimed("flag").rubric, &claimed("flag").assessment), None);
}

#[test]
fn the_interviewers_own_rating_stands_for_the_claim_it_checks() {
    for (policy, supported) in [("cap", 2.75), ("flag", 3.0)] {
        let mut work = claimed(policy);
        record(&mut work, Change::rating(&id("C"), Some(&level(1.0))));
        close(scores(&work), (3.5, supported, 3.5 - supported));
    }
    // It may be higher than the claim, it may stand where nothing was claimed, and it can be taken back.
    let mut work = claimed("cap");
    record(&mut work, Change::rating(&id("B"), Some(&level(5.0))));
    close(scores(&work), (3.5, 3.75, -0.25));
    record(&mut work, Change::rating(&id("B"), None));
    close(scores(&work), (3.5, 3.25, 0.25));
}

#[test]
fn what_was_said_last_time_is_hidden_until_something_is_said() {
    let mut earlier = fresh(stage::icp(), "x");
    record(&mut earlier, Change::answer(&id("N1.1"), Some(&level(2.0))));
    record(&mut earlier, Change::answer(&id("N2.1"), Some(&Answer::Unknown)));
    let mut work = fresh(stage::icp(), "x");
    let before = carried_over(&earlier.assessment, &earlier.rubric, &work.rubric);
    assert_eq!(before.len(), 2);
    for change in before {
        record(&mut work, change);
    }
    let last = |work: &Work, question: &str| {
        let question = work.rubric.question(work.rubric.question_ix(question).unwrap());
        work.assessment.last_time(&work.rubric, question)
    };
    assert_eq!(last(&work, "N1.1"), None);
    assert_eq!(work.measured.overall.node.counts.answered(), 0, "nothing of last time counts");
    record(&mut work, Change::answer(&id("N1.1"), Some(&level(2.0))));
    record(&mut work, Change::answer(&id("N2.1"), Some(&level(1.0))));
    let (same, moved) = (last(&work, "N1.1").unwrap(), last(&work, "N2.1").unwrap());
    assert_eq!((same.answer, same.has_moved, same.at), (level(2.0), false, Some(now())));
    assert_eq!((moved.answer, moved.has_moved), (Answer::Unknown, true));
    assert!(work.assessment.undo("").is_some_and(|c| c.thing == Thing::Answer(id("N2.1"))));
}

/// An interview of the shipped rubric on its first question.
fn interview() -> Stage {
    let mut stage = Stage::answered(Lang::En, 80, 24, "");
    record(stage.app.work.as_mut().unwrap(), Change::text(Thing::Setup(Field::Mode), "interview"));
    stage
}

fn work(stage: &Stage) -> &Work {
    stage.app.work.as_ref().unwrap()
}

/// The lines of the pad as they would be typed.
fn pad(stage: &Stage) -> Vec<String> {
    work(stage).talk.pad.iter().map(|line| line.line.written()).collect()
}

#[test]
fn a_typed_line_is_a_text_a_tag_or_both() {
    let stage = interview();
    let read = |typed: &str| match read_line(work(&stage), typed) {
        Typed::Line(line) => line.written(),
        Typed::Tag(question) => format!("to {}", work(&stage).rubric.question(question).id),
        Typed::NoQuestion(tag) => format!("no {tag}"),
        Typed::Blank => String::new(),
    };
    for (typed, meant) in [
        ("a spreadsheet", "a spreadsheet"),
        ("#R3 a spreadsheet", "#R3.1 a spreadsheet"),
        ("  #r3.1：一张表格", "#R3.1 一张表格"),
        ("see #O1, later", "#O1.1 see later"),
        ("# here", "#N1.1 here"),
        ("#", "to N1.1"),
        ("#R3.", "to R3.1"),
        ("C# and #1 line", "C# and #1 line"),
        ("#R9 lost?", "no R9"),
        ("   ", ""),
    ] {
        assert_eq!(read(typed), meant, "{typed}");
    }
}

#[test]
fn lines_are_kept_assigned_changed_removed_and_brought_back() {
    let mut stage = interview();
    stage.keys("<Tab>one<Enter>#R3 two<Enter>thr");
    assert_eq!((pad(&stage), work(&stage).question().id.as_str()), (vec!["one".into(), "#R3.1 two".into()], "R3.1"));
    // What is being typed is a draft, and leaving keeps it as a line.
    let draft = stage.effects.iter().rev().find_map(|e| if let Effect::Draft(d) = e { Some(d.clone()) } else { None });
    assert!(matches!(draft, Some(Some((Thing::Pad(_), is))) if is.as_json().contains("thr")));
    stage.keys("ee<Tab>");
    assert_eq!(pad(&stage).last().map(String::as_str), Some("three"));
    // Afterwards: the first line to O1, the second changed, the third removed and brought back.
    stage.keys("<Tab><Up><Up><Up>#O1<Enter><Enter> more<Enter>");
    assert_eq!(pad(&stage), ["#O1.1 one", "#R3.1 two", "three more"]);
    stage.keys("<Up><Up><Enter>");
    assert!(stage.screen().contains("#R3.1 two"));
    stage.keys("<Esc>z");
    assert_eq!(pad(&stage)[2], "three");
    // A tag that no question has keeps the line in the field; leaving keeps it as it stands.
    stage.keys("<Tab>#R9 what<Enter>");
    assert!(stage.screen().contains("no question"));
    stage.keys("<Esc>");
    assert_eq!(pad(&stage)[3], "#R9 what");
}

#[test]
fn whoever_speaks_is_written_down_with_each_answer_and_not_with_those_of_others() {
    let mut stage = interview();
    stage.keys("iMs Wang<Enter>3<Enter>");
    stage.keys("iMr Chen<Enter>2b");
    let who = |stage: &Stage, question: &str| work(stage).assessment.speaker(&id(question)).map(|who| who.to_string());
    assert_eq!((who(&stage, "N1.1"), who(&stage, "N2.1")), (Some("Ms Wang".into()), Some("Mr Chen".into())));
    // The same level from somebody else changes who said it, and keeps the credit; undo brings the first back.
    stage.keys("+3");
    assert_eq!(who(&stage, "N1.1").as_deref(), Some("Mr Chen"));
    stage.keys("zz");
    assert_eq!(who(&stage, "N1.1").as_deref(), Some("Ms Wang"));
    stage.keys("i<Down><Enter>u");
    assert_eq!(who(&stage, "N1.1").as_deref(), Some("Ms Wang"));
}

#[test]
fn whoever_spoke_can_be_nobody_again() {
    let mut stage = interview();
    stage.keys("iMs Wang<Enter>3i-<Enter>");
    assert_eq!(work(&stage).talk.interviewee, None);
    stage.keys("<Enter>2b");
    let who = |question: &str| work(&stage).assessment.speaker(&id(question)).map(|who| who.to_string());
    assert_eq!((who("N1.1"), who("N2.1")), (Some("Ms Wang".into()), None));
    // Nothing typed is no choice, and who spoke before can be chosen again.
    stage.keys("i<Enter>");
    assert_eq!(work(&stage).talk.interviewee, None);
    stage.keys("i<Down><Enter>");
    assert_eq!(work(&stage).talk.interviewee.as_deref(), Some("Ms Wang"));
}

#[test]
fn the_own_rating_takes_a_digit_a_credit_and_its_clearing() {
    let mut stage = interview();
    let rating = |stage: &Stage| work(stage).assessment.rating(&work(stage).rubric, work(stage).question());
    stage.keys("4g2");
    assert_eq!((rating(&stage), work(&stage).answer_here()), (Some(level(2.0)), Some(&level(4.0))));
    stage.keys("g+");
    assert!(matches!(rating(&stage), Some(Answer::Level { toward: Some(credit), .. }) if credit.as_str() == "partly"));
    stage.keys("<Esc>g<Backspace>");
    assert_eq!(rating(&stage), None);
    stage.keys("g<Down><Down><Enter>");
    assert!(rating(&stage).is_some());
    let mut own = Stage::answered(Lang::En, 80, 24, "");
    own.keys("g2");
    assert_eq!((work(&own).answer_here(), rating(&own)), (Some(&level(2.0)), None));
}

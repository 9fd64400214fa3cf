//! Interviews and re-assessment: who said it, the interviewer's own rating, the pad, last time.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;
#[path = "support/stage.rs"]
mod stage;

use std::sync::Arc;

use gradus::assessment::{Answer, Change, Evidence, EvidenceKind, Thing, carried_over};
use gradus::measure::{Node, measured, supported, supported_replies, unsupported};
use gradus::rubric::Id;
use gradus::text::Clean;
use gradus::tui::app::Work;
use rubrics::{ladder, one_area, rubric, scale};
use serde_json::json;
use stage::{fresh, now};

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

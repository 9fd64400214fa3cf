//! Scores, levels, caps and bounds against the reference vectors in `tests/data`.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/rubrics.rs"]
mod rubrics;

use gradus::measure::{Measured, Node, Range, Reply, Subject, cut, lacking, measure};
use gradus::rubric::{AreaIx, Rubric, SHIPPED};
use rubrics::{ladder, one_area, read, reply, rubric, scale, text};
use serde_json::{Value, json};

const TOLERANCE: f64 = 1e-9;

fn data(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[track_caller]
fn close(found: Option<f64>, expected: &Value, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => {}
        (Some(a), Some(b)) if (a - b).abs() <= TOLERANCE => {}
        _ => panic!("{what}: {found:?}, expected {expected}"),
    }
}

#[track_caller]
fn same(found: Option<u8>, expected: &Value, what: &str) {
    assert_eq!(found.map(u64::from), expected.as_u64(), "{what}");
}

#[track_caller]
fn node(found: &Node, expected: &Value, what: &str) {
    assert_eq!(found.status.as_str(), expected["status"], "{what}");
    close(found.completeness, &expected["completeness"], what);
    close(found.score(), &expected["score"], what);
    close(found.bounds.map(|b| b.low), &expected["score_low"], what);
    close(found.bounds.map(|b| b.high), &expected["score_high"], what);
    same(found.level(), &expected["level"], what);
    same(found.levels.map(|l| l.low), &expected["level_low"], what);
    same(found.levels.map(|l| l.high), &expected["level_high"], what);
    if let Some(share) = expected.get("na_share") {
        close(Some(found.na_share), share, what);
    }
}

/// The rubric and replies of a model of the reference file under one of its configurations.
fn model(model: &Value, config: &Value) -> (Rubric, Vec<Reply>) {
    let mut replies = Vec::new();
    let mut area = |area: &Value| {
        let questions: Vec<Value> = area["questions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|q| {
                replies.push(reply(&q["a"]));
                ladder(q["id"].as_str().unwrap(), q["w"].as_f64().unwrap(), 1, 5)
            })
            .collect();
        json!({ "id": area["id"], "name": text("area"), "weight": area["w"], "questions": questions })
    };
    let dimensions: Vec<Value> = model["dimensions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            let areas: Vec<Value> = d["areas"].as_array().unwrap().iter().map(&mut area).collect();
            json!({ "id": d["id"], "name": text("dimension"), "weight": d["w"], "areas": areas })
        })
        .collect();
    let mut made = rubric(scale(1, 5), &config["level_rule"], &config["overall_rule"], json!(dimensions));
    made["min_completeness"] = config["min_completeness"].clone();
    (read(&made), replies)
}

#[test]
fn models_under_every_configuration() {
    let file = data("reference-scoring.json");
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 15);
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let (rubric, replies) =
            model(&file["models"][case["model"].as_str().unwrap()], &file["configs"][case["config"].as_str().unwrap()]);
        let measured = measure(&rubric, &replies, None);
        let expected = &case["expected"];
        for (area, found) in rubric.areas.iter().zip(&measured.areas) {
            node(found, &expected["areas"][area.id.as_str()], &format!("{id} {}", area.id));
        }
        for (dimension, found) in rubric.dimensions.iter().zip(&measured.dimensions) {
            node(found, &expected["dimensions"][dimension.id.as_str()], &format!("{id} {}", dimension.id));
        }
        node(&measured.overall.node, &expected["overall"], &format!("{id} overall"));
    }
}

/// One area of questions with these weights and replies under a rule.
fn single(low: i64, high: i64, rule: &Value, weights: &[f64], replies: &[Reply]) -> Measured {
    let questions = weights.iter().enumerate().map(|(i, w)| ladder(&format!("q{i}"), *w, low, high)).collect();
    let made = rubric(scale(low, high), rule, &json!({ "cap": 1 }), one_area(questions));
    measure(&read(&made), replies, None)
}

#[test]
fn single_nodes_on_two_scales() {
    let file = data("reference-scoring.json");
    for (list, low, high) in [("single_node", 1, 5), ("single_node_scale_0_5", 0, 5)] {
        for case in file[list].as_array().unwrap() {
            let weights: Vec<f64> = case["weights"].as_array().unwrap().iter().map(|w| w.as_f64().unwrap()).collect();
            let replies: Vec<Reply> = case["levels"].as_array().unwrap().iter().map(reply).collect();
            let measured = single(low, high, &case["rule"], &weights, &replies);
            same(measured.areas[0].level(), &case["expected_level"], &case.to_string());
            close(measured.areas[0].score(), &case["mean"], &case.to_string());
        }
    }
}

#[test]
fn intervals_go_through_the_same_formulas_at_both_ends() {
    for case in data("reference-scoring.json")["intervals"].as_array().unwrap() {
        let intervals = case["intervals"].as_array().unwrap();
        let weights: Vec<f64> = intervals.iter().map(|i| i[2].as_f64().unwrap()).collect();
        let end = |end: usize| {
            let replies: Vec<Reply> = intervals.iter().map(|i| reply(&i[end])).collect();
            single(1, 5, &case["rule"], &weights, &replies).areas.remove(0)
        };
        let (low, high) = (end(0), end(1));
        let expected = &case["expected"];
        close(low.score(), &expected["score_low"], &case.to_string());
        close(high.score(), &expected["score_high"], &case.to_string());
        same(low.level(), &expected["level_low"], &case.to_string());
        same(high.level(), &expected["level_high"], &case.to_string());
    }
}

#[test]
fn what_the_next_level_lacks() {
    for case in data("reference-scoring.json")["lacking"].as_array().unwrap() {
        let items = case["items"].as_array().unwrap();
        let questions = items.iter().map(|i| ladder(i[0].as_str().unwrap(), i[2].as_f64().unwrap(), 1, 5)).collect();
        let replies: Vec<Reply> = items.iter().map(|i| reply(&i[1])).collect();
        let rubric = read(&rubric(scale(1, 5), &case["rule"], &json!({ "cap": 1 }), one_area(questions)));
        let measured = measure(&rubric, &replies, None);
        same(measured.areas[0].level(), &case["level"], &case.to_string());
        let found = lacking(&rubric, &replies, &measured, Subject::Area(AreaIx(0)));
        let expected = &case["expected"];
        let Some(found) = found else {
            assert!(expected.is_null());
            continue;
        };
        let ids = |list: &[gradus::rubric::QuestionIx]| {
            json!(list.iter().map(|q| rubric.question(*q).id.as_str()).collect::<Vec<_>>())
        };
        same(Some(found.target), &expected["target"], "target");
        close(found.share.map(|s| s.0), &expected["share_now"], "share now");
        close(found.share.map(|s| s.1), &expected["share_needed"], "share needed");
        close(found.mean.map(|m| m.0), &expected["mean_now"], "mean now");
        close(found.mean.map(|m| m.1), &expected["mean_needed"], "mean needed");
        assert_eq!(ids(&found.below_target), expected["below_target"]);
        assert_eq!(ids(&found.below_floor), expected["below_floor"]);
    }
}

#[test]
fn numbers_are_cut_for_display() {
    for case in data("reference-scoring.json")["display"].as_array().unwrap() {
        close(Some(cut(case["score"].as_f64().unwrap())), &case["shown"], &case.to_string());
    }
}

#[test]
fn the_shipped_rubric_gives_the_worked_cases() {
    let rubric = SHIPPED[0].read().unwrap();
    let file = data("reference-icp.json");
    for case in file["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let mut replies = vec![Reply::NotAsked; rubric.questions.len()];
        for (question, answer) in case["answers"].as_object().unwrap() {
            replies[rubric.question_ix(question).unwrap().0] = reply(answer);
        }
        let measured = measure(&rubric, &replies, None);
        let overall = &measured.overall;
        assert_eq!(overall.node.status.as_str(), case["status"], "{id}");
        close(overall.node.completeness, &case["coverage"], id);
        close(overall.node.mean, &case["score"], id);
        close(overall.node.bounds.map(|b| b.low), &case["score_low"], id);
        close(overall.node.bounds.map(|b| b.high), &case["score_high"], id);
        same(overall.node.level(), &case["level"], id);
        let levels = |range: Option<Range<u8>>| json!(range.map(|r| [r.low, r.high]));
        assert_eq!(levels(overall.uncapped), case["uncapped"], "{id}");
        assert_eq!(levels(overall.node.levels), json!([case["level_low"], case["level_high"]]), "{id}");
        for (dimension, found) in rubric.dimensions.iter().zip(&measured.dimensions) {
            let expected = &case["dimensions"][dimension.id.as_str()];
            close(found.mean, &expected[0], id);
            assert_eq!(levels(found.levels), json!([expected[1], expected[2]]), "{id} {}", dimension.id);
        }
    }
}

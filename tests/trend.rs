//! Changes between assessments against the reference vectors.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::BTreeMap;

use gradus::measure::trend::{
    Link, RHO, SIGMA, Sem, SemSource, Side, Verdict, Z90, Z95, compare, core_pairs, links, sign_test,
};
use gradus::measure::{Reply, measure};
use gradus::rubric::{Id, SHIPPED};
use serde_json::Value;

fn data() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference-trend.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[track_caller]
fn close(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= 1e-9, "{what}: {found}, expected {expected}");
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn standard_errors_of_all_three_kinds() {
    for case in data()["sem"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let given = &case["given"];
        let (sem, source) = match case["method"].as_str().unwrap() {
            // Mean squares of a retest of 12 organisations, three weeks apart.
            "agreement" => (Sem::of_retest(0.166_666_666_667, 0.030_303_030_303, 12), SemSource::Retest),
            "internal consistency" => {
                (Sem::of_alpha(number(&given["sd_of_scores"]), number(&given["alpha"])), SemSource::Alpha)
            }
            _ => {
                let weights: Vec<f64> = given["weights"].as_array().unwrap().iter().map(number).collect();
                (Sem::assumed(&weights, SIGMA, RHO), SemSource::Assumed)
            }
        };
        assert_eq!(sem.source, source);
        close(sem.value, &case["expected"]["sem"], id);
        close(sem.sdc(Z95), &case["expected"]["sdc95"], id);
        if let Some(expected) = case["expected"].get("sdc90") {
            close(sem.sdc(Z90), expected, id);
        }
    }
}

#[test]
fn verdicts_on_changes() {
    for case in data()["change"].as_array().unwrap() {
        let expected = &case["expected"];
        let sem = Sem { value: number(&case["sem"]), source: SemSource::Retest };
        let change = number(&case["after"]) - number(&case["before"]);
        close(change, &expected["change"], "change");
        close(sem.sdc(Z95), &expected["sdc95"], "sdc");
        close(sem.reliable_change_index(change).unwrap(), &expected["reliable_change_index"], "index");
        assert_eq!(Verdict::of(change, sem.sdc(Z95)).as_str(), expected["verdict"]);
    }
}

#[test]
fn the_sign_test_is_exact() {
    for case in data()["sign_test"].as_array().unwrap() {
        let count = |name: &str| usize::try_from(case[name].as_u64().unwrap()).unwrap();
        match sign_test(count("up"), count("down")) {
            None => assert!(case["expected_two_sided_p"].is_null()),
            Some(p) => close(p, &case["expected_two_sided_p"], &case.to_string()),
        }
    }
    // Beyond the range of powers of two the answer is small, not undefined.
    assert!(sign_test(3_000, 10).unwrap() < 1e-100);
}

#[test]
fn versions_meet_on_their_common_core() {
    for case in data()["version_map"].as_array().unwrap() {
        let ids = |list: &Value| -> Vec<Id> {
            list.as_array().unwrap().iter().map(|id| Id::new(id.as_str().unwrap()).unwrap()).collect()
        };
        let values = |map: &Value| -> Vec<(Id, f64)> {
            map.as_object().unwrap().iter().map(|(id, v)| (Id::new(id).unwrap(), number(v))).collect()
        };
        let table = |map: &Value| -> Vec<(f64, f64)> {
            map.as_object().into_iter().flatten().map(|(k, v)| (k.parse().unwrap(), number(v))).collect()
        };
        let link = |l: &Value| Link { old: ids(&l["old"]), new: ids(&l["new"]), levels: table(&l["levels"]) };
        let links: Vec<Link> = case["map"].as_array().unwrap().iter().map(link).collect();
        let side = |name: &str| values(&case[name]).into_iter().collect::<BTreeMap<_, _>>();
        let core = core_pairs(&links, &side("old_answers"), &side("new_answers"), &values(&case["new_weights"]));
        let expected = &case["expected"];
        let pairs = expected["core_pairs_weight_before_after"].as_array().unwrap();
        assert_eq!(core.pairs.len(), pairs.len());
        for (pair, expected) in core.pairs.iter().zip(pairs) {
            close(pair.weight, &expected[0], "weight");
            close(pair.before, &expected[1], "before");
            close(pair.after, &expected[2], "after");
        }
        close(core.share, &expected["core_share_of_new_weight"], "share");
        assert_eq!(core.is_comparable(), expected["comparable"]);
        let (before, after) = core.scores().unwrap();
        close(before, &expected["score_before_on_core"], "before");
        close(after, &expected["score_after_on_core"], "after");
        close(after - before, &expected["change"], "change");
    }
}

/// Replies of the shipped rubric at quick depth: one level for all questions but those named.
fn replies(level: f64, others: &[(&str, Reply)]) -> Vec<Reply> {
    let rubric = SHIPPED[0].read().unwrap();
    let of = |q: &gradus::rubric::Question| {
        let named = others.iter().find(|(id, _)| *id == q.id.as_str()).map(|(_, r)| *r);
        let asked = q.depth == gradus::rubric::Depth::Quick;
        named.unwrap_or(if asked { Reply::Rated { x: level, k: level } } else { Reply::NotAsked })
    };
    rubric.questions.iter().map(of).collect()
}

#[test]
fn a_comparison_looks_only_at_what_both_rated() {
    let rubric = SHIPPED[0].read().unwrap();
    let at = |k: f64| Reply::Rated { x: k, k };
    let old = replies(2.0, &[("R1.1", Reply::Unknown), ("R2.1", Reply::Unknown), ("R3.1", Reply::Unanswered)]);
    let new = replies(3.0, &[("N1.1", at(2.0)), ("A1.1", at(1.0))]);
    let (old_measured, new_measured) = (measure(&rubric, &old, None), measure(&rubric, &new, None));
    let before = Side { rubric: &rubric, replies: &old, measured: &old_measured };
    let after = Side { rubric: &rubric, replies: &new, measured: &new_measured };
    let found = compare(before, after, &links(&rubric, &rubric));
    let [network, resource, operation, application] = &found.dimensions[..] else { panic!() };
    assert_eq!((network.moved, network.verdict), ((5, 0), Some(Verdict::Improved)));
    assert!((network.change().unwrap() - 5.0 / 6.0).abs() < 1e-9);
    // Half of it is common: both results stand as they are.
    assert_eq!((resource.scores, resource.verdict), (None, None));
    assert!((resource.share - 0.5).abs() < 1e-9);
    assert!((operation.p.unwrap() - 0.031_25).abs() < 1e-9);
    assert_eq!(application.moved, (5, 1));
    assert_eq!(application.verdict, Some(Verdict::Undetected));
    assert_eq!(found.moved.len(), 5 + 3 + 6 + 6);
    assert!(found.moved.is_sorted_by_key(|m| m.question));
}

#[test]
fn an_area_that_one_side_has_not_rated_is_no_strength_won_or_lost() {
    let rubric = SHIPPED[0].read().unwrap();
    let at = |k: f64| Reply::Rated { x: k, k };
    let old = replies(2.0, &[("N1.1", at(4.0)), ("N2.1", at(5.0))]);
    let new = replies(2.0, &[("N1.1", Reply::Unanswered), ("N2.1", at(1.0)), ("O2.1", at(5.0))]);
    let (old_measured, new_measured) = (measure(&rubric, &old, None), measure(&rubric, &new, None));
    let before = Side { rubric: &rubric, replies: &old, measured: &old_measured };
    let after = Side { rubric: &rubric, replies: &new, measured: &new_measured };
    let links = links(&rubric, &rubric);
    let ids = |areas: &[gradus::rubric::AreaIx]| -> Vec<String> {
        areas.iter().map(|a| rubric.area(*a).id.to_string()).collect()
    };
    let found = compare(before, after, &links);
    let lost = ids(&found.lost_strengths);
    assert!(lost.contains(&"N2".to_owned()) && !lost.contains(&"N1".to_owned()), "{lost:?}");
    let back = compare(after, before, &links);
    let won = ids(&back.new_strengths);
    assert!(won.contains(&"N2".to_owned()) && !won.contains(&"N1".to_owned()), "{won:?}");
}

//! Plans against the reference vectors, and what holds for every plan.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;

use gradus::assessment::Intent;
use gradus::measure::plan::{
    Cycle, Plan, PlannedArea, Project, Step, Warning, after_wave, percent_to_target, plan, progress, project,
};
use gradus::measure::{Reply, measure};
use gradus::rubric::{AreaIx, Prerequisite, Rubric, SHIPPED};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn data(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn small(value: &Value) -> u8 {
    u8::try_from(value.as_u64().unwrap()).unwrap()
}

/// The project of a case and the ids of its areas.
fn of_case(case: &Value) -> (Project, Vec<String>) {
    let areas = case["areas"].as_array().unwrap();
    let ids: Vec<String> = areas.iter().map(|a| a["id"].as_str().unwrap().to_owned()).collect();
    let place = |id: &Value| AreaIx(ids.iter().position(|known| known == id.as_str().unwrap()).unwrap());
    let area = |a: &Value| PlannedArea {
        level: a["level"].as_u64().map(|l| u8::try_from(l).unwrap()),
        target: small(&a["target"]),
        importance: small(&a["importance"]),
        excluded: false,
        efforts: vec![small(&a["effort"]); 6],
    };
    let prerequisite = |p: &Value| Prerequisite {
        area: place(&p["area"]),
        level: small(&p["level"]),
        needs: place(&p["needs"]),
        needs_level: small(&p["needs_level"]),
    };
    let project = Project {
        areas: areas.iter().map(area).collect(),
        prerequisites: case["prerequisites"].as_array().unwrap().iter().map(prerequisite).collect(),
        capacity: u32::from(small(&case["capacity"])),
        spread: small(&case["spread"]),
        max: 5,
        pins: Vec::new(),
    };
    (project, ids)
}

/// Numbers within the tolerance count as equal.
#[track_caller]
fn alike(found: &Value, expected: &Value, what: &str) {
    match (found, expected) {
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{what}");
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                alike(a, b, &format!("{what}[{i}]"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{what}");
            for (key, b) in b {
                alike(&a[key], b, &format!("{what}.{key}"));
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            assert!((a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= 1e-9, "{what}: {a}, expected {b}");
        }
        _ => assert_eq!(found, expected, "{what}"),
    }
}

/// A plan as the reference file writes it.
fn written(plan: &Plan, ids: &[String]) -> Value {
    let name = |step: Step| format!("{}->{}", ids[step.area.0], step.to);
    let mut values = Map::new();
    for (_, s) in plan.steps() {
        values.insert(name(s.step), json!({ "value": s.value, "priority": s.priority }));
    }
    let waves: Vec<Value> = plan
        .waves
        .iter()
        .enumerate()
        .map(|(n, wave)| {
            let step = |s: &gradus::measure::plan::PlacedStep| {
                json!({
                    "area": ids[s.step.area.0], "from": s.step.to - 1, "to": s.step.to, "effort": s.effort,
                    "value": s.value, "priority": s.priority, "serves": s.serves.map(name), "implied": s.implied,
                    "balance_relaxed": s.balance_relaxed, "oversize": s.oversize,
                })
            };
            let levels = ids.iter().zip(&wave.levels_after).filter_map(|(id, l)| Some((id.clone(), json!((*l)?))));
            json!({
                "wave": n + 1, "effort": wave.effort, "steps": wave.steps.iter().map(step).collect::<Vec<_>>(),
                "levels_after": levels.collect::<Map<_, _>>(),
            })
        })
        .collect();
    json!({ "waves": waves, "step_values": values, "warnings": Vec::<String>::new() })
}

#[test]
fn the_reference_plans_step_by_step() {
    let file = data("reference-roadmap.json");
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 8);
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let (project, ids) = of_case(case);
        let expected = &case["expected"];
        match plan(&project) {
            Ok(found) => {
                assert_eq!(found.warnings, [], "{id}");
                let found = written(&found, &ids);
                for (member, expected) in expected.as_object().unwrap() {
                    alike(&found[member], expected, &format!("{id} {member}"));
                }
            }
            Err(Cycle(steps)) => {
                let steps: Vec<String> = steps.iter().map(|s| format!("{}->{}", ids[s.area.0], s.to)).collect();
                assert_eq!(json!({ "error": "cycle", "steps": steps }), *expected, "{id}");
            }
        }
    }
}

fn area(level: u8, target: u8) -> PlannedArea {
    PlannedArea { level: Some(level), target, importance: 3, excluded: false, efforts: vec![3; 6] }
}

fn needs(area: usize, level: u8, needs: usize, needs_level: u8) -> Prerequisite {
    Prerequisite { area: AreaIx(area), level, needs: AreaIx(needs), needs_level }
}

fn made(areas: Vec<PlannedArea>, prerequisites: Vec<Prerequisite>, pins: Vec<(Step, u32)>) -> Project {
    Project { areas, prerequisites, capacity: 6, spread: 1, max: 5, pins }
}

fn waves(plan: &Plan) -> Vec<Vec<(usize, u8)>> {
    plan.waves.iter().map(|w| w.steps.iter().map(|s| (s.step.area.0, s.step.to)).collect()).collect()
}

#[test]
fn a_pin_beats_capacity_and_balance_but_no_prerequisite() {
    let pin = |area, to, wave| (Step { area: AreaIx(area), to }, wave);
    let found =
        plan(&made(vec![area(1, 2), area(1, 2), area(3, 4)], vec![], vec![pin(2, 4, 1), pin(1, 2, 3)])).unwrap();
    assert_eq!(waves(&found), [vec![(2, 4), (0, 2)], vec![], vec![(1, 2)]]);
    let found = plan(&made(vec![area(1, 2), area(1, 2)], vec![needs(0, 2, 1, 2)], vec![pin(0, 2, 1)])).unwrap();
    assert_eq!(waves(&found), [vec![(1, 2)], vec![(0, 2)]]);
    assert_eq!(found.warnings, [Warning::LatePin(Step { area: AreaIx(0), to: 2 })]);
}

#[test]
fn nothing_is_done_about_an_excluded_area_or_what_needs_it() {
    let mut areas = vec![area(1, 3), area(1, 3), area(2, 3)];
    areas[1].excluded = true;
    let found = plan(&made(areas, vec![needs(0, 3, 1, 2)], vec![])).unwrap();
    assert_eq!(waves(&found), [vec![(0, 2), (2, 3)]]);
    assert_eq!(found.warnings, [Warning::Blocked { area: AreaIx(0), reaches: 2 }]);
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let mut areas = vec![area(1, 2), area(1, 2), area(3, 3)];
    areas[1].level = None;
    let (ignored, ahead) = (needs(0, 2, 1, 2), needs(2, 3, 0, 3));
    let found = plan(&made(areas, vec![ignored, ahead], vec![])).unwrap();
    assert_eq!(waves(&found), [vec![(0, 2)]]);
    assert_eq!(found.warnings, [Warning::IgnoredPrerequisite(ignored), Warning::AheadOfPrerequisite(ahead)]);
}

#[test]
fn the_way_to_the_targets_in_percent() {
    let mut areas = vec![area(1, 3), area(2, 2), area(0, 0)];
    assert!((percent_to_target(&areas, 0).unwrap() - 0.6).abs() < 1e-9);
    for area in &mut areas {
        area.target = 0;
    }
    assert_eq!(percent_to_target(&areas, 0), None);
    assert!((progress(2.5, 2.0, 3.0).unwrap() - 0.5).abs() < 1e-9);
    assert_eq!(progress(2.5, 2.0, 2.0), None);
}

fn icp() -> Rubric {
    SHIPPED[0].read().unwrap()
}

fn any_area() -> impl Strategy<Value = PlannedArea> {
    (
        prop::option::weighted(0.9, 0..=5u8),
        0..=5u8,
        1..=5u8,
        prop::bool::weighted(0.1),
        prop::collection::vec(1..=5u8, 6),
    )
        .prop_map(|(level, target, importance, excluded, efforts)| PlannedArea {
            level,
            target,
            importance,
            excluded,
            efforts,
        })
}

fn any_project() -> impl Strategy<Value = Project> {
    (prop::collection::vec(any_area(), 2..12), 1..12u32, 1..=5u8).prop_flat_map(|(areas, capacity, spread)| {
        let n = areas.len();
        let prerequisite = (0..n, 1..=5u8, 0..n, 1..=5u8).prop_map(|(a, l, b, m)| needs(a, l, b, m));
        let pin = (0..n, 1..=5u8, 1..6u32).prop_map(|(a, to, wave)| (Step { area: AreaIx(a), to }, wave));
        (prop::collection::vec(prerequisite, 0..8), prop::collection::vec(pin, 0..3)).prop_map(
            move |(mut prerequisites, pins)| {
                prerequisites.retain(|p| p.area != p.needs);
                Project { areas: areas.clone(), prerequisites, capacity, spread, max: 5, pins }
            },
        )
    })
}

proptest! {
    #[test]
    fn no_plan_breaks_a_rule(project in any_project()) {
        prop_assert_eq!(plan(&project), plan(&project));
        let Ok(found) = plan(&project) else { return Ok(()) };
        let mut levels: Vec<Option<u8>> = project.areas.iter().map(|a| a.level).collect();
        for wave in &found.waves {
            let before = levels.clone();
            let is_free = |s: &gradus::measure::plan::PlacedStep| s.pinned.is_none();
            let sum: u32 = wave.steps.iter().map(|s| u32::from(s.effort)).sum();
            prop_assert_eq!(sum, wave.effort);
            let overfull = sum > project.capacity;
            prop_assert!(!overfull || (wave.steps.len() == 1 && wave.steps[0].oversize) || !wave.steps.iter().all(is_free));
            for s in &wave.steps {
                let at = s.step.area.0;
                prop_assert!(!project.areas[at].excluded);
                prop_assert_eq!(before[at], Some(s.step.to - 1));
                let broken = project.prerequisites.iter().any(|p| {
                    p.area == s.step.area && p.level == s.step.to
                        && before[p.needs.0].is_some_and(|l| l < p.needs_level)
                });
                prop_assert!(!broken);
                levels[at] = Some(s.step.to);
            }
            prop_assert_eq!(&wave.levels_after, &levels);
        }
        for (a, area) in project.areas.iter().enumerate() {
            let Some(level) = area.level.filter(|_| !area.excluded) else { continue };
            let blocked = found.warnings.iter().find_map(|w| match w {
                Warning::Blocked { area, reaches } if area.0 == a => Some(*reaches),
                _ => None,
            });
            prop_assert!(levels[a].unwrap() >= blocked.unwrap_or(area.target).max(level));
        }
    }

    #[test]
    fn what_is_projected_is_measured_once_the_steps_are_answered(answers in prop::collection::vec(0..=6u8, 48)) {
        let rubric = icp();
        let replies: Vec<Reply> = answers.iter().map(|a| match a {
            6 => Reply::Unknown,
            k => Reply::Rated { x: f64::from(*k), k: f64::from(*k) },
        }).collect();
        let measured = measure(&rubric, &replies, None);
        let found = plan(&project(&rubric, &replies, &measured, &Intent::default(), 8)).unwrap();
        for (n, wave) in found.waves.iter().enumerate() {
            let after = measure(&rubric, &after_wave(&rubric, &replies, &found, n + 1), None);
            for (a, level) in wave.levels_after.iter().enumerate() {
                let moved = found.steps().any(|(w, s)| w <= n + 1 && s.step.area.0 == a);
                // An answer that was above the step's level before keeps the area above it.
                let above = rubric.areas[a].questions.clone().any(|q| matches!(replies[q], Reply::Rated { k, .. } if k > f64::from(level.unwrap_or(0))));
                prop_assert!(!moved || after.areas[a].level() >= *level, "{} {:?}", rubric.areas[a].id, level);
                prop_assert!(!moved || above || after.areas[a].level() == *level, "{} {:?}", rubric.areas[a].id, level);
                prop_assert!(after.areas[a].levels.unwrap().low >= measured.areas[a].levels.unwrap().low);
            }
        }
    }
}

//! The way ahead as a rubric describes it: ready targets, shifts in a paragraph; and that a raised answer
//! never lowers a level, whatever the rule.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;

use std::sync::LazyLock;

use gradus::assessment::{Intent, ReadyTargets};
use gradus::lang::Lang;
use gradus::measure::cohort::Benchmark;
use gradus::measure::plan::{target_of, target_scores, upper_quartile};
use gradus::measure::{Measured, Reply, measure, say};
use gradus::rubric::{AreaIx, Id, Rubric, SHIPPED};
use gradus::text::Clean;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The shipped rubric as an object, without its credits: their order is that of the file, which is lost here.
fn json_of_icp() -> Value {
    let mut file: Value = serde_json::from_str(SHIPPED[0].json).unwrap();
    file["toward"] = json!({});
    file
}

fn icp() -> Rubric {
    SHIPPED[0].read().unwrap()
}

fn area(rubric: &Rubric, id: &str) -> AreaIx {
    AreaIx(rubric.areas.iter().position(|a| a.id.as_str() == id).unwrap())
}

/// Every question at one level, and those of some areas at another.
fn replies(rubric: &Rubric, all: u8, others: &[(&str, u8)]) -> Vec<Reply> {
    let level = |q: &gradus::rubric::Question| {
        let id = rubric.area(q.area).id.as_str();
        f64::from(others.iter().find(|(area, _)| *area == id).map_or(all, |(_, level)| *level))
    };
    rubric.questions.iter().map(level).map(|x| Reply::Rated { x, k: x }).collect()
}

fn measured(rubric: &Rubric, all: u8, others: &[(&str, u8)]) -> Measured {
    measure(rubric, &replies(rubric, all, others), None)
}

#[test]
fn ready_targets_hold_as_far_as_one_plan_goes_and_give_way_to_typed_ones() {
    let rubric = icp();
    let chosen = |id: &str| Intent { ready: Some(ReadyTargets::Rubric(Clean::line(id))), ..Intent::default() };
    let of = |intent: &Intent, id: &str, level: u8| target_of(&rubric, intent, area(&rubric, id), Some(level));
    let set = rubric.target_set("shared").unwrap();
    assert_eq!((set.levels[area(&rubric, "O2").0], set.levels[area(&rubric, "A1").0]), (Some(4), Some(3)));
    let intent = chosen("shared");
    // Two levels at a time, never below now, as said in between.
    assert_eq!([0, 1, 2, 3, 4, 5].map(|now| of(&intent, "O2", now)), [2, 3, 4, 4, 4, 5]);
    assert_eq!([0, 1, 2, 3, 4, 5].map(|now| of(&chosen("no such set"), "O2", now)), [1, 2, 3, 4, 5, 5]);
    let mut typed = intent.clone();
    typed.targets.insert(Id::new("O2").unwrap(), 5);
    assert_eq!((of(&typed, "O2", 1), of(&typed, "O1", 1)), (5, 3));
    assert_eq!(target_of(&rubric, &intent, area(&rubric, "O2"), None), 0);
}

/// The upper quartile of a made rubric's one area, as a level.
fn quartile_of(level_rule: &Value, questions: Vec<Value>, score: f64) -> Option<u8> {
    let mut file = rubrics::rubric(rubrics::scale(1, 5), level_rule, &json!({}), rubrics::one_area(questions));
    let done = |value: f64| json!({ "value": value, "name": rubrics::text(&value.to_string()) });
    file["practice_answers"] = json!([done(0.0), done(1.0)]);
    let rubric = rubrics::read(&file);
    let cuts = vec![(25, 1.0), (75, score)];
    let benchmark = Benchmark {
        rubric: rubric.id.clone(),
        version: rubric.version,
        made: None,
        n: 40,
        k: 5,
        items: [("area".to_owned(), (40, cuts))].into(),
    };
    upper_quartile(&rubric, &benchmark).get(&rubric.areas[0].id).copied()
}

#[test]
fn the_upper_quartile_has_the_level_that_the_rubrics_own_rule_gives_to_its_score() {
    let ladders = || ["a", "b"].map(|id| rubrics::ladder(id, 1.0, 1, 5)).to_vec();
    let gate = json!({ "name": "gate", "pass": 0.8, "max_shortfall": 1, "mean_at_least": true });
    let bands = json!({ "name": "bands", "offset": 0.2 });
    let min = json!({ "name": "min" });
    // What stands at its score to a tenth: below a level, at it, and just below the one that an offset lends.
    for (rule, levels) in [(&gate, [2, 3, 3, 3, 5]), (&min, [2, 3, 3, 3, 5]), (&bands, [3, 3, 3, 4, 5])] {
        let found = [2.9, 3.0, 3.7, 3.8, 5.0].map(|score| quartile_of(rule, ladders(), score));
        assert_eq!(found, levels.map(Some), "{rule}");
    }
    // Practices of levels 2, 3 and 5: the score counts the levels that have any, and those are done in turn.
    let practice = |id: &str, of: u8, weight: f64| {
        json!({
            "id": id, "weight": weight, "text": rubrics::text(id), "practice_of": of,
        })
    };
    let practices = || vec![practice("a", 2, 1.0), practice("b", 3, 1.0), practice("c", 4, 0.0), practice("d", 5, 1.0)];
    let cumulative = json!({ "name": "cumulative", "pass": 0.8, "per": "mean" });
    let found = [1.7, 1.8, 2.9, 3.7, 3.8].map(|score| quartile_of(&cumulative, practices(), score));
    assert_eq!(found, [1, 2, 3, 3, 5].map(Some));
}

#[test]
fn the_level_of_others_can_be_the_target_and_stays_with_the_assessment() {
    let rubric = icp();
    let levels = [("O2", 4), ("R1", 2)].map(|(id, level)| (Id::new(id).unwrap(), level));
    let chosen = ReadyTargets::UpperQuartile(levels.into());
    assert_eq!(chosen.to_text(), "upper-quartile O2=4 R1=2");
    let read = |text: &str| ReadyTargets::read(&Clean::line(text));
    assert_eq!(read(&chosen.to_text()), chosen);
    assert_eq!(read("upper-quartile O2=4 R1=2 R2=x R3 =4"), chosen, "a level that is none counts as not said");
    assert_eq!(read("upper-quartile"), ReadyTargets::Rubric(Clean::line("upper-quartile")));
    let mut intent = Intent { ready: Some(chosen), ..Intent::default() };
    let of = |intent: &Intent, id: &str, level: u8| target_of(&rubric, intent, area(&rubric, id), Some(level));
    // Two levels at a time, never below now; one above now where nothing is known of others.
    assert_eq!([0, 1, 2, 3, 4, 5].map(|now| of(&intent, "O2", now)), [2, 3, 4, 4, 4, 5]);
    assert_eq!([1, 3].map(|now| of(&intent, "R1", now)), [2, 3]);
    assert_eq!([1, 3].map(|now| of(&intent, "N1", now)), [2, 4]);
    intent.targets.insert(Id::new("O2").unwrap(), 5);
    assert_eq!(of(&intent, "O2", 1), 5);
    // A file may hold anything; no target lies beyond the scale.
    let mut wild = Intent { ready: Some(read("upper-quartile O2=250 O2=x A1=0")), ..Intent::default() };
    assert_eq!([0, 3, 4, 5].map(|now| of(&wild, "O2", now)), [2, 5, 5, 5]);
    wild.ready = Some(read("upper-quartile O2=256"));
    assert_eq!(of(&wild, "O2", 3), 4, "one above now");
}

#[test]
fn a_dimension_is_to_come_where_its_areas_are() {
    let rubric = icp();
    let measured = measured(&rubric, 2, &[("N1", 5)]);
    let scores = target_scores(&rubric, &measured, &Intent::default());
    assert_eq!(scores, [Some((5.0 * 3.0 + 5.0) / 6.0), Some(3.0), Some(3.0), Some(3.0)]);
    let mut without = Intent::default();
    without.excluded.insert(Id::new("R1").unwrap());
    assert_eq!(target_scores(&rubric, &measured, &without)[1], Some((5.0 * 3.0 + 2.0) / 6.0));
    let nothing = measure(&rubric, &vec![Reply::Unanswered; rubric.questions.len()], None);
    assert_eq!(target_scores(&rubric, &nothing, &Intent::default()), [None; 4]);
}

#[test]
fn a_shift_is_told_by_the_level_of_its_area_with_what_it_waits_for() {
    let rubric = icp();
    for lang in Lang::ALL {
        let told = |all: u8, others: &[(&str, u8)]| say::shifts(&rubric, &measured(&rubric, all, others), lang);
        let stages: Vec<String> = (0..=5).map(|level| told(level, &[]).remove(0).paragraph).collect();
        for (level, text) in stages.iter().enumerate() {
            assert!(text.starts_with(rubric.spotlights[0].stage(level as u8).unwrap().get(lang).as_str()), "{text}");
        }
        // A2 at 3 needs O2 and O4 at 2.
        let held = told(2, &[("O2", 1)]).remove(0).paragraph;
        assert!(held.contains("O2") && !held.contains("O4"), "{held}");
        assert!(!told(2, &[]).remove(0).paragraph.contains("O2"));
    }
    assert_eq!(say::shifts(&rubric, &measure(&rubric, &vec![Reply::Unknown; 48], None), Lang::En), []);
}

#[test]
fn a_shift_says_what_waits_for_its_area_too() {
    let mut file = json_of_icp();
    let stage = json!({ "from": 2, "text": rubrics::text("Halfway.") });
    file["spotlights"] = json!([{ "area": "R3", "title": rubrics::text("names"), "stages": [stage] }]);
    let rubric = rubrics::read(&file);
    let told = |level: u8| say::shifts(&rubric, &measured(&rubric, level, &[]), Lang::En);
    assert_eq!(told(1), [], "below the first stage nothing is told");
    let text = told(2).remove(0).paragraph;
    assert_eq!(text, "Halfway. Waiting for it: O1 Discovery and matching at level 4 (now 2).");
}

#[test]
fn what_a_rubric_says_of_the_way_ahead_is_checked() {
    let text = rubrics::text("words");
    let stages = |from: [i64; 2]| json!(from.map(|from| json!({ "from": from, "text": text })));
    let spotlight = |area: &str, stages: Value| json!([{ "area": area, "title": text, "stages": stages }]);
    let set = |levels: Value, others: i64| json!([{ "id": "a", "name": text, "levels": levels, "others": others }]);
    let cases = [
        ("target_sets", set(json!({ "X9": 2 }), 2), "target_sets[0].levels.X9"),
        ("target_sets", set(json!({ "N1": 6 }), 2), "target_sets[0].levels.N1"),
        ("target_sets", set(json!({}), 6), "target_sets[0].others"),
        ("target_sets", json!([set(json!({}), 2)[0], set(json!({}), 2)[0]]), "target_sets[1].id"),
        ("target_sets", json!([{ "id": "a", "name": { "en": "one" } }]), "target_sets[0].name"),
        ("spotlights", spotlight("X9", stages([0, 1])), "spotlights[0].area"),
        ("spotlights", spotlight("A2", stages([1, 1])), "spotlights[0].stages"),
        ("spotlights", spotlight("A2", stages([0, 9])), "spotlights[0].stages[1].from"),
        ("spotlights", spotlight("A2", json!([])), "spotlights[0].stages"),
    ];
    for (member, value, path) in cases {
        let mut file = json_of_icp();
        file[member] = value;
        let refusal = Rubric::read(file.to_string().as_bytes()).unwrap_err();
        let sentence = refusal.sentence(&Lang::En.words().fault);
        assert!(sentence.contains(path), "{sentence}");
    }
}

/// Models of the kind whose levels are piled up from practices.
static CUMULATIVE: LazyLock<Vec<Rubric>> = LazyLock::new(|| {
    let files = [
        include_str!("data/models/c2m2-like.json"),
        include_str!("data/models/dsomm-like.json"),
        include_str!("data/models/samm-like.json"),
    ];
    files.into_iter().map(|file| Rubric::read(file.as_bytes()).unwrap()).collect()
});

/// The shipped questions under every rule that reads ladders.
static RULES: LazyLock<Vec<Rubric>> = LazyLock::new(|| {
    let rules = [
        json!({ "name": "bands", "offset": 0.2 }),
        json!({ "name": "gate", "pass": 0.8, "max_shortfall": 1, "mean_at_least": true }),
        json!({ "name": "gate", "pass": 0.5, "max_shortfall": 5, "mean_at_least": false }),
        json!({ "name": "min" }),
    ];
    let under = |rule: Value| {
        let mut file = json_of_icp();
        file["level_rule"] = rule;
        rubrics::read(&file)
    };
    rules.into_iter().map(under).collect()
});

fn levels(measured: &Measured) -> Vec<Option<(u8, u8)>> {
    let nodes = measured.areas.iter().chain(&measured.dimensions).chain(std::iter::once(&measured.overall.node));
    nodes.map(|n| n.levels.map(|l| (l.low, l.high))).collect()
}

/// Each level with its bounds is where it was or above.
fn none_is_lower(before: &[Option<(u8, u8)>], after: &[Option<(u8, u8)>]) -> Result<(), TestCaseError> {
    for (before, after) in before.iter().zip(after) {
        let (Some(before), Some(after)) = (before, after) else {
            prop_assert_eq!(before, after);
            continue;
        };
        prop_assert!(after.0 >= before.0 && after.1 >= before.1, "{:?} {:?}", before, after);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_raised_answer_never_lowers_a_level(
        answers in prop::collection::vec(prop_oneof![8 => (0..=50u8).prop_map(Some), 1 => Just(None)], 48),
        raised in 0..48usize,
        by in 1..=30u8,
        rule in 0..4usize,
    ) {
        let rubric = &RULES[rule];
        let rated = |tenths: u8| Reply::Rated { x: f64::from(tenths) / 10.0, k: f64::from(tenths / 10) };
        let mut replies: Vec<Reply> = answers.iter().map(|a| a.map_or(Reply::Unanswered, rated)).collect();
        let before = levels(&measure(rubric, &replies, None));
        let Some(now) = answers[raised] else { return Ok(()) };
        replies[raised] = rated(now.saturating_add(by).min(50));
        none_is_lower(&before, &levels(&measure(rubric, &replies, None)))?;
    }

    #[test]
    fn a_practice_carried_further_never_lowers_a_level(
        answers in prop::collection::vec(prop_oneof![8 => (0..=4u8).prop_map(Some), 1 => Just(None)], 18),
        raised in 0..18usize,
        by in 1..=4u8,
        model in 0..3usize,
    ) {
        let rubric = &CUMULATIVE[model];
        let carried = |quarters: u8| Reply::Rated { x: f64::from(quarters) / 4.0, k: f64::from(quarters / 4) };
        let answers = &answers[..rubric.questions.len()];
        let raised = raised % answers.len();
        let mut replies: Vec<Reply> = answers.iter().map(|a| a.map_or(Reply::Unanswered, carried)).collect();
        let before = levels(&measure(rubric, &replies, None));
        let Some(now) = answers[raised] else { return Ok(()) };
        replies[raised] = carried(now.saturating_add(by).min(4));
        none_is_lower(&before, &levels(&measure(rubric, &replies, None)))?;
    }
}

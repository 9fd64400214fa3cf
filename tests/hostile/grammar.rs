//! Rubrics out of a grammar that knows every rule and breaks one in three (S19), and real ones
//! with a branch sawn off. `GRADUS_ROUNDS=100` runs a hundred times as many.

use std::time::{Duration, Instant};

use gradus::lang::Lang;
use gradus::measure::{Reply, measure};
use gradus::rubric::{Rubric, SHIPPED};
use gradus::text::has_hidden;
use serde_json::{Map, Value, json};

use super::{places::Places, refuses_nothing_unclean, rubrics, sound};

/// Ten times what is asked of a release build on a quiet machine.
const LONGEST: Duration = Duration::from_secs(10);

/// Numbers that look like chance, the same ones in every run.
pub struct Dice {
    seed: u64,
    /// How much rarer than usual rules are broken just now.
    care: usize,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self { seed, care: 1 }
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) as usize % sides.max(1)
    }

    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.roll(values.len())]
    }

    /// One time in so many.
    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times * self.care) == 0
    }
}

fn rounds() -> usize {
    std::env::var("GRADUS_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, 100)
}

/// Values that fit nowhere, or only just.
fn odd(dice: &mut Dice) -> Value {
    let long = "long ".repeat(14_000);
    let all = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(0.5),
        json!(1e308),
        json!(-1e308),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("icp"),
        json!("q1"),
        json!("../../x"),
        json!("con"),
        json!("\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2028}\u{0}"),
        json!(long),
        json!([]),
        json!({}),
        json!([[[[]]]]),
        json!({ "zh": "\u{1b}[2J", "en": "\u{e0041}" }),
        json!({ "name": "bands", "offset": 1e308 }),
        json!({ "cap": -3, "critical": ["nobody"] }),
    ];
    dice.of(&all).clone()
}

/// A text in one, two or no language.
fn text(dice: &mut Dice) -> Value {
    match dice.roll(12 * dice.care) {
        0 => odd(dice),
        1 => json!({ "zh": "只有中文" }),
        2 => json!({ "zh": "x\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "en": "\u{202e}abc\u{1b}[31m" }),
        _ => rubrics::text("words"),
    }
}

fn list(dice: &mut Dice, most: usize, mut item: impl FnMut(&mut Dice, usize) -> Value) -> Value {
    if dice.once_in(40) {
        return odd(dice);
    }
    let count = dice.roll(most + 1).max(usize::from(!dice.once_in(10)));
    (0..count).map(|n| item(dice, n)).collect()
}

fn number(dice: &mut Dice) -> Value {
    let usual = [json!(1), json!(2), json!(0.5), json!(1.0)];
    if dice.once_in(15) { odd(dice) } else { dice.of(&usual).clone() }
}

fn id(dice: &mut Dice, prefix: &str, n: usize) -> Value {
    match dice.roll(40 * dice.care) {
        0 => odd(dice),
        // Twice the same.
        1 => json!(format!("{prefix}0")),
        _ => json!(format!("{prefix}{n}")),
    }
}

/// Adds members, most of them where they belong.
fn extras(dice: &mut Dice, object: &mut Map<String, Value>) {
    let names = ["weight", "depth", "critical", "na_allowed", "depends_on", "why", "kind", "evidence", "target", "x"];
    while dice.once_in(6) {
        let name = *dice.of(&names);
        let value = if dice.once_in(2) { odd(dice) } else { number(dice) };
        object.insert(name.to_owned(), value);
    }
}

fn question(dice: &mut Dice, name: &str, levels: usize) -> Value {
    let anchors = if dice.once_in(12) { dice.roll(25) } else { levels };
    let anchors: Vec<Value> = (0..anchors).map(|_| text(dice)).collect();
    let mut question = json!({ "id": name, "text": text(dice), "anchors": anchors, "weight": number(dice) });
    if let Some(object) = question.as_object_mut() {
        extras(dice, object);
    }
    question
}

fn rubric(dice: &mut Dice) -> Value {
    dice.care = *dice.of(&[1, 5, 100]);
    let levels = if dice.once_in(8) { dice.roll(23) } else { 2 + dice.roll(5) };
    let low = dice.roll(3) as i64;
    let step = if dice.once_in(15) { -1 } else { 1 };
    let level = |dice: &mut Dice, n: usize| json!({ "value": low + step * n as i64, "name": text(dice), "summary": text(dice) });
    let scale: Vec<Value> = (0..levels).map(|n| level(dice, n)).collect();
    let mut asked = 0;
    let dimensions = list(dice, 5, |dice, d| {
        let areas = list(dice, 3, |dice, a| {
            let questions = list(dice, 3, |dice, _| {
                asked += 1;
                question(dice, &format!("q{asked}"), levels)
            });
            json!({ "id": id(dice, &format!("a{d}-"), a), "name": text(dice), "questions": questions, "weight": number(dice) })
        });
        json!({ "id": id(dice, "d", d), "name": text(dice), "areas": areas, "weight": number(dice) })
    });
    let rules = [
        json!({ "name": "bands", "offset": 0.2 }),
        json!({ "name": "min" }),
        json!({ "name": "gate", "pass": 0.5, "max_shortfall": 1 }),
        json!({ "name": "nonsense" }),
    ];
    let rule = dice.of(&rules).clone();
    let mut rubric = rubrics::rubric(json!({ "levels": scale }), &rule, &json!({ "cap": dice.roll(4) }), dimensions);
    rubric["id"] = json!("x");
    for name in ["lenses", "profiles", "toward", "links", "sources"] {
        if dice.once_in(6) {
            rubric[name] = odd(dice);
        }
    }
    rubric
}

/// A tree with some of its branches replaced, removed or doubled.
fn mutated(dice: &mut Dice, value: &mut Value) {
    let children: Vec<String> = match value {
        Value::Object(object) => object.keys().cloned().collect(),
        Value::Array(list) => (0..list.len()).map(|n| n.to_string()).collect(),
        _ => Vec::new(),
    };
    if children.is_empty() || dice.once_in(6) {
        *value = odd(dice);
        return;
    }
    let name = dice.of(&children).clone();
    match (value, dice.roll(8)) {
        (Value::Object(object), 0) => drop(object.remove(&name)),
        (Value::Array(list), 0) => drop(list.remove(name.parse().unwrap())),
        (Value::Array(list), 1) => list.push(list[name.parse::<usize>().unwrap()].clone()),
        (Value::Object(object), _) => mutated(dice, object.get_mut(&name).unwrap()),
        (Value::Array(list), _) => mutated(dice, &mut list[name.parse::<usize>().unwrap()]),
        _ => {}
    }
}

/// Reads it in time and says what is wrong cleanly, or measures something finite; true if it was taken.
pub fn survives(bytes: &[u8], dice: &mut Dice) -> bool {
    let start = Instant::now();
    let read = Rubric::read(bytes);
    let taken = start.elapsed();
    let shown = || String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned();
    assert!(taken < LONGEST, "{taken:?} for {}", shown());
    match read {
        Err(refusal) => {
            for lang in [Lang::Zh, Lang::En] {
                let sentence = refusal.sentence(&lang.words().fault);
                assert!(!has_hidden(&sentence) && !sentence.is_empty(), "{sentence:?} for {}", shown());
            }
            false
        }
        Ok(rubric) => {
            let replies: Vec<Reply> = rubric
                .questions
                .iter()
                .map(|question| match dice.roll(8) {
                    0 => Reply::Unanswered,
                    1 => Reply::Unknown,
                    2 => Reply::NotApplicable,
                    _ => {
                        let k = dice.of(&question.choices).value;
                        Reply::Rated { x: k, k }
                    }
                })
                .collect();
            let measured = format!("{:?}", measure(&rubric, &replies, None));
            assert!(!measured.contains("NaN") && !measured.contains("inf"), "{measured} for {}", shown());
            true
        }
    }
}

#[test]
fn a_thousand_rubrics_of_a_grammar() {
    let mut dice = Dice::new(19);
    let taken = (0..800 * rounds()).filter(|_| survives(rubric(&mut dice).to_string().as_bytes(), &mut dice)).count();
    // A grammar that only makes rubbish tests the first rule alone.
    assert!(taken > 10 * rounds(), "{taken}");
}

#[test]
fn real_rubrics_with_branches_sawn_off() {
    let mut dice = Dice::new(20);
    let shipped = SHIPPED.first().unwrap();
    let shipped =
        std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("rubrics/{}.json", shipped.id)));
    let shipped: Value = serde_json::from_slice(&shipped.unwrap()).unwrap();
    for (real, count) in [(&sound(), 300), (&shipped, 20)] {
        for _ in 0..count * rounds() {
            let mut tree = real.clone();
            for _ in 0..=dice.roll(3) {
                mutated(&mut dice, &mut tree);
            }
            survives(tree.to_string().as_bytes(), &mut dice);
        }
    }
    // And with bytes changed.
    let text = sound().to_string();
    for _ in 0..300 * rounds() {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(bytes.len());
            match dice.roll(3) {
                0 => bytes[at] ^= 1 << dice.roll(8),
                1 => bytes.truncate(at + 1),
                _ => bytes.insert(at, b"{}[]\",:0e-\\\xff\0"[dice.roll(13)]),
            }
        }
        survives(&bytes, &mut dice);
    }
}

#[test]
fn the_command_takes_them_in_little_memory() {
    let mut dice = Dice::new(21);
    for _ in 0..8 * rounds() {
        let places = Places::new();
        let path = super::keep_rubric(&places, rubric(&mut dice).to_string());
        for args in [&["rubric", "check", path.to_str().unwrap()][..], &["new", "--subject", "X", "--rubric", "x"]] {
            refuses_nothing_unclean(&places, args, 96 << 10);
        }
    }
}

//! Small rubrics made for tests.

#![allow(clippy::needless_pass_by_value, reason = "what is made on the spot is given away")]

use gradus::measure::Reply;
use gradus::rubric::Rubric;
use serde_json::{Value, json};

/// A text in both languages.
pub fn text(words: &str) -> Value {
    json!({ "zh": words, "en": words })
}

/// The levels `min..=max` of a scale.
pub fn scale(min: i64, max: i64) -> Value {
    let level =
        |v: i64| json!({ "value": v, "name": text(&format!("level {v}")), "summary": text(&format!("summary {v}")) });
    json!({ "levels": (min..=max).map(level).collect::<Vec<_>>() })
}

/// A ladder question with one anchor per level of `min..=max`.
pub fn ladder(id: &str, weight: f64, min: i64, max: i64) -> Value {
    let anchors: Vec<Value> = (min..=max).map(|v| text(&format!("{id} is at {v}"))).collect();
    json!({ "id": id, "weight": weight, "text": text(&format!("How far is {id}?")), "anchors": anchors, "na_allowed": true })
}

/// A rubric of these dimensions and rules.
pub fn rubric(scale: Value, level_rule: &Value, overall_rule: &Value, dimensions: Value) -> Value {
    json!({
        "gradus_rubric": 1, "id": "made", "version": "1.0.0", "languages": ["zh", "en"],
        "title": text("Made"), "about": text("Made for a test."),
        "scale": scale, "level_rule": level_rule, "overall_rule": overall_rule, "dimensions": dimensions,
    })
}

/// One dimension with one area of these questions.
pub fn one_area(questions: Vec<Value>) -> Value {
    json!([{ "id": "dimension", "name": text("D"), "areas": [{ "id": "area", "name": text("D1"), "questions": questions }] }])
}

/// The rubric that a JSON value describes.
pub fn read(json: &Value) -> Rubric {
    let words = &gradus::lang::Lang::En.words().fault;
    Rubric::read(json.to_string().as_bytes()).unwrap_or_else(|e| panic!("{}", e.sentence(words)))
}

/// A reply as the reference files write it: a number, `null` or `"na"`.
pub fn reply(answer: &Value) -> Reply {
    match answer {
        Value::Null => Reply::Unanswered,
        Value::String(_) => Reply::NotApplicable,
        number => {
            let x = number.as_f64().expect("a number");
            Reply::Rated { x, k: x.floor() }
        }
    }
}

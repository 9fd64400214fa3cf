//! Rubrics that nobody would write, and texts that somebody will.

use gradus::rubric::Rubric;
use serde_json::{Value, json};

use crate::rubrics::{ladder, read, rubric, scale, text};

/// Texts that are hard to cut, to wrap or to show.
pub fn texts() -> Vec<String> {
    vec![
        String::from("plain words"),
        "算力互联网：“网络、资源”，运营；应用。".to_owned(),
        "x".repeat(10_000),
        "没有空格".repeat(2_500),
        format!("marks e{} end", "\u{301}".repeat(10_000)),
        "👩‍👩‍👧‍👦 🇨🇳🇬🇧 👍🏽 e\u{301} ｗｉｄｅ ⚑ \u{1F9D1}\u{200d}\u{1F680}".to_owned(),
        "مرحبا \u{202e}olleh\u{202c} \u{2066}שלום \u{61c}لا إله".to_owned(),
        "สวัสดีครับ नमस्ते क्षत्रिय ខ្មែរ".to_owned(),
        "tab\there\r\nline\nline\n\n\n\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J\u{0}\u{7f}".to_owned(),
        "\u{e0041}\u{e0042}hidden\u{200b}\u{feff}\u{fff9}".to_owned(),
        "\u{2028}\u{2029}{0}{1}{}{{".to_owned(),
        " ".repeat(300) + "after blanks",
    ]
}

/// A name for each kind of odd rubric, and the rubric.
pub fn rubrics() -> Vec<(&'static str, Rubric)> {
    let bands = json!({ "name": "bands", "offset": 0.2 });
    let none = Value::Null;
    let mut all = Vec::new();
    let mut add = |name, json: Value| all.push((name, read(&json)));

    let one = |low, high| tree(&[1], &[1], |id| ladder(id, 1.0, low, high));
    add("two levels and one question", rubric(scale(0, 1), &bands, &none, one(0, 1)));
    add(
        "eleven levels",
        rubric(scale(0, 10), &bands, &json!({ "cap": 1 }), tree(&[2, 1, 3], &[1, 2], |id| ladder(id, 2.0, 0, 10))),
    );
    add("twenty levels from one hundred", rubric(scale(80, 99), &json!({ "name": "min" }), &none, one(80, 99)));
    let gate = json!({ "name": "gate", "pass": 0.5, "max_shortfall": 1 });
    add(
        "nine dimensions of one area",
        rubric(scale(1, 5), &gate, &json!({ "cap": 2 }), tree(&[1; 9], &[1], |id| ladder(id, 1.0, 1, 5))),
    );
    add("practices", practices());
    for (n, text) in texts().iter().enumerate() {
        let dimensions = worded(tree(&[1, 2, 1, 1], &[1, 3], |id| ladder(id, 1.0, 0, 5)), text);
        let mut json = rubric(scale(0, 5), &bands, &json!({ "cap": 1 }), dimensions);
        json["title"] = json!({ "zh": text, "en": text });
        json["lenses"] = json!([{ "id": "lens", "name": json["title"] }]);
        for level in json["scale"]["levels"].as_array_mut().expect("a list of levels") {
            level["name"] = json!({ "zh": text, "en": text });
        }
        json["toward"] = json!({ "partly": 0.5, "some-other-credit": 0.9 });
        let names = [
            "odd 0", "odd 1", "odd 2", "odd 3", "odd 4", "odd 5", "odd 6", "odd 7", "odd 8", "odd 9", "odd 10",
            "odd 11",
        ];
        // A text that is blank once it is cleaned is refused, and rightly.
        if Rubric::read(json.to_string().as_bytes()).is_ok() {
            add(names[n], json);
        }
    }
    all
}

/// Dimensions with so many areas each, of which the n-th has so many questions.
fn tree(areas: &[usize], questions: &[usize], question: impl Fn(&str) -> Value) -> Value {
    let dimension = |(d, count): (usize, &usize)| {
        let area = |a: usize| {
            let questions = (0..questions[a % questions.len()]).map(|q| question(&format!("q{d}.{a}.{q}")));
            let id = format!("{}{d}.{a}", "area".repeat(if a == 2 { 14 } else { 1 }));
            json!({ "id": id, "name": text("an area"), "questions": questions.collect::<Vec<_>>() })
        };
        let areas: Vec<Value> = (0..*count).map(area).collect();
        json!({ "id": format!("d{d}"), "name": text("a dimension"), "areas": areas })
    };
    areas.iter().enumerate().map(dimension).collect()
}

/// The same dimensions with one text in every place that a person may write in.
fn worded(mut dimensions: Value, words: &str) -> Value {
    let both = json!({ "zh": words, "en": words });
    for dimension in dimensions.as_array_mut().unwrap() {
        dimension["name"] = both.clone();
        for area in dimension["areas"].as_array_mut().unwrap() {
            area["name"] = both.clone();
            area["lenses"] = json!({ "lens": 1.0 });
            for question in area["questions"].as_array_mut().unwrap() {
                for member in ["text", "why", "evidence", "prompt", "na_hint"] {
                    question[member] = both.clone();
                }
                question["sources"] = json!([words]);
                let anchors = question["anchors"].as_array().unwrap().len();
                question["anchors"] = json!(vec![both.clone(); anchors]);
            }
        }
    }
    dimensions
}

fn practices() -> Value {
    let answers = [(0.0, "not"), (0.33, "partly"), (0.66, "largely"), (1.0, "fully")];
    let answers: Vec<Value> = answers.iter().map(|(v, n)| json!({ "value": v, "name": text(n) })).collect();
    let dimensions = tree(&[1, 2], &[3, 1], |id| {
        let level = 1 + id.len() % 3;
        json!({ "id": id, "practice_of": level, "text": text(&format!("Is {id} in place?")), "na_allowed": true })
    });
    let rule = json!({ "name": "cumulative", "pass": 0.85, "per": "every" });
    let mut json = rubric(scale(0, 3), &rule, &Value::Null, dimensions);
    json["practice_answers"] = json!(answers);
    json
}

//! Rubrics that break a rule of the format (S6, S10, S12, S13, S14).

use serde_json::{Value, json};

use super::{places::Places, refuses, refuses_rubric, sound};

/// The sound rubric with one member changed.
fn with(pointer: &str, value: Value) -> String {
    let mut rubric = sound();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = rubric.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        object => object[name] = value,
    }
    rubric.to_string()
}

const AREA: &str = "/dimensions/0/areas/0";
const QUESTION: &str = "/dimensions/0/areas/0/questions/0";
const IN_QUESTION: &str = "dimensions[0].areas[0].questions[0]";

#[test]
fn the_sound_rubric_is_taken() {
    let places = Places::new();
    let file = super::assessed(&places, sound().to_string());
    places.run(&["answer", &file, "q1=2"]);
    assert_eq!(places.answers(&file), ["q1=2"]);
}

#[test]
fn ids_that_name_other_places_or_hide_something() {
    let long = "x".repeat(65);
    for id in [
        "../../x",
        "/etc/x",
        "C:\\x",
        "con",
        "NUL",
        "a\0b",
        &long,
        "",
        ".",
        "..",
        "a b",
        "q\u{200b}1",
        "q\u{e0041}",
        "ｑ1",
        "аrea",
    ] {
        for (pointer, path) in
            [("/id", "id"), ("/dimensions/0/id", "dimensions[0].id"), (&format!("{QUESTION}/id"), IN_QUESTION)]
        {
            refuses_rubric(with(pointer, json!(id)), &[path]);
        }
    }
    for id in ["../../x", "/etc/passwd", "con", ""] {
        let places = Places::new();
        refuses(&places, &["new", "--subject", "X", "--rubric", id], &["rubrics"]);
    }
}

#[test]
fn what_stands_twice() {
    let text = sound().to_string();
    for (once, path) in [("\"id\":\"x\"", "id"), ("\"na_allowed\":true", "na_allowed"), ("\"en\":\"An area\"", "en")] {
        assert!(text.contains(once), "{once} in {text}");
        let sentence = refuses_rubric(text.replacen(once, &format!("{once},{once}"), 1), &[path]);
        assert!(sentence.contains("appears twice"), "{sentence}");
    }
    refuses_rubric(
        with("/toward", json!({})).replace("\"toward\":{}", "\"toward\":{\"a\":0.2,\"a\":0.5}"),
        &["toward.a"],
    );
    // Letters that differ in case only are the same id.
    for (pointer, id) in
        [(format!("{QUESTION}/id"), "Q2"), ("/dimensions/1/id".to_owned(), "D1"), (format!("{AREA}/id"), "A2")]
    {
        refuses_rubric(with(&pointer, json!(id)), &[&id.to_lowercase()[1..], "dimensions["]);
    }
}

#[test]
fn numbers_outside_of_their_range() {
    let question = |member: &str| format!("{QUESTION}/{member}");
    let cases: Vec<(String, Value, &str)> = vec![
        (question("weight"), json!(-1), "weight"),
        (question("weight"), json!(1e308), "weight"),
        (question("weight"), json!(0), "questions"),
        ("/dimensions/0/weight".to_owned(), json!(-0.5), "weight"),
        ("/min_completeness".to_owned(), json!(1.5), "min_completeness"),
        ("/headline_completeness".to_owned(), json!(-0.1), "headline_completeness"),
        ("/level_rule".to_owned(), json!({ "name": "bands", "offset": 1 }), "level_rule.offset"),
        ("/level_rule".to_owned(), json!({ "name": "gate", "pass": 0 }), "level_rule.pass"),
        ("/level_rule".to_owned(), json!({ "name": "gate", "max_shortfall": 3 }), "level_rule.max_shortfall"),
        ("/level_rule".to_owned(), json!({ "name": "bands", "pass": 0.5 }), "level_rule.pass"),
        ("/level_rule".to_owned(), json!({ "name": "magic" }), "level_rule.name"),
        ("/overall_rule".to_owned(), json!({ "cap": 9 }), "overall_rule.cap"),
        ("/overall_rule".to_owned(), json!({ "critical": ["none"] }), "overall_rule.critical[0]"),
        ("/toward".to_owned(), json!({ "partly": 1 }), "toward.partly"),
        ("/toward".to_owned(), json!({ "a": 0.5, "b": 0.2 }), "toward"),
        ("/na_policy".to_owned(), json!("maybe"), "na_policy"),
        ("/gradus_rubric".to_owned(), json!(2), "gradus_rubric"),
        ("/version".to_owned(), json!("1.0"), "version"),
        ("/languages".to_owned(), json!([]), "languages"),
        ("/languages".to_owned(), json!(["fr"]), "languages[0]"),
        (
            "/profiles".to_owned(),
            json!([{ "id": "p", "name": { "zh": "p", "en": "p" }, "weights": { "d1": 0 } }]),
            "profiles[0].weights",
        ),
        (question("depth"), json!("deep"), "depth"),
        (question("practice_of"), json!(1), IN_QUESTION),
        (question("values"), json!([0, 2, 1]), "values"),
        (question("values"), json!([0, 1]), "anchors"),
        (question("anchors"), json!([]), "anchors"),
        (question("text"), json!({ "en": "only one" }), "text"),
        (question("text"), json!({ "zh": "一", "en": " \u{200b} " }), "text"),
        (question("text"), json!("no object"), "text"),
        (question("nonsense"), json!(1), "nonsense"),
        (format!("{AREA}/questions"), json!([]), "questions"),
        ("/dimensions".to_owned(), json!([]), "dimensions"),
    ];
    for (pointer, value, path) in cases {
        refuses_rubric(with(&pointer, value), &[path]);
    }
    for number in ["1e999", "-1e999", "NaN", "Infinity", "-0", "1e-999999"] {
        let json = with(&question("weight"), json!(987)).replace("987", number);
        // A number too small to be told from nothing weighs nothing.
        refuses_rubric(json, &["dimensions[0].areas[0].questions"]);
    }
}

#[test]
fn scales_and_prerequisites_that_make_no_order() {
    let level = |v: i64| json!({ "value": v, "name": { "zh": "级", "en": "l" }, "summary": { "zh": "级", "en": "l" } });
    for levels in
        [vec![level(5), level(4), level(3)], vec![level(0), level(0), level(1)], vec![level(0), level(2), level(3)]]
    {
        refuses_rubric(with("/scale/levels", json!(levels)), &["scale.levels[1]"]);
    }
    refuses_rubric(with("/scale/levels", json!([level(0)])), &["scale.levels"]);
    refuses_rubric(with("/scale/levels", json!([level(-1), level(0), level(1)])), &["scale.levels[0]"]);
    let needs = |area: &str, level: i64, needs: &str, at: i64| json!({ "area": area, "level": level, "needs": needs, "needs_level": at });
    for circle in [
        vec![needs("a1", 1, "a1", 1)],
        vec![needs("a1", 1, "a1", 2)],
        vec![needs("a1", 2, "a2", 1), needs("a2", 1, "a3", 2), needs("a3", 1, "a1", 2)],
    ] {
        refuses_rubric(with("/prerequisites", json!(circle)), &["prerequisites"]);
    }
    refuses_rubric(with("/prerequisites", json!([needs("a1", 1, "none", 1)])), &["prerequisites[0].needs"]);
    refuses_rubric(with("/prerequisites", json!([needs("a1", 9, "a2", 1)])), &["prerequisites[0].level"]);
}

#[test]
fn a_rubric_that_asks_nothing_at_quick_depth() {
    let mut rubric = sound();
    for pointer in ["/dimensions/0/areas/0", "/dimensions/0/areas/1", "/dimensions/1/areas/0"] {
        rubric.pointer_mut(pointer).unwrap()["questions"][0]["depth"] = json!("full");
    }
    refuses_rubric(rubric.to_string(), &["dimensions", "quick"]);
}

#[test]
fn bytes_that_are_no_json() {
    let text = sound().to_string();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin: Vec<u8> =
        text.replace("A dimension", "Qualit?t").bytes().map(|b| if b == b'?' { 0xe4 } else { b }).collect();
    refuses_rubric(utf16, &["UTF-8"]);
    refuses_rubric(latin, &["UTF-8"]);
    refuses_rubric(text.replace("A dimension", "\\ud800"), &["dimensions[0].name"]);
    refuses_rubric(text.replace("A dimension", "a\0b"), &["dimensions[0].name"]);
    refuses_rubric(format!("{text}{{}}"), &["1"]);
    refuses_rubric(format!("{text} trailing"), &["1"]);
    refuses_rubric(text.replacen("\"id\":\"x\"", "\"\\u001b]0;x\\u0007\\u202e\":1", 1), &["␛]0;x␇"]);
    refuses_rubric(&text[..text.len() / 2], &["1"]);
    refuses_rubric("", &["1"]);
    refuses_rubric("[]", &["1"]);
    refuses_rubric("null", &["1"]);
}

#[test]
fn a_file_that_is_named_after_another_rubric() {
    refuses_rubric(with("/id", json!("y")), &["y"]);
}

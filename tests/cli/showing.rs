//! `show`: the numbers, their members, and that looking changes nothing.

use std::path::Path;

use serde_json::{Value, json};

use super::places::Places;

/// The answer whose value is `x`, as it is typed.
fn typed(question: &str, x: &Value) -> Option<String> {
    let value = match x {
        Value::Null => return None,
        Value::String(_) => "na:a reason".to_owned(),
        x => {
            let x = x.as_f64().unwrap();
            let credit = [(0.0, ""), (0.5, "+partly"), (0.8, "+mostly")];
            let (_, word) = credit.into_iter().find(|(c, _)| (x.fract() - c).abs() < 1e-9).unwrap();
            format!("{}{word}", x.floor())
        }
    };
    Some(format!("{question}={value}"))
}

#[track_caller]
fn close(found: &Value, expected: &Value, what: &str) {
    match (found.as_f64(), expected.as_f64()) {
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-9, "{what}: {found}, expected {expected}"),
        _ => assert_eq!(found, expected, "{what}"),
    }
}

#[test]
fn the_worked_cases_go_through_answer_and_show() {
    let text = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference-icp.json")).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let mut cases = 0;
    // That N6 does not apply is a case for the engine alone: the rubric does not allow it.
    for case in file["cases"].as_array().unwrap().iter().filter(|c| c["id"] != "N6 n/a") {
        let id = case["id"].as_str().unwrap();
        let places = Places::new();
        let file = places.assessment();
        let answers: Vec<String> =
            case["answers"].as_object().unwrap().iter().filter_map(|(q, x)| typed(q, x)).collect();
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        places.run(&[&["answer", &file], &answers[..]].concat());
        let shown = places.shown(&file);
        let headline = &shown["headline"];
        close(&shown["coverage"], &case["coverage"], id);
        for member in ["status", "level", "level_low", "level_high", "score", "score_low", "score_high"] {
            // A score that is not to be shown is null.
            if !(member == "score" && headline["score"].is_null()) {
                close(&headline[member], &case[member], &format!("{id} {member}"));
            }
        }
        let uncapped = case["uncapped"].as_array().unwrap();
        let expected = if uncapped[0] == uncapped[1] { uncapped[0].clone() } else { Value::Null };
        assert_eq!(headline["uncapped"], expected, "{id}");
        for dimension in shown["dimensions"].as_array().unwrap() {
            let expected = &case["dimensions"][dimension["id"].as_str().unwrap()];
            if !dimension["score"].is_null() {
                close(&dimension["score"], &expected[0], id);
            }
            close(&dimension["level_low"], &expected[1], id);
            close(&dimension["level_high"], &expected[2], id);
        }
        cases += 1;
    }
    assert!(cases >= 11, "{cases}");
}

fn members(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn show_json_has_the_members_that_scripts_rely_on() {
    let places = Places::new();
    let file = places.assessment();
    let all = |level: &str, but: &[&str]| {
        let ids = "NROA".chars().flat_map(|d| (1..=6).map(move |a| format!("{d}{a}.1")));
        ids.filter(|id| !but.contains(&id.as_str())).map(|id| format!("{id}={level}")).collect::<Vec<_>>()
    };
    let answer = |answers: &[String]| {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        places.run(&[&["answer", &file], &answers[..]].concat());
        places.shown(&file)
    };
    let empty = places.shown(&file);
    let contains = |value: &Value, wanted: &[&str]| {
        let found = members(value);
        assert!(wanted.iter().all(|w| found.contains(w)), "{found:?}");
    };
    contains(
        &empty,
        &["rubric", "subject", "depth", "coverage", "counts", "headline", "dimensions", "areas", "lenses", "answers"],
    );
    contains(&empty["headline"], &["status", "level", "level_low", "level_high", "uncapped", "score", "caps"]);
    contains(
        &empty["dimensions"][0],
        &["id", "name", "status", "score", "level", "level_low", "level_high", "coverage"],
    );
    contains(&empty["areas"][0], &["id", "name", "status", "score", "level", "level_low", "level_high", "coverage"]);
    let lenses: Vec<&str> = empty["lenses"].as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert_eq!(lenses, ["find", "allocate", "use"]);
    assert_eq!((&empty["coverage"], &empty["headline"]["status"]), (&json!(0.0), &json!("insufficient")));
    assert_eq!((empty["dimensions"].as_array().unwrap().len(), empty["areas"].as_array().unwrap().len()), (4, 24));
    for node in [&empty["headline"], &empty["dimensions"][0], &empty["areas"][0]] {
        assert_eq!((&node["level"], &node["score"]), (&Value::Null, &Value::Null));
    }

    // Operation is weak: both caps bind and both are told.
    let mut capped = all("4", &["O1.1", "O2.1", "O3.1", "O4.1", "O5.1", "O6.1"]);
    capped.extend(["O1.1=1", "O2.1=1", "O3.1=1", "O4.1=1", "O5.1=1", "O6.1=1"].map(str::to_owned));
    let headline = answer(&capped)["headline"].clone();
    assert_eq!(
        (&headline["status"], &headline["level"], &headline["uncapped"]),
        (&json!("final"), &json!(2), &json!(3))
    );
    let caps = json!([
        { "kind": "dimension", "id": "O", "level": 1, "limit": 2 },
        { "kind": "area", "id": "O5", "level": 1, "limit": 2 },
    ]);
    assert_eq!(headline["caps"], caps);

    // One open question that decides: a range, and no level.
    let mut open = all("4", &["N6.1"]);
    open.push("N6.1=clear".to_owned());
    let headline = answer(&open)["headline"].clone();
    assert_eq!((&headline["status"], &headline["level"]), (&json!("range"), &Value::Null));
    assert_eq!((&headline["level_low"], &headline["level_high"]), (&json!(1), &json!(4)));
    assert_eq!(headline["caps"], json!([]));

    // One that does not: determined, with its level.
    let headline = answer(&["N6.1=4".to_owned(), "A3.1=clear".to_owned()])["headline"].clone();
    assert_eq!((&headline["status"], &headline["level"]), (&json!("determined"), &json!(4)));

    // The names follow the language, the numbers do not.
    let zh: Value = serde_json::from_str(&places.run(&["show", &file, "--json", "--lang", "zh"])).unwrap();
    let en = places.shown(&file);
    assert_eq!((&zh["dimensions"][0]["name"], &en["dimensions"][0]["name"]), (&json!("网络"), &json!("Network")));
    assert_eq!((&zh["headline"], &zh["answers"]), (&en["headline"], &en["answers"]));
}

#[test]
fn show_prints_the_result_in_plain_lines() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3", "N2.1=2", "N3.1=3", "N4.1=2"]);
    let text = places.run(&["show", &file]);
    for words in
        ["East Steel", "4/24 answered", "coverage 16%", "Network", "N1 Access and latency circles", "Self-declared"]
    {
        assert!(text.contains(words), "no {words:?} in\n{text}");
    }
    let text = places.run(&["show", &file, "--lang", "zh"]);
    for words in ["East Steel", "已答 4/24", "覆盖率 16%", "网络", "自评结果，不是认证"] {
        assert!(text.contains(words), "no {words:?} in\n{text}");
    }
}

#[test]
fn reading_writes_nothing() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let before = (std::fs::read(&file).unwrap(), places.remembered());
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["list", "--json"]] {
        places.run(args);
    }
    assert_eq!((std::fs::read(&file).unwrap(), places.remembered()), before);
}

#[test]
fn what_is_printed_holds_no_hidden_character() {
    let places = Places::new();
    let hidden = "a\u{1b}[31m\u{7}\u{9b}2J\u{202e}b\u{200b}\u{e0041}\u{feff}\tc";
    let file = places.run(&["new", "--subject", hidden]).trim_end().to_owned();
    places.run(&[
        "answer",
        &file,
        "N1.1=4",
        "--note",
        &format!("N1.1={hidden}\nline"),
        "--evidence",
        &format!("N1.1=record:{hidden}"),
    ]);
    places.run(&["answer", &file, &format!("N5.1=na:{hidden}")]);
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["list", "--json"]] {
        let text = places.run(args);
        let is_hidden = |c: char| (c.is_control() && c != '\n') || gradus::text::has_hidden(c.encode_utf8(&mut [0; 4]));
        assert_eq!(text.chars().find(|c| is_hidden(*c)), None, "{args:?}\n{text}");
        if args.contains(&"--json") {
            serde_json::from_str::<Value>(&text).unwrap();
        }
    }
    // The file keeps what was typed.
    let line = std::fs::read_to_string(&file).unwrap();
    assert!(line.contains("\\u001b[31m") && line.contains('\u{202e}'), "{line}");
}

#[test]
fn nothing_answered_is_nought_without_a_sign() {
    let places = Places::new();
    let shown = places.run(&["show", &places.assessment(), "--json"]);
    assert!(shown.contains("\"coverage\": 0.0") && !shown.contains("-0.0"), "{shown}");
}

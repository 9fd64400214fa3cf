//! The checker: each finding on a rubric that was made to have it, and none on those that are shipped.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;

use gradus::lang::Lang;
use gradus::packed::TEMPLATE;
use gradus::rubric::check::{Finding, check};
use gradus::rubric::{Construct, PRESETS, Rubric, SHIPPED};
use rubrics::{ladder, one_area, rubric, scale, text};
use serde_json::{Value, json};

/// A rubric that checks clean.
fn clean() -> Value {
    let anchors = ["nobody does it yet", "one person does it", "a written way is followed", "results are counted"];
    let question = |id: &str| {
        let mut question = ladder(id, 1.0, 0, 3);
        question["anchors"] = anchors.iter().map(|a| text(a)).collect();
        question["evidence"] = text("a record");
        question
    };
    rubric(scale(0, 3), &json!({ "name": "min" }), &json!({ "cap": 1 }), one_area(vec![question("q1"), question("q2")]))
}

fn codes(file: &Value) -> Vec<(String, &'static str)> {
    check(file.to_string().as_bytes()).iter().map(|f| (f.path.clone(), f.code())).collect()
}

const Q1: &str = "/dimensions/0/areas/0/questions/0";

/// The clean rubric with another value at a place.
fn with(pointer: &str, value: Value) -> Value {
    let mut file = clean();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match name.parse::<usize>() {
        Ok(place) => parent[place] = value,
        Err(_) => parent[name] = value,
    }
    file
}

#[test]
fn what_is_shipped_is_clean() {
    assert_eq!(codes(&clean()), []);
    for shipped in &SHIPPED {
        assert_eq!(check(shipped.json.as_bytes()), [], "{}", shipped.id);
    }
    assert_eq!(check(TEMPLATE.text().replace("{id}", "own").as_bytes()), []);
    // Nobody reads the level above as the one before.
    assert!(!TEMPLATE.text().contains("上一级"));
}

/// What to do is said once, by the checker, and fits what is wrong.
#[test]
fn the_advice_fits_the_fault() {
    let said = |file: &[u8]| check(file)[0].line(Lang::En);
    assert!(said(b"").contains("line 1, column 1: the file ends here"), "{}", said(b""));
    let of = |pointer: &str, value: Value| said(with(pointer, value).to_string().as_bytes());
    assert!(said(b"\xff").ends_with("not UTF-8 text from byte 1 on; save the file as UTF-8."), "{}", said(b"\xff"));
    assert!(
        of("/gradus_rubric", json!(2)).ends_with("use a newer gradus; gradus --version says which version this is.")
    );
    assert!(of("/version", json!("1")).ends_with("three numbers such as 1.0.0; write it like that."));
    assert!(of("/toward", json!({ "partly": 0.5, "mostly": 1.5 })).ends_with("use a value within the range."));
    let action = json!({ "do": text("x"), "effort": 1, "indicator": text("y") });
    let line = of(&format!("{Q1}/actions"), json!(vec![action; 4]));
    assert!(line.ends_with("remove what is too much, or split the rubric."), "{line}");
}

#[test]
fn every_doubt_is_found_where_it_is() {
    let at = |member: &str| format!("{Q1}/{member}");
    let same = text("a written way is followed by all the teams");
    let cases = [
        (at("text/en"), json!("a\u{200b}b"), "dimensions[0].areas[0].questions[0].text.en", "hidden"),
        (at("text/zh"), json!("\u{202e}abc"), "dimensions[0].areas[0].questions[0].text.zh", "hidden"),
        (at("id"), json!("qZ"), "", ""),
        (
            "/dimensions/0/areas/0/questions/1/id".into(),
            json!("ql"),
            "dimensions[0].areas[0].questions[1].id",
            "look_alike",
        ),
        (at("evidence"), Value::Null, "dimensions[0].areas[0].questions[0].evidence", "no_evidence"),
        (at("weight"), json!(0), "dimensions[0].areas[0].questions[0].weight", "not_counted"),
        (at("anchors/3"), same.clone(), "", ""),
        (
            at("anchors/3"),
            text("a written way is followed."),
            "dimensions[0].areas[0].questions[0].anchors[3]",
            "anchors_alike",
        ),
        (at("anchors/3"), text("yes"), "dimensions[0].areas[0].questions[0].anchors[3]", "anchor_shrinks"),
        (at("text"), text(&"long words ".repeat(60)), "dimensions[0].areas[0].questions[0].text", "long"),
        ("/scale/levels/1/name".into(), text("LEVEL ０"), "scale.levels[1].name", "same_name"),
        ("/languages".into(), json!(["en"]), "about", "undeclared_language"),
        ("/lenses".into(), json!([{ "id": "idle", "name": text("idle") }]), "lenses[0]", "blind_lens"),
        (
            "/profiles".into(),
            json!([{ "id": "p", "name": text("p"), "weights": { "dimension": 3 } }]),
            "profiles[0].weights",
            "same_weights",
        ),
        ("/overall_rule".into(), json!({ "cap": 3, "critical": ["area"] }), "overall_rule.critical", "cap_never_binds"),
        (
            "/prerequisites".into(),
            json!([{ "area": "area", "level": 2, "needs": "area", "needs_level": 0 }]),
            "prerequisites[0]",
            "always_met",
        ),
        (
            "/earlier".into(),
            json!([{ "version": "0.9.0", "map": [{ "kind": "retired", "old": ["q1"] }] }]),
            "earlier[0].map[0].old",
            "reused_id",
        ),
    ];
    for (pointer, value, path, code) in cases {
        let found = codes(&with(&pointer, value.clone()));
        if code.is_empty() {
            assert_eq!(found, [], "{pointer} {value}");
        } else {
            assert!(found.contains(&(path.to_owned(), code)), "{pointer}: {found:?}");
        }
        assert!(check(with(&pointer, value).to_string().as_bytes()).iter().all(|f| !f.is_error()));
    }
}

#[test]
fn a_level_without_any_answer_is_doubtful() {
    let mut file = clean();
    for k in 0..2 {
        let question = &mut file["dimensions"][0]["areas"][0]["questions"][k];
        question["values"] = json!([0, 1, 3]);
        question["anchors"].as_array_mut().unwrap().remove(2);
    }
    assert_eq!(codes(&file), [("scale.levels[2]".to_owned(), "empty_level")]);
}

#[test]
fn a_dimension_says_what_its_questions_are_to_one_another() {
    let construct = |word: Value| {
        let mut file = clean();
        file["dimensions"][0]["construct"] = word;
        Rubric::read(&serde_json::to_vec(&file).unwrap()).map(|r| r.dimensions[0].construct)
    };
    assert_eq!(construct(Value::Null).unwrap(), None);
    assert_eq!(construct(json!("reflective")).unwrap(), Some(Construct::Reflective));
    assert_eq!(construct(json!("formative")).unwrap(), Some(Construct::Formative));
    assert_eq!(construct(json!("causal")).unwrap_err().path, "dimensions[0].construct");
}

#[test]
fn every_broken_rule_is_named_not_only_the_first() {
    let mut file = clean();
    file["na_policy"] = json!("never");
    file["version"] = json!("one");
    file["min_completeness"] = json!(2);
    let area = &mut file["dimensions"][0]["areas"][0];
    area["weight"] = json!(-1);
    area["questions"][0]["text"] = json!({ "en": "only English" });
    area["questions"][0]["anchors"].as_array_mut().unwrap().pop();
    area["questions"][1]["id"] = json!("Q1");
    area["questions"][1]["depth"] = json!("deep");
    file["overall_rule"]["critical"] = json!(["nowhere"]);
    file["prerequisites"] = json!([
        { "area": "area", "level": 2, "needs": "none", "needs_level": 1 },
        { "area": "area", "level": 2, "needs": "area", "needs_level": 3 },
    ]);
    let mut found: Vec<&str> = codes(&file).into_iter().map(|(_, code)| code).collect();
    found.sort_unstable();
    let mut expected = [
        "unknown_word",
        "bad_version",
        "out_of_range",
        "out_of_range",
        "missing_language",
        "count",
        "duplicate_id",
        "unknown_word",
        "unknown_id",
        "unknown_id",
        "cycle",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(check(file.to_string().as_bytes()).iter().all(Finding::is_error));
}

#[test]
fn rules_of_versions_presets_and_credits_are_kept() {
    let map = |entry: Value| json!([{ "version": "0.9.0", "map": [entry] }]);
    let cases = [
        ("/preset", json!("samm_like"), "preset_and_rule"),
        ("/earlier", json!([{ "version": "1.0.0" }]), "not_earlier"),
        ("/earlier", map(json!({ "kind": "same", "old": ["a"], "new": ["zz"] })), "unknown_id"),
        ("/earlier", map(json!({ "kind": "split", "old": ["a"], "new": ["q1"] })), "count"),
        ("/earlier", map(json!({ "kind": "moved", "old": ["a"], "new": ["q1"] })), "unknown_word"),
        (
            "/earlier",
            map(json!({ "kind": "rescaled", "old": ["q1"], "new": ["q1"], "levels": { "1": 2, "2": 1 } })),
            "not_rising",
        ),
        ("/dimensions/0/areas/0/questions/0/values", json!([0, 0.25, 1, 2]), "credit_past_next"),
        ("/evidence", json!({ "required_from": 2, "policy": "hide" }), "unknown_word"),
    ];
    for (pointer, value, code) in cases {
        let mut file = with(pointer, value);
        file["toward"] = json!({ "half": 0.5 });
        assert!(codes(&file).iter().any(|(_, c)| *c == code), "{pointer}: {:?}", codes(&file));
    }
}

#[test]
fn presets_are_pairs_of_rules() {
    for preset in &PRESETS {
        let mut file = clean();
        let members = file.as_object_mut().unwrap();
        members.remove("level_rule");
        members.remove("overall_rule");
        members.insert("preset".into(), json!(preset.name));
        let rubric = rubrics::read(&file);
        assert_eq!(rubric.level_rule, (preset.level_rule)(3), "{}", preset.name);
        assert_eq!(rubric.overall_rule, Some((preset.overall_rule)(3)), "{}", preset.name);
    }
}

#[test]
fn findings_say_what_and_what_to_do_in_both_languages() {
    let file = with("/na_policy", json!("never"));
    let finding = &check(file.to_string().as_bytes())[0];
    let lines: Vec<String> = Lang::ALL.iter().map(|lang| finding.line(*lang)).collect();
    assert_eq!(
        lines,
        [
            "错误  na_policy\n    “never”不在可用的词里，只能是：exclude, as_lowest, deny；请从列出的词里选一个。",
            "error  na_policy\n    \"never\" is not one of: exclude, as_lowest, deny; use one of the words listed."
        ]
    );
}

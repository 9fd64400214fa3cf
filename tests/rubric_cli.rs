//! The commands about rubrics, as typed.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn gradus(&self, args: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::cargo_bin("gradus").unwrap();
        command.env("GRADUS_DATA_DIR", self.0.path().join("data")).env("GRADUS_STATE_DIR", self.0.path().join("state"));
        command.env("GRADUS_LANG", "en").args(args).assert()
    }

    fn printed(&self, args: &[&str]) -> String {
        let output = self.gradus(args).success().get_output().stdout.clone();
        String::from_utf8(output).unwrap().trim().to_owned()
    }
}

#[test]
fn a_new_rubric_checks_clean_and_is_asked_at_once() {
    let place = Place::new();
    let path = place.printed(&["rubric", "new", "own"]);
    assert!(std::path::Path::new(&path).with_file_name("schema.json").is_file());
    place.gradus(&["rubric", "check", &path]).success().stdout(contains("no problems"));
    // As `show` does, so `check` knows a rubric by its id.
    for id in ["own", "icp"] {
        place.gradus(&["rubric", "check", id]).success().stdout(contains("no problems"));
    }
    let none = place.gradus(&["rubric", "check", "nobodys"]).code(1);
    none.stderr(contains("nobodys does not exist"));
    place.gradus(&["rubric", "list"]).success().stdout(contains("icp").and(contains("own 1.0.0")));
    place.gradus(&["rubric", "show", "own"]).success().stdout(contains("D1.1"));
    let assessment = place.printed(&["new", "--subject", "East", "--rubric", "own"]);
    place.gradus(&["answer", &assessment, "D1.1=2+partly"]).success();
    let shown: Value = serde_json::from_str(&place.printed(&["show", &assessment, "--json"])).unwrap();
    assert_eq!(shown["headline"]["score"], 2.5);
    // What is there is never overwritten, and a name that cannot be used is refused.
    place.gradus(&["rubric", "new", "own"]).code(1).stderr(contains("already exists"));
    for (bad, why) in [("icp", "shipped"), ("schema", "cannot be the id"), ("../x", "cannot be the id")] {
        place.gradus(&["rubric", "new", bad]).code(1).stderr(contains(why));
    }
}

#[test]
fn a_question_back_ends_before_the_advice_begins() {
    let place = Place::new();
    let file = place.0.path().join("made.json");
    let path = file.to_str().unwrap();
    std::fs::write(&file, gradus::packed::TEMPLATE.text().replace("\"scale\"", "\"scales\"")).unwrap();
    place.gradus(&["rubric", "check", path]).code(1).stdout(contains("did you mean \"scale\"? Otherwise compare"));
    let chinese = ["--lang", "zh", "rubric", "check", path];
    place.gradus(&chinese).code(1).stdout(contains("是不是想写“scale”？不是的话，请对照").and(contains("？；").not()));
}

/// A home that does not exist, or where nothing may be made: another folder can be named.
#[test]
#[cfg(target_os = "linux")]
fn where_no_data_folder_can_be_made_another_one_is_offered() {
    let place = Place::new();
    for command in [&["new", "--subject", "East"][..], &["rubric", "new", "own"]] {
        let refused = place.gradus(&[&["--data-dir", "/proc/no/gradus"], command].concat()).code(1);
        refused.stderr(contains("data folder /proc/no/gradus").and(contains("another one with --data-dir")));
    }
}

#[test]
fn check_ends_with_1_on_errors_and_0_with_warnings() {
    let place = Place::new();
    let file = place.0.path().join("made.json");
    let path = file.to_str().unwrap();
    let template = gradus::packed::TEMPLATE.text().replace("{id}", "made");
    std::fs::write(&file, template.replace("\"evidence\"", "\"prompt\"")).unwrap();
    place.gradus(&["rubric", "check", path]).success().stdout(contains("errors: 0, warnings: 2"));
    std::fs::write(&file, template.replace("\"gate\"", "\"fence\"").replace("\"1.0.0\"", "\"one\"")).unwrap();
    place.gradus(&["rubric", "check", path]).code(1).stdout(contains("errors: 2, warnings: 0"));
    let printed = place.gradus(&["rubric", "check", path, "--json"]).code(1).get_output().stdout.clone();
    let json: Value = serde_json::from_slice(&printed).unwrap();
    assert_eq!((json["errors"].as_u64(), json["warnings"].as_u64()), (Some(2), Some(0)));
    for finding in json["findings"].as_array().unwrap() {
        for member in ["severity", "code", "path", "problem", "advice"] {
            assert!(finding[member].as_str().is_some_and(|text| !text.is_empty()), "{member} of {finding}");
        }
    }
    // What is no rubric at all is refused with one sentence.
    std::fs::write(&file, [0xff, 0xfe]).unwrap();
    place.gradus(&["rubric", "check", path]).code(1).stdout(contains("UTF-8"));
    place.gradus(&["rubric", "check", "/dev/null"]).code(1).stderr(contains("not a regular file"));
}

#[test]
fn the_schema_is_printed_and_a_preview_wants_a_terminal() {
    let place = Place::new();
    let schema: Value = serde_json::from_str(&place.printed(&["rubric", "schema"])).unwrap();
    assert_eq!(schema["properties"]["dimensions"]["type"], "array");
    place.gradus(&["rubric", "preview", "x.json"]).code(1).stderr(contains("terminal"));
    for args in [&["rubric", "--help"][..], &["rubric", "check", "--help"]] {
        place.gradus(args).success().stdout(contains("Usage:"));
    }
}

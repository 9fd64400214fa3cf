//! `check`: what it says of each file, its exit code, and that looking changes nothing.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::places::Places;

/// An assessment with three answers.
fn answered(places: &Places) -> PathBuf {
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=2", "N2.1=3", "R3.1=1"]);
    PathBuf::from(file)
}

/// The exit code, and `[state, damaged lines, restored, lost]` of each file.
#[track_caller]
fn checked(places: &Places, paths: &[&str]) -> (i32, Vec<Value>) {
    let out = places.output(&[&["check", "--json"], paths].concat());
    let found: Value = serde_json::from_slice(&out.stdout).unwrap();
    let files = found["files"].as_array().unwrap().iter();
    let state = |f: &Value| json!([f["state"], f["damaged_lines"], f["restored"], f["lost"]]);
    (out.status.code().unwrap(), files.map(state).collect())
}

/// The lines of a file.
fn lines(file: &PathBuf) -> Vec<String> {
    fs::read_to_string(file).unwrap().lines().map(|l| format!("{l}\n")).collect()
}

#[test]
fn a_whole_file_is_whole() {
    let places = Places::new();
    let file = answered(&places);
    let before = fs::read(&file).unwrap();
    assert_eq!(checked(&places, &[file.to_str().unwrap()]), (0, vec![json!(["whole", [], 0, 0])]));
    // By its subject too, and in words.
    let said = places.run(&["check", "East Steel"]);
    assert_eq!(said, format!("{}: intact\nFiles: 1, no problems.\n", file.display()));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn what_the_second_copy_has_is_no_damage() {
    let places = Places::new();
    let file = answered(&places);
    let all = lines(&file);
    fs::write(&file, all[..all.len() - 2].concat()).unwrap();
    let before = fs::read(&file).unwrap();
    assert_eq!(checked(&places, &[file.to_str().unwrap()]), (0, vec![json!(["healed", [], 2, 0])]));
    assert_eq!(fs::read(&file).unwrap(), before, "looking heals nothing");
}

#[test]
fn damaged_lines_are_named_by_their_numbers() {
    let places = Places::new();
    let file = answered(&places);
    let mut all = lines(&file);
    let last = all.len();
    all[last - 2] = all[last - 2].replace("\"level\":3", "\"level\":5");
    fs::write(&file, all.concat()).unwrap();
    // With the second copy nothing is lost, but the line stays damaged.
    assert_eq!(checked(&places, &[file.to_str().unwrap()]), (1, vec![json!(["damaged", [last - 1], 1, 0])]));
    let said = places.output(&["check", file.to_str().unwrap()]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains(&format!("line {} of the file is damaged", last - 1)), "{said}");
    assert!(said.contains("lacks 1 entry") && said.ends_with("Files: 1, with problems: 1.\n"), "{said}");
    // Without it one entry is nowhere.
    fs::remove_dir_all(places.root().join("state")).unwrap();
    assert_eq!(checked(&places, &[file.to_str().unwrap()]), (1, vec![json!(["damaged", [last - 1], 0, 1])]));
}

#[test]
fn an_emptied_file_is_damaged_whatever_the_second_copy_has() {
    let places = Places::new();
    let file = answered(&places);
    fs::write(&file, "").unwrap();
    let (code, found) = checked(&places, &[file.to_str().unwrap()]);
    assert_eq!((code, &found[0][0]), (1, &json!("damaged")));
    assert_eq!(fs::read(&file).unwrap(), b"");
    fs::remove_dir_all(places.root().join("state")).unwrap();
    assert_eq!(checked(&places, &[file.to_str().unwrap()]), (1, vec![json!(["unreadable", null, null, null])]));
}

#[test]
fn lines_of_another_assessment_are_foreign() {
    let places = Places::new();
    let file = answered(&places);
    places.run(&["new", "--subject", "West Steel", "-o", "west.gradus"]);
    places.run(&["answer", "west.gradus", "N1.1=5"]);
    let both = [fs::read(&file).unwrap(), fs::read(places.root().join("west.gradus")).unwrap()].concat();
    fs::write(places.root().join("both.gradus"), both).unwrap();
    assert_eq!(checked(&places, &["both.gradus"]), (1, vec![json!(["foreign", [], 0, 0])]));
}

#[test]
fn folders_are_looked_through_for_assessments_and_rubrics() {
    let places = Places::new();
    let file = answered(&places);
    places.run(&["rubric", "new", "mine"]);
    places.run(&["report", file.to_str().unwrap(), "--format", "json", "-o", "data/report.json"]);
    fs::create_dir_all(places.data().join("2025/q4")).unwrap();
    fs::write(places.data().join("2025/q4/photo.gradus"), b"\x89PNG").unwrap();
    fs::write(places.data().join("2025/q4/half.json"), b"{\"id\":").unwrap();
    fs::write(places.data().join("readme.txt"), b"x").unwrap();
    std::os::unix::fs::symlink(places.data(), places.data().join("2025/up")).unwrap();
    let out = places.output(&["check", "data", "--json"]);
    let found: Value = serde_json::from_slice(&out.stdout).unwrap();
    let name = |f: &Value| f["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut states: Vec<(String, String)> =
        found["files"].as_array().unwrap().iter().map(|f| (name(f), f["state"].as_str().unwrap().to_owned())).collect();
    states.sort();
    let expected = [
        (file.file_name().unwrap().to_str().unwrap(), "whole"),
        ("half.json", "refused"),
        ("mine.json", "whole"),
        ("photo.gradus", "unreadable"),
    ];
    assert_eq!(states, expected.map(|(n, s)| (n.to_owned(), s.to_owned())));
    assert_eq!((out.status.code(), &found["bad"]), (Some(1), &json!(2)));
    // The same rubric by name, in words.
    assert!(places.run(&["check", "data/rubrics/mine.json"]).contains("mine.json: intact"));
}

#[test]
fn what_is_nowhere_is_one_sentence() {
    let places = Places::new();
    fs::create_dir(places.root().join("nothing")).unwrap();
    for (path, part) in [("nothing", "no assessments and no rubrics in nothing"), ("no.gradus", "does not exist")] {
        let sentence = super::refuses(&places.output(&["check", path]), 1);
        assert!(sentence.contains(part), "{sentence}");
    }
}

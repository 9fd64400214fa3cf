//! `log`: who said what when; and undo across restarts.

use std::process::Stdio;

use serde_json::{Value, json};

use super::places::Places;

/// An assessment in which two people disagree, as one merged file.
fn disputed(places: &Places) -> String {
    let file = places.assessment();
    places.run(&["answer", &file, "R3.1=2", "--note", "R3.1=one\ntwo", "--by", "li"]);
    places.run(&["answer", &file, "R3.1=3+partly", "--by", "wang"]);
    std::fs::copy(&file, places.root().join("copy.gradus")).unwrap();
    places.run(&["answer", "copy.gradus", "R3.1=5", "--by", "zhao"]);
    places.run(&["answer", &file, "R3.1=1", "--by", "li"]);
    places.run(&["merge", &file, "copy.gradus", "-o", "merged.gradus"]);
    "merged.gradus".to_owned()
}

#[test]
fn log_says_who_replaced_what_by_what() {
    let places = Places::new();
    let file = disputed(&places);
    let printed = places.run(&["log", &file]);
    // The clock is not part of the test.
    let lines: Vec<&str> = printed.lines().map(|l| l.get(18..).filter(|_| l.starts_with("20")).unwrap_or(l)).collect();
    assert_eq!(
        lines[1..],
        [
            "li        R3.1 answer  (empty) → level 2",
            "li        R3.1 note  (empty) → one",
            "    two",
            "wang      R3.1 answer  level 2 → level 3 + partly",
            "zhao      R3.1 answer  level 3 + partly → level 5 (disagreement)",
            "li        R3.1 answer  level 3 + partly → level 1 (disagreement)",
        ]
    );
    let chinese = places.command(&["--lang", "zh", "log", &file]).output().unwrap();
    let chinese = String::from_utf8(chinese.stdout).unwrap();
    assert!(chinese.contains("第 3 级 + 部分做到 → 第 5 级（说法不一致）"), "{chinese}");
}

#[test]
fn log_as_json_has_both_values_and_what_became_of_each_step() {
    let places = Places::new();
    let file = disputed(&places);
    let log: Value = serde_json::from_str(&places.run(&["log", &file, "--json"])).unwrap();
    assert_eq!((&log["subject"], log["id"].as_str().map(str::len)), (&json!("East Steel"), Some(32)));
    let answers: Vec<&Value> =
        log["entries"].as_array().unwrap().iter().filter(|e| e["thing"] == "answer/R3.1").collect();
    let said =
        |e: &Value| json!([e["by"], e["before"]["is"]["level"], e["is"]["level"], e["in_force"], e["in_dispute"]]);
    assert_eq!(
        json!(answers.iter().map(|e| said(e)).collect::<Vec<_>>()),
        json!([
            ["li", null, 2, false, false],
            ["wang", 2, 3, false, false],
            ["zhao", 3, 5, true, true],
            ["li", 3, 1, true, true],
        ])
    );
    assert_eq!(answers[1]["before"]["e"], answers[0]["e"]);
}

/// The program started, given these lines, and ended.
#[track_caller]
fn started(places: &Places, file: &str, lines: &str) {
    let mut command = places.command(&["ask", file, "--plain"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), lines.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn undo_and_redo_work_across_restarts() {
    let places = Places::new();
    let file = places.assessment();
    for (lines, answers) in [
        ("2\nq\n", &["N1.1=2"][..]),
        ("3\nj R3.1\n4\nq\n", &["N1.1=2", "N2.1=3", "R3.1=4"]),
        // Each start takes back one more step, back into what an earlier one recorded.
        ("z\nq\n", &["N1.1=2", "N2.1=3"]),
        ("z\nz\nq\n", &[]),
        ("z\nq\n", &[]),
        ("Z\nq\n", &["N1.1=2"]),
        ("Z\nZ\nZ\nq\n", &["N1.1=2", "N2.1=3", "R3.1=4"]),
        ("z\nj A1.1\n1\nq\n", &["N1.1=2", "N2.1=3", "A1.1=1"]),
        // After something new nothing is brought back.
        ("Z\nq\n", &["N1.1=2", "N2.1=3", "A1.1=1"]),
    ] {
        started(&places, &file, lines);
        assert_eq!(places.answers(&file), answers, "after {lines:?}");
    }
    let log = places.run(&["log", &file]);
    assert!(log.contains("level 4 → (empty) (undo)") && log.contains("(empty) → level 4 (redo)"), "{log}");
}

#[test]
fn nobody_takes_back_what_somebody_else_said() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=2", "--by", "li"]);
    started(&places, &file, "z\nq\n");
    assert_eq!(places.answers(&file), ["N1.1=2"]);
}

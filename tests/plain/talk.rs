//! An interview in lines: the pad, who answers, the interviewer's own rating, in both languages.

use serde_json::{Value, json};

use super::{Place, is_plain, json, said};

fn answer(shown: &Value, id: &str) -> Value {
    shown["answers"].as_array().unwrap().iter().find(|a| a["id"] == id).unwrap().clone()
}

#[test]
fn notes_first_and_levels_later() {
    for (lang, said_in) in [
        (
            "en",
            ["Pad: line added to the pad.", "Line 1, ", "3: #O1.1 second line.", "no line 9", "No question matches"],
        ),
        (
            "zh",
            ["速记：速记加了一行。", "第 1 行，", "3：#O1.1 second line。", "没有这一行：9", "没有与“#R99”相符的题目"],
        ),
    ] {
        let place = Place::new();
        let file = place.new_held("East Steel", "interview");
        // A line, one with a tag that goes there, a tag alone that goes back, then lines are assigned.
        let input =
            "p first line\np #R3 a spreadsheet\np #N1\np\nsecond line\nP\nP 3 #O1\nP 2 #O1\nP 9 #O1\nP 1 #R99\nP\nq\n";
        let walked = place.run(lang, &["ask", &file, "--plain"], input);
        let text = said(&walked);
        assert!(walked.status.success() && text.chars().all(is_plain), "{text}");
        for part in said_in {
            assert!(text.contains(part), "{part}: {text}");
        }
        let shown = json(&place, &file);
        let texts = |id: &str| {
            let lines = answer(&shown, id)["pad"].as_array().cloned().unwrap_or_default();
            lines.iter().map(|line| line["text"].clone()).collect::<Vec<_>>()
        };
        assert_eq!((texts("R3.1"), texts("O1.1")), (vec![], vec![json!("a spreadsheet"), json!("second line")]));
    }
}

#[test]
fn who_answers_and_what_the_interviewer_thinks() {
    let place = Place::new();
    let file = place.new_held("East Steel", "interview");
    let input = "i Ms Wang\n4\nb\ng 2\n\ni\n王工\n3\nb\ng 3\ng -\ng x\ni -\n/R3\n5\nq\n";
    let text = said(&place.run("en", &["ask", &file, "--plain"], input));
    for part in [
        "N1.1: Your own rating: 2.",
        "Interviewee: Ms Wang",
        "N2.1: your own rating cleared.",
        "\"x\" means nothing here",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let shown = json(&place, &file);
    let n1 = answer(&shown, "N1.1");
    assert_eq!((&n1["said_by"], &n1["rating"]["level"]), (&json!("Ms Wang"), &json!(2)));
    assert_eq!((&answer(&shown, "N2.1")["said_by"], &answer(&shown, "N2.1")["rating"]), (&json!("王工"), &Value::Null));
    // Nobody answers any more once it is said so.
    assert_eq!(answer(&shown, "R3.1")["said_by"], Value::Null);
}

#[test]
fn what_is_taken_back_is_told_and_what_is_known_is_not_recorded_again() {
    for (lang, told) in [
        ("en", ["Undone: the last change to the pad.", "Redone: the change to the pad."]),
        ("zh", ["已撤销速记上的最后一步。", "已重做速记上的那一步。"]),
    ] {
        let place = Place::new();
        let file = place.new_held("East Steel", "interview");
        let text = said(&place.run(lang, &["ask", &file, "--plain"], "p a line\nz\nZ\nq\n"));
        assert!(told.iter().all(|part| text.contains(part)), "{text}");
        let lines = |input: &str| {
            place.run(lang, &["ask", &file, "--plain"], input);
            std::fs::read_to_string(&file).unwrap().lines().count()
        };
        let once = lines("i Mr Chen\ng 3\nq\n");
        let twice = lines("i Ms Wang\ni Ms Wang\ng 2\ng 2\nq\n");
        assert_eq!(twice, once + 3, "the head of a session and two events");
    }
}

#[test]
fn commands_of_an_interview_are_refused_elsewhere() {
    let place = Place::new();
    let file = place.new_held("East Steel", "self");
    for (lang, refusal) in [("en", "This command is for interviews"), ("zh", "这是访谈用的命令")] {
        let text = said(&place.run(lang, &["ask", &file, "--plain"], "i Ms Wang\ng 2\np a line\nq\n"));
        assert_eq!(text.matches(refusal).count(), 2, "{text}");
    }
}

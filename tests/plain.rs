//! The walk in plain lines, as a script and a screen reader meet it.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "plain/room.rs"]
mod room;
#[path = "plain/talk.rs"]
mod talk;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A user's folders on this computer.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn command(&self, lang: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
        command.env_clear().env("GRADUS_STATE_DIR", self.path("state")).env("GRADUS_DATA_DIR", self.path("data"));
        command.env("HOME", self.folder.path()).env("GRADUS_LANG", lang).env("TZ", "UTC");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, lang: &str, arguments: &[&str], input: &str) -> Output {
        fed(self.command(lang).args(arguments), input)
    }

    fn new_assessment(&self, subject: &str) -> String {
        self.new_held(subject, "self")
    }

    fn new_held(&self, subject: &str, mode: &str) -> String {
        let made = self.run("en", &["new", "--subject", subject, "--mode", mode], "");
        assert!(made.status.success());
        said(&made).trim().to_owned()
    }
}

fn fed(command: &mut Command, input: &str) -> Output {
    let mut child = command.spawn().unwrap();
    // A program that ended does not read on.
    if let Err(error) = child.stdin.take().unwrap().write_all(input.as_bytes()) {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(place: &Place, file: &str) -> serde_json::Value {
    serde_json::from_slice(&place.run("en", &["show", file, "--json"], "").stdout).unwrap()
}

/// Control codes, boxes, blocks and Braille: nothing that a screen reader stumbles over.
fn is_plain(c: char) -> bool {
    c == '\n' || !(c.is_control() || ('\u{2500}'..='\u{259f}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c))
}

#[test]
fn digits_alone_go_through_the_whole_walk_in_both_languages() {
    for (lang, ends_with) in [("en", "Everything is saved in"), ("zh", "全部已保存在")] {
        let place = Place::new();
        let file = place.new_assessment("East Steel");
        let digits: Vec<String> = (0..24).map(|n| (n % 6).to_string()).collect();
        // What follows the last answer is not read.
        let walk = place.run(lang, &["ask", &file, "--plain"], &(digits.join("\n") + "\nq\n"));
        assert_eq!(walk.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&walk.stderr), "");
        let text = said(&walk);
        assert!(text.chars().all(is_plain), "{text}");
        assert!(text.trim_end().lines().last().unwrap().starts_with(ends_with), "{text}");
        assert!(text.contains("##########.........."), "{text}");
        let shown = json(&place, &file);
        assert_eq!(shown["counts"]["rated"], 24);
        let levels = shown["answers"].as_array().unwrap().iter().map(|a| a["level"].to_string());
        assert!(levels.enumerate().all(|(n, level)| level == format!("{}.0", n % 6)), "{shown}");
    }
}

#[test]
fn the_same_answers_make_the_same_result_as_the_command() {
    let place = Place::new();
    let [walked, commanded] = ["Walked", "Commanded"].map(|subject| place.new_assessment(subject));
    let input = "3+partly\nu\nx no own lines\ne record: CMDB export\nn first\nn second\n4\nq\n";
    assert!(place.run("en", &["ask", &walked, "--plain"], input).status.success());
    let answers = ["answer", &commanded, "N1.1=3+partly", "N2.1=unknown", "N3.1=na:no own lines", "N4.1=4"];
    let rest = ["--note", "N4.1=first\nsecond", "--evidence", "N4.1=record:CMDB export"];
    assert!(place.run("en", &[&answers[..], &rest].concat(), "").status.success());
    let (walked, commanded) = (json(&place, &walked), json(&place, &commanded));
    for part in ["headline", "answers", "areas", "counts"] {
        assert_eq!(walked[part], commanded[part], "{part}");
    }
}

/// With a Chinese input method on, `?` arrives as `？` and a digit may arrive in full width.
#[test]
fn full_width_answers_and_commands_are_what_was_meant() {
    let place = Place::new();
    let [narrow, wide] = ["Narrow", "Wide"].map(|subject| place.new_assessment(subject));
    for (file, input) in [
        (&narrow, "3+partly\nu\n/R3.1\n2\nn ２？\n[\n4\nq\n"),
        (&wide, "３＋partly\nｕ\n、R3.1\n２\nｎ　２？\n【\n４\nｑ\n"),
    ] {
        let text = said(&place.run("zh", &["ask", file, "--plain"], input));
        assert!(text.contains("备注") && !text.contains("不起作用"), "{text}");
    }
    assert_eq!(json(&place, &narrow)["answers"], json(&place, &wide)["answers"]);
}

#[test]
fn every_way_out_prints_the_result_and_ends_with_0() {
    for input in ["", "2\n", "2", "q\n", "2\nx\n", "x\nreason", "foo\n7\n\u{1b}[A\nq\n", "v\nq\n"] {
        let place = Place::new();
        let file = place.new_assessment("East Steel");
        let walk = place.run("en", &["ask", &file, "--plain"], input);
        assert_eq!(walk.status.code(), Some(0), "{input:?}");
        let text = said(&walk);
        assert_eq!(text.matches("Self-declared, not a certification.").count(), 1, "{input:?}: {text}");
        assert!(text.chars().all(is_plain), "{input:?}: {text:?}");
    }
}

#[test]
fn commands_do_what_they_do_on_screen() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    let input = "2\n3\nb\n4\nz\nZ\n/R3\nc\nm\nL\nd\n[\nw\no\nr\nv\n?\nq\n";
    let text = said(&place.run("en", &["ask", &file, "--plain"], input));
    for (part, count) in [
        ("N2.1: 4.", 1),
        ("Undone: the last change to N2.1.", 1),
        ("Redone: the change to N2.1.", 1),
        ("R3.1: sure.", 1),
        ("R3.1: marked for review.", 1),
        ("算力标识与目录", 3),
        ("第 23 题", 0),
    ] {
        assert!(text.matches(part).count() >= count, "{part}: {text}");
    }
    let answers = json(&place, &file)["answers"].clone();
    let of = |id: &str| answers.as_array().unwrap().iter().find(|a| a["id"] == id).unwrap().clone();
    assert_eq!(of("N2.1")["level"], 4.0);
    assert_eq!((of("R3.1")["confidence"].as_str(), of("R3.1")["marked"].as_bool()), (Some("sure"), Some(true)));
}

#[test]
fn what_was_said_is_not_said_again() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    let text = said(&place.run("en", &["ask", &file, "--plain"], "2\n2\n2\nn a note\nfoo\nu\nq\n"));
    assert_eq!(text.lines().filter(|l| *l == "Network").count(), 1, "{text}");
    assert_eq!(text.matches("question 4 of 24").count(), 1, "{text}");
    assert_eq!(text.matches("? lists the commands").count(), 1, "{text}");
}

#[test]
fn chinese_lines_are_punctuated_as_chinese_and_why_is_said_of_what_has_answers() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    let text = said(&place.run("zh", &["ask", &file, "--plain"], "9\n?\n2\nq\n"));
    assert!(text.contains("作答请输入 0、1、2、3、4、5，") && text.contains("0+partly、0+mostly："), "{text}");
    assert!(!text.contains(", "), "{text}");
    let (_, why) = text.split_once("为什么\n").unwrap();
    assert!(why.contains("网络：覆盖率") && !why.contains("资源："), "{why}");
}

#[test]
fn without_a_name_the_assessment_changed_last_is_taken_and_named() {
    let place = Place::new();
    let none = place.run("en", &["ask", "--plain"], "2\n");
    assert_eq!((none.status.code(), said(&none)), (Some(1), String::new()));
    let first = place.new_assessment("First");
    place.new_assessment("Second");
    let answered = place.run("en", &["answer", &first, "N1.1=1"], "");
    assert!(answered.status.success());
    let text = said(&place.run("en", &["ask", "--plain"], ""));
    assert!(text.starts_with("First, 1/24 answered, file "), "{text}");
}

#[test]
fn a_dumb_terminal_gets_lines_by_itself() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    let text = said(&fed(place.command("en").env("TERM", "dumb").args(["ask", &file]), "5\nq\n"));
    assert!(text.contains("N1.1: 5."), "{text}");
    let refused = fed(place.command("en").env("TERM", "xterm").args(["ask", &file]), "5\nq\n");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--plain"));
}

#[test]
fn a_file_that_cannot_be_written_is_read_and_says_so() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    // Written by a later version: it may be read, but nothing is added.
    let before = std::fs::read_to_string(&file).unwrap();
    let newer = place.path("newer.gradus");
    std::fs::write(&newer, later_format(&before)).unwrap();
    let walk = place.run("en", &["ask", newer.to_str().unwrap(), "--plain"], "2\nq\n");
    assert_eq!(std::fs::read_to_string(&newer).unwrap(), later_format(&before));
    let text = said(&walk);
    assert!(text.contains("was written by a newer gradus") && !text.contains("N1.1: 2."), "{text}");
}

#[test]
fn a_room_that_cannot_be_written_begins_no_round() {
    let place = Place::new();
    let file = place.new_held("East Steel", "workshop");
    place.run("en", &["ask", &file, "--plain"], "\nn Li\nh 0 0 1\nq\n");
    let newer = place.path("newer.gradus");
    std::fs::write(&newer, later_format(&std::fs::read_to_string(&file).unwrap())).unwrap();
    let text = |file: &str| said(&place.run("en", &["ask", file, "--plain"], "\na\nq\n"));
    let (read_only, open) = (text(newer.to_str().unwrap()), text(&file));
    assert!(read_only.contains("was written by a newer gradus") && !read_only.contains("Round 2"), "{read_only}");
    assert!(open.contains("Round 2"), "{open}");
}

/// The same file, as if a later version of the format had written its first line.
fn later_format(file: &str) -> String {
    let (head, rest) = file.split_once('\n').unwrap();
    let head = head.replacen(r#"{"gradus":1,"#, r#"{"gradus":2,"#, 1);
    let (body, _) = head.split_once(r#","crc":"#).unwrap();
    format!("{body},\"crc\":\"{:08x}\"}}\n{rest}", crc32fast::hash(body.as_bytes()))
}

/// A rubric need not have lenses.
#[test]
fn no_two_lines_are_left_empty_where_a_rubric_has_no_lenses() {
    let place = Place::new();
    assert!(place.run("en", &["rubric", "new", "own"], "").status.success());
    let made = said(&place.run("en", &["new", "--subject", "East Steel", "--rubric", "own"], ""));
    let shown = said(&place.run("en", &["show", made.trim(), "--plain"], ""));
    assert!(shown.contains("First area") && !shown.contains("\n\n\n"), "{shown}");
}

#[test]
fn lists_and_results_come_as_lines_too() {
    let place = Place::new();
    let file = place.new_assessment("East Steel");
    place.run("en", &["answer", &file, "N1.1=1"], "");
    let shown = said(&place.run("en", &["show", &file, "--plain"], ""));
    assert!(shown.contains("....................  undecided\n") && !shown.contains('…'), "{shown}");
    let list = said(&place.run("en", &["list", "--plain"], ""));
    assert_eq!(list, format!("East Steel, 1/24 answered, level undecided, file {file}\n"));
    let shown = said(&place.run("zh", &["show", &file, "--plain"], ""));
    assert!(shown.contains("为什么") && shown.chars().all(is_plain), "{shown}");
    place.run("en", &["answer", &file, "N2.1=2", "N5.1=na:rented"], "");
    let shown = said(&place.run("en", &["show", &file, "--plain"], ""));
    assert!(shown.contains("counted as the lowest level: score 1.0, level undecided."), "{shown}");
    let both = place.run("en", &["list", "--plain", "--json"], "");
    assert_eq!(both.status.code(), Some(2));
}

//! F18–F21: several windows, several machines and a sync tool on one file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;

use crate::ground::{GRADUS, alone, answer, answers_in, events, finish, gradus, on_screen, outlined, quit, state};
use crate::places::Places;

#[test]
fn f18_two_windows_with_many_answers_each_lose_none() {
    let many = 200;
    let places = Places::new();
    let file = places.assessment();
    let mut first = on_screen(&places, &file);
    answer(&mut first, "0");
    first.is_saved();
    let mut second = on_screen(&places, &file);
    second.sees("open in another window too");
    second.sees("› N2 ");
    for n in 0..many {
        // One after the other, and both saves at once.
        let digit = (n % 5 + 1).to_string();
        first.send(&digit);
        second.send(&digit);
        first.sees(&format!("✓ {digit}"));
        second.sees(&format!("✓ {digit}"));
    }
    first.is_saved();
    second.is_saved();
    let file = Path::new(&file);
    assert_eq!(events(file, "answer/N1.1"), many + 1);
    assert_eq!(events(file, "answer/N2.1"), many);
    for terminal in [first, second] {
        quit(terminal);
    }
    let last = (many - 1) % 5 + 1;
    let expected = [format!("N1.1={last}"), format!("N2.1={last}")];
    assert_eq!(alone(&places, file.to_str().unwrap()), expected);
}

#[test]
fn f18_commands_at_the_same_moment_all_arrive() {
    let places = Places::new();
    let file = places.assessment();
    let questions = ["N1.1", "N2.1", "N3.1", "N4.1", "N5.1", "N6.1", "R1.1", "R2.1"];
    let children: Vec<_> = questions
        .iter()
        .map(|question| {
            let mut command = Command::new(GRADUS);
            command.args(["answer", &file, &format!("{question}=3")]).envs(places.environment("en"));
            std::thread::spawn(move || finish(&mut command))
        })
        .collect();
    for child in children {
        child.join().unwrap().is_well("one of eight at once");
    }
    assert_eq!(alone(&places, &file), questions.map(|question| format!("{question}=3")));
}

#[test]
fn f19_a_killed_window_is_no_window() {
    let places = Places::new();
    let file = places.assessment();
    let mut killed = on_screen(&places, &file);
    answer(&mut killed, "4");
    killed.is_saved();
    killed.signal(Signal::KILL);
    killed.end();
    let next = on_screen(&places, &file);
    next.sees("   2/24  ");
    assert!(!next.screen().contains("another window"), "{}", next.screen());
    quit(next);
    let command = gradus(&places, &["answer", &file, "N2.1=1"]);
    command.is_well("a command");
    assert_eq!(command.err, "");
}

/// The assessment on another machine: the same file, a state folder of its own.
fn elsewhere(places: &Places, file: &str, answers: &[&str]) -> PathBuf {
    let copy = places.data().with_file_name("other-machine.gradus");
    fs::copy(file, &copy).unwrap();
    let mut command = Command::new(GRADUS);
    command.arg("answer").arg(&copy).args(answers).args(["--by", "wang"]).envs(places.environment("en"));
    finish(command.env("GRADUS_STATE_DIR", places.data().with_file_name("other-state"))).is_well("the other machine");
    copy
}

#[test]
fn f20_a_sync_tool_replaces_the_file_while_a_note_is_being_typed() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    let other = elsewhere(&places, &file, &["N2.1=4", "N3.1=5"]);
    answer(&mut terminal, "3");
    terminal.is_saved();
    terminal.send("n");
    terminal.sees("─ Note ─");
    terminal.send("before and ");
    terminal.sees("before and");
    // What the other machine has knows nothing of our answer.
    fs::rename(other, &file).unwrap();
    terminal.send("after");
    terminal.sees("before and after");
    terminal.send("\x1b");
    terminal.until("the note to close", |s| !s.contents().contains("─ Note ─"));
    terminal.sees("entries made elsewhere were taken in");
    terminal.until("what came", |s| outlined(s, "N2.1", "4.0") && outlined(s, "N3.1", "5.0"));
    terminal.is_saved();
    assert_eq!(alone(&places, &file), ["N1.1=3", "N2.1=4", "N3.1=5"]);
    let shown: serde_json::Value = serde_json::from_str(&places.run(&["show", &file, "--json"])).unwrap();
    assert_eq!(shown["answers"][0]["note"], "before and after");
    quit(terminal);
}

#[test]
fn f20_both_answers_to_one_question_are_kept_when_the_file_is_replaced() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    let other = elsewhere(&places, &file, &["N1.1=1"]);
    answer(&mut terminal, "3");
    terminal.is_saved();
    fs::rename(other, &file).unwrap();
    terminal.send("\r");
    terminal.sees("   2/24  ");
    answer(&mut terminal, "2");
    terminal.is_saved();
    quit(terminal);
    // Neither has seen the other: a conflict, not a winner.
    assert_eq!(events(Path::new(&file), "answer/N1.1"), 2);
    let shown: serde_json::Value = serde_json::from_str(&places.run(&["show", &file, "--json"])).unwrap();
    assert_eq!(shown["answers"][0]["conflict"], true, "{}", shown["answers"][0]);
}

#[test]
fn f20_a_file_that_vanishes_is_never_made_again() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    answer(&mut terminal, "3");
    terminal.is_saved();
    let aside = places.data().with_file_name("aside");
    fs::rename(&file, &aside).unwrap();
    answer(&mut terminal, "4");
    terminal.sees("saved here only");
    terminal.sees("it is gone");
    assert!(!Path::new(&file).exists());
    fs::rename(&aside, &file).unwrap();
    terminal.is_saved();
    quit(terminal);
    assert_eq!(alone(&places, &file), ["N1.1=4"]);
}

#[test]
fn f21_copies_by_sync_tools_are_known_by_what_is_in_them() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let name = Path::new(&file).file_stem().unwrap().to_str().unwrap();
    let copies = [
        format!("{name}.sync-conflict-20261122-101500-ABCDEFG.gradus"),
        format!("{name} (LI's conflicted copy 2026-11-22).gradus"),
        format!("{name}-LAPTOP.gradus"),
        format!("{name} (conflicted copy 2026-11-22 101500).gradus"),
        "quite another name.gradus".to_owned(),
    ];
    for copy in &copies {
        fs::copy(&file, places.data().join(copy)).unwrap();
    }
    places.run(&["answer", &file, "N2.1=5"]);
    for copy in &copies {
        let path = places.data().join(copy);
        let before = fs::read(&path).unwrap();
        let shown = gradus(&places, &["show", path.to_str().unwrap(), "--json"]);
        shown.is_well(copy);
        assert!(shown.err.contains("is a copy of") && shown.err.contains("until you merge them"), "{shown:?}");
        // Each goes its own way: neither is healed from the other's memory.
        assert_eq!(answers_in(&shown.out), ["N1.1=3"], "{copy}");
        gradus(&places, &["answer", path.to_str().unwrap(), "N4.1=1"]).is_well(copy);
        assert!(fs::read(&path).unwrap().starts_with(&before));
    }
    assert_eq!(answers_in(&places.run(&["show", &file, "--json"])), ["N1.1=3", "N2.1=5"]);
    assert_eq!(fs::read_dir(state(&places)).unwrap().count(), 1, "one assessment, however many copies");
}

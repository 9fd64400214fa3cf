//! An interview at the keyboard: notes first, a battery that dies in the middle of a line, levels later.

use std::time::Instant;

use rustix::process::Signal;
use serde_json::Value;

use super::places::Places;
use super::pty::{self, Terminal};

const HALF: &str = "half a sent";

fn question<'j>(shown: &'j Value, id: &str) -> &'j Value {
    shown["answers"].as_array().unwrap().iter().find(|a| a["id"] == id).unwrap()
}

#[test]
fn an_interview_survives_a_kill_in_the_middle_of_a_line() {
    let places = Places::new();
    let made = places.run(&["new", "--subject", "East Steel", "--mode", "interview"]);
    let file = made.trim();
    let mut terminal = Terminal::gradus(&places, "en", &[file]);
    terminal.sees("No interviewee named");
    terminal.send("i");
    terminal.sees("Who is answering?");
    terminal.send("Ms Wang\r");
    terminal.sees("Interviewee: Ms Wang");
    terminal.send("\t");
    terminal.sees("Pad · lines: 0");
    terminal.send("#R3 a spreadsheet, one person\r");
    terminal.sees("R3.1  a spreadsheet, one person");
    terminal.is_saved();
    terminal.send(HALF);
    terminal.sees(HALF);
    let deadline = Instant::now() + pty::PATIENCE;
    while !places.remembered().contains(HALF) {
        assert!(Instant::now() < deadline, "no draft of the line was kept");
        std::thread::yield_now();
    }
    terminal.signal(Signal::KILL);
    terminal.end();

    // The line is there, its interviewer assigns it and rates later.
    let mut terminal = Terminal::gradus(&places, "en", &[file]);
    terminal.sees("Interviewee: Ms Wang");
    terminal.send("\t");
    terminal.sees("Pad · lines: 2");
    terminal.sees(HALF);
    terminal.send("\x1b[A");
    terminal.sees("▸");
    terminal.send("#O1\r");
    terminal.sees("The line now belongs to O1.1.");
    terminal.send("#R3\r");
    terminal.sees("R3 Identifier and catalogue");
    terminal.send("\t");
    terminal.sees("not answered yet");
    terminal.send("4");
    terminal.sees("said by Ms Wang");
    terminal.sees("this level should have evidence");
    terminal.send("g");
    terminal.sees("Your own rating of R3.1?");
    terminal.send("2");
    terminal.sees("◆ 2");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();

    let shown = places.shown(file);
    let r3 = question(&shown, "R3.1");
    assert_eq!((&r3["level"], &r3["said_by"], &r3["rating"]["level"]), (&4.0.into(), &"Ms Wang".into(), &2.into()));
    assert_eq!(r3["pad"][0]["text"], "a spreadsheet, one person");
    assert_eq!(question(&shown, "O1.1")["pad"][0]["text"], HALF);
    assert_eq!(shown["pad"], Value::Array(Vec::new()));
}

//! Bursts, pastes, sequences in pieces, and no input at all.

use std::time::{Duration, Instant};

use super::{asked, places::Places, pty::Terminal};

const DOWN: &str = "\x1b[B";
const ESC: &str = "\x1b";

/// A frame that shows another answer than the one before writes its mark once.
fn frames(bytes: &[u8]) -> usize {
    String::from_utf8_lossy(bytes).matches('✓').count()
}

#[test]
fn two_hundred_keys_are_drawn_at_once_and_all_applied() {
    let places = Places::new();
    let (file, mut terminal) = asked(&places);
    terminal.send("1");
    terminal.sees("✓ 1");
    terminal.is_saved();
    let before = terminal.bytes().len();
    terminal.send("23".repeat(100));
    terminal.sees("✓ 3");
    let drawn = frames(&terminal.bytes()[before..]);
    assert!((1..=3).contains(&drawn), "{drawn} frames");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().filter(|l| l.contains("\"answer/N1.1\"")).count(), 201);
}

/// 100 KB of prose with everything that a screen takes for a command.
fn prose() -> String {
    let line = "Quite a few plants (3 of 5) use their own lines; u x q b 1 2 3 n e Z D y, and so on.\n";
    line.repeat(100_000 / line.len())
}

#[test]
fn a_paste_goes_into_a_note_with_and_without_brackets() {
    for bracketed in [true, false] {
        let places = Places::new();
        let (file, mut terminal) = asked(&places);
        terminal.send("n");
        terminal.sees("─ Note ─");
        // What fits is kept; more than a note holds is said to be too much.
        let text = prose();
        let pasted = text.replace('\n', "\r");
        if bracketed {
            terminal.send(format!("\x1b[200~{pasted}\x1b[201~"));
        } else {
            terminal.send(pasted);
        }
        terminal.sees("A text holds at most 64 KiB");
        terminal.send(ESC);
        terminal.until("the note to close", |s| !s.contents().contains("─ Note ─"));
        terminal.send("3");
        terminal.sees("✓ 3");
        terminal.is_saved();
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        let first = &places.shown(&file)["answers"][0];
        let note = first["note"].as_str().unwrap();
        assert_eq!(note.len(), 64 << 10);
        assert!(text.starts_with(note), "bracketed {bracketed}: the text was changed");
        assert_eq!(places.answers(&file), ["N1.1=3"]);
    }
}

#[test]
fn a_paste_outside_of_a_field_answers_nothing_and_quits_nothing() {
    for bracketed in [true, false] {
        let places = Places::new();
        let (file, mut terminal) = asked(&places);
        let pasted = prose().replace('\n', "\r");
        if bracketed {
            terminal.send(format!("\x1b[200~{pasted}\x1b[201~"));
        } else {
            terminal.send(pasted);
        }
        terminal.sees("Pasted text answers nothing here");
        terminal.rests();
        // A key after it is a key again.
        terminal.send("?");
        terminal.sees("─ Help ─");
        terminal.send("?");
        terminal.until("help to close", |s| !s.contents().contains("─ Help ─"));
        terminal.sees("   1/24  ");
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        assert_eq!(places.answers(&file), [""; 0], "bracketed {bracketed}");
        assert_eq!(places.shown(&file)["answers"][0]["note"], serde_json::Value::Null);
    }
}

#[test]
fn an_arrow_that_arrives_in_pieces_is_an_arrow() {
    let places = Places::new();
    let (file, mut terminal) = asked(&places);
    let mut expected = 0;
    for milliseconds in [3, 10, 20, 30, 40] {
        let pause = Duration::from_millis(milliseconds);
        // A machine that was too busy to be punctual has sent something else.
        if !sends_down_in_pieces(&mut terminal, pause) {
            break;
        }
        terminal.sees(&format!("▸  {expected}"));
        expected += 1;
    }
    assert!(expected > 0, "no sequence could be sent in time");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(places.answers(&file), [""; 0]);
}

/// Sends an arrow in three pieces; false if a pause grew beyond what still is one sequence.
fn sends_down_in_pieces(terminal: &mut Terminal, pause: Duration) -> bool {
    let mut longest = Duration::ZERO;
    for piece in [ESC, "[", "B"] {
        let start = Instant::now();
        terminal.send(piece);
        std::thread::sleep(pause);
        longest = longest.max(start.elapsed());
    }
    longest < Duration::from_millis(46)
}

#[test]
fn an_idle_program_does_nothing() {
    let places = Places::new();
    let (_, mut terminal) = asked(&places);
    terminal.send("3");
    terminal.sees("✓ 3");
    terminal.is_saved();
    terminal.send(DOWN);
    terminal.sees("▸  4");
    terminal.rests();
    let before = terminal.switches();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.switches(), before);
}

#[test]
fn the_writers_wait_for_the_first_answer_and_nothing_is_touched_before_it() {
    let places = Places::new();
    let (file, mut terminal) = asked(&places);
    let untouched = (std::fs::read(&file).unwrap(), places.remembered());
    terminal.send(DOWN);
    terminal.sees("▸  0");
    terminal.rests();
    assert!(["File", "Twin"].iter().all(|writer| terminal.has_thread(writer)));
    let before = terminal.switches();
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(terminal.switches(), before);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!((std::fs::read(&file).unwrap(), places.remembered()), untouched);
}

#[test]
fn a_window_that_is_pulled_about_and_let_go_shows_everything_again() {
    let places = Places::new();
    let (_file, mut terminal) = asked(&places);
    // The last row comes last.
    terminal.sees("? help");
    let whole = terminal.screen();
    for round in 0..6 {
        for step in 0..round * 10 {
            terminal.resize(1 + step * 31 % 200, 1 + step * 7 % 60);
        }
        // What no longer fits is lost to the window, though it may have its old size before the program looks.
        terminal.resize(20, 5);
        terminal.resize(80, 24);
        terminal.until("the whole screen", |screen| screen.contents() == whole);
    }
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

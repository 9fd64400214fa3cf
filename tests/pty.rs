//! The program as its user meets it: in a terminal, killed, interrupted, pasted into.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]
#![cfg(target_os = "linux")]

#[path = "support/places.rs"]
mod places;
#[path = "support/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use places::Places;
use pty::Terminal;
use rustix::process::Signal;

const DOWN: &str = "\x1b[B";
const ESC: &str = "\x1b";

/// What the screen says in one language.
struct Said {
    lang: &'static str,
    none_yet: &'static str,
    subject: &'static str,
    name: &'static str,
    begin: &'static str,
    result: &'static str,
}

const ENGLISH: Said = Said {
    lang: "en",
    none_yet: "There is no assessment on this computer yet",
    subject: "─ Subject ─",
    name: "East Steel",
    begin: "▸ Begin",
    result: "East Steel · Result",
};
const CHINESE: Said = Said {
    lang: "zh",
    none_yet: "这台电脑上还没有评估",
    subject: "─ 评估对象 ─",
    name: "华东钢铁",
    begin: "▸ 开始答题",
    result: "华东钢铁 · 结果",
};

/// The digit that answers the n-th question.
fn digit(n: usize) -> usize {
    (n * 7 + 2) % 6
}

/// Answers the questions from the n-th on, each acknowledged on screen.
fn answer(terminal: &mut Terminal, questions: std::ops::RangeInclusive<usize>) {
    for n in questions {
        terminal.sees(&format!("   {n}/24  "));
        terminal.send(digit(n).to_string());
        terminal.sees(&format!("✓ {}", digit(n)));
        terminal.is_saved();
        terminal.send("\r");
    }
}

fn walk(said: &Said) {
    let places = Places::new();
    let mut terminal = Terminal::gradus(&places, said.lang, &[]);
    terminal.sees(said.none_yet);
    terminal.send("n");
    terminal.sees(said.subject);
    terminal.send(said.name);
    terminal.sees(said.name);
    terminal.send("\r");
    terminal.sees(said.begin);
    terminal.send("\r");
    answer(&mut terminal, 1..=13);
    terminal.sees("   14/24  ");
    terminal.signal(Signal::KILL);
    terminal.end();

    let file = places.file();
    let file = file.to_str().unwrap();
    assert_eq!(places.answers(file).len(), 13);
    // Straight to the first question that is open after the last one touched.
    let mut terminal = Terminal::gradus(&places, said.lang, &[file]);
    answer(&mut terminal, 14..=24);
    terminal.sees(said.result);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();

    let shown = places.shown(file);
    assert_eq!(shown["subject"], said.name);
    let levels: Vec<u64> =
        shown["answers"].as_array().unwrap().iter().map(|a| a["level"].as_f64().unwrap() as u64).collect();
    assert_eq!(levels, (1..=24).map(|n| digit(n) as u64).collect::<Vec<_>>());
    // A complete one opens on its result.
    let mut terminal = Terminal::gradus(&places, said.lang, &[file]);
    terminal.sees(said.result);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_new_user_answers_everything_across_a_kill() {
    walk(&ENGLISH);
}

#[test]
fn the_same_in_chinese() {
    walk(&CHINESE);
}

/// An assessment on screen, ready for the first answer.
fn asked(places: &Places) -> (String, Terminal) {
    let file = places.assessment();
    let terminal = Terminal::gradus(places, "en", &[&file]);
    terminal.sees("   1/24  ");
    (file, terminal)
}

#[test]
fn what_was_skipped_is_asked_after_the_last_one_touched() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=1", "N3.1=2", "N4.1=2"]);
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("   5/24  ");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_terminal_is_restored_after_a_quit_from_any_overlay() {
    for keys in ["", "?", "o", "n", "/"] {
        let places = Places::new();
        let (_, mut terminal) = asked(&places);
        terminal.send(keys);
        terminal.send("\x03");
        if keys == "?" || keys == "o" {
            // Help and outline close at it.
            terminal.send("\x03");
        }
        assert_eq!(terminal.end(), 0, "{keys}");
        terminal.is_restored();
    }
}

#[test]
fn an_error_at_the_start_is_told_in_the_shell() {
    let places = Places::new();
    let terminal = Terminal::gradus(&places, "en", &["/nowhere/at-all.gradus"]);
    assert_eq!(terminal.end(), 1);
    terminal.sees("gradus: ");
    terminal.is_restored();
    assert!(!terminal.bytes().contains(&0x1b), "{}", terminal.screen());
}

fn panics(place: &str) {
    let places = Places::new();
    let file = places.assessment();
    let mut environment = places.environment("en");
    environment.push(("GRADUS_TEST_PANIC".to_owned(), place.to_owned()));
    let mut terminal = Terminal::start(env!("CARGO_BIN_EXE_gradus"), &[&file], &environment);
    terminal.sees("   1/24  ");
    // The last answer is still on its way when the program fails.
    terminal.send("3\r2\r\x18");
    assert_eq!(terminal.end(), 101);
    terminal.is_restored();
    terminal.sees("gradus failed inside and stopped");
    assert_eq!(places.answers(&file), ["N1.1=3", "N2.1=2"]);
}

#[test]
fn a_panic_in_update_restores_the_terminal_and_keeps_every_answer() {
    panics("update");
}

#[test]
fn a_panic_in_draw_restores_the_terminal_and_keeps_every_answer() {
    panics("draw");
}

#[test]
fn sigterm_keeps_the_open_note() {
    let places = Places::new();
    let (file, mut terminal) = asked(&places);
    terminal.send("3");
    terminal.send("n");
    terminal.sees("─ Note ─");
    terminal.send("half a sent");
    terminal.sees("half a sent");
    let start = Instant::now();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.end(), 143);
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    terminal.is_restored();
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("   2/24  ");
    terminal.send("b");
    terminal.sees("half a sent");
    assert_eq!(places.shown(&file)["answers"][0]["note"], "half a sent");
}

#[test]
fn a_killed_note_is_recovered_at_the_next_start() {
    let places = Places::new();
    let (file, mut terminal) = asked(&places);
    terminal.send("n");
    terminal.sees("─ Note ─");
    terminal.send("typed and then gone");
    terminal.sees("typed and then gone");
    let deadline = Instant::now() + pty::PATIENCE;
    while !places.remembered().contains("typed and then gone") {
        assert!(Instant::now() < deadline, "no draft was kept");
        std::thread::yield_now();
    }
    terminal.signal(Signal::KILL);
    terminal.end();
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("recovered");
    terminal.send("b");
    terminal.sees("typed and then gone");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(places.shown(&file)["answers"][0]["note"], "typed and then gone");
}

/// A frame without a text field ends by hiding the cursor.
fn frames(bytes: &[u8]) -> usize {
    bytes.windows(6).filter(|w| w == b"\x1b[?25l").count()
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
    assert!(drawn <= 3, "{drawn} frames");
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
fn ctrl_z_gives_the_shell_its_terminal_and_fg_takes_it_again() {
    let places = Places::new();
    let file = places.assessment();
    let mut environment = places.environment("en");
    environment.push(("PS1".to_owned(), "prompt> ".to_owned()));
    let mut shell = Terminal::start("sh", &["-i"], &environment);
    shell.sees("prompt> ");
    shell.send("printf 'modes %s\\n' \"$(stty -g)\"\r");
    shell.until("the modes", |s| modes(&s.contents()).len() == 1);
    prompts(&shell);
    shell.send(format!("{} '{file}'\r", env!("CARGO_BIN_EXE_gradus")));
    shell.sees("   1/24  ");
    shell.send("2");
    shell.sees("✓ 2");
    shell.send("\x1a");
    prompts(&shell);
    shell.until("the cursor", |s| !s.hide_cursor());
    shell.send("echo in $((40 + 2)) between\r");
    shell.sees("in 42 between");
    shell.send("fg\r");
    shell.until("the question again", |s| s.alternate_screen() && s.contents().contains("   1/24  "));
    shell.send("4");
    shell.sees("✓ 4");
    shell.is_saved();
    shell.send("q");
    prompts(&shell);
    shell.send("printf 'modes %s\\n' \"$(stty -g)\"\r");
    shell.until("the modes", |s| modes(&s.contents()).len() == 2);
    let seen = modes(&shell.screen());
    assert_eq!(seen[0], seen[1]);
    shell.send("exit\r");
    assert_eq!(shell.end(), 0);
    assert_eq!(places.answers(&file), ["N1.1=4"]);
}

/// The shell waits for a command. What is typed before may be read by the program.
#[track_caller]
fn prompts(shell: &Terminal) {
    shell.until("the prompt", |s| !s.alternate_screen() && s.contents().trim_end().ends_with("prompt>"));
}

/// The terminal's modes that the shell has printed.
fn modes(screen: &str) -> Vec<String> {
    let printed = screen.lines().filter_map(|l| l.strip_prefix("modes "));
    printed.filter(|m| m.contains(':')).map(str::to_owned).collect()
}

//! F26: clocks that are wrong, that jump, and that strike twice.

use std::fs;
use std::path::Path;

use crate::ground::{GRADUS, alone, can, events, gradus, under, widened};
use crate::places::Places;
use crate::pty::Terminal;

#[test]
fn f26_the_last_answer_counts_whatever_the_clock_says() {
    if !can("F26", &["faketime", "-f", "-1d", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let clocks = ["-2d", "@1970-01-01 00:00:10", "-70y", "+20y", "+400y", "-1d", "@2026-10-25 02:30:00"];
    for (n, clock) in clocks.iter().enumerate() {
        let wrapper = ["faketime", "-f", clock];
        let level = (n + 1) % 6;
        under(&places, &wrapper, &["answer", &file, &format!("N1.1={level}")]).is_well(clock);
        assert_eq!(alone(&places, &file), [format!("N1.1={level}")], "{clock}");
        under(&places, &wrapper, &["show", &file]).is_well(clock);
        under(&places, &wrapper, &["list"]).is_well(clock);
        under(&places, &wrapper, &["new", "--subject", "West Steel"]).is_well(clock);
    }
    assert_eq!(events(Path::new(&file), "answer/N1.1"), clocks.len(), "the history is whole");
    // The hour that comes twice, and the one that never comes.
    for (zone, clock) in [("Europe/Berlin", "@2026-10-25 02:30:00"), ("Europe/Berlin", "@2026-03-29 02:30:00")] {
        let wrapper = ["env", &format!("TZ={zone}"), "faketime", "-f", clock];
        under(&places, &wrapper, &["answer", &file, "N2.1=1"]).is_well(zone);
        under(&places, &wrapper, &["answer", &file, "N2.1=2"]).is_well(zone);
        assert_eq!(alone(&places, &file).last().unwrap(), "N2.1=2");
    }
    gradus(&places, &["answer", &file, "N1.1=0"]).is_well("now");
    assert_eq!(alone(&places, &file)[0], "N1.1=0");
}

#[test]
fn f26_a_clock_that_jumps_while_it_is_open() {
    if !can("F26 jump", &["faketime", "-f", "-1d", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let clock = places.data().with_file_name("clock");
    let mut environment = places.environment("en");
    environment.extend(
        [
            ("FAKETIME_NO_CACHE", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
            ("FAKETIME_TIMESTAMP_FILE", clock.to_str().unwrap()),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    fs::write(&clock, "+0").unwrap();
    // The wrapper sets the variable that would hide the file.
    let line = ["-f", "+0", "env", "-u", "FAKETIME", GRADUS, &file];
    let mut terminal = widened(Terminal::start("faketime", &line, &environment));
    for (digit, jump) in [("1", "-2d"), ("2", "+20y"), ("3", "@1970-01-02 00:00:00"), ("4", "+0")] {
        fs::write(&clock, jump).unwrap();
        terminal.send(digit);
        terminal.sees(&format!("✓ {digit}"));
        terminal.is_saved();
        // What was typed is kept whatever the clock does meanwhile.
        terminal.send("n");
        terminal.sees("─ Note ─");
        terminal.send(format!("{jump} "));
        terminal.sees(jump);
        terminal.send("\x1b");
        terminal.until("the note to close", |s| !s.contents().contains("─ Note ─"));
    }
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(alone(&places, &file), ["N1.1=4"]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("\"at\":\"1970-01-02") && events(Path::new(&file), "note/N1.1") == 4, "{text}");
    let note = gradus(&places, &["show", &file, "--json"]).out;
    assert!(note.contains("-2d +20y @1970-01-02 00:00:00 +0"), "{note}");
}

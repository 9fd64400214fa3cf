//! However the program ends or stops, the terminal is as it was and nothing given is lost.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::{asked, places::Places, pty, pty::Terminal};

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

/// A new assessment opened by a program that is to panic at this place.
fn doomed(places: &Places, place: &str) -> (String, Terminal) {
    let file = places.assessment();
    let mut environment = places.environment("en");
    environment.push(("GRADUS_TEST_PANIC".to_owned(), place.to_owned()));
    let terminal = Terminal::start(env!("CARGO_BIN_EXE_gradus"), &[&file], &environment);
    (file, terminal)
}

fn panics(place: &str) {
    let places = Places::new();
    let (file, mut terminal) = doomed(&places, place);
    terminal.sees("   1/24  ");
    // The last answer is still on its way when the program fails.
    terminal.send("3\r2\r\x18");
    assert_eq!(terminal.end(), 101);
    terminal.is_restored();
    terminal.sees("gradus had an internal error and stopped");
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
fn a_panic_before_the_first_frame_leaves_the_terminal_as_it_is() {
    let places = Places::new();
    let (_file, terminal) = doomed(&places, "start");
    assert_eq!(terminal.end(), 101);
    terminal.sees("gradus had an internal error and stopped");
    terminal.is_restored();
    assert!(!terminal.bytes().contains(&0x1b), "{}", terminal.screen());
}

#[test]
fn a_signal_at_any_moment_of_a_start_leaves_the_terminal_as_it_was() {
    let places = Places::new();
    let file = places.assessment();
    let whole = Instant::now();
    let first = Terminal::gradus(&places, "en", &[&file]);
    first.sees("   1/24  ");
    let whole = whole.elapsed();
    drop(first);
    for moment in 0..12 {
        let terminal = Terminal::gradus(&places, "en", &[&file]);
        std::thread::sleep(whole * moment / 10);
        terminal.signal(Signal::TERM);
        terminal.end();
        terminal.is_restored();
    }
}

#[test]
fn a_key_typed_before_the_first_frame_counts() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.send("3");
    terminal.sees("✓ 3");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(places.answers(&file), ["N1.1=3"]);
}

#[test]
fn who_was_stopped_takes_the_whole_terminal_again() {
    const ENTERS: &[u8] = b"\x1b[?1049h";
    let places = Places::new();
    let (_, mut terminal) = asked(&places);
    terminal.signal(Signal::STOP);
    terminal.signal(Signal::CONT);
    let deadline = Instant::now() + pty::PATIENCE;
    while terminal.bytes().windows(ENTERS.len()).filter(|part| *part == ENTERS).count() < 2 {
        assert!(Instant::now() < deadline, "it goes on as if nobody had used the terminal meanwhile");
        std::thread::sleep(Duration::from_millis(10));
    }
    terminal.sees("   1/24  ");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();
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

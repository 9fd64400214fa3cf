//! F13–F17, F29: signals, a terminal that vanishes, a program that is stopped, fails inside or is
//! killed, and a disk that takes its time.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::ground::{
    GRADUS, alone, answer, answers_in, can_inject, events, gradus, on_screen, outlined, quit, rounds, widened,
};
use crate::places::Places;
use crate::pty::{PATIENCE, Terminal};

const DRAFT: &str = "half a sent";

/// A note being typed over a first answer.
fn typing(places: &Places, file: &str) -> Terminal {
    let mut terminal = on_screen(places, file);
    answer(&mut terminal, "3");
    terminal.send("n");
    terminal.sees("─ Note ─");
    terminal.send(DRAFT);
    terminal.sees(DRAFT);
    terminal
}

/// The note of the first question.
fn note(places: &Places, file: &str) -> serde_json::Value {
    let shown: serde_json::Value = serde_json::from_str(&places.run(&["show", file, "--json"])).unwrap();
    shown["answers"][0]["note"].clone()
}

#[test]
fn f13_a_signal_ends_it_within_a_second_with_the_note_kept_and_the_terminal_restored() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let places = Places::new();
        let file = places.assessment();
        let terminal = typing(&places, &file);
        let start = Instant::now();
        terminal.signal(signal);
        let code = terminal.end();
        assert!(start.elapsed() < Duration::from_secs(1), "{signal:?}: {:?}", start.elapsed());
        assert_eq!(code, 128 + signal.as_raw() as u32, "{signal:?}");
        terminal.is_restored();
        assert_eq!(note(&places, &file), DRAFT, "{signal:?}");
        assert_eq!(alone(&places, &file), ["N1.1=3"], "{signal:?}");
        let next = on_screen(&places, &file);
        next.sees("   2/24  ");
        quit(next);
    }
}

/// A program whose terminal this test alone holds, and can take away.
struct Held {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    pid: i32,
    reader: Box<dyn Read + Send>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn portable_pty::MasterPty + Send>,
    seen: Vec<u8>,
}

impl Held {
    fn start(places: &Places, line: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(line[0]);
        command.args(&line[1..]);
        for (name, value) in places.environment("en") {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap() as i32;
        let (reader, keys) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        Self { child, pid, reader, keys, master: pair.master, seen: Vec::new() }
    }

    /// Reads until these bytes have come.
    fn sees(&mut self, text: &str) {
        let mut buffer = [0; 4096];
        while !String::from_utf8_lossy(&self.seen).contains(text) {
            let count = self.reader.read(&mut buffer).unwrap();
            assert!(count > 0, "it ended before {text}: {}", String::from_utf8_lossy(&self.seen));
            self.seen.extend_from_slice(&buffer[..count]);
        }
    }

    fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    /// The program itself, where another one started it.
    fn worker(&self) -> i32 {
        let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.pid)).unwrap_or_default();
        children.split_whitespace().next().map_or(self.pid, |pid| pid.parse().unwrap())
    }

    /// Takes the terminal away; returns how long the program lived on, what that cost, and its exit code.
    fn vanish(self) -> (Duration, u64, u32) {
        let (pid, worker) = (self.pid, self.worker());
        let Self { mut child, reader, keys, master, .. } = self;
        let before = hundredths(worker).unwrap();
        let mut after = before;
        let start = Instant::now();
        drop((reader, keys, master));
        loop {
            after = hundredths(worker).unwrap_or(after);
            if let Some(status) = child.try_wait().unwrap() {
                return (start.elapsed(), after - before, status.exit_code());
            }
            if start.elapsed() > PATIENCE {
                let _ = [pid, worker].map(|pid| kill_process(Pid::from_raw(pid).unwrap(), Signal::KILL));
                panic!("it outlives its terminal");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Processor time of a process in hundredths of a second, while it is there.
fn hundredths(pid: i32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let rest: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    Some(rest[11].parse::<u64>().unwrap() + rest[12].parse::<u64>().unwrap())
}

#[test]
fn f14_a_terminal_that_vanishes_ends_it_whether_or_not_the_signal_for_that_comes() {
    // The signal comes and is caught; it is ignored from the start; it never comes, for want of a session.
    let ignored = format!("trap '' HUP; exec {GRADUS} \"$0\"");
    let apart = format!("trap '' HUP; exec setsid -w {GRADUS} \"$0\"");
    let ways: [&[&str]; 3] = [&[GRADUS], &["sh", "-c", &ignored], &["sh", "-c", &apart]];
    for way in ways {
        let places = Places::new();
        let file = places.assessment();
        let mut held = Held::start(&places, &[way, &[&file]].concat());
        held.sees("1/24");
        held.send("3");
        held.sees("✓");
        held.send("n");
        held.sees("Note");
        held.send(DRAFT);
        held.sees("sent");
        let (elapsed, ticks, code) = held.vanish();
        assert!(elapsed < Duration::from_secs(2), "{way:?}: {elapsed:?}");
        assert!(ticks <= 10, "{way:?}: {ticks} hundredths of a second of work");
        // By the signal, or by the watchdog: the code is the same.
        assert_eq!(code, 129, "{way:?}");
        assert_eq!(note(&places, &file), DRAFT, "{way:?}");
        assert_eq!(alone(&places, &file), ["N1.1=3"], "{way:?}");
    }
}

#[test]
fn f15_what_others_wrote_while_it_was_stopped_is_taken_in() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    answer(&mut terminal, "3");
    terminal.is_saved();
    terminal.signal(Signal::STOP);
    gradus(&places, &["answer", &file, "N2.1=4", "--by", "wang"]).is_well("the other one");
    // Somebody scribbles over the screen meanwhile.
    let before = terminal.bytes().len();
    terminal.signal(Signal::CONT);
    terminal.sees("1 entry made elsewhere was taken in");
    terminal.until("both answers", |s| outlined(s, "N2.1", "4.0") && outlined(s, "N1.1", "3.0"));
    let redrawn = String::from_utf8_lossy(&terminal.bytes()[before..]).into_owned();
    assert!(redrawn.contains("When a site uses computing"), "everything is drawn anew");
    answer(&mut terminal, "5");
    terminal.is_saved();
    quit(terminal);
    assert_eq!(alone(&places, &file), ["N1.1=5", "N2.1=4"]);
}

/// A window whose writers fail inside at the first answer.
fn without(writers: &str, places: &Places, file: &str) -> Terminal {
    let mut environment = places.environment("en");
    environment.push(("GRADUS_TEST_PANIC".to_owned(), writers.to_owned()));
    let mut terminal = widened(Terminal::start(GRADUS, &[file], &environment));
    terminal.send("3");
    terminal.sees("✓ 3");
    terminal
}

#[test]
fn f16_a_dead_file_writer_leaves_the_second_copy_and_the_program_goes_on() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = without("file", &places, &file);
    terminal.sees("saved here only");
    terminal.sees("the part of the program that saves has stopped");
    answer(&mut terminal, "5");
    terminal.until("the full screen", vt100::Screen::alternate_screen);
    terminal.send("q");
    terminal.sees("╭─ saved here only");
    terminal.send("q");
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    assert_eq!(answers_in(&places.run(&["show", &file, "--json"])), ["N1.1=5"]);
    gradus(&places, &["answer", &file, "N2.1=1"]).is_well("the next start");
    assert_eq!(alone(&places, &file), ["N1.1=5", "N2.1=1"]);
}

#[test]
fn f16_a_dead_twin_writer_leaves_the_file() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = without("twin", &places, &file);
    terminal.sees("its second copy on this computer is not: ");
    terminal.is_saved();
    answer(&mut terminal, "5");
    terminal.is_saved();
    // Without a second copy even a draft goes to the file.
    terminal.send("n");
    terminal.sees("─ Note ─");
    terminal.send(DRAFT);
    let deadline = Instant::now() + PATIENCE;
    while !fs::read_to_string(&file).unwrap().contains(DRAFT) {
        assert!(Instant::now() < deadline, "the draft is nowhere");
        std::thread::sleep(Duration::from_millis(20));
    }
    terminal.send("\x1b");
    terminal.until("the note to close", |s| !s.contents().contains("─ Note ─"));
    terminal.is_saved();
    quit(terminal);
    assert_eq!(alone(&places, &file), ["N1.1=5"]);
}

#[test]
fn f16_with_both_writers_dead_nothing_is_called_saved_and_it_can_go_elsewhere() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = without("writers", &places, &file);
    terminal.sees("NOT SAVED");
    terminal.sees("the part of the program that saves has stopped");
    answer(&mut terminal, "45");
    terminal.send("q");
    terminal.sees("╭─ NOT SAVED");
    terminal.send("s");
    terminal.sees("Save to which file?");
    let elsewhere = places.data().with_file_name("elsewhere.gradus");
    terminal.send(format!("{}\r", elsewhere.display()));
    terminal.sees("Everything is saved in");
    terminal.send("q");
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    assert_eq!(alone(&places, elsewhere.to_str().unwrap()), ["N1.1=5"]);
    assert_eq!(events(&elsewhere, "answer/N1.1"), 3);
}

/// Small numbers that look like chance, the same ones in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn f17_f19_killed_at_any_moment_everything_acknowledged_is_there() {
    let places = Places::new();
    let file = places.assessment();
    let mut dice = Dice(17);
    let mut acknowledged = 0;
    let mut last = String::new();
    for round in 0..5 * rounds() {
        let mut terminal = Terminal::gradus(&places, "en", &[&file]);
        terminal.sees("/24  ");
        // A killed window leaves no question behind and counts as no other window.
        let screen = terminal.screen();
        assert!(!screen.contains("another window") && !screen.contains("leave them out"), "{screen}");
        terminal.send("/N1.1\r");
        terminal.sees("› N1 Access");
        for _ in 0..=dice.roll(4) {
            let digit = (last.parse::<u64>().unwrap_or(0) + 1 + dice.roll(4)) % 5;
            terminal.send(digit.to_string());
            terminal.sees(&format!("✓ {digit}"));
            terminal.is_saved();
            (last, acknowledged) = (digit.to_string(), acknowledged + 1);
        }
        // And some that nobody waits for.
        let hasty = dice.roll(3);
        for n in 0..hasty {
            terminal.send(((last.parse::<u64>().unwrap() + 1 + n) % 5).to_string());
        }
        std::thread::sleep(Duration::from_micros(dice.roll(5_000)));
        terminal.signal(Signal::KILL);
        terminal.end();
        let found = answers_in(&places.run(&["show", &file, "--json"]));
        assert_eq!(found.len(), 1, "round {round}: {found:?}");
        if hasty == 0 {
            assert_eq!(found, [format!("N1.1={last}")], "round {round}");
        }
        last = found[0].split_once('=').unwrap().1.to_owned();
        let kept = events(Path::new(&file), "answer/N1.1");
        assert!(kept >= acknowledged, "round {round}: {kept} of {acknowledged}");
        acknowledged = kept;
    }
}

/// Median time from a key to its frame, under `strace` that delays each sync by so many milliseconds.
fn key_to_frame(places: &Places, file: &str, delay: u64) -> Duration {
    let mut terminal = slowly(places, file, delay);
    let mut times: Vec<Duration> = (0..21)
        .map(|n| {
            let digit = n % 5;
            let start = Instant::now();
            terminal.send(digit.to_string());
            terminal.sees(&format!("✓ {digit}"));
            start.elapsed()
        })
        .collect();
    times.sort();
    terminal.signal(Signal::KILL);
    times[times.len() / 2]
}

/// A window whose every sync takes so many milliseconds.
fn slowly(places: &Places, file: &str, delay: u64) -> Terminal {
    let inject = format!("inject=fsync,fdatasync:delay_enter={}", delay * 1_000);
    let strace = ["-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", &inject];
    let terminal = Terminal::start("strace", &[&strace[..], &[GRADUS, file]].concat(), &places.environment("en"));
    terminal.sees("/24  ");
    terminal
}

#[test]
fn f29_a_slow_disk_makes_no_key_wait() {
    if !can_inject("F29") {
        return;
    }
    // A busy machine may be slow by itself for a while; a key that waits for a sync always is.
    let mut measured = Vec::new();
    for _ in 0..5 {
        let places = Places::new();
        let file = places.assessment();
        let normal = key_to_frame(&places, &file, 0);
        let slow = key_to_frame(&places, &file, 500);
        if slow <= normal.mul_f64(1.1) + Duration::from_millis(2) {
            return;
        }
        measured.push((normal, slow));
    }
    panic!("{measured:?}");
}

#[test]
fn f29_quitting_waits_for_a_slow_disk_and_says_so() {
    if !can_inject("F29 quit") {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = slowly(&places, &file, 500);
    answer(&mut terminal, "12");
    terminal.sees("saving");
    terminal.send("q");
    terminal.sees("Still saving; press Ctrl-C to stop waiting.");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();
    assert_eq!(alone(&places, &file), ["N1.1=2"]);
}

#[test]
fn f29_waiting_for_a_slow_disk_can_be_stopped() {
    if !can_inject("F29 stop") {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    // Ended well, so that opening it needs no sync.
    places.run(&["answer", &file, "N2.1=1"]);
    let mut terminal = slowly(&places, &file, 10_000);
    answer(&mut terminal, "3");
    terminal.send("q");
    terminal.sees("Still saving; press Ctrl-C to stop waiting.");
    let start = Instant::now();
    // The terminal is the shell's again: this is a signal now.
    terminal.send("\x03");
    terminal.sees("Stopped waiting before everything was saved");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    terminal.is_restored();
}

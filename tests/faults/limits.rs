//! F32, F33: what the system does not grant, and output that goes nowhere.

use std::fs;
use std::process::{Command, Stdio};

use crate::ground::{GRADUS, alone, answer, answers_in, can, events, finish, gradus, quit, under, widened};
use crate::places::Places;
use crate::pty::Terminal;

#[test]
fn f32_a_file_may_not_grow_beyond_a_limit() {
    if !can("F32 file size", &["prlimit", "--fsize=4096", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let wrapper = ["prlimit", "--fsize=4096"];
    let mut refused = None;
    for n in 0..30 {
        let before = fs::read(&file).unwrap();
        let ended = under(&places, &wrapper, &["answer", &file, &format!("N1.1={}", n % 5)]);
        assert!(fs::read(&file).unwrap().starts_with(&before));
        if ended.code != Some(0) {
            ended.is_told("the limit", "it would be larger than the system allows, so raise the limit");
            refused = Some(n % 5);
            break;
        }
    }
    let refused = refused.expect("4 KiB hold no thirty answers");
    // The second copy, a smaller file, had room for it.
    assert_eq!(answers_in(&places.run(&["show", &file, "--json"])), [format!("N1.1={refused}")]);
    gradus(&places, &["answer", &file, "N2.1=1"]).is_well("without a limit");
    assert_eq!(alone(&places, &file), [format!("N1.1={refused}"), "N2.1=1".to_owned()]);

    let tiny = Places::new();
    under(&tiny, &["prlimit", "--fsize=100"], &["new", "--subject", "x"])
        .is_told("new", "larger than the system allows");
    assert_eq!(fs::read_dir(tiny.data()).unwrap().count(), 0, "nothing half made is left");
}

#[test]
fn f32_a_limit_on_screen_is_a_banner_and_no_death() {
    if !can("F32 screen", &["prlimit", "--fsize=2048", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let line = ["--fsize=2048", GRADUS, &file];
    let mut terminal = widened(Terminal::start("prlimit", &line, &places.environment("en")));
    answer(&mut terminal, "012345012345012345012345");
    terminal.sees("NOT SAVED");
    terminal.sees("it would be larger than the system allows, so raise the limit");
    terminal.send("q");
    terminal.sees("╭─ NOT SAVED");
    terminal.send("q");
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    places.run(&["show", &file]);
}

#[test]
fn f32_few_files_little_memory_and_a_short_stack() {
    let limits = ["--nofile=16", "--as=67108864", "--stack=262144", "--nproc=4096"];
    for limit in limits {
        if !can("F32", &["prlimit", limit, "true"]) {
            continue;
        }
        let places = Places::new();
        let file = places.assessment();
        let wrapper = ["prlimit", limit];
        for args in [&["answer", &file, "N1.1=3"][..], &["show", &file], &["list"], &["new", "--subject", "x"]] {
            under(&places, &wrapper, args).is_well(&format!("{limit} {args:?}"));
        }
        let mut terminal = widened(Terminal::start("prlimit", &[limit, GRADUS, &file], &places.environment("en")));
        answer(&mut terminal, "24");
        terminal.is_saved();
        for (key, shown) in
            [("v", "· Result"), ("r", "· Review"), ("v", "· Result"), ("?", "─ Help ─"), ("?", "· Result")]
        {
            terminal.send(key);
            terminal.sees(shown);
        }
        quit(terminal);
        assert_eq!(events(file.as_ref(), "answer/N2.1"), 2, "{limit}");
    }
}

#[test]
fn f32_where_nothing_can_be_opened_it_says_so() {
    if !can("F32 no file", &["prlimit", "--nofile=64", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    let before = fs::read(&file).unwrap();
    // The loader needs one; the rest is ours.
    let ended = under(&places, &["prlimit", "--nofile=4"], &["answer", &file, "N1.1=3"]);
    if ended.code == Some(0) {
        assert_eq!(alone(&places, &file), ["N1.1=3"]);
    } else {
        ended.is_told("four files", "too many files are open");
        assert!(fs::read(&file).unwrap().starts_with(&before));
    }
}

#[test]
fn f32_a_memory_limit_that_is_too_small_ends_it_before_anything_is_written() {
    if !can("F32 memory", &["prlimit", "--as=67108864", "true"]) {
        return;
    }
    let places = Places::new();
    let file = places.assessment();
    for kib in [4_000, 8_000, 12_000, 16_000, 24_000] {
        let before = fs::read(&file).unwrap();
        let ended = under(&places, &["prlimit", &format!("--as={}", kib * 1024)], &["answer", &file, "N1.1=3"]);
        let after = fs::read(&file).unwrap();
        assert!(after.starts_with(&before), "{kib} KiB");
        if ended.code != Some(0) && after != before {
            // What was written is whole lines, or a torn one that is known as such.
            places.run(&["show", &file]);
        }
    }
}

#[test]
fn f33_a_reader_that_goes_away_is_no_failure() {
    let places = Places::new();
    let file = places.assessment();
    for args in [&["show", &file, "--json"][..], &["show", &file], &["list"], &["--help"], &["--version"]] {
        let mut command = Command::new(GRADUS);
        command.args(args).envs(places.environment("en")).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let out = child.wait_with_output().unwrap();
        assert_eq!((out.status.code(), out.stderr.len()), (Some(0), 0), "{args:?}: {out:?}");
    }
    let pipe = format!("set -o pipefail; {GRADUS} show '{file}' --json | head -c 10");
    let ended = finish(Command::new("bash").args(["-c", &pipe]).envs(places.environment("en")));
    assert_eq!((ended.code, ended.out.len(), ended.err.as_str()), (Some(0), 10, ""), "{ended:?}");
}

#[test]
fn f33_output_that_cannot_be_written_is_an_error() {
    let places = Places::new();
    let file = places.assessment();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for args in [&["show", &file, "--json"][..], &["show", &file], &["list"], &["--help"], &["--version"]] {
        let mut command = Command::new(GRADUS);
        let out =
            command.args(args).envs(places.environment("en")).stdout(full()).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.lines().count() == 1 && !said.contains("panicked"), "{args:?}: {said}");
        // And where not even that can be said.
        let mut command = Command::new(GRADUS);
        let status = command.args(args).envs(places.environment("en")).stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(1), "{args:?}");
    }
    // What was made stays made.
    let mut command = Command::new(GRADUS);
    command
        .args(["new", "--subject", "West Steel"])
        .envs(places.environment("en"))
        .stdout(full())
        .stderr(Stdio::null());
    assert_eq!(command.status().unwrap().code(), Some(1));
    assert_eq!(fs::read_dir(places.data()).unwrap().count(), 2);
}

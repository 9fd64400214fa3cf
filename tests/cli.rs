//! The commands: what they print, what they refuse, and that a refusal changes nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "cli/answering.rs"]
mod answering;
#[path = "cli/checking.rs"]
mod checking;
#[path = "cli/history.rs"]
mod history;
#[path = "cli/making.rs"]
mod making;
#[path = "support/places.rs"]
mod places;
#[path = "cli/showing.rs"]
mod showing;
#[path = "cli/usage.rs"]
mod usage;

use std::process::Output;

use assert_cmd::Command;
use places::Places;

/// The program in a language.
fn gradus(places: &Places, lang: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
    command.envs(places.environment(lang)).current_dir(places.root());
    command
}

/// One sentence on standard error, nothing on standard output, and this exit code.
#[track_caller]
fn refuses(output: &Output, code: i32) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}{err}");
    assert_eq!(out, "", "{err}");
    let sentence = err.strip_suffix('\n').unwrap_or_else(|| panic!("no line break after {err:?}"));
    assert!(sentence.starts_with("gradus: ") && sentence.len() > 20, "{sentence:?}");
    assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
    sentence.to_owned()
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

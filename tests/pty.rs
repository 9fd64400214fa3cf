//! The program as its user meets it: in a terminal, killed, interrupted, pasted into.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]
#![cfg(target_os = "linux")]

#[path = "pty/colours.rs"]
mod colours;
#[path = "pty/ends.rs"]
mod ends;
#[path = "pty/glance.rs"]
mod glance;
#[path = "pty/input.rs"]
mod input;
#[path = "pty/mouse.rs"]
mod mouse;
#[path = "support/places.rs"]
mod places;
#[path = "support/pty.rs"]
mod pty;
#[path = "pty/talk.rs"]
mod talk;
#[path = "pty/walk.rs"]
mod walk;
#[path = "pty/workshop.rs"]
mod workshop;

use places::Places;
use pty::Terminal;

/// An assessment on screen, ready for the first answer.
fn asked(places: &Places) -> (String, Terminal) {
    let file = places.assessment();
    let terminal = Terminal::gradus(places, "en", &[&file]);
    terminal.sees("   1/24  ");
    (file, terminal)
}

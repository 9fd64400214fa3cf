//! The one way to standard output and standard error: whatever is printed is clean.

use std::io::{self, IsTerminal, Write};

use crate::text::{clean_block, clean_line, escape_hidden};

/// Prints a text and a line break. A reader that went away is no failure.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let result =
        out.write_all(clean_block(text).as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
    match result {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Prints what stands before a line that is to be typed. A reader that went away is no failure.
pub fn prompt(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(clean_block(text).as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Prints JSON in which control, direction and invisible characters stand as `\u` and four digits.
pub fn print_json(value: &serde_json::Value) -> io::Result<()> {
    print(&escape_hidden(&serde_json::to_string_pretty(value).unwrap_or_default()))
}

/// Tells one sentence on standard error. If even that cannot be written nobody is there to be told.
pub fn complain(sentence: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(clean_block(sentence).as_bytes()).and_then(|()| err.write_all(b"\n"));
}

/// Writes the bytes of a file as they are, to whatever standard output leads to. They must have
/// been cleaned where they were made. A reader that went away is no failure.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Whether standard output is a screen, where bytes of a file have no place.
pub fn is_screen() -> bool {
    io::stdout().is_terminal()
}

/// Whether somebody sees standard error while the program works.
pub fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Shows how far the work is, in place of what was shown before; nothing takes it away again.
pub fn progress(line: &str) {
    let mut err = io::stderr().lock();
    // Back to the first column and clear the rest of the line.
    let _ = err.write_all(format!("\r\u{1b}[K{}", clean_line(line)).as_bytes()).and_then(|()| err.flush());
}

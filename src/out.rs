//! The one way to standard output and standard error: whatever is printed is clean.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use crate::text::clean_block;

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

/// Prints JSON in which control, direction and invisible characters stand as `\uXXXX`.
pub fn print_json(value: &serde_json::Value) -> io::Result<()> {
    print(&escaped(&serde_json::to_string_pretty(value).unwrap_or_default()))
}

/// Tells one sentence on standard error. If even that cannot be written nobody is there to be told.
pub fn complain(sentence: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(clean_block(sentence).as_bytes()).and_then(|()| err.write_all(b"\n"));
}

/// JSON text with everything that [`clean_block`] would change written as escapes.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        if c == '\n' || !crate::text::has_hidden(c.encode_utf8(&mut [0; 4])) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut units) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn hidden_characters_in_json_are_escaped() {
        assert_eq!(
            escaped("{\n \"a\": \"x\u{202e}y\u{9b}\u{e0041}中\"\n}"),
            "{\n \"a\": \"x\\u202Ey\\u009B\\uDB40\\uDC41中\"\n}"
        );
    }
}

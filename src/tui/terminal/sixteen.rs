//! The sixteen colours as a terminal that has no more of them reads them.

use std::io::{self, Write};

/// Writes on, with the first sixteen of the 256 colours by their old names: `38;5;1` becomes `31`.
///
/// A terminal without 256 colours takes `38;5;1` for three wishes of which one is to blink.
pub struct Sixteen<W> {
    to: W,
    is_on: bool,
    /// The beginning of a sequence whose end has not come yet.
    begun: Vec<u8>,
}

impl<W> Sixteen<W> {
    /// Writes to `to`, as it comes unless `is_on`.
    pub fn new(to: W, is_on: bool) -> Self {
        Self { to, is_on, begun: Vec::new() }
    }
}

impl<W: Write> Write for Sixteen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_on {
            return self.to.write(bytes);
        }
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let whole = whole(&all);
        self.begun = all.split_off(whole);
        self.to.write_all(&renamed(&all))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let begun = std::mem::take(&mut self.begun);
        self.to.write_all(&begun)?;
        self.to.flush()
    }
}

/// How many bytes come before a sequence that has not ended.
fn whole(bytes: &[u8]) -> usize {
    let Some(escape) = bytes.iter().rposition(|b| *b == 0x1b) else { return bytes.len() };
    let has_ended = match &bytes[escape + 1..] {
        [] => false,
        [b'[', rest @ ..] => rest.iter().any(|b| (0x40..=0x7e).contains(b)),
        _ => true,
    };
    if has_ended { bytes.len() } else { escape }
}

/// The bytes with the colours of every sequence renamed.
fn renamed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"\x1b[") {
        let (before, from) = rest.split_at(at + 2);
        out.extend_from_slice(before);
        let end = from.iter().position(|b| (0x40..=0x7e).contains(b)).unwrap_or(from.len());
        let (parameters, after) = from.split_at(end);
        match std::str::from_utf8(parameters) {
            Ok(text) if after.first() == Some(&b'm') => out.extend_from_slice(colours(text).as_bytes()),
            _ => out.extend_from_slice(parameters),
        }
        rest = after;
    }
    out.extend_from_slice(rest);
    out
}

/// `38;5;9;48;5;0` as `91;40`.
fn colours(parameters: &str) -> String {
    let given: Vec<&str> = parameters.split(';').collect();
    let mut said: Vec<String> = Vec::new();
    let mut rest = given.as_slice();
    while let [first, after @ ..] = rest {
        let (word, left) = match (*first, after) {
            (ground @ ("38" | "48"), ["5", number, left @ ..]) => match (ground, number.parse::<u8>()) {
                ("38", Ok(n @ 0..=7)) => ((30 + n).to_string(), left),
                ("38", Ok(n @ 8..=15)) => ((82 + n).to_string(), left),
                ("48", Ok(n @ 0..=7)) => ((40 + n).to_string(), left),
                ("48", Ok(n @ 8..=15)) => ((92 + n).to_string(), left),
                _ => (format!("{ground};5;{number}"), left),
            },
            (other, left) => (other.to_owned(), left),
        };
        said.push(word);
        rest = left;
    }
    said.join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &str = "\x1b[1;1H\x1b[1m\x1b[38;5;9;49mA\x1b[38;5;0;48;5;15m一\x1b[39;48;5;200;4mB\x1b[0m\x1b[?25h";
    const OLD: &str = "\x1b[1;1H\x1b[1m\x1b[91;49mA\x1b[30;107m一\x1b[39;48;5;200;4mB\x1b[0m\x1b[?25h";

    #[test]
    fn colours_get_their_old_names_wherever_a_write_is_cut() {
        for cut in 0..=FRAME.len() {
            let mut out = Sixteen::new(Vec::new(), true);
            for part in [&FRAME.as_bytes()[..cut], &FRAME.as_bytes()[cut..]] {
                out.write_all(part).unwrap();
            }
            out.flush().unwrap();
            assert_eq!(String::from_utf8(out.to).unwrap(), OLD, "{cut}");
        }
    }

    #[test]
    fn where_there_are_more_colours_nothing_changes() {
        let mut out = Sixteen::new(Vec::new(), false);
        out.write_all(FRAME.as_bytes()).unwrap();
        assert_eq!(out.to, FRAME.as_bytes());
    }
}

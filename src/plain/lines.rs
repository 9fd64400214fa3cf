//! Lines of the input: of any encoding and any length, without running out of memory.

use std::io::{self, BufRead, Read as _};

/// Longest line that is taken, in bytes.
pub const LONGEST: usize = 64 << 10;

/// One line of the input.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Without its end; what is no UTF-8 is shown as such.
    Read(String),
    /// Longer than [`LONGEST`]; it was passed over.
    TooLong,
}

/// Reads lines.
pub struct Lines<R> {
    input: R,
    is_first: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Self { input, is_first: true }
    }

    /// The next line; `None` at the end of the input.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let limit = LONGEST as u64 + 2;
        if self.input.by_ref().take(limit).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let is_whole = bytes.last() == Some(&b'\n');
        if !is_whole && bytes.len() > LONGEST {
            self.pass_over()?;
            return Ok(Some(Line::TooLong));
        }
        let text = String::from_utf8_lossy(&bytes);
        let mut text = text.trim_end_matches(['\n', '\r']);
        if std::mem::take(&mut self.is_first) {
            // Some shells begin a pipe with a byte order mark.
            text = text.trim_start_matches('\u{feff}');
        }
        Ok(Some(Line::Read(text.to_owned())))
    }

    /// To the end of the line.
    fn pass_over(&mut self) -> io::Result<()> {
        loop {
            let waiting = self.input.fill_buf()?;
            let end = waiting.iter().position(|b| *b == b'\n');
            let (used, is_over) = (end.map_or(waiting.len(), |end| end + 1), end.is_some() || waiting.is_empty());
            self.input.consume(used);
            if is_over {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &[u8]) -> Vec<Line> {
        let mut lines = Lines::new(input);
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    #[test]
    fn lines_of_any_kind_are_read() {
        let read = |text: &str| Line::Read(text.to_owned());
        assert_eq!(all(b"\xef\xbb\xbf2\r\n\n3"), [read("2"), read(""), read("3")]);
        assert_eq!(all(b"\xff\n"), [read("\u{fffd}")]);
        assert_eq!(all(b""), []);
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let mut input = vec![b'x'; 3 * LONGEST];
        input.extend(b"\n4\n");
        assert_eq!(all(&input), [Line::TooLong, Line::Read("4".to_owned())]);
        let longest = [vec![b'y'; LONGEST], b"\n".to_vec()].concat();
        assert_eq!(all(&longest), [Line::Read("y".repeat(LONGEST))]);
    }
}

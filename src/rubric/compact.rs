//! A rubric file without the blanks between its parts: what is hashed, embedded and carried along.
//!
//! Compiled twice: into the program, and into the build script that makes the shipped rubrics compact.

use std::borrow::Cow;

/// The same JSON text without a byte order mark and without the blanks between its parts: itself
/// where it has none.
pub fn compact(json: &str) -> Cow<'_, str> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut kept = String::new();
    let (mut at, mut is_compact) = (0, true);
    let mut blanks = Blanks::default();
    while at < json.len() {
        let (end, is_blank) = blanks.next(&json.as_bytes()[at..]);
        if is_blank && is_compact {
            is_compact = false;
            kept.reserve(json.len());
            kept.push_str(&json[..at]);
        } else if !is_blank && !is_compact {
            kept.push_str(&json[at..at + end]);
        }
        at += end;
    }
    if is_compact { Cow::Borrowed(json) } else { Cow::Owned(kept) }
}

/// Tells the blanks between the parts of a JSON text from the rest, whatever pieces it comes in.
#[derive(Default)]
struct Blanks {
    in_text: bool,
    is_escaped: bool,
}

impl Blanks {
    /// How many of the next bytes belong together, at least one, and whether they are such blanks.
    fn next(&mut self, bytes: &[u8]) -> (usize, bool) {
        if self.in_text {
            if std::mem::take(&mut self.is_escaped) {
                return (1, false);
            }
            let Some(at) = memchr::memchr2(b'"', b'\\', bytes) else { return (bytes.len(), false) };
            (self.in_text, self.is_escaped) = (bytes[at] != b'"', bytes[at] == b'\\');
            return (at + 1, false);
        }
        let is_blank = bytes[0].is_ascii_whitespace();
        let ends = |byte: &u8| byte.is_ascii_whitespace() != is_blank || *byte == b'"';
        match bytes.iter().position(ends) {
            Some(at) if !is_blank && bytes[at] == b'"' => {
                self.in_text = true;
                (at + 1, false)
            }
            Some(at) => (at, is_blank),
            None => (bytes.len(), is_blank),
        }
    }
}

/// What follows the quote that closes a text. Nearly all of a rubric is text, so this is quick.
pub(super) fn after_text(mut rest: &[u8]) -> &[u8] {
    while let Some(at) = memchr::memchr2(b'"', b'\\', rest) {
        if rest[at] == b'"' {
            return &rest[at + 1..];
        }
        // What is escaped closes nothing.
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_between_parts_go_and_those_in_strings_stay() {
        assert_eq!(compact("{ \"a\" : \"b \\\" c\",\r\n\t\"中\": [ 1 , 2 ] }"), "{\"a\":\"b \\\" c\",\"中\":[1,2]}");
    }

    #[test]
    fn what_is_compact_is_not_copied() {
        for json in ["{\"a\":[1,\" \\\" \"]}", "\u{feff}{\"a\":1}", "\"an open text \\"] {
            assert!(matches!(compact(json), Cow::Borrowed(_)), "{json}");
        }
        assert_eq!(compact(" 1 "), "1");
        assert_eq!(compact("中 \"中 \\"), "中\"中 \\");
    }
}

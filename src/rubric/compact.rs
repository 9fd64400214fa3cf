//! A rubric file without the blanks between its parts: what is hashed, embedded and carried along.
//!
//! Compiled twice: into the program, and into the build script that makes the shipped rubrics compact.

use std::borrow::Cow;

/// The same JSON text without a byte order mark and without the blanks between its parts: itself
/// where it has none.
pub fn compact(json: &str) -> Cow<'_, str> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut kept = String::new();
    for (from, end) in Kept::of(json.as_bytes()) {
        if (from, end) == (0, json.len()) {
            return Cow::Borrowed(json);
        }
        kept.reserve(json.len() - kept.len());
        kept.push_str(&json[from..end]);
    }
    Cow::Owned(kept)
}

/// Whether a file is this compact text but for its blanks: what [`compact`] would tell, without a copy.
pub fn is_compact_of(compact: &str, file: &[u8]) -> bool {
    let json = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut rest = Some(compact.as_bytes());
    for (from, end) in Kept::of(json) {
        rest = rest.and_then(|rest| rest.strip_prefix(&json[from..end]));
        if rest.is_none() {
            return false;
        }
    }
    rest.is_some_and(<[u8]>::is_empty)
}

/// Where the pieces between the blanks of a JSON text begin and end.
struct Kept<'j> {
    json: &'j [u8],
    at: usize,
}

impl<'j> Kept<'j> {
    fn of(json: &'j [u8]) -> Self {
        Self { json, at: 0 }
    }
}

impl Iterator for Kept<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        while self.json.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        let from = self.at;
        while let Some(byte) = self.json.get(self.at).filter(|byte| !byte.is_ascii_whitespace()) {
            self.at += 1;
            if *byte == b'"' {
                self.at = self.json.len() - after_text(&self.json[self.at..]).len();
            }
        }
        Some((from, self.at))
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

    #[test]
    fn a_file_is_told_by_its_compact_text() {
        let file = "\u{feff}{ \"a b\" : [ 1,\r\n \" \\\" \" ] }\n";
        let text = compact(file);
        assert!(is_compact_of(&text, file.as_bytes()) && is_compact_of(&text, text.as_bytes()));
        for other in ["", "{", "{\"a b\":[1,\" \\\" \"]}}", "{\"a b\":[1,\" \\\"\"]}", "{\"ab\":[1,\" \\\" \"]}"] {
            assert!(!is_compact_of(&text, other.as_bytes()), "{other}");
        }
    }
}

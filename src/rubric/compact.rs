//! A rubric file without the blanks between its parts: what is hashed, embedded and carried along.
//!
//! Compiled twice: into the program, and into the build script that makes the shipped rubrics compact.

use std::borrow::Cow;

/// The same JSON text without a byte order mark and without the blanks between its parts: itself
/// where it has none.
pub fn compact(json: &str) -> Cow<'_, str> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let bytes = json.as_bytes();
    let mut kept = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        if *byte == b'"' {
            at = bytes.len() - after_text(&bytes[at..]).len();
        } else if byte.is_ascii_whitespace() {
            if from == 0 {
                kept.reserve(json.len());
            }
            kept.push_str(&json[from..at - 1]);
            from = at;
        }
    }
    if from == 0 {
        return Cow::Borrowed(json);
    }
    kept.push_str(&json[from..]);
    Cow::Owned(kept)
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
        for json in ["{\"a\":[1,\" \\\" \"]}", "\u{feff}{\"a\":1}", "\"an open text \\", ""] {
            assert!(matches!(compact(json), Cow::Borrowed(_)), "{json}");
        }
        assert_eq!(compact(" 1 "), "1");
        assert_eq!(compact("中 \"中 \\"), "中\"中 \\");
    }
}

//! A rubric file without the blanks between its parts: what is hashed, embedded and carried along.
//!
//! Compiled twice: into the program, and into the build script that makes the shipped rubrics compact.

use std::borrow::Cow;

/// The same JSON text without a byte order mark and without the blanks between its parts: itself
/// where it has none.
pub fn compact(json: &str) -> Cow<'_, str> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let (first, mut rest) = json.split_at(up_to_blank(json));
    if rest.is_empty() {
        return Cow::Borrowed(json);
    }
    let mut kept = String::with_capacity(json.len());
    kept.push_str(first);
    while !rest.is_empty() {
        rest = rest.trim_ascii_start();
        let (next, after) = rest.split_at(up_to_blank(rest));
        kept.push_str(next);
        rest = after;
    }
    Cow::Owned(kept)
}

/// How many bytes there are before the first blank between parts, or to the end.
fn up_to_blank(json: &str) -> usize {
    let mut rest = json.as_bytes();
    while let [byte, after @ ..] = rest {
        match byte {
            b'"' => rest = after_text(after),
            blank if blank.is_ascii_whitespace() => break,
            _ => rest = after,
        }
    }
    json.len() - rest.len()
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
    use proptest::prelude::*;

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

    /// The same as [`compact`], character by character.
    fn slowly_compact(json: &str) -> String {
        let (mut in_text, mut is_escaped) = (false, false);
        let is_kept = |c: &char| {
            let was_in_text = in_text;
            let escapes = in_text && !is_escaped && *c == '\\';
            in_text ^= *c == '"' && !is_escaped;
            is_escaped = escapes;
            was_in_text || !c.is_ascii_whitespace()
        };
        json.chars().filter(is_kept).collect()
    }

    proptest! {
        #[test]
        fn the_quick_way_keeps_what_the_slow_way_keeps(json in "[ \n\"\\\\a中:]{0,40}") {
            prop_assert_eq!(compact(&json), slowly_compact(&json));
        }
    }
}

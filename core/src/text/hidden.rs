//! Characters that could command a terminal or hide what a text says, and what becomes of them.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

/// Columns that a tab in foreign text is shown as.
const TAB: &str = "    ";
/// More stacked marks than this on one base character are dropped.
const MARKS_PER_BASE: usize = 4;

/// What becomes of a line break inside foreign text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    Kept,
    Shown,
}

/// The text as [`Clean::block`](super::Clean::block) would hold it, without a copy where it is clean already.
pub fn clean_block(text: &str) -> Cow<'_, str> {
    cleaned(text, Breaks::Kept)
}

/// The text as [`Clean::line`](super::Clean::line) would hold it, without a copy where it is clean already.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    cleaned(text, Breaks::Shown)
}

pub(super) fn cleaned(text: &str, breaks: Breaks) -> Cow<'_, str> {
    if is_plain(text, breaks) { Cow::Borrowed(text) } else { Cow::Owned(rewritten(text, breaks)) }
}

/// The text, character by character as it may be shown.
fn rewritten(text: &str, breaks: Breaks) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_mark = c.width() == Some(0) && !is_invisible(c) && !is_bidi(c);
        marks = if is_mark { marks + 1 } else { 0 };
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' if breaks == Breaks::Kept => out.push('\n'),
            '\u{2028}' | '\u{2029}' => out.push('\u{2424}'),
            '\t' => out.push_str(TAB),
            '\0'..='\u{1f}' => out.push(picture(c)),
            '\u{7f}' => out.push('\u{2421}'),
            '\u{80}'..='\u{9f}' => out.push('\u{fffd}'),
            c if is_bidi(c) => push_code_point(&mut out, c),
            c if is_invisible(c) => {}
            _ if marks > MARKS_PER_BASE => {}
            c => out.push(c),
        }
    }
    out
}

/// Direction controls are shown by name: `<U+202E>`.
fn push_code_point(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<U+{:04X}>", u32::from(c));
}

/// Nearly all text needs no cleaning; this is the quick way to know.
pub(super) fn is_plain(text: &str, breaks: Breaks) -> bool {
    let mut rest = text.as_bytes();
    let mut marks = 0;
    loop {
        let unknown = after_known(rest);
        if unknown.is_empty() {
            return true;
        }
        // Marks are counted from the character that they stand on.
        if unknown.len() < rest.len() {
            marks = 0;
        }
        // Steps are as long as characters, so there is always one.
        let Some(c) = text.get(text.len() - unknown.len()..).and_then(|rest| rest.chars().next()) else { return false };
        let is_kept_break = c == '\n' && breaks == Breaks::Kept;
        if !is_kept_break && !is_harmless(c) {
            return false;
        }
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        if marks > MARKS_PER_BASE {
            return false;
        }
        rest = &unknown[c.len_utf8()..];
    }
}

/// What is left of a text after characters that are plain and no marks, as nearly all are: bytes tell that of
/// ASCII, Han and the punctuation between them.
fn after_known(mut text: &[u8]) -> &[u8] {
    loop {
        // English comes in long runs.
        while let Some((eight, after)) = text.split_first_chunk()
            && are_printable(u64::from_ne_bytes(*eight))
        {
            text = after;
        }
        while let [b' '..=b'~', after @ ..] = text {
            text = after;
        }
        // U+4000 to U+9FFF: Chinese comes in runs, too.
        while let [0xe4..=0xe9, _, _, after @ ..] = text {
            text = after;
        }
        match text {
            [b' '..=b'~', ..] => {}
            // U+2010 to U+2027, U+3001 to U+3029 and U+FF01 to U+FF3F.
            [0xe2, 0x80, 0x90..=0xa7, after @ ..]
            | [0xe3, 0x80, 0x81..=0xa9, after @ ..]
            | [0xef, 0xbc, 0x81..=0xbf, after @ ..] => text = after,
            _ => return text,
        }
    }
}

/// Whether eight bytes are all printable ASCII.
fn are_printable(bytes: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The high bit of a byte is set if it is not ASCII, is 0x7f, or is below a blank.
    let odd = bytes | bytes.wrapping_add(ONES) | bytes.wrapping_sub(ONES * 0x20);
    odd & (ONES << 7) == 0
}

/// Whether a character commands nothing and hides nothing.
fn is_harmless(c: char) -> bool {
    !c.is_control() && !is_bidi(c) && !is_invisible(c) && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// The picture of a C0 control character.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or('\u{fffd}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Default-ignorable characters of Unicode and non-characters: nothing is seen of
/// them, so nothing may be meant by them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether `text` holds a character that [`Clean`](super::Clean) would change or drop.
pub fn has_hidden(text: &str) -> bool {
    !is_plain(text, Breaks::Kept)
}

/// The first character of `text` that [`Clean`](super::Clean) would change or drop.
pub fn first_hidden(text: &str) -> Option<char> {
    let mut bytes = [0; 4];
    has_hidden(text).then(|| text.chars().find(|c| has_hidden(c.encode_utf8(&mut bytes)))).flatten()
}

/// JSON text with everything that [`Clean`](super::Clean) would change written as `\u` and four digits.
pub fn escape_hidden(json: &str) -> String {
    if !has_hidden(json) {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    let mut marks = 0;
    for c in json.chars() {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        if c == '\n' || (marks <= MARKS_PER_BASE && !has_hidden(c.encode_utf8(&mut [0; 4]))) {
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
    use super::*;
    use crate::text::Clean;
    use proptest::prelude::*;

    #[test]
    fn controls_become_pictures() {
        assert_eq!(Clean::line("a\x1b]0;x\x07b").as_str(), "a␛]0;x␇b");
        assert_eq!(Clean::line("\u{9b}31m\u{7f}").as_str(), "\u{fffd}31m␡");
        assert_eq!(Clean::line("a\nb\tc").as_str(), "a␊b    c");
        assert_eq!(Clean::block("a\r\nb\u{2028}c").as_str(), "a\nb\nc");
    }

    #[test]
    fn direction_controls_show_their_code_point_and_invisible_ones_go() {
        assert_eq!(Clean::line("ab\u{202e}cd").as_str(), "ab<U+202E>cd");
        assert_eq!(Clean::line("a\u{200b}b\u{e0041}c\u{feff}").as_str(), "abc");
        assert_eq!(Clean::line("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}").chars().count(), 5);
    }

    #[test]
    fn plain_text_is_not_copied() {
        for text in ["plain", "算力互联网：网络、资源。", "– café ①", "a\nb"] {
            assert!(matches!(clean_block(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_is_known_by_its_bytes_is_plain_and_no_mark() {
        let mut bytes = [0; 4];
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        let known: Vec<char> = all.filter(|c| after_known(c.encode_utf8(&mut bytes).as_bytes()).is_empty()).collect();
        assert!(known.iter().all(|c| is_harmless(*c) && c.width() != Some(0)));
        assert!(" ~\u{2010}\u{2027}、〩\u{4000}\u{9fff}！\u{ff3f}".chars().all(|c| known.contains(&c)));
        assert_eq!(known.len(), 95 + 24 + 41 + 0x6000 + 63);
    }

    proptest! {
        #[test]
        fn what_is_called_plain_is_what_would_not_be_changed(
            text in "([ -~]|[\u{0}-\u{20}]|[\u{7e}-\u{100}]|\u{301}{1,5}|[\u{2000}-\u{2070}]|[\u{3000}-\u{30ff}]|[\u{3fff}-\u{4001}]|[\u{4dff}-\u{4e01}]|[\u{9ffe}-\u{a001}]|[\u{fe00}-\u{fe10}]|[\u{feff}-\u{ffff}]|[\u{e0000}-\u{e0100}]|\\PC){0,12}[ -~]{0,20}[\u{0}-\u{ff}]?[ -~]{0,20}"
        ) {
            for breaks in [Breaks::Kept, Breaks::Shown] {
                prop_assert_eq!(is_plain(&text, breaks), rewritten(&text, breaks) == text);
            }
        }
    }

    #[test]
    fn hidden_characters_in_json_are_escaped() {
        assert_eq!(
            escape_hidden("{\n \"a\": \"x\u{202e}y\u{9b}\u{e0041}中\"\n}"),
            "{\n \"a\": \"x\\u202Ey\\u009B\\uDB40\\uDC41中\"\n}"
        );
        // What is escaped is left alone by whoever cleans it: nothing of it is lost on its way out.
        let piled = format!("\"e{}\"", "\u{301}".repeat(6));
        let escaped = escape_hidden(&piled);
        assert!(!has_hidden(&escaped), "{escaped}");
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), piled.trim_matches('"'));
    }

    proptest! {
        #[test]
        fn cleaning_is_idempotent_and_leaves_no_control(text in any::<String>()) {
            let once = Clean::block(&text);
            prop_assert_eq!(&Clean::block(&once), &once);
            let bad = |c: char| (c.is_control() && c != '\n') || is_bidi(c) || is_invisible(c);
            prop_assert!(!once.chars().any(bad));
            let line = Clean::line(&text);
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert_eq!(&Clean::line(&line), &line);
        }
    }
}

//! What a reader sees as one character, and how many columns it takes.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The graphemes of a text, each with its columns; one that holds a control character takes none.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = text;
    let mut first = plain(text.as_bytes());
    // Every frame measures all that it shows, and nearly all of that is plain: only what is not goes
    // through the tables of Unicode.
    std::iter::from_fn(move || {
        if let Some((length, columns)) = first {
            let (grapheme, after) = rest.split_at(length);
            let second = plain(after.as_bytes());
            if second.is_some() || after.is_empty() {
                (rest, first) = (after, second);
                return Some((grapheme, columns));
            }
        }
        let grapheme = rest.graphemes(true).next()?;
        rest = &rest[grapheme.len()..];
        first = plain(rest.as_bytes());
        Some((grapheme, if grapheme.contains(char::is_control) { 0 } else { grapheme.width() }))
    })
}

/// Bytes at the start of a text that are plain characters, and their columns, which are `most` at most. Each
/// of them is a grapheme, whatever follows: a text that is plain to its end needs no iterator.
pub(super) fn plain_start(text: &str, most: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut here, mut before) = ((0, 0), (0, 0));
    while let Some((length, columns)) = plain(&bytes[here.0..]) {
        let next = (here.0 + length, here.1 + columns);
        if next.1 > most {
            return here;
        }
        (before, here) = (here, next);
    }
    // The last one may be joined by what comes after it.
    if here.0 == bytes.len() { here } else { before }
}

/// Bytes and columns of a first character that neither joins what stands before it nor what comes
/// after it, if it is one of the usual: ASCII, Han, their punctuation, dots, arrows, lines, blocks and Braille.
fn plain(bytes: &[u8]) -> Option<(usize, usize)> {
    match *bytes {
        [b' '..=b'~', ..] => Some((1, 1)),
        // U+4E00 to U+9FFF; U+3001 to U+3029; U+FF01 to U+FF5E.
        [0xe4, 0xb8..=0xbf, ..]
        | [0xe5..=0xe9, ..]
        | [0xe3, 0x80, 0x81..=0xa9, ..]
        | [0xef, 0xbc, 0x81..=0xbf, ..]
        | [0xef, 0xbd, 0x80..=0x9e, ..] => Some((3, 2)),
        // U+00B7, which stands between the parts of a line.
        [0xc2, 0xb7, ..] => Some((2, 1)),
        // U+2010 to U+2027; U+203A; U+2190 to U+2193; U+2500 to U+259F; U+25B8; U+2800 to U+28FF.
        [0xe2, 0x80, 0x90..=0xa7 | 0xba, ..]
        | [0xe2, 0x86, 0x90..=0x93, ..]
        | [0xe2, 0x96, 0x80..=0x9f | 0xb8, ..]
        | [0xe2, 0x94..=0x95 | 0xa0..=0xa3, ..] => Some((3, 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_the_tables(text: &str) -> Vec<(&str, usize)> {
        text.graphemes(true).map(|g| (g, if g.contains(char::is_control) { 0 } else { g.width() })).collect()
    }

    #[test]
    fn every_plain_character_is_measured_by_the_tables() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            if let Some((length, columns)) = plain(text.as_bytes()) {
                assert_eq!((length, columns), (text.len(), text.width()), "{c:?}");
                let between = format!("a{c}\u{7b97}{c}");
                assert_eq!(graphemes(&between).collect::<Vec<_>>(), by_the_tables(&between), "{c:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_plain_start_is_made_of_whole_graphemes(
            text in "([ -~]|[ -~]{8}|[\u{0}-\u{20}]|·|─|[\u{4e00}-\u{4e40}]|[\u{300}-\u{303}]|\u{200d}|\u{fe0f}|\\PC){0,12}",
            most in 0_usize..20,
        ) {
            let (bytes, columns) = plain_start(&text, most);
            prop_assert!(columns <= most);
            let (start, rest) = text.split_at(bytes);
            let (first, second) = (by_the_tables(start), by_the_tables(rest));
            prop_assert_eq!(first.iter().map(|(_, columns)| columns).sum::<usize>(), columns);
            prop_assert_eq!([first, second].concat(), by_the_tables(&text));
            // Plain text is taken up to where it is full.
            let is_ascii = text.bytes().all(|b| matches!(b, b' '..=b'~'));
            prop_assert!(!is_ascii || bytes == text.len().min(most));
        }

        #[test]
        fn graphemes_are_those_of_the_tables(
            text in "([ -~]|[\u{0}-\u{20}]|[\u{4e00}-\u{4e40}]|，|·|…|─|█|⠤|▸|[\u{300}-\u{303}]|[\u{1f1e6}-\u{1f1e9}]|[\u{1f468}-\u{1f46a}]|\u{200d}|\u{fe0f}|[\u{ac00}-\u{ac10}]|[\u{1100}-\u{1105}]|[\u{915}-\u{918}]|\u{94d}|\u{600}|\\PC){0,12}"
        ) {
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), by_the_tables(&text));
            prop_assert!(graphemes(&text).all(|(grapheme, columns)| columns <= grapheme.len()));
        }
    }
}

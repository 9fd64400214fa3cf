//! Text in cells of a spreadsheet: never a formula, never too long.

use super::Cells;
use crate::lang::{ReportWords, fill};

/// Most UTF-16 units that a cell of a workbook holds, with room for the remark that it was cut.
const MAX_UNITS: usize = 32_000;

/// Whether a spreadsheet might read a text as a formula: after leading quotes and white space
/// stands one of `= + - @`, also in full width.
fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        // A tab or a return is white space, but as the very first character it is enough.
        || text.starts_with('\0')
}

/// A text for a cell of a CSV. What looks like a formula gets a leading quote; so does what
/// would lose its own leading quote in [`unguarded`].
pub(super) fn guarded(text: &str, cells: Cells) -> String {
    if cells == Cells::Guarded && is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`guarded`] was given.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

/// A text that fits into a cell of a workbook; what had to be cut says so.
pub(super) fn fitted(text: &str, w: &ReportWords) -> String {
    if text.len() <= MAX_UNITS || text.encode_utf16().count() <= MAX_UNITS {
        return text.to_owned();
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_UNITS
    });
    let end = end.map_or(text.len(), |(at, _)| at);
    format!("{}{}", &text[..end], fill(w.cut, &[&text.chars().count().to_string()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn formulas_are_guarded_and_come_back() {
        for text in ["=1", "+1", "-1", "@x", "＝1", " =1", "'=1", "''+1", "' -", "\t=1", "\r=1", "\0", "\u{3000}＠"] {
            assert!(guarded(text, Cells::Guarded).starts_with('\''), "{text:?}");
            assert_eq!(unguarded(&guarded(text, Cells::Guarded)), text);
            assert_eq!(guarded(text, Cells::Raw), text);
        }
        for text in ["", "a=1", "'", "'a", "1", ";=1", "\"=1", "it's", "——", "3.0"] {
            assert_eq!(guarded(text, Cells::Guarded), text);
            assert_eq!(unguarded(text), text);
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters_and_says_so() {
        let w = &Lang::En.words().report;
        assert_eq!(fitted("short", w), "short");
        let long = "😀".repeat(40_000);
        let cut = fitted(&long, w);
        assert!(
            cut.encode_utf16().count() < 32_767 && cut.ends_with("(cut; 40000 characters in all)"),
            "{}",
            cut.len()
        );
    }
}

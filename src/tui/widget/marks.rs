//! The one table of marks, for terminals that cannot draw them or draw them two columns wide.
//!
//! It is applied to finished cells: no view can forget it, and no view needs to know.

use super::cell::Cell;

/// Every mark that the screen uses with what stands for it in ASCII, one column each.
const MARKS: &[(char, &str)] = &[
    ('─', "-"),
    ('│', "|"),
    ('╭', "+"),
    ('╮', "+"),
    ('╰', "+"),
    ('╯', "+"),
    ('├', "+"),
    ('└', "+"),
    ('▸', ">"),
    ('◂', "<"),
    ('▴', "^"),
    ('▾', "v"),
    ('›', ">"),
    ('‹', "<"),
    ('←', "<"),
    ('→', ">"),
    ('·', "-"),
    ('…', "~"),
    ('✓', "*"),
    ('⚑', "!"),
    ('◆', "@"),
    // Bars: the filled part, a level's beginning in it and after it, the target, what is possible, the rest.
    ('█', "#"),
    ('▉', "#"),
    ('▊', "#"),
    ('▋', "#"),
    ('▌', "#"),
    ('▍', " "),
    ('▎', " "),
    ('▏', " "),
    ('▓', "|"),
    ('╵', "|"),
    ('┃', "!"),
    ('⠶', "-"),
    ('⠤', "."),
    // Heights, for the areas of a dimension.
    ('▁', "_"),
    ('▂', ","),
    ('▃', "-"),
    ('▄', "="),
    ('▅', "+"),
    ('▆', "*"),
    ('▇', "%"),
];

/// What stands for a character of the screen; `None` where it may stay.
fn ascii(mark: char) -> Option<&'static str> {
    let listed = MARKS.iter().find(|(known, _)| *known == mark).map(|(_, ascii)| *ascii);
    listed.or_else(|| ('\u{2800}'..='\u{28ff}').contains(&mark).then(|| braille(mark)))
}

/// A Braille pattern by the number of its dots: dotted lines stay lighter than drawn ones.
fn braille(pattern: char) -> &'static str {
    match (u32::from(pattern) & 0xff).count_ones() {
        0 => " ",
        1 | 2 => ".",
        3 => ":",
        _ => "#",
    }
}

/// Draws every mark of the cells in ASCII.
pub fn to_ascii(cells: &mut [Cell]) {
    for cell in cells {
        let mut chars = cell.symbol.chars();
        if let (Some(mark), None) = (chars.next(), chars.next())
            && let Some(ascii) = ascii(mark)
        {
            cell.symbol = ascii;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Row;
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_mark_is_one_column_in_ascii_too() {
        let mut seen = std::collections::HashSet::new();
        for (mark, ascii) in MARKS {
            assert!(seen.insert(mark), "{mark} stands twice");
            assert!(!mark.is_ascii() && matches!(ascii.as_bytes(), [b' '..=b'~']), "{mark}");
        }
    }

    #[test]
    fn a_frame_keeps_its_text_and_loses_its_marks() {
        let mut row = Row::default();
        row.write(0, 12, "▸ 算力 █⠤⣿⠁─", ratatui::style::Style::default());
        let mut cells = row.cells(14);
        to_ascii(&mut cells);
        let text: String = cells.iter().map(|cell| cell.symbol).collect();
        assert_eq!(text.replace(' ', ""), ">算力#.#.-");
    }

    #[test]
    fn no_word_keeps_a_key_that_ascii_lacks() {
        for lang in Lang::ALL {
            let words = lang.ascii_words();
            assert_eq!(words.key.enter, "Enter");
            assert!(!words.ask.evidence_hint.contains('⏎') && words.ask.evidence_hint.contains("Enter"));
        }
    }
}

//! How many columns a text takes, and what of it fits: nobody else measures text.

use std::borrow::Cow;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::graphemes::{graphemes, plain_start};

/// Display width in terminal columns.
pub fn width(text: &str) -> usize {
    let (start, used) = plain_start(text, usize::MAX);
    used + graphemes(&text[start..]).map(|(_, columns)| columns).sum::<usize>()
}

/// Breaks `text` into lines of at most `columns` columns (at least one).
///
/// Lines break where Unicode allows it, so that Chinese punctuation stays off line
/// starts; a piece that alone is too wide is cut between graphemes. Blanks at the
/// end of a line are dropped, a line break in the text always ends a line.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    wrap_first(text, columns, usize::MAX)
}

/// The first `most` lines of [`wrap`]; of a long text no more than these is looked at.
pub fn wrap_first(text: &str, columns: usize, most: usize) -> Vec<&str> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        if lines.len() >= most {
            break;
        }
        wrap_paragraph(paragraph, columns, most, &mut lines);
    }
    lines.truncate(most);
    lines
}

fn wrap_paragraph<'t>(text: &'t str, columns: usize, most: usize, lines: &mut Vec<&'t str>) {
    if fits(text, columns) {
        lines.push(text.trim_end());
        return;
    }
    let (mut start, mut end, mut used) = (0, 0, 0);
    for (at, opportunity) in linebreaks(text) {
        if lines.len() >= most {
            return;
        }
        let piece = &text[end..at];
        let seen = width(piece.trim_end());
        if used + seen > columns && end > start {
            lines.push(text[start..end].trim_end());
            (start, used) = (end, 0);
        }
        if seen > columns {
            // Only what is left after the whole lines of it goes on to the next piece.
            start = cut_long(text, start, at, columns, lines);
            used = width(&text[start..at]);
        } else {
            used += width(piece);
        }
        end = at;
        if opportunity == BreakOpportunity::Mandatory && at < text.len() {
            lines.push(text[start..end].trim_end());
            (start, used) = (end, 0);
        }
    }
    if start < text.len() {
        lines.push(text[start..].trim_end());
    }
}

/// Whether `text` takes at most `columns` columns. Nothing takes more columns than bytes.
fn fits(text: &str, columns: usize) -> bool {
    if text.len() <= columns {
        return true;
    }
    let (start, mut used) = plain_start(text, columns);
    graphemes(&text[start..]).all(|(_, wide)| {
        used += wide;
        used <= columns
    })
}

/// Cuts `text[start..end]` into full lines; returns where the rest begins.
fn cut_long<'t>(text: &'t str, start: usize, end: usize, columns: usize, lines: &mut Vec<&'t str>) -> usize {
    let (mut line, mut used, mut at) = (start, 0, start);
    for (grapheme, wide) in graphemes(&text[start..end]) {
        if used + wide > columns && used > 0 {
            lines.push(&text[line..at]);
            (line, used) = (at, 0);
        }
        used += wide;
        at += grapheme.len();
    }
    line
}

/// A text of several lines on one line: a blank for every line break.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

/// `text` cut to at most `columns` columns, with `…` where something is missing.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns { Cow::Borrowed(text) } else { measured_fit(text, columns).0 }
}

/// What [`fit`] makes of a text, and the columns that it takes.
pub fn measured_fit(text: &str, columns: usize) -> (Cow<'_, str>, usize) {
    if text.len() <= columns {
        return (Cow::Borrowed(text), width(text));
    }
    // Where the text is cut, if it has to be: before the first grapheme that leaves no room for the mark.
    let (mut cut, mut left) = plain_start(text, columns.saturating_sub(1));
    let mut used = left;
    for (grapheme, wide) in graphemes(&text[cut..]) {
        let had_room = used < columns;
        used += wide;
        if used > columns {
            let marked = || (Cow::Owned(format!("{}…", &text[..cut])), left + 1);
            return if columns == 0 { (Cow::Borrowed(""), 0) } else { marked() };
        }
        if had_room && used < columns {
            cut += grapheme.len();
            left = used;
        }
    }
    (Cow::Borrowed(text), used)
}

/// The start and, mostly, the end of `text` in at most `columns` columns: of a path both matter.
pub fn cut_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if columns < 3 || fits(text, columns) {
        return fit(text, columns);
    }
    let pieces: Vec<(&str, usize)> = graphemes(text).collect();
    let within = |pieces: &mut dyn Iterator<Item = &(&str, usize)>, room: usize| {
        let mut used = 0;
        let fits = |(_, wide): &&(&str, usize)| {
            used += wide;
            used <= room
        };
        pieces.take_while(fits).count()
    };
    let front = (columns - 1) / 3;
    let start = within(&mut pieces.iter(), front);
    let end = pieces.len() - within(&mut pieces.iter().rev(), columns - 1 - front);
    let text = |pieces: &[(&str, usize)]| pieces.iter().map(|(grapheme, _)| *grapheme).collect::<String>();
    Cow::Owned(format!("{}…{}", text(&pieces[..start]), text(&pieces[end.max(start)..])))
}

/// `text` cut or filled with blanks to exactly `columns` columns, flush left.
pub fn pad(text: &str, columns: usize) -> String {
    let (fitted, used) = measured_fit(text, columns);
    let gap = columns.saturating_sub(used);
    let mut out = String::with_capacity(fitted.len() + gap);
    out.push_str(&fitted);
    out.extend(std::iter::repeat_n(' ', gap));
    out
}

/// `text` cut or filled with blanks to exactly `columns` columns, flush right.
pub fn pad_left(text: &str, columns: usize) -> String {
    let (fitted, used) = measured_fit(text, columns);
    " ".repeat(columns.saturating_sub(used)) + &fitted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Clean, clean_block};

    /// What [`measured_fit`] and [`fits`] must find, grapheme by grapheme.
    fn by_graphemes(text: &str, columns: usize) -> (String, usize, bool) {
        let wide: usize = graphemes(text).map(|(_, columns)| columns).sum();
        if wide <= columns {
            return (text.to_owned(), wide, true);
        }
        let (mut start, mut used) = (String::new(), 0);
        for (grapheme, wide) in graphemes(text) {
            if used + wide >= columns {
                break;
            }
            start.push_str(grapheme);
            used += wide;
        }
        if columns == 0 { (String::new(), 0, false) } else { (start + "…", used + 1, false) }
    }

    proptest! {
        #[test]
        fn a_text_is_measured_and_cut_as_grapheme_by_grapheme(
            text in "([ -~]|[ -~]{6}|\u{7}|·|…|─|，|[\u{4e00}-\u{4e40}]|[\u{300}-\u{303}]|[\u{1f1e6}-\u{1f1e9}]|\u{200d}|\u{fe0f}){0,12}",
            columns in 0_usize..24,
        ) {
            let (cut, used, is_whole) = by_graphemes(&text, columns);
            prop_assert_eq!(width(&text), graphemes(&text).map(|(_, columns)| columns).sum::<usize>());
            prop_assert_eq!(fits(&text, columns), is_whole);
            prop_assert_eq!(measured_fit(&text, columns), (Cow::Owned(cut), used));
        }
    }

    #[test]
    fn chinese_punctuation_never_starts_a_line() {
        for columns in 4..30 {
            for line in wrap("业务部门要完成一项计算工作时，实际“买到”的是什么？机器、实例，还是结果。", columns)
            {
                assert!(!line.starts_with(['，', '。', '、', '？', '”']), "{columns}: {line}");
            }
        }
    }

    #[test]
    fn a_han_run_after_a_latin_word_fills_the_line() {
        assert_eq!(wrap("使用 CI 一二三四五六七八九十", 16), ["使用 CI 一二三四", "五六七八九十"]);
    }

    #[test]
    fn fit_marks_what_is_missing() {
        assert_eq!(fit("成熟度", 6), "成熟度");
        assert_eq!(fit("成熟度", 5), "成熟…");
        assert_eq!(fit("成熟度", 4), "成…");
        assert_eq!(pad("成", 4), "成  ");
        assert_eq!(pad_left("12", 4), "  12");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_nothing_is_lost(text in "[ -~\u{4e00}-\u{4e40}，。“”\u{301}e\\n]{0,120}", columns in 2usize..40) {
            let text = clean_block(&text).into_owned();
            let lines = wrap(&text, columns);
            for line in &lines {
                prop_assert!(width(line) <= columns, "{:?} in {}", line, columns);
            }
            let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }

        #[test]
        fn the_first_lines_are_those_of_all(text in "[ -~\u{4e00}-\u{4e40}，。“”\u{301}e\\n]{0,120}", columns in 1usize..40, most in 0usize..6) {
            let lines = wrap(&text, columns);
            prop_assert_eq!(wrap_first(&text, columns, most), &lines[..most.min(lines.len())]);
        }

        #[test]
        fn fit_and_pad_measure_right(text in any::<String>(), columns in 0usize..30) {
            let text = Clean::line(&text);
            let fitted = fit(&text, columns);
            prop_assert!(width(&fitted) <= columns);
            prop_assert_eq!(measured_fit(&text, columns), (fitted.clone(), width(&fitted)));
            prop_assert!(width(&cut_middle(&text, columns)) <= columns);
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }
    }
}

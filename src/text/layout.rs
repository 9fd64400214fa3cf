//! How many columns a text takes, and what of it fits: nobody else measures text.

use std::borrow::Cow;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Display width in terminal columns.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Breaks `text` into lines of at most `columns` columns (at least one).
///
/// Lines break where Unicode allows it, so that Chinese punctuation stays off line
/// starts; a piece that alone is too wide is cut between graphemes. Blanks at the
/// end of a line are dropped, a line break in the text always ends a line.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, columns, &mut lines);
    }
    lines
}

fn wrap_paragraph<'t>(text: &'t str, columns: usize, lines: &mut Vec<&'t str>) {
    if width(text) <= columns {
        lines.push(text.trim_end());
        return;
    }
    let (mut start, mut end, mut used) = (0, 0, 0);
    for (at, opportunity) in linebreaks(text) {
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

/// Cuts `text[start..end]` into full lines; returns where the rest begins.
fn cut_long<'t>(text: &'t str, start: usize, end: usize, columns: usize, lines: &mut Vec<&'t str>) -> usize {
    let (mut line, mut used) = (start, 0);
    for (offset, grapheme) in text[start..end].grapheme_indices(true) {
        let wide = UnicodeWidthStr::width(grapheme);
        if used + wide > columns && used > 0 {
            lines.push(&text[line..start + offset]);
            (line, used) = (start + offset, 0);
        }
        used += wide;
    }
    line
}

/// A text of several lines on one line: a blank for every line break.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

/// `text` cut to at most `columns` columns, with `…` where something is missing.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = UnicodeWidthStr::width(grapheme);
        if used + wide > columns - 1 {
            break;
        }
        out.push_str(grapheme);
        used += wide;
    }
    out.push('…');
    Cow::Owned(out)
}

/// The start and, mostly, the end of `text` in at most `columns` columns: of a path both matter.
pub fn cut_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns || columns < 3 {
        return fit(text, columns);
    }
    let graphemes: Vec<&str> = text.graphemes(true).collect();
    let within = |graphemes: &mut dyn Iterator<Item = &&str>, room: usize| {
        let mut used = 0;
        let fits = |g: &&&str| {
            used += UnicodeWidthStr::width(**g);
            used <= room
        };
        graphemes.take_while(fits).count()
    };
    let front = (columns - 1) / 3;
    let start = within(&mut graphemes.iter(), front);
    let end = graphemes.len() - within(&mut graphemes.iter().rev(), columns - 1 - front);
    Cow::Owned(format!("{}…{}", graphemes[..start].concat(), graphemes[end.max(start)..].concat()))
}

/// `text` cut or filled with blanks to exactly `columns` columns, flush left.
pub fn pad(text: &str, columns: usize) -> String {
    let fitted = fit(text, columns);
    let gap = columns - width(&fitted).min(columns);
    let mut out = fitted.into_owned();
    out.extend(std::iter::repeat_n(' ', gap));
    out
}

/// `text` cut or filled with blanks to exactly `columns` columns, flush right.
pub fn pad_left(text: &str, columns: usize) -> String {
    let fitted = fit(text, columns);
    let gap = columns - width(&fitted).min(columns);
    " ".repeat(gap) + &fitted
}

//! What every screen has: the head, the foot, and the sentence when there is no room.

use ratatui::style::Style;

use crate::lang::fill;
use crate::order;
use crate::rubric::Text;
use crate::text;
use crate::tui::app::{App, SMALLEST, Saved, Work};
use crate::tui::key::Key;
use crate::tui::keys::{Action, bindings};
use crate::tui::widget::pen::Pen;

/// Rows that the head takes.
pub const HEAD: usize = 2;
/// Rows that the foot takes.
pub const FOOT: usize = 2;

/// The rectangle between head and foot.
pub fn body<'p>(pen: &'p mut Pen) -> Pen<'p> {
    let height = pen.height().saturating_sub(HEAD + FOOT);
    pen.inner(0, 0, HEAD, height)
}

/// A title at the left, `where_` before the saved state at the right, a rule under it.
pub fn head(app: &App, pen: &mut Pen, title: &str, where_: &str) {
    let saved = app.work.as_ref().map(|w| saved(app, w));
    let mut right = pen.width().saturating_sub(1);
    if let Some((word, style, _)) = &saved {
        right = right.saturating_sub(text::width(word));
        pen.write(right, 0, word, *style);
        right = right.saturating_sub(2);
    }
    // The place keeps its columns, the title gives way.
    let place = text::fit(where_, right.saturating_sub(2));
    right = right.saturating_sub(text::width(&place));
    pen.write(right, 0, &place, app.theme.dim());
    pen.write_within(1, 0, title, right.saturating_sub(2), app.theme.strong());
    pen.rule(1, "─", app.theme.dim());
    if let Some((_, style, Some(cause))) = &saved {
        let room = pen.width().saturating_sub(3);
        pen.write(1, 1, &format!(" {} ", short_of_path(cause, room)), *style);
    }
}

/// A sentence about a file in so many columns: the path gives way before the cause does.
fn short_of_path(sentence: &str, columns: usize) -> String {
    /// A path is not cut to fewer columns than these: it is left out.
    const LEAST: usize = 12;
    let is_end = |c: char| c.is_whitespace() || matches!(c, '：' | '，' | '；');
    let path = sentence.split(is_end).filter(|word| word.contains(['/', '\\'])).max_by_key(|word| word.len());
    let Some(path) = path.map(|path| path.trim_end_matches(':')).filter(|_| text::width(sentence) > columns) else {
        return sentence.to_owned();
    };
    let (before, after) = sentence.split_once(path).unwrap_or((sentence, ""));
    let room = columns.saturating_sub(text::width(before) + text::width(after));
    if room >= LEAST || before.is_empty() {
        return format!("{before}{}{after}", text::cut_middle(path, room.max(LEAST)));
    }
    // That something is not kept stands over it already.
    after.trim_start_matches([':', '：', ' ']).to_owned()
}

/// The word for how far the work is kept, its style and the cause if it is in danger.
fn saved<'a>(app: &'a App, work: &'a Work) -> (&'a str, Style, Option<String>) {
    let words = &app.words().ask;
    let theme = app.theme;
    match &work.saved {
        _ if work.read_only.is_some() => {
            (words.read_only, theme.warning(), work.read_only.as_ref().map(ToString::to_string))
        }
        Saved::Yes => (words.saved, theme.good(), None),
        Saved::Saving => (words.saving, theme.dim(), None),
        Saved::Nowhere => (words.preview, theme.warning(), None),
        Saved::HereOnly(cause) => (words.saved_here_only, theme.warning(), Some(cause.to_string())),
        Saved::Not(cause) => (words.not_saved, theme.alarm(), Some(cause.to_string())),
    }
}

/// The message, if there is one, over the keys that fit.
pub fn foot(app: &App, pen: &mut Pen) {
    let row = pen.height().saturating_sub(1);
    pen.rule(row - 1, "─", app.theme.dim());
    if let Some(message) = &app.message {
        say(pen, message, app.theme.warning());
    }
    if app.is_on_pad() {
        let words = &app.words().talk;
        let fits = text::width(words.pad_hint) < pen.width();
        pen.write(1, row, if fits { words.pad_hint } else { words.pad_hint_short }, app.theme.dim());
        return;
    }
    let hints = hints(app, pen.width().saturating_sub(2));
    let mut column = 1;
    for Hint { key, label, word, .. } in hints {
        let start = column;
        column = pen.write(column, row, &label, app.theme.accent());
        column = pen.write(column + 1, row, word, app.theme.dim());
        pen.spot(start, row, column - start, || key.into_iter().collect());
        column += 2;
    }
}

/// Rows of the body that the message takes in a window of so many columns: all of its lines but the last.
pub fn rows_above_foot(app: &App, columns: usize) -> usize {
    app.message.as_ref().map_or(0, |message| lines_of(message, columns).len().saturating_sub(1))
}

fn lines_of(sentence: &str, columns: usize) -> Vec<&str> {
    text::wrap(sentence, columns.saturating_sub(2))
}

/// A sentence on the rows over the keys.
pub fn say(pen: &mut Pen, sentence: &str, style: Style) {
    let last = pen.height().saturating_sub(2);
    let lines = lines_of(sentence, pen.width());
    let first = (last + 1).saturating_sub(lines.len());
    for (i, line) in lines.iter().enumerate() {
        pen.rule(first + i, " ", style);
        pen.write(1, first + i, line, style);
    }
}

/// A key and what it does.
struct Hint {
    rank: u8,
    key: Option<Key>,
    label: String,
    word: &'static str,
}

/// Keys and words of the place in the order of the table: those of the highest rank that fit.
fn hints(app: &App, columns: usize) -> Vec<Hint> {
    let words = &app.words().key;
    let mut all: Vec<Hint> = bindings(app.key_place())
        .filter(|b| b.rank > 0 && app.is_of_use(b.action))
        .map(|b| {
            let label = digits(app, b.action).unwrap_or_else(|| b.short_label(words));
            Hint { rank: b.rank, key: b.keys.first().copied(), label, word: (b.words)(words) }
        })
        .collect();
    let wide = |hint: &Hint| text::width(&hint.label) + 1 + text::width(hint.word) + 2;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order::by_key(&mut order, |i| std::cmp::Reverse(all[*i].rank));
    let mut used = 0;
    let mut fits = vec![false; all.len()];
    for i in order {
        if used + wide(&all[i]) <= columns + 2 {
            used += wide(&all[i]);
            fits[i] = true;
        }
    }
    let mut fits = fits.into_iter();
    all.retain(|_| fits.next().unwrap_or_default());
    all
}

/// The digits that answer the question on screen, such as `0-5`, for the action that they are.
pub fn digits(app: &App, action: Action) -> Option<String> {
    let Action::Digit(_) = action else { return None };
    let question = app.work.as_ref().map(Work::question);
    let digit = |choice: usize| question.and_then(|q| crate::tui::app::digit_of(q, choice));
    let last = question.map_or(0, |q| q.choices.len().saturating_sub(1));
    Some(match (digit(0), digit(last)) {
        (Some(first), Some(last)) => format!("{first}-{last}"),
        _ => format!("{}{}", app.words().key.arrow_up, app.words().key.arrow_down),
    })
}

/// A text of the rubric in the language of the screen.
pub fn of<'t>(app: &App, text: &'t Text) -> &'t str {
    text.get(app.lang)
}

/// Says that the window is too small, and that nothing is lost by it.
pub fn too_small(app: &App, pen: &mut Pen) {
    let (columns, rows) = SMALLEST;
    let sentence = fill(app.words().ask.too_small, &[&columns.to_string(), &rows.to_string()]);
    for (row, line) in text::wrap(&sentence, pen.width()).iter().enumerate() {
        pen.write(0, row, line, app.theme.strong());
    }
}

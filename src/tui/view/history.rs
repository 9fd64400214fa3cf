//! Who said what when, over a screen.

use ratatui::style::Style;

use super::overlay::{rows, window};
use crate::assessment::{Say, author, moment};
use crate::lang::fill;
use crate::rubric::Id;
use crate::text;
use crate::tui::app::App;
use crate::tui::widget::pen::Pen;

/// Columns at most.
const COLUMNS: usize = 96;
/// Columns before what was changed.
const INDENT: usize = 2;

/// A line: pieces with their styles.
pub type Line = Vec<(String, Style)>;

/// The history of a question, or of everything: who changed what when, and under it what it was and is.
pub fn lines(app: &App, of: Option<&Id>) -> Vec<Line> {
    let Some(work) = &app.work else { return Vec::new() };
    let say = Say { rubric: &work.rubric, lang: app.lang };
    let theme = app.theme;
    let columns = usize::from(app.area.width).saturating_sub(8).min(COLUMNS);
    let entries = of.map_or_else(|| work.assessment.history(), |question| work.assessment.history_of(question));
    let mut lines = Vec::new();
    for entry in &entries {
        let thing = &entry.event.thing;
        // The title names the question already.
        let about = if of.is_some() { say.kind(thing).to_owned() } else { say.named(&work.assessment, thing) };
        lines.push(vec![
            (format!("{}  ", moment(entry.event.at)), theme.dim()),
            (author(entry.event, app.lang).to_string(), theme.strong()),
            (format!("  {about}"), Style::default()),
        ]);
        let style = if entry.is_undone { theme.dim() } else { Style::default() };
        let said = say.step(&work.assessment, entry);
        let wrapped = text::wrap(&said, columns.saturating_sub(INDENT));
        lines.extend(wrapped.into_iter().map(|l| vec![(format!("{}{l}", " ".repeat(INDENT)), style)]));
    }
    if lines.is_empty() {
        lines.push(vec![(app.words().history.none.to_owned(), theme.dim())]);
    }
    lines
}

pub fn draw(app: &App, pen: &mut Pen, of: Option<&Id>, top: usize) {
    let words = app.words();
    let lines = lines(app, of);
    let title = of.map_or_else(|| words.history.title.to_owned(), |id| fill(words.history.of, &[id.as_str()]));
    let columns = usize::from(app.area.width).saturating_sub(8).min(COLUMNS);
    let last = lines.len().saturating_sub(rows(app));
    let top = top.min(last);
    // On the frame these hide nothing of the text.
    let more = |is_more: bool, word: &str| if is_more { format!("  {word}") } else { String::new() };
    let title = title + &more(top > 0, words.ask.more_above);
    let hint = words.ask.help_hint.to_owned() + &more(top < last, words.ask.more_below);
    let mut inner = window(app, pen, &title, columns, lines.len(), &hint);
    for (row, line) in lines.iter().skip(top).take(inner.height()).enumerate() {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(t, s)| (t.as_str(), *s)).collect();
        inner.pieces(0, row, &pieces);
    }
}

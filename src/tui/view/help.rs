//! Help: the keys of the screen from the one table, and what holds everywhere.

use ratatui::style::Style;

use super::chrome;
use super::overlay::window;
use crate::lang::fill;
use crate::text;
use crate::tui::app::App;
use crate::tui::key::Key;
use crate::tui::keys::{Binding, bindings};
use crate::tui::widget::pen::Pen;

/// The lines of the help for the screen that it was asked on.
pub fn lines(app: &App) -> Vec<(String, String)> {
    let words = app.words();
    let label = |b: &Binding| chrome::digits(app, b.action).unwrap_or_else(|| b.label(&words.key));
    let keys = bindings(app.key_place()).map(|b| (label(b), (b.words)(&words.key).to_owned()));
    let mut lines: Vec<(String, String)> = keys.collect();
    lines.push((String::new(), String::new()));
    let about = [words.ask.help_saving, words.ask.help_blanks, words.ask.help_honest];
    for sentence in about {
        lines.extend(text::wrap(sentence, 58).into_iter().map(|l| (String::new(), l.to_owned())));
    }
    if let Some(work) = &app.work {
        lines.push((String::new(), String::new()));
        lines.extend(
            text::wrap(&fill(words.ask.help_file, &[&work.path]), 58)
                .into_iter()
                .map(|l| (String::new(), l.to_owned())),
        );
    }
    lines
}

pub fn draw(app: &App, pen: &mut Pen, top: usize) {
    let words = app.words();
    let lines = lines(app);
    // Any key closes it; so does a press anywhere.
    for row in 0..pen.height() {
        pen.spot(0, row, pen.width(), || vec![Key::Esc]);
    }
    let mut inner = window(app, pen, words.ask.help_title, 60, lines.len(), words.ask.help_hint);
    let top = top.min(lines.len().saturating_sub(inner.height()));
    let rows = inner.height();
    for (row, (key, word)) in lines.iter().skip(top).take(rows).enumerate() {
        if key.is_empty() {
            inner.write(0, row, word, app.theme.dim());
        } else {
            inner.write(0, row, key, app.theme.accent());
            inner.write(14, row, word, Style::default());
        }
    }
}

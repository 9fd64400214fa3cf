//! Whether the rubric holds: alpha of each dimension, and in words what to do with weak questions.

use ratatui::style::Style;

use super::chrome;
use crate::lang::fill;
use crate::measure::reliability::{FEWEST, Findings};
use crate::measure::say::reliability as say;
use crate::rubric::{Depth, Rubric};
use crate::text;
use crate::tui::app::{App, Reading};
use crate::tui::widget::pen::Pen;

/// How much a line stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Heading,
    Text,
    Aside,
}

pub fn draw(app: &App, pen: &mut Pen) {
    let words = app.words();
    let rubric = match &app.study.reading {
        Reading::Done(found) => format!("{} {}", found.0.id, found.0.version),
        Reading::Waits | Reading::Nothing | Reading::Failed(_) => String::new(),
    };
    chrome::head(app, pen, words.reliability.screen, &rubric);
    let mut body = chrome::body(pen);
    let lines = lines(app, body.width().saturating_sub(2));
    let top = app.study.scroll.min(lines.len().saturating_sub(body.height()));
    for (row, (line, weight)) in lines.iter().skip(top).take(body.height()).enumerate() {
        let style = match weight {
            Weight::Heading => app.theme.strong(),
            Weight::Text => Style::default(),
            Weight::Aside => app.theme.dim(),
        };
        body.write(1, row, line, style);
    }
    chrome::foot(app, pen);
}

/// Rows that there are for lines.
pub fn rows(app: &App) -> usize {
    usize::from(app.area.height).saturating_sub(chrome::HEAD + chrome::FOOT)
}

/// How many lines there are.
pub fn line_count(app: &App) -> usize {
    lines(app, usize::from(app.area.width).saturating_sub(2)).len()
}

fn lines(app: &App, columns: usize) -> Vec<(String, Weight)> {
    let w = &app.words().reliability;
    let said = match &app.study.reading {
        Reading::Waits => vec![(w.screen_waits.to_owned(), Weight::Aside)],
        Reading::Nothing => vec![(w.screen_empty.to_owned(), Weight::Heading)],
        Reading::Failed(sentence) => {
            vec![(sentence.clone(), Weight::Text), (w.screen_empty.to_owned(), Weight::Heading)]
        }
        Reading::Done(found) if found.1.organisations < FEWEST => {
            let few = fill(app.words().cohort.pool_small, &[&FEWEST.to_string()]);
            vec![(few, Weight::Text), (w.screen_empty.to_owned(), Weight::Heading)]
        }
        Reading::Done(found) => findings(app, &found.0, &found.1, columns),
    };
    let wrapped = |(text, weight): (String, Weight)| {
        let lines: Vec<String> = text::wrap(&text, columns).into_iter().map(str::to_owned).collect();
        lines.into_iter().map(move |line| (line, weight))
    };
    said.into_iter().flat_map(wrapped).collect()
}

fn findings(app: &App, rubric: &Rubric, found: &Findings, columns: usize) -> Vec<(String, Weight)> {
    let (words, lang) = (app.words(), app.lang);
    let w = &words.reliability;
    let depth = match found.depth {
        Depth::Quick => words.fields.depth_quick,
        Depth::Full => words.fields.depth_full,
    };
    let mut lines = vec![
        (fill(w.pool, &[&found.organisations.to_string(), depth]), Weight::Heading),
        (w.hint.to_owned(), Weight::Aside),
        (String::new(), Weight::Text),
    ];
    for dimension in &found.dimensions {
        let name = rubric.dimension(dimension.dimension);
        let numbers = say::numbers(dimension, lang);
        let room = columns.saturating_sub(text::width(&numbers) + 2);
        let name = text::fit(&format!("{} {}", name.id, name.name.get(lang)), room).into_owned();
        lines.push((format!("{name}  {numbers}"), Weight::Heading));
    }
    lines.extend(say::of_dimensions(&found.dimensions, rubric, lang).into_iter().map(|s| (s, Weight::Text)));
    let mut part = |heading: &str, said: Vec<String>| {
        lines.push((String::new(), Weight::Text));
        lines.push((heading.to_owned(), Weight::Heading));
        lines.extend(said.into_iter().map(|s| (s, Weight::Text)));
    };
    part(w.advice, say::advice(&found.dimensions, rubric, lang));
    part(w.rooms, say::of_rooms(&found.rooms, lang));
    part(w.repeated, say::of_repeated(&found.repeated, rubric, lang));
    lines.push((String::new(), Weight::Text));
    lines.push((w.screen_more.to_owned(), Weight::Aside));
    lines
}

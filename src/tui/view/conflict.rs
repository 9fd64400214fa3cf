//! Conflicts: two versions side by side, or one above the other, each with its author and time.

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::assessment::{Event, Say, Thing, author, moment};
use crate::lang::fill;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;

/// Columns from which on the versions stand side by side.
const BESIDE_FROM: usize = 100;
/// Columns between them.
const GAP: usize = 3;
/// Lines that the text of a question gets.
const QUESTION: usize = 3;
/// What stands before each of the two: the key that takes it.
const TAKES: [&str; 2] = ["<", ">"];

/// Pieces of one line.
type Line = Vec<(String, Style)>;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().conflict;
    let count = work.disputed.len();
    let place = app.conflict.place(work).map_or_else(String::new, |place| format!("{}/{count}", place + 1));
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &place);
    let mut body = chrome::body(pen);
    match app.conflict.pair(work) {
        None => {
            body.write(1, 1, words.none, app.theme.good());
        }
        Some((thing, versions)) => pair(app, work, &mut body, thing, versions),
    }
    chrome::foot(app, pen);
}

fn pair(app: &App, work: &Work, pen: &mut Pen, thing: &Thing, versions: [&Event; 2]) {
    let columns = pen.width().saturating_sub(2);
    let mut row = 0;
    for (line, style) in about(app, work, thing, columns) {
        pen.write(1, row, &line, style);
        row += 1;
    }
    row += 1;
    let room = pen.height().saturating_sub(row);
    let width = if pen.width() >= BESIDE_FROM { (columns - GAP) / 2 } else { columns };
    let [left, right] = [0, 1].map(|n| version(app, work, thing, versions[n], TAKES[n], width));
    if width < columns {
        let rest = pen.width() - 1 - width;
        shown(app, &mut pen.inner(1, rest, row, room), &left);
        shown(app, &mut pen.inner(1 + width + GAP, 1, row, room), &right);
    } else {
        let first = share(left.len(), right.len(), room);
        shown(app, &mut pen.inner(1, 1, row, first), &left);
        shown(app, &mut pen.inner(1, 1, row + first + 1, room.saturating_sub(first + 1)), &right);
    }
}

/// Rows for the upper of two: all that it needs if the lower one has enough, else at least half.
fn share(upper: usize, lower: usize, room: usize) -> usize {
    let half = room / 2;
    upper.min(half.max(room.saturating_sub(lower + 1)))
}

/// What is in dispute, and how many versions there are if not all are in sight.
fn about(app: &App, work: &Work, thing: &Thing, columns: usize) -> Vec<(String, Style)> {
    let say = Say { rubric: &work.rubric, lang: app.lang };
    let mut lines = Vec::new();
    match thing.question().and_then(|q| work.rubric.question_ix(q.as_str())) {
        None => lines.push((say.thing(thing), app.theme.strong())),
        Some(ix) => {
            let question = work.rubric.question(ix);
            let area = of(app, &work.rubric.area(question.area).name);
            lines.push((format!("{} {area} · {}", question.id, say.kind(thing)), app.theme.strong()));
            let text = text::wrap(of(app, &question.text), columns);
            lines.extend(text.into_iter().take(QUESTION).map(|l| (l.to_owned(), app.theme.dim())));
        }
    }
    let versions = work.assessment.ledger().heads(thing).len();
    if versions > 2 {
        let first = app.conflict.first.min(versions - 2);
        let numbers = [first + 1, first + 2, versions].map(|n| n.to_string());
        let line = fill(app.words().conflict.versions, &numbers.each_ref().map(String::as_str));
        lines.push((line, app.theme.warning()));
    }
    lines
}

/// One version: the key that takes it, who said it and when, and what was said.
fn version(app: &App, work: &Work, thing: &Thing, event: &Event, key: &str, columns: usize) -> Vec<Line> {
    const INDENT: usize = 3;
    let say = Say { rubric: &work.rubric, lang: app.lang };
    let theme = app.theme;
    let mut head = vec![
        (format!("{key}  "), theme.accent()),
        (author(event, app.lang).to_string(), theme.strong()),
        (format!("  {}", moment(event.at)), theme.dim()),
    ];
    let is_shown = work.assessment.ledger().heads(thing).first().is_some_and(|first| first.id == event.id);
    if is_shown {
        head.push((format!("  {}", app.words().conflict.now), theme.good()));
    }
    let mut lines = vec![head];
    let mut add = |text: &str, style: Style| {
        let wrapped = text::wrap(text, columns.saturating_sub(INDENT));
        lines.extend(wrapped.into_iter().map(|l| vec![(" ".repeat(INDENT), style), (l.to_owned(), style)]));
    };
    let has_anchor = say.anchor(thing, &event.is);
    add(&say.value(thing, &event.is), if has_anchor.is_some() { theme.strong() } else { Style::default() });
    if let Some(anchor) = has_anchor {
        add(anchor, Style::default());
    }
    lines
}

/// The lines of a version from the one that it is scrolled to; its first one stays.
fn shown(app: &App, pen: &mut Pen, lines: &[Line]) {
    let Some((head, rest)) = lines.split_first() else { return };
    let room = pen.height().saturating_sub(1);
    let top = app.conflict.scroll.min(rest.len().saturating_sub(room));
    for (row, line) in std::iter::once(head).chain(&rest[top..]).take(room + 1).enumerate() {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(t, s)| (t.as_str(), *s)).collect();
        pen.pieces(0, row, &pieces);
    }
    let words = &app.words().ask;
    let mark = if top + room < rest.len() {
        words.more_below
    } else if top > 0 {
        words.more_above
    } else {
        return;
    };
    pen.write_right(0, mark, app.theme.accent());
}

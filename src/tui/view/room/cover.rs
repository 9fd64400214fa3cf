//! The cover between two raters, and the ballot of one. The cover says nothing but whose turn it is.

use crate::assessment::rater;
use crate::lang::fill;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::view::{ask, chrome};
use crate::tui::widget::pen::Pen;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().room;
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), words.covered_place);
    let mut body = chrome::body(pen);
    let name = name(app, work);
    let columns = body.width().saturating_sub(8).min(60);
    let mut lines = vec![(fill(words.hand_over_to, &[&name]), app.theme.strong())];
    lines.push((String::new(), app.theme.dim()));
    let what = if app.room.turn.as_ref().is_some_and(|t| t.is_pass) { words.cover_pass } else { words.cover_one };
    lines.extend(text::wrap(what, columns).into_iter().map(|l| (l.to_owned(), app.theme.dim())));
    let top = body.height().saturating_sub(lines.len()) / 2;
    for (row, (line, style)) in lines.iter().enumerate() {
        let left = body.width().saturating_sub(text::width(line)) / 2;
        body.write(left, top + row, line, *style);
    }
    chrome::foot(app, pen);
}

fn name(app: &App, work: &Work) -> String {
    let whose = app.room.turn.as_ref().and_then(|turn| turn.rater()).and_then(|id| work.room.rater(id));
    whose.map_or_else(String::new, |r| rater(r, app.lang).to_string())
}

/// One rater's ballot: the question as it is asked, and this rater's own vote.
pub fn draw_ballot(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let area = work.rubric.area(work.question().area);
    let place = format!("{} {}   {}/{}", area.id, chrome::of(app, &area.name), work.at + 1, work.asked.len());
    chrome::head(app, pen, &fill(app.words().room.ballot_of, &[&name(app, work)]), &place);
    ask::question(app, work, &mut chrome::body(pen));
    chrome::foot(app, pen);
}

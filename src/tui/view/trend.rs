//! Trend: what has changed since an earlier assessment of the same subject, and what of it is more
//! than error; or all that is known of the subject, side by side.

mod beside;

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::lang::fill;
use crate::measure::say;
use crate::measure::say::trend::ToldPart;
use crate::measure::trend::{Comparison, Verdict};
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::radar::{self, Axis, Styles};

/// Columns from which on there is a radar beside the lines.
const RADAR_FROM: usize = 100;
/// Columns that scores, change and verdict take at most.
const LINE: usize = 34;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().trend;
    let place = match app.trend.count() {
        0 => String::new(),
        _ if app.trend.beside => String::new(),
        n => format!("{}/{n}", app.trend.at + 1),
    };
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &place);
    let mut body = chrome::body(pen);
    if app.trend.beside {
        beside::draw(app, work, &mut body);
    } else {
        changes(app, work, &mut body);
    }
    chrome::foot(app, pen);
}

fn changes(app: &App, work: &Work, body: &mut Pen) {
    let (width, height) = (body.width(), body.height());
    let change = app.change();
    let has_radar = width >= RADAR_FROM && work.rubric.dimensions.len() >= 3;
    let radar_width = if has_radar { width * 2 / 5 } else { 0 };
    if let (true, Some(change)) = (has_radar, &change) {
        let mut beside = body.inner(width - radar_width, 1, 1, height.saturating_sub(2).min(24));
        overlaid(app, work, &change.found, &mut beside);
    }
    let lines = lines(app, width.saturating_sub(2 + radar_width));
    for (row, (line, style)) in lines.iter().skip(app.trend.scroll).take(height).enumerate() {
        body.write(1, row, line, *style);
    }
}

/// The outline now over the dotted one before.
fn overlaid(app: &App, work: &Work, found: &Comparison, pen: &mut Pen) {
    let rubric = &work.rubric;
    let axes: Vec<Axis> = found
        .dimensions
        .iter()
        .map(|d| Axis {
            name: of(app, &rubric.dimension(d.dimension).name),
            number: d.change().map_or_else(|| app.words().trend.none.to_owned(), say::trend::signed),
            value: d.scores.map(|(_, after)| rubric.scale.part(after)),
            other: d.scores.map(|(before, _)| rubric.scale.part(before)),
            style: style_of(app, d.verdict),
        })
        .collect();
    let styles = Styles { value: app.theme.accent(), grid: app.theme.dim(), name: Style::default() };
    radar::draw(pen, &axes, rubric.scale.levels.len() - 1, &styles, work.kept_radar());
}

fn style_of(app: &App, verdict: Option<Verdict>) -> Style {
    match verdict {
        Some(Verdict::Improved) => app.theme.good(),
        Some(Verdict::Declined) => app.theme.alarm(),
        Some(Verdict::Undetected) => Style::default(),
        None => app.theme.dim(),
    }
}

/// How many lines the screen would take in so many columns.
pub fn line_count(app: &App, columns: usize) -> usize {
    match (&app.work, app.trend.beside) {
        (Some(work), true) => beside::row_count(work),
        _ => lines(app, columns).len(),
    }
}

/// All that is said, in lines of so many columns.
fn lines(app: &App, columns: usize) -> Vec<(String, Style)> {
    let (Some(work), words) = (&app.work, &app.words().trend) else { return Vec::new() };
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add = |text: &str, style: Style| {
        lines.extend(text::wrap(text, columns).into_iter().map(|l| (l.to_owned(), style)));
    };
    let (Some(change), Some(earlier)) = (app.change(), app.trend.current()) else {
        add(words.no_earlier, Style::default());
        return lines;
    };
    let theme = app.theme;
    let told = say::trend::told(&change, &work.rubric, &work.assessment, app.lang);
    let dates = fill(words.from_to, &[&earlier.changed.date(), &work.assessment.changed().date()]);
    add(&format!("{dates}   {}", told.headline), theme.strong());
    let parts = |parts: &[ToldPart], most: usize, add: &mut dyn FnMut(&str, Style)| {
        let label = parts.iter().map(|p| text::width(&p.name)).max().unwrap_or(0).min(most) + 2;
        if !parts.is_empty() {
            add("", Style::default());
        }
        for part in parts {
            let name = text::pad(&text::fit(&part.name, label - 2), label);
            add(&format!("{name}{}", part.line), style_of(app, part.verdict));
            part.more.iter().for_each(|m| add(&format!("{}{m}", " ".repeat(label)), theme.dim()));
        }
    };
    parts(&told.dimensions, columns, &mut add);
    told.error.iter().for_each(|e| add(e, theme.dim()));
    told.sentences.iter().for_each(|s| add(s, Style::default()));
    if !told.answers.is_empty() {
        add("", Style::default());
        add(words.answers, theme.strong());
    }
    for answer in &told.answers {
        let style = if answer.rises { theme.good() } else { theme.warning() };
        add(&format!("{}  {}  {}", text::pad(&answer.id, 6), answer.change, answer.area), style);
        if !answer.reason.is_blank() {
            add(&format!("        {}", answer.reason), Style::default());
        }
    }
    parts(&told.areas, columns.saturating_sub(LINE), &mut add);
    lines
}

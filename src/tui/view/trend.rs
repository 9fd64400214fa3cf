//! Trend: what has changed since an earlier assessment of the same subject, and what of it is more than error.

use ratatui::style::Style;

use super::chrome::{self, of};
use crate::lang::fill;
use crate::measure::trend::{Comparison, DimensionChange, Verdict};
use crate::measure::{Subject, say, shown};
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::radar::{self, Axis, Styles};

/// Columns from which on there is a radar beside the lines.
const RADAR_FROM: usize = 100;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().trend;
    let place = match app.trend.count() {
        0 => String::new(),
        n => format!("{}/{n}", app.trend.at + 1),
    };
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &place);
    let mut body = chrome::body(pen);
    let (width, height) = (body.width(), body.height());
    let comparison = app.comparison();
    let has_radar = width >= RADAR_FROM && work.rubric.dimensions.len() >= 3;
    let radar_width = if has_radar { width * 2 / 5 } else { 0 };
    if let (true, Some(found)) = (has_radar, &comparison) {
        let mut beside = body.inner(width - radar_width, 1, 1, height.saturating_sub(2).min(24));
        overlaid(app, work, found, &mut beside);
    }
    let lines = lines(app, width.saturating_sub(2 + radar_width));
    for (row, (line, style)) in lines.iter().skip(app.trend.scroll).take(height).enumerate() {
        body.write(1, row, line, *style);
    }
    chrome::foot(app, pen);
}

/// The outline now over the dotted one before.
fn overlaid(app: &App, work: &Work, found: &Comparison, pen: &mut Pen) {
    let rubric = &work.rubric;
    let part = |score: f64| (score - f64::from(rubric.scale.min)) / rubric.scale.span();
    let axes: Vec<Axis> = found
        .dimensions
        .iter()
        .map(|d| Axis {
            name: of(app, &rubric.dimension(d.dimension).name),
            number: d.change().map_or_else(|| app.words().trend.none.to_owned(), say::trend::signed),
            value: d.scores.map(|(_, after)| part(after)),
            before: d.scores.map(|(before, _)| part(before)),
            style: style_of(app, d),
        })
        .collect();
    let styles = Styles { value: app.theme.accent(), grid: app.theme.dim(), name: Style::default() };
    radar::draw(pen, &axes, rubric.scale.levels.len() - 1, &styles);
}

fn style_of(app: &App, change: &DimensionChange) -> Style {
    match change.verdict {
        Some(Verdict::Improved) => app.theme.good(),
        Some(Verdict::Declined) => app.theme.alarm(),
        Some(Verdict::Undetected) => Style::default(),
        None => app.theme.dim(),
    }
}

/// All that is said, in lines of so many columns.
pub fn lines(app: &App, columns: usize) -> Vec<(String, Style)> {
    let (Some(work), words) = (&app.work, &app.words().trend) else { return Vec::new() };
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut add = |text: &str, style: Style| {
        lines.extend(text::wrap(text, columns).into_iter().map(|l| (l.to_owned(), style)));
    };
    let (Some(found), Some(earlier)) = (app.comparison(), app.trend.current()) else {
        add(words.no_earlier, Style::default());
        return lines;
    };
    let (rubric, theme) = (&work.rubric, app.theme);
    let level = |l: Option<u8>| l.map_or_else(|| words.none.to_owned(), |l| l.to_string());
    let dates = fill(words.from_to, &[&earlier.changed.date(), &work.assessment.changed().date()]);
    let headline = fill(words.headline, &[&level(found.headline.0), &level(found.headline.1)]);
    add(&format!("{dates}   {headline}"), theme.strong());
    add("", Style::default());
    let label = rubric.dimensions.iter().map(|d| text::width(of(app, &d.name))).max().unwrap_or(0) + 2;
    for d in &found.dimensions {
        let name = text::pad(of(app, &rubric.dimension(d.dimension).name), label);
        add(&format!("{name}{}", say::trend::change(d, app.lang)), style_of(app, d));
        let more = [say::trend::level(d, app.lang), d.scores.map(|_| say::trend::moved(d, app.lang))];
        more.into_iter().flatten().for_each(|m| add(&format!("{}{m}", " ".repeat(label)), theme.dim()));
    }
    let error = found.dimensions.iter().filter(|d| d.scores.is_some()).map(DimensionChange::sdc).fold(0.0, f64::max);
    if error > 0.0 {
        add(&fill(words.error, &[&shown(error)]), theme.dim());
    }
    let list = |areas: &[crate::rubric::AreaIx]| {
        let names: Vec<String> = areas.iter().map(|a| say::name(rubric, Subject::Area(*a), app.lang)).collect();
        names.join(" · ")
    };
    for (template, areas) in
        [(words.new_strengths, &found.new_strengths), (words.lost_strengths, &found.lost_strengths)]
    {
        if !areas.is_empty() {
            add(&fill(template, &[&list(areas)]), Style::default());
        }
    }
    if !found.moved.is_empty() {
        add("", Style::default());
        add(words.answers, theme.strong());
    }
    for m in &found.moved {
        let question = rubric.question(m.question);
        let name = of(app, &rubric.area(question.area).name);
        let change = fill(words.from_to, &[&shown(m.before), &shown(m.after)]);
        let note = work.assessment.note(&question.id).map_or_else(String::new, |n| format!("  {}", text::one_line(&n)));
        let style = if m.after > m.before { theme.good() } else { theme.warning() };
        add(&format!("{}  {change}  {name}{note}", text::pad(question.id.as_str(), 6)), style);
    }
    lines
}

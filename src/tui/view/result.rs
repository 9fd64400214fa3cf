//! Result: the radar beside a bar per dimension, the headline with the reason of its cap,
//! the areas as a heat row per dimension, lenses, balance, strengths and gaps.

use ratatui::style::Style;

mod peers;

use super::chrome::{self, of};
use super::scale;
use crate::assessment::unsettled;
use crate::lang::fill;
use crate::measure::{Status, Subject, say, shown, shown_percent};
use crate::rubric::{AreaIx, DimensionIx};
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::key::Key;
use crate::tui::widget::bars::{self, Bar};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::radar::{self, Axis, Styles};
use peers::Peers;

/// Columns from which on there is a radar beside the bars.
const RADAR_FROM: usize = 76;
/// Rows of the upper part from which on there is one.
const RADAR_ROWS: usize = 10;

pub fn draw(app: &App, pen: &mut Pen) {
    let Some(work) = &app.work else { return };
    let words = &app.words().result;
    let node = &work.measured.overall.node;
    let coverage = node.completeness.map_or_else(String::new, |c| fill(words.coverage, &[&shown_percent(c)]));
    let aside = if coverage.is_empty() { coverage } else { format!("{} · {coverage}", words.target_mark) };
    chrome::head(app, pen, &format!("{} · {}", work.assessment.subject(), words.title), &aside);
    let mut body = chrome::body(pen);
    let columns = body.width().saturating_sub(2);
    let mut row = 0;
    let peers = Peers::of(work);
    for (line, style) in headline(app, work, &peers, columns) {
        body.write_within(1, row, &line, columns, style);
        row += 1;
    }
    body.spot(0, 0, columns, || choosing(app, Subject::Overall, 0, 0));
    if app.result.focus == Subject::Overall {
        body.write(0, 0, "▸", app.theme.accent());
    }
    let heat = work.rubric.dimensions.len();
    let mut foot = strengths_and_gaps(app, work, columns, body.height() >= 30);
    if body.height() >= 30 {
        foot.extend(one_answer_away(app, work, columns));
        foot.extend(shifts(app, work, columns));
    }
    // Bars need their rows; what is left over decides about the rest.
    let needed = upper_rows(work, false);
    let mut left = body.height().saturating_sub(row);
    let shows_heat = left >= needed + heat;
    left -= if shows_heat { heat } else { 0 };
    let shows_foot = left >= needed + foot.len();
    left -= if shows_foot { foot.len() } else { 0 };
    let air = usize::from(left > needed + 2);
    let upper = left.saturating_sub(2 * air);
    row += air;
    upper_part(app, work, &peers, &mut body.inner(0, 0, row, upper));
    row += upper + air;
    if shows_heat {
        heat_rows(app, work, &peers, &mut body.inner(0, 0, row, heat));
        row += heat;
    }
    if shows_foot {
        for (line, style) in foot {
            body.write_within(1, row, &line, columns, style);
            row += 1;
        }
    }
    chrome::foot(app, pen);
}

/// The level, or why there is none; then what caps it.
fn headline(app: &App, work: &Work, peers: &Peers, columns: usize) -> Vec<(String, Style)> {
    let (headline, reason) = say::headline(&work.rubric, &work.measured, app.lang);
    let mut lines = vec![(headline, app.theme.strong())];
    if !reason.is_empty() {
        lines.extend(text::wrap_first(&reason, columns, 2).into_iter().map(|l| (l.to_owned(), app.theme.dim())));
    }
    if work.measured.overall.node.score().is_none() {
        lines.push((app.words().result.go_on.to_owned(), app.theme.accent()));
    }
    let session = work.session();
    if !session.outcomes.is_empty() {
        lines.push((say::room::classes(session, app.lang), app.theme.dim()));
    }
    let supported = work.talk.supported.as_ref();
    let checked = supported.and_then(|s| say::supported(&work.measured.overall.node, &s.overall.node, app.lang));
    lines.extend(checked.map(|line| (line, app.theme.strong())));
    if let Some(line) = peers.line(app, work) {
        lines.extend(text::wrap(&line, columns).into_iter().take(2).map(|l| (l.to_owned(), Style::default())));
    }
    if let Some(unsettled) = unsettled(work.disputed.len(), app.lang) {
        lines.extend(text::wrap(&unsettled, columns).into_iter().map(|l| (l.to_owned(), app.theme.alarm())));
    }
    lines
}

/// Rows that bars, lenses and balance take.
fn upper_rows(work: &Work, airy: bool) -> usize {
    let per_dimension = if airy { 3 } else { 2 };
    work.rubric.dimensions.len() * per_dimension
        + work.rubric.lenses.len()
        + usize::from(work.measured.balance.is_some())
}

fn upper_part(app: &App, work: &Work, peers: &Peers, pen: &mut Pen) {
    let (width, height) = (pen.width(), pen.height());
    // A radar of two axes is a line.
    let has_radar = width >= RADAR_FROM && height >= RADAR_ROWS && work.rubric.dimensions.len() >= 3;
    if !has_radar {
        bars_column(app, work, peers, &mut pen.inner(1, 1, 0, height));
        return;
    }
    // A diamond of h rows is 2h columns wide and has its names in the free corners.
    let radar = (2 * height + 6).clamp(width * 2 / 5, width * 3 / 5);
    radar_column(app, work, &mut pen.inner(1, width - radar, 0, height));
    bars_column(app, work, peers, &mut pen.inner(radar + 2, 1, 0, height));
}

fn radar_column(app: &App, work: &Work, pen: &mut Pen) {
    let rubric = &work.rubric;
    let parts = rubric.dimensions.iter().zip(&work.measured.dimensions).zip(work.targets());
    let axes: Vec<Axis> = parts
        .map(|((dimension, node), target)| Axis {
            name: of(app, &dimension.name),
            number: say::score(node, app.lang),
            value: node.score().map(|s| rubric.scale.part(s)),
            other: target.map(|t| rubric.scale.part(t)),
            style: scale::style(app.theme, rubric, node.score()),
        })
        .collect();
    let styles = Styles { value: app.theme.accent(), grid: app.theme.dim(), name: Style::default() };
    radar::draw(pen, &axes, rubric.scale.levels.len() - 1, &styles, work.kept_radar());
}

fn bars_column(app: &App, work: &Work, peers: &Peers, pen: &mut Pen) {
    let rubric = &work.rubric;
    let airy = pen.height() >= upper_rows(work, true) + 2;
    let ticks = scale::ticks(rubric);
    let mut row = 0;
    let targets = work.targets();
    for (d, (dimension, node)) in rubric.dimensions.iter().zip(&work.measured.dimensions).enumerate() {
        let target = targets[d];
        let focus = Subject::Dimension(DimensionIx(d));
        let is_focus = app.result.focus == focus;
        let level = say::level(rubric, node, app.lang);
        let style = if is_focus { app.theme.selected() } else { app.theme.strong() };
        let goal = target.map_or_else(String::new, |t| format!(" ┃{}", shown(t)));
        let right = format!("{level}  {}", say::score(node, app.lang));
        let width = pen.width().saturating_sub(text::width(&goal));
        pen.write_right(row, &goal, app.theme.dim());
        let start = pen.inner(0, pen.width() - width, row, 1).write_right(
            0,
            &right,
            scale::style(app.theme, rubric, node.score()),
        );
        pen.write_within(0, row, of(app, &dimension.name), start.saturating_sub(1), style);
        let range = node.bounds.filter(|_| node.status != Status::Final);
        let bar = Bar {
            value: node.score().map(|s| rubric.scale.part(s)),
            range: range.map(|b| (rubric.scale.part(b.low), rubric.scale.part(b.high))),
            target: target.map(|t| rubric.scale.part(t)),
            ticks: &ticks,
            style: scale::style(app.theme, rubric, node.score()),
            rest: app.theme.dim(),
        };
        for line in [row, row + 1] {
            pen.spot(0, line, pen.width(), || choosing(app, focus, d + 1, 0));
        }
        let place = peers.columns();
        pen.inner(pen.width() - place, 0, row + 1, 1).write(1, 0, &peers.band(focus), Style::default());
        let width = pen.width() - place;
        bars::draw(pen, 0, row + 1, width, &bar);
        row += if airy { 3 } else { 2 };
    }
    lens_bars(app, work, pen, row);
}

fn lens_bars(app: &App, work: &Work, pen: &mut Pen, mut row: usize) {
    let rubric = &work.rubric;
    let label = rubric.lenses.iter().map(|l| text::width(of(app, &l.name))).max().unwrap_or(0) + 2;
    for (l, (lens, found)) in rubric.lenses.iter().zip(&work.measured.lenses).enumerate() {
        let is_focus = app.result.focus == Subject::Lens(l);
        let style = if is_focus { app.theme.selected() } else { Style::default() };
        let down = rubric.dimensions.len() + 1 + l;
        pen.spot(0, row, pen.width(), || choosing(app, Subject::Lens(l), down, 0));
        pen.write(0, row, of(app, &lens.name), style);
        let number = found.score.map_or_else(|| app.words().result.no_score.to_owned(), shown);
        pen.write_right(row, &number, scale::style(app.theme, rubric, found.score));
        let bar = Bar {
            value: found.score.map(|s| rubric.scale.part(s)),
            range: None,
            target: None,
            ticks: &[],
            style: scale::style(app.theme, rubric, found.score),
            rest: app.theme.dim(),
        };
        let width = pen.width().saturating_sub(label + 5);
        bars::draw(pen, label, row, width, &bar);
        row += 1;
    }
    if let Some(balance) = work.measured.balance {
        pen.write(0, row, &say::balance(rubric, balance, app.lang), app.theme.dim());
    }
}

/// One row per dimension: its areas with their scores, coloured by level.
fn heat_rows(app: &App, work: &Work, peers: &Peers, pen: &mut Pen) {
    let rubric = &work.rubric;
    let names = rubric.dimensions.iter().map(|d| text::width(of(app, &d.name))).max().unwrap_or(0).min(14) + 2;
    let most = rubric.dimensions.iter().map(|d| d.areas.len()).max().unwrap_or(1);
    let cell = (pen.width().saturating_sub(names + 2) / most).clamp(5, 28);
    for (row, dimension) in rubric.dimensions.iter().enumerate() {
        pen.write_within(1, row, of(app, &dimension.name), names - 1, app.theme.dim());
        for (n, a) in dimension.areas.clone().enumerate() {
            let (area, node) = (&rubric.areas[a], &work.measured.areas[a]);
            let is_focus = app.result.focus == Subject::Area(AreaIx(a));
            let number = say::score(node, app.lang);
            let block = scale::height(rubric, node.score());
            // With room for it, the area's name stands between id and number.
            let head = format!("{} {} {block}", area.id, text::pad(&number, 3));
            let place = peers.columns();
            let has_place = place > 0 && cell > text::width(&head) + place;
            let place = text::pad(&peers.band(Subject::Area(AreaIx(a))), place.saturating_sub(1));
            let head = if has_place { format!("{head} {place}") } else { head };
            let room = (cell - 1).saturating_sub(text::width(&head) + 1);
            let text = if room >= 6 { format!("{head} {}", text::fit(of(app, &area.name), room)) } else { head };
            let style = scale::style(app.theme, rubric, node.score());
            let style = if is_focus { style.add_modifier(ratatui::style::Modifier::REVERSED) } else { style };
            pen.spot(1 + names + n * cell, row, cell, || choosing(app, Subject::Area(AreaIx(a)), row + 1, n + 1));
            pen.write_within(1 + names + n * cell, row, &text, cell - 1, style);
        }
    }
}

/// The keys that move the cursor to a number, which stands so far down and to the right of the first one; where it
/// is, the one that says why.
fn choosing(app: &App, number: Subject, down: usize, right: usize) -> Vec<Key> {
    if app.result.focus == number {
        return vec![Key::Enter];
    }
    let way = [vec![Key::Down; down], vec![Key::Right; right]].concat();
    std::iter::once(Key::Home).chain(way).collect()
}

/// Which single answers decide about the level under the cursor.
fn one_answer_away(app: &App, work: &Work, columns: usize) -> Vec<(String, Style)> {
    let found = work.fragility(app.result.focus);
    let said = found.map_or_else(String::new, |f| say::fragility(&work.rubric, &f, app.lang));
    text::wrap_first(&said, columns, 2).into_iter().map(|l| (l.to_owned(), app.theme.dim())).collect()
}

/// The shifts that the rubric tells of, each in a few lines; Why has them in full.
fn shifts(app: &App, work: &Work, columns: usize) -> Vec<(String, Style)> {
    /// Lines of a paragraph.
    const LINES: usize = 3;
    let mut lines = Vec::new();
    for shift in say::shifts(&work.rubric, &work.measured, app.lang) {
        lines.push((shift.title, app.theme.strong()));
        let paragraph = text::wrap_first(&shift.paragraph, columns.saturating_sub(2), LINES).into_iter();
        lines.extend(paragraph.map(|l| (format!("  {l}"), Style::default())));
    }
    lines
}

/// Highest and lowest areas: in two lines, or one line each where there is room.
fn strengths_and_gaps(app: &App, work: &Work, columns: usize, airy: bool) -> Vec<(String, Style)> {
    let words = &app.words().result;
    let named = |(area, score): &(AreaIx, f64), room: usize| {
        let number = shown(*score);
        let name = say::name(&work.rubric, Subject::Area(*area), app.lang);
        format!("{} {number}", text::fit(&name, room.saturating_sub(text::width(&number) + 1)))
    };
    let label = text::width(words.strengths).max(text::width(words.gaps)) + 2;
    let lists = [(words.strengths, work.measured.strengths(3)), (words.gaps, work.measured.gaps(3))];
    let mut lines = Vec::new();
    for (word, areas) in lists {
        if areas.is_empty() {
            continue;
        }
        if airy {
            lines.push((word.to_owned(), app.theme.strong()));
            lines.extend(areas.iter().map(|a| (format!("  {}", named(a, columns - 2)), Style::default())));
        } else {
            // Side by side, each with its share of the columns.
            let cell = columns.saturating_sub(label) / 3;
            let all: String = areas.iter().map(|a| text::pad(&named(a, cell.saturating_sub(2)), cell)).collect();
            lines.push((format!("{}{}", text::pad(word, label), all.trim_end()), Style::default()));
        }
    }
    lines
}

//! What each lens asks, where it stands now and after the plan, and its lowest areas.

use ratatui::style::Style;

use crate::lang::fill;
use crate::measure::{Subject, say, shown};
use crate::order;
use crate::rubric::AreaIx;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::widget::bars::{self, Bar};
use crate::tui::widget::pen::Pen;

/// Lowest areas named for a lens.
const NAMED: usize = 3;

pub fn draw(app: &App, work: &Work, pen: &mut Pen) {
    let (rubric, words, theme) = (&work.rubric, &app.words().plan, app.theme);
    let columns = pen.width().saturating_sub(4);
    let part = |score: f64| rubric.scale.part(score);
    let simulated = app.plan.if_done(work);
    let later = simulated.as_ref().or_else(|| app.plan.outlook.as_ref().and_then(|o| o.after.last()));
    let mut row = 0;
    for (l, lens) in rubric.lenses.iter().enumerate().skip(top(app, pen.height())) {
        let is_cursor = l == app.plan.cursor;
        pen.row_spot(row, l, app.plan.cursor);
        pen.write(1, row, if is_cursor { "▸" } else { " " }, theme.accent());
        pen.write(3, row, lens.name.get(app.lang), theme.strong());
        let now = work.measured.lenses[l].score;
        let number = |score: Option<f64>| score.map_or_else(|| words.no_level.to_owned(), shown);
        let change = later.map_or_else(
            || number(now),
            |m| fill(app.words().trend.from_to, &[&number(now), &number(m.lenses[l].score)]),
        );
        pen.inner(0, 1, row, 1).write_right(0, &change, theme.strong());
        row += 1;
        if let Some(asks) = &lens.asks {
            for line in text::wrap(asks.get(app.lang), columns) {
                pen.write(3, row, line, Style::default());
                row += 1;
            }
        }
        if let Some(indicator) = &lens.indicator {
            let proof = fill(words.labelled, &[words.indicator, indicator.get(app.lang)]);
            for line in text::wrap(&proof, columns) {
                pen.write(3, row, line, theme.dim());
                row += 1;
            }
        }
        let bar = Bar {
            value: now.map(part),
            range: now.zip(later.and_then(|m| m.lenses[l].score)).map(|(a, b)| (part(a), part(b))),
            target: None,
            ticks: &[],
            style: theme.accent(),
            rest: theme.dim(),
        };
        bars::draw(pen, 3, row, columns, &bar);
        row += 1;
        let mut areas: Vec<(f64, AreaIx)> = (0..rubric.areas.len())
            .filter(|a| rubric.areas[*a].lens_weights[l] > 0.0)
            .filter_map(|a| Some((work.measured.areas[a].score()?, AreaIx(a))))
            .collect();
        order::by(&mut areas, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let lowest: Vec<String> = areas
            .iter()
            .take(NAMED)
            .map(|(score, a)| format!("{} {}", say::name(rubric, Subject::Area(*a), app.lang), shown(*score)))
            .collect();
        if !lowest.is_empty() {
            let said = fill(words.lowest, &[&lowest.join(" · ")]);
            pen.write_within(3, row, &said, columns, theme.dim());
        }
        row += 2;
    }
}

/// The first lens shown, so that the one under the cursor is in sight.
fn top(app: &App, height: usize) -> usize {
    /// Rows that a lens takes at most.
    const ROWS: usize = 7;
    (app.plan.cursor + 1).saturating_sub((height / ROWS).max(1))
}

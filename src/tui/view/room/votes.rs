//! The votes after the reveal: counts as bars without names, what they come to, what to do next.

use ratatui::style::Style;

use super::{Line, wrapped};
use crate::assessment::{Tally, method};
use crate::lang::fill;
use crate::measure::room::{Dissent, Outcome, by_role, needs_note};
use crate::measure::say;
use crate::text;
use crate::tui::app::{App, Work};
use crate::tui::view::chrome::of;
use crate::tui::widget::pen::Pen;

/// Columns of the longest bar.
const BAR: usize = 16;

/// Draws a bar per choice, the lowest first; returns the rows that it took.
pub fn bars(app: &App, work: &Work, pen: &mut Pen) -> usize {
    let question = work.question();
    let Some(outcome) = work.outcome(work.question_ix()) else { return 0 };
    let counts = &outcome.tally.counts;
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as usize;
    // When rows are short only what somebody voted for is shown.
    let all = counts.len() <= pen.height();
    let shown: Vec<usize> = (0..counts.len()).filter(|choice| all || counts[*choice] > 0).collect();
    let label = |choice: usize| question.choices[choice].value.to_string();
    let wide = shown.iter().map(|c| text::width(&label(*c))).max().unwrap_or(1);
    let width = BAR.min(pen.width() / 4).max(1);
    let rows = pen.height();
    for (row, choice) in shown.iter().take(rows).enumerate() {
        let count = counts[*choice] as usize;
        let is_median = outcome.low_median().is_some_and(|l| question.choice(l) == Some(*choice));
        let style = if is_median { app.theme.strong() } else { Style::default() };
        let column = pen.write(0, row, &text::pad_left(&label(*choice), wide), app.theme.accent());
        let length = (count * width).div_ceil(most).min(width);
        let column = pen.write(column + 1, row, &"█".repeat(length), app.theme.level(*choice, counts.len()));
        let column = pen.write(column, row, &" ".repeat(width - length + 1), style);
        let number = if count == 0 { String::new() } else { count.to_string() };
        let column = pen.write(column, row, &text::pad_left(&number, 2), style);
        let room = pen.width().saturating_sub(column + 2);
        pen.write(column + 2, row, &text::fit(of(app, &question.choices[*choice].text), room), app.theme.dim());
    }
    shown.len().min(rows)
}

/// What the votes come to, what to do next, what was agreed on and what was said against it.
pub fn lines(app: &App, work: &Work, columns: usize) -> Vec<Line> {
    let (words, theme) = (&app.words().room, app.theme);
    let ix = work.question_ix();
    let Some(outcome) = work.outcome(ix) else { return wrapped(words.nobody, columns, theme.dim()) };
    let mut lines = wrapped(&counted(app, &outcome), columns, Style::default());
    let style = if outcome.heat() == 0 { theme.good() } else { theme.warning() };
    lines.extend(wrapped(&verdict(app, &outcome), columns, style));
    match agreed(app, work) {
        Some(agreed) => lines.extend(wrapped(&agreed, columns, theme.good())),
        None => lines.extend(wrapped(&say::room::advice(&outcome, app.lang), columns, theme.strong())),
    }
    lines.extend(dissent(app, work, &outcome).into_iter().flat_map(|line| wrapped(&line, columns, theme.warning())));
    let table = work.room.table(ix);
    if let Some((_, round)) = table.last_seen() {
        lines.extend(by_role(work.question(), round, &work.room.raters).iter().map(|(role, tally)| {
            let role = if role.is_blank() { words.no_role } else { role.as_str() };
            (role_line(app, work, role, tally), theme.dim())
        }));
    }
    for statement in &table.statements {
        let line = fill(words.statement, &[&text::one_line(statement)]);
        lines.push((text::fit(&line, columns).into_owned(), Style::default()));
    }
    lines
}

fn role_line(app: &App, work: &Work, role: &str, tally: &Tally) -> String {
    fill(app.words().room.of_role, &[role, &say::room::votes(work.question(), tally)])
}

/// `round 2 · 5 votes · 1 doesn't know · range 1–4 · low median 3`
fn counted(app: &App, outcome: &Outcome) -> String {
    let words = &app.words().room;
    let mut parts = vec![
        fill(words.round, &[&outcome.round.to_string()]),
        fill(words.votes, &[&outcome.tally.levels().to_string()]),
    ];
    let others = [(outcome.tally.unknown, words.unknown), (outcome.tally.not_applicable, words.na)];
    parts.extend(others.iter().filter(|(n, _)| *n > 0).map(|(n, word)| fill(word, &[&n.to_string()])));
    if let Some(low_median) = outcome.low_median() {
        parts.push(fill(words.range, &[&say::room::range(outcome)]));
        // Of a pair no more is said than how far it is apart.
        parts.extend((!outcome.is_pair()).then(|| fill(words.low_median_is, &[&low_median.to_string()])));
    }
    parts.join(" · ")
}

fn verdict(app: &App, outcome: &Outcome) -> String {
    let words = &app.words().room;
    let class = say::room::verdict(outcome, app.lang).to_owned();
    let consensus = say::room::consensus(outcome);
    let mut parts = vec![class];
    parts.extend((!consensus.is_empty()).then(|| fill(words.consensus_is, &[&consensus])));
    parts.extend(outcome.is_stable.then(|| words.stable.to_owned()));
    parts.join(" · ")
}

/// What was agreed on, how, and why.
pub fn agreed(app: &App, work: &Work) -> Option<String> {
    let words = &app.words().room;
    let ix = work.question_ix();
    let agreement = work.room.table(ix).agreed.as_ref()?;
    let by = method(agreement.method(), app.lang);
    let said = agreement.level().map_or_else(|| by.to_owned(), |l| fill(words.agreed_by, &[&l.to_string(), by]));
    let mut parts = vec![fill(words.agreed, &[&said])];
    if !agreement.note().is_blank() {
        parts.push(text::one_line(agreement.note()).into_owned());
    } else if needs_note(agreement, work.outcome(ix).as_ref()) {
        parts.push(words.note_missing.to_owned());
    }
    Some(parts.join(" · "))
}

fn dissent(app: &App, work: &Work, outcome: &Outcome) -> Option<String> {
    let level = work.room.table(work.question_ix()).agreed.as_ref()?.level()?;
    let dissent = Dissent::of(work.question(), &outcome.tally, level);
    let others = (dissent.others * f64::from(outcome.tally.levels())).round() as u32;
    let values = [others.to_string(), dissent.apart.to_string()];
    dissent.is_present().then(|| fill(app.words().room.dissent, &[&values[0], &values[1]]))
}

//! The plan as Markdown: one table a wave.

use super::Sheet;
use crate::lang::fill;
use crate::measure::plan::{PlacedStep, percent_to_target, strand};
use crate::measure::{say, shown_percent};

pub(super) fn markdown(sheet: &Sheet) -> String {
    let (rubric, words) = (sheet.rubric, &sheet.lang.words().plan);
    let project = &sheet.outlook.project;
    let mut lines = vec![
        format!("# {} · {}", plain(&sheet.assessment.subject()), words.title),
        String::new(),
        plain(&say::plan::levels(rubric, &sheet.measured, sheet.lang)),
    ];
    if let Some(part) = percent_to_target(&project.areas, rubric.scale.min) {
        lines.extend([String::new(), fill(words.percent, &[&shown_percent(part)])]);
    }
    let waves = sheet.outlook.waves();
    if waves.is_empty() {
        lines.extend([String::new(), words.nothing.to_owned()]);
    }
    for (n, wave) in waves.iter().enumerate() {
        let numbers = [(n + 1).to_string(), wave.effort.to_string(), project.capacity.to_string()];
        let title = fill(words.wave_effort, &numbers.each_ref().map(String::as_str));
        lines.extend([String::new(), format!("## {title}"), String::new()]);
        if wave.steps.is_empty() {
            lines.push(words.empty_wave.to_owned());
        } else {
            let head = [
                words.area,
                words.strand,
                words.effort,
                words.action,
                words.indicator,
                words.owner,
                words.due,
                words.status,
                words.reason,
            ];
            lines.push(row(&head.map(str::to_owned)));
            lines.push(format!("|{}", "---|".repeat(head.len())));
            lines.extend(wave.steps.iter().map(|placed| row(&cells(sheet, placed))));
        }
        lines.extend([String::new(), plain(&fill(words.after, &[&sheet.after(n)]))]);
    }
    let warnings = sheet.warnings();
    if !warnings.is_empty() {
        lines.push(String::new());
        lines.extend(warnings.iter().map(|w| format!("- {}", plain(w))));
    }
    lines.extend([String::new(), words.self_declared.to_owned()]);
    lines.join("\n")
}

fn cells(sheet: &Sheet, placed: &PlacedStep) -> [String; 9] {
    let (rubric, lang) = (sheet.rubric, sheet.lang);
    let measure = sheet.measure_of(placed);
    let actions = sheet.actions(placed);
    let column = |side: fn(&(&str, &str)) -> String| actions.iter().map(side).collect::<Vec<_>>().join(" / ");
    [
        format!("{} {}", say::plan::step(rubric, placed.step, lang), rubric.area(placed.step.area).name.get(lang)),
        say::plan::strand(rubric, strand(rubric, placed.step.area), lang).to_owned(),
        placed.effort.to_string(),
        column(|(action, _)| (*action).to_owned()),
        column(|(_, indicator)| (*indicator).to_owned()),
        measure.owner.to_string(),
        measure.due.to_string(),
        say::plan::status(measure.status, lang).to_owned(),
        say::plan::reason(rubric, placed, lang),
    ]
}

fn row(cells: &[String; 9]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| plain(c)).collect();
    format!("| {} |", cells.join(" | "))
}

/// A text in which nothing is Markdown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::text::one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '&' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

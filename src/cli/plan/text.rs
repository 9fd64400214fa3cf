//! The plan in plain lines.

use super::Sheet;
use crate::lang::fill;
use crate::measure::plan::{PlacedStep, percent_to_target, strand};
use crate::measure::{say, shown_percent};

pub(super) fn text(sheet: &Sheet) -> String {
    let (rubric, words) = (sheet.rubric, &sheet.lang.words().plan);
    let project = &sheet.outlook.project;
    let mut lines = vec![
        format!("{} · {}", sheet.assessment.subject(), words.title),
        say::plan::levels(rubric, &sheet.measured, sheet.lang),
    ];
    if let Some(part) = percent_to_target(&project.areas, rubric.scale.min) {
        lines.push(fill(words.percent, &[&shown_percent(part)]));
    }
    let waves = sheet.outlook.waves();
    if waves.is_empty() {
        lines.extend([String::new(), words.nothing.to_owned()]);
    }
    for (n, wave) in waves.iter().enumerate() {
        let numbers = [(n + 1).to_string(), wave.effort.to_string(), project.capacity.to_string()];
        lines.extend([String::new(), fill(words.wave_effort, &numbers.each_ref().map(String::as_str))]);
        if wave.steps.is_empty() {
            lines.push(format!("  {}", words.empty_wave));
        }
        wave.steps.iter().for_each(|placed| step(sheet, placed, &mut lines));
        lines.push(format!("  {}", fill(words.after, &[&sheet.after(n)])));
    }
    let warnings = sheet.warnings();
    if !warnings.is_empty() {
        lines.push(String::new());
        lines.extend(warnings);
    }
    lines.extend([String::new(), words.self_declared.to_owned()]);
    lines.join("\n")
}

fn step(sheet: &Sheet, placed: &PlacedStep, lines: &mut Vec<String>) {
    let (rubric, words, lang) = (sheet.rubric, &sheet.lang.words().plan, sheet.lang);
    let strand = say::plan::strand(rubric, strand(rubric, placed.step.area), lang);
    let name = rubric.area(placed.step.area).name.get(lang);
    let step = say::plan::step(rubric, placed.step, lang);
    let kind = fill(words.in_brackets, &[strand, &placed.effort.to_string()]);
    lines.push(format!("  {step}  {name}  {kind}"));
    for (action, indicator) in sheet.actions(placed) {
        lines.push(format!("      {action}"));
        lines.push(format!("      {}", fill(words.labelled, &[words.indicator, indicator])));
    }
    let measure = sheet.measure_of(placed);
    let said = [(words.owner, measure.owner.as_str()), (words.due, measure.due.as_str())];
    let mut said: Vec<String> =
        said.iter().filter(|(_, v)| !v.is_empty()).map(|(word, v)| fill(words.labelled, &[word, v])).collect();
    if measure != crate::assessment::Measure::default() {
        said.push(say::plan::status(measure.status, lang).to_owned());
        lines.push(format!("      {}", said.join("  ")));
    }
    lines.push(format!("      {}", say::plan::reason(rubric, placed, lang)));
}

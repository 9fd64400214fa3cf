//! The plan in plain lines.

use super::{PlanPart, PlanStep};
use crate::assessment::Measure;
use crate::lang::fill;

/// The plan alone, a line a step and what belongs to it below.
pub fn lines(part: &PlanPart, subject: &str) -> String {
    let words = &part.lang.words().plan;
    let mut lines = vec![format!("{subject} · {}", words.title), part.now.clone()];
    lines.extend(part.percent.clone());
    lines.extend_from_slice(part.notes());
    if part.is_empty() {
        lines.extend([String::new(), words.nothing.to_owned()]);
    }
    for wave in &part.waves {
        lines.extend([String::new(), wave.title.clone()]);
        if wave.steps.is_empty() {
            lines.push(format!("  {}", words.empty_wave));
        }
        wave.steps.iter().for_each(|step| told(part, step, &mut lines));
        lines.push(format!("  {}", wave.after));
    }
    if !part.remarks.is_empty() {
        lines.push(String::new());
        lines.extend(part.remarks.iter().cloned());
    }
    lines.extend([String::new(), words.self_declared.to_owned()]);
    lines.join("\n")
}

fn told(part: &PlanPart, of: &PlanStep, lines: &mut Vec<String>) {
    let words = &part.lang.words().plan;
    let kind = fill(words.in_brackets, &[&of.strand, &of.placed.effort.to_string()]);
    lines.push(format!("  {}  {}  {kind}", of.step, of.name));
    for (action, indicator) in &of.tasks {
        lines.push(format!("      {action}"));
        lines.push(format!("      {}", fill(words.labelled, &[words.indicator, indicator])));
    }
    let said = [(words.owner, &of.measure.owner), (words.due, &of.measure.due)];
    let mut said: Vec<String> =
        said.iter().filter(|(_, v)| !v.is_empty()).map(|(word, v)| fill(words.labelled, &[word, v])).collect();
    if of.measure != Measure::default() {
        said.push(of.status.to_owned());
        lines.push(format!("      {}", said.join("  ")));
    }
    lines.push(format!("      {}", of.reason));
}

/// The same lines for a voice: what stands for "to" and between parts is said in words.
pub fn spoken(part: &PlanPart, subject: &str) -> String {
    let words = part.lang.words();
    lines(part, subject).replace('▸', words.plan.up_to).replace(" · ", words.room.comma)
}

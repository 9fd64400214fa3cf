//! The plan as Markdown: the targets, then one table a wave.

use super::{Aim, PlanPart, PlanStep};
use crate::report::marks::{Markdown, first, inline};

/// A document of the plan alone.
pub fn document(part: &PlanPart, subject: &str) -> String {
    let mut md = Markdown::default();
    let words = &part.lang.words().plan;
    md.heading(1, &format!("{} · {}", inline(subject), words.title));
    body(&mut md, part, 2);
    md.paragraph(words.self_declared);
    md.finish()
}

/// The plan below a heading of the depth before `depth`.
pub(in crate::report) fn body(md: &mut Markdown, part: &PlanPart, depth: usize) {
    let (words, heads) = (&part.lang.words().plan, &part.lang.words().report);
    md.paragraph(&first(&part.now));
    part.percent.iter().for_each(|percent| md.paragraph(&first(percent)));
    md.list(part.notes().iter().map(|note| first(note)));
    md.heading(depth, words.targets);
    let aim = |a: &Aim| [a.name.clone(), a.now.clone(), a.target.clone(), a.importance.to_string(), a.waves.clone()];
    md.table([heads.area, heads.now, heads.target, heads.importance, heads.waves], part.aims.iter().map(aim));
    if part.is_empty() {
        md.paragraph(words.nothing);
    }
    for wave in &part.waves {
        md.heading(depth, &inline(&wave.title));
        if wave.steps.is_empty() {
            md.paragraph(words.empty_wave);
        } else {
            let head = [
                heads.step,
                heads.strand,
                heads.effort,
                heads.action,
                heads.indicator,
                heads.owner,
                heads.due,
                heads.status,
                heads.reason,
            ];
            md.table(head, wave.steps.iter().map(cells));
        }
        md.paragraph(&first(&wave.after));
    }
    md.list(part.remarks.iter().map(|remark| first(remark)));
}

fn cells(step: &PlanStep) -> [String; 9] {
    [
        step.title(),
        step.strand.clone(),
        step.placed.effort.to_string(),
        step.actions(),
        step.indicators(),
        step.measure.owner.to_string(),
        step.measure.due.to_string(),
        step.status.to_owned(),
        step.reason.clone(),
    ]
}

//! Plans in words.

use super::{name, shown};
use crate::lang::{Lang, fill};
use crate::measure::plan::{Held, PlacedStep, Step, Strand, Warning};
use crate::measure::{Measured, Node, Subject};
use crate::rubric::{AreaIx, Prerequisite, Rubric};

/// `R3 2▸3`.
pub fn step(rubric: &Rubric, step: Step, lang: Lang) -> String {
    at(rubric, step.area, step.to.saturating_sub(1), step.to, lang)
}

fn at(rubric: &Rubric, area: AreaIx, from: u8, to: u8, lang: Lang) -> String {
    fill(lang.words().plan.step, &[rubric.area(area).id.as_str(), &from.to_string(), &to.to_string()])
}

/// Why a step is what it is and stands where it stands, in one line.
pub fn reason(rubric: &Rubric, placed: &PlacedStep, lang: Lang) -> String {
    let words = &lang.words().plan;
    let named = |s: Step| step(rubric, s, lang);
    let worth = shown(placed.priority);
    let mut parts = vec![match (placed.implied, placed.serves) {
        (true, Some(served)) => fill(words.reason_implied, &[&named(served)]),
        (true, None) => words.reason_implied_bare.to_owned(),
        (false, Some(served)) => fill(words.reason_serves, &[&worth, &named(served)]),
        (false, None) => fill(words.reason_own, &[&worth]),
    }];
    parts.extend(placed.held.filter(|_| placed.pinned.is_none()).map(|held| match held {
        Held::OwnStep => words.held_own.to_owned(),
        Held::Prerequisite(needed) => fill(words.held_prerequisite, &[&named(needed)]),
        Held::Balance(area) => fill(words.held_balance, &[&name(rubric, Subject::Area(area), lang)]),
        Held::Capacity => words.held_capacity.to_owned(),
        Held::Pin => words.held_pin.to_owned(),
    }));
    let flags = [
        (placed.pinned.is_some(), words.held_pin),
        (placed.balance_relaxed, words.relaxed),
        (placed.oversize, words.oversize),
    ];
    parts.extend(flags.iter().filter(|(holds, _)| *holds).map(|(_, word)| (*word).to_owned()));
    parts.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// What the user should know about the input of a plan.
pub fn warning(rubric: &Rubric, warning: &Warning, lang: Lang) -> String {
    let words = &lang.words().plan;
    let pair = |template: &str, p: &Prerequisite| {
        let level =
            |area: AreaIx, level: u8| fill(words.area_level, &[rubric.area(area).id.as_str(), &level.to_string()]);
        fill(template, &[&level(p.area, p.level), &level(p.needs, p.needs_level)])
    };
    match warning {
        Warning::IgnoredPrerequisite(p) => pair(words.warn_ignored, p),
        Warning::AheadOfPrerequisite(p) => pair(words.warn_ahead, p),
        Warning::Blocked { area, reaches } => {
            fill(words.warn_blocked, &[&name(rubric, Subject::Area(*area), lang), &reaches.to_string()])
        }
        Warning::LatePin(late) => fill(words.warn_late, &[&step(rubric, *late, lang)]),
    }
}

/// Steps that wait for one another.
pub fn cycle(rubric: &Rubric, steps: &[Step], lang: Lang) -> String {
    let named: Vec<String> = steps.iter().map(|s| step(rubric, *s, lang)).collect();
    fill(lang.words().plan.cycle, &[&named.join(", ")])
}

/// The name of a strand.
pub fn strand(rubric: &Rubric, strand: Strand, lang: Lang) -> &str {
    match strand {
        Strand::Lens(l) => rubric.lenses[l].name.get(lang),
        Strand::Enabler => lang.words().plan.enabler,
    }
}

/// How far a measure is.
pub fn status(status: crate::assessment::MeasureStatus, lang: Lang) -> &'static str {
    use crate::assessment::MeasureStatus::{Doing, Done, Open};
    let words = &lang.words().plan;
    match status {
        Open => words.open,
        Doing => words.doing,
        Done => words.done,
    }
}

/// `overall 2 · Network 2 · Resource 3`
pub fn levels(rubric: &Rubric, measured: &Measured, lang: Lang) -> String {
    let words = &lang.words().plan;
    let level = |node: &Node| match (node.level(), node.levels.filter(|_| node.score().is_some())) {
        (Some(level), _) => level.to_string(),
        (None, Some(levels)) => format!("{}-{}", levels.low, levels.high),
        (None, None) => words.no_level.to_owned(),
    };
    let mut parts = vec![fill(words.after_headline, &[&level(&measured.overall.node)])];
    let dimensions = rubric.dimensions.iter().zip(&measured.dimensions);
    parts.extend(dimensions.map(|(d, node)| format!("{} {}", d.name.get(lang), level(node))));
    parts.join(" · ")
}

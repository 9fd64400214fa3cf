//! What is doubtful about a rubric that can be read.

use std::collections::HashMap;

use super::alike::{ALIKE, likeness, shrinks};
use super::{Doubt, Finding};
use crate::lang::Lang;
use crate::rubric::upgrade::Fate;
use crate::rubric::{AreaIx, DimensionIx, EPSILON, Kind, LevelRule, Question, QuestionIx, Rubric, Text};
use crate::text::{folded, width};

/// Columns that a question or an anchor should not pass: seven rows of a small screen.
const SENTENCE: usize = 560;
/// Columns that a name should not pass.
const NAME: usize = 60;

pub(super) fn doubts(rubric: &Rubric) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, question) in rubric.questions.iter().enumerate() {
        of_question(rubric, question, &question_path(rubric, QuestionIx(i)), &mut findings);
    }
    names(rubric, &mut findings);
    levels(rubric, &mut findings);
    weights(rubric, &mut findings);
    rules(rubric, &mut findings);
    reused(rubric, &mut findings);
    findings
}

fn dimension_path(dimension: DimensionIx) -> String {
    format!("dimensions[{}]", dimension.0)
}

fn area_path(rubric: &Rubric, area: AreaIx) -> String {
    let dimension = rubric.area(area).dimension;
    let first = rubric.dimension(dimension).areas.start;
    format!("{}.areas[{}]", dimension_path(dimension), area.0 - first)
}

fn question_path(rubric: &Rubric, question: QuestionIx) -> String {
    let area = rubric.question(question).area;
    format!("{}.questions[{}]", area_path(rubric, area), question.0 - rubric.area(area).questions.start)
}

fn of_question(rubric: &Rubric, question: &Question, path: &str, findings: &mut Vec<Finding>) {
    let mut warn = |member: &str, doubt| findings.push(Finding::warning(format!("{path}.{member}"), doubt));
    if question.evidence.is_none() {
        warn("evidence", Doubt::NoEvidence);
    }
    if question.weight <= EPSILON {
        warn("weight", Doubt::NotCounted);
    }
    if let Some(doubt) = long(rubric, &question.text, SENTENCE) {
        warn("text", doubt);
    }
    for (k, choice) in question.choices.iter().enumerate() {
        if let Some(doubt) = long(rubric, &choice.text, SENTENCE) {
            warn(&format!("anchors[{k}]"), doubt);
        }
        // Practice answers are labels that every practice shares.
        if let (Kind::Ladder, Some(below)) = (question.kind, k.checked_sub(1).map(|b| &question.choices[b])) {
            let (lower, higher) = (below.value, choice.value);
            let any = |test: fn(&str, &str) -> bool| {
                rubric.languages.iter().any(|lang| test(below.text.get(*lang), choice.text.get(*lang)))
            };
            if any(|a, b| likeness(a, b) >= ALIKE) {
                warn(&format!("anchors[{k}]"), Doubt::AnchorsAlike { lower, higher });
            } else if any(shrinks) {
                warn(&format!("anchors[{k}]"), Doubt::AnchorShrinks { lower, higher });
            }
        }
    }
}

fn long(rubric: &Rubric, text: &Text, limit: usize) -> Option<Doubt> {
    let columns = rubric.languages.iter().map(|lang| width(text.get(*lang))).max()?;
    (columns > limit).then_some(Doubt::Long { columns, limit })
}

/// Names that are too long, or that read alike among their kind.
fn names(rubric: &Rubric, findings: &mut Vec<Finding>) {
    let levels = rubric.scale.levels.iter().enumerate().map(|(i, l)| (format!("scale.levels[{i}].name"), &l.name));
    let dimensions = rubric.dimensions.iter().enumerate().map(|(i, d)| (format!("dimensions[{i}].name"), &d.name));
    let areas = rubric.areas.iter().enumerate();
    let areas = areas.map(|(i, a)| (format!("{}.name", area_path(rubric, AreaIx(i))), &a.name));
    let lenses = rubric.lenses.iter().enumerate().map(|(i, l)| (format!("lenses[{i}].name"), &l.name));
    let kinds: [Vec<(String, &Text)>; 4] = [levels.collect(), dimensions.collect(), areas.collect(), lenses.collect()];
    for kind in kinds {
        let mut seen: HashMap<(Lang, String), &str> = HashMap::new();
        for (path, name) in &kind {
            findings.extend(long(rubric, name, NAME).map(|doubt| Finding::warning(path, doubt)));
            let others = rubric.languages.iter().filter_map(|l| seen.insert((*l, folded(name.get(*l))), path));
            if let Some(other) = others.collect::<Vec<_>>().first() {
                findings.push(Finding::warning(path, Doubt::SameName { other: (*other).to_owned() }));
            }
        }
    }
}

/// Levels that nothing can be answered with: a ladder that skips one, a cumulative rule without practices.
fn levels(rubric: &Rubric, findings: &mut Vec<Finding>) {
    let scale = &rubric.scale;
    let reads_practices = matches!(rubric.level_rule, LevelRule::Cumulative { .. });
    let stands_for = |question: &Question, level: u8| match question.kind {
        Kind::Practice { level: of } => of == level,
        Kind::Ladder => question.choice(f64::from(level)).is_some(),
    };
    let first = if reads_practices { scale.min + 1 } else { scale.min };
    for level in first..=scale.max() {
        if !rubric.questions.iter().any(|q| stands_for(q, level)) {
            let path = format!("scale.levels[{}]", level - scale.min);
            findings.push(Finding::warning(path, Doubt::EmptyLevel { level }));
        }
    }
}

/// Weights that count nothing or change nothing.
fn weights(rubric: &Rubric, findings: &mut Vec<Finding>) {
    for (i, _) in rubric.dimensions.iter().enumerate().filter(|(_, d)| d.weight <= EPSILON) {
        findings.push(Finding::warning(format!("{}.weight", dimension_path(DimensionIx(i))), Doubt::NotCounted));
    }
    for (i, _) in rubric.areas.iter().enumerate().filter(|(_, a)| a.weight <= EPSILON) {
        findings.push(Finding::warning(format!("{}.weight", area_path(rubric, AreaIx(i))), Doubt::NotCounted));
    }
    let default: Vec<f64> = rubric.dimensions.iter().map(|d| d.weight).collect();
    for (i, profile) in rubric.profiles.iter().enumerate() {
        if shares(&profile.weights).zip(shares(&default)).all(|(a, b)| (a - b).abs() < EPSILON) {
            findings.push(Finding::warning(format!("profiles[{i}].weights"), Doubt::SameWeights));
        }
    }
    for (i, _) in rubric.lenses.iter().enumerate() {
        if rubric.areas.iter().all(|a| a.lens_weights[i] <= EPSILON) {
            findings.push(Finding::warning(format!("lenses[{i}]"), Doubt::BlindLens));
        }
    }
}

fn shares(weights: &[f64]) -> impl Iterator<Item = f64> + '_ {
    let total: f64 = weights.iter().sum();
    weights.iter().map(move |w| w / total)
}

/// Rules that can never bind.
fn rules(rubric: &Rubric, findings: &mut Vec<Finding>) {
    for (i, p) in rubric.prerequisites.iter().enumerate() {
        if p.needs_level == rubric.scale.min || p.level == rubric.scale.min {
            findings.push(Finding::warning(format!("prerequisites[{i}]"), Doubt::AlwaysMet));
        }
    }
    if let Some(rule) = &rubric.overall_rule
        && !rule.critical.is_empty()
        && f64::from(rule.cap) >= rubric.scale.span()
    {
        findings.push(Finding::warning("overall_rule.critical", Doubt::CapNeverBinds));
    }
}

/// Ids that were split, merged or retired, and that stand for something again.
fn reused(rubric: &Rubric, findings: &mut Vec<Finding>) {
    for (i, earlier) in rubric.earlier.iter().enumerate() {
        for (k, entry) in earlier.map.iter().enumerate() {
            let is_gone = matches!(entry.fate, Fate::Split | Fate::Merged | Fate::Retired);
            for id in entry.old.iter().filter(|id| is_gone && rubric.question_ix(id.as_str()).is_some()) {
                let path = format!("earlier[{i}].map[{k}].old");
                findings.push(Finding::warning(path, Doubt::Reused { id: id.clone() }));
            }
        }
    }
}

//! The result as text: headline and reasons, bars, areas.

use super::conflicts;
use crate::assessment::{Assessment, Field, Say, unsettled};
use crate::lang::{Lang, fill};
use crate::measure::{
    Measured, Node, Reason, Reply, Status, Subject, explain, measure, replies, say, shown, shown_percent, supported,
};
use crate::rubric::{Area, DimensionIx, Profile, Rubric};
use crate::text;

/// Columns of the bars.
const BAR: usize = 20;

/// The result in plain lines.
pub fn text(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> String {
    let replies = replies(rubric, assessment);
    let lines = numbers(rubric, assessment, &measured(rubric, assessment, &replies), lang);
    lines.join("\n")
}

/// The same, and why each level is what it is.
pub fn with_reasons(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> String {
    let replies = replies(rubric, assessment);
    let measured = measured(rubric, assessment, &replies);
    let mut lines = numbers(rubric, assessment, &measured, lang);
    let honest = lines.pop();
    lines.push(lang.words().why.title.to_owned());
    // Of a dimension without answers the same would be said as of the next one.
    let is_begun = |d: &usize| measured.dimensions[*d].counts.answered() > 0;
    let dimensions = (0..rubric.dimensions.len()).filter(is_begun).map(|d| Subject::Dimension(DimensionIx(d)));
    for subject in std::iter::once(Subject::Overall).chain(dimensions) {
        // The parts of a mean stand above, as bars.
        let reasons = explain(rubric, &replies, &measured, subject).reasons;
        let reasons = reasons.iter().filter(|r| !matches!(r, Reason::Mean { .. }));
        let reasons: Vec<String> = reasons.map(|r| say::reason(rubric, r, lang)).collect();
        if !reasons.is_empty() {
            let name = say::name(rubric, subject, lang);
            lines.push(fill(lang.words().plain.choice, &[&name, &lang.joined(&reasons)]));
        }
    }
    lines.push(String::new());
    lines.extend(honest);
    lines.join("\n")
}

fn measured(rubric: &Rubric, assessment: &Assessment, replies: &[Reply]) -> Measured {
    measure(rubric, replies, profile(rubric, assessment))
}

fn profile<'r>(rubric: &'r Rubric, assessment: &Assessment) -> Option<&'r Profile> {
    rubric.profile(&assessment.setup(Field::Profile)?)
}

fn numbers(rubric: &Rubric, assessment: &Assessment, measured: &Measured, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let node = &measured.overall.node;
    let counts = node.counts;
    let mut lines = vec![
        assessment.subject().to_string(),
        fill(words.cli.rubric_line, &[rubric.title.get(lang), &rubric.version.to_string()]),
        fill(words.cli.show_answers, &[&counts.answered().to_string(), &counts.asked.to_string()]),
    ];
    if let Some(c) = node.completeness {
        lines.push(fill(words.result.coverage, &[&shown_percent(c)]));
    }
    lines.push(String::new());
    let (headline, reason) = say::headline(rubric, measured, lang);
    lines.push(headline);
    lines.extend((!reason.is_empty()).then_some(reason));
    if let Some(supported) = supported(rubric, assessment) {
        lines.extend(say::supported(node, &supported.overall.node, lang));
    }
    let found = assessment.conflicts(rubric);
    lines.extend(unsettled(found.len(), lang));
    lines.extend(conflicts::lines(&Say { rubric, lang }, &found));
    lines.push(String::new());
    lines.push(words.plain.dimensions.to_owned());
    let width = rubric.dimensions.iter().map(|d| text::width(d.name.get(lang))).max().unwrap_or(0);
    for (dimension, node) in rubric.dimensions.iter().zip(&measured.dimensions) {
        lines.push(row(rubric, dimension.name.get(lang), width, node, lang));
    }
    if !rubric.lenses.is_empty() {
        lines.push(String::new());
    }
    for (lens, found) in rubric.lenses.iter().zip(&measured.lenses) {
        let score = found.score.map_or_else(|| words.home.no_level.to_owned(), shown);
        lines.push(format!("{}  {}  {score}", text::pad(lens.name.get(lang), width), bar(rubric, found.score)));
    }
    if let Some(balance) = measured.balance {
        lines.push(say::balance(rubric, balance, lang));
    }
    for shift in say::shifts(rubric, measured, lang) {
        lines.extend([String::new(), shift.title, shift.paragraph]);
    }
    lines.push(String::new());
    lines.push(words.plain.areas.to_owned());
    let label = |area: &Area| format!("{} {}", area.id, area.name.get(lang));
    let width = rubric.areas.iter().map(|a| text::width(&label(a))).max().unwrap_or(0);
    for (area, node) in rubric.areas.iter().zip(&measured.areas) {
        lines.push(row(rubric, &label(area), width, node, lang));
        if let Some(score) = node.as_lowest {
            let percent = shown_percent(node.na_share);
            lines.push(format!("  {}", fill(words.result.scope_limited, &[&percent, &shown(score)])));
        }
    }
    lines.push(String::new());
    lines.push(words.cli.self_declared.to_owned());
    lines
}

fn row(rubric: &Rubric, name: &str, width: usize, node: &Node, lang: Lang) -> String {
    // A dash would be read as silence.
    let is_open = node.score().is_none() && node.status != Status::NotApplicable;
    let score = if is_open { lang.words().home.no_level.to_owned() } else { say::score(node, lang) };
    // The word for what is open may be longer than a number; no level follows it.
    let score = text::pad_left(&score, text::width(&score).max(4));
    let line = format!(
        "{}  {}  {score}  {}",
        text::pad(name, width),
        bar(rubric, node.score()),
        say::level(rubric, node, lang)
    );
    line.trim_end().to_owned()
}

/// `########............`
fn bar(rubric: &Rubric, score: Option<f64>) -> String {
    let part = score.map_or(0.0, |s| (s - f64::from(rubric.scale.min)) / rubric.scale.span());
    let filled = (part.clamp(0.0, 1.0) * BAR as f64).round() as usize;
    format!("{}{}", "#".repeat(filled), ".".repeat(BAR - filled))
}

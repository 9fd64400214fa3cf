//! Markdown: the same tables as text with light marks.

use super::answered::Answered;
use super::figure::Figure;
use super::marks::{Markdown, first, inline};
use super::{Report, Scope, plan, room, standing, trend};
use crate::lang::fill;
use crate::measure::say;

/// The whole report.
pub(super) fn text(report: &Report) -> String {
    let w = report.words();
    let mut md = Markdown::default();
    md.heading(1, &inline(&report.title));
    md.paragraph(&first(&format!("{} · {}", report.rubric.title.get(report.lang), w.kind)));
    md.list(report.facts.iter().map(|(label, value)| format!("**{label}** {}", inline(value))));
    headline(&mut md, report);
    numbers(&mut md, report);
    judged(&mut md, report);
    room::markdown(&mut md, report);
    ahead(&mut md, report);
    if report.options.scope == Scope::Full {
        answers(&mut md, report);
    }
    md.heading(2, w.how);
    md.list(report.rules.iter().map(|rule| first(rule)));
    for sentence in report.honest() {
        md.paragraph(&first(&sentence));
    }
    if report.options.names == super::Names::LeftOut {
        md.paragraph(w.names_left_out);
    }
    md.finish()
}

fn headline(md: &mut Markdown, report: &Report) {
    let (w, headline) = (report.words(), &report.headline);
    md.heading(2, w.headline);
    md.paragraph(&format!("**{}**", inline(&headline.sentence)));
    if !headline.reason.is_empty() {
        md.paragraph(&first(&headline.reason));
    }
    let coverage = fill(report.lang.words().result.coverage, &[headline.figure.coverage_text.trim_end_matches('%')]);
    let coverage = (!headline.figure.coverage_text.is_empty()).then_some(coverage);
    let lines = coverage.iter().map(String::as_str).chain(headline.details());
    md.list(lines.map(first));
}

fn numbers(md: &mut Markdown, report: &Report) {
    let w = report.words();
    md.heading(2, w.dimensions);
    let row = |f: &Figure| {
        let (range, target) = (f.range_text(), f.target_text());
        [f.full_name(), f.level_text.clone(), f.score_text.clone(), range, target, f.coverage_text.clone()]
    };
    md.table(
        [w.dimension, w.level, w.score, w.possible, w.target, w.coverage],
        report.groups.iter().map(|g| row(&g.dimension)),
    );
    if let Some(balance) = &report.balance {
        md.paragraph(&first(balance));
    }
    md.heading(2, w.areas);
    let areas = report.groups.iter().flat_map(|g| g.areas.iter().map(|a| (a, &g.dimension)));
    let row = |(a, d): (&Figure, &Figure)| {
        [a.full_name(), d.name.clone(), a.level_text.clone(), a.score_text.clone(), a.coverage_text.clone()]
    };
    md.table([w.area, w.dimension, w.level, w.score, w.coverage], areas.map(row));
    if !report.lenses.is_empty() {
        md.heading(2, w.lenses);
        let row = |f: &Figure| {
            [f.name.clone(), f.asks.clone(), f.proof.clone(), f.score_text.clone(), f.coverage_text.clone()]
        };
        md.table([w.lens, w.asks, w.indicator, w.score, w.coverage], report.lenses.iter().map(row));
    }
    if let Some(part) = &report.peers {
        md.heading(2, w.standing);
        standing::markdown(md, part, report.lang);
    }
    for shift in &report.shifts {
        md.heading(2, &inline(&shift.title));
        md.paragraph(&first(&shift.paragraph));
    }
}

/// Strengths and gaps, answers that decide alone, what is to be settled.
fn judged(md: &mut Markdown, report: &Report) {
    let w = report.words();
    let words = &report.lang.words().result;
    let lists = [(words.strengths, &report.strengths), (words.gaps, &report.gaps)];
    if lists.iter().any(|(_, areas)| !areas.is_empty()) {
        md.heading(2, w.strong_and_weak);
        for (title, areas) in lists.into_iter().filter(|(_, areas)| !areas.is_empty()) {
            md.paragraph(&format!("**{title}**"));
            md.list(areas.iter().map(|(name, score)| format!("{} {score}", first(name))));
        }
    }
    let fragile = report.fragile_or_none();
    if !fragile.is_empty() {
        md.heading(2, w.fragile);
        md.list(fragile.iter().map(|line| first(line)));
    }
    md.heading(2, w.to_settle);
    if report.findings.is_empty() {
        md.paragraph(w.nothing_to_settle);
    }
    for finding in &report.findings {
        md.paragraph(&format!("**{}**", inline(finding.title)));
        md.list(finding.lines.iter().map(|(id, text)| first(&format!("{id} {text}"))));
    }
}

/// What would lift it, what is planned, what has changed.
fn ahead(md: &mut Markdown, report: &Report) {
    let words = report.lang.words();
    if !report.lift.is_empty() {
        md.heading(2, words.report.lift);
        md.list(report.lift.iter().map(|line| first(line)));
    }
    md.heading(2, words.plan.title);
    plan::markdown::body(md, &report.plan, 3);
    if let Some(trend) = &report.trend {
        md.heading(2, words.trend.title);
        trend::markdown(md, trend, report.lang);
    }
}

fn answers(md: &mut Markdown, report: &Report) {
    md.heading(2, report.words().questions);
    let mut answered = report.answered.iter().peekable();
    for group in &report.groups {
        md.heading(3, &inline(&group.dimension.name));
        for area in &group.areas {
            let is_here =
                |a: &&Answered| report.rubric.area(report.rubric.question(a.question).area).id.as_str() == area.id;
            let mut has_heading = false;
            while let Some(a) = answered.next_if(is_here) {
                if !std::mem::replace(&mut has_heading, true) {
                    md.heading(4, &inline(&area.full_name()));
                }
                answer(md, report, a);
            }
        }
    }
}

fn answer(md: &mut Markdown, report: &Report, a: &Answered) {
    let (w, lang) = (report.words(), report.lang);
    md.paragraph(&format!("**{}** {}", inline(a.id.as_str()), inline(&a.text)));
    let mut lines = vec![format!("{}{}**{}**", w.answer, w.colon, inline(&a.short(report.rubric, lang)))];
    if !a.meaning().is_empty() {
        lines.push(first(a.meaning()));
    }
    lines.extend(a.flags(lang).iter().map(|flag| format!("⚑ {flag}")));
    lines.extend(a.versions.iter().map(|said| format!("{}{}{}", w.conflict, w.colon, inline(said))));
    lines.extend(a.confidence.map(|c| format!("{}{}{}", w.confidence, w.colon, say::confidence(c, lang))));
    let item = |(kind, text): &(_, crate::text::Clean)| {
        format!("{}{}{}{}{}", w.evidence, w.colon, say::evidence_kind(*kind, lang), w.comma, inline(text))
    };
    lines.extend(a.evidence.iter().map(item));
    let beside = a.beside(report.rubric, report.options.names, lang).into_iter();
    lines.extend(beside.map(|(label, text)| format!("{label}{}{}", w.colon, inline(&text))));
    md.list(lines.into_iter());
    if let Some(note) = &a.note {
        md.paragraph(&format!("{}{}", w.note, w.colon));
        md.fenced(note);
    }
}

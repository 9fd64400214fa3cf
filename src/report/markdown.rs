//! Markdown: the same tables as text with light marks.
//!
//! Text from data is escaped so that it renders as itself: as a note it stands in a fenced
//! block, anywhere else every character that means something inside a line is escaped, and
//! one that means something only at the start of a line is escaped there.

use super::answered::Answered;
use super::figure::Figure;
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

/// A document as it grows: blocks with an empty line between them.
#[derive(Default)]
pub(super) struct Markdown(String);

impl Markdown {
    /// The text.
    pub fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, line: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A heading.
    pub fn heading(&mut self, depth: usize, title: &str) {
        self.line(&format!("{} {title}", "#".repeat(depth)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.line(text);
    }

    /// A list.
    pub fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
        if !items.is_empty() {
            self.line(&items.join("\n"));
        }
    }

    /// A table.
    pub fn table<const N: usize>(&mut self, head: [&str; N], rows: impl Iterator<Item = [String; N]>) {
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row(&head.map(inline)), format!("|{}", " --- |".repeat(N))];
        lines.extend(rows.map(|cells| row(&cells.map(|cell| inline(&cell)))));
        self.line(&lines.join("\n"));
    }

    /// A text as it stands, between fences longer than any inside of it.
    fn fenced(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        self.line(&format!("{fence}text\n{text}\n{fence}"));
    }
}

/// A text from data inside a line: it renders as itself.
pub(super) fn inline(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '!' => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

/// A text from data that begins a line: what makes a list or a rule there is escaped too.
pub(super) fn first(text: &str) -> String {
    let text = inline(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text[digits..].starts_with(['.', ')']) || (digits == 0 && text.starts_with(['+', '-', '='])) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_escaped_where_it_does() {
        assert_eq!(inline("2.9 of 5.0 (a-b)"), "2.9 of 5.0 (a-b)");
        assert_eq!(inline("](javascript:x)|`#1`"), "\\](javascript:x)\\|\\`\\#1\\`");
        assert_eq!(first("- a\n1) b"), "\\- a<br>1) b");
        assert_eq!((first("12. a"), first("12 a")), ("12\\. a".to_owned(), "12 a".to_owned()));
        assert_eq!(inline("<b>&amp;"), "\\<b\\>\\&amp;");
    }

    #[test]
    fn a_fence_is_longer_than_any_inside() {
        let mut md = Markdown::default();
        md.fenced("a\n````\nb");
        assert_eq!(md.finish(), "`````text\na\n````\nb\n`````\n");
    }
}

//! The comparison in plain lines.

use super::{Change, Entry};
use crate::lang::{Lang, fill};
use crate::measure::say::trend::ToldPart;
use crate::measure::trend::extremes;
use crate::measure::{Subject, say, shown};
use crate::rubric::AreaIx;
use crate::text;

/// Assessments of one subject are a trend, those of several stand side by side.
pub(super) fn text(entries: &[Entry], changes: &[Change], lang: Lang) -> String {
    let subject = entries[0].assessment().subject();
    let is_trend = entries.iter().all(|e| e.assessment().subject() == subject);
    let mut lines = Vec::new();
    if is_trend {
        for c in changes {
            change(c, lang, &mut lines);
        }
    }
    if !is_trend || entries.len() > 2 {
        side_by_side(entries, lang, &mut lines);
    }
    lines.push(lang.words().cli.self_declared.to_owned());
    lines.join("\n")
}

fn title(entry: &Entry) -> String {
    format!("{} {}", entry.assessment().subject(), date(entry))
}

fn date(entry: &Entry) -> String {
    entry.assessment().changed().date()
}

fn change(change: &Change, lang: Lang, lines: &mut Vec<String>) {
    let words = &lang.words().trend;
    let told = say::trend::told(&change.of, change.after.rubric(), change.after.assessment(), lang);
    lines.push(fill(words.from_to, &[&title(change.before), &title(change.after)]));
    lines.push(told.headline);
    lines.push(String::new());
    parts(&told.dimensions, lines);
    lines.extend(told.error);
    lines.extend(told.sentences);
    if !told.answers.is_empty() {
        lines.extend([String::new(), words.answers.to_owned()]);
    }
    for answer in told.answers {
        let line = format!("  {}  {}  {}", text::pad(&answer.id, 6), answer.change, answer.reason);
        lines.push(line.trim_end().to_owned());
    }
    lines.push(String::new());
    parts(&told.areas, lines);
}

fn parts(parts: &[ToldPart], lines: &mut Vec<String>) {
    let width = parts.iter().map(|p| text::width(&p.name)).max().unwrap_or(0);
    for part in parts {
        lines.push(format!("{}  {}", text::pad(&part.name, width), part.line));
        lines.extend(part.more.iter().map(|m| format!("{}  {m}", " ".repeat(width))));
    }
    if !parts.is_empty() {
        lines.push(String::new());
    }
}

/// Areas as rows, assessments as columns; the best and the worst of each row are marked.
fn side_by_side(entries: &[Entry], lang: Lang, lines: &mut Vec<String>) {
    /// Columns of one assessment.
    const CELL: usize = 16;
    let (words, rubric) = (&lang.words().trend, entries[0].rubric());
    lines.push(words.areas.to_owned());
    let name = |a: usize| say::name(rubric, Subject::Area(AreaIx(a)), lang);
    let width = (0..rubric.areas.len()).map(|a| text::width(&name(a))).max().unwrap_or(0) + 2;
    // On lines of their own: a long subject leaves no room for the date that tells two assessments of it apart.
    let head = |of: fn(&Entry) -> String| {
        let cells: String = entries.iter().map(|e| text::pad(&text::fit(&of(e), CELL - 1), CELL)).collect();
        format!("{}{cells}", text::pad("", width)).trim_end().to_owned()
    };
    lines.extend([head(|e| e.assessment().subject().to_string()), head(date)]);
    for (a, area) in rubric.areas.iter().enumerate() {
        let scores: Vec<Option<f64>> = entries.iter().map(|e| e.standing.score(&area.id)).collect();
        let cell = |score: &Option<f64>| {
            let number = score.map_or_else(|| words.none.to_owned(), shown);
            text::pad(&format!("{number} {}", extremes(&scores, *score).mark()), CELL)
        };
        let cells: String = scores.iter().map(cell).collect();
        lines.push(format!("{}{cells}", text::pad(&name(a), width)).trim_end().to_owned());
    }
    lines.push(String::new());
}

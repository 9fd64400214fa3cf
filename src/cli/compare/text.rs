//! The comparison in plain lines.

use super::{Change, Entry};
use crate::lang::{Lang, fill};
use crate::measure::{Subject, say, shown, shown_percent};
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
    format!("{} {}", entry.assessment().subject(), entry.assessment().changed().date())
}

fn change(change: &Change, lang: Lang, lines: &mut Vec<String>) {
    let (words, rubric) = (&lang.words().trend, change.after.rubric());
    let level = |l: Option<u8>| l.map_or_else(|| words.none.to_owned(), |l| l.to_string());
    let found = &change.found;
    lines.push(fill(words.from_to, &[&title(change.before), &title(change.after)]));
    lines.push(fill(words.headline, &[&level(found.headline.0), &level(found.headline.1)]));
    lines.push(String::new());
    let width = rubric.dimensions.iter().map(|d| text::width(d.name.get(lang))).max().unwrap_or(0);
    for d in &found.dimensions {
        let name = text::pad(rubric.dimension(d.dimension).name.get(lang), width);
        lines.push(format!("{name}  {}", say::trend::change(d, lang)));
        let more = [say::trend::level(d, lang), d.scores.map(|_| say::trend::moved(d, lang))];
        lines.extend(more.into_iter().flatten().map(|m| format!("{}  {m}", " ".repeat(width))));
    }
    let largest = found
        .dimensions
        .iter()
        .filter(|d| d.scores.is_some())
        .map(crate::measure::trend::DimensionChange::sdc)
        .fold(0.0, f64::max);
    if largest > 0.0 {
        lines.push(fill(words.error, &[&shown(largest)]));
    }
    let names = |areas: &[AreaIx]| {
        let all: Vec<String> = areas.iter().map(|a| say::name(rubric, Subject::Area(*a), lang)).collect();
        all.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    for (template, areas) in
        [(words.new_strengths, &found.new_strengths), (words.lost_strengths, &found.lost_strengths)]
    {
        lines.extend((!areas.is_empty()).then(|| fill(template, &[&names(areas)])));
    }
    for (template, part) in [(words.targets, change.toward.0), (words.progress, change.toward.1)] {
        lines.extend(part.map(|p| fill(template, &[&percent(p)])));
    }
    if !found.moved.is_empty() {
        lines.extend([String::new(), words.answers.to_owned()]);
    }
    for m in &found.moved {
        let id = &rubric.question(m.question).id;
        let note = change.after.assessment().note(id).map_or_else(String::new, |n| format!("  {}", text::one_line(&n)));
        lines.push(format!(
            "  {}  {}{note}",
            text::pad(id.as_str(), 6),
            fill(words.from_to, &[&shown(m.before), &shown(m.after)])
        ));
    }
    lines.push(String::new());
}

/// A share that may lie outside of 0..1.
fn percent(share: f64) -> String {
    if share < 0.0 { format!("-{}", shown_percent(-share)) } else { shown_percent(share) }
}

/// Areas as rows, assessments as columns; the best and the worst of each row are marked.
fn side_by_side(entries: &[Entry], lang: Lang, lines: &mut Vec<String>) {
    /// Columns of one assessment.
    const CELL: usize = 16;
    let (words, rubric) = (&lang.words().trend, entries[0].rubric());
    lines.push(words.areas.to_owned());
    let name = |a: usize| say::name(rubric, Subject::Area(AreaIx(a)), lang);
    let width = (0..rubric.areas.len()).map(|a| text::width(&name(a))).max().unwrap_or(0) + 2;
    let heads = entries.iter().map(|e| text::pad(&text::fit(&title(e), CELL - 1), CELL));
    lines.push(format!("{}{}", text::pad("", width), heads.collect::<String>()).trim_end().to_owned());
    for (a, area) in rubric.areas.iter().enumerate() {
        let score = |e: &Entry| {
            let place = e.rubric().areas.iter().position(|other| other.id == area.id)?;
            e.measured.areas[place].score()
        };
        let scores: Vec<Option<f64>> = entries.iter().map(score).collect();
        let highest = scores.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        let lowest = scores.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        let cell = |score: &Option<f64>| {
            let mark = match score {
                Some(s) if highest > lowest && *s >= highest => "▴",
                Some(s) if highest > lowest && *s <= lowest => "▾",
                _ => " ",
            };
            text::pad(&format!("{} {mark}", score.map_or_else(|| words.none.to_owned(), shown)), CELL)
        };
        let cells: String = scores.iter().map(cell).collect();
        lines.push(format!("{}{cells}", text::pad(&name(a), width)).trim_end().to_owned());
    }
    lines.push(String::new());
}

//! `gradus compare`: what has changed from one assessment to the next, or several side by side.

mod json;
mod text;

use anyhow::{Result, anyhow};

use crate::assessment::{Assessment, Field};
use crate::desk::{Desk, OnDesk};
use crate::lang::fill;
use crate::measure::plan::{CAPACITY, Outlook, percent_to_target, progress};
use crate::measure::trend::{Comparison, Side, compare, links};
use crate::measure::{Measured, Reply, measure, replies};
use crate::out;
use crate::rubric::Rubric;
use crate::store::Use;

/// One assessment of the comparison.
struct Entry {
    on_desk: OnDesk,
    replies: Vec<Reply>,
    measured: Measured,
}

impl Entry {
    fn rubric(&self) -> &Rubric {
        &self.on_desk.rubric
    }

    fn assessment(&self) -> &Assessment {
        &self.on_desk.opened.assessment
    }

    fn side(&self) -> Side<'_> {
        Side { rubric: self.rubric(), replies: &self.replies, measured: &self.measured }
    }
}

/// From one assessment to the next.
struct Change<'e> {
    before: &'e Entry,
    after: &'e Entry,
    found: Comparison,
    /// Part of the way to the earlier targets that is gone, and of the score that its plan promised.
    toward: (Option<f64>, Option<f64>),
}

/// Prints the comparison.
pub fn run(desk: &Desk, files: &[String], as_json: bool) -> Result<std::io::Result<()>> {
    let words = &desk.lang.words().trend;
    if files.len() < 2 {
        return Err(anyhow!(words.need_two));
    }
    let entries: Vec<Entry> = files.iter().map(|file| entry(desk, file)).collect::<Result<_>>()?;
    let first = &entries[0];
    if let Some(other) = entries.iter().find(|e| e.rubric().id != first.rubric().id) {
        let named = |e: &Entry| [e.assessment().subject().to_string(), e.rubric().id.to_string()];
        let [a, b, c, d] = [named(first), named(other)].concat().try_into().unwrap_or_default();
        return Err(anyhow!(fill(words.other_rubric, &[&a, &b, &c, &d])));
    }
    let changes: Vec<Change> = entries.windows(2).map(|pair| change(&pair[0], &pair[1])).collect();
    Ok(if as_json {
        out::print_json(&json::json(&entries, &changes))
    } else {
        out::print(&text::text(&entries, &changes, desk.lang))
    })
}

fn entry(desk: &Desk, file: &str) -> Result<Entry> {
    let on_desk = desk.open(&desk.resolve(file)?, Use::Read)?;
    super::tell(&on_desk.notices);
    let (rubric, assessment) = (&on_desk.rubric, &on_desk.opened.assessment);
    let replies = replies(rubric, assessment);
    let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
    let measured = measure(rubric, &replies, profile);
    Ok(Entry { on_desk, replies, measured })
}

fn change<'e>(before: &'e Entry, after: &'e Entry) -> Change<'e> {
    let links = links(before.rubric(), after.rubric());
    Change { before, after, found: compare(before.side(), after.side(), &links), toward: toward(before, after) }
}

/// How far the later assessment has come on the way that the earlier one planned.
fn toward(before: &Entry, after: &Entry) -> (Option<f64>, Option<f64>) {
    let intent = before.assessment().intent();
    let rubric = before.rubric();
    let outlook = Outlook::new(rubric, &before.replies, &before.measured, &intent, CAPACITY);
    let promised = outlook.after.last().and_then(|m| m.overall.node.score());
    let (was, is) = (before.measured.overall.node.score(), after.measured.overall.node.score());
    let score = was.zip(is).zip(promised).and_then(|((was, is), promised)| progress(is, was, promised));
    let mut areas = outlook.project.areas;
    for (area, planned) in rubric.areas.iter().zip(&mut areas) {
        let now = after.rubric().areas.iter().position(|a| a.id == area.id);
        planned.level = now.and_then(|a| after.measured.areas[a].level());
    }
    (percent_to_target(&areas, rubric.scale.min), score)
}

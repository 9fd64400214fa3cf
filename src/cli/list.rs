//! `gradus list`: the assessments of this computer.

use anyhow::Result;
use serde_json::json;

use super::newer::Newer;
use super::{printed, table};
use crate::assessment::Field;
use crate::desk::Desk;
use crate::lang::{Words, fill};
use crate::measure::{Counts, measure, replies};
use crate::out;
use crate::text::Clean;

/// Prints the list of assessments; what cannot be read is named in it.
pub fn run(desk: &Desk, as_json: bool, is_plain: bool) -> Result<i32> {
    let words = desk.lang.words();
    let mut rows = Vec::new();
    let mut entries = Vec::new();
    let mut newer = Newer::new(desk);
    for listed in desk.store.list() {
        if let (Err(fault), true) = (&listed.found, listed.path == desk.store.places().data) {
            return Err(desk.told(fault));
        }
        let path = Clean::line(&listed.path.to_string_lossy());
        let found = listed.found.map_err(|f| desk.told(&f)).and_then(|opened| desk.with_rubric(opened));
        match found {
            Err(error) => {
                entries.push(json!({ "path": path.as_str(), "error": error.to_string() }));
                rows.push([
                    path.to_string(),
                    fill(words.cli.cannot_read, &[&error.to_string()]),
                    String::new(),
                    String::new(),
                ]);
            }
            Ok(on_desk) => {
                let (rubric, assessment) = (&on_desk.rubric, &on_desk.opened.assessment);
                let replies = replies(rubric, assessment);
                let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
                let measured = measure(rubric, &replies, profile);
                let counts = Counts::of(&replies);
                let level = measured.overall.node.level();
                let disputes = assessment.conflicts(rubric).len();
                entries.push(json!({
                    "path": path.as_str(),
                    "id": assessment.id.as_str(),
                    "subject": assessment.typed_setup(Field::Subject).unwrap_or_default(),
                    "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
                    "newer_rubric": newer.of(&on_desk),
                    "answered": counts.answered(),
                    "asked": counts.asked,
                    "level": level,
                    "changed": assessment.changed().to_string(),
                    "archived": assessment.is_archived(),
                    "conflicts": disputes,
                }));
                let progress = format!("{}/{}", counts.answered(), counts.asked);
                let level = level.map_or_else(|| words.home.no_level.to_owned(), |l| l.to_string());
                let mut name = assessment.subject().to_string();
                if disputes > 0 {
                    name.push_str(&fill(words.home.dispute_mark, &[&disputes.to_string()]));
                }
                rows.push([name, progress, level, path.to_string()]);
            }
        }
    }
    let done = if as_json {
        out::print_json(&json!(entries))
    } else if rows.is_empty() {
        out::complain(words.cli.none);
        Ok(())
    } else if is_plain {
        out::print(&plain_list(&rows, words))
    } else {
        out::print(&table(&rows))
    };
    if !as_json {
        newer.tell();
    }
    Ok(printed(done, words))
}

/// A sentence for each row.
fn plain_list(rows: &[[String; 4]], words: &Words) -> String {
    let line = |[name, progress, level, path]: &[String; 4]| {
        let Some((answered, asked)) = progress.split_once('/') else { return format!("{name}: {progress}") };
        fill(words.cli.list_line, &[name, &fill(words.cli.show_answers, &[answered, asked]), level, path])
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

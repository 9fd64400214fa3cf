//! What an import would change, in lines.

use super::plan::{Item, Planned};
use super::{BadRow, Import};
use crate::lang::{ImportWords, Lang, fill};
use crate::rubric::Rubric;
use crate::text;

/// Lines of one kind that are listed; more are counted.
const LISTED: usize = 200;
/// Columns that a text gets in a line.
const TEXT: usize = 60;

impl Import {
    /// What would change, in lines; `name` is the file's.
    pub fn preview(&self, name: &str, rubric: &Rubric, lang: Lang) -> Vec<String> {
        let w = &lang.words().import;
        let mut lines = vec![fill(w.preview, &[name])];
        let mut section = |count: usize, title: &str, items: Vec<String>| {
            if count > 0 {
                lines.push(fill(title, &[&count.to_string()]));
                let more = items.len().saturating_sub(LISTED);
                lines.extend(items.into_iter().take(LISTED).map(|item| format!("  {item}")));
                lines.extend((more > 0).then(|| format!("  {}", fill(w.more, &[&more.to_string()]))));
            }
        };
        let line = |planned: &Planned| planned_line(planned, rubric, w, lang);
        section(self.fresh.len(), w.fresh, self.fresh.iter().map(line).collect());
        section(self.conflicts.len(), w.conflicts, self.conflicts.iter().map(line).collect());
        section(self.same, w.same, Vec::new());
        section(self.outside, w.outside, Vec::new());
        section(self.bad.len(), w.bad, self.bad.iter().map(|row| bad_line(row, w)).collect());
        if self.all_events > 0 {
            lines.push(fill(w.events, &[&self.all_events.to_string(), &self.events.len().to_string()]));
        }
        lines
    }
}

fn planned_line(planned: &Planned, rubric: &Rubric, w: &ImportWords, lang: Lang) -> String {
    let id = planned.id.as_str();
    let about = match planned.item {
        Item::Answer(_) => id.to_owned(),
        Item::Note(_) => fill(w.note_on, &[id]),
        Item::Evidence(_) => fill(w.evidence_on, &[id]),
        Item::Confidence(_) => fill(w.confidence_on, &[id]),
        Item::Mark => fill(w.mark_on, &[id]),
    };
    let short = |item: &Item| text::fit(&text::clean_line(&item.words(rubric, lang)), TEXT).into_owned();
    match &planned.here {
        None => fill(w.line_new, &[&about, &short(&planned.item)]),
        Some(here) => fill(w.line_conflict, &[&about, &short(&planned.item), &short(here)]),
    }
}

fn bad_line(row: &BadRow, w: &ImportWords) -> String {
    fill(w.line_bad, &[&row.number.to_string(), &row.bad.sentence(w)])
}

//! What an import would change, in lines.

use super::plan::Planned;
use super::{BadRow, Import};
use crate::assessment::{Say, Thing, Value};
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
        let say = Say { rubric, lang };
        let mut lines = vec![fill(w.preview, &[name])];
        let mut section = |count: usize, title: &str, items: Vec<String>| {
            if count > 0 {
                lines.push(fill(title, &[&count.to_string()]));
                let more = items.len().saturating_sub(LISTED);
                lines.extend(items.into_iter().take(LISTED).map(|item| format!("  {item}")));
                lines.extend((more > 0).then(|| format!("  {}", fill(w.more, &[&more.to_string()]))));
            }
        };
        let all = |planned: &[Planned], against: &str| {
            planned.iter().map(|p| planned_line(p, &say, against)).collect::<Vec<_>>()
        };
        section(self.fresh.len(), w.fresh, all(&self.fresh, w.line_conflict));
        section(self.conflicts.len(), w.conflicts, all(&self.conflicts, w.line_conflict));
        section(self.further.len(), w.further, all(&self.further, w.line_further));
        section(self.same, w.same, Vec::new());
        section(self.outside, w.outside, Vec::new());
        section(self.bad.len(), w.bad, self.bad.iter().map(|row| bad_line(row, w)).collect());
        if self.all_events > 0 {
            lines.push(fill(w.events, &[&self.all_events.to_string(), &self.events.len().to_string()]));
        }
        lines
    }
}

/// `against` is the sentence where something else is said too.
fn planned_line(planned: &Planned, say: &Say, against: &str) -> String {
    let thing = &planned.change.thing;
    // An answer is known by its question alone.
    let about = match thing {
        Thing::Answer(question) => question.to_string(),
        other => say.thing(other),
    };
    let short = |is: &Value| text::fit(&text::clean_line(&text::one_line(&say.told(thing, is))), TEXT).into_owned();
    let is = short(&planned.change.is);
    match &planned.here {
        None => fill(say.lang.words().import.line_new, &[&about, &is]),
        Some(here) => fill(against, &[&about, &is, &short(here)]),
    }
}

fn bad_line(row: &BadRow, w: &ImportWords) -> String {
    fill(w.line_bad, &[&row.number.to_string(), &row.bad.sentence(w)])
}

//! The history in lines.

use crate::assessment::{Assessment, HistoryEntry, Say, author, moment};
use crate::text;

/// Every step: when, who, what, from what to what. Further lines of a text are indented.
pub fn lines(say: &Say<'_>, assessment: &Assessment, entries: &[HistoryEntry<'_>]) -> Vec<String> {
    let authors: Vec<_> = entries.iter().map(|e| author(e.event, say.lang)).collect();
    let width = authors.iter().map(|a| text::width(a)).max().unwrap_or(0);
    let line = |(entry, author): (&HistoryEntry, &text::Clean)| {
        let (when, thing) = (moment(entry.event.at), say.named(assessment, &entry.event.thing));
        let change = say.step(assessment, entry).replace('\n', "\n    ");
        format!("{when}  {}  {thing}  {change}", text::pad(author, width))
    };
    entries.iter().zip(&authors).map(line).collect()
}

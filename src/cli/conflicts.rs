//! Disagreements as text and as JSON.

use serde_json::{Value, json};

use crate::assessment::{Conflict, Event, Say, author, moment};
use crate::lang::fill;
use crate::text;

/// Every conflict with all that is said, each with author and time, the one that is shown first.
pub fn json(say: &Say<'_>, conflicts: &[Conflict]) -> Value {
    let head = |conflict: &Conflict, head: &Event| {
        json!({
            "e": head.id.to_string(),
            "at": head.at.to_string(),
            "by": head.author().as_str(),
            "is": head.is.parse(),
            "text": say.value(conflict.thing, &head.is),
        })
    };
    let one = |conflict: &Conflict| {
        json!({
            "thing": conflict.thing.to_string(),
            "question": conflict.thing.question().map(crate::rubric::Id::as_str),
            "heads": conflict.heads.iter().map(|h| head(conflict, h)).collect::<Vec<_>>(),
        })
    };
    conflicts.iter().map(one).collect()
}

/// The same in lines: the thing, then one indented line or more for all that is said.
pub fn lines(say: &Say<'_>, conflicts: &[Conflict]) -> Vec<String> {
    let words = &say.lang.words().conflict;
    let mut lines = Vec::new();
    for conflict in conflicts {
        lines.push(format!("  {}", say.thing(conflict.thing)));
        let authors: Vec<_> = conflict.heads.iter().map(|h| author(h, say.lang)).collect();
        let width = authors.iter().map(|a| text::width(a)).max().unwrap_or(0);
        for (n, (head, author)) in conflict.heads.iter().zip(&authors).enumerate() {
            let value = say.value(conflict.thing, &head.is).replace('\n', "\n      ");
            let value = if n == 0 { fill(words.shown_now, &[&value]) } else { value };
            lines.push(format!("    {}  {}  {value}", moment(head.at), text::pad(author, width)));
        }
    }
    lines
}

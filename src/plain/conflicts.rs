//! Disagreements in lines.

use crate::assessment::{Conflict, Say, author, moment};
use crate::lang::fill;
use crate::text;

/// Every conflict: the thing, then one indented line or more for all that is said.
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

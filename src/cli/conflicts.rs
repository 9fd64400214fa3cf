//! Disagreements as JSON.

use serde_json::{Value, json};

use crate::assessment::{Conflict, Event, Say};

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

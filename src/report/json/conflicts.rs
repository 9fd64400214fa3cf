//! Disagreements as JSON.

use serde_json::{Value, json};

use crate::assessment::{Conflict, Event, Say};
use crate::report::Names;
use crate::report::names::is_telling;

/// Every conflict with all that is said, each with author and time, the one that is shown first.
/// Where names are left out there is no author, and no conflict about a name.
pub fn conflicts(say: &Say<'_>, conflicts: &[Conflict], names: Names) -> Value {
    let head = |conflict: &Conflict, head: &Event| {
        let mut head_ = json!({
            "e": head.id.to_string(),
            "at": head.at.to_string(),
            "by": head.by,
            "is": head.is.parse(),
            "text": say.value(conflict.thing, &head.is),
        });
        if names == Names::LeftOut
            && let Some(members) = head_.as_object_mut()
        {
            members.remove("by");
        }
        head_
    };
    let one = |conflict: &Conflict| {
        json!({
            "thing": conflict.thing.to_string(),
            "question": conflict.thing.question().map(crate::rubric::Id::as_str),
            "heads": conflict.heads.iter().map(|h| head(conflict, h)).collect::<Vec<_>>(),
        })
    };
    conflicts.iter().filter(|c| names == Names::Shown || !is_telling(c.thing)).map(one).collect()
}

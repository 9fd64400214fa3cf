//! `gradus log`: who said what when, and what it replaced.

use std::ffi::OsStr;

use anyhow::Result;
use serde_json::{Value, json};

use super::{printed, tell};
use crate::assessment::{Act, Assessment, Event, Field, HistoryEntry, Say};
use crate::desk::Desk;
use crate::out;
use crate::plain::history;
use crate::store::Use;

/// Prints the history, oldest first; returns the exit code.
pub fn run(desk: &Desk, file: &OsStr, as_json: bool) -> Result<i32> {
    let words = desk.lang.words();
    let on_desk = desk.open(&desk.resolve(file)?, Use::Read)?;
    tell(&on_desk.notices);
    let assessment = &on_desk.opened.assessment;
    let say = Say { rubric: &on_desk.rubric, lang: desk.lang };
    let entries = assessment.history();
    let done = if as_json {
        out::print_json(&json!({
            "id": assessment.id.as_str(),
            "subject": assessment.typed_setup(Field::Subject).unwrap_or_default(),
            "entries": entries.iter().map(|e| entry(&say, assessment, e)).collect::<Vec<_>>(),
        }))
    } else {
        out::print(&history::lines(&say, assessment, &entries).join("\n"))
    };
    Ok(printed(done, words))
}

fn entry(say: &Say<'_>, assessment: &Assessment, entry: &HistoryEntry<'_>) -> Value {
    let event = entry.event;
    let act = match entry.act {
        Act::Said => "said",
        Act::Undid => "undo",
        Act::Redid => "redo",
    };
    // A vote that is covered has neither content nor text.
    let is_covered = assessment.is_covered(&event.thing);
    let is = |event: &Event| if is_covered { Value::Null } else { event.is.parse() };
    let text = |event: &Event| (!is_covered).then(|| say.value(&event.thing, &event.is));
    let before =
        entry.before.map(|before| json!({ "e": before.id.to_string(), "is": is(before), "text": text(before) }));
    json!({
        "e": event.id.to_string(),
        "at": event.at.to_string(),
        "by": event.by,
        "thing": event.thing.to_string(),
        "question": event.thing.question().map(crate::rubric::Id::as_str),
        "act": act,
        "target": event.undoes.or(event.redoes).map(|id| id.to_string()),
        "before": before,
        "is": is(event),
        "text": text(event),
        "covered": is_covered,
        "undone": entry.is_undone,
        "in_force": entry.is_head,
        "in_dispute": entry.is_disputed(assessment),
        "imported": event.imported,
    })
}

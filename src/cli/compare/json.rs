//! The comparison for other programs.

use serde_json::{Map, Value, json};

use super::{Change, Entry};
use crate::order;
use crate::report::trend;

pub(super) fn json(entries: &[Entry], changes: &[Change]) -> Value {
    json!({
        "assessments": entries.iter().map(assessment).collect::<Vec<_>>(),
        "changes": changes.iter().map(change).collect::<Vec<_>>(),
        "self_declared": true,
    })
}

fn assessment(entry: &Entry) -> Value {
    let (rubric, measured) = (entry.rubric(), entry.measured());
    let areas = rubric.areas.iter().zip(&measured.areas);
    let areas = areas.map(|(a, n)| (a.id.to_string(), json!({ "score": n.score(), "level": n.level() })));
    let areas: Map<String, Value> = order::gathered(areas);
    json!({
        "assessment": entry.assessment().id.as_str(),
        "subject": entry.assessment().subject().as_str(),
        "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
        "changed": entry.assessment().changed().to_string(),
        "level": measured.overall.node.level(),
        "score": measured.overall.node.score(),
        "areas": areas,
    })
}

fn change(change: &Change) -> Value {
    let mut members = trend::json(&change.of, change.after.rubric(), change.after.assessment());
    members["before"] = json!(change.before.assessment().id.as_str());
    members["after"] = json!(change.after.assessment().id.as_str());
    members
}

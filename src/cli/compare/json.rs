//! The comparison for other programs.

use serde_json::{Map, Value, json};

use super::{Change, Entry};
use crate::measure::trend::{AreaChange, DimensionChange, Moved};
use crate::rubric::AreaIx;

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
    let areas: Map<String, Value> =
        areas.map(|(a, n)| (a.id.to_string(), json!({ "score": n.score(), "level": n.level() }))).collect();
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
    let rubric = change.after.rubric();
    let ids = |areas: &[AreaIx]| areas.iter().map(|a| rubric.area(*a).id.to_string()).collect::<Vec<_>>();
    let dimension = |d: &DimensionChange| {
        json!({
            "id": rubric.dimension(d.dimension).id.as_str(),
            "core_share": d.share,
            "comparable": d.scores.is_some(),
            "score_before": d.scores.map(|s| s.0),
            "score_after": d.scores.map(|s| s.1),
            "change": d.change(),
            "sem": d.sem.value,
            "sem_source": "assumed",
            "sdc95": d.sdc(),
            "verdict": d.verdict.map(crate::measure::trend::Verdict::as_str),
            "up": d.moved.0,
            "down": d.moved.1,
            "sign_test_p": d.p,
            "level_before": d.levels.0,
            "level_after": d.levels.1,
        })
    };
    let area = |a: &AreaChange| {
        json!({
            "id": rubric.area(a.area).id.as_str(),
            "score_before": a.scores.0, "score_after": a.scores.1,
            "change": a.change, "verdict": a.verdict.map(crate::measure::trend::Verdict::as_str),
            "level_before": a.levels.0, "level_after": a.levels.1,
        })
    };
    let moved = |m: &Moved| {
        let id = &rubric.question(m.question).id;
        let note = change.after.assessment().note(id);
        json!({ "id": id.as_str(), "before": m.before, "after": m.after, "note": note.as_ref().map(crate::text::Clean::as_str) })
    };
    let found = &change.of.found;
    json!({
        "before": change.before.assessment().id.as_str(),
        "after": change.after.assessment().id.as_str(),
        "level_before": found.headline.0,
        "level_after": found.headline.1,
        "dimensions": found.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "areas": found.areas.iter().map(area).collect::<Vec<_>>(),
        "answers_moved": found.moved.iter().map(moved).collect::<Vec<_>>(),
        "new_strengths": ids(&found.new_strengths),
        "lost_strengths": ids(&found.lost_strengths),
        "percent_to_earlier_target": change.of.to_targets,
        "progress_of_earlier_plan": change.of.of_plan,
    })
}

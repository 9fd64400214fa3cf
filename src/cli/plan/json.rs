//! The plan for other programs.

use serde_json::{Map, Value, json};

use super::Sheet;
use crate::measure::plan::{PlacedStep, Step, Strand, percent_to_target, strand};
use crate::measure::{Measured, say};

pub(super) fn json(sheet: &Sheet) -> Value {
    let (rubric, outlook) = (sheet.rubric, &sheet.outlook);
    let ids = rubric.areas.iter().map(|a| a.id.to_string());
    let areas: Vec<Value> = ids
        .clone()
        .zip(&outlook.project.areas)
        .map(|(id, a)| {
            json!({
                "area": id, "level": a.level, "target": a.target, "importance": a.importance, "excluded": a.excluded,
            })
        })
        .collect();
    let waves: Vec<Value> = outlook
        .waves()
        .iter()
        .zip(&outlook.after)
        .enumerate()
        .map(|(n, (wave, after))| {
            let levels = ids.clone().zip(&wave.levels_after);
            let levels: Map<String, Value> = levels.filter_map(|(id, l)| Some((id, json!((*l)?)))).collect();
            json!({
                "wave": n + 1,
                "effort": wave.effort,
                "steps": wave.steps.iter().map(|s| step(sheet, s)).collect::<Vec<_>>(),
                "levels_after": levels,
                "dimensions_after": dimensions(sheet, after),
                "headline_after": { "level": after.overall.node.level(), "score": after.overall.node.score() },
            })
        })
        .collect();
    json!({
        "assessment": sheet.assessment.id.as_str(),
        "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
        "subject": sheet.assessment.subject().as_str(),
        "capacity": outlook.project.capacity,
        "spread": outlook.project.spread,
        "percent_to_target": percent_to_target(&outlook.project.areas, rubric.scale.min),
        "headline_now": { "level": sheet.measured.overall.node.level(), "score": sheet.measured.overall.node.score() },
        "areas": areas,
        "waves": waves,
        "warnings": sheet.warnings(),
        "self_declared": true,
    })
}

fn dimensions(sheet: &Sheet, after: &Measured) -> Map<String, Value> {
    let each = sheet.rubric.dimensions.iter().zip(&after.dimensions);
    each.map(|(d, node)| (d.id.to_string(), json!({ "level": node.level(), "score": node.score() }))).collect()
}

fn step(sheet: &Sheet, placed: &PlacedStep) -> Value {
    let rubric = sheet.rubric;
    let area = rubric.area(placed.step.area);
    let name = |s: Step| format!("{}->{}", rubric.area(s.area).id, s.to);
    let measure = sheet.measure_of(placed);
    let actions: Vec<Value> = sheet
        .actions(placed)
        .iter()
        .map(|(action, indicator)| json!({ "do": action, "indicator": indicator }))
        .collect();
    let strand = match strand(rubric, placed.step.area) {
        Strand::Lens(l) => rubric.lenses[l].id.as_str(),
        Strand::Enabler => "enabler",
    };
    json!({
        "area": area.id.as_str(),
        "name": area.name.get(sheet.lang).as_str(),
        "from": placed.step.to - 1,
        "to": placed.step.to,
        "effort": placed.effort,
        "value": placed.value,
        "priority": placed.priority,
        "rank": placed.rank,
        "serves": placed.serves.map(name),
        "implied": placed.implied,
        "balance_relaxed": placed.balance_relaxed,
        "oversize": placed.oversize,
        "pinned": placed.pinned,
        "strand": strand,
        "actions": actions,
        "owner": measure.owner.as_str(),
        "due": measure.due.as_str(),
        "status": measure.status.as_str(),
        "reason": say::plan::reason(rubric, placed, sheet.lang),
    })
}

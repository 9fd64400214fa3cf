//! The plan for programs: the same members in the report and from `gradus plan`.

use serde_json::{Map, Value, json};

use super::{PlanPart, PlanStep, PlanWave};
use crate::measure::Measured;
use crate::measure::plan::{Step, Strand, Wave, percent_to_target, strand};
use crate::order;
use crate::rubric::Rubric;

/// Everything that the plan says, with numbers in full precision.
pub fn members(part: &PlanPart) -> Map<String, Value> {
    let (rubric, outlook) = (part.rubric, &part.outlook);
    let ids = || rubric.areas.iter().map(|a| a.id.to_string());
    let areas = rubric.areas.iter().zip(&outlook.project.areas).map(|(area, a)| {
        let mut told = json!({
            "area": area.id.as_str(), "level": a.level, "target": a.target, "importance": a.importance,
            "excluded": a.excluded,
        });
        if let Some(peers) = &part.peers {
            told["upper_quartile"] = json!(peers.levels.get(&area.id));
        }
        told
    });
    let wave = |(n, (told, (wave, after))): (usize, (&PlanWave, (&Wave, &Measured)))| {
        let levels = ids().zip(&wave.levels_after).filter_map(|(id, l)| Some((id, json!((*l)?))));
        json!({
            "wave": n + 1,
            "effort": wave.effort,
            "steps": told.steps.iter().map(|s| step(part, s)).collect::<Vec<_>>(),
            "levels_after": Value::Object(order::gathered(levels)),
            "dimensions_after": dimensions(rubric, after),
            "headline_after": headline(after),
        })
    };
    let waves = part.waves.iter().zip(outlook.waves().iter().zip(&outlook.after)).enumerate().map(wave);
    let members = [
        ("capacity", json!(outlook.project.capacity)),
        ("spread", json!(outlook.project.spread)),
        ("percent_to_target", json!(percent_to_target(&outlook.project.areas, rubric.scale.min))),
        ("headline_now", headline(part.measured)),
        ("areas", areas.collect()),
        ("waves", waves.collect()),
        ("warnings", json!(part.remarks)),
    ];
    order::gathered(members.into_iter().map(|(name, value)| (name.to_owned(), value)))
}

fn headline(measured: &Measured) -> Value {
    json!({ "level": measured.overall.node.level(), "score": measured.overall.node.score() })
}

fn dimensions(rubric: &Rubric, after: &Measured) -> Map<String, Value> {
    let each = rubric.dimensions.iter().zip(&after.dimensions);
    order::gathered(each.map(|(d, node)| (d.id.to_string(), json!({ "level": node.level(), "score": node.score() }))))
}

fn step(part: &PlanPart, told: &PlanStep) -> Value {
    let (rubric, placed) = (part.rubric, &told.placed);
    let name = |s: Step| format!("{}->{}", rubric.area(s.area).id, s.to);
    let strand = match strand(rubric, placed.step.area) {
        Strand::Lens(l) => rubric.lenses[l].id.as_str(),
        Strand::Enabler => "enabler",
    };
    let tasks = told.tasks.iter().map(|(action, proof)| json!({ "do": action.as_str(), "indicator": proof.as_str() }));
    json!({
        "area": rubric.area(placed.step.area).id.as_str(),
        "name": told.name,
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
        "actions": tasks.collect::<Vec<_>>(),
        "owner": told.measure.owner.as_str(),
        "due": told.measure.due.as_str(),
        "status": told.measure.status.as_str(),
        "reason": told.reason,
    })
}

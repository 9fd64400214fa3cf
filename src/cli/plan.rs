//! `gradus plan`: the plan as lines, as Markdown or as JSON.

use anyhow::{Result, anyhow};
use serde_json::json;

use super::args::PlanArgs;
use super::peers;
use crate::assessment::ReadyTargets;
use crate::desk::Desk;
use crate::lang::{Lang, fill};
use crate::measure::cohort::Benchmark;
use crate::measure::plan::{FURTHEST, Outlook, planned_level, ready_targets};
use crate::measure::{Measured, measured, replies, say};
use crate::out;
use crate::report::Names;
use crate::report::plan::{PlanPart, json, markdown, text};
use crate::rubric::{AreaIx, Rubric};
use crate::store::Use;

/// Prints the plan. Targets of the command line hold for this print alone.
pub fn run(desk: &Desk, args: &PlanArgs) -> Result<std::io::Result<()>> {
    let path = desk.resolve(&args.file)?;
    let on_desk = desk.open(&path, Use::Read)?;
    super::tell(&on_desk.notices);
    let (rubric, assessment) = (&*on_desk.rubric, &on_desk.opened.assessment);
    let replies = replies(rubric, assessment);
    let measured = measured(rubric, assessment);
    let benchmark = peers::of(desk, rubric)?;
    let mut intent = assessment.intent();
    for typed in &args.target {
        if !typed.contains('=') {
            let chosen = ready(rubric, benchmark.as_deref(), typed, desk.lang).map_err(|s| anyhow!(s))?;
            intent.ready = Some(chosen);
            continue;
        }
        let (area, target) = target(rubric, &measured, typed, desk.lang).map_err(|s| anyhow!(s))?;
        intent.targets.insert(rubric.area(area).id.clone(), target);
    }
    let aims_there = matches!(intent.ready, Some(ReadyTargets::UpperQuartile(_)));
    let outlook = Outlook::new(rubric, &replies, &measured, &intent, args.capacity);
    if let Err(cycle) = &outlook.plan {
        return Err(anyhow!(say::plan::cycle(rubric, &cycle.0, desk.lang)));
    }
    let subject = assessment.subject();
    let mut part = PlanPart::new((rubric, assessment), (&replies, &measured), outlook, Names::Shown, desk.lang);
    if let Some(benchmark) = &benchmark {
        part = part.among(benchmark);
        if let Some(peers) = part.peers.as_mut().filter(|peers| !aims_there && !peers.levels.is_empty()) {
            peers.notes.push(desk.lang.words().plan.quartile_hint.to_owned());
        }
    }
    Ok(if args.json {
        let mut whole = json!({
            "assessment": assessment.id.as_str(),
            "rubric": { "id": rubric.id.as_str(), "version": rubric.version.to_string() },
            "subject": subject.as_str(),
            "self_declared": true,
        });
        whole.as_object_mut().into_iter().for_each(|m| m.extend(json::members(&part)));
        out::print_json(&whole)
    } else if args.md {
        out::print(markdown::document(&part, &subject).trim_end())
    } else if args.plain {
        out::print(&text::spoken(&part, &subject))
    } else {
        out::print(&text::lines(&part, &subject))
    })
}

/// Targets for all areas, by the name under which they are offered.
fn ready(rubric: &Rubric, benchmark: Option<&Benchmark>, typed: &str, lang: Lang) -> Result<ReadyTargets, String> {
    let words = lang.words();
    let offered = ready_targets(rubric, benchmark);
    if let Some(found) = offered.iter().find(|ready| ready.id() == typed) {
        return Ok(found.clone());
    }
    let shown = crate::text::clean_line(typed);
    Err(match benchmark {
        Some(benchmark) if typed == ReadyTargets::UPPER_QUARTILE => say::peers::no_quartile(benchmark, lang),
        None if typed == ReadyTargets::UPPER_QUARTILE => words.plan.quartile_no_file.to_owned(),
        _ if offered.is_empty() => fill(words.plan.bad_target, &[&shown]),
        _ => {
            let known: Vec<&str> = offered.iter().map(ReadyTargets::id).collect();
            fill(words.plan.no_set, &[&shown, &known.join(words.report.comma)])
        }
    })
}

/// `R3=3`, held against the scale and the area's level.
fn target(rubric: &Rubric, measured: &Measured, typed: &str, lang: Lang) -> Result<(AreaIx, u8), String> {
    let words = &lang.words().plan;
    let shown = crate::text::clean_line(typed);
    let (id, level) = typed.split_once('=').ok_or_else(|| fill(words.bad_target, &[&shown]))?;
    let area = rubric.areas.iter().position(|a| a.id.as_str() == id).map(AreaIx);
    let area = area.ok_or_else(|| fill(words.no_area, &[&crate::text::clean_line(id)]))?;
    let target: u8 = level.parse().map_err(|_| fill(words.bad_target, &[&shown]))?;
    let (min, max) = (rubric.scale.min, rubric.scale.max());
    if !(min..=max).contains(&target) {
        return Err(fill(words.target_scale, &[id, &min.to_string(), &max.to_string()]));
    }
    match planned_level(measured, area) {
        Some(now) if target > now.saturating_add(FURTHEST) => {
            let most = (now + FURTHEST).min(max);
            Err(fill(words.target_far, &[id, &now.to_string(), &most.to_string()]))
        }
        _ => Ok((area, target)),
    }
}

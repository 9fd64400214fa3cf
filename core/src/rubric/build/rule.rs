//! Rules: levels, presets, the headline, not applicable, evidence.

use std::fmt::Display;

use crate::format::{File, FileEvidence, FileLevelRule, FileOverallRule};

use super::number::{level, offset, pass_mark, whole};
use super::tree::Tree;
use super::{Checked, Faults};
use crate::rubric::fault::Fault;
use crate::rubric::{Construct, EvidencePolicy, LevelRule, NaPolicy, OverallRule, PRESETS, Per, Preset, Scale};
use crate::text::Clean;

/// The level rule of the file: its own, or that of its preset.
pub(super) fn level_rule(file: &File, scale: &Scale) -> Checked<LevelRule> {
    match (&file.preset, &file.level_rule) {
        (Some(_), Some(_)) => Err(Fault::PresetAndRule.at("level_rule")),
        (Some(name), None) => Ok((preset(name)?.level_rule)(span(scale))),
        (None, Some(rule)) => own_level_rule(rule, scale),
        (None, None) => Err(Fault::Empty.at("level_rule")),
    }
}

/// The overall rule of the file: its own, or that of its preset; without either the profile is the result.
pub(super) fn overall_rule(file: &File, scale: &Scale, tree: &Tree, faults: &Faults) -> Option<OverallRule> {
    match (&file.preset, &file.overall_rule) {
        (Some(_), Some(_)) => {
            faults.note(Fault::PresetAndRule.at("overall_rule"));
            None
        }
        // An unknown name is reported with the level rule.
        (Some(name), None) => preset(name).ok().map(|p| (p.overall_rule)(span(scale))),
        (None, rule) => rule.as_ref().map(|rule| own_overall_rule(rule, scale, tree, faults)),
    }
}

fn preset(name: &str) -> Checked<&'static Preset> {
    let found = PRESETS.iter().find(|p| p.name == name);
    found.ok_or_else(|| Fault::UnknownWord { found: Clean::line(name), allowed: Preset::NAMES }.at("preset"))
}

fn span(scale: &Scale) -> u8 {
    scale.max() - scale.min
}

fn own_level_rule(rule: &FileLevelRule, scale: &Scale) -> Checked<LevelRule> {
    let allowed: &[&str] = match rule.name.as_str() {
        "gate" => &["pass", "max_shortfall", "mean_at_least"],
        "bands" => &["offset"],
        "min" => &[],
        "cumulative" => &["pass", "per"],
        _ => {
            let found = Clean::line(&rule.name);
            return Err(Fault::UnknownWord { found, allowed: "gate, bands, min, cumulative" }.at("level_rule.name"));
        }
    };
    let given = [
        ("pass", rule.pass.is_some()),
        ("max_shortfall", rule.max_shortfall.is_some()),
        ("mean_at_least", rule.mean_at_least.is_some()),
        ("offset", rule.offset.is_some()),
        ("per", rule.per.is_some()),
    ];
    if let Some((name, _)) = given.iter().find(|(name, is_given)| *is_given && !allowed.contains(name)) {
        return Err(Fault::UnknownId { id: Clean::line(name) }.at(format!("level_rule.{name}")));
    }
    let pass = pass_mark(rule.pass.unwrap_or(0.8), &"level_rule.pass")?;
    Ok(match rule.name.as_str() {
        "gate" => LevelRule::Gate {
            pass,
            max_shortfall: whole(rule.max_shortfall.unwrap_or(1), 0, span(scale), &"level_rule.max_shortfall")?,
            mean_at_least: rule.mean_at_least.unwrap_or(true),
        },
        "bands" => LevelRule::Bands { offset: offset(rule.offset, &"level_rule.offset")? },
        "min" => LevelRule::Min,
        _ => LevelRule::Cumulative { pass, per: per(rule.per.as_deref())? },
    })
}

fn per(word: Option<&str>) -> Checked<Per> {
    match word {
        None | Some("every") => Ok(Per::Every),
        Some("mean") => Ok(Per::Mean),
        Some(other) => unknown(other, "every, mean", &"level_rule.per"),
    }
}

fn own_overall_rule(rule: &FileOverallRule, scale: &Scale, tree: &Tree, faults: &Faults) -> OverallRule {
    let critical = rule.critical.iter().enumerate();
    let critical =
        critical.filter_map(|(i, id)| faults.kept(tree.area(id, &format_args!("overall_rule.critical[{i}]"))));
    OverallRule {
        critical: critical.collect(),
        cap: faults.or_default(whole(rule.cap.unwrap_or(1), 0, span(scale), &"overall_rule.cap")),
        offset: faults.or_default(offset(rule.offset, &"overall_rule.offset")),
    }
}

pub(super) fn construct(word: Option<&str>, path: &dyn Display) -> Checked<Option<Construct>> {
    match word {
        None => Ok(None),
        Some("reflective") => Ok(Some(Construct::Reflective)),
        Some("formative") => Ok(Some(Construct::Formative)),
        Some(other) => unknown(other, "reflective, formative", path),
    }
}

pub(super) fn na_policy(word: Option<&str>) -> Checked<NaPolicy> {
    match word {
        None | Some("exclude") => Ok(NaPolicy::Exclude),
        Some("as_lowest") => Ok(NaPolicy::AsLowest),
        Some("deny") => Ok(NaPolicy::Deny),
        Some(other) => unknown(other, "exclude, as_lowest, deny", &"na_policy"),
    }
}

/// From which level evidence is asked for, and what happens without it.
pub(super) fn evidence(rule: Option<&FileEvidence>, scale: &Scale) -> Checked<(Option<u8>, EvidencePolicy)> {
    let Some(rule) = rule else { return Ok((None, EvidencePolicy::ByMode)) };
    let policy = match rule.policy.as_deref() {
        None => EvidencePolicy::ByMode,
        Some("flag") => EvidencePolicy::Flag,
        Some("cap") => EvidencePolicy::Cap,
        Some(other) => return unknown(other, "flag, cap", &"evidence.policy"),
    };
    // The level below it must exist: that is what an unsupported claim counts as.
    let from = level(rule.required_from, scale, &"evidence.required_from")?;
    Ok((Some(from), policy))
}

fn unknown<T>(found: &str, allowed: &'static str, path: &dyn Display) -> Checked<T> {
    Err(Fault::UnknownWord { found: Clean::line(found), allowed }.at(path))
}

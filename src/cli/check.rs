//! `gradus check`: whether assessments and rubrics are whole. Nothing is written.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Result, anyhow};
use serde_json::{Map, Value, json};

use super::{PROBLEM, printed};
use crate::desk::Desk;
use crate::lang::fill;
use crate::out;
use crate::rubric::check::{Finding, check};
use crate::store::{Health, Notice, Opened, Use};
use crate::text::Clean;

/// What was found out about a file.
struct Checked {
    path: Clean,
    state: State,
    /// What there is to say about it.
    notices: Vec<String>,
    /// Numbers for programs.
    members: Map<String, Value>,
}

/// In what state a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// An assessment.
    Assessment(Health),
    /// A rubric that can be used, or not.
    Rubric(bool),
    /// Neither of them can be made of it.
    Unreadable,
}

impl State {
    /// Whether somebody should do something about it.
    fn is_bad(self) -> bool {
        !matches!(self, Self::Assessment(Health::Whole | Health::Healed) | Self::Rubric(true))
    }

    /// The word for programs.
    fn as_str(self) -> &'static str {
        match self {
            Self::Assessment(Health::Whole) | Self::Rubric(true) => "whole",
            Self::Assessment(Health::Healed) => "healed",
            Self::Assessment(Health::Foreign) => "foreign",
            Self::Assessment(Health::Damaged) => "damaged",
            Self::Rubric(false) => "refused",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Checks every file that the names mean; returns the exit code.
pub fn run(desk: &Desk, names: &[OsString], as_json: bool) -> Result<i32> {
    let words = desk.lang.words();
    let mut checked = Vec::new();
    for name in names {
        let path = desk.resolve(name)?;
        let files = desk.store.files_at(&path).map_err(|f| desk.told(&f))?;
        let before = checked.len();
        checked.extend(files.iter().filter_map(|file| one(desk, file, *file != path)));
        if checked.len() == before {
            return Err(anyhow!(fill(words.health.nothing, &[&shown(&path)])));
        }
    }
    let bad = checked.iter().filter(|c| c.state.is_bad()).count();
    let done = if as_json {
        out::print_json(&json!({
            "files": checked.iter().map(entry).collect::<Vec<_>>(),
            "bad": bad,
        }))
    } else {
        let mut lines: Vec<String> = checked.iter().flat_map(|c| said(desk, c)).collect();
        let count = checked.len().to_string();
        lines.push(match bad {
            0 => fill(words.health.no_problem, &[&count]),
            bad => fill(words.health.summary, &[&count, &bad.to_string()]),
        });
        out::print(&lines.join("\n"))
    };
    let code = printed(done, words);
    Ok(if bad > 0 { PROBLEM } else { code })
}

fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}

/// One file; nothing if it was only found in a folder and is neither an assessment nor a rubric.
fn one(desk: &Desk, path: &Path, was_found: bool) -> Option<Checked> {
    if path.extension().is_none_or(|e| e != "json") {
        return Some(assessment(desk, path));
    }
    let words = desk.lang.words();
    let bytes = match desk.store.rubric_bytes(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Some(Checked::unreadable(path, fault.sentence(&words.store))),
    };
    if was_found && is_something_else(&bytes) {
        return None;
    }
    let findings = check(&bytes);
    let errors = findings.iter().filter(|f| f.is_error()).count();
    let warnings = findings.len() - errors;
    let counts = fill(words.health.findings, &[&errors.to_string(), &warnings.to_string()]);
    let first = findings.iter().find(|f| f.is_error()).map(|f: &Finding| f.line(desk.lang));
    Some(Checked {
        path: shown(path),
        state: State::Rubric(errors == 0),
        notices: first.into_iter().chain((errors > 0).then_some(counts)).collect(),
        members: members(json!({ "kind": "rubric", "errors": errors, "warnings": warnings })),
    })
}

/// Whether a JSON file is whole and holds no rubric: a report, say, or the schema.
fn is_something_else(bytes: &[u8]) -> bool {
    let json = std::str::from_utf8(bytes).ok().and_then(|text| serde_json::from_str::<Value>(text).ok());
    json.is_some_and(|json| json.get("scale").is_none())
}

fn assessment(desk: &Desk, path: &Path) -> Checked {
    let words = desk.lang.words();
    let opened = match desk.store.open(path, Use::Read) {
        Ok(opened) => opened,
        Err(fault) => return Checked::unreadable(path, fault.sentence(&words.store)),
    };
    let (health, members) = (opened.health(), of(&opened));
    // Whoever opens an older copy is asked.
    let is_asked = opened.notices.iter().any(|n| matches!(n, Notice::Older(_)));
    let behind = Some(opened.missing()).filter(|n| *n > 0 && !is_asked);
    let behind = behind.map(|n| fill(words.health.behind, &[&n.to_string()]));
    let read_only = opened.read_only.as_ref().map(|fault| fault.sentence(&words.store));
    match desk.with_rubric(opened) {
        // Its lines may be whole, but nobody can look at what they say.
        Err(error) => Checked { members, ..Checked::unreadable(path, error.to_string()) },
        Ok(on_desk) => {
            let notices = on_desk.notices.into_iter().chain(behind).chain(read_only).collect();
            Checked { path: shown(path), state: State::Assessment(health), notices, members }
        }
    }
}

/// The numbers of an assessment.
fn of(opened: &Opened) -> Map<String, Value> {
    members(json!({
        "kind": "assessment",
        "id": opened.assessment.id.as_str(),
        "entries": opened.assessment.ledger().events().len(),
        "damaged_lines": opened.damaged,
        "restored": opened.missing(),
        "lost": opened.lost(),
    }))
}

fn members(json: Value) -> Map<String, Value> {
    if let Value::Object(members) = json { members } else { Map::new() }
}

impl Checked {
    fn unreadable(path: &Path, why: String) -> Self {
        Self { path: shown(path), state: State::Unreadable, notices: vec![why], members: Map::new() }
    }
}

fn entry(checked: &Checked) -> Value {
    let mut members = checked.members.clone();
    members.insert("path".to_owned(), json!(checked.path.as_str()));
    members.insert("state".to_owned(), json!(checked.state.as_str()));
    members.insert("notices".to_owned(), json!(checked.notices));
    Value::Object(members)
}

/// The state, and under it what there is to say.
fn said(desk: &Desk, checked: &Checked) -> Vec<String> {
    let words = &desk.lang.words().health;
    let state = match checked.state {
        State::Assessment(Health::Whole) | State::Rubric(true) => words.whole,
        State::Assessment(Health::Healed) => words.healed,
        State::Assessment(Health::Foreign) => words.foreign,
        State::Assessment(Health::Damaged) => words.damaged,
        State::Rubric(false) => words.refused,
        State::Unreadable => words.unreadable,
    };
    let notices = checked.notices.iter().map(|n| format!("    {}", n.replace('\n', "\n    ")));
    std::iter::once(fill(words.line, &[&checked.path, state])).chain(notices).collect()
}

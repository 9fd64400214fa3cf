//! `gradus rubric`: look at rubrics, check them, begin one.

mod show;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use serde_json::json;

use super::args::RubricCmd;
use super::{PROBLEM, printed, table};
use crate::desk::Desk;
use crate::lang::{Lang, fill};
use crate::out;
use crate::packed::{SCHEMA, TEMPLATE};
use crate::rubric::check::{Finding, check};
use crate::rubric::{Depth, Id, Rubric, SHIPPED, Shipped};
use crate::store::FoundRubric;
use crate::text::Clean;
use crate::tui::{self, Face};

pub fn run(desk: &Desk, command: RubricCmd, face: Face) -> Result<i32> {
    let words = desk.lang.words();
    match command {
        RubricCmd::List { json } => list(desk, json),
        RubricCmd::Show { rubric_name, json } => {
            let found = found(desk, &rubric_name)?;
            let done = if json {
                out::print_json(&show::json(&found.rubric, desk.lang))
            } else {
                out::print(&show::text(&found.rubric, desk.lang))
            };
            Ok(printed(done, words))
        }
        RubricCmd::Check { rubric_file, json } => check_file(desk, &rubric_file, json),
        RubricCmd::New { rubric_id } => begin(desk, &rubric_id),
        RubricCmd::Schema => Ok(printed(out::print(SCHEMA.text().trim_end()), words)),
        RubricCmd::Preview { rubric_file } => preview(desk, &rubric_file, face),
    }
}

/// A rubric by its id, or in a file of that name.
fn found(desk: &Desk, name: &str) -> Result<FoundRubric> {
    let path = Path::new(name);
    // What is no id can only be a path; what is one may still be a file here.
    let is_path = Id::new(name).is_none() || (Shipped::find(name).is_none() && path.is_file());
    let found = if is_path { desk.store.read_rubric(path) } else { desk.store.find_rubric(name) };
    found.map_err(|f| desk.told(&f))
}

fn list(desk: &Desk, as_json: bool) -> Result<i32> {
    let words = desk.lang.words();
    let mut rows = Vec::new();
    let mut entries = Vec::new();
    let mut add = |rubric: &Rubric, place: &str, is_shipped: bool| {
        let (all, quick) = (rubric.questions.len(), rubric.asked(Depth::Quick).count());
        let size = fill(words.cli.rubric_size, &[&all.to_string(), &quick.to_string()]);
        rows.push([
            format!("{} {}", rubric.id, rubric.version),
            rubric.title.get(desk.lang).to_string(),
            size,
            place.to_owned(),
        ]);
        entries.push(json!({
            "id": rubric.id.as_str(),
            "version": rubric.version.to_string(),
            "title": rubric.title.get(desk.lang).as_str(),
            "questions": all,
            "quick": quick,
            "shipped": is_shipped,
            "path": (!is_shipped).then_some(place),
        }));
    };
    let mut refused = Vec::new();
    for shipped in &SHIPPED {
        let found = desk.store.find_rubric(shipped.id).map_err(|f| desk.told(&f))?;
        add(&found.rubric, words.cli.rubric_shipped, true);
    }
    for path in desk.store.rubric_files().map_err(|f| desk.told(&f))? {
        let shown = Clean::line(&path.to_string_lossy());
        match desk.store.read_rubric(&path) {
            Ok(found) => add(&found.rubric, &shown, false),
            Err(fault) => refused.push((shown, fault.sentence(&words.store))),
        }
    }
    for (path, error) in &refused {
        entries.push(json!({ "path": path.as_str(), "error": error }));
    }
    let done = if as_json { out::print_json(&json!(entries)) } else { out::print(&table(&rows)) };
    for (_, error) in refused.iter().filter(|_| !as_json) {
        out::complain(error);
    }
    Ok(printed(done, words))
}

/// The file that is meant by a path, or by the id of a rubric of one's own.
fn place_of(desk: &Desk, named: &Path) -> PathBuf {
    let is_meant = |path: &PathBuf| path.file_stem() == Some(named.as_os_str());
    let own = || desk.store.rubric_files().ok()?.into_iter().find(is_meant);
    if named.exists() { named.to_owned() } else { own().unwrap_or_else(|| named.to_owned()) }
}

fn check_file(desk: &Desk, named: &Path, as_json: bool) -> Result<i32> {
    let words = desk.lang.words();
    let path = place_of(desk, named);
    let shipped = named.to_str().and_then(Shipped::find).filter(|_| !path.exists());
    let findings = match shipped {
        Some(shipped) => check(shipped.json.as_bytes()),
        None => check(&desk.store.rubric_bytes(&path).map_err(|f| desk.told(&f))?),
    };
    let (errors, shown) = (errors(&findings), Clean::line(&path.to_string_lossy()));
    let done = if as_json {
        out::print_json(&json!({
            "file": shown.as_str(),
            "errors": errors,
            "warnings": findings.len() - errors,
            "findings": findings.iter().map(|f| f.to_json(desk.lang)).collect::<Vec<_>>(),
        }))
    } else {
        out::print(&report(&findings, &shown, desk.lang))
    };
    let code = printed(done, words);
    Ok(if errors > 0 { PROBLEM } else { code })
}

fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|f| f.is_error()).count()
}

/// The findings one after the other, then how many there are.
fn report(findings: &[Finding], file: &str, lang: Lang) -> String {
    let words = &lang.words().check;
    let mut lines: Vec<String> = findings.iter().map(|f| f.line(lang)).collect();
    let errors = errors(findings);
    lines.push(if findings.is_empty() {
        fill(words.clean, &[file])
    } else {
        fill(words.summary, &[file, &errors.to_string(), &(findings.len() - errors).to_string()])
    });
    lines.join("\n")
}

fn begin(desk: &Desk, name: &str) -> Result<i32> {
    let words = desk.lang.words();
    let id = Id::new(name).filter(|id| !id.as_str().eq_ignore_ascii_case("schema"));
    let id = id.ok_or_else(|| anyhow!(fill(words.cli.rubric_bad_id, &[&Clean::line(name)])))?;
    if Shipped::find(id.as_str()).is_some() {
        return Err(anyhow!(fill(words.cli.rubric_taken, &[id.as_str()])));
    }
    let path = desk.store.new_rubric(&id, &TEMPLATE.text().replace("{id}", id.as_str())).map_err(|f| desk.told(&f))?;
    Ok(printed(out::print(&path.to_string_lossy()), words))
}

/// The full screen on a file. One that cannot be used is told in the shell.
fn preview(desk: &Desk, named: &Path, face: Face) -> Result<i32> {
    super::needs_terminal(desk.lang)?;
    let path = place_of(desk, named);
    let bytes = desk.store.rubric_bytes(&path).map_err(|f| desk.told(&f))?;
    if errors(&check(&bytes)) > 0 {
        return check_file(desk, &path, false);
    }
    let path = std::path::absolute(&path).map_err(|e| anyhow!("{}: {e}", path.display()))?;
    tui::run(desk.clone(), tui::Begin::Preview(path), face)
}

//! `gradus merge`: several files become one, and what they disagree about is listed.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use serde_json::json;

use super::args::MergeArgs;
use super::{printed, tell};
use crate::assessment::Say;
use crate::desk::{Desk, NotUnited};
use crate::lang::fill;
use crate::out;
use crate::report::{Names, json::conflicts};
use crate::store::{Allow, Over, StoreFault};
use crate::text::Clean;

/// Unites the files that were named; returns the exit code.
pub fn run(desk: &Desk, args: &MergeArgs) -> Result<i32> {
    let words = desk.lang.words();
    let paths = args.files.iter().map(|name| desk.resolve(name)).collect::<Result<Vec<PathBuf>>>()?;
    // The command line asks for two files at least.
    let Some((first, rest)) = paths.split_first() else { return Ok(0) };
    let allow = Allow { across_versions: args.allow.across_versions, into_new: args.allow.into_new };
    let united = desk.unite(first, rest, allow).map_err(|not| match not {
        NotUnited::Misfit(misfit) => desk.misfit(&misfit),
        NotUnited::Told(error) => error,
    })?;
    let into = desk.store.real_path(&args.into).map_err(|fault| desk.told(&fault))?;
    if let Some(file) =
        united.files.iter().find(|f| args.force && into.as_ref() == Some(&f.path) && !f.damaged.is_empty())
    {
        return Err(anyhow!(fill(words.merge.damaged_input, &[&Clean::line(&file.path.to_string_lossy())])));
    }
    let over = if args.force { Over::Replaced } else { Over::Refused };
    let path = desk.store.write_whole(&united.assessment, &args.into, over).map_err(|fault| match fault {
        StoreFault::Exists(path) => anyhow!(fill(words.merge.exists, &[&path])),
        fault => desk.told(&fault),
    })?;
    tell(&united.notices);

    let path = Clean::line(&path.to_string_lossy());
    let say = Say { rubric: &united.rubric, lang: desk.lang };
    let found = united.assessment.conflicts(&united.rubric);
    let entries = united.assessment.ledger().events().len();
    let done = if args.json {
        let files = united.files.iter().map(|file| {
            let path = Clean::line(&file.path.to_string_lossy());
            json!({ "path": path.as_str(), "entries": file.assessment.ledger().events().len() })
        });
        out::print_json(&json!({
            "path": path.as_str(),
            "assessment": united.assessment.id.as_str(),
            "entries": entries,
            "files": files.collect::<Vec<_>>(),
            "conflicts": conflicts(&say, &found, Names::Shown),
        }))
    } else {
        let counts = [united.files.len(), entries].map(|n| n.to_string());
        let mut lines = vec![fill(words.merge.done, &[&counts[0], &counts[1], &path])];
        lines.push(match found.len() {
            0 => words.merge.no_conflict.to_owned(),
            1 => words.merge.one_conflict.to_owned(),
            many => fill(words.merge.conflicts, &[&many.to_string()]),
        });
        lines.extend(crate::plain::conflicts::lines(&say, &found));
        out::print(&lines.join("\n"))
    };
    Ok(printed(done, words))
}

//! `gradus compare`: what has changed from one assessment to the next, or several side by side.

mod json;
mod text;

use anyhow::{Result, anyhow};

use crate::assessment::Assessment;
use crate::desk::{Desk, OnDesk};
use crate::lang::fill;
use crate::measure::Measured;
use crate::measure::trend::{self, Standing};
use crate::out;
use crate::rubric::Rubric;
use crate::store::Use;

/// One assessment of the comparison.
struct Entry {
    on_desk: OnDesk,
    standing: Standing,
}

impl Entry {
    fn rubric(&self) -> &Rubric {
        &self.on_desk.rubric
    }

    fn assessment(&self) -> &Assessment {
        &self.on_desk.opened.assessment
    }

    fn measured(&self) -> &Measured {
        &self.standing.measured
    }
}

/// From one assessment to the next.
struct Change<'e> {
    before: &'e Entry,
    after: &'e Entry,
    of: trend::Change,
}

/// Prints the comparison.
pub fn run(desk: &Desk, files: &[String], as_json: bool) -> Result<std::io::Result<()>> {
    let words = &desk.lang.words().trend;
    if files.len() < 2 {
        return Err(anyhow!(words.need_two));
    }
    let entries: Vec<Entry> = files.iter().map(|file| entry(desk, file)).collect::<Result<_>>()?;
    let first = &entries[0];
    if let Some(other) = entries.iter().find(|e| e.rubric().id != first.rubric().id) {
        let named = |e: &Entry| [e.assessment().subject().to_string(), e.rubric().id.to_string()];
        let [a, b, c, d] = [named(first), named(other)].concat().try_into().unwrap_or_default();
        return Err(anyhow!(fill(words.other_rubric, &[&a, &b, &c, &d])));
    }
    let changes: Vec<Change> = entries.windows(2).map(|pair| change(&pair[0], &pair[1])).collect();
    Ok(if as_json {
        out::print_json(&json::json(&entries, &changes))
    } else {
        out::print(&text::text(&entries, &changes, desk.lang))
    })
}

fn entry(desk: &Desk, file: &str) -> Result<Entry> {
    let on_desk = desk.open(&desk.resolve(file)?, Use::Read)?;
    super::tell(&on_desk.notices);
    let standing = Standing::new(on_desk.rubric.clone(), &on_desk.opened.assessment);
    Ok(Entry { on_desk, standing })
}

fn change<'e>(before: &'e Entry, after: &'e Entry) -> Change<'e> {
    Change { before, after, of: trend::Change::new(&before.standing, after.standing.side()) }
}

//! `gradus import`: answers keyed in elsewhere, after a look at what they would change.

use std::io::BufRead;

use anyhow::{Result, anyhow};

use super::args::ImportArgs;
use super::{printed, tell};
use crate::desk::{Desk, OnDesk};
use crate::lang::fill;
use crate::out;
use crate::report::import::{self, Import, MAX_BYTES, Source};
use crate::store::{MAX_FILE, Use};
use crate::text::Clean;

/// Brings in a table.
pub fn run(desk: &Desk, wanted: &ImportArgs) -> Result<i32> {
    let words = desk.lang.words();
    let w = &words.import;
    let name = import::name_of(&wanted.table);
    let source = Source::of(&wanted.table)
        .ok_or_else(|| anyhow!(fill(w.unknown_ending, &[&Clean::line(&wanted.table.to_string_lossy())])))?;
    let bytes = desk.store.read_table(&wanted.table, MAX_BYTES).map_err(|f| desk.told(&f))?;
    let path = desk.resolve(&wanted.file)?;
    let read = |on_desk: &OnDesk| {
        let read = import::read(&bytes, source, &on_desk.rubric, &on_desk.opened.assessment, desk.lang);
        read.map_err(|fault| anyhow!(fault.sentence(&name, w)))
    };

    let known = desk.open(&path, Use::Read)?;
    let import = read(&known)?;
    out::print(&import.preview(&name, &known.rubric, desk.lang).join("\n"))?;
    if !import.bad.is_empty() && !wanted.partial {
        return Err(anyhow!(fill(w.has_bad, &[&import.bad.len().to_string()])));
    }
    if import.is_empty() {
        out::complain(w.nothing);
        return Ok(0);
    }
    // A line takes more than what it says; 256 bytes is above what that comes to.
    if import.bytes() + 256 * (import.len() as u64 + 1) > known.opened.room() {
        return Err(anyhow!(fill(w.too_full, &[&(MAX_FILE >> 20).to_string()])));
    }
    if !wanted.yes && !agreed(w)? {
        out::complain(w.declined);
        return Ok(0);
    }
    let count = import.len();
    let notices = record(desk, wanted, desk.open(&path, Use::Write)?, &read)?;
    tell(&notices);
    Ok(printed(out::print(&fill(w.done, &[&count.to_string()])), words))
}

/// Asks on standard input.
fn agreed(w: &crate::lang::ImportWords) -> Result<bool> {
    out::complain(w.ask);
    let mut answer = String::new();
    match std::io::stdin().lock().read_line(&mut answer) {
        Ok(0) | Err(_) => Err(anyhow!(w.no_answer)),
        Ok(_) => Ok(answer.trim().eq_ignore_ascii_case("y")),
    }
}

/// Records what the file says about the assessment as it is now, which may not be as it was
/// when it was looked at. Where the file itself holds several answers to a question, each but
/// the first takes a session of its own: within one the later would replace the earlier.
fn record(
    desk: &Desk,
    wanted: &ImportArgs,
    mut on_desk: OnDesk,
    read: &impl Fn(&OnDesk) -> Result<Import>,
) -> Result<Vec<String>> {
    let mut import = read(&on_desk)?;
    if !import.events.is_empty() {
        desk.store.unite(&mut on_desk.opened, import.events).map_err(|f| desk.told(&f))?;
        return Ok(on_desk.notices);
    }
    let mut notices = Vec::new();
    loop {
        let path = on_desk.opened.path.clone();
        let further = import.further.len();
        notices.extend(desk.record(on_desk, wanted.by.as_deref(), |on_desk, session| {
            Ok(import.changes(&on_desk.opened.assessment, session))
        })?);
        if further == 0 {
            return Ok(notices);
        }
        on_desk = desk.open(&path, Use::Write)?;
        import = read(&on_desk)?;
        // Each round takes the next of them, or somebody else has settled it meanwhile.
        if import.further.len() >= further {
            return Ok(notices);
        }
    }
}

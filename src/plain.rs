//! In lines: the walk of the full screen for screen readers, plain terminals and pipes.
//!
//! One line in, a few lines out: no cursor is moved, nothing is coloured, nothing is said twice.
//! What is recorded, and by which rules, is the same as on screen.

mod ballot;
mod commands;
pub mod conflicts;
pub mod history;
mod lead;
mod lines;
mod peers;
mod record;
mod result;
mod say;
mod talk;
mod turn;
mod walk;
mod way;

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};

use crate::assessment::{Author, Mode};
use crate::clock;
use crate::desk::{Desk, OnDesk, author};
use crate::lang::{Lang, fill};
use crate::measure::cohort::Benchmark;
use crate::out;
use crate::store::{Keeper, SaveState, Settle, Use};
use crate::text::{Clean, clean_line};
use crate::tui::app::Work;
use lines::{Line, Lines};
pub use peers::text as peers;
pub use result::{text as result, with_reasons as result_with_reasons};
pub use turn::Turn;
pub use walk::Walk;

/// The end waits as long for the disk.
const PATIENCE: Duration = Duration::from_secs(30);
/// Stands where the next line is typed.
const PROMPT: &str = "> ";

/// Walks through an assessment in plain lines; without a name, through the one changed last. In a
/// workshop as the rater of this name, else it is asked who votes. Returns the exit code.
pub fn run(mut desk: Desk, file: Option<&OsStr>, rater: Option<&str>) -> Result<i32> {
    let path = match file {
        Some(name) => desk.resolve(name)?,
        None => desk.changed_last()?,
    };
    let on_desk = desk.open(&path, Use::Write)?;
    for notice in &on_desk.notices {
        out::complain(notice);
    }
    if rater.is_some() && on_desk.opened.assessment.mode() != Mode::Workshop {
        let file = Clean::line(&path.to_string_lossy());
        return Err(anyhow!(fill(desk.lang.words().plain.only_workshop, &[&file])));
    }
    let (peers, why) = desk.peers_or_why(&on_desk.rubric)?;
    if let Some(why) = why {
        out::complain(&why);
    }
    let (keeper, mut walk) = start(&desk, on_desk, peers)?;
    let mut keeper = Told { keeper, trouble: None };
    let begin = match rater {
        None => Turn { lines: walk.begin(), ..Turn::default() },
        Some(name) => walk.begin_as(name, clock::now()).map_err(|sentence| anyhow!(sentence))?,
    };
    keeper.keeper.keep(&begin.events);
    print(&begin.lines)?;
    let mut lines = Lines::new(io::stdin().lock());
    let is_typed = io::stdin().is_terminal();
    loop {
        out::prompt(PROMPT)?;
        let line = lines.next()?;
        if !is_typed {
            // Nobody typed on this screen, so the line stands where it would have been typed.
            print(&[match &line {
                Some(Line::Read(line)) => clean_line(line).into_owned(),
                Some(Line::TooLong) | None => String::new(),
            }])?;
        }
        let turn = match line {
            None => break,
            Some(Line::Read(line)) => walk.take(&line, clock::now()),
            Some(Line::TooLong) => walk.too_long(),
        };
        keeper.keeper.keep(&turn.events);
        desk.lang = walk.lang();
        print(&turn.lines)?;
        keeper.tell_trouble(desk.lang);
        if turn.ends {
            break;
        }
    }
    let state = keeper.keeper.close(PATIENCE);
    print(&walk.end())?;
    Ok(ended(&state, &walk))
}

/// The writers and the walk through an opened assessment.
fn start(desk: &Desk, mut on_desk: OnDesk, peers: Option<Arc<Benchmark>>) -> Result<(Keeper, Walk)> {
    if on_desk.opened.older.is_some() && on_desk.opened.read_only.is_none() {
        desk.store.settle(&mut on_desk.opened, Settle::Add).map_err(|f| desk.told(&f))?;
    }
    let session = desk.session(&on_desk.opened)?;
    let keeper = Keeper::start(&on_desk.opened, session, |_| {});
    let author: Author = author(&on_desk.opened.assessment, session, None);
    let path = Clean::line(&on_desk.opened.path.to_string_lossy());
    let mut work = Work::new(on_desk.rubric, on_desk.opened.assessment, author, path);
    work.peers = peers;
    let words = &desk.lang.words().store;
    work.read_only = on_desk.opened.read_only.map(|f| Clean::line(&f.sentence(words)));
    Ok((keeper, Walk::new(work, desk.lang)))
}

/// The writers, and the trouble with them that was told last.
struct Told {
    keeper: Keeper,
    trouble: Option<String>,
}

impl Told {
    /// Tells that something is not kept where it belongs as soon as it is so, and once.
    fn tell_trouble(&mut self, lang: Lang) {
        let trouble = trouble(&self.keeper.state(), lang);
        if trouble != self.trouble {
            if let Some(sentence) = &trouble {
                out::complain(sentence);
            }
            self.trouble = trouble;
        }
    }
}

fn trouble(state: &SaveState, lang: Lang) -> Option<String> {
    let words = &lang.words().store;
    let cause = state.cause()?;
    Some(fill(words.not_kept, &[state.word(words), &cause.sentence(words)]))
}

/// Says where everything is, or why it is not there.
fn ended(state: &SaveState, walk: &Walk) -> i32 {
    let words = walk.lang().words();
    if *state == SaveState::Saved {
        let saved = out::print(&fill(words.plain.saved, &[walk.path()]));
        return i32::from(saved.is_err());
    }
    let late = || words.ask.stopped_waiting.to_owned();
    out::complain(&trouble(state, walk.lang()).unwrap_or_else(late));
    1
}

fn print(lines: &[String]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    out::print(&lines.join("\n")).map_err(|e| anyhow!(e))
}

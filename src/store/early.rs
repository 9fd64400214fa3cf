//! The rubric of a file, read in a thread of its own while the rest of the file is read.
//!
//! Reading a rubric is half of what opening costs. Whatever is unusual about one ends here without a
//! word, and is then told by who reads in turn.

use std::thread::{Builder, JoinHandle};

use super::log::{carried_rubric, lines, named_rubric};
use super::rubrics::hash;
use crate::assessment::{Event, Thing};
use crate::rubric::{Rubric, SHIPPED};
use crate::text::Source;

/// A rubric of fewer bytes is read before a thread has begun.
const WORTH_IT: usize = 64 << 10;

/// A rubric that is being read.
pub(super) struct Early<'b> {
    /// The line that carries it, with its event. Whether the value is JSON is known when the rubric is.
    pub line: Option<(&'b [u8], Event)>,
    pub reader: Reader,
}

/// Who reads it.
pub(super) struct Reader {
    sha256: Box<str>,
    /// What must have that hash; `None`: it is known to have it.
    json: Option<Source>,
    thread: JoinHandle<Option<Rubric>>,
}

/// A rubric that was read while the file was.
#[derive(Clone, Debug)]
pub struct EarlyRubric {
    /// The hash by which assessments name it; that of what was read.
    pub sha256: Box<str>,
    /// The rubric.
    pub rubric: Rubric,
}

impl<'b> Early<'b> {
    /// Begins to read the rubric that the answers in a file are most likely in: the last one that the file
    /// carries, else the program's that its first line names.
    pub fn begin(bytes: &'b [u8]) -> Option<Self> {
        let long = lines(bytes).filter(|line| line.len() >= WORTH_IT);
        let Some((line, event)) = long.filter_map(|line| Some((line, carried_rubric(line)?))).last() else {
            let sha256 = named_rubric(lines(bytes).next()?)?;
            let shipped = SHIPPED.iter().find(|s| s.sha256.as_bytes() == sha256)?;
            let reader = Reader::begin(shipped.sha256.into(), None, || shipped.read().ok())?;
            return Some(Self { line: None, reader });
        };
        let Thing::Rubric(sha256) = event.thing.clone() else { return None };
        let json = event.is.source();
        let text = json.clone();
        let reader = Reader::begin(sha256, Some(json), move || Rubric::read_text(&text).ok())?;
        Some(Self { line: Some((line, event)), reader })
    }
}

impl Reader {
    fn begin(
        sha256: Box<str>,
        json: Option<Source>,
        read: impl FnOnce() -> Option<Rubric> + Send + 'static,
    ) -> Option<Self> {
        let thread = Builder::new().name("rubric".to_owned()).spawn(read).ok()?;
        Some(Self { sha256, json, thread })
    }

    /// Waits for the rubric; `None` if it is none, or not the one that its hash names.
    pub fn finish(self) -> Option<EarlyRubric> {
        let Self { sha256, json, thread } = self;
        // Who waits has the time to find that out.
        let is_meant = json.is_none_or(|json| hash(&json) == sha256);
        let rubric = thread.join().ok().flatten()?;
        is_meant.then_some(EarlyRubric { sha256, rubric })
    }
}

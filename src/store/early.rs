//! The rubric of a file, read in a thread of its own while the rest of the file is read.
//!
//! Reading a rubric is half of what opening costs. Whatever is unusual about one ends here without a
//! word, and is then told by who reads in turn.

use std::thread::{Builder, JoinHandle};

use super::log::{carried_rubric, lines, named_rubric};
use super::rubrics::hash;
use crate::assessment::{Event, Thing};
use crate::rubric::{Rubric, SHIPPED};

/// A rubric of fewer bytes is read before a thread has begun.
const WORTH_IT: usize = 64 << 10;

/// A rubric that is being read.
pub(super) struct Early<'b> {
    /// The line that carries it, with its event. Whether the value is JSON is known when the rubric is.
    pub line: Option<(&'b [u8], Event)>,
    pub reader: Reader,
}

/// Who reads it.
pub(super) struct Reader(JoinHandle<Option<EarlyRubric>>);

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
            let read = || Some(EarlyRubric { sha256: shipped.sha256.into(), rubric: shipped.read().ok()? });
            return Some(Self { line: None, reader: Reader::begin(read)? });
        };
        let Thing::Rubric(sha256) = event.thing.clone() else { return None };
        let json = event.is.source();
        let read = move || {
            let rubric = (hash(&json) == sha256).then(|| Rubric::read_text(&json).ok())??;
            Some(EarlyRubric { sha256, rubric })
        };
        Some(Self { line: Some((line, event)), reader: Reader::begin(read)? })
    }
}

impl Reader {
    fn begin(read: impl FnOnce() -> Option<EarlyRubric> + Send + 'static) -> Option<Self> {
        Builder::new().name("rubric".to_owned()).spawn(read).ok().map(Self)
    }

    /// Waits for the rubric; `None` if it is none, or not the one that its hash names.
    pub fn finish(self) -> Option<EarlyRubric> {
        self.0.join().ok().flatten()
    }
}

//! Whether all is saved: a small machine fed by what was recorded and what the writers report.

use crate::assessment::{Event, EventId};
use crate::lang::StoreWords;
use crate::store::fault::StoreFault;

/// One of the two logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// The assessment file.
    File,
    /// The second copy on this computer.
    Twin,
}

/// What a writer has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// Everything up to this event of the session is on the disk.
    Kept {
        /// By which log.
        log: Log,
        /// The last one.
        upto: EventId,
    },
    /// A write failed; it is tried again.
    Failing {
        /// To which log.
        log: Log,
        /// The last event that was to be written, if any was.
        upto: Option<EventId>,
        /// Why.
        cause: StoreFault,
    },
    /// Others have written to the file: events that are new here.
    Arrived {
        /// Those events.
        events: Vec<Event>,
    },
    /// A writer has died of an error in the program.
    Dead {
        /// Whose.
        log: Log,
    },
}

/// Whether all that was recorded is saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// The file holds everything.
    Saved,
    /// The file will soon.
    Saving,
    /// The twin alone does, because the file cannot be written.
    SavedHereOnly(StoreFault),
    /// Neither does.
    NotSaved(StoreFault),
}

impl SaveState {
    /// The word that is always visible.
    pub fn word(&self, w: &StoreWords) -> &'static str {
        match self {
            Self::Saved => w.saved,
            Self::Saving => w.saving,
            Self::SavedHereOnly(_) => w.saved_here_only,
            Self::NotSaved(_) => w.not_saved,
        }
    }

    /// Why not everything is in the file.
    pub fn cause(&self) -> Option<&StoreFault> {
        match self {
            Self::Saved | Self::Saving => None,
            Self::SavedHereOnly(cause) | Self::NotSaved(cause) => Some(cause),
        }
    }
}

/// What was recorded, and how far each log has come.
#[derive(Clone, Debug, Default)]
pub struct Saves {
    last: Option<EventId>,
    file: Progress,
    twin: Progress,
}

/// How far a log has come.
#[derive(Clone, Debug, Default)]
struct Progress {
    kept: Option<EventId>,
    fault: Option<StoreFault>,
    is_dead: bool,
}

impl Saves {
    /// An event was recorded.
    pub fn recorded(&mut self, id: EventId) {
        self.last = self.last.max(Some(id));
    }

    /// A writer has reported.
    pub fn hear(&mut self, report: &Report) {
        match report {
            Report::Kept { log, upto } => {
                let progress = self.progress(*log);
                progress.kept = progress.kept.max(Some(*upto));
                progress.fault = None;
            }
            Report::Failing { log, cause, .. } => self.progress(*log).fault = Some(cause.clone()),
            Report::Dead { log } => {
                let progress = self.progress(*log);
                progress.is_dead = true;
                progress.fault = Some(StoreFault::WriterDied);
            }
            Report::Arrived { .. } => {}
        }
    }

    fn progress(&mut self, log: Log) -> &mut Progress {
        match log {
            Log::File => &mut self.file,
            Log::Twin => &mut self.twin,
        }
    }

    /// Whether all is saved.
    pub fn state(&self) -> SaveState {
        if self.file.kept >= self.last {
            return SaveState::Saved;
        }
        let Some(cause) = self.file.fault.clone() else { return SaveState::Saving };
        if self.twin.kept >= self.last {
            SaveState::SavedHereOnly(cause)
        } else if self.twin.fault.is_some() {
            SaveState::NotSaved(cause)
        } else {
            SaveState::Saving
        }
    }

    /// Whether the file is being brought up to what was recorded, and nothing is known to be in the way.
    pub fn is_file_busy(&self) -> bool {
        self.file.kept < self.last && self.file.fault.is_none()
    }

    /// Why there is no second copy of what was recorded, if there is none.
    pub fn no_twin(&self) -> Option<&StoreFault> {
        self.twin.fault.as_ref()
    }

    /// Whether a log's writer is still alive.
    pub fn is_alive(&self, log: Log) -> bool {
        match log {
            Log::File => !self.file.is_dead,
            Log::Twin => !self.twin.is_dead,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn id(counter: u32) -> EventId {
        EventId::parse(&format!("a.{counter}")).unwrap()
    }

    fn full() -> StoreFault {
        StoreFault::TooLong { limit: 1 }
    }

    /// `+f3`: the file has kept up to 3; `-t`: the twin fails; `!f`: the file's writer is dead; `r3`: recorded.
    fn after(script: &str) -> Saves {
        let mut saves = Saves::default();
        for step in script.split_whitespace() {
            let log = if step[1..].starts_with('f') { Log::File } else { Log::Twin };
            match &step[..1] {
                "r" => saves.recorded(id(step[1..].parse().unwrap())),
                "+" => saves.hear(&Report::Kept { log, upto: id(step[2..].parse().unwrap()) }),
                "-" => saves.hear(&Report::Failing { log, upto: None, cause: full() }),
                _ => saves.hear(&Report::Dead { log }),
            }
        }
        saves
    }

    #[test]
    fn the_four_words() {
        let here = || SaveState::SavedHereOnly(full());
        let not = || SaveState::NotSaved(full());
        let died = || SaveState::SavedHereOnly(StoreFault::WriterDied);
        for (script, state) in [
            ("", SaveState::Saved),
            ("r1", SaveState::Saving),
            ("r1 +f1", SaveState::Saved),
            ("r1 +f1 r2", SaveState::Saving),
            ("r1 r2 +f1", SaveState::Saving),
            ("r1 +t1", SaveState::Saving),
            ("r1 -t", SaveState::Saving),
            ("r1 -t +f1", SaveState::Saved),
            ("r1 -f", SaveState::Saving),
            ("r1 -f +t1", here()),
            ("r1 +t1 -f", here()),
            ("r1 -f +t1 r2", SaveState::Saving),
            ("r1 -f +t1 r2 +t2", here()),
            ("r1 -f +t1 r2 -t", not()),
            ("r1 -f -t", not()),
            ("r1 -t -f r2", not()),
            ("r1 -f -t +t1", here()),
            ("r1 -f -t +f1", SaveState::Saved),
            ("r1 +t1 !f", died()),
            ("r1 +f1 !t", SaveState::Saved),
            ("r1 !t !f", SaveState::NotSaved(StoreFault::WriterDied)),
        ] {
            assert_eq!(after(script).state(), state, "{script}");
        }
    }

    #[test]
    fn the_file_is_waited_for_only_while_it_gets_on() {
        for (script, is_busy) in
            [("", false), ("r1", true), ("r1 +t1", true), ("r1 +f1", false), ("r1 -f r2", false), ("r1 !f", false)]
        {
            assert_eq!(after(script).is_file_busy(), is_busy, "{script}");
        }
    }

    #[test]
    fn the_words_are_the_four_of_the_product() {
        let words = |lang: Lang| {
            let w = &lang.words().store;
            [SaveState::Saved, SaveState::Saving, SaveState::SavedHereOnly(full()), SaveState::NotSaved(full())]
                .map(|s| s.word(w))
        };
        assert_eq!(words(Lang::En), ["saved", "saving", "saved here only", "NOT SAVED"]);
        assert_eq!(words(Lang::Zh), ["已保存", "保存中", "仅存本机", "未保存"]);
    }
}

//! The effects of the full screen: the one part of it that touches the store.

mod close;
mod draft;
mod home;
mod merge;
mod open;
mod report;
mod room;
mod rubrics;
mod study;

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use anyhow::Result;

use draft::Typing;

use super::app::{App, Effect, News, Reading, Saved};
use super::sources::Wake;
use crate::assessment::{Author, Event, Session};
use crate::desk::{Comparison, Desk, OnDesk};
use crate::lang::fill;
use crate::store::{FileRead, Keeper, Log, LostTwin, Report, SaveState};
use crate::text::Clean;

/// The assessment whose events are being kept.
struct Open {
    keeper: Keeper,
    author: Author,
}

/// What threads of the program have to tell.
pub(super) enum Heard {
    /// How far something is written.
    Store(Report),
    /// What the assessments of this computer show of a rubric.
    Studied(Reading),
    /// An assessment is on screen: what need not be there in its first frame can be looked for.
    OnScreen,
}

/// What lies outside of the application.
pub(super) struct Outside {
    desk: Desk,
    queue: Sender<Wake<Heard>>,
    open: Option<Open>,
    /// Looked at, and not opened yet.
    glanced_at: Option<(FileRead, Session)>,
    /// Opened, but waiting for a word on what an older copy of the file lacks.
    unsettled: Option<(OnDesk, Session)>,
    typing: Option<Typing>,
    paths: Vec<PathBuf>,
    /// How many events each of them held when the list was read.
    counts: Vec<usize>,
    /// The rubric file that is being looked at.
    preview: Option<PathBuf>,
    closing: Vec<JoinHandle<()>>,
    /// A second copy could not be written.
    lacks_twin: bool,
    /// The lack of a second copy is told once.
    told_no_twin: bool,
    /// Files that are gone; they stand in the list after those that are there.
    lost: Vec<LostTwin>,
    /// Files that are united if the user says so.
    compared: Option<Comparison>,
}

impl Outside {
    pub fn new(desk: Desk, queue: Sender<Wake<Heard>>) -> Self {
        Self {
            desk,
            queue,
            open: None,
            glanced_at: None,
            unsettled: None,
            typing: None,
            paths: Vec::new(),
            counts: Vec::new(),
            preview: None,
            closing: Vec::new(),
            lacks_twin: false,
            told_no_twin: false,
            lost: Vec::new(),
            compared: None,
        }
    }

    /// The folder of the assessments, for display.
    pub fn data_folder(&self) -> String {
        Clean::line(&self.desk.store.places().data.to_string_lossy()).to_string()
    }

    /// Does what the application wants; what comes of it goes back as news.
    pub fn act(&mut self, effect: Effect, app: &mut App) {
        self.desk.lang = app.lang;
        let done = match effect {
            Effect::Record(event) => {
                self.keep(&[event], app);
                Ok(())
            }
            Effect::RecordAll(events) => {
                self.keep(&events, app);
                Ok(())
            }
            Effect::Draft(draft) => {
                self.draft(draft);
                Ok(())
            }
            Effect::Open(entry) => self.path(entry).map_or(Ok(()), |path| self.open(&path, app)),
            Effect::Create(changes) => {
                let rubric = app.new_rubric.as_ref().map_or_else(String::new, |r| r.id.to_string());
                self.desk.create(&rubric, changes, None).and_then(|on_desk| self.show(on_desk, app))
            }
            Effect::ChangeListed(entry, change) => self.change_listed(entry, change, app),
            Effect::Duplicate(entry) => self.duplicate(entry, app),
            Effect::Delete(entry) => self.delete(entry, app),
            Effect::Study(entry) => {
                self.study(entry);
                Ok(())
            }
            Effect::Rubrics => {
                app.told(News::Rubrics(self.known_rubrics()));
                Ok(())
            }
            Effect::Compare(files, place) => self.compare(&files, &place, app),
            Effect::Unite => self.unite(app),
            Effect::Fork(entry) => self.fork(entry, app),
            Effect::BringBack(entry) => self.bring_back(entry, app),
            Effect::Forget(entry) => self.forget(entry, app),
            Effect::List => {
                self.list(app);
                Ok(())
            }
            Effect::Others => {
                app.told(News::Others(self.others(app)));
                Ok(())
            }
            Effect::Settle(adds) => {
                self.settle(adds, app);
                Ok(())
            }
            Effect::SaveElsewhere(name) => self.save_elsewhere(&name, app),
            Effect::Report(order) => self.write_report(order, app),
            Effect::TakeIn(name) => self.take_in(&name, app),
            Effect::Reload => self.reload(app),
            Effect::Quit | Effect::Suspend => Ok(()),
        };
        if let Err(error) = done {
            app.told(News::Failed(error.to_string()));
        }
    }

    fn path(&self, entry: usize) -> Option<PathBuf> {
        self.paths.get(entry).cloned()
    }

    fn keep(&mut self, events: &[Event], app: &mut App) {
        let Some(open) = &mut self.open else { return };
        if let Some(last) = events.last() {
            open.author.by = last.by.clone();
        }
        open.keeper.keep(events);
        self.tell_state(app);
    }

    fn tell_state(&self, app: &mut App) {
        let Some(open) = &self.open else { return };
        let words = &self.desk.lang.words().store;
        app.told(News::Saved(match open.keeper.state() {
            SaveState::Saved => Saved::Yes,
            SaveState::Saving => Saved::Saving,
            SaveState::SavedHereOnly(fault) => Saved::HereOnly(Clean::line(&fault.sentence(words))),
            SaveState::NotSaved(fault) => Saved::Not(Clean::line(&fault.sentence(words))),
        }));
    }

    /// What a thread has to tell.
    pub fn told(&mut self, heard: Heard, app: &mut App) {
        self.desk.lang = app.lang;
        let report = match heard {
            Heard::Studied(reading) => return app.told(News::Studied(reading)),
            Heard::OnScreen => return self.on_screen(app),
            Heard::Store(report) => report,
        };
        if let Report::Arrived { events } = report {
            app.told(News::Arrived(events));
        } else if matches!(report, Report::Failing { log: Log::Twin, .. } | Report::Dead { log: Log::Twin }) {
            self.lacks_twin = true;
        }
        self.tell_state(app);
        self.tell_no_twin(app);
    }

    /// What need not be there in the first frame.
    fn on_screen(&mut self, app: &mut App) {
        if let Some(open) = &self.open {
            open.keeper.get_ready();
        }
        self.offer_newer(app);
    }

    /// The file has everything, but there is no second copy. While the file lacks something that alone is told.
    fn tell_no_twin(&mut self, app: &mut App) {
        let saved = self.open.as_ref().filter(|open| self.lacks_twin && open.keeper.state() == SaveState::Saved);
        if let (Some(fault), false) = (saved.and_then(|open| open.keeper.no_twin()), self.told_no_twin) {
            self.told_no_twin = true;
            let words = self.desk.lang.words();
            app.told(News::Notice(fill(words.ask.no_twin, &[&fault.sentence(&words.store)])));
        }
    }

    /// Others may have written while the program was stopped.
    pub fn look_again(&self) {
        if let Some(open) = &self.open {
            open.keeper.look();
        }
    }

    fn save_elsewhere(&mut self, name: &str, app: &mut App) -> Result<()> {
        let Some(open) = &self.open else { return Ok(()) };
        open.keeper.save_elsewhere(Path::new(name)).map_err(|f| self.desk.told(&f))?;
        app.told(News::KeptElsewhere(fill(self.desk.lang.words().ask.kept_elsewhere, &[&Clean::line(name)])));
        Ok(())
    }
}

//! The effects of the full screen: the one part of it that touches the store.

mod merge;
mod report;
mod room;
mod rubrics;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::Result;

use super::app::{App, Effect, Entry, News, Relation, Saved, Summary, Work};
use super::sources::Wake;
use crate::assessment::{Assessment, Author, Change, Event, Field, Thing, Value};
use crate::clock;
use crate::desk::{Comparison, Desk, OnDesk, author};
use crate::lang::fill;
use crate::measure::trend::Standing;
use crate::measure::{Counts, measure, replies};
use crate::store::{Draft, Keeper, Listed, Log, LostTwin, Notice, Report, SaveState, Settle, Use, copies};
use crate::text::Clean;

/// A draft is kept after as long without a key.
const PAUSE: Duration = Duration::from_secs(1);
/// And after as long even while typing goes on.
const TYPING: Duration = Duration::from_secs(3);
/// Closing waits for the disk as long before it goes on in the background.
const MOMENT: Duration = Duration::from_millis(150);
/// And as long altogether before the program gives up.
const PATIENCE: Duration = Duration::from_secs(30);
/// Quitting says that it waits after as long.
const SILENCE: Duration = Duration::from_millis(300);

/// The assessment whose events are being kept.
struct Open {
    keeper: Keeper,
    author: Author,
}

/// A text being typed that is not kept yet.
struct Typing {
    thing: Thing,
    value: Value,
    first: Instant,
    last: Instant,
}

/// What lies outside of the application.
pub(super) struct Outside {
    desk: Desk,
    queue: Sender<Wake<Report>>,
    open: Option<Open>,
    /// Opened, but waiting for a word on what an older copy of the file lacks.
    unsettled: Option<OnDesk>,
    typing: Option<Typing>,
    paths: Vec<PathBuf>,
    /// How many events each of them held when the list was read.
    counts: Vec<usize>,
    /// The rubric file that is being looked at.
    preview: Option<PathBuf>,
    closing: Vec<JoinHandle<()>>,
    /// The lack of a second copy is told once.
    told_no_twin: bool,
    /// Files that are gone; they stand in the list after those that are there.
    lost: Vec<LostTwin>,
    /// Files that are united if the user says so.
    compared: Option<Comparison>,
}

impl Outside {
    pub fn new(desk: Desk, queue: Sender<Wake<Report>>) -> Self {
        Self {
            desk,
            queue,
            open: None,
            unsettled: None,
            typing: None,
            paths: Vec::new(),
            counts: Vec::new(),
            preview: None,
            closing: Vec::new(),
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
                self.desk.create(&rubric, changes, None).and_then(|on_desk| self.put_on_screen(on_desk, app))
            }
            Effect::ChangeListed(entry, change) => self.change_listed(entry, change, app),
            Effect::Duplicate(entry) => self.duplicate(entry, app),
            Effect::Delete(entry) => self.delete(entry, app),
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
            Effect::Settle(adds) => self.settle(adds, app),
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

    /// Opens a file and shows it.
    pub fn open(&mut self, path: &Path, app: &mut App) -> Result<()> {
        let on_desk = self.desk.open(path, Use::Write)?;
        self.put_on_screen(on_desk, app)
    }

    fn put_on_screen(&mut self, on_desk: OnDesk, app: &mut App) -> Result<()> {
        self.close_open();
        if let Some(older) = &on_desk.opened.older {
            let question = Notice::Older(older.span).sentence(&self.desk.lang.words().store);
            app.told(News::Older(question));
            self.unsettled = Some(on_desk);
            return Ok(());
        }
        let session = self.desk.session(&on_desk.opened)?;
        let queue = self.queue.clone();
        let report = move |report| {
            // After the loop has ended nobody wants to know.
            let _ = queue.send(Wake::Report(report));
        };
        let keeper = Keeper::start(&on_desk.opened, session, report);
        let author = author(&on_desk.opened.assessment, session, None);
        let path = Clean::line(&on_desk.opened.path.to_string_lossy());
        let mut work = Work::new(on_desk.rubric, on_desk.opened.assessment, author.clone(), path);
        work.read_only = on_desk.opened.read_only.map(|f| Clean::line(&f.sentence(&self.desk.lang.words().store)));
        work.offer = self.offer(&work)?;
        let mut notices = on_desk.notices;
        match self.desk.peers_of(&work.rubric) {
            Ok(peers) => work.peers = peers,
            Err(error) => notices.push(error.to_string()),
        }
        self.open = Some(Open { keeper, author });
        self.told_no_twin = false;
        app.told(News::Opened(Box::new(work), notices));
        Ok(())
    }

    fn settle(&mut self, adds: bool, app: &mut App) -> Result<()> {
        let Some(mut on_desk) = self.unsettled.take() else { return Ok(()) };
        let how = if adds { Settle::Add } else { Settle::LeaveOut };
        self.desk.store.settle(&mut on_desk.opened, how).map_err(|f| self.desk.told(&f))?;
        self.put_on_screen(on_desk, app)
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

    /// A report of the writers.
    pub fn told(&mut self, report: Report, app: &mut App) {
        self.desk.lang = app.lang;
        if let Report::Arrived { events } = report {
            app.told(News::Arrived(events));
        } else if matches!(report, Report::Failing { log: Log::Twin, .. } | Report::Dead { log: Log::Twin }) {
            self.tell_no_twin(app);
        }
        self.tell_state(app);
    }

    /// The file has everything, but there is no second copy.
    fn tell_no_twin(&mut self, app: &mut App) {
        let fault = self.open.as_ref().and_then(|open| open.keeper.no_twin());
        if let (Some(fault), false) = (fault, self.told_no_twin) {
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

    fn draft(&mut self, draft: Option<(Thing, Value)>) {
        let now = Instant::now();
        if let Some((thing, value)) = draft {
            let first = self.typing.as_ref().map_or(now, |t| t.first);
            self.typing = Some(Typing { thing, value, first, last: now });
        } else {
            self.typing = None;
            if let Some(open) = &self.open {
                open.keeper.draft(None);
            }
        }
    }

    /// When what is being typed must be kept.
    pub fn draft_deadline(&self) -> Option<Instant> {
        self.typing.as_ref().map(|t| (t.last + PAUSE).min(t.first + TYPING))
    }

    /// Keeps what is being typed if it is time: as a draft, or as an event where there is no second copy.
    pub fn keep_draft_if_due(&mut self, app: &mut App) {
        if self.draft_deadline().is_none_or(|deadline| Instant::now() < deadline) {
            return;
        }
        let (Some(typing), Some(open)) = (self.typing.take(), &self.open) else { return };
        let now = clock::now();
        if open.keeper.no_twin().is_some() {
            let mut effects = Vec::new();
            if let Some(work) = &mut app.work {
                work.record(Change::new(typing.thing, typing.value), now, &mut effects);
            }
            for effect in effects {
                self.act(effect, app);
            }
        } else {
            let by = open.author.by.clone();
            open.keeper.draft(Some(Draft { at: now, by, thing: typing.thing, is: typing.value }));
        }
    }

    fn change_listed(&mut self, entry: usize, change: Change, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        let on_desk = self.desk.open(&path, Use::Write)?;
        self.desk.record(on_desk, None, |_, _| Ok(vec![change]))?;
        self.list(app);
        Ok(())
    }

    fn duplicate(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        let known = self.desk.open(&path, Use::Read)?;
        let on_desk = self.desk.create_like(&known)?;
        self.put_on_screen(on_desk, app)
    }

    fn delete(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        if let (Some(shown), Ok(now)) = (self.counts.get(entry), self.desk.store.open(&path, Use::Read)) {
            // What was said since the list was read was not seen by whoever said yes.
            if now.assessment.ledger().events().len() != *shown {
                self.list(app);
                app.told(News::Notice(fill(
                    self.desk.lang.words().home.changed_since,
                    &[&Clean::line(&path.to_string_lossy())],
                )));
                return Ok(());
            }
        }
        self.desk.store.delete(&path).map_err(|f| self.desk.told(&f))?;
        self.list(app);
        let shown = Clean::line(&path.to_string_lossy());
        app.told(News::Notice(fill(self.desk.lang.words().home.deleted, &[&shown])));
        Ok(())
    }

    /// Gives the setup of a new assessment its rubric and what is chosen there beforehand.
    fn offer_new(&self, app: &mut App) {
        let defaults = &self.desk.defaults;
        app.new_fields = defaults.fields();
        let shipped = || crate::rubric::SHIPPED.first().and_then(|s| s.read().ok());
        let found = defaults.rubric.as_deref().map(|id| self.desk.store.find_rubric(id));
        app.new_rubric = match found {
            None => shipped(),
            Some(Ok(found)) => Some(found.rubric),
            Some(Err(fault)) => {
                app.told(News::Failed(self.desk.told(&fault).to_string()));
                shipped()
            }
        }
        .map(Arc::new);
    }

    /// Reads the home list; whatever was open is closed.
    pub fn list(&mut self, app: &mut App) {
        self.close_open();
        app.work = None;
        if app.new_rubric.is_none() {
            self.offer_new(app);
        }
        let listed = self.desk.store.list();
        let copies = copies(&listed).into_iter().map(merge::relation);
        let mut entries: Vec<Entry> =
            listed.iter().zip(copies).map(|(l, relation)| Entry { relation, ..self.entry(l) }).collect();
        entries.extend(self.lost(&listed, app));
        let count = |l: &Listed| l.found.as_ref().map_or(0, |opened| opened.assessment.ledger().events().len());
        self.counts = listed.iter().map(count).collect();
        self.paths = listed.into_iter().map(|l| l.path).collect();
        app.told(News::Listed(entries));
    }

    /// Readable assessments of the open one's subject and rubric, without the open one.
    fn others(&self, app: &App) -> Vec<Standing> {
        let Some(work) = &app.work else { return Vec::new() };
        let now = &work.assessment;
        let subject = now.subject().trim().to_lowercase();
        let is_other = |a: &Assessment| {
            a.id != now.id && a.rubric.id == now.rubric.id && a.subject().trim().to_lowercase() == subject
        };
        let opened = self.desk.store.list().into_iter().filter_map(|l| l.found.ok());
        let on_desk = opened.filter(|o| is_other(&o.assessment)).filter_map(|o| self.desk.with_rubric(o).ok());
        on_desk.map(|d| Standing::new(d.rubric, &d.opened.assessment)).collect()
    }

    fn entry(&self, listed: &Listed) -> Entry {
        let path = Clean::line(&listed.path.to_string_lossy());
        let words = self.desk.lang.words();
        let told = |reason: &str| Err(format!("{path}: {reason}"));
        let opened = match &listed.found {
            Ok(opened) => opened,
            Err(fault) => {
                return Entry { content: Err(fault.sentence(&words.store)), relation: Relation::Alone, path };
            }
        };
        let assessment = &opened.assessment;
        let content = match self.desk.store.rubric_for(&assessment.rubric_in_use(), assessment) {
            Err(fault) => told(&fault.sentence(&words.store)),
            Ok((rubric, _)) => {
                let replies = replies(&rubric, assessment);
                let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
                let measured = measure(&rubric, &replies, profile);
                let counts = Counts::of(&replies);
                let level = measured.overall.node.level();
                let named = level.and_then(|l| Some((l, rubric.scale.name(l)?.name.clone())));
                let part: Vec<String> = [Field::Unit, Field::Site]
                    .iter()
                    .filter_map(|f| assessment.setup(*f))
                    .map(|t| t.to_string())
                    .collect();
                Ok(Summary {
                    subject: assessment.subject(),
                    part: Clean::line(&part.join(", ")),
                    rubric: rubric.title.clone(),
                    progress: (counts.answered(), counts.asked),
                    level: named,
                    changed: assessment.changed(),
                    archived: assessment.is_archived(),
                    disputes: assessment.conflicts(&rubric).len(),
                })
            }
        };
        Entry { path, relation: Relation::Alone, content }
    }

    fn save_elsewhere(&mut self, name: &str, app: &mut App) -> Result<()> {
        let Some(open) = &self.open else { return Ok(()) };
        open.keeper.save_elsewhere(Path::new(name)).map_err(|f| self.desk.told(&f))?;
        app.told(News::KeptElsewhere(fill(self.desk.lang.words().ask.kept_elsewhere, &[&Clean::line(name)])));
        Ok(())
    }

    /// Closes what is open; a slow disk goes on in the background.
    fn close_open(&mut self) {
        self.typing = None;
        let Some(open) = self.open.take() else { return };
        open.keeper.flush(MOMENT);
        self.closing.push(thread::spawn(move || {
            open.keeper.close(PATIENCE);
        }));
    }

    /// Ends all writing. `waits` is called once if that takes a while, `stops` says whether to
    /// stop waiting. Returns why not everything is in the file, if it is not.
    pub fn close(mut self, waits: impl FnOnce(), mut stops: impl FnMut() -> bool) -> Option<String> {
        let lang = self.desk.lang;
        let open = self.open.take();
        let closing = std::mem::take(&mut self.closing);
        let (done, is_done) = channel();
        thread::spawn(move || {
            for thread in closing {
                // A thread that failed has reported what it could not keep.
                let _ = thread.join();
            }
            let _ = done.send(open.map(|open| open.keeper.close(PATIENCE)));
        });
        let mut waits = Some(waits);
        let started = Instant::now();
        loop {
            match is_done.recv_timeout(SILENCE / 3) {
                Ok(None | Some(SaveState::Saved)) => return None,
                Ok(Some(state)) => {
                    let words = &lang.words().store;
                    let cause = state.cause().map_or_else(String::new, |f| f.sentence(words));
                    return Some(format!("{}: {cause}", state.word(words)));
                }
                Err(RecvTimeoutError::Disconnected) => return Some(lang.words().ask.stopped_waiting.to_owned()),
                Err(RecvTimeoutError::Timeout) if stops() => return Some(lang.words().ask.stopped_waiting.to_owned()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if started.elapsed() >= SILENCE
                && let Some(waits) = waits.take()
            {
                waits();
            }
        }
    }

    /// Ends all writing within a limit, whatever becomes of it.
    pub fn close_within(&mut self, limit: Duration) {
        if let Some(open) = self.open.take() {
            open.keeper.close(limit);
        }
    }
}

impl Drop for Outside {
    /// Even a program that fails inside lets the writers finish what was handed to them.
    fn drop(&mut self) {
        self.close_within(MOMENT * 4);
    }
}

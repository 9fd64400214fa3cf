//! The keeper with its threads: what it reports, and what reaches the disk.

mod order;
mod others;

use std::sync::mpsc::{Receiver, channel};

use super::*;
use crate::assessment::{Assessment, Thing};
use crate::store::disk::sim::{Plan, SimDisk};
use crate::store::open::Use;
use crate::store::tests::{answer, at, ids, level, new_about, places, question, read, store};
use crate::store::{Store, new_session};

const LONG: Duration = Duration::from_secs(20);
const FULL: i32 = 28;

struct Desk {
    disk: SimDisk,
    opened: Opened,
    assessment: Assessment,
    session: Session,
    keeper: Option<Keeper>,
    reports: Receiver<Report>,
}

/// An assessment that is open, with a keeper.
fn desk() -> Desk {
    desk_with(HEAD_START)
}

/// The same with a twin that lets the file go first for so long.
fn desk_with(head_start: Duration) -> Desk {
    let disk = SimDisk::new();
    let made = store(&disk).create(new_about("East Steel", None)).unwrap();
    let opened = store(&disk).open(&made.path, Use::Write).unwrap();
    started_with(head_start, disk, opened, new_session().unwrap())
}

fn started(disk: SimDisk, opened: Opened, session: Session) -> Desk {
    started_with(HEAD_START, disk, opened, session)
}

fn started_with(head_start: Duration, disk: SimDisk, opened: Opened, session: Session) -> Desk {
    let (tell, reports) = channel();
    let keeper = Keeper::with(Board::new(head_start), &opened, session, move |report| drop(tell.send(report)));
    Desk { disk, assessment: opened.assessment.clone(), opened, session, keeper: Some(keeper), reports }
}

impl Desk {
    fn keeper(&self) -> &Keeper {
        self.keeper.as_ref().unwrap()
    }

    fn answer(&mut self, minute: i64, level: u8) -> Event {
        let event = answer(&mut self.assessment, &self.session.to_string(), minute, "N1.1", level);
        self.keeper().keep(std::slice::from_ref(&event));
        event
    }

    fn flush(&self) -> SaveState {
        self.keeper().flush(LONG)
    }

    fn close(&mut self) -> SaveState {
        self.keeper.take().unwrap().close(LONG)
    }

    fn break_file(&self, is_broken: bool) {
        self.disk.break_path(Some(self.opened.path.as_path()).filter(|_| is_broken), FULL);
    }

    /// What a power cut would leave, by the file alone.
    fn file_after_cut(&self) -> Assessment {
        let alone = crate::store::Places { state: "/disk/none".into(), ..places() };
        read(&Store::new(alone, Arc::new(self.disk.images().remove(0))), &self.opened.path).assessment
    }

    fn twin_logs(&self) -> Vec<PathBuf> {
        let files = self.disk.files(Path::new("/disk/state"));
        files.into_iter().filter(|f| f.extension().is_some_and(|e| e == "log")).collect()
    }

    fn has_report(&self, is_meant: impl Fn(&Report) -> bool) -> bool {
        std::iter::from_fn(|| self.reports.recv_timeout(Duration::from_millis(500)).ok()).any(|r| is_meant(&r))
    }
}

#[test]
fn what_is_saved_survives_a_power_cut_and_a_clean_end_is_noted() {
    let mut desk = desk();
    let event = desk.answer(1, 3);
    assert_eq!(desk.flush(), SaveState::Saved);
    assert_eq!(level(&desk.file_after_cut(), "N1.1"), Some(3));
    assert!(desk.has_report(|r| *r == Report::Kept { log: Log::File, upto: event.id }));
    assert_eq!(desk.close(), SaveState::Saved);
    let again = store(&desk.disk).open(&desk.opened.path, Use::Write).unwrap();
    assert!(heal::is_held(&again.trail.held, event.id));
}

#[test]
fn nothing_is_written_before_the_first_event() {
    let mut desk = desk();
    desk.disk.plan(Plan::Fine);
    desk.keeper().draft(None);
    desk.flush();
    desk.close();
    assert_eq!(desk.disk.operations(), 0, "{}", desk.disk.trace());
}

#[test]
fn the_run_that_made_an_assessment_goes_on_in_its_own_logs() {
    let sim = SimDisk::new();
    let opened = store(&sim).create(new_about("East Steel", None)).unwrap();
    let session = opened.session.unwrap();
    let mut desk = started(sim, opened, session);
    desk.answer(1, 2);
    assert_eq!(desk.close(), SaveState::Saved);
    assert_eq!(desk.twin_logs().len(), 1);
    let text = String::from_utf8(desk.disk.bytes(&desk.opened.path).unwrap()).unwrap();
    assert_eq!(text.matches("{\"gradus\":1").count(), 1, "{text}");
}

#[test]
fn a_file_that_cannot_be_written_is_completed_as_soon_as_it_can() {
    let mut desk = desk();
    desk.break_file(true);
    desk.answer(1, 3);
    let state = desk.flush();
    let full = |s: &SaveState| matches!(s.cause(), Some(StoreFault::Io { cause: crate::store::Cause::Full, .. }));
    assert!(matches!(state, SaveState::SavedHereOnly(_)) && full(&state), "{state:?}");
    desk.break_file(false);
    // Without anybody doing anything.
    let end = Instant::now() + LONG;
    while desk.keeper().state() != SaveState::Saved && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(level(&desk.file_after_cut(), "N1.1"), Some(3));
}

#[test]
fn with_both_logs_failing_nothing_is_saved_until_the_retry() {
    let mut desk = desk();
    desk.disk.plan(Plan::From(1, FULL));
    desk.answer(1, 3);
    assert!(matches!(desk.flush(), SaveState::NotSaved(_)));
    assert!(desk.keeper().no_twin().is_some());
    desk.disk.plan(Plan::Fine);
    desk.keeper().retry();
    assert_eq!(desk.flush(), SaveState::Saved);
    assert_eq!(ids(&desk.file_after_cut()), ids(&desk.assessment));
}

#[test]
fn without_a_twin_the_file_is_still_saved() {
    let mut desk = desk();
    desk.disk.break_path(Some(Path::new("/disk/state")), FULL);
    desk.answer(1, 3);
    assert_eq!(desk.flush(), SaveState::Saved);
    assert!(desk.keeper().no_twin().is_some());
}

#[test]
fn all_can_be_saved_elsewhere() {
    let mut desk = desk();
    desk.break_file(true);
    desk.answer(1, 3);
    desk.flush();
    let elsewhere = Path::new("/disk/elsewhere.gradus");
    desk.keeper().save_elsewhere(elsewhere).unwrap();
    assert!(matches!(desk.keeper().save_elsewhere(elsewhere), Err(StoreFault::Exists(_))));
    let image = Arc::new(desk.disk.images().remove(0));
    assert_eq!(ids(&read(&Store::new(places(), image), elsewhere).assessment), ids(&desk.assessment));
}

#[test]
fn a_writer_that_dies_says_so_and_nobody_waits_for_it() {
    for dies in 1..30 {
        let mut desk = desk();
        desk.disk.plan(Plan::Panic(dies));
        let start = Instant::now();
        desk.answer(1, 3);
        let state = desk.flush();
        assert!(start.elapsed() < LONG, "operation {dies}");
        let (file, twin) = {
            let saves = desk.keeper().saves();
            (saves.is_alive(Log::File), saves.is_alive(Log::Twin))
        };
        if file && twin {
            assert!(desk.disk.operations() < dies);
            return;
        }
        match state {
            SaveState::SavedHereOnly(cause) if !file => assert_eq!(cause, StoreFault::WriterDied),
            // The twin died, or the file had the event already.
            state => assert_eq!(state, SaveState::Saved, "operation {dies}"),
        }
        assert!(desk.has_report(|r| matches!(r, Report::Dead { .. })), "operation {dies}");
        // The program goes on.
        desk.answer(2, 4);
        assert_ne!(desk.flush(), SaveState::Saving, "operation {dies}");
        assert_ne!(desk.close(), SaveState::Saving, "operation {dies}");
    }
    panic!("the plan was never out of reach");
}

/// The same file as a newer major version would have begun it.
fn newer_header(file: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    let (header, rest) = text.split_once('\n').unwrap();
    let body = header.replacen("\"gradus\":1", "\"gradus\":2", 1);
    let body = body.rsplit_once(",\"crc\"").unwrap().0;
    format!("{body},\"crc\":\"{:08x}\"}}\n{rest}", crc32fast::hash(body.as_bytes())).into_bytes()
}

#[test]
fn an_assessment_that_may_only_be_read_is_never_written_to() {
    let sim = SimDisk::new();
    let path = store(&sim).create(new_about("East Steel", None)).unwrap().path;
    let newer = newer_header(&sim.bytes(&path).unwrap());
    sim.put(&path, &newer);
    let opened = store(&sim).open(&path, Use::Write).unwrap();
    let mut desk = started(sim, opened, new_session().unwrap());
    desk.answer(1, 3);
    assert!(matches!(desk.flush(), SaveState::SavedHereOnly(StoreFault::NewerFormat { .. })));
    assert_eq!(desk.disk.bytes(&path).unwrap(), newer);
}

#[test]
fn a_draft_goes_to_the_twin_alone() {
    let mut desk = desk();
    let before = desk.disk.bytes(&desk.opened.path).unwrap();
    let thing = Thing::Note(question("N1.1"));
    for text in ["h", "half a", "half a sen"] {
        desk.keeper().draft(Some(Draft { at: at(1), by: "li".into(), thing: thing.clone(), is: Value::text(text) }));
    }
    desk.flush();
    assert_eq!(desk.disk.bytes(&desk.opened.path).unwrap(), before);
    let note = |desk: &Desk| read(&store(&desk.disk), &desk.opened.path).assessment.note(&question("N1.1"));
    assert_eq!(note(&desk).unwrap().as_str(), "half a sen");
    desk.keeper().draft(None);
    desk.flush();
    assert_eq!(note(&desk), None);
    desk.close();
}

#[test]
fn an_entry_too_long_for_any_log_is_never_called_saved() {
    let mut desk = desk();
    let author = crate::assessment::Author { session: desk.session, by: "li".into() };
    let text = Value::text(&"x".repeat(crate::store::log::MAX_LINE));
    let change = crate::assessment::Change::new(Thing::Note(question("N1.1")), text);
    let event = desk.assessment.record(&author, at(1), change);
    desk.keeper().keep(&[event]);
    desk.answer(2, 4);
    assert!(matches!(desk.flush(), SaveState::NotSaved(StoreFault::TooLong { .. })));
    // What can be written is there all the same.
    assert_eq!(level(&desk.file_after_cut(), "N1.1"), Some(4));
}

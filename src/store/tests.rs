//! What the store promises, on a disk that breaks and on a real one.

mod files;
mod glance;
mod gone;
mod healing;
mod merging;
mod older;
mod opening;
mod power;
mod rubric;
mod typing;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::sim::SimDisk;
use super::*;
use crate::assessment::{Assessment, Author, Change, Event, EventId, Field, RubricRef, Stamp, Thing, Value};
use crate::rubric::Id;

/// 10:00 and so many minutes.
pub(super) fn at(minute: i64) -> Stamp {
    let start = Stamp::parse("2026-11-21T10:00:00+08:00").unwrap();
    Stamp { unix_ms: start.unix_ms + minute * 60_000, ..start }
}

pub(super) fn places() -> Places {
    Places { data: "/disk/data".into(), state: "/disk/state".into() }
}

pub(super) fn store(disk: &SimDisk) -> Store {
    Store::new(places(), Arc::new(disk.clone()))
}

/// What a new assessment of `subject` begins with.
pub(super) fn new_about(subject: &str, path: Option<PathBuf>) -> NewAssessment {
    static ICP: std::sync::OnceLock<RubricRef> = std::sync::OnceLock::new();
    let icp = ICP.get_or_init(|| Store::on_disk(places()).find_rubric("icp").unwrap().reference);
    NewAssessment {
        rubric: icp.clone(),
        embedded: None,
        changes: vec![Change::text(Thing::Setup(Field::Subject), subject)],
        author_by: "li".into(),
        at: at(0),
        path,
        slug: subject.into(),
    }
}

pub(super) fn question(id: &str) -> Id {
    Id::new(id).unwrap()
}

/// Records a note as `session` would.
pub(super) fn note(assessment: &mut Assessment, session: &str, minute: i64, id: &str, text: &str) -> Event {
    let author = Author { session: Session::parse(session).unwrap(), by: session.into() };
    assessment.record(&author, at(minute), Change::text(Thing::Note(question(id)), text))
}

/// Records an answer as `session` would.
pub(super) fn answer(assessment: &mut Assessment, session: &str, minute: i64, id: &str, level: u8) -> Event {
    let author = Author { session: Session::parse(session).unwrap(), by: session.into() };
    let is = Value::json(&serde_json::json!({ "level": level }));
    assessment.record(&author, at(minute), Change::new(Thing::Answer(question(id)), is))
}

pub(super) fn ids(assessment: &Assessment) -> Vec<EventId> {
    let mut ids: Vec<EventId> = assessment.ledger().events().iter().map(|e| e.id).collect();
    ids.sort_unstable();
    ids
}

/// The level in force for a question.
pub(super) fn level(assessment: &Assessment, id: &str) -> Option<u64> {
    assessment.ledger().shown(&Thing::Answer(question(id)))?.is.parse()["level"].as_u64()
}

/// A pen for the file of an opened assessment, and one for its twin, without threads.
pub(super) fn pens(opened: &Opened, session: Session) -> (pen::Pen, pen::Pen, book::Shared) {
    let book = book::Book::shared(&opened.assessment, session);
    let trail = &opened.trail;
    let pen = |path: PathBuf, side, known| pen::Pen::new(Arc::clone(&trail.disk), path, side, Arc::clone(&book), known);
    let file = pen(opened.path.clone(), pen::Side::File, trail.file.clone());
    let log = twin::log_path(trail.twin.as_ref().unwrap(), session);
    let known = pen::Known { events: trail.in_twin.clone(), ..pen::Known::default() };
    let twin = pen(log, pen::Side::Twin(pen::TwinSide::new(&trail.state, &opened.path)), known);
    (file, twin, book)
}

pub(super) fn sentences(notices: &[Notice]) -> Vec<String> {
    notices.iter().map(|n| n.sentence(&crate::lang::Lang::En.words().store)).collect()
}

/// Opens for reading; the test fails if that fails.
pub(super) fn read(store: &Store, path: &Path) -> Opened {
    store.open(path, Use::Read).unwrap_or_else(|e| panic!("{}", e.sentence(&crate::lang::Lang::En.words().store)))
}

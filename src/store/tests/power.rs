//! The power goes, or the disk fails, at every single operation.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use super::*;
use crate::store::book::Book;
use crate::store::disk::sim::Plan;
use crate::store::log::{Draft, Line};

const ERRORS: [i32; 2] = [5, 28];

/// What a run did, and what it was told.
#[derive(Default)]
struct Run {
    path: Option<PathBuf>,
    /// Everything that anybody may have recorded.
    tried: HashMap<EventId, Event>,
    /// What the file acknowledged.
    saved: Vec<EventId>,
    /// What the twin acknowledged.
    here: Vec<EventId>,
}

/// Makes an assessment, answers, opens it again, answers again; every write may fail.
fn run(disk: &SimDisk) -> Run {
    let mut run = Run::default();
    let store = store(disk);
    let Ok(opened) = store.create(new_about("East Steel", None)) else { return run };
    let path = opened.path.clone();
    run.path = Some(path.clone());
    run.saved = ids(&opened.assessment);
    answers(&mut run, opened, 10);
    if let Ok(opened) = store.open(&path, Use::Write) {
        answers(&mut run, opened, 20);
    }
    run
}

/// Three answers, each written at once and, if that failed, once more with the next.
fn answers(run: &mut Run, mut opened: Opened, minute: i64) {
    run.tried.extend(opened.assessment.ledger().events().iter().map(|e| (e.id, e.clone())));
    let session = new_session().unwrap();
    let (mut file, mut twin, book) = pens(&opened, session);
    for step in 0..3 {
        let name = session.to_string();
        // Longer than a sector, and shorter than one.
        let event = match step {
            1 => note(&mut opened.assessment, &name, minute, "N1.1", &"long ".repeat(250)),
            _ => answer(&mut opened.assessment, &name, minute + step, "N1.1", step as u8),
        };
        run.tried.insert(event.id, event.clone());
        Book::open(&book).add(event);
        let upto = |last: Option<EventId>| last.map_or(0, |id| id.counter);
        let acknowledged = |counter: u32| (1..=counter).map(move |counter| EventId { session, counter });
        if let Ok(last) = twin.write() {
            run.here.extend(acknowledged(upto(last)));
        }
        if let Ok(last) = file.write() {
            run.saved.extend(acknowledged(upto(last)));
        }
    }
    // The clean end: the twin notes what the file held.
    let held = crate::store::opened::furthest(file.known().events.iter().copied());
    twin.add(Line::Held(held));
    let _ = twin.write();
}

/// Whether what was acknowledged is there, and nothing that nobody recorded.
fn check(run: &Run, opened: &Opened, what: &str) {
    let found: BTreeMap<EventId, &Event> = opened.assessment.ledger().events().iter().map(|e| (e.id, e)).collect();
    for id in run.saved.iter().chain(&run.here) {
        assert!(found.contains_key(id), "{what}: {id} was acknowledged and is gone");
    }
    for (id, event) in found {
        assert_eq!(run.tried.get(&id), Some(event), "{what}: {id} was never recorded like this");
    }
}

/// Opens what is left, for reading and for writing, and checks both.
fn reopen(run: &Run, image: &SimDisk, what: &str) {
    let Some(path) = &run.path else { return };
    let store = store(image);
    let opened = store.open(path, Use::Read).unwrap_or_else(|e| panic!("{what}: {e:?}"));
    check(run, &opened, what);
    assert_eq!(opened.read_only, None, "{what}");
    let mut opened = store.open(path, Use::Write).unwrap_or_else(|e| panic!("{what}: {e:?}"));
    store.settle(&mut opened, Settle::Add).unwrap();
    check(run, &opened, what);
    // Healed for good: the file alone now has it all.
    let alone = Store::new(Places { state: "/disk/other".into(), ..places() }, Arc::new(image.clone()));
    assert_eq!(ids(&read(&alone, path).assessment), ids(&opened.assessment), "{what}");
}

fn operations() -> usize {
    let disk = SimDisk::new();
    run(&disk);
    disk.operations()
}

#[test]
fn a_power_cut_at_any_operation_loses_nothing_acknowledged() {
    let mut images = 0;
    for cut in 1..=operations() {
        let disk = SimDisk::new();
        disk.plan(Plan::Cut(cut));
        let run = run(&disk);
        for (n, image) in disk.images().into_iter().enumerate() {
            reopen(&run, &image, &format!("cut {cut} image {n} after {}", disk.trace()));
            images += 1;
        }
    }
    assert!(images > 300, "{images}");
}

#[test]
fn a_second_power_cut_while_recovering_loses_nothing_either() {
    for cut in (1..=operations()).step_by(3) {
        let disk = SimDisk::new();
        disk.plan(Plan::Cut(cut));
        let run = run(&disk);
        let Some(path) = &run.path else { continue };
        for first in disk.images().into_iter().step_by(5) {
            for second_cut in 1.. {
                let image = first.images().remove(0);
                image.plan(Plan::Cut(second_cut));
                let _ = store(&image).open(path, Use::Write);
                let reached = image.operations() >= second_cut;
                for (n, last) in image.images().into_iter().enumerate() {
                    last.plan(Plan::Fine);
                    reopen(&run, &last, &format!("cuts {cut} and {second_cut}, image {n}"));
                }
                if !reached {
                    break;
                }
            }
        }
    }
}

#[test]
fn an_error_at_any_operation_loses_nothing_acknowledged() {
    for (n, error) in (1..=operations()).flat_map(|n| ERRORS.map(|error| (n, error))) {
        for plan in [Plan::Once(n, error), Plan::From(n, error)] {
            let disk = SimDisk::new();
            disk.plan(plan);
            let run = run(&disk);
            disk.plan(Plan::Fine);
            reopen(&run, &disk.images()[0].clone(), &format!("{plan:?}, power cut"));
            reopen(&run, &disk, &format!("{plan:?}"));
        }
    }
}

#[test]
fn an_error_that_goes_away_leaves_the_file_complete() {
    for n in 1..=operations() {
        let disk = SimDisk::new();
        let opened = store(&disk).create(new_about("East Steel", None)).unwrap();
        let mut assessment = opened.assessment.clone();
        let session = new_session().unwrap();
        let (mut file, _, book) = pens(&opened, session);
        disk.plan(Plan::Once(n, 28));
        for step in 0..3 {
            Book::open(&book).add(answer(&mut assessment, &session.to_string(), step, "N1.1", 1));
            let _ = file.write();
        }
        let all_ran = disk.operations() < n;
        disk.plan(Plan::Fine);
        assert_eq!(file.write().unwrap().map(|id| id.counter), Some(3));
        let image = disk.images().remove(0);
        let alone = Store::new(Places { state: "/disk/other".into(), ..places() }, Arc::new(image));
        assert_eq!(ids(&read(&alone, &opened.path).assessment), ids(&assessment), "error at {n}");
        if all_ran {
            break;
        }
    }
}

#[test]
fn a_failed_sync_is_no_proof_however_the_next_one_ends() {
    let disk = SimDisk::new();
    let mut opened = store(&disk).create(new_about("East Steel", None)).unwrap();
    let session = new_session().unwrap();
    let (mut file, _, book) = pens(&opened, session);
    Book::open(&book).add(answer(&mut opened.assessment, &session.to_string(), 1, "N1.1", 3));
    disk.plan(Plan::Fine);
    file.write().unwrap();
    let sync = disk.operations();
    Book::open(&book).add(answer(&mut opened.assessment, &session.to_string(), 2, "N1.1", 4));
    disk.plan(Plan::Once(sync, 5));
    assert!(file.write().is_err());
    assert!(disk.trace().ends_with(&format!("sync {}", opened.path.display())));
    // The file reads as if the line were there; the pen must not believe it.
    assert_eq!(file.write().unwrap().map(|id| id.counter), Some(2));
    let image = disk.images().remove(0);
    let alone = Store::new(Places { state: "/disk/other".into(), ..places() }, Arc::new(image));
    assert_eq!(level(&read(&alone, &opened.path).assessment, "N1.1"), Some(4));
}

#[test]
fn reading_writes_nothing() {
    let disk = SimDisk::new();
    let mut opened = store(&disk).create(new_about("East Steel", None)).unwrap();
    let session = new_session().unwrap();
    let (_, mut twin, book) = pens(&opened, session);
    // The twin has more than the file, and a draft: for writing, both would be healed.
    Book::open(&book).add(answer(&mut opened.assessment, &session.to_string(), 1, "N1.1", 3));
    let thing = Thing::Note(question("N1.1"));
    twin.add(Line::Draft(Draft { at: at(2), by: "li".into(), thing: thing.clone(), is: Value::text("half a sen") }));
    twin.write().unwrap();
    disk.plan(Plan::Fine);
    let found = read(&store(&disk), &opened.path);
    assert_eq!(level(&found.assessment, "N1.1"), Some(3));
    assert_eq!(found.assessment.note(&question("N1.1")).unwrap().as_str(), "half a sen");
    store(&disk).list();
    store(&disk).lost_twins(&store(&disk).list()).unwrap();
    assert!(!disk.has_written() && !disk.trace().contains("lock"), "{}", disk.trace());
}

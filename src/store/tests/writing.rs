//! What one write to a log does to its bytes.

use super::opening::scene;
use super::*;
use crate::store::book::Book;
use crate::store::contents::{Contents, read_regular};
use crate::store::disk::Handle;
use crate::store::disk::sim::Plan;
use crate::store::log::{Draft, Line, decode};

/// The operation at which a write of one answer does this.
fn nth(disk: &SimDisk, name: &str) -> usize {
    disk.trace().split(", ").position(|step| step.starts_with(name)).unwrap() + 1
}

#[test]
fn a_line_never_begins_in_the_middle_of_another() {
    let mut scene = scene();
    for torn in [&b"{\"e\":\"torn"[..], &[0; 100]] {
        scene.disk.put(&scene.path, &[&scene.bytes()[..], torn].concat());
        scene.opened = scene.open();
        let before = scene.bytes();
        let session = new_session().unwrap();
        let (mut file, _, book) = pens(&scene.opened, session);
        Book::open(&book).add(answer(&mut scene.opened.assessment, &session.to_string(), 30, "N1.1", 5));
        file.write().unwrap();
        let after = scene.bytes();
        assert!(after.starts_with(&before) && after[before.len()] == b'\n');
        assert_eq!(decode(&after).lines.len(), decode(&before).lines.len() + 2);
    }
}

#[test]
fn after_a_failed_write_the_next_one_stands_alone_whatever_became_of_it() {
    for fails in ["append", "sync"] {
        let mut scene = scene();
        let session = new_session().unwrap();
        let (mut file, _, book) = pens(&scene.opened, session);
        let mut record = |level| {
            let event = answer(&mut scene.opened.assessment, &session.to_string(), 30, "N1.1", level);
            Book::open(&book).add(event);
        };
        record(1);
        scene.disk.plan(Plan::Fine);
        file.write().unwrap();
        let at = nth(&scene.disk, fails);
        let before = scene.disk.bytes(&scene.path).unwrap();
        record(2);
        scene.disk.plan(Plan::Once(at, 5));
        assert!(file.write().is_err());
        file.write().unwrap();
        // A power cut now: what was not synced is NUL, and the line after it is whole.
        let image = scene.disk.images().remove(0).bytes(&scene.path).unwrap();
        let rest: Vec<&[u8]> = image[before.len()..].split(|b| *b == b'\n').filter(|l| !l.is_empty()).collect();
        assert_eq!(rest.len(), 2, "{fails}: {}", String::from_utf8_lossy(&image));
        assert_eq!(decode(rest[1]).lines.len(), 1);
    }
}

#[test]
fn a_wiped_file_gets_its_header_again_if_the_first_try_failed() {
    // Which operation is the sync is found out with a first try that succeeds.
    let mut sync = usize::MAX;
    for plan in [false, true] {
        let mut scene = scene();
        let session = new_session().unwrap();
        let (mut file, _, book) = pens(&scene.opened, session);
        Book::open(&book).add(answer(&mut scene.opened.assessment, &session.to_string(), 30, "N1.1", 1));
        scene.disk.put(&scene.path, b"");
        scene.disk.plan(if plan { Plan::Once(sync, 5) } else { Plan::Fine });
        assert_eq!(file.write().is_err(), plan);
        if plan {
            file.write().unwrap();
            let image = scene.disk.images().remove(0).bytes(&scene.path).unwrap();
            assert!(!Contents::of(&image).headers.is_empty(), "{}", String::from_utf8_lossy(&image));
        } else {
            sync = nth(&scene.disk, "sync");
        }
    }
}

#[test]
fn a_file_is_never_made_larger_than_it_can_be_read() {
    let mut scene = scene();
    let mut large = scene.bytes();
    large.resize(MAX_FILE - 10, b'\n');
    scene.disk.put(&scene.path, &large);
    scene.opened = scene.open();
    let session = new_session().unwrap();
    let (mut file, _, book) = pens(&scene.opened, session);
    Book::open(&book).add(answer(&mut scene.opened.assessment, &session.to_string(), 30, "N1.1", 1));
    assert!(matches!(file.write(), Err(StoreFault::TooLarge { .. })));
    assert_eq!(scene.bytes().len(), large.len());
}

/// A file that has grown since it was looked at.
struct Grown;

impl Handle for Grown {
    fn look(&self) -> std::io::Result<Look> {
        Ok(Look { kind: FileKind::File, device: 1, number: 1, len: 3, ours: true })
    }
    fn read(&mut self, cap: usize) -> std::io::Result<bytes::Bytes> {
        Ok(vec![b'x'; cap].into())
    }
    fn last_byte(&mut self) -> std::io::Result<Option<u8>> {
        Ok(None)
    }
    fn append(&mut self, _: &[u8]) -> std::io::Result<()> {
        Ok(())
    }
    fn sync_data(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_is_refused() {
    let path = Path::new("/disk/growing");
    assert!(matches!(read_regular(&mut Grown, path, 100), Err(StoreFault::TooLarge { limit: 100, .. })));
}

#[test]
fn a_text_that_somebody_is_typing_in_another_window_is_left_to_them() {
    let scene = scene();
    let (_, mut twin, _) = pens(&scene.opened, Session::parse("sess2").unwrap());
    let thing = Thing::Note(question("N1.1"));
    twin.add(Line::Draft(Draft { at: at(20), by: "li".into(), thing, is: Value::text("half a sen") }));
    twin.write().unwrap();
    scene.disk.open_elsewhere(true);
    let opened = scene.open();
    assert_eq!(opened.notices, [Notice::OtherWindow]);
    assert_eq!(opened.assessment.note(&question("N1.1")), None);
    scene.disk.open_elsewhere(false);
    assert!(scene.open().assessment.note(&question("N1.1")).is_some());
}

#[test]
fn an_assessment_that_could_not_be_made_leaves_nothing_behind() {
    for n in 1.. {
        let disk = SimDisk::new();
        disk.plan(Plan::Once(n, 28));
        let made = store(&disk).create(new_about("East Steel", None));
        let reached = disk.operations() >= n;
        disk.plan(Plan::Fine);
        if made.is_err() {
            assert_eq!(disk.files(Path::new("/disk")), [""; 0].map(PathBuf::from), "error at {n}");
        }
        if !reached {
            break;
        }
    }
}

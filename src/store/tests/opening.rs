//! What people do to files, and what opening makes of it.

use super::*;
use crate::store::book::Book;
use crate::store::log::Line;

/// An assessment with answers 1 to 3 for `N1.1` by one session that ended well.
pub(super) struct Scene {
    pub disk: SimDisk,
    pub store: Store,
    pub path: PathBuf,
    pub opened: Opened,
}

pub(super) fn scene() -> Scene {
    let disk = SimDisk::new();
    let store = store(&disk);
    let opened = store.create(new_about("East Steel", None)).unwrap();
    let mut scene = Scene { path: opened.path.clone(), disk, store, opened };
    scene.session("sess1", 1, 3, End::Well);
    scene
}

/// How a session ends.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Well,
    Killed,
    /// Killed before the file was written.
    TwinOnly,
}

impl Scene {
    /// A session of so many answers to `N1.1`, whose levels are their numbers.
    pub fn session(&mut self, name: &str, minute: i64, count: u8, end: End) {
        let session = Session::parse(name).unwrap();
        let (mut file, mut twin, book) = pens(&self.opened, session);
        for n in 1..=count {
            let event = answer(&mut self.opened.assessment, name, minute + i64::from(n), "N1.1", n);
            Book::open(&book).add(event);
        }
        twin.write().unwrap();
        if end != End::TwinOnly {
            file.write().unwrap();
        }
        if end == End::Well {
            twin.add(Line::Held(crate::store::opened::furthest(file.known().events.iter().copied())));
            twin.write().unwrap();
        }
        self.opened = self.store.open(&self.path, Use::Write).unwrap();
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.disk.bytes(&self.path).unwrap()
    }

    pub fn open(&self) -> Opened {
        self.store.open(&self.path, Use::Write).unwrap()
    }

    /// What the file alone says.
    pub fn file_alone(&self) -> Assessment {
        let places = Places { state: "/disk/none".into(), ..places() };
        read(&Store::new(places, Arc::new(self.disk.clone())), &self.path).assessment
    }
}

pub(super) fn has_notice(opened: &Opened, is_meant: impl Fn(&Notice) -> bool) -> bool {
    opened.notices.iter().any(is_meant)
}

#[test]
fn a_file_that_was_closed_well_opens_without_a_word() {
    let scene = scene();
    assert_eq!(sentences(&scene.opened.notices), [""; 0]);
    assert_eq!(level(&scene.opened.assessment, "N1.1"), Some(3));
    scene.disk.plan(crate::store::disk::sim::Plan::Fine);
    scene.open();
    assert!(!scene.disk.trace().contains("sync"), "nothing to sync after a clean end");
}

#[test]
fn a_run_that_was_killed_is_synced_at_the_next_opening() {
    let mut scene = scene();
    scene.session("sess2", 10, 2, End::Killed);
    scene.disk.plan(crate::store::disk::sim::Plan::Fine);
    scene.open();
    assert!(scene.disk.trace().ends_with(&format!("sync {}", scene.path.display())), "{}", scene.disk.trace());
    // If even that fails, all of it counts as never written.
    let sync = scene.disk.operations();
    scene.disk.plan(crate::store::disk::sim::Plan::Once(sync, 5));
    let opened = scene.open();
    assert!(has_notice(&opened, |n| matches!(n, Notice::NotWritable(_))));
    assert!(!opened.trail.file.events.contains(&EventId::parse("sess2.2").unwrap()));
}

#[test]
fn answers_that_never_reached_the_file_are_added_silently() {
    let mut scene = scene();
    scene.session("sess2", 10, 2, End::TwinOnly);
    assert_eq!(sentences(&scene.opened.notices), [""; 0]);
    assert_eq!(ids(&scene.file_alone()), ids(&scene.opened.assessment));
    assert_eq!(level(&scene.file_alone(), "N1.1"), Some(2));
}

#[test]
fn a_damaged_line_comes_back_from_the_twin() {
    let scene = scene();
    let mut bytes = scene.bytes();
    let last = bytes.len() - 30;
    bytes[last] ^= 1;
    scene.disk.put(&scene.path, &bytes);
    let opened = scene.open();
    assert_eq!(opened.damaged, [6]);
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
    assert!(has_notice(&opened, |n| matches!(n, Notice::Healed(span) if span.count == 1)));
    assert!(scene.bytes().starts_with(&bytes), "the damaged line stays where it is");
    assert_eq!(level(&scene.file_alone(), "N1.1"), Some(3));
}

#[test]
fn a_line_lost_in_the_middle_is_reported() {
    let scene = scene();
    let text = String::from_utf8(scene.bytes()).unwrap();
    let without: Vec<&str> = text.lines().filter(|l| !l.contains("\"sess1.2\"") || l.contains("sess1.3")).collect();
    let path = Path::new("/disk/copy.gradus");
    scene.disk.put(path, without.join("\n").as_bytes());
    let places = Places { state: "/disk/none".into(), ..places() };
    let opened = read(&Store::new(places, Arc::new(scene.disk.clone())), path);
    assert!(has_notice(&opened, |n| *n == Notice::Lost(1)), "{:?}", opened.notices);
}

#[test]
fn a_copy_is_not_healed_from_the_twin_of_its_original() {
    let mut scene = scene();
    let copy = Path::new("/disk/copy.gradus");
    scene.disk.put(copy, &scene.bytes());
    scene.session("sess2", 10, 2, End::Well);
    let opened = scene.store.open(copy, Use::Write).unwrap();
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
    assert!(has_notice(&opened, |n| matches!(n, Notice::Copy(of) if **of == *scene.path.to_string_lossy())));
    // Once its original is gone, it is the assessment.
    scene.disk.take(&scene.path);
    let opened = scene.store.open(copy, Use::Write).unwrap();
    assert_eq!(opened.older.as_ref().map(|o| o.span.count), Some(2));
}

#[test]
fn a_renamed_file_keeps_its_twin() {
    let mut scene = scene();
    scene.session("sess2", 10, 2, End::Well);
    let bytes = scene.bytes();
    scene.disk.take(&scene.path);
    scene.path = "/disk/renamed.gradus".into();
    // The last line was torn off on the way.
    scene.disk.put(&scene.path, &bytes[..bytes.len() - 10]);
    let opened = scene.open();
    assert_eq!(level(&opened.assessment, "N1.1"), Some(2));
    assert!(has_notice(&opened, |n| matches!(n, Notice::Healed(_))));
}

#[test]
fn a_wiped_file_is_rebuilt_from_the_twin() {
    for wiped in [&b""[..], &[0; 700], b"\n", b"{\"gradus\":1,\"asse"] {
        let scene = scene();
        scene.disk.put(&scene.path, wiped);
        let reading = read(&scene.store, &scene.path);
        assert_eq!(level(&reading.assessment, "N1.1"), Some(3));
        assert_eq!(scene.bytes(), wiped, "reading writes nothing");
        let opened = scene.open();
        assert!(has_notice(&opened, |n| *n == Notice::Rebuilt(4)), "{:?}", opened.notices);
        assert_eq!(opened.assessment.id, scene.opened.assessment.id);
        assert_eq!(ids(&scene.file_alone()), ids(&scene.opened.assessment));
        assert!(scene.bytes().starts_with(wiped), "nothing is truncated");
    }
}

#[test]
fn a_wiped_file_without_a_twin_is_left_alone() {
    let places = Places { state: "/disk/none".into(), ..places() };
    for wiped in [&b""[..], &[0; 700], b"not ours\n"] {
        let scene = scene();
        scene.disk.put(&scene.path, wiped);
        let store = Store::new(places.clone(), Arc::new(scene.disk.clone()));
        for use_ in [Use::Read, Use::Write] {
            assert!(matches!(store.open(&scene.path, use_), Err(StoreFault::NotAnAssessment(_))));
        }
        assert_eq!(scene.bytes(), wiped);
    }
    // Whole events without any header can at least be shown.
    let scene = scene();
    let text = String::from_utf8(scene.bytes()).unwrap();
    let headless: Vec<&str> = text.lines().filter(|l| !l.starts_with("{\"gradus\"")).collect();
    scene.disk.put(&scene.path, headless.join("\n").as_bytes());
    let store = Store::new(places, Arc::new(scene.disk.clone()));
    let opened = store.open(&scene.path, Use::Write).unwrap();
    assert!(matches!(opened.read_only, Some(StoreFault::Headless(_))));
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
    assert_eq!(&*opened.assessment.subject(), "East Steel");
    assert_eq!(scene.bytes(), headless.join("\n").as_bytes());
}

#[test]
fn a_picture_that_took_the_files_name_is_never_written_to() {
    let scene = scene();
    scene.disk.put(&scene.path, b"\x89PNG\r\n\x1a\n....");
    let opened = scene.open();
    assert!(matches!(opened.read_only, Some(StoreFault::NotAnAssessment(_))));
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3), "what this computer remembers is shown");
    assert_eq!(scene.bytes(), b"\x89PNG\r\n\x1a\n....");
}

#[test]
fn two_machines_with_one_assessment_unite() {
    let mut scene = scene();
    let shared = scene.bytes();
    scene.session("sess2", 10, 2, End::Well);
    // The other machine went on from the same file, with a state folder of its own.
    let elsewhere = SimDisk::new();
    elsewhere.put(&scene.path, &shared);
    let mut other = Scene {
        store: store(&elsewhere),
        opened: store(&elsewhere).open(&scene.path, Use::Write).unwrap(),
        path: scene.path.clone(),
        disk: elsewhere,
    };
    other.session("sess9", 15, 1, End::Well);
    // A sync tool puts the other machine's file over ours.
    scene.disk.put(&scene.path, &other.bytes());
    let opened = scene.open();
    assert!(has_notice(&opened, |n| matches!(n, Notice::Healed(span) if span.count == 2)));
    assert!(opened.assessment.has_conflict(&question("N1.1")));
    assert_eq!(ids(&scene.file_alone()), ids(&opened.assessment));
}

#[test]
fn lines_of_another_assessment_are_ignored_and_counted() {
    let mut scene = scene();
    let other = scene.store.create(new_about("West Steel", None)).unwrap();
    let glued = [scene.bytes(), scene.disk.bytes(&other.path).unwrap()].concat();
    scene.disk.put(&scene.path, &glued);
    scene.opened = scene.open();
    assert!(has_notice(&scene.opened, |n| *n == Notice::Foreign(1)));
    assert_eq!(&*scene.opened.assessment.subject(), "East Steel");
}

#[test]
fn a_newer_major_version_is_read_and_never_written() {
    let scene = scene();
    let text = String::from_utf8(scene.bytes()).unwrap();
    let body = text.lines().next().unwrap().replacen("\"gradus\":1", "\"gradus\":2", 1);
    let body = body.rsplit_once(",\"crc\"").unwrap().0;
    let header = format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()));
    let newer = text.replacen(&format!("{}\n", text.lines().next().unwrap()), &header, 1).into_bytes();
    scene.disk.put(&scene.path, &newer);
    let opened = scene.open();
    assert!(matches!(opened.read_only, Some(StoreFault::NewerFormat { format: 2, .. })));
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
    assert_eq!(scene.bytes(), newer);
}

#[test]
fn a_twin_folder_that_is_not_ours_is_not_used() {
    let scene = scene();
    scene.disk.share(Path::new("/disk/state"));
    let opened = scene.open();
    assert!(has_notice(&opened, |n| matches!(n, Notice::NoTwin(StoreFault::NotOurs(_)))), "{:?}", opened.notices);
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
}

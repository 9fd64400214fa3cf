//! Files that are united, replaced by a whole one, or made assessments of their own.

use super::opening::{End, Scene, scene};
use super::*;
use crate::store::disk::sim::Plan;
use crate::text::Clean;

const UNITED: &str = "/disk/data/united.gradus";

fn united() -> PathBuf {
    UNITED.into()
}

/// The scene's file, and a copy in which somebody else answered otherwise.
fn copied() -> (Scene, PathBuf) {
    let mut scene = scene();
    let copy = PathBuf::from("/disk/data/copy.gradus");
    scene.disk.put(&copy, &scene.bytes());
    let original = std::mem::replace(&mut scene.path, copy.clone());
    scene.opened = scene.open();
    scene.session("wang", 20, 1, End::Well);
    scene.path = original;
    scene.opened = scene.open();
    (scene, copy)
}

fn both(scene: &Scene, copy: &Path) -> Assessment {
    let (first, second) = (read(&scene.store, &scene.path), read(&scene.store, copy));
    let part = |opened: &Opened| (opened.path.clone(), opened.assessment.clone());
    let ((a, x), (b, y)) = (part(&first), part(&second));
    let rest = [Part { path: &b, assessment: &y }];
    unite(Part { path: &a, assessment: &x }, &rest, Allow::default(), &new_id().unwrap()).unwrap()
}

/// Every disk that may be found if the power goes while `what` is done, and the state of a file there.
fn cuts(what: impl Fn(&Scene), check: impl Fn(Option<Vec<u8>>, &str)) {
    let (scene, _) = copied();
    scene.disk.plan(Plan::Fine);
    what(&scene);
    for cut in 1..=scene.disk.operations() {
        let (scene, _) = copied();
        scene.disk.plan(Plan::Cut(cut));
        what(&scene);
        for (n, image) in scene.disk.images().into_iter().enumerate() {
            check(image.bytes(&united()), &format!("cut {cut} image {n} after {}", scene.disk.trace()));
        }
    }
}

#[test]
fn a_new_whole_file_is_there_whole_or_not_at_all() {
    let write = |scene: &Scene| {
        let _ = scene.store.write_whole(&scene.opened.assessment, &united(), Over::Refused);
    };
    let entries = ids(&scene().opened.assessment).len();
    cuts(write, |bytes, what| {
        let Some(bytes) = bytes else { return };
        let found = contents::Contents::of(&bytes);
        assert_eq!((found.events.len(), found.damaged, found.headers.len()), (entries, vec![], 1), "{what}");
    });
}

#[test]
fn a_replaced_file_is_the_old_one_or_the_new_one() {
    let before = b"what stood there before".to_vec();
    let write = |scene: &Scene| {
        scene.disk.put(&united(), &before);
        let _ = scene.store.write_whole(&scene.opened.assessment, &united(), Over::Replaced);
    };
    let entries = ids(&scene().opened.assessment).len();
    cuts(write, |bytes, what| {
        let bytes = bytes.unwrap_or_else(|| panic!("{what}: nothing is there"));
        let found = contents::Contents::of(&bytes);
        assert!(bytes == before || (found.events.len() == entries && found.damaged.is_empty()), "{what}");
    });
}

#[test]
fn a_write_that_fails_leaves_everything_as_it_was() {
    let (scene, _) = copied();
    scene.disk.plan(Plan::Fine);
    scene.store.write_whole(&scene.opened.assessment, &united(), Over::Replaced).unwrap();
    let (last, trace) = (scene.disk.operations(), scene.disk.trace());
    let renamed = trace.split(", ").position(|step| step.starts_with("rename")).unwrap() + 1;
    assert!(last > renamed, "the folder is synced after the rename");
    for (failing, over) in (1..=renamed).flat_map(|n| [(n, Over::Refused), (n, Over::Replaced)]) {
        let (scene, _) = copied();
        if over == Over::Replaced {
            scene.disk.put(&united(), b"before");
        }
        let before = scene.disk.files(Path::new("/disk"));
        scene.disk.plan(Plan::Once(failing, 28));
        let done = scene.store.write_whole(&scene.opened.assessment, &united(), over);
        if done.is_err() {
            assert_eq!(scene.disk.files(Path::new("/disk")), before, "{}", scene.disk.trace());
            assert_eq!(scene.disk.bytes(&united()).is_some(), over == Over::Replaced);
        }
    }
}

#[test]
fn what_a_killed_run_left_beside_the_place_is_swept() {
    let (scene, _) = copied();
    let left = PathBuf::from("/disk/data/.united.gradus.abc123.tmp");
    let others = PathBuf::from("/disk/data/.united.gradus.NOT OURS.tmp");
    scene.disk.put(&left, b"half");
    scene.disk.put(&others, b"somebody's");
    scene.store.write_whole(&scene.opened.assessment, &united(), Over::Refused).unwrap();
    assert_eq!(scene.disk.bytes(&left), None);
    assert!(scene.disk.bytes(&others).is_some());
}

#[test]
fn a_file_takes_in_a_copy_by_appending() {
    let (mut scene, copy) = copied();
    let (before, other) = (scene.bytes(), scene.disk.bytes(&copy).unwrap());
    let union = both(&scene, &copy);
    let from = read(&scene.store, &copy).assessment;
    let mut opened = std::mem::replace(&mut scene.opened, scene.store.open(&scene.path, Use::Write).unwrap());
    scene.store.take_in(&mut opened, &from).unwrap();
    assert!(scene.bytes().starts_with(&before), "a file is only appended to");
    assert_eq!(scene.disk.bytes(&copy).unwrap(), other);
    assert_eq!(ids(&scene.file_alone()), ids(&union));
    // Once more changes nothing.
    let after = scene.bytes();
    scene.store.take_in(&mut scene.open(), &from).unwrap();
    assert_eq!(scene.bytes(), after);
}

#[test]
fn a_copied_file_becomes_an_assessment_of_its_own() {
    let (mut scene, copy) = copied();
    let mut opened = scene.store.open(&copy, Use::Write).unwrap();
    let (mut file, mut twin, book) = pens(&opened, Session::parse("zhao").unwrap());
    let author = Author { session: Session::parse("zhao").unwrap(), by: "".into() };
    let renamed = Change::text(Thing::Setup(Field::Subject), "West Steel");
    book::Book::open(&book).add(opened.assessment.record(&author, at(30), renamed));
    file.write().unwrap();
    twin.write().unwrap();
    drop(opened);

    let before = ids(&scene.open().assessment);
    let forked = scene.store.fork(&copy).unwrap();
    assert!(!forked.keeps_copy);
    assert_eq!(forked.path, Path::new("/disk/data/2026-11-21-west-steel.gradus"));
    assert_eq!(scene.disk.bytes(&copy), None);
    let own = read(&scene.store, &forked.path);
    assert_ne!(own.assessment.id, scene.opened.assessment.id);
    assert_eq!((&*own.assessment.subject(), level(&own.assessment, "N1.1")), ("West Steel", Some(1)));
    // The original knows nothing of it, although the copy's memory was once recorded under its id.
    scene.opened = scene.open();
    assert_eq!((ids(&scene.opened.assessment), sentences(&scene.opened.notices)), (before, vec![]));
    assert_eq!(scene.store.lost_twins(&scene.store.list()).unwrap(), []);
}

#[test]
fn a_copy_with_lines_that_nobody_can_read_is_kept_when_it_is_forked() {
    let (scene, copy) = copied();
    let mut bytes = scene.disk.bytes(&copy).unwrap();
    bytes.extend(b"scratched\n");
    scene.disk.put(&copy, &bytes);
    let forked = scene.store.fork(&copy).unwrap();
    assert!(forked.keeps_copy);
    assert_eq!(scene.disk.bytes(&copy), Some(bytes));
}

#[test]
fn a_copy_that_is_open_elsewhere_is_not_forked() {
    let (scene, copy) = copied();
    scene.disk.open_elsewhere(true);
    let before = scene.disk.files(Path::new("/disk"));
    assert!(matches!(scene.store.fork(&copy), Err(StoreFault::InUse(_))));
    assert_eq!(scene.disk.files(Path::new("/disk")), before);
}

/// An assessment with an identity, a subject, a rubric and its version.
fn made(id: u8, subject: &str, rubric: &str, version: &str) -> Assessment {
    let header = crate::assessment::Header {
        assessment: crate::assessment::AssessmentId::from_random([id; 16]),
        session: Session::parse("s").unwrap(),
        rubric: RubricRef { id: question(rubric), version: Clean::line(version), sha256: "a".repeat(64).into() },
        created: at(i64::from(id)),
    };
    let mut made = Assessment::new(&header);
    let author = Author { session: header.session, by: "".into() };
    made.record(&author, at(0), Change::text(Thing::Setup(Field::Subject), subject));
    made
}

#[test]
fn what_does_not_belong_together_is_refused_unless_somebody_says_so() {
    let base = made(1, "East Steel", "icp", "1.9.0");
    let across = Allow { across_versions: true, ..Allow::default() };
    let into_new = Allow { into_new: true, ..Allow::default() };
    let all = Allow { across_versions: true, into_new: true };
    // Each row: the other assessment, which permissions are enough, what the refusal is about.
    let rows: [(Assessment, &[Allow], &str); 6] = [
        (made(1, "east steel ", "icp", "1.9.0"), &[Allow::default(), across, into_new, all], ""),
        (made(2, "East Steel", "icp", "1.9.0"), &[into_new, all], "separately"),
        (made(1, "East Steel", "icp", "1.10.0"), &[across, all], "--across-versions"),
        (made(1, "West Steel", "icp", "1.9.0"), &[], "copied"),
        (made(2, "West Steel", "icp", "1.9.0"), &[], "cannot be merged"),
        (made(1, "East Steel", "csm", "1.9.0"), &[], "the rubric csm"),
    ];
    for (other, enough, about) in &rows {
        for allow in [Allow::default(), across, into_new, all] {
            let (a, b) = (Path::new("a"), Path::new("b"));
            let parts = [Part { path: a, assessment: &base }, Part { path: b, assessment: other }];
            for [x, y] in [[parts[0], parts[1]], [parts[1], parts[0]]] {
                let found = unite(x, &[y], allow, &made(9, "", "icp", "").id);
                assert_eq!(found.is_ok(), enough.contains(&allow), "{about} {allow:?}");
                if let (Err(misfit), true) = (found, allow == Allow::default()) {
                    let said = misfit.sentence(&crate::lang::Lang::En.words().merge);
                    assert!(said.contains(about), "{said}");
                }
            }
        }
    }
    let newest = |x: &Assessment, y: &Assessment| {
        let part = |assessment| Part { path: Path::new("x"), assessment };
        unite(part(x), &[part(y)], all, &x.id).unwrap()
    };
    // Ten is more than nine, in either order.
    assert_eq!(&*newest(&base, &rows[2].0).rubric.version, "1.10.0");
    assert_eq!(&*newest(&rows[2].0, &base).rubric.version, "1.10.0");
    assert_eq!(newest(&rows[1].0, &base).created, at(1));
}

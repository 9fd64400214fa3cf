//! Files that are gone: brought back, forgotten, deleted.

use super::opening::{End, scene};
use super::*;

#[test]
fn an_assessment_whose_file_is_gone_can_be_brought_back_or_forgotten() {
    let scene = scene();
    assert_eq!(scene.store.lost_twins(&scene.store.list()).unwrap(), []);
    let before = ids(&scene.opened.assessment);
    scene.disk.take(&scene.path);
    let lost = scene.store.lost_twins(&scene.store.list()).unwrap();
    assert_eq!((lost.len(), &*lost[0].subject, lost[0].count), (1, "East Steel", 4));
    let back = scene.store.bring_back(&lost[0]).unwrap();
    assert_eq!((back.path.as_path(), ids(&back.assessment)), (scene.path.as_path(), before));
    assert_eq!(scene.store.lost_twins(&scene.store.list()).unwrap(), []);

    scene.disk.take(&scene.path);
    let lost = scene.store.lost_twins(&scene.store.list()).unwrap();
    scene.store.forget(&lost[0]).unwrap();
    assert_eq!(scene.store.lost_twins(&scene.store.list()).unwrap(), []);
    assert_eq!(scene.disk.files(Path::new("/disk/state")), [""; 0].map(PathBuf::from));
}

#[test]
fn deleting_takes_the_twin_along_but_not_that_of_a_copy() {
    let mut scene = scene();
    let original = std::mem::replace(&mut scene.path, "/disk/data/copy.gradus".into());
    scene.disk.put(&scene.path, &scene.disk.bytes(&original).unwrap());
    scene.opened = scene.open();
    scene.session("sess2", 10, 2, End::Well);
    scene.store.delete(&original).unwrap();
    assert_eq!(scene.disk.bytes(&original), None);
    assert_eq!(level(&scene.open().assessment, "N1.1"), Some(2));
    scene.store.delete(&scene.path).unwrap();
    assert_eq!(scene.disk.files(Path::new("/disk")), [""; 0].map(PathBuf::from));
}

#[test]
fn what_is_open_elsewhere_is_not_deleted() {
    let scene = scene();
    scene.disk.open_elsewhere(true);
    let before = scene.disk.files(Path::new("/disk"));
    assert!(matches!(scene.store.delete(&scene.path), Err(StoreFault::InUse(_))));
    assert_eq!(scene.disk.files(Path::new("/disk")), before);
    scene.disk.open_elsewhere(false);
    scene.store.delete(&scene.path).unwrap();
    assert_eq!(scene.disk.bytes(&scene.path), None);
}

//! An older copy of a file was put in its place.

use super::opening::{End, Scene, has_notice, scene};
use super::*;

/// An older copy of the file was put back: its bytes, and what was known before.
fn put_back() -> (Scene, Vec<u8>, Assessment) {
    let mut scene = scene();
    let older = scene.bytes();
    scene.session("sess2", 10, 2, End::Well);
    let newer = scene.opened.assessment.clone();
    scene.disk.put(&scene.path, &older);
    (scene, older, newer)
}

#[test]
fn an_older_copy_put_back_is_a_question() {
    let (scene, older, newer) = put_back();
    let mut opened = scene.open();
    assert_eq!(level(&opened.assessment, "N1.1"), Some(3));
    let span = opened.older.as_ref().unwrap().span;
    assert_eq!((span.count, span.from, span.till), (2, at(11), at(12)));
    assert!(has_notice(&opened, |n| *n == Notice::Older(span)));
    assert_eq!(scene.bytes(), older, "nothing is written before the answer");
    assert_eq!(level(&read(&scene.store, &scene.path).assessment, "N1.1"), Some(2), "reading has it all");

    scene.store.settle(&mut opened, Settle::Add).unwrap();
    assert_eq!(ids(&opened.assessment), ids(&newer));
    assert_eq!(ids(&scene.file_alone()), ids(&newer));
    assert!(scene.open().older.is_none());
}

#[test]
fn what_could_not_be_added_is_written_as_soon_as_the_file_takes_it() {
    let (scene, older, newer) = put_back();
    let mut opened = scene.open();
    scene.disk.plan(crate::store::disk::sim::Plan::Once(1, 28));
    assert!(scene.store.settle(&mut opened, Settle::Add).is_err());
    assert_eq!((ids(&opened.assessment), scene.bytes()), (ids(&newer), older));
    let (mut file, _, _) = pens(&opened, new_session().unwrap());
    file.write().unwrap();
    assert_eq!(ids(&scene.file_alone()), ids(&newer));
}

#[test]
fn what_was_left_out_is_kept_and_not_asked_about_again() {
    let (scene, older, _) = put_back();
    let mut opened = scene.open();
    scene.store.settle(&mut opened, Settle::LeaveOut).unwrap();
    assert_eq!(scene.bytes(), older);
    let opened = scene.open();
    assert_eq!((opened.older.is_none(), level(&opened.assessment, "N1.1")), (true, Some(3)));
    assert_eq!(scene.bytes(), older);
    let kept = scene.disk.files(Path::new("/disk/state")).into_iter().filter(|f| f.extension().unwrap() == "aside");
    assert_eq!(kept.count(), 1);
}

//! Texts that were being typed when a session ended.

use super::opening::{Scene, has_notice, scene};
use super::*;
use crate::store::book::Book;
use crate::store::log::{Draft, Line, encode};

/// A session that was killed while a note was being typed.
fn with_draft(scene: &mut Scene, session: &str, minute: i64, text: &str) {
    let (_, mut twin, _) = pens(&scene.opened, Session::parse(session).unwrap());
    let thing = Thing::Note(question("N1.1"));
    twin.add(Line::Draft(Draft { at: at(minute), by: "li".into(), thing, is: Value::text(text) }));
    twin.write().unwrap();
}

#[test]
fn a_text_being_typed_is_recovered_once() {
    let mut scene = scene();
    with_draft(&mut scene, "sess2", 20, "half a sen");
    let opened = scene.open();
    assert_eq!(opened.assessment.note(&question("N1.1")).unwrap().as_str(), "half a sen");
    assert!(has_notice(&opened, |n| matches!(n, Notice::Draft { .. })));
    assert_eq!(ids(&scene.file_alone()), ids(&opened.assessment));
    let again = scene.open();
    assert_eq!((sentences(&again.notices), ids(&again.assessment)), (Vec::new(), ids(&opened.assessment)));
}

#[test]
fn a_recovered_text_does_not_replace_what_was_written_later() {
    let mut scene = scene();
    with_draft(&mut scene, "sess2", 20, "half a sen");
    let event = note(&mut scene.opened.assessment, "other", 30, "N1.1", "a later note");
    scene.disk.put(&scene.path, &[scene.bytes(), encode(&Line::Event(event))].concat());
    let opened = scene.open();
    assert!(opened.assessment.note(&question("N1.1")).unwrap().starts_with("a later note"));
    assert_eq!(opened.assessment.ledger().heads(&Thing::Note(question("N1.1"))).len(), 2);
}

#[test]
fn a_draft_that_became_a_note_or_was_given_up_is_over() {
    let mut scene = scene();
    let session = Session::parse("sess2").unwrap();
    let thing = Thing::Note(question("N1.1"));
    let draft =
        |text: Value, minute| Line::Draft(Draft { at: at(minute), by: "li".into(), thing: thing.clone(), is: text });
    let (mut file, mut twin, book) = pens(&scene.opened, session);
    twin.add(draft(Value::text("half"), 20));
    twin.write().unwrap();
    Book::open(&book).add(note(&mut scene.opened.assessment, "sess2", 21, "N1.1", "half a sentence"));
    twin.write().unwrap();
    file.write().unwrap();
    twin.add(draft(Value::text("changed my mi"), 22));
    twin.write().unwrap();
    twin.add(draft(Value::cleared(), 23));
    twin.write().unwrap();
    let opened = scene.open();
    assert_eq!(opened.assessment.note(&question("N1.1")).unwrap().as_str(), "half a sentence");
    assert!(!has_notice(&opened, |n| matches!(n, Notice::Draft { .. })));
}

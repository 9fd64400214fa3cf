//! What others do to the file while it is open.

use super::*;

#[test]
fn what_another_window_wrote_arrives_and_both_are_kept() {
    let mut here = desk();
    let opened = store(&here.disk).open(&here.opened.path, Use::Write).unwrap();
    let mut there = started(here.disk.clone(), opened, new_session().unwrap());
    here.answer(1, 1);
    assert_eq!(here.flush(), SaveState::Saved);
    there.answer(2, 2);
    assert_eq!(there.flush(), SaveState::Saved);
    let arrived = |desk: &Desk, from: Session| {
        desk.has_report(|r| matches!(r, Report::Arrived { events } if events.iter().all(|e| e.id.session == from)))
    };
    assert!(arrived(&there, here.session));
    // A window where nobody does anything sees it when it looks.
    here.keeper().look();
    assert!(arrived(&here, there.session));
    assert_eq!(here.file_after_cut().ledger().events().len(), 3);
}

#[test]
fn a_file_put_in_place_of_ours_is_united_if_it_is_the_same_assessment() {
    let mut desk = desk();
    let older = desk.disk.bytes(&desk.opened.path).unwrap();
    desk.answer(1, 1);
    desk.flush();
    for replacement in [&older[..], b"", &[0; 600], &older[..40]] {
        desk.disk.put(&desk.opened.path, replacement);
        desk.answer(2, 2);
        assert_eq!(desk.flush(), SaveState::Saved, "{} bytes", replacement.len());
        assert_eq!(ids(&desk.file_after_cut()), ids(&desk.assessment), "{} bytes", replacement.len());
    }
}

#[test]
fn a_foreign_file_in_place_of_ours_is_never_written_to() {
    let mut desk = desk();
    let ours = desk.disk.bytes(&desk.opened.path).unwrap();
    let other = store(&desk.disk).create(new_about("West Steel", None)).unwrap();
    let other = desk.disk.bytes(&other.path).unwrap();
    for foreign in [other, b"\x89PNG....".to_vec(), newer_header(&ours)] {
        desk.disk.put(&desk.opened.path, &foreign);
        desk.answer(2, 2);
        let state = desk.flush();
        assert!(matches!(state, SaveState::SavedHereOnly(_)), "{state:?}");
        assert_eq!(desk.disk.bytes(&desk.opened.path).unwrap(), foreign);
    }
    // An empty mount point: the file is not made again.
    desk.disk.take(&desk.opened.path);
    desk.answer(3, 3);
    assert!(matches!(desk.flush(), SaveState::SavedHereOnly(_)));
    assert_eq!(desk.disk.bytes(&desk.opened.path), None);
    // The stick comes back, and the file is complete.
    desk.disk.put(&desk.opened.path, &ours);
    assert_eq!(desk.flush(), SaveState::Saved);
    assert_eq!(ids(&desk.file_after_cut()), ids(&desk.assessment));
}

//! When the writers are there, and which of them goes first.

use super::*;

#[test]
fn writers_that_wait_touch_nothing_and_the_first_event_finds_them() {
    let made = desk();
    // As somebody else would have sent it: this computer has nothing of it yet.
    let file = made.disk.bytes(&made.opened.path).unwrap();
    let disk = SimDisk::new();
    disk.put(&made.opened.path, &file);
    let opened = store(&disk).open(&made.opened.path, Use::Write).unwrap();
    let mut desk = started(disk, opened, new_session().unwrap());
    desk.disk.plan(Plan::Fine);
    desk.keeper().get_ready();
    assert_eq!(desk.flush(), SaveState::Saved);
    assert_eq!(desk.close(), SaveState::Saved);
    assert_eq!(desk.disk.operations(), 0, "{}", desk.disk.trace());

    let opened = store(&desk.disk).open(&made.opened.path, Use::Write).unwrap();
    let mut desk = started(desk.disk.clone(), opened, new_session().unwrap());
    desk.keeper().get_ready();
    desk.answer(1, 3);
    assert_eq!(desk.close(), SaveState::Saved);
    assert_eq!(level(&desk.file_after_cut(), "N1.1"), Some(3));
    assert_eq!(desk.twin_logs().len(), 1);
}

#[test]
fn the_twin_lets_the_file_go_first() {
    let mut desk = desk_with(LONG);
    for minute in 1..10 {
        desk.disk.plan(Plan::Fine);
        desk.answer(minute, 3);
        assert_eq!(desk.flush(), SaveState::Saved);
        let trace = desk.disk.trace();
        let syncs: Vec<&str> = trace.split(", ").filter(|step| step.starts_with("sync ")).collect();
        assert!(matches!(syncs[..], [file, twin] if !file.contains("/state/") && twin.contains("/state/")), "{trace}");
    }
}

#[test]
fn a_file_that_hangs_keeps_nobody_waiting() {
    let mut desk = desk();
    // Longer than anybody waits here.
    desk.disk.slow_down(&desk.opened.path, 3 * LONG);
    let event = desk.answer(1, 3);
    assert!(desk.has_report(|r| *r == Report::Kept { log: Log::Twin, upto: event.id }));
    assert_eq!(desk.keeper.take().unwrap().close(Duration::ZERO), SaveState::Saving);
    // The end of the program is as hard on what is not on the disk.
    let image = Arc::new(desk.disk.images().remove(0));
    assert_eq!(level(&read(&Store::new(places(), image), &desk.opened.path).assessment, "N1.1"), Some(3));
}

//! F6–F8, F22, F23: the disk is full, read-only, gone, somebody else's; on screen and in commands.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::ground::{GRADUS, Mount, alone, answer, can, events, fill, gradus, on_screen, quit, state, under};
use crate::places::Places;

/// Thirty answers to one question, no two after one another the same. A full disk still has
/// room at the end of a file's last block; these need more.
const THIRTY: &str = "012345012345012345012345012345";

fn said(places: &Places, file: &str) -> Vec<String> {
    crate::ground::answers_in(&places.run(&["show", file, "--json"]))
}

#[test]
fn f6_a_full_disk_keeps_thirty_answers_here_and_gets_them_when_there_is_room() {
    let places = Places::new();
    let Some(_data) = Mount::small("F6", &places.data(), 64) else { return };
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    let before = fs::read(&file).unwrap();
    let filler = fill(&places.data());
    answer(&mut terminal, THIRTY);
    terminal.sees("saved here only");
    terminal.sees("the disk is full, so free some space");
    assert!(fs::read(&file).unwrap().starts_with(&before), "what was there is as it was");
    assert_eq!(said(&places, &file), ["N1.1=5"], "the second copy has it all");
    fs::remove_file(filler).unwrap();
    terminal.is_saved();
    assert_eq!(events(Path::new(&file), "answer/N1.1"), 30);
    assert_eq!(alone(&places, &file), ["N1.1=5"]);
    quit(terminal);
}

#[test]
fn f6_a_command_on_a_full_disk_says_so_and_what_it_was_given_comes_back() {
    let places = Places::new();
    let Some(_data) = Mount::small("F6 command", &places.data(), 64) else { return };
    let file = places.assessment();
    let filler = fill(&places.data());
    let ended = gradus(&places, &["answer", &file, "N1.1=3", "--note", &format!("N1.1={}", "long ".repeat(2_000))]);
    ended.is_told("a full disk", "saved here only: cannot write to");
    assert!(ended.err.contains("the disk is full"), "{ended:?}");
    gradus(&places, &["new", "--subject", "West Steel"]).is_told("nothing can be made", "the disk is full");
    let left = fs::read_dir(places.data()).unwrap().map(|e| e.unwrap().file_name()).collect::<Vec<_>>();
    assert_eq!(left.len(), 2, "nothing half made is left: {left:?}");
    fs::remove_file(filler).unwrap();
    gradus(&places, &["answer", &file, "N2.1=1"]).is_well("there is room again");
    assert_eq!(alone(&places, &file), ["N1.1=3", "N2.1=1"]);
}

#[test]
fn f7_without_room_for_the_second_copy_the_file_is_saved_and_the_screen_says_what_is_missing() {
    let places = Places::new();
    let Some(_state) = Mount::small("F7", &state(&places), 64) else { return };
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    let filler = fill(&state(&places));
    answer(&mut terminal, "3");
    terminal.is_saved();
    terminal.sees("its second copy on this computer is not: ");
    terminal.sees("the disk is full, so free some space");
    answer(&mut terminal, "4");
    terminal.is_saved();
    assert_eq!(alone(&places, &file), ["N1.1=4"]);
    fs::remove_file(filler).unwrap();
    quit(terminal);
    gradus(&places, &["answer", &file, "N2.1=1"]).is_well("afterwards");
}

#[test]
fn f8_with_both_full_the_work_goes_on_in_memory_until_there_is_room() {
    let places = Places::new();
    let Some(_data) = Mount::small("F8", &places.data(), 64) else { return };
    let Some(_state) = Mount::small("F8", &state(&places), 64) else { return };
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    let fillers = [fill(&places.data()), fill(&state(&places))];
    answer(&mut terminal, THIRTY);
    terminal.sees("NOT SAVED");
    terminal.sees("the disk is full, so free some space");
    // Leaving now asks first, and Esc goes on.
    terminal.send("q");
    terminal.sees("╭─ NOT SAVED");
    terminal.send("\x1b");
    terminal.until("the question", |s| !s.contents().contains("╭─ NOT SAVED"));
    for filler in fillers {
        fs::remove_file(filler).unwrap();
    }
    terminal.is_saved();
    assert_eq!(events(Path::new(&file), "answer/N1.1"), 30);
    quit(terminal);
    assert_eq!(alone(&places, &file), ["N1.1=5"]);
}

#[test]
fn f8_what_is_saved_nowhere_can_be_saved_elsewhere_before_leaving() {
    let places = Places::new();
    let Some(_data) = Mount::small("F8 elsewhere", &places.data(), 64) else { return };
    let Some(_state) = Mount::small("F8 elsewhere", &state(&places), 64) else { return };
    let file = places.assessment();
    let mut terminal = on_screen(&places, &file);
    fill(&places.data());
    fill(&state(&places));
    answer(&mut terminal, THIRTY);
    terminal.sees("NOT SAVED");
    terminal.send("q");
    terminal.sees("╭─ NOT SAVED");
    terminal.send("s");
    terminal.sees("Save to which file?");
    let elsewhere = places.data().with_file_name("elsewhere.gradus");
    terminal.send(elsewhere.to_str().unwrap());
    terminal.sees("elsewhere.gradus");
    terminal.send("\r");
    terminal.sees("Everything is saved in");
    terminal.send("q");
    // The code tells that the file itself is not complete.
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    assert_eq!(alone(&places, elsewhere.to_str().unwrap()), ["N1.1=5"]);
    assert_eq!(events(&elsewhere, "answer/N1.1"), 30);
}

#[test]
fn f22_a_stick_that_is_pulled_and_returned_is_completed_and_another_one_is_not_touched() {
    let places = Places::new();
    let folder = |name: &str| places.data().with_file_name(name);
    fs::create_dir_all(folder("stick")).unwrap();
    let Some(mounted) = Mount::bind("F22", &folder("stick"), &places.data()) else { return };
    let file = places.assessment();
    let name = Path::new(&file).file_name().unwrap().to_owned();
    let mut terminal = on_screen(&places, &file);
    answer(&mut terminal, "1");
    terminal.is_saved();

    drop(mounted);
    answer(&mut terminal, "2");
    terminal.sees("saved here only");
    terminal.sees("it is gone, so check that the disk or stick is still connected");
    assert_eq!(fs::read_dir(places.data()).unwrap().count(), 0, "nothing is made on the empty mount point");

    // Another stick with another assessment under the same name.
    let other = Places::new();
    let strange = fs::read(other.assessment()).unwrap();
    fs::create_dir(folder("other")).unwrap();
    fs::write(folder("other").join(&name), &strange).unwrap();
    let mounted = Mount::bind("F22", &folder("other"), &places.data()).unwrap();
    answer(&mut terminal, "3");
    terminal.sees("is another assessment now and is not written to");
    assert_eq!(fs::read(folder("other").join(&name)).unwrap(), strange);
    drop(mounted);

    let mounted = Mount::bind("F22", &folder("stick"), &places.data()).unwrap();
    terminal.is_saved();
    assert_eq!(alone(&places, &file), ["N1.1=3"]);
    assert_eq!(events(Path::new(&file), "answer/N1.1"), 3);
    quit(terminal);
    drop(mounted);
}

/// What a file that cannot be written is like on screen and in commands, and afterwards.
fn cannot_be_written(places: &Places, file: &str, cause: &str, allow: impl FnOnce()) {
    let before = fs::read(file).unwrap();
    let mut terminal = on_screen(places, file);
    terminal.sees(cause);
    terminal.send("3");
    terminal.sees("✓ 3");
    terminal.sees("saved here only");
    terminal.send("q");
    terminal.sees("╭─ saved here only");
    terminal.send("q");
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    gradus(places, &["answer", file, "N2.1=2"]).is_told("a command", cause);
    assert_eq!(fs::read(file).unwrap(), before);
    assert_eq!(said(places, file), ["N1.1=3", "N2.1=2"], "both are in the second copy");
    allow();
    gradus(places, &["answer", file, "N4.1=4"]).is_well("it may be written again");
    assert_eq!(alone(places, file), ["N1.1=3", "N2.1=2", "N4.1=4"]);
}

#[test]
fn f23_an_immutable_file() {
    let places = Places::new();
    let file = places.assessment();
    if !can("F23 immutable", &["chattr", "+i", &file]) {
        return;
    }
    let allow = || assert!(can("F23 immutable", &["chattr", "-i", &file]));
    cannot_be_written(&places, &file, "permission denied, so check who may use the file and its folder", allow);
}

#[test]
fn f23_a_disk_that_is_mounted_read_only() {
    let places = Places::new();
    let folder = places.data().with_file_name("stick");
    fs::create_dir_all(&folder).unwrap();
    let Some(mounted) = Mount::bind("F23 read-only", &folder, &places.data()) else { return };
    let file = places.assessment();
    if !mounted.remount("F23 read-only", "ro,bind") {
        return;
    }
    let cause = "the file system is read-only, so remount it or use another place";
    gradus(&places, &["new", "--subject", "West Steel"]).is_told("nothing can be made", cause);
    cannot_be_written(&places, &file, cause, || assert!(mounted.remount("F23 read-only", "rw,bind")));
}

#[test]
fn f23_files_and_folders_of_somebody_else() {
    let places = Places::new();
    let file = places.assessment();
    let root = places.data().parent().unwrap().to_owned();
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    // Somebody else may look, and has a state folder of their own.
    for path in [root.as_path(), &places.data(), Path::new(&file)] {
        let mode = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    fs::rename(state(&places), root.join("mine")).unwrap();
    fs::create_dir(state(&places)).unwrap();
    if !can("F23 owner", &["chown", "65534:65534", state(&places).to_str().unwrap()])
        || !can("F23 owner", &[&nobody[..], &[GRADUS, "--version"]].concat())
    {
        return;
    }
    let before = fs::read(&file).unwrap();
    let ended = under(&places, &nobody, &["answer", &file, "N1.1=3"]);
    ended.is_told("a foreign file", "saved here only: cannot write to");
    assert!(ended.err.contains("permission denied"), "{ended:?}");
    assert_eq!(fs::read(&file).unwrap(), before);
    under(&places, &nobody, &["new", "--subject", "x"]).is_told("a foreign folder", "permission denied");

    // A file that may not even be read.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    under(&places, &nobody, &["answer", &file, "N2.1=3"]).is_told("a private file", "cannot read");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).unwrap();
    under(&places, &nobody, &["answer", &file, "N2.1=1"]).is_well("allowed again");
    assert_eq!(alone(&places, &file), ["N1.1=3", "N2.1=1"]);
}

#[test]
fn f23_a_folder_that_nothing_can_be_made_in() {
    let places = Places::new();
    let file = places.assessment();
    let folder = places.data();
    if !can("F23 folder", &["chattr", "+i", folder.to_str().unwrap()]) {
        return;
    }
    let made = gradus(&places, &["new", "--subject", "West Steel"]);
    let appended = gradus(&places, &["answer", &file, "N1.1=2"]);
    let freed = Command::new("chattr").arg("-i").arg(&folder).stdout(Stdio::null()).status();
    assert!(freed.unwrap().success());
    made.is_told("a locked folder", "permission denied");
    // The file in it can be appended to all the same.
    appended.is_well("an old file in a locked folder");
    assert_eq!(alone(&places, &file), ["N1.1=2"]);
}

//! F24, F25, F30: links, rights and names that no program expects.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use crate::ground::{GRADUS, alone, answer, can, finish, gradus, on_screen, quit, state};
use crate::places::Places;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn f24_a_link_is_followed_and_stays_a_link() {
    let places = Places::new();
    let file = places.assessment();
    let folder = places.data().with_file_name("links");
    fs::create_dir(&folder).unwrap();
    let link = folder.join("link.gradus");
    symlink(&file, &link).unwrap();
    let ended = gradus(&places, &["answer", text(&link), "N1.1=3"]);
    ended.is_well("by a link");
    assert_eq!(ended.err, "", "the same file by another name is no copy");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(alone(&places, &file), ["N1.1=3"]);
    // Relative ones too.
    symlink(Path::new("link.gradus"), folder.join("again.gradus")).unwrap();
    gradus(&places, &["answer", text(&folder.join("again.gradus")), "N2.1=1"]).is_well("by two links");
    assert_eq!(alone(&places, &file), ["N1.1=3", "N2.1=1"]);

    symlink(folder.join("nowhere.gradus"), folder.join("dangling.gradus")).unwrap();
    let dangling = folder.join("dangling.gradus");
    gradus(&places, &["answer", text(&dangling), "N1.1=1"])
        .is_told("a dangling link", "does not exist; check the path");
    let made = gradus(&places, &["new", "--subject", "x", "-o", text(&dangling)]);
    made.is_told("a dangling link", "already exists and was not overwritten");
    assert!(!folder.join("nowhere.gradus").exists(), "nothing is made where a link leads");

    symlink(folder.join("b.gradus"), folder.join("a.gradus")).unwrap();
    symlink(folder.join("a.gradus"), folder.join("b.gradus")).unwrap();
    let round = gradus(&places, &["answer", text(&folder.join("a.gradus")), "N1.1=1"]);
    round.is_told("a link in a circle", "is a link that leads back to itself; use the path of the real file");
}

#[test]
fn f24_a_link_that_is_bent_while_it_is_open_leads_nobody_astray() {
    let places = Places::new();
    let file = places.assessment();
    let other = places.run(&["new", "--subject", "West Steel"]);
    let before = fs::read(other.trim()).unwrap();
    let link = places.data().with_file_name("link.gradus");
    symlink(&file, &link).unwrap();
    let mut terminal = on_screen(&places, text(&link));
    answer(&mut terminal, "1");
    terminal.is_saved();
    fs::remove_file(&link).unwrap();
    symlink(other.trim(), &link).unwrap();
    answer(&mut terminal, "2");
    terminal.is_saved();
    quit(terminal);
    assert_eq!(fs::read(other.trim()).unwrap(), before);
    assert_eq!(alone(&places, &file), ["N1.1=2"]);
}

#[test]
fn f24_another_assessment_in_the_files_place_is_not_written_to() {
    let places = Places::new();
    let file = places.assessment();
    let other = places.run(&["new", "--subject", "West Steel"]);
    let mut terminal = on_screen(&places, &file);
    answer(&mut terminal, "1");
    terminal.is_saved();
    let aside = places.data().with_file_name("aside.gradus");
    fs::rename(&file, &aside).unwrap();
    symlink(other.trim(), &file).unwrap();
    let before = fs::read(other.trim()).unwrap();
    answer(&mut terminal, "2");
    terminal.sees("is another assessment now and is not written to");
    assert_eq!(fs::read(other.trim()).unwrap(), before);
    fs::remove_file(&file).unwrap();
    fs::rename(&aside, &file).unwrap();
    terminal.is_saved();
    quit(terminal);
    assert_eq!(alone(&places, &file), ["N1.1=2"]);
}

#[test]
fn f25_hard_links_rights_and_attributes_stay() {
    let places = Places::new();
    let file = places.assessment();
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    let twin = places.data().with_file_name("hard.gradus");
    fs::hard_link(&file, &twin).unwrap();
    let has_attributes = can("F25 attributes", &["setfattr", "-n", "user.label", "-v", "blue", &file]);
    for mode in [0o640, 0o600, 0o604] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let before = fs::metadata(&file).unwrap();
        let ended = gradus(&places, &["answer", &file, &format!("N1.1={}", mode % 5)]);
        ended.is_well("an answer");
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.ino(), after.mode(), after.nlink()), (before.ino(), before.mode(), 2));
    }
    assert_eq!(fs::read(&file).unwrap(), fs::read(&twin).unwrap(), "one file under two names");
    if has_attributes {
        assert!(can("F25", &["sh", "-c", &format!("getfattr --only-values -n user.label '{file}' | grep -qx blue")]));
    }
}

#[test]
fn f25_what_is_made_is_for_this_user_alone_whatever_the_umask() {
    for umask in ["000", "077", "022"] {
        let places = Places::new();
        let mut command = Command::new("sh");
        command.args(["-c", &format!("umask {umask}; exec {GRADUS} new --subject x")]);
        finish(command.envs(places.environment("en"))).is_well(umask);
        let mut open = vec![places.data(), state(&places)];
        let mut count = 0;
        while let Some(folder) = open.pop() {
            assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700, "umask {umask}: {}", folder.display());
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    count += 1;
                    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600, "umask {umask}: {}", path.display());
                }
            }
        }
        assert!(count >= 2, "the file and its second copy");
    }
}

#[test]
fn f30_names_of_every_kind_are_saved_to_and_shown_harmlessly() {
    let long = format!("{}.gradus", "算".repeat(82));
    assert!(long.len() <= 255 && long.len() > 250);
    let names: Vec<OsString> = vec![
        long.into(),
        OsStr::from_bytes(b"latin-\xe9\xff.gradus").to_owned(),
        "two\nlines.gradus".into(),
        "-leading-dash.gradus".into(),
        "--help.gradus".into(),
        "..gradus".into(),
        "\u{202e}sudarg.txt".into(),
        "\u{1b}]0;x\u{7}\u{1b}[2J.gradus".into(),
        "with 'quotes\" and spaces.gradus".into(),
        "no-ending".into(),
    ];
    for name in names {
        let places = Places::new();
        let what = format!("{name:?}");
        fs::create_dir_all(places.data()).unwrap();
        let path = places.data().join(&name);
        let run = |args: &[&OsStr]| gradus(&places, args);
        let made = run(&["new".as_ref(), "--subject".as_ref(), "x".as_ref(), "-o".as_ref(), path.as_os_str()]);
        made.is_well(&what);
        // By its name alone, from its own folder, after the usual mark for the end of options.
        let mut command = Command::new(GRADUS);
        command.args(["answer", "--"]).arg(&name).arg("N1.1=3").current_dir(places.data());
        finish(command.envs(places.environment("en"))).is_well(&what);
        let answered = run(&["answer".as_ref(), path.as_os_str(), "N2.1=4".as_ref()]);
        answered.is_well(&what);
        let shown = run(&["show".as_ref(), path.as_os_str(), "--json".as_ref()]);
        assert_eq!(crate::ground::answers_in(&shown.out), ["N1.1=3", "N2.1=4"], "{what}");
        let listed = run(&["list".as_ref()]);
        let missing = run(&["show".as_ref(), path.join("not-there").as_os_str()]);
        missing.is_told(&what, "does not exist");
        for ended in [&made, &answered, &shown, &listed, &missing] {
            for text in [&ended.out, &ended.err] {
                let bad = text.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
                assert!(bad.is_none(), "{what}: {bad:?} in {text:?}");
            }
        }
    }
}

#[test]
fn f30_a_subject_is_never_a_path() {
    for subject in ["../../../etc/x", "..", "/etc/x", "-rf", "con", "a\nb", "\u{202e}x", &"长".repeat(300)] {
        let places = Places::new();
        let made = gradus(&places, &["new", &format!("--subject={subject}")]);
        made.is_well(subject);
        let found: Vec<_> = fs::read_dir(places.data()).unwrap().map(|e| e.unwrap().path()).collect();
        assert_eq!(found.len(), 1, "{subject:?}: {found:?}");
        let root = fs::read_dir(places.data().parent().unwrap()).unwrap().count();
        assert_eq!(root, 3, "{subject:?}: data, state and home, and nothing else");
    }
}

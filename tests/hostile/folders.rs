//! Folders that are not ours, names that somebody took before us, and a data folder full of
//! rubbish (S20, S21, S22, S25).

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};

use super::{add, event, places::Places, whole};

fn state(places: &Places) -> PathBuf {
    places.root().join("state")
}

/// The answers that the file alone holds.
fn alone(places: &Places, file: &str) -> Vec<String> {
    let copy = places.root().join("alone.gradus");
    fs::copy(file, &copy).unwrap();
    let output = places.command(&["show", copy.to_str().unwrap(), "--json"]).env("GRADUS_STATE_DIR", "none").output();
    let shown: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let said = shown["answers"].as_array().unwrap().iter().filter(|a| a["state"] != "unanswered");
    said.map(|a| format!("{}={}", a["id"].as_str().unwrap(), a["level"].as_f64().unwrap())).collect()
}

#[test]
fn a_copy_with_lines_of_somebody_elses_assessment_does_not_take_them() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let other = places.run(&["new", "--subject", "West Steel"]);
    places.run(&["answer", other.trim(), "N1.1=5", "N2.1=5"]);
    // A sync tool's copy: one file's name, and the bytes of both.
    let glued = [fs::read(&file).unwrap(), fs::read(other.trim()).unwrap()].concat();
    let copy = Path::new(&file).with_file_name("x.sync-conflict-20261122-101500-ABCDEFG.gradus");
    fs::write(&copy, &glued).unwrap();
    let output = places.output(&["show", copy.to_str().unwrap(), "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("entries in the file belong to another assessment and are ignored"), "{said}");
    assert_eq!(places.answers(copy.to_str().unwrap()), ["N1.1=3"]);
    places.run(&["answer", copy.to_str().unwrap(), "N4.1=1"]);
    assert!(fs::read(&copy).unwrap().starts_with(&glued));
    assert_eq!(places.answers(&file), ["N1.1=3"]);
    assert_eq!(places.answers(other.trim()), ["N1.1=5", "N2.1=5"]);
}

#[test]
fn a_header_with_another_version_of_the_rubric_changes_no_answer() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let text = fs::read_to_string(&file).unwrap();
    let mut header: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    header.as_object_mut().unwrap().remove("crc");
    header["session"] = json!("evil0000");
    header["rubric"]["version"] = json!("9.9.9");
    add(&file, &[whole(&header.to_string()), event(1, "answer/N2.1", "{\"level\":5}")]);
    let output = places.output(&["show", &file, "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    // Either it is refused with both versions named, or it is read by the one that was there first.
    if output.status.success() {
        assert_eq!(places.answers(&file)[0], "N1.1=3");
    } else {
        assert!(said.contains("9.9.9") && said.contains("1.0.0"), "{said}");
    }
    assert!(fs::read_to_string(&file).unwrap().starts_with(&text));
}

/// Answers with a state folder that must not be used: saved, with a notice, and nothing written there.
#[track_caller]
fn is_not_used(places: &Places, file: &str, level: usize, reason: &str) {
    let before = super::everything(&state(places));
    let output = places.output(&["answer", file, &format!("N1.1={level}")]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("there is no second copy on this computer") && said.contains(reason), "{said}");
    assert!(super::everything(&state(places)) == before, "written to a folder that is not ours");
    assert_eq!(alone(places, file), [format!("N1.1={level}")]);
}

#[test]
fn a_state_folder_that_is_not_ours_is_not_used() {
    let why = "is a link, belongs to somebody else or can be written by others";
    let places = Places::new();
    let file = places.assessment();
    for mode in [0o777, 0o770, 0o722] {
        fs::set_permissions(state(&places), fs::Permissions::from_mode(mode)).unwrap();
        is_not_used(&places, &file, mode as usize % 5, why);
    }
    fs::set_permissions(state(&places), fs::Permissions::from_mode(0o700)).unwrap();

    // The twin of one assessment alone.
    let twin = fs::read_dir(state(&places)).unwrap().next().unwrap().unwrap().path();
    fs::set_permissions(&twin, fs::Permissions::from_mode(0o777)).unwrap();
    is_not_used(&places, &file, 4, why);
    fs::remove_dir_all(&twin).unwrap();
    let elsewhere = places.root().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, &twin).unwrap();
    is_not_used(&places, &file, 3, why);

    fs::remove_dir_all(state(&places)).unwrap();
    symlink(&elsewhere, state(&places)).unwrap();
    is_not_used(&places, &file, 2, why);
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);

    // Somebody else's: only where this test may give folders away.
    fs::remove_file(state(&places)).unwrap();
    fs::create_dir(state(&places)).unwrap();
    if std::os::unix::fs::chown(state(&places), Some(65_534), None).is_ok() {
        is_not_used(&places, &file, 1, why);
    } else {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "skipped S21, somebody else's folder: it cannot be given away here");
    }
}

#[test]
fn a_name_that_is_taken_is_not_followed() {
    let places = Places::new();
    let first = places.assessment();
    let victim = places.root().join("victim");
    fs::write(&victim, "precious").unwrap();
    // The next names that a new assessment would get.
    let name = Path::new(&first).file_stem().unwrap().to_str().unwrap().to_owned();
    symlink(&victim, places.data().join(format!("{name}-2.gradus"))).unwrap();
    symlink(places.root().join("nowhere"), places.data().join(format!("{name}-3.gradus"))).unwrap();
    fs::create_dir(places.data().join(format!("{name}-4.gradus"))).unwrap();
    let made = places.assessment();
    assert!(made.ends_with(&format!("{name}-5.gradus")), "{made}");
    assert!(!places.root().join("nowhere").exists());
    // The lock of the second copy.
    let id = places.shown(&made)["assessment"].as_str().unwrap().to_owned();
    let lock = state(&places).join(id).join("lock");
    fs::remove_file(&lock).unwrap();
    symlink(&victim, &lock).unwrap();
    places.run(&["answer", &made, "N1.1=3"]);
    assert_eq!(alone(&places, &made), ["N1.1=3"]);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    // An explicit name.
    let taken = places.root().join("taken.gradus");
    symlink(&victim, &taken).unwrap();
    super::refuses(&places, &["new", "--subject", "X", "-o", taken.to_str().unwrap()], &["taken.gradus"]);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
}

#[test]
fn a_folder_full_of_rubbish_lists_what_is_in_order() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let list = || -> Vec<Value> { serde_json::from_str(&places.run(&["list", "--json"])).unwrap() };
    let clean = list();
    let put = |name: &str, bytes: &[u8]| fs::write(places.data().join(name), bytes).unwrap();
    put("empty.gradus", b"");
    put("nul.gradus", &[0; 5_000]);
    put("picture.gradus", b"\x89PNG\r\n\x1a\n\0\0");
    put("\u{1b}]0;x\u{7}\u{202e}.gradus", b"{\"gradus\":1}");
    put("deep.gradus", "[".repeat(200_000).as_bytes());
    fs::create_dir(places.data().join("folder.gradus")).unwrap();
    symlink("/dev/zero", places.data().join("zero.gradus")).unwrap();
    symlink("nowhere", places.data().join("dangling.gradus")).unwrap();
    symlink("round.gradus", places.data().join("round.gradus")).unwrap();
    fs::File::create(places.data().join("sparse.gradus")).unwrap().set_len(4 << 30).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(places.data().join("pipe.gradus")).status().unwrap().success());
    for n in 0..1_000 {
        put(&format!("{n}.txt"), b"");
    }
    // And one that grows while it is read.
    let growing = places.data().join("growing.gradus");
    fs::copy(&file, &growing).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let writer = std::thread::spawn({
        let (stop, path) = (Arc::clone(&stop), growing.to_str().unwrap().to_owned());
        move || {
            for n in (1..).take_while(|_| !stop.load(Ordering::Relaxed)) {
                add(&path, &[event(n, "note/N1.1", "\"more\"")]);
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
        }
    });
    for _ in 0..2 {
        let listed = list();
        let (good, bad): (Vec<&Value>, Vec<&Value>) = listed.iter().partition(|entry| entry.get("error").is_none());
        assert_eq!(good.iter().filter(|e| e["path"] == clean[0]["path"]).count(), 1);
        assert!(good.contains(&&clean[0]), "{good:?}");
        assert_eq!(good.len(), 2, "{good:?}");
        assert_eq!(bad.len(), 11, "{bad:?}");
        assert!(bad.iter().all(|e| e["error"].as_str().unwrap().len() > 20), "each with its reason");
    }
    stop.store(true, Ordering::Relaxed);
    writer.join().unwrap();
}

//! F9–F12, F27: files and second copies that are cut off, scribbled on, emptied, or of another version.

use std::fs;
use std::path::{Path, PathBuf};

use gradus::assessment::Event;
use gradus::store::{Opened, Places as Folders, Store, StoreFault, Use};

use crate::ground::{alone, answers_in, gradus, some, state};
use crate::places::Places;

/// An assessment by several sessions of the program, and what it holds.
struct Scene {
    places: Places,
    file: PathBuf,
    bytes: Vec<u8>,
    events: Vec<Event>,
}

fn scene() -> Scene {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3", "N2.1=2"]);
    places.run(&["answer", &file, "N1.1=4", "--note", "N1.1=线路 A\u{1f50c} and B"]);
    places.run(&["answer", &file, "N4.1=na:not there"]);
    let file = PathBuf::from(file);
    let bytes = fs::read(&file).unwrap();
    let mut scene = Scene { places, file, bytes, events: Vec::new() };
    scene.events = scene.open(Use::Read).unwrap().assessment.ledger().events().to_vec();
    assert!(scene.events.len() >= 5 && scene.bytes.len() > 1_500);
    scene
}

impl Scene {
    fn store(&self, state: &str) -> Store {
        let root = self.places.data().parent().unwrap().to_owned();
        Store::on_disk(Folders { data: root.join("data"), state: root.join(state) })
    }

    /// With what this computer remembers.
    fn open(&self, use_: Use) -> Result<Opened, StoreFault> {
        self.store("state").open(&self.file, use_)
    }

    /// Without it.
    fn open_alone(&self, use_: Use) -> Result<Opened, StoreFault> {
        self.store("nowhere").open(&self.file, use_)
    }

    /// What was found is what was once recorded; returns how many events that is.
    fn found(&self, opened: &Opened, what: &str) -> usize {
        let found = opened.assessment.ledger().events();
        let strange = found.iter().find(|event| !self.events.contains(event));
        assert!(strange.is_none(), "{what}: nobody ever recorded {strange:?}");
        found.len()
    }

    /// Nothing that was in the file has changed.
    fn is_only_appended_to(&self, damaged: &[u8], what: &str) {
        assert!(fs::read(&self.file).unwrap().starts_with(damaged), "{what}: the file was changed");
    }
}

/// Whether a line that was cut off somewhere still has its checksum.
fn is_whole(line: &[u8]) -> bool {
    let tail = line.len().saturating_sub(18);
    line[tail..].starts_with(b",\"crc\":\"") && line.ends_with(b"\"}")
}

#[test]
fn f9_a_file_cut_off_anywhere_keeps_every_whole_line_and_is_never_taken_for_a_new_one() {
    let scene = scene();
    for cut in some((0..scene.bytes.len()).collect(), 80) {
        let what = format!("cut at {cut}");
        let rest = &scene.bytes[..cut];
        fs::write(&scene.file, rest).unwrap();
        let whole = rest.split(|b| *b == b'\n').filter(|l| l.starts_with(b"{\"e\"") && is_whole(l)).count();
        for use_ in [Use::Read, Use::Write] {
            match scene.open_alone(use_) {
                Ok(opened) => {
                    assert!(scene.found(&opened, &what) >= whole, "{what}: a whole line is gone");
                    let torn = rest.split(|b| *b == b'\n').next_back().is_some_and(|l| !l.is_empty() && !is_whole(l));
                    assert!(!torn || !opened.damaged.is_empty(), "{what}: not reported");
                }
                Err(fault) => {
                    assert!(matches!(fault, StoreFault::NotAnAssessment(_)), "{what}: {fault:?}");
                    assert_eq!(fs::read(&scene.file).unwrap(), rest, "{what}: written to");
                }
            }
            scene.is_only_appended_to(rest, &what);
            fs::write(&scene.file, rest).unwrap();
        }
    }
}

#[test]
fn f9_a_file_cut_off_anywhere_is_completed_from_the_second_copy() {
    let scene = scene();
    for cut in some((0..scene.bytes.len()).collect(), 50) {
        let what = format!("cut at {cut}");
        fs::write(&scene.file, &scene.bytes[..cut]).unwrap();
        assert_eq!(scene.found(&scene.open(Use::Read).unwrap(), &what), scene.events.len(), "{what}");
        let mut opened = scene.open(Use::Write).unwrap();
        scene.store("state").settle(&mut opened, gradus::store::Settle::Add).unwrap();
        drop(opened);
        scene.is_only_appended_to(&scene.bytes[..cut], &what);
        assert_eq!(scene.found(&scene.open_alone(Use::Read).unwrap(), &what), scene.events.len(), "{what}: healed");
    }
}

#[test]
fn f10_a_damaged_second_copy_gives_only_whole_events_and_says_what_it_dropped() {
    let places = Places::new();
    let file = PathBuf::from(places.assessment());
    let older = fs::read(&file).unwrap();
    places.run(&["answer", file.to_str().unwrap(), "N1.1=3", "N2.1=2", "N4.1=5"]);
    let mut scene = Scene { places, file, bytes: older, events: Vec::new() };
    let opened = scene.open(Use::Read).unwrap();
    let folder = state(&scene.places).join(opened.assessment.id.as_str());
    scene.events = opened.assessment.ledger().events().to_vec();
    // The log with the answers, and a file that has none of them.
    let logs = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path());
    let log = logs.max_by_key(|path| fs::metadata(path).unwrap().len()).unwrap();
    let whole = fs::read(&log).unwrap();
    assert!(String::from_utf8_lossy(&whole).contains("answer/N4.1"));
    fs::write(&scene.file, &scene.bytes).unwrap();

    let check = |damaged: &[u8], what: &str, may_be_clean: bool| {
        fs::write(&log, damaged).unwrap();
        let opened = scene.open(Use::Read).unwrap();
        let found = scene.found(&opened, what);
        assert!(found >= 1, "{what}: the file's own line");
        assert!(found == scene.events.len() || may_be_clean || !opened.notices.is_empty(), "{what}: not reported");
    };
    for cut in some((0..whole.len()).collect(), 100) {
        let last = whole[..cut].split(|b| *b == b'\n').next_back().unwrap_or_default();
        let is_clean = last.is_empty() || is_whole(last);
        check(&whole[..cut], &format!("second copy cut at {cut}"), is_clean);
    }
    for bit in some((0..whole.len() * 8).collect(), 250) {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        check(&flipped, &format!("bit {bit} of the second copy"), false);
    }
}

#[test]
fn f11_a_flipped_bit_never_is_another_answer() {
    let scene = scene();
    for bit in some((0..scene.bytes.len() * 8).collect(), 400) {
        let what = format!("bit {bit}");
        let mut flipped = scene.bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(&scene.file, &flipped).unwrap();
        let opened = scene.open(Use::Read).unwrap();
        assert_eq!(scene.found(&opened, &what), scene.events.len(), "{what}: the second copy has it");
        match scene.open_alone(Use::Read) {
            Ok(opened) => {
                let all = scene.found(&opened, &what) == scene.events.len();
                assert!(all || !opened.notices.is_empty(), "{what}: not reported");
            }
            Err(fault) => panic!("{what}: {fault:?}"),
        }
    }
}

#[test]
fn f12_an_emptied_file_is_damaged_and_not_new() {
    for (name, wiped) in [("empty", &b""[..]), ("NULs", &[0; 4096]), ("a line break", b"\n")] {
        let scene = scene();
        let file = scene.file.to_str().unwrap();
        let before = answers_in(&scene.places.run(&["show", file, "--json"]));
        fs::write(&scene.file, wiped).unwrap();
        // A command that only looks heals in memory.
        let shown = gradus(&scene.places, &["show", file, "--json"]);
        shown.is_well(name);
        assert!(shown.err.contains("the file's content was destroyed"), "{name}: {shown:?}");
        assert_eq!(answers_in(&shown.out), before, "{name}");
        assert_eq!(fs::read(file).unwrap(), wiped, "{name}: looking writes nothing");
        // Without a second copy it is left alone.
        let mut strange = scene.places.environment("en");
        strange.push(("GRADUS_STATE_DIR".to_owned(), scene.file.with_extension("none").display().to_string()));
        for args in [&["show", file][..], &["answer", file, "N1.1=1"]] {
            let mut command = std::process::Command::new(crate::ground::GRADUS);
            let ended = crate::ground::finish(command.args(args).envs(strange.clone()));
            ended.is_told(name, "holds nothing that can be read as an assessment");
            assert_eq!(fs::read(file).unwrap(), wiped, "{name}: written to");
        }
        let ended = gradus(&scene.places, &["answer", file, "R1.1=1"]);
        ended.is_well(name);
        assert!(ended.err.contains("restored from this computer's second copy"), "{name}: {ended:?}");
        assert_eq!(alone(&scene.places, file), [&before[..], &["R1.1=1".to_owned()]].concat(), "{name}");
        scene.is_only_appended_to(wiped, name);
    }
}

#[test]
fn f12_nuls_after_the_last_line_hurt_nobody() {
    let scene = scene();
    let file = scene.file.to_str().unwrap();
    let before = alone(&scene.places, file);
    let tailed = [&scene.bytes[..], &[0; 700]].concat();
    fs::write(&scene.file, &tailed).unwrap();
    let ended = gradus(&scene.places, &["answer", file, "R1.1=1"]);
    ended.is_well("a tail of NULs");
    assert!(ended.err.contains("is damaged; it is skipped and left as it is"), "{ended:?}");
    scene.is_only_appended_to(&tailed, "a tail of NULs");
    assert_eq!(alone(&scene.places, file), [&before[..], &["R1.1=1".to_owned()]].concat());
}

/// A line of these JSON members with its checksum.
fn line(members: &str) -> String {
    format!("{members},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(members.as_bytes()))
}

/// The lines of a file without their checksums.
fn bodies(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|l| l.rsplit_once(",\"crc\"").unwrap().0.to_owned()).collect()
}

#[test]
fn f27_what_a_newer_version_added_is_kept_to_the_byte() {
    let scene = scene();
    let file = scene.file.to_str().unwrap();
    let before = alone(&scene.places, file);
    let mut text = String::new();
    for (n, body) in bodies(&scene.file).into_iter().enumerate() {
        text.push_str(&line(&format!("{body},\"later\":{{\"of\":[{n},null,1e999],\"\":\"\\u001b[2J\"}}")));
    }
    // A thing, a line and a member inside an answer that this version has never heard of.
    text.push_str(&line(
        "{\"e\":\"later001.1\",\"at\":\"2026-11-22T10:00:00+08:00\",\"by\":\"li\",\"after\":[],\
         \"thing\":\"mood/N1.1\",\"is\":{\"smile\":true}",
    ));
    text.push_str(&line("{\"weather\":\"fine\""));
    text.push_str(&line(
        "{\"e\":\"later001.2\",\"at\":\"2026-11-22T10:00:00+08:00\",\"by\":\"li\",\"after\":[],\
         \"thing\":\"answer/R6.1\",\"is\":{\"level\":2,\"mood\":\"good\"}",
    ));
    fs::write(&scene.file, &text).unwrap();
    let ended = gradus(&scene.places, &["answer", file, "O1.1=1"]);
    ended.is_well("a newer minor version");
    scene.is_only_appended_to(text.as_bytes(), "a newer minor version");
    let mut expected = before;
    expected.extend(["R6.1=2".to_owned(), "O1.1=1".to_owned()]);
    assert_eq!(alone(&scene.places, file), expected);
}

#[test]
fn f27_a_newer_major_version_is_only_read() {
    let scene = scene();
    let file = scene.file.to_str().unwrap();
    let before = alone(&scene.places, file);
    let newer = bodies(&scene.file)
        .iter()
        .map(|body| line(&body.replace("{\"gradus\":1", "{\"gradus\":2")))
        .collect::<String>();
    fs::write(&scene.file, &newer).unwrap();
    let ended = gradus(&scene.places, &["answer", file, "O1.1=1"]);
    ended.is_told("a newer major version", "was written by a newer gradus (format 2) and can only be read");
    assert_eq!(alone(&scene.places, file), before);
    assert_eq!(fs::read_to_string(file).unwrap(), newer);
}

//! What the first look at a file shows, and what it leaves to opening.

use super::*;
use crate::rubric::{Shipped, compact};
use crate::store::sha256::hash;

/// An assessment with one note that the twin holds, and the file too if it is to.
fn noted(disk: &SimDisk, is_in_file: bool) -> PathBuf {
    let path = store(disk).create(new_about("East Steel", None)).unwrap().path;
    let mut opened = store(disk).open(&path, Use::Write).unwrap();
    let session = new_session().unwrap();
    let (mut file, mut twin, book) = pens(&opened, session);
    let event = note(&mut opened.assessment, &session.to_string(), 1, "N1.1", "a note");
    book::Book::open(&book).add(event);
    twin.write().unwrap();
    if is_in_file {
        file.write().unwrap();
    }
    path
}

fn notes(assessment: &Assessment) -> usize {
    assessment.ledger().events().iter().filter(|e| matches!(e.thing, Thing::Note(_))).count()
}

#[test]
fn a_glance_shows_what_opening_shows_and_touches_nothing() {
    let disk = SimDisk::new();
    let path = noted(&disk, true);
    let before = disk.bytes(&path);
    let mut read = store(&disk).read_file(&path).unwrap();
    let (assessment, rubric) = read.glance().unwrap();
    assert_eq!(disk.bytes(&path), before);
    let mut opened = store(&disk).open_read(read, Use::Write).unwrap();
    assert_eq!(assessment.ledger().events(), opened.assessment.ledger().events());
    // The rubric is not read once more.
    assert!(Arc::ptr_eq(&rubric, &store(&disk).rubric_of(&mut opened).unwrap().0));
}

#[test]
fn what_only_the_twin_holds_comes_with_opening() {
    let disk = SimDisk::new();
    let path = noted(&disk, false);
    let mut read = store(&disk).read_file(&path).unwrap();
    assert_eq!(notes(&read.glance().unwrap().0), 0);
    assert_eq!(notes(&store(&disk).open_read(read, Use::Write).unwrap().assessment), 1);
}

#[test]
fn a_file_of_which_more_is_to_be_told_is_no_sight() {
    let disk = SimDisk::new();
    let path = noted(&disk, true);
    let whole = String::from_utf8(disk.bytes(&path).unwrap()).unwrap();
    let other = store(&disk).create(new_about("West Steel", None)).unwrap().path;
    let foreign = String::from_utf8(disk.bytes(&other).unwrap()).unwrap();
    let sealed = |body: &str| format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()));
    let newer = whole.split(",\"crc\"").next().unwrap().replacen("\"gradus\":1", "\"gradus\":2", 1);
    let unusual = [
        ("with a line that nobody knows", format!("{whole}{}", sealed("{\"stone\":\"age\""))),
        ("of a newer version", format!("{whole}{}", sealed(&newer))),
        ("damaged", whole.replacen("a note", "a vote", 1)),
        ("of two assessments", format!("{whole}{foreign}")),
        ("without a header", whole.split_inclusive('\n').filter(|line| !line.starts_with("{\"gradus\"")).collect()),
    ];
    for (what, text) in unusual {
        disk.put(&path, text.as_bytes());
        assert!(store(&disk).read_file(&path).unwrap().glance().is_none(), "{what}");
    }
}

#[test]
fn a_carried_rubric_is_seen_at_once_and_proved_when_it_is_opened() {
    let disk = SimDisk::new();
    let json = Shipped::find("icp").unwrap().json.replacen("\"icp\"", "\"mine\"", 1);
    for (is_genuine, sha256) in [(true, hash(&compact(&json))), (false, "00".repeat(32).into())] {
        let reference = RubricRef { id: question("mine"), version: crate::text::Clean::line("1.0.0"), sha256 };
        let new = NewAssessment { rubric: reference, embedded: Some(json.clone()), ..new_about("East Steel", None) };
        let path = store(&disk).create(new).unwrap().path;
        let mut read = store(&disk).read_file(&path).unwrap();
        assert_eq!(read.glance().unwrap().1.id, question("mine"));
        let mut opened = store(&disk).open_read(read, Use::Read).unwrap();
        assert_eq!(opened.rubric.is_some(), is_genuine);
        assert_eq!(store(&disk).rubric_of(&mut opened).is_ok(), is_genuine);
    }
}

#[test]
fn a_carried_rubric_in_a_damaged_line_is_damage_as_soon_as_it_is_opened() {
    let disk = SimDisk::new();
    let json = Shipped::find("icp").unwrap().json.replacen("\"icp\"", "\"mine\"", 1);
    let sha256 = hash(&compact(&json));
    let reference = RubricRef { id: question("mine"), version: crate::text::Clean::line("1.0.0"), sha256 };
    let new = NewAssessment { rubric: reference, embedded: Some(json), ..new_about("East Steel", None) };
    let path = store(&disk).create(new).unwrap().path;
    let whole = String::from_utf8(disk.bytes(&path).unwrap()).unwrap();
    for (said, wrong) in
        [("\"thing\":\"rubric/", "\"thing\":\"rubric/0"), ("\"crc\":\"", "\"crc\":\"0"), ("Lossless", "Lossy")]
    {
        let at = whole.find("\"rubric/").unwrap() - 8;
        disk.put(&path, format!("{}{}", &whole[..at], whole[at..].replacen(said, wrong, 1)).as_bytes());
        let quickly = store(&disk).open_read(store(&disk).read_file(&path).unwrap(), Use::Read).unwrap();
        let slowly = store(&disk).open(&path, Use::Read).unwrap();
        assert_eq!((&*quickly.damaged, &*slowly.damaged), (&[2][..], &[2][..]), "{said}");
        assert_eq!(quickly.assessment.ledger().events(), slowly.assessment.ledger().events());
        assert!(quickly.rubric.is_none());
    }
}

#[test]
fn a_carried_rubric_with_a_text_that_cannot_be_read_is_refused_when_it_is_opened() {
    let disk = SimDisk::new();
    let icp = Shipped::find("icp").unwrap().json.replacen("\"icp\"", "\"mine\"", 1);
    let (before, questions) = icp.split_once("\"questions\":").unwrap();
    for place in ["text", "why"] {
        let text = format!("\"{place}\":{{\"zh\":");
        let json = format!("{before}\"questions\":{}", questions.replacen(&text, &format!("{text}5,\"en\":"), 1));
        let sha256 = hash(&json);
        let reference = RubricRef { id: question("mine"), version: crate::text::Clean::line("1.0.0"), sha256 };
        let new = NewAssessment { rubric: reference, embedded: Some(json), ..new_about("East Steel", None) };
        let path = store(&disk).create(new).unwrap().path;
        let mut read = store(&disk).read_file(&path).unwrap();
        assert!(read.glance().is_some());
        let mut opened = store(&disk).open_read(read, Use::Read).unwrap();
        assert!(opened.rubric.is_none());
        let Err(StoreFault::CarriedRefused(id, refusal)) = store(&disk).rubric_of(&mut opened) else {
            panic!("{place}")
        };
        assert_eq!(id.as_str(), "mine");
        assert_eq!(refusal.path, format!("dimensions[0].areas[0].questions[0].{place}.zh"));
    }
}

#[test]
fn a_carried_rubric_that_is_not_in_use_is_not_seen() {
    let disk = SimDisk::new();
    let icp = Shipped::find("icp").unwrap();
    let json = icp.json.replacen("\"icp\"", "\"mine\"", 1);
    let mut reference =
        RubricRef { id: question("mine"), version: crate::text::Clean::line("1.0.0"), sha256: hash(&compact(&json)) };
    let new = NewAssessment { rubric: reference.clone(), embedded: Some(json), ..new_about("East Steel", None) };
    let path = store(&disk).create(new).unwrap().path;
    (reference.id, reference.sha256) = (question("icp"), icp.sha256.into());
    let mut lines = log::decode(&disk.bytes(&path).unwrap()).lines;
    for line in &mut lines {
        if let log::Line::Header(header) = line {
            header.rubric = reference.clone();
        }
    }
    disk.put(&path, &lines.iter().flat_map(log::encode).collect::<Vec<u8>>());
    let mut read = store(&disk).read_file(&path).unwrap();
    assert_eq!(read.glance().unwrap().1.id, question("icp"));
    let mut opened = store(&disk).open_read(read, Use::Read).unwrap();
    assert_eq!(store(&disk).rubric_of(&mut opened).unwrap().0.id, question("icp"));
}

#[test]
fn a_rubric_of_the_program_is_no_other_of_its_hash() {
    let disk = SimDisk::new();
    let icp = Shipped::find("icp").unwrap();
    let reference =
        RubricRef { id: question("mine"), version: crate::text::Clean::line("1.0.0"), sha256: icp.sha256.into() };
    let new = NewAssessment { rubric: reference, embedded: None, ..new_about("East Steel", None) };
    let path = store(&disk).create(new).unwrap().path;
    let mut read = store(&disk).read_file(&path).unwrap();
    assert!(read.glance().is_none());
    let mut opened = store(&disk).open_read(read, Use::Read).unwrap();
    assert!(store(&disk).rubric_of(&mut opened).is_err());
}

#[test]
fn what_another_window_wrote_since_the_file_was_read_is_in_it() {
    let disk = SimDisk::new();
    let path = noted(&disk, true);
    let read = store(&disk).read_file(&path).unwrap();
    let mut other = store(&disk).open(&path, Use::Write).unwrap();
    let session = new_session().unwrap();
    let (mut file, mut twin, book) = pens(&other, session);
    let event = note(&mut other.assessment, &session.to_string(), 2, "N1.2", "another note");
    book::Book::open(&book).add(event);
    file.write().unwrap();
    twin.write().unwrap();
    let held = opened::furthest(file.known().events.iter().copied());
    twin.add(log::Line::Held(held));
    twin.write().unwrap();
    let before = disk.bytes(&path);
    let read = store(&disk).read_if_changed(read).unwrap();
    let opened = store(&disk).open_read(read, Use::Write).unwrap();
    assert_eq!((notes(&opened.assessment), opened.older.is_none()), (2, true), "{:?}", sentences(&opened.notices));
    assert_eq!(disk.bytes(&path), before);
}

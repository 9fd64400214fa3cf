//! Rubrics of the program, of the user, and inside an assessment.

use super::*;
use crate::rubric::{Shipped, compact};

/// The shipped rubric under another name and version.
fn own(id: &str, version: &str) -> String {
    let json = Shipped::find("icp").unwrap().json();
    json.replacen("\"icp\"", &format!("\"{id}\""), 1).replacen("\"1.0.0\"", &format!("\"{version}\""), 1)
}

fn put(disk: &SimDisk, name: &str, json: &str) {
    disk.put(&places().rubrics().join(name), json.as_bytes());
}

#[test]
fn a_rubric_of_the_user_travels_with_the_answers() {
    let disk = SimDisk::new();
    put(&disk, "mine.json", &own("mine", "2.1.0"));
    let found = store(&disk).find_rubric("mine").unwrap();
    assert_eq!(found.embedded.as_deref(), Some(&*compact(&own("mine", "2.1.0"))));
    assert_eq!((found.reference.id.as_str(), &*found.reference.version), ("mine", "2.1.0"));
    let new =
        NewAssessment { rubric: found.reference.clone(), embedded: found.embedded, ..new_about("East Steel", None) };
    let made = store(&disk).create(new).unwrap();
    // The rubric comes first, and is read back to the byte without the user's file.
    disk.take(&places().rubrics().join("mine.json"));
    let opened = read(&store(&disk), &made.path);
    assert!(matches!(opened.assessment.ledger().events()[0].thing, Thing::Rubric(_)));
    let (rubric, notices) = store(&disk).rubric_for(&opened.assessment.rubric, &opened.assessment).unwrap();
    assert_eq!((rubric.id.as_str(), notices.len()), ("mine", 0));
    // Nothing else would do.
    let none = Assessment::new(&opened.assessment.header(new_session().unwrap()));
    assert!(matches!(store(&disk).rubric_for(&found.reference, &none), Err(StoreFault::NoRubric { .. })));
    put(&disk, "mine.json", &own("mine", "2.1.0"));
    assert!(store(&disk).rubric_for(&found.reference, &none).is_ok());
}

#[test]
fn the_programs_rubric_is_taken_by_hash_then_by_version() {
    let disk = SimDisk::new();
    let made = store(&disk).create(new_about("East Steel", None)).unwrap();
    let right = made.assessment.rubric.clone();
    assert_eq!(store(&disk).rubric_for(&right, &made.assessment).unwrap().1, []);
    let reworded = RubricRef { sha256: "00".repeat(32).into(), ..right.clone() };
    let (_, notices) = store(&disk).rubric_for(&reworded, &made.assessment).unwrap();
    assert!(matches!(notices[..], [Notice::Wording { .. }]));
    let newer = RubricRef { version: crate::text::Clean::line("9.0.0"), ..reworded };
    let Err(fault) = store(&disk).rubric_for(&newer, &made.assessment) else { panic!("another version is no match") };
    let said = fault.sentence(&crate::lang::Lang::En.words().store);
    assert!(said.contains("version 9.0.0") && said.contains("only 1.0.0"), "{said}");
    // The user may still have the version that is needed.
    put(&disk, "icp.json", &own("icp", "9.0.0"));
    assert!(store(&disk).rubric_for(&newer, &made.assessment).is_ok());
}

#[test]
fn refusals_name_the_file_the_place_and_the_reason() {
    let disk = SimDisk::new();
    put(&disk, "broken.json", &own("broken", "x"));
    put(&disk, "other.json", &own("another", "1.0.0"));
    let sentence =
        |id: &str, lang: crate::lang::Lang| store(&disk).find_rubric(id).unwrap_err().sentence(&lang.words().store);
    let said = sentence("broken", crate::lang::Lang::En);
    assert!(said.contains("rubrics/broken.json") && said.contains("version: the version \"x\""), "{said}");
    assert!(sentence("broken", crate::lang::Lang::Zh).contains("version：版本“x”应写成"));
    assert!(sentence("other", crate::lang::Lang::En).contains("calls itself \"another\""));
    for none in ["none", "../../etc/passwd", "con", ""] {
        assert!(matches!(store(&disk).find_rubric(none), Err(StoreFault::NoRubric { .. })), "{none}");
    }
    assert_eq!(store(&disk).rubric_files().unwrap().len(), 2);
}

//! Rubrics of the program, of the user, and inside an assessment.

use super::*;
use crate::rubric::{Shipped, compact};

/// The shipped rubric under another name and version.
fn own(id: &str, version: &str) -> String {
    let json = Shipped::find("icp").unwrap().json;
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

/// A file whose second line carries a rubric, with that line made of what stands before its checksum.
fn with_rubric_line(disk: &SimDisk, path: &Path, change: impl FnOnce(&str) -> String) {
    let text = String::from_utf8(disk.bytes(path).unwrap()).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (body, _) = lines[1].rsplit_once(",\"crc\":").unwrap();
    let body = change(body);
    lines[1] = format!("{body},\"crc\":\"{:08x}\"}}", crc32fast::hash(body.as_bytes()));
    disk.put(path, (lines.join("\n") + "\n").as_bytes());
}

/// What becomes of a line's body.
type Change = fn(&str) -> String;

#[test]
fn a_rubric_that_is_read_where_it_stands_changes_nothing_else() {
    let hash_of = |json: &str| crate::store::sha256::hash(json);
    let changes: [(&str, bool, Change); 6] = [
        ("as it is written", true, str::to_owned),
        ("a member after it", false, |body| format!("{body},\"later\":1")),
        ("more than one value", false, |body| format!("{body}]")),
        ("another rubric than its hash says", false, |body| body.replacen("\"2.1.0\"", "\"2.1.1\"", 1)),
        ("blanks that were not hashed", false, |body| body.replacen("\"is\":{", "\"is\":{ ", 1)),
        ("members in another order", false, |body| body.replacen(",\"after\":[]", "", 1) + ",\"after\":[]"),
    ];
    for (what, is_quick, change) in changes {
        let disk = SimDisk::new();
        put(&disk, "mine.json", &own("mine", "2.1.0"));
        let found = store(&disk).find_rubric("mine").unwrap();
        let new = NewAssessment { rubric: found.reference, embedded: found.embedded, ..new_about("East Steel", None) };
        let path = store(&disk).create(new).unwrap().path;
        // The twin would know better.
        let other = Store::new(Places { state: "/elsewhere".into(), ..places() }, Arc::new(disk.clone()));
        with_rubric_line(&disk, &path, change);
        let open = |opened: Result<Opened, StoreFault>| {
            let mut opened = opened.unwrap();
            let is_read = opened.rubric.is_some();
            let rubric = other.rubric_of(&mut opened).map(|(rubric, notices)| {
                let said: Vec<String> = rubric.questions.iter().map(|q| format!("{q:?}")).collect();
                (rubric.version, said, notices)
            });
            let events = opened.assessment.ledger().events().to_vec();
            (is_read, (events, opened.notices, opened.damaged, rubric))
        };
        let (none, slowly) = open(other.open(&path, Use::Read));
        let (is_read, quickly) = open(open_with_rubric(&other, &path));
        assert!(!none, "{what}");
        assert_eq!(is_read, is_quick, "{what}");
        assert_eq!(quickly, slowly, "{what}");
    }
    // A rubric that is what its hash says, and none.
    let disk = SimDisk::new();
    put(&disk, "mine.json", &own("mine", "2.1.0"));
    let found = store(&disk).find_rubric("mine").unwrap();
    let new = NewAssessment { rubric: found.reference, embedded: found.embedded, ..new_about("East Steel", None) };
    let path = store(&disk).create(new).unwrap().path;
    let json = compact(&own("mine", "2.1.0")).into_owned();
    let nonsense = format!("{{\"x\":[{}]]}}", "1,".repeat(40_000));
    for (is, damaged) in [(nonsense, vec![2]), (format!("\u{feff}{json}"), vec![2]), (format!(" {json} "), vec![])] {
        let sha256 = hash_of(&is);
        with_rubric_line(&disk, &path, |body| {
            let (head, _) = body.split_once("\"thing\":").unwrap();
            format!("{head}\"thing\":\"rubric/{sha256}\",\"is\":{is}")
        });
        let opened = open_with_rubric(&store(&disk), &path).unwrap();
        assert!(opened.rubric.is_none());
        assert_eq!(opened.damaged, damaged);
    }
}

#[test]
fn the_rubric_that_is_read_where_it_stands_is_the_last_that_the_file_carries() {
    let disk = SimDisk::new();
    let made = store(&disk).create(new_about("East Steel", None)).unwrap();
    let carried = |path: &Path| open_with_rubric(&store(&disk), path).unwrap().rubric;
    assert!(carried(&made.path).is_none());
    let mut text = disk.bytes(&made.path).unwrap();
    for version in ["2.0.0", "3.0.0"] {
        let json = compact(&own("icp", version)).into_owned();
        let sha256 = crate::store::sha256::hash(&json);
        let mut copy = made.assessment.clone();
        let author = Author { session: Session::parse("later").unwrap(), by: "".into() };
        let change = embed(&RubricRef { sha256: sha256.clone(), ..made.assessment.rubric.clone() }, &json).unwrap();
        let event = copy.record(&author, Stamp::default(), change);
        text.extend(crate::store::log::encode(&crate::store::log::Line::Event(event)));
        disk.put(&made.path, &text);
        let carried = carried(&made.path).unwrap();
        assert_eq!((carried.sha256, carried.rubric.version.to_string().as_str()), (sha256, version));
    }
    // It is not the one in use, which is found as ever.
    let mut opened = open_with_rubric(&store(&disk), &made.path).unwrap();
    assert_eq!(store(&disk).rubric_of(&mut opened).unwrap().0.version.to_string(), "1.0.0");
}

#[test]
fn what_stands_around_a_carried_rubric_is_no_part_of_it() {
    let disk = SimDisk::new();
    put(&disk, "mine.json", &own("mine", "2.1.0"));
    let found = store(&disk).find_rubric("mine").unwrap();
    let json = found.embedded.clone().unwrap();
    let new = NewAssessment { rubric: found.reference, embedded: found.embedded, ..new_about("East Steel", None) };
    let path = store(&disk).create(new).unwrap().path;
    let other = Store::new(Places { state: "/elsewhere".into(), ..places() }, Arc::new(disk.clone()));
    for (value, damaged) in
        [(format!(" {json}"), &[][..]), (format!("{json}\t"), &[]), (format!("\u{feff}{json}"), &[2])]
    {
        // The hash is that of all that stands there.
        let sha256 = crate::store::sha256::hash(&value);
        with_rubric_line(&disk, &path, |body| {
            let (head, _) = body.split_once("\"thing\":").unwrap();
            format!("{head}\"thing\":\"rubric/{sha256}\",\"is\":{value}")
        });
        let slowly = other.open(&path, Use::Read).unwrap();
        let quickly = open_with_rubric(&other, &path).unwrap();
        assert_eq!(quickly.assessment.ledger().events(), slowly.assessment.ledger().events());
        assert_eq!((&*quickly.damaged, &*slowly.damaged), (damaged, damaged));
    }
}

/// Opens a file as the desk does.
fn open_with_rubric(store: &Store, path: &Path) -> Result<Opened, StoreFault> {
    store.open_read(store.read_file(path)?, Use::Read)
}

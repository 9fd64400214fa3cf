//! `gradus merge`, `log` and `check`, as people and scripts run them.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use std::fs;
use std::path::{Path, PathBuf};

use gradus::desk::Comparison;
use places::Places;
use serde_json::Value;

/// What two interviewers have on their machines.
struct Desk(Places);

/// What a run left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}{}", self.out, self.err))
    }

    /// The sentence that refuses.
    fn refused(&self, code: i32) -> &str {
        assert_eq!((self.code, &*self.out), (code, ""), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "one sentence: {}", self.err);
        &self.err
    }
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.0.root().join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Runs `gradus` on a machine, which has a state folder of its own.
    fn on(&self, machine: &str, arguments: &str) -> Ran {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let output = self.0.command(&arguments).env("GRADUS_STATE_DIR", self.path(machine)).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn run(&self, arguments: &str) -> Ran {
        self.on("state", arguments)
    }

    fn done(&self, arguments: &str) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments}: {}", ran.err);
        ran
    }

    /// `a.gradus` by li, and `b.gradus`, a copy of it taken to another machine by wang: they disagree about R3.1.
    fn two_interviewers() -> Self {
        let desk = Self(Places::new());
        desk.done("new --subject Steel -o a.gradus");
        desk.done("answer a.gradus N1.1=2 --by li");
        fs::copy(desk.path("a.gradus"), desk.path("b.gradus")).unwrap();
        desk.done("answer a.gradus R3.1=2+partly N2.1=1 --note R3.1=plants --by li");
        let theirs = desk.on("other", "answer b.gradus R3.1=4 N3.1=unknown --evidence R3.1=document:export --by wang");
        assert_eq!(theirs.code, 0, "{}", theirs.err);
        desk
    }

    fn answers(&self, file: &str) -> Vec<Value> {
        self.done(&format!("show {file} --json")).json()["answers"].as_array().unwrap().clone()
    }

    fn answer(&self, file: &str, question: &str) -> Value {
        self.answers(file).into_iter().find(|a| a["id"] == question).unwrap()
    }
}

/// Thing and values of each conflict.
fn conflicts(merged: &Value) -> Vec<(String, Vec<(String, Value)>)> {
    let heads = |c: &Value| {
        let head = |h: &Value| (h["by"].as_str().unwrap().to_owned(), h["is"].clone());
        c["heads"].as_array().unwrap().iter().map(head).collect()
    };
    let one = |c: &Value| (c["thing"].as_str().unwrap().to_owned(), heads(c));
    merged["conflicts"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn two_copies_become_one_file_with_all_of_both_and_their_disagreement() {
    let desk = Desk::two_interviewers();
    let before = (desk.bytes("a.gradus"), desk.bytes("b.gradus"));
    let merged = desk.done("merge a.gradus b.gradus -o c.gradus --json");
    assert_eq!(merged.err, "");
    let merged = merged.json();
    let level = |json: &str| serde_json::from_str::<Value>(json).unwrap();
    let heads = vec![
        ("wang".to_owned(), level(r#"{"level":4}"#)),
        ("li".to_owned(), level(r#"{"level":2,"toward":"partly"}"#)),
    ];
    assert_eq!(conflicts(&merged), [("answer/R3.1".to_owned(), heads)]);
    assert_eq!(merged["entries"], 8);
    assert_eq!((desk.bytes("a.gradus"), desk.bytes("b.gradus")), before, "merging reads only");

    let contested = desk.answer("c.gradus", "R3.1");
    assert_eq!((contested["level"].as_f64(), contested["conflict"].as_bool()), (Some(4.0), Some(true)));
    assert_eq!(
        (&contested["note"], contested["evidence"][0]["text"].as_str()),
        (&Value::from("plants"), Some("export"))
    );
    assert_eq!(desk.answer("c.gradus", "N2.1")["level"], 1.0);
    assert_eq!(desk.answer("c.gradus", "N3.1")["state"], "unknown");
    let shown = desk.done("show c.gradus --json").json();
    assert_eq!(conflicts(&shown), conflicts(&merged));
    let text = desk.done("show c.gradus").out;
    assert!(text.contains("disagree") && text.contains("R3.1 answer") && text.contains("level 2 + partly"), "{text}");

    // An answer settles it, for good and for every union.
    desk.done("answer c.gradus R3.1=3 --by li");
    assert_eq!(desk.answer("c.gradus", "R3.1")["conflict"], Value::Null);
    let again = desk.done("merge c.gradus b.gradus a.gradus -o d.gradus --json").json();
    assert_eq!(conflicts(&again), []);
    assert_eq!(desk.answer("d.gradus", "R3.1")["level"], 3.0);
    assert!(!desk.done("show d.gradus").out.contains("disagree"));
}

#[test]
fn text_lists_both_values_with_authors_and_times() {
    let desk = Desk::two_interviewers();
    let said = desk.done("merge a.gradus b.gradus -o c.gradus").out;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("8 entries of 2 files merged into ") && lines[0].ends_with("c.gradus"), "{said}");
    assert_eq!(lines[2], "  R3.1 answer");
    assert!(lines[3].ends_with("  wang  level 4 (in use)") && lines[3].starts_with("    20"), "{said}");
    assert!(lines[4].ends_with("  li    level 2 + partly"), "{said}");
    assert_eq!(lines.len(), 5);
    let said = desk.done("merge b.gradus a.gradus -o e.gradus --lang zh").out;
    assert!(
        said.contains("R3.1 回答") && said.contains("第 4 级（现用）") && said.contains("第 2 级 + 部分做到"),
        "{said}"
    );
    let said = desk.done("merge a.gradus a.gradus -o f.gradus").out;
    assert!(said.ends_with("There are no disagreements.\n"), "{said}");
}

#[test]
fn an_existing_file_is_replaced_only_on_request_and_as_a_whole() {
    let desk = Desk::two_interviewers();
    fs::write(desk.path("c.gradus"), "something else").unwrap();
    let refused = desk.run("merge a.gradus b.gradus -o c.gradus");
    assert!(refused.refused(1).contains("--force"));
    assert_eq!(desk.bytes("c.gradus"), b"something else");
    desk.done("merge a.gradus b.gradus -o c.gradus --force");
    assert_eq!(desk.done("merge a.gradus b.gradus -o b.gradus --force --json").json()["entries"], 8);
    assert_eq!(desk.done("merge b.gradus c.gradus -o d.gradus --json").json()["entries"], 8);
    let mut names: Vec<String> =
        fs::read_dir(desk.0.root()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        ["a.gradus", "b.gradus", "c.gradus", "d.gradus", "home", "other", "state"],
        "nothing is left beside"
    );
    assert!(desk.run("merge a.gradus b.gradus -o state --force").refused(1).contains("a folder"));
    assert!(desk.run("merge a.gradus b.gradus -o no/such/folder/c.gradus").refused(1).contains("does not exist"));
}

#[test]
fn what_does_not_belong_together_is_refused_with_what_to_do() {
    let desk = Desk::two_interviewers();
    desk.done("new --subject Steel -o apart.gradus");
    desk.done("new --subject Copper -o copper.gradus");
    let refused = |arguments: &str, word: &str| {
        let ran = desk.run(&format!("merge {arguments} -o c.gradus"));
        assert!(ran.refused(1).contains(word), "{}", ran.err);
        assert!(!desk.path("c.gradus").exists());
    };
    refused("a.gradus copper.gradus", "assesses \"Copper\"");
    refused("a.gradus apart.gradus", "--into-new");
    refused("a.gradus copper.gradus --into-new", "give them one name");
    refused("a.gradus none.gradus", "does not exist");
    assert!(desk.run("merge a.gradus -o c.gradus").refused(2).contains("FILE"));
    assert!(desk.run("merge a.gradus b.gradus").refused(2).contains("--output"));

    let merged = desk.done("merge a.gradus apart.gradus -o c.gradus --into-new --json").json();
    let id = |file: &str| desk.done(&format!("show {file} --json")).json()["assessment"].clone();
    assert!(merged["assessment"] == id("c.gradus") && ![id("a.gradus"), id("apart.gradus")].contains(&id("c.gradus")));
    let same = desk.done("merge a.gradus b.gradus -o d.gradus --into-new --json").json();
    assert_eq!(same["assessment"], id("a.gradus"), "copies stay what they are");
}

/// The same file as if another version of the rubric had been answered.
fn under_version(file: &Path, to: &Path, version: &str) {
    let text = fs::read_to_string(file).unwrap();
    let line = |line: &str| {
        let version = format!("\"version\":\"{version}\",\"sha256\":\"{}\"}}", "0".repeat(64));
        let mut body = line.rsplit_once(",\"crc\"").unwrap().0.to_owned();
        if let (Some(from), Some(to)) = (body.find("\"version\""), body.find("},\"created\"")) {
            body.replace_range(from..=to, &version);
        }
        format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()))
    };
    fs::write(to, text.lines().map(line).collect::<String>()).unwrap();
}

#[test]
fn other_versions_of_the_rubric_are_a_question() {
    let desk = Desk::two_interviewers();
    under_version(&desk.path("b.gradus"), &desk.path("old.gradus"), "0.9.0");
    assert_ne!(desk.bytes("b.gradus"), desk.bytes("old.gradus"));
    let refused = desk.run("merge a.gradus old.gradus -o c.gradus");
    assert!(refused.refused(1).contains("--across-versions"), "{}", refused.err);
    let merged = desk.done("merge old.gradus a.gradus -o c.gradus --across-versions --json").json();
    assert_eq!(conflicts(&merged).len(), 1);
    assert_eq!(desk.done("show c.gradus --json").json()["rubric"]["version"], "1.0.0");
    // Without the newer rubric at hand the union could not be read, so it is not made.
    under_version(&desk.path("b.gradus"), &desk.path("new.gradus"), "7.0.0");
    let refused = desk.run("merge a.gradus new.gradus -o d.gradus --across-versions");
    assert!(refused.refused(1).contains("7.0.0"), "{}", refused.err);
    assert!(!desk.path("d.gradus").exists());
}

/// The home screen's desk.
fn at_home(desk: &Desk) -> gradus::desk::Desk {
    let places = gradus::store::Places { data: desk.path("data"), state: desk.path("state") };
    gradus::desk::Desk {
        store: gradus::store::Store::on_disk(places),
        lang: gradus::lang::Lang::En,
        defaults: gradus::desk::Defaults::default(),
        peers: None,
    }
}

/// What uniting these files on the home screen would come to.
#[track_caller]
fn compared(desk: &Desk, files: &[&str], place: &str) -> Comparison {
    let files: Vec<PathBuf> = files.iter().map(|name| desk.path(name)).collect();
    let place = if place.is_empty() { PathBuf::new() } else { desk.path(place) };
    at_home(desk).compare(&files, &place).unwrap()
}

#[track_caller]
fn refused(desk: &Desk, files: &[&str], place: &str) -> String {
    let files: Vec<PathBuf> = files.iter().map(|name| desk.path(name)).collect();
    at_home(desk).compare(&files, &desk.path(place)).err().unwrap().to_string()
}

#[test]
fn at_home_a_file_takes_in_its_copies() {
    let desk = Desk::two_interviewers();
    fs::copy(desk.path("b.gradus"), desk.path("c.gradus")).unwrap();
    assert_eq!(desk.on("third", "answer c.gradus O1.1=2 --by zhao").code, 0);
    let before = ["a.gradus", "b.gradus", "c.gradus"].map(|name| desk.bytes(name));
    let comparison = compared(&desk, &["b.gradus", "a.gradus", "c.gradus"], "a.gradus");
    let said = &comparison.sentences;
    assert!(
        said[0].starts_with("3 entries of b.gradus (20") && said[0].ends_with(", wang) will be merged into a.gradus."),
        "{said:?}"
    );
    assert!(said[1].starts_with("1 entry of c.gradus (20") && said[1].contains("zhao"), "{said:?}");
    assert_eq!((said.len(), comparison.conflicts), (2, 1));
    assert_eq!(["a.gradus", "b.gradus", "c.gradus"].map(|name| desk.bytes(name)), before, "asking writes nothing");
    assert_eq!(at_home(&desk).carry_out(&comparison).unwrap(), desk.path("a.gradus").canonicalize().unwrap());
    assert!(desk.bytes("a.gradus").starts_with(&before[0]), "a file is only appended to");
    assert_eq!(["b.gradus", "c.gradus"].map(|name| desk.bytes(name)), before[1..]);
    assert_eq!(desk.answer("a.gradus", "N3.1")["state"], "unknown");
    assert_eq!(desk.answer("a.gradus", "O1.1")["level"], 2.0);
    let sentence = refused(&desk, &["a.gradus", "b.gradus", "c.gradus"], "a.gradus");
    assert_eq!(sentence, "a.gradus already has everything in the other files; there is nothing to merge");
}

#[test]
fn at_home_copies_can_become_a_file_of_their_own() {
    let desk = Desk::two_interviewers();
    let before = ["a.gradus", "b.gradus"].map(|name| desk.bytes(name));
    let comparison = compared(&desk, &["a.gradus", "b.gradus"], "both.gradus");
    let path = at_home(&desk).carry_out(&comparison).unwrap();
    assert_eq!(path.file_name().unwrap(), "both.gradus");
    assert_eq!(["a.gradus", "b.gradus"].map(|name| desk.bytes(name)), before);
    assert_eq!(conflicts(&desk.done("show both.gradus --json").json()).len(), 1);
    // What stands there is never replaced.
    let again = compared(&desk, &["a.gradus", "b.gradus"], "both.gradus");
    let there = desk.bytes("both.gradus");
    let refused = at_home(&desk).carry_out(&again).unwrap_err().to_string();
    assert!(refused.contains("already exists"), "{refused}");
    assert_eq!(desk.bytes("both.gradus"), there);
}

#[test]
fn at_home_what_was_made_separately_becomes_a_new_file() {
    let desk = Desk::two_interviewers();
    desk.done("new --subject Steel -o apart.gradus");
    desk.done("answer apart.gradus N1.1=4 --by zhao");
    let before = ["a.gradus", "apart.gradus"].map(|name| desk.bytes(name));
    let sentence = refused(&desk, &["a.gradus", "apart.gradus"], "a.gradus");
    assert!(sentence.contains("started separately") && sentence.contains("leave the place empty"), "{sentence}");
    let comparison = compared(&desk, &["a.gradus", "apart.gradus"], "");
    assert!(comparison.sentences[0].contains("started separately"), "{:?}", comparison.sentences);
    let path = at_home(&desk).carry_out(&comparison).unwrap();
    assert_eq!(["a.gradus", "apart.gradus"].map(|name| desk.bytes(name)), before);
    let merged = desk.done(&format!("show {} --json", path.display())).json();
    assert_eq!(conflicts(&merged).len(), 1);
    // A different subject is no question.
    desk.done("new --subject Copper -o copper.gradus");
    assert!(refused(&desk, &["a.gradus", "copper.gradus"], "x.gradus").contains("Copper"));
}

#[test]
fn at_home_copies_are_known_by_the_id_inside() {
    let desk = Desk::two_interviewers();
    fs::create_dir_all(desk.path("data")).unwrap();
    let put = |name: &str, from: &str| {
        fs::copy(desk.path(from), desk.path("data").join(name)).unwrap();
    };
    put("steel.gradus", "a.gradus");
    put("steel (li's conflicted copy 2026-11-21).gradus", "b.gradus");
    put("steel.sync-conflict-20261121-101205-ABCDEFG.gradus", "a.gradus");
    put("x.gradus", "a.gradus");
    desk.done("new --subject Steel -o data/steel-2.gradus");
    let home = at_home(&desk);
    let rename = gradus::assessment::Change::text(
        gradus::assessment::Thing::Setup(gradus::assessment::Field::Subject),
        "Copper",
    );
    let copied = home.open(&desk.path("data").join("x.gradus"), gradus::store::Use::Write).ok().unwrap();
    home.record(copied, None, |_, _| Ok(vec![rename])).unwrap();

    let listed = home.store.list();
    let name = |place: usize| listed[place].path.file_name().unwrap().to_string_lossy().into_owned();
    let copies = gradus::store::copies(&listed);
    let mut found: Vec<_> = copies
        .iter()
        .enumerate()
        .map(|(place, copy)| (name(place), copy.map(|c| (name(c.of), c.same_subject, c.is_held))))
        .collect();
    found.sort();
    let of = |same_subject: bool, is_held: bool| Some(("steel.gradus".to_owned(), same_subject, is_held));
    let expected = [
        ("steel (li's conflicted copy 2026-11-21).gradus", of(true, false)),
        ("steel-2.gradus", None),
        ("steel.gradus", None),
        ("steel.sync-conflict-20261121-101205-ABCDEFG.gradus", of(true, true)),
        // Its name is the shortest, but its subject was changed.
        ("x.gradus", of(false, false)),
    ];
    assert_eq!(found, expected.map(|(name, of)| (name.to_owned(), of)));
}

#[test]
fn damaged_lines_are_never_replaced_by_a_union() {
    let desk = Desk::two_interviewers();
    let torn = String::from_utf8(desk.bytes("a.gradus")).unwrap().replace("plants", "plaits");
    fs::write(desk.path("a.gradus"), &torn).unwrap();
    let refused = desk.run("merge a.gradus b.gradus -o ./a.gradus --force");
    assert!(refused.refused(1).contains("damaged lines"), "{}", refused.err);
    assert_eq!(desk.bytes("a.gradus"), torn.as_bytes());
    desk.done("merge a.gradus b.gradus -o b.gradus --force");
}

#[test]
fn damage_in_one_file_is_told_and_the_rest_is_united() {
    let desk = Desk::two_interviewers();
    let mut bytes = desk.bytes("b.gradus");
    let last = bytes.len() - 30;
    bytes[last] ^= 1;
    fs::write(desk.path("b.gradus"), &bytes).unwrap();
    let merged = desk.done("merge a.gradus b.gradus -o c.gradus --json");
    assert!(merged.err.contains("b.gradus: line 8 of the file is damaged"), "{}", merged.err);
    assert_eq!(merged.json()["entries"], 7);
    // Lines that only a newer version can read would get lost.
    let newer = "{\"new\":1}";
    let line = &newer[..newer.len() - 1];
    let line = format!("{line},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(line.as_bytes()));
    fs::write(desk.path("n.gradus"), [desk.bytes("a.gradus"), line.into_bytes()].concat()).unwrap();
    assert!(desk.run("merge a.gradus n.gradus -o d.gradus").refused(1).contains("newer gradus"));
}

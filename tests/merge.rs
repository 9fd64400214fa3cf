//! `gradus merge`, `log` and `check`, as people and scripts run them.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use std::fs;
use std::path::{Path, PathBuf};

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
    assert!(lines[0].starts_with("8 entries of 2 files are united in ") && lines[0].ends_with("c.gradus"), "{said}");
    assert_eq!(lines[2], "  R3.1 answer");
    assert!(lines[3].ends_with("  wang  level 4 (shown now)") && lines[3].starts_with("    20"), "{said}");
    assert!(lines[4].ends_with("  li    level 2 + partly"), "{said}");
    assert_eq!(lines.len(), 5);
    let said = desk.done("merge b.gradus a.gradus -o e.gradus --lang zh").out;
    assert!(
        said.contains("R3.1 回答") && said.contains("第 4 级（现用）") && said.contains("第 2 级 + 部分做到"),
        "{said}"
    );
    let said = desk.done("merge a.gradus a.gradus -o f.gradus").out;
    assert!(said.ends_with("They agree about everything.\n"), "{said}");
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

//! Files that are too much: each is refused at once and in little memory (S7, S8, S9).
//!
//! The watchdogs are ten times what is asked of a release build on a quiet machine.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{event, keep_rubric, places::Places, refuses, refuses_rubric, rubrics, sound};

const TIME: Duration = Duration::from_millis(500);
/// In KiB, of address space: more than what is in use.
const MEMORY: &str = "327680";

/// The command is refused with these names in either language, and in English with this word; in
/// little memory, and in little time at least once of three times on a machine that has more to do.
#[track_caller]
fn at_once(places: &Places, args: &[&str], names: &[&str], word: &str) {
    let sentence = refuses(places, args, names);
    assert!(sentence.contains(word), "{sentence}");
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
    let taken = (0..3).map(|_| {
        let mut shell = Command::new("sh");
        shell.envs(places.environment("en")).current_dir(places.root());
        let start = Instant::now();
        let output = shell.args(["-c", &limited, env!("CARGO_BIN_EXE_gradus")]).args(args).output().unwrap();
        let taken = start.elapsed();
        assert_eq!(String::from_utf8_lossy(&output.stderr).trim_end(), sentence);
        taken
    });
    let taken = taken.min().unwrap_or_default();
    assert!(taken < TIME, "{taken:?} for {args:?}");
}

#[track_caller]
fn rubric_at_once(bytes: impl AsRef<[u8]>, word: &str) {
    let places = Places::new();
    let path = keep_rubric(&places, bytes);
    at_once(&places, &["new", "--subject", "X", "--rubric", "x"], &[path.to_str().unwrap()], word);
}

#[test]
fn nesting_without_end() {
    rubric_at_once("[".repeat(5_000_000), "4 MiB");
    rubric_at_once("[".repeat(4_000_000), "32");
    rubric_at_once("{\"a\":".repeat(200), "32");
    rubric_at_once(format!("{{\"id\":{}", "{\"a\":".repeat(200)), "32");
    let deep = format!("{}{}", "{\"a\":".repeat(200), "1".to_owned() + &"}".repeat(200));
    // Even where nobody reads it.
    rubric_at_once(sound().to_string().replacen('{', &format!("{{\"$comment\":{deep},"), 1), "32");
}

#[test]
fn limits_are_named() {
    rubric_at_once(sound().to_string().replace("A dimension", &"x".repeat(15 << 20)), "4 MiB");
    refuses_rubric(format!("{}{}", "[", "{},".repeat(1_000_000)), &["1"]);
    let mut rubric = sound();
    rubric["title"] = json!({ "zh": "x".repeat((64 << 10) + 1), "en": "x" });
    refuses_rubric(rubric.to_string(), &["title.zh", "64 KiB"]);

    let tiny =
        |id: usize| json!({ "id": format!("i{id}"), "text": { "en": "t" }, "anchors": [{ "en": "a" }, { "en": "b" }] });
    let two = json!({ "levels": [rubrics::scale(0, 1)["levels"][0], rubrics::scale(0, 1)["levels"][1]] });
    let mut many = sound();
    many["languages"] = json!(["en"]);
    many["scale"] = two;
    many["overall_rule"] = json!({});
    many["dimensions"] =
        json!([{ "id": "d", "name": { "en": "d" }, "areas": [{ "id": "a", "name": { "en": "a" }, "questions": [] }] }]);
    let questions = |count: usize| (0..count).map(tiny).collect::<Vec<Value>>();
    many["dimensions"][0]["areas"][0]["questions"] = json!(questions(2_001));
    refuses_rubric(many.to_string(), &["2000"]);
    many["dimensions"][0]["areas"][0]["questions"] = json!(questions(1));
    let dimension = |d: usize| json!({ "id": format!("d{d}"), "name": { "en": "d" }, "areas": [{ "id": format!("a{d}"), "name": { "en": "a" }, "questions": [tiny(d)] }] });
    many["dimensions"] = json!((0..201).map(dimension).collect::<Vec<_>>());
    refuses_rubric(many.to_string(), &["dimensions", "200"]);
    let level = |v: usize| json!({ "value": v, "name": { "en": "l" }, "summary": { "en": "l" } });
    for levels in [21, 50_000] {
        many["scale"] = json!({ "levels": (0..levels).map(level).collect::<Vec<_>>() });
        refuses_rubric(many.to_string(), &["scale.levels", "20"]);
    }
}

/// Puts something at a path.
type Make<'m> = &'m dyn Fn(&Path);

#[cfg(unix)]
#[test]
fn what_is_no_file_or_has_no_end() {
    let places = Places::new();
    let rubrics = places.data().join("rubrics");
    std::fs::create_dir_all(&rubrics).unwrap();
    let sparse = |path: &Path| std::fs::File::create(path).unwrap().set_len(4 << 30).unwrap();
    let link = |to: &'static str| move |path: &Path| std::os::unix::fs::symlink(to, path).unwrap();
    let fifo = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    let folder = |path: &Path| std::fs::create_dir(path).unwrap();
    let round = |path: &Path| std::os::unix::fs::symlink(path, path).unwrap();
    let kinds: [(Make, &str); 6] = [
        (&sparse, "MiB"),
        (&link("/dev/zero"), "a device"),
        (&link("/dev/tty"), "a device"),
        (&fifo, "a pipe"),
        (&folder, "a folder"),
        (&round, "link"),
    ];
    for (make, word) in kinds {
        let rubric = rubrics.join("x.json");
        let file = places.root().join("assessment.gradus");
        for path in [&rubric, &file] {
            make(path);
        }
        let name = file.to_str().unwrap();
        at_once(&places, &["new", "--subject", "X", "--rubric", "x"], &[rubric.to_str().unwrap()], word);
        // Of a link to somewhere else, that is named.
        let named = file.canonicalize().unwrap_or(file.clone());
        for args in [&["show", name][..], &["answer", name, "N1.1=2"]] {
            at_once(&places, args, &[named.to_str().unwrap()], word);
        }
        for path in [&rubric, &file] {
            let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir(path));
        }
    }
}

#[test]
fn an_assessment_over_its_limits() {
    let places = Places::new();
    let file = places.assessment();
    let header = std::fs::read_to_string(&file).unwrap();
    let note = |bytes: usize| event(1, "note/N1.1", &json!("x".repeat(bytes)).to_string());
    // A line over its limit is damaged, and the rest is read.
    std::fs::write(&file, format!("{header}{}", note((1 << 20) + 1))).unwrap();
    let output = places.output(&["show", &file, "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("damaged"));
    let filler = "x".repeat(1 << 20) + "\n";
    std::fs::write(&file, header + &filler.repeat(17)).unwrap();
    at_once(&places, &["show", &file], &[&file], "16 MiB");
    at_once(&places, &["answer", &file, "N1.1=2"], &[&file], "16 MiB");
}

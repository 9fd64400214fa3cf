//! Files made to do harm: what is refused, and what is shown without doing any.
//!
//! A refusal is one clear sentence that names the file and the place in it; nothing is written.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "hostile/assessments.rs"]
mod assessments;
#[path = "hostile/corpus.rs"]
mod corpus;
#[cfg(target_os = "linux")]
#[path = "hostile/folders.rs"]
mod folders;
#[path = "hostile/grammar.rs"]
mod grammar;
#[path = "hostile/huge.rs"]
mod huge;
#[path = "support/places.rs"]
mod places;
#[path = "support/pty.rs"]
#[cfg(target_os = "linux")]
mod pty;
#[path = "hostile/refused.rs"]
mod refused;
#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/rubrics.rs"]
mod rubrics;
#[cfg(target_os = "linux")]
#[path = "hostile/shown.rs"]
mod shown;
#[path = "support/stage.rs"]
mod stage;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use places::Places;
use serde_json::{Value, json};

/// A small rubric that is in order.
fn sound() -> Value {
    let question = |id: &str| rubrics::ladder(id, 1.0, 0, 2);
    let area = |id: &str, q: &str| json!({ "id": id, "name": rubrics::text("An area"), "questions": [question(q)] });
    let dimension =
        |id: &str, areas: Vec<Value>| json!({ "id": id, "name": rubrics::text("A dimension"), "areas": areas });
    let dimensions =
        json!([dimension("d1", vec![area("a1", "q1"), area("a2", "q2")]), dimension("d2", vec![area("a3", "q3")])]);
    let rules = (json!({ "name": "bands", "offset": 0.2 }), json!({ "cap": 1, "critical": ["a1"] }));
    let mut rubric = rubrics::rubric(rubrics::scale(0, 2), &rules.0, &rules.1, dimensions);
    rubric["id"] = json!("x");
    rubric
}

/// Puts bytes where the user's rubric `x` belongs.
fn keep_rubric(places: &Places, bytes: impl AsRef<[u8]>) -> PathBuf {
    let folder = places.data().join("rubrics");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("x.json");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Every file below a folder with its bytes; of large ones only the length counts.
fn everything(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(root).unwrap().flatten() {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.insert(entry.path(), Vec::new());
            found.extend(everything(&entry.path()));
        } else {
            let length = entry.metadata().unwrap().len();
            let is_small_file = kind.is_file() && length < 1 << 20;
            let bytes = if is_small_file { std::fs::read(entry.path()).unwrap() } else { length.to_le_bytes().into() };
            found.insert(entry.path(), bytes);
        }
    }
    found
}

/// The command ends with exit code 1 and one sentence, in either language, that names `words`; nothing changes.
#[track_caller]
fn refuses(places: &Places, args: &[&str], words: &[&str]) -> String {
    let before = everything(places.root());
    let mut english = String::new();
    for lang in ["zh", "en"] {
        let output = places.command(args).env("GRADUS_LANG", lang).output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!((output.status.code(), out.as_str()), (Some(1), ""), "{args:?}: {err}");
        let sentence = err.strip_suffix('\n').unwrap().to_owned();
        assert!(sentence.starts_with("gradus: ") && sentence.len() < 2_000, "{sentence}");
        let hidden = sentence.chars().find(|c| gradus::text::has_hidden(c.encode_utf8(&mut [0; 4])));
        assert_eq!(hidden, None, "{sentence:?}");
        for word in words {
            assert!(sentence.contains(word), "no {word:?} in {sentence}");
        }
        assert_eq!(sentence.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), lang == "zh", "{sentence}");
        english = sentence;
    }
    assert!(everything(places.root()) == before, "{args:?} changed something");
    english
}

/// The command ends well or with exit code 1, within so many KiB of memory, and prints nothing unclean.
#[track_caller]
fn refuses_nothing_unclean(places: &Places, args: &[&str], kib: usize) {
    let limited = format!("ulimit -v {kib}; exec \"$0\" \"$@\"");
    let mut shell = std::process::Command::new("sh");
    shell.envs(places.environment("en")).current_dir(places.root());
    let output = shell.args(["-c", &limited, env!("CARGO_BIN_EXE_gradus")]).args(args).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {:?} {err}", output.status);
    for c in out.chars().chain(err.chars()).filter(|c| *c != '\n') {
        assert!(!gradus::text::has_hidden(c.encode_utf8(&mut [0; 4])), "{args:?}: {c:?} in {out}{err}");
    }
}

/// A new assessment of the rubric `x` is refused with a sentence that names its file and `words`.
#[track_caller]
fn refuses_rubric(bytes: impl AsRef<[u8]>, words: &[&str]) -> String {
    let places = Places::new();
    let path = keep_rubric(&places, bytes);
    let words = [&[path.to_str().unwrap()], words].concat();
    refuses(&places, &["new", "--subject", "East Steel", "--rubric", "x"], &words)
}

/// An assessment of the rubric in these bytes.
fn assessed(places: &Places, rubric: impl AsRef<[u8]>) -> String {
    keep_rubric(places, rubric);
    places.run(&["new", "--subject", "East Steel", "--rubric", "x"]).trim_end().to_owned()
}

/// A line of an assessment with the checksum that makes it whole.
fn whole(members: &str) -> String {
    let body = members.strip_suffix('}').unwrap();
    format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()))
}

/// A whole line of the n-th event of a session of somebody else's.
fn event(n: usize, thing: &str, is: &str) -> String {
    let (thing, at) = (json!(thing), "2026-11-21T10:12:05.120+08:00");
    whole(&format!("{{\"e\":\"evil0000.{n}\",\"at\":\"{at}\",\"by\":\"\",\"after\":[],\"thing\":{thing},\"is\":{is}}}"))
}

/// Adds lines to an assessment.
fn add(file: &str, lines: &[String]) {
    use std::io::Write;
    let mut file = std::fs::OpenOptions::new().append(true).open(file).unwrap();
    file.write_all(lines.concat().as_bytes()).unwrap();
}

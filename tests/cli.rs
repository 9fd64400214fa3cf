//! The commands: what they print, what they refuse, and that a refusal changes nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use std::io::Read;
use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;
use places::Places;
use predicates::prelude::*;
use serde_json::{Value, json};

/// The program in a language.
fn gradus(places: &Places, lang: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
    command.envs(places.environment(lang)).current_dir(places.root());
    command
}

/// One sentence on standard error, nothing on standard output, and this exit code.
#[track_caller]
fn refuses(output: &Output, code: i32) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}{err}");
    assert_eq!(out, "", "{err}");
    let sentence = err.strip_suffix('\n').unwrap_or_else(|| panic!("no line break after {err:?}"));
    assert!(sentence.starts_with("gradus: ") && sentence.len() > 20, "{sentence:?}");
    assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
    sentence.to_owned()
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[cfg(unix)]
fn mode(path: impl AsRef<Path>) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn new_prints_the_path_of_a_private_file_and_nothing_else() {
    let places = Places::new();
    let output = places.output(&["new", "--subject", "East Steel", "--mode", "workshop", "--depth", "full"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let path = String::from_utf8(output.stdout).unwrap();
    let path = path.strip_suffix('\n').unwrap();
    assert!(path.ends_with("-east-steel.gradus") && Path::new(path).starts_with(places.data()), "{path}");
    #[cfg(unix)]
    assert_eq!((mode(path), mode(places.data())), (0o600, 0o700));
    let shown = places.shown(path);
    assert_eq!(
        (&shown["mode"], &shown["depth"], &shown["subject"]),
        (&json!("workshop"), &json!("full"), &json!("East Steel"))
    );
    // A second one of the same day and subject gets a number, and neither is touched.
    let second = places.assessment();
    assert_ne!(second, path);
    assert_ne!(places.shown(&second)["assessment"], shown["assessment"]);
}

#[test]
fn new_takes_the_defaults_and_a_path() {
    let places = Places::new();
    let path = places.root().join("here.gradus");
    let path = path.to_str().unwrap();
    assert_eq!(places.run(&["new", "--subject", "华东钢铁", "-o", path]), format!("{path}\n"));
    let shown = places.shown(path);
    assert_eq!(shown["rubric"], json!({ "id": "icp", "version": "1.0.0" }));
    assert_eq!((&shown["mode"], &shown["depth"]), (&json!("self"), &json!("quick")));
    let before = std::fs::read(path).unwrap();
    for taken in [path, places.root().to_str().unwrap()] {
        refuses(&places.output(&["new", "--subject", "Other", "-o", taken]), 1);
    }
    assert_eq!(std::fs::read(path).unwrap(), before);
    for (args, word) in [
        (vec!["--subject", "  "], "subject"),
        (vec!["--subject", "X", "--rubric", "none"], "none"),
        (vec!["--subject", "X", "--rubric", "../../etc/passwd"], "etc"),
        (vec!["--subject", "X", "-o", "/nowhere/at/all.gradus"], "/nowhere/at"),
    ] {
        let sentence = refuses(&places.output(&[&["new"], &args[..]].concat()), 1);
        assert!(sentence.contains(word), "{sentence}");
    }
    assert!(!places.data().exists(), "a refused new made a folder");
}

#[test]
fn list_shows_what_there_is_and_what_cannot_be_read() {
    let places = Places::new();
    gradus(&places, "en").arg("list").assert().success().stdout("").stderr(predicate::str::contains("gradus new"));
    gradus(&places, "zh").arg("list").assert().success().stdout("").stderr(predicate::str::contains("还没有评估"));
    gradus(&places, "en").args(["list", "--json"]).assert().success().stdout("[]\n");
    let first = places.assessment();
    places.run(&["answer", &first, "N1.1=3", "N2.1=unknown"]);
    places.run(&["new", "--subject", "West Steel"]);
    let rubbish = places.data().join("rubbish.gradus");
    std::fs::write(&rubbish, "no assessment\n").unwrap();
    let text = places.run(&["list"]);
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.lines().any(|l| l.starts_with("East Steel") && l.contains("2/24") && l.ends_with(&first)), "{text}");
    let listed: Value = serde_json::from_str(&places.run(&["list", "--json"])).unwrap();
    let of =
        |path: &Path| listed.as_array().unwrap().iter().find(|e| e["path"] == path.to_str().unwrap()).unwrap().clone();
    let entry = of(Path::new(&first));
    assert_eq!((&entry["answered"], &entry["asked"], &entry["level"]), (&json!(2), &json!(24), &Value::Null));
    assert!(of(&rubbish)["error"].as_str().unwrap().contains("rubbish.gradus"));
    assert_eq!(std::fs::read(&rubbish).unwrap(), b"no assessment\n");
}

#[test]
fn answer_records_every_kind_of_answer() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "A1.1=4"]);
    let said = ["R3.1=2", "N1.1=3+partly", "N5.1=na:no own network", "O2.1=unknown", "A1.1=clear"];
    let more = [
        "--note",
        "R3.1=ask Li = again\nsecond line",
        "--evidence",
        "R3.1=document:catalogue: export",
        "--evidence",
        "R3.1=record:log",
    ];
    let rest = ["--confidence", "R3.1=likely", "--by", "li"];
    let printed = places.run(&[&["answer", &file], &said[..], &more, &rest].concat());
    assert_eq!(printed, "");
    let shown = places.shown(&file);
    let answers = shown["answers"].as_array().unwrap();
    let of = |id: &str| answers.iter().find(|a| a["id"] == id).unwrap();
    assert_eq!(of("N1.1"), &json!({ "id": "N1.1", "state": "level", "level": 3.0, "value": 3.5, "toward": "partly" }));
    assert_eq!(of("N5.1"), &json!({ "id": "N5.1", "state": "not_applicable", "reason": "no own network" }));
    assert_eq!(of("O2.1"), &json!({ "id": "O2.1", "state": "unknown" }));
    assert_eq!(of("A1.1"), &json!({ "id": "A1.1", "state": "unanswered" }));
    let r3 = of("R3.1");
    assert_eq!((&r3["note"], &r3["confidence"]), (&json!("ask Li = again\nsecond line"), &json!("likely")));
    let evidence = json!([{ "kind": "document", "text": "catalogue: export" }, { "kind": "record", "text": "log" }]);
    assert_eq!(r3["evidence"], evidence);
    assert_eq!(
        shown["counts"],
        json!({ "asked": 24, "rated": 2, "unknown": 1, "not_applicable": 1, "unanswered": 20 })
    );
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"by\":\"li\""));
}

#[test]
fn a_file_is_named_by_path_id_or_subject() {
    let places = Places::new();
    let file = places.assessment();
    let id = places.shown(&file)["assessment"].as_str().unwrap().to_owned();
    let relative = Path::new(&file).strip_prefix(places.root()).unwrap().to_str().unwrap().to_owned();
    for name in [&file, &id, "East Steel", &relative] {
        places.run(&["answer", name, "N1.1=2"]);
        assert_eq!(places.shown(name)["assessment"], id.as_str());
    }
    let second = places.assessment();
    let sentence = refuses(&places.output(&["show", "East Steel"]), 1);
    assert!(sentence.contains(&file) && sentence.contains(&second), "{sentence}");
    // A command's name wins over a subject's.
    places.run(&["new", "--subject", "list"]);
    assert!(places.run(&["list"]).contains("East Steel"));
}

#[test]
fn a_refused_answer_says_why_and_writes_nothing() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let before = std::fs::read(&file).unwrap();
    let long = format!("N1.1={}", "x".repeat((64 << 10) + 1));
    let refused: &[(&[&str], &str)] = &[
        (&["X9.9=2"], "X9.9"),
        (&["n1.1=2"], "n1.1"),
        (&["N1.1"], "N1.1"),
        (&["=2"], "icp"),
        (&["N1.1="], "N1.1="),
        (&["N1.1=6"], "0, 1, 2, 3, 4, 5"),
        (&["N1.1=-1"], "N1.1=-1"),
        (&["N1.1=2.5"], "N1.1=2.5"),
        (&["N1.1=1e0"], "N1.1=1e0"),
        (&["N1.1=NaN"], "N1.1=NaN"),
        (&["N1.1=18446744073709551616"], "18446744073709551616"),
        (&["N1.1=２"], "N1.1=２"),
        (&["N1.1=5+partly"], "N1.1=5+partly"),
        (&["N1.1=5+mostly"], "N1.1=5+mostly"),
        (&["N1.1=3+wholly"], "partly, mostly"),
        (&["N1.1=3+"], "N1.1=3+"),
        (&["N1.1=na:not ours"], "N1.1"),
        (&["N5.1=na"], "N5.1"),
        (&["N5.1=na:"], "N5.1"),
        (&["N5.1=na:  \t "], "N5.1"),
        (&["N1.1=2", "N1.1=3"], "N1.1"),
        (&["N2.1=2", "N3.1=9"], "N3.1=9"),
        (&[], "R3.1=2"),
        (&["--confidence", "N1.1=certain"], "sure"),
        (&["--evidence", "N1.1=rumour:heard"], "N1.1"),
        (&["--evidence", "N1.1=document"], "N1.1"),
        (&["--evidence", "N1.1=document:  "], "N1.1"),
        (&["--note", "X9.9=text"], "X9.9"),
        (&["--note", &long], "64"),
        (&["N1.1=\u{1b}[2J\u{202e}"], "N1.1=␛[2J<U+202E>"),
        (&["\u{1b}]0;x\u{7}=2"], "␛]0;x␇"),
    ];
    for lang in ["en", "zh"] {
        for (args, word) in refused {
            let output = gradus(&places, lang).arg("answer").arg(&file).args(*args).output().unwrap();
            let sentence = refuses(&output, 1);
            assert!(sentence.contains(word), "{args:?}: {sentence}");
            assert_eq!(has_han(&sentence), lang == "zh", "{sentence}");
            assert_eq!(std::fs::read(&file).unwrap(), before, "{args:?}");
        }
    }
}

#[test]
fn a_file_that_is_none_is_refused_and_left_alone() {
    let places = Places::new();
    std::fs::create_dir(places.data()).unwrap();
    let rubbish = places.data().join("rubbish.gradus");
    std::fs::write(&rubbish, "{\"gradus\":1}\n").unwrap();
    let folder = places.root().to_str().unwrap();
    for name in [rubbish.to_str().unwrap(), folder, "/dev/null", "missing.gradus", "missing"] {
        for lang in ["en", "zh"] {
            for args in [&["show"][..], &["answer"]] {
                let output =
                    gradus(&places, lang).args(args).arg(name).args((args == ["answer"]).then_some("N1.1=2")).output();
                let sentence = refuses(&output.unwrap(), 1);
                assert!(sentence.contains(name), "{sentence}");
                assert_eq!(has_han(&sentence), lang == "zh", "{sentence}");
            }
        }
    }
    assert_eq!(std::fs::read(&rubbish).unwrap(), b"{\"gradus\":1}\n");
    assert!(!places.root().join("missing.gradus").exists());
}

/// The answer whose value is `x`, as it is typed.
fn typed(question: &str, x: &Value) -> Option<String> {
    let value = match x {
        Value::Null => return None,
        Value::String(_) => "na:a reason".to_owned(),
        x => {
            let x = x.as_f64().unwrap();
            let credit = [(0.0, ""), (0.5, "+partly"), (0.8, "+mostly")];
            let (_, word) = credit.into_iter().find(|(c, _)| (x.fract() - c).abs() < 1e-9).unwrap();
            format!("{}{word}", x.floor())
        }
    };
    Some(format!("{question}={value}"))
}

#[track_caller]
fn close(found: &Value, expected: &Value, what: &str) {
    match (found.as_f64(), expected.as_f64()) {
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-9, "{what}: {found}, expected {expected}"),
        _ => assert_eq!(found, expected, "{what}"),
    }
}

#[test]
fn the_worked_cases_go_through_answer_and_show() {
    let text = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference-icp.json")).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let mut cases = 0;
    // That N6 does not apply is a case for the engine alone: the rubric does not allow it.
    for case in file["cases"].as_array().unwrap().iter().filter(|c| c["id"] != "N6 n/a") {
        let id = case["id"].as_str().unwrap();
        let places = Places::new();
        let file = places.assessment();
        let answers: Vec<String> =
            case["answers"].as_object().unwrap().iter().filter_map(|(q, x)| typed(q, x)).collect();
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        places.run(&[&["answer", &file], &answers[..]].concat());
        let shown = places.shown(&file);
        let headline = &shown["headline"];
        close(&shown["coverage"], &case["coverage"], id);
        for member in ["status", "level", "level_low", "level_high", "score", "score_low", "score_high"] {
            // A score that is not to be shown is null.
            if !(member == "score" && headline["score"].is_null()) {
                close(&headline[member], &case[member], &format!("{id} {member}"));
            }
        }
        let uncapped = case["uncapped"].as_array().unwrap();
        let expected = if uncapped[0] == uncapped[1] { uncapped[0].clone() } else { Value::Null };
        assert_eq!(headline["uncapped"], expected, "{id}");
        for dimension in shown["dimensions"].as_array().unwrap() {
            let expected = &case["dimensions"][dimension["id"].as_str().unwrap()];
            if !dimension["score"].is_null() {
                close(&dimension["score"], &expected[0], id);
            }
            close(&dimension["level_low"], &expected[1], id);
            close(&dimension["level_high"], &expected[2], id);
        }
        cases += 1;
    }
    assert!(cases >= 11, "{cases}");
}

fn members(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn show_json_has_the_members_that_scripts_rely_on() {
    let places = Places::new();
    let file = places.assessment();
    let all = |level: &str, but: &[&str]| {
        let ids = "NROA".chars().flat_map(|d| (1..=6).map(move |a| format!("{d}{a}.1")));
        ids.filter(|id| !but.contains(&id.as_str())).map(|id| format!("{id}={level}")).collect::<Vec<_>>()
    };
    let answer = |answers: &[String]| {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        places.run(&[&["answer", &file], &answers[..]].concat());
        places.shown(&file)
    };
    let empty = places.shown(&file);
    let contains = |value: &Value, wanted: &[&str]| {
        let found = members(value);
        assert!(wanted.iter().all(|w| found.contains(w)), "{found:?}");
    };
    contains(
        &empty,
        &["rubric", "subject", "depth", "coverage", "counts", "headline", "dimensions", "areas", "lenses", "answers"],
    );
    contains(&empty["headline"], &["status", "level", "level_low", "level_high", "uncapped", "score", "caps"]);
    contains(
        &empty["dimensions"][0],
        &["id", "name", "status", "score", "level", "level_low", "level_high", "coverage"],
    );
    contains(&empty["areas"][0], &["id", "name", "status", "score", "level", "level_low", "level_high", "coverage"]);
    let lenses: Vec<&str> = empty["lenses"].as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert_eq!(lenses, ["find", "allocate", "use"]);
    assert_eq!((&empty["coverage"], &empty["headline"]["status"]), (&json!(0.0), &json!("insufficient")));
    assert_eq!((empty["dimensions"].as_array().unwrap().len(), empty["areas"].as_array().unwrap().len()), (4, 24));
    for node in [&empty["headline"], &empty["dimensions"][0], &empty["areas"][0]] {
        assert_eq!((&node["level"], &node["score"]), (&Value::Null, &Value::Null));
    }

    // Operation is weak: both caps bind and both are told.
    let mut capped = all("4", &["O1.1", "O2.1", "O3.1", "O4.1", "O5.1", "O6.1"]);
    capped.extend(["O1.1=1", "O2.1=1", "O3.1=1", "O4.1=1", "O5.1=1", "O6.1=1"].map(str::to_owned));
    let headline = answer(&capped)["headline"].clone();
    assert_eq!(
        (&headline["status"], &headline["level"], &headline["uncapped"]),
        (&json!("final"), &json!(2), &json!(3))
    );
    let caps = json!([
        { "kind": "dimension", "id": "O", "level": 1, "limit": 2 },
        { "kind": "area", "id": "O5", "level": 1, "limit": 2 },
    ]);
    assert_eq!(headline["caps"], caps);

    // One open question that decides: a range, and no level.
    let mut open = all("4", &["N6.1"]);
    open.push("N6.1=clear".to_owned());
    let headline = answer(&open)["headline"].clone();
    assert_eq!((&headline["status"], &headline["level"]), (&json!("range"), &Value::Null));
    assert_eq!((&headline["level_low"], &headline["level_high"]), (&json!(1), &json!(4)));
    assert_eq!(headline["caps"], json!([]));

    // One that does not: determined, with its level.
    let headline = answer(&["N6.1=4".to_owned(), "A3.1=clear".to_owned()])["headline"].clone();
    assert_eq!((&headline["status"], &headline["level"]), (&json!("determined"), &json!(4)));

    // The names follow the language, the numbers do not.
    let zh: Value = serde_json::from_str(&places.run(&["show", &file, "--json", "--lang", "zh"])).unwrap();
    let en = places.shown(&file);
    assert_eq!((&zh["dimensions"][0]["name"], &en["dimensions"][0]["name"]), (&json!("网络"), &json!("Network")));
    assert_eq!((&zh["headline"], &zh["answers"]), (&en["headline"], &en["answers"]));
}

#[test]
fn show_prints_the_result_in_plain_lines() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3", "N2.1=2", "N3.1=3", "N4.1=2"]);
    let text = places.run(&["show", &file]);
    for words in
        ["East Steel", "4/24 answered", "coverage 16%", "Network", "N1 Access and latency circles", "Self-declared"]
    {
        assert!(text.contains(words), "no {words:?} in\n{text}");
    }
    let text = places.run(&["show", &file, "--lang", "zh"]);
    for words in ["East Steel", "已答 4/24", "覆盖率 16%", "网络", "自评结果，不是认证"] {
        assert!(text.contains(words), "no {words:?} in\n{text}");
    }
}

#[test]
fn reading_writes_nothing() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let before = (std::fs::read(&file).unwrap(), places.remembered());
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["list", "--json"]] {
        places.run(args);
    }
    assert_eq!((std::fs::read(&file).unwrap(), places.remembered()), before);
}

#[test]
fn wrong_usage_is_told_in_one_sentence_of_the_language() {
    let places = Places::new();
    let wrong: &[(&[&str], &str)] = &[
        (&["--frobnicate"], "--frobnicate"),
        (&["show"], "<FILE>"),
        (&["answer"], "<FILE>"),
        (&["new"], "--subject"),
        (&["new", "--subject"], "--subject"),
        (&["new", "--subject", "X", "--mode", "alone"], "self, workshop, interview"),
        (&["new", "--subject", "X", "--depth", "deep"], "quick, full"),
        (&["list", "--color", "blue"], "auto, always, never"),
        (&["show", "a", "b"], "b"),
        (&["--json"], "--json"),
        (&["\u{1b}[2J", "show", "x"], "␛[2J"),
        (&["--\u{1b}]0;x\u{7}"], "␛]0;x␇"),
    ];
    for lang in ["en", "zh"] {
        for (args, word) in wrong {
            let sentence = refuses(&gradus(&places, lang).args(*args).output().unwrap(), 2);
            assert!(sentence.contains(word), "{args:?}: {sentence}");
            assert_eq!(has_han(&sentence), lang == "zh", "{sentence}");
        }
    }
    refuses(&gradus(&places, "en").args(["--lang", "fr", "list"]).output().unwrap(), 2);
}

#[test]
fn help_and_version_speak_both_languages() {
    let places = Places::new();
    for (lang, words) in [("en", "Record answers"), ("zh", "记录回答")] {
        for args in [&["--help"][..], &["-h"], &["answer", "--help"]] {
            gradus(&places, lang).args(args).assert().success().stdout(predicate::str::contains(words)).stderr("");
        }
    }
    gradus(&places, "en").arg("--version").assert().success().stdout(predicate::str::contains("icp 1.0.0"));
}

#[test]
fn the_full_screen_needs_a_terminal_and_says_so() {
    let places = Places::new();
    let file = places.assessment();
    for (lang, word) in [("en", "terminal"), ("zh", "终端")] {
        for args in [&[][..], &[file.as_str()]] {
            let sentence = refuses(&gradus(&places, lang).args(args).output().unwrap(), 1);
            assert!(sentence.contains(word) && sentence.contains("--plain"), "{sentence}");
        }
    }
}

#[test]
fn the_language_comes_from_the_flag_then_the_variable_then_the_locale() {
    let places = Places::new();
    let says = |flag: &[&str], variable: &str, locale: &str| {
        let mut command = gradus(&places, variable);
        command.env("LC_ALL", locale).args(flag).arg("list");
        has_han(&String::from_utf8(command.output().unwrap().stderr).unwrap())
    };
    assert!(says(&[], "", "zh_CN.UTF-8"));
    assert!(!says(&[], "", "de_DE.UTF-8"));
    assert!(!says(&[], "en", "zh_CN.UTF-8"));
    assert!(says(&[], "zh", "C"));
    assert!(says(&["--lang", "zh"], "en", "C"));
    assert!(!says(&["--lang=en"], "zh", "zh_CN.UTF-8"));
    // A variable that names no language is none.
    assert!(says(&[], "\u{1b}]0;x\u{7}", "zh_CN.UTF-8"));
}

#[test]
fn the_data_folder_comes_from_the_flag_then_the_variable() {
    let places = Places::new();
    let other = places.root().join("other");
    places.run(&["new", "--subject", "Here"]);
    places.run(&["new", "--subject", "There", "--data-dir", other.to_str().unwrap()]);
    assert!(!places.run(&["list"]).contains("There"));
    assert!(places.run(&["--data-dir", other.to_str().unwrap(), "list"]).contains("There"));
    let file = places.run(&["new", "--subject", "By variable"]);
    assert!(Path::new(file.trim_end()).starts_with(places.data()));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let places = Places::new();
    let file = places.assessment();
    let mut command = places.command(&["show", &file, "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    // The reader is gone before the first byte.
    let line = format!("'{}' show '{file}' | true", env!("CARGO_BIN_EXE_gradus"));
    let mut shell = Command::new("sh");
    shell.envs(places.environment("en")).args(["-c", &line]).assert().success().stderr("");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let places = Places::new();
    let file = places.assessment();
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["--help"], &["--version"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = places.command(args).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output();
        let sentence = refuses(&output.unwrap(), 1);
        assert!(sentence.contains("Standard output"), "{sentence}");
    }
}

#[test]
fn what_is_printed_holds_no_hidden_character() {
    let places = Places::new();
    let hidden = "a\u{1b}[31m\u{7}\u{9b}2J\u{202e}b\u{200b}\u{e0041}\u{feff}\tc";
    let file = places.run(&["new", "--subject", hidden]).trim_end().to_owned();
    places.run(&[
        "answer",
        &file,
        "N1.1=4",
        "--note",
        &format!("N1.1={hidden}\nline"),
        "--evidence",
        &format!("N1.1=record:{hidden}"),
    ]);
    places.run(&["answer", &file, &format!("N5.1=na:{hidden}")]);
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["list", "--json"]] {
        let text = places.run(args);
        let is_hidden = |c: char| (c.is_control() && c != '\n') || gradus::text::has_hidden(c.encode_utf8(&mut [0; 4]));
        assert_eq!(text.chars().find(|c| is_hidden(*c)), None, "{args:?}\n{text}");
        if args.contains(&"--json") {
            serde_json::from_str::<Value>(&text).unwrap();
        }
    }
    // The file keeps what was typed.
    let line = std::fs::read_to_string(&file).unwrap();
    assert!(line.contains("\\u001b[31m") && line.contains('\u{202e}'), "{line}");
}

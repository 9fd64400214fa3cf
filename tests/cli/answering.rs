//! `answer`: all of it or nothing.

use serde_json::json;

use super::{gradus, has_han, places::Places, refuses};

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

#[test]
fn answer_says_who_said_it_and_what_the_interviewer_makes_of_it() {
    let places = Places::new();
    let file = places.assessment();
    let all = ["N1.1=4", "N2.1=3+partly", "N3.1=unknown"];
    places.run(&[&["answer", &file], &all[..], &["--said-by", "Ms Wang", "--rating", "N1.1=2"]].concat());
    let shown = places.shown(&file);
    let of = |id: &str| shown["answers"].as_array().unwrap().iter().find(|a| a["id"] == id).unwrap().clone();
    assert_eq!((&of("N1.1")["said_by"], &of("N3.1")["said_by"]), (&json!("Ms Wang"), &json!("Ms Wang")));
    assert_eq!(of("N1.1")["rating"], json!({ "level": 2, "value": 2.0 }));
    assert_eq!(of("N2.1").get("rating"), None);
    // Claimed (4 + 3.5) / 2, supported (2 + 3.5) / 2: too few answers for a score of the whole.
    assert_eq!(shown["supported"]["score"], json!(null));
    let network = &shown["supported"]["dimensions"][0];
    assert_eq!((&network["id"], &network["score"]), (&json!("N"), &json!(null)));
    assert!(refuses(&places.output(&["answer", &file, "--rating", "N2.1=unknown"]), 1).contains("N2.1"));
    places.run(&["answer", &file, "--rating", "N1.1=clear"]);
    assert_eq!(places.shown(&file)["supported"], json!(null));
    // Names can be left out of a report; who said it is one.
    let report = |more: &[&str]| places.run(&[&["report", &file, "--format", "csv"], more].concat());
    assert!(report(&[]).contains("Ms Wang"));
    for more in [&["--no-names"][..], &["--no-names", "--long"]] {
        assert!(!report(more).contains("Ms Wang"), "{more:?}");
    }
}

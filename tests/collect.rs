//! `gradus collect --with`, and the votes of rooms in a pool.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use std::fs;
use std::path::PathBuf;

use places::Places;
use serde_json::Value;

const QUESTIONS: [&str; 6] = ["N1.1", "N2.1", "N3.1", "N4.1", "N5.1", "N6.1"];

/// So many workshops of three raters, who agree or say anything.
fn workshops(places: &Places, count: usize, agree: bool) -> PathBuf {
    let folder = places.root().join("pool");
    fs::create_dir_all(&folder).unwrap();
    for n in 0..count {
        let file = folder.join(format!("{n}.gradus"));
        let file = file.to_str().unwrap();
        places.run(&["new", "--subject", &format!("Works {n}"), "--mode", "workshop", "-o", file]);
        for (r, rater) in ["Li", "Wang", "Zhao"].into_iter().enumerate() {
            let level = |q: usize| if agree { (q + n) % 4 } else { (q * 7 + n * 3 + r * 2) % 5 };
            let votes: Vec<String> = QUESTIONS.iter().enumerate().map(|(q, id)| format!("{id}={}", level(q))).collect();
            let mut args = vec!["vote", file, "--rater", rater];
            args.extend(votes.iter().map(String::as_str));
            places.run(&args);
        }
    }
    folder
}

fn rooms(places: &Places, path: &str) -> Value {
    let told: Value = serde_json::from_str(&places.run(&["cohort", path, "--reliability", "--json"])).unwrap();
    told["rooms"].clone()
}

fn lines(path: &str) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn rooms_are_pooled_and_their_votes_travel_only_if_asked() {
    let places = Places::new();
    let folder = workshops(&places, 3, true);
    let folder = folder.to_str().unwrap();
    // They answer a quarter only, so they are no rows of a pool; whoever looks at agreement wants them all the same.
    let found = rooms(&places, folder);
    assert_eq!((&found["rooms"], &found["questions"], &found["votes"]), (&3.into(), &18.into(), &54.into()));
    assert_eq!((&found["krippendorff_ordinal"]["value"], &found["verdict"]), (&1.0.into(), &"reliable".into()));
    assert_eq!(found["standing"], "indicative");

    let [plain, with] = ["plain.jsonl", "with.jsonl"].map(|name| places.root().join(name).to_str().unwrap().to_owned());
    places.run(&["collect", folder, "-o", &plain]);
    places.run(&["collect", folder, "-o", &with, "--with", "votes"]);
    assert!(lines(&plain).iter().all(|line| line.get("votes").is_none() && line.get("subject").is_none()));
    assert!(lines(&with).iter().all(|line| line["votes"]["N1.1"].as_array().unwrap().len() == 6));
    assert_eq!(rooms(&places, &plain)["rooms"], 0);
    assert_eq!(rooms(&places, &with), found);
    for path in [&plain, &with] {
        let text = fs::read_to_string(path).unwrap();
        assert!(!["Li", "Wang", "Zhao", "Works"].iter().any(|name| text.contains(name)), "{text}");
    }
}

#[test]
fn raters_who_say_anything_do_not_agree() {
    let places = Places::new();
    let folder = workshops(&places, 4, false);
    let found = rooms(&places, folder.to_str().unwrap());
    let alpha = found["krippendorff_ordinal"]["value"].as_f64().unwrap();
    assert!(alpha < 0.5, "{found}");
    assert_eq!((&found["verdict"], &found["standing"]), (&"poor".into(), &"plain".into()));
    let low = found["krippendorff_ordinal"]["low"].as_f64().unwrap();
    let high = found["krippendorff_ordinal"]["high"].as_f64().unwrap();
    assert!(low <= alpha && alpha <= high, "{found}");
}

#[test]
fn names_notes_and_evidence_travel_only_if_asked() {
    let places = Places::new();
    let file = places.root().join("one.gradus");
    let file = file.to_str().unwrap();
    places.run(&["new", "--subject", "Harbour", "-o", file]);
    places.run(&["answer", file, "N1.1=2", "--note", "N1.1=a secret", "--evidence", "N1.1=document:the list"]);
    places.run(&["answer", file, "--by", "Ms Wang", "N2.1=3"]);
    let collected = |source: &str, with: &[&str]| {
        let to = places.root().join("c.jsonl").to_str().unwrap().to_owned();
        let args = [&["collect", source, "-o", &to, "--force"], with].concat();
        places.run(&args);
        let line = lines(&to).remove(0);
        let other = places.root().join("again.jsonl").to_str().unwrap().to_owned();
        fs::copy(&to, &other).unwrap();
        (line, other)
    };
    let (line, _) = collected(file, &[]);
    assert!(["subject", "notes", "evidence"].iter().all(|name| line.get(name).is_none()));
    let (line, again) = collected(file, &["--with", "names,notes,evidence"]);
    assert_eq!((&line["subject"], &line["notes"]["N1.1"]), (&"Harbour".into(), &"a secret".into()));
    assert_eq!(line["evidence"]["N1.1"], serde_json::json!([{ "kind": "document", "text": "the list" }]));
    assert!(!line.to_string().contains("Wang"), "{line}");
    // What a collection holds it can pass on, and need not.
    assert_eq!(collected(&again, &["--with", "notes"]).0["notes"], line["notes"]);
    let (_, again) = collected(file, &["--with", "names"]);
    assert!(collected(&again, &[]).0.get("subject").is_none());
    // What is not as it should be is left out as a whole, and told.
    fs::write(&again, line.to_string().replace("\"a secret\"", "7")).unwrap();
    let to = places.root().join("bad.jsonl").to_str().unwrap().to_owned();
    let output = places.output(&["collect", &again, "-o", &to, "--with", "notes"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn it_is_said_how_many_could_be_recognised_by_sector_size_and_half_year() {
    let places = Places::new();
    let folder = places.root().join("pool");
    fs::create_dir_all(&folder).unwrap();
    let said = |lang: &str| {
        let args = ["--lang", lang, "collect", "pool", "-o", "pool.jsonl", "--force"];
        String::from_utf8(places.output(&args).stderr).unwrap()
    };
    for n in 1..=5 {
        let file = folder.join(format!("{n}.gradus"));
        places.run(&["new", "--subject", &format!("Works {n}"), "-o", file.to_str().unwrap()]);
        let (en, zh) = (said("en"), said("zh"));
        let careful =
            if n == 1 { "1 assessment shares its".to_owned() } else { format!("{n} assessments share their") };
        assert_eq!(en.contains(&format!("careful: {careful}")), n < 5, "{en}");
        assert_eq!(zh.contains(&format!("注意：有 {n} 份评估")), n < 5, "{zh}");
    }
}

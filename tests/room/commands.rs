//! `gradus vote`, `gradus agree`, `gradus room`.

use serde_json::{Value, json};

use super::places::Places;

fn workshop(places: &Places) -> String {
    places.run(&["new", "--subject", "East Steel", "--mode", "workshop"]).trim_end().to_owned()
}

fn room(places: &Places, file: &str) -> Value {
    serde_json::from_str(&places.run(&["room", file, "--json"])).unwrap()
}

fn question(room: &Value, id: &str) -> Value {
    room["questions"].as_array().unwrap().iter().find(|q| q["id"] == id).unwrap().clone()
}

fn refused(places: &Places, args: &[&str]) -> String {
    let out = places.output(args);
    assert_eq!(out.status.code(), Some(1), "{args:?}");
    assert!(out.stdout.is_empty());
    String::from_utf8(out.stderr).unwrap()
}

#[test]
fn a_room_by_script() {
    let places = Places::new();
    let file = workshop(&places);
    for (rater, vote) in [("li", "R3.1=2"), ("王五", "R3.1=3"), ("zhao", "R3.1=5"), ("li", "R3.1=1")] {
        places.run(&["vote", &file, "--rater", rater, vote]);
    }
    places.run(&["vote", &file, "--rater", "王五", "--role", "运维", "N1.1=unknown"]);
    let said = room(&places, &file);
    let r3 = question(&said, "R3.1");
    // The second vote of a rater replaces the first.
    assert_eq!(r3["counts"], json!([0, 1, 0, 1, 0, 1]));
    assert_eq!((&r3["low_median"], &r3["class"], &r3["agreed"]), (&json!(3.0), &json!("split"), &Value::Null));
    assert_eq!(question(&said, "N1.1")["unknown"], 1);
    let names: Vec<&Value> = said["raters"].as_array().unwrap().iter().map(|r| &r["name"]).collect();
    assert_eq!(names, ["li", "王五", "zhao"]);
    assert_eq!(places.answers(&file), ["R3.1=3"]);

    places.run(&["agree", &file, "R3.1=4", "--method", "facilitator", "--statement", "R3.1=Not in plant 2."]);
    let r3 = question(&room(&places, &file), "R3.1");
    assert_eq!((&r3["agreed"], &r3["method"], &r3["note_missing"]), (&json!(4.0), &json!("facilitator"), &json!(true)));
    assert_eq!(r3["dissent"]["statements"], json!(["Not in plant 2."]));
    assert_eq!((&r3["dissent"]["present"], &r3["dissent"]["votes_apart_ge_2"]), (&json!(true), &json!(1)));
    assert_eq!(places.answers(&file), ["R3.1=4"]);
    places.run(&["agree", &file, "R3.1=3", "--why", "the catalogue was shown"]);
    let r3 = question(&room(&places, &file), "R3.1");
    assert_eq!((&r3["method"], &r3["note_missing"]), (&json!("low_median"), &json!(false)));
    places.run(&["agree", &file, "R3.1=defer"]);
    assert_eq!(places.answers(&file), [""; 0]);
    let lines = places.run(&["room", &file]);
    assert!(lines.contains("left open") && lines.contains("statement: Not in plant 2."), "{lines}");
}

#[test]
fn what_is_no_vote_is_told_and_nothing_is_written() {
    let places = Places::new();
    let file = workshop(&places);
    let before = std::fs::read(&file).unwrap();
    for (args, said) in [
        (&["vote", &file, "R3.1=2"][..], "--rater"),
        (&["vote", &file, "--rater", " ", "R3.1=2"], "--rater"),
        (&["vote", &file, "--rater", "li"], "no vote to record"),
        (&["vote", &file, "--rater", "li", "R3.1=6"], "0, 1, 2, 3, 4, 5, unknown."),
        (&["vote", &file, "--rater", "li", "R3.1=2+partly"], "\"2+partly\" is not a vote on R3.1"),
        (&["vote", &file, "--rater", "li", "R3.1=na"], "\"na\" is not a vote on R3.1"),
        (&["vote", &file, "--rater", "li", "N1.1=2", "X9=1"], "X9"),
        (&["agree", &file, "R3.1=2.5"], "2.5"),
        (&["agree", &file, "R3.1=2", "--method", "defer"], "takes no level"),
        (&["agree", &file, "R3.1=defer", "--method", "consensus"], "defer"),
        (&["vote", &file, "--rater", "li", "--from", &file], "itself"),
        (&["answer", &file, "R3.1=2"], "gradus vote"),
    ] {
        let sentence = refused(&places, args);
        assert!(sentence.contains(said) && sentence.lines().count() == 1, "{args:?}: {sentence}");
        assert_eq!(std::fs::read(&file).unwrap(), before, "{args:?}");
    }
}

#[test]
fn a_self_assessment_is_taken_in_as_votes_and_twice_changes_nothing() {
    let places = Places::new();
    let file = workshop(&places);
    let own = places.run(&["new", "--subject", "Li's own"]).trim_end().to_owned();
    places.run(&["answer", &own, "R3.1=2+partly", "N5.1=na:rented lines", "O2.1=unknown", "--by", "li"]);
    let refused_name = refused(&places, &["vote", &file, "--from", &own]);
    assert!(refused_name.contains("--rater"), "{refused_name}");
    places.run(&["vote", &file, "--from", &own, "--rater", "li"]);
    let said = room(&places, &file);
    assert_eq!(question(&said, "R3.1")["counts"], json!([0, 0, 1, 0, 0, 0]));
    assert_eq!((&question(&said, "N5.1")["na"], &question(&said, "O2.1")["unknown"]), (&json!(1), &json!(1)));
    let before = std::fs::read(&file).unwrap();
    places.run(&["vote", &file, "--from", &own, "--rater", "li"]);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn copies_carried_by_raters_merge_without_a_conflict_and_twice_changes_nothing() {
    let places = Places::new();
    let file = workshop(&places);
    let carried = places.root().join("carried.gradus");
    let carried = carried.to_str().unwrap();
    std::fs::copy(&file, carried).unwrap();
    places.run(&["vote", &file, "--rater", "li", "R3.1=2"]);
    places.run(&["vote", carried, "--rater", "wang", "R3.1=4"]);
    let united = |name: &str, files: &[&str]| {
        let into = places.root().join(name).to_str().unwrap().to_owned();
        let merged: Value =
            serde_json::from_str(&places.run(&[&["merge"], files, &["-o", &into, "--json"]].concat())).unwrap();
        assert_eq!(merged["conflicts"], json!([]), "{merged}");
        into
    };
    let once = united("once.gradus", &[&file, carried]);
    let twice = united("twice.gradus", &[&once, carried]);
    assert_eq!(room(&places, &once), room(&places, &twice));
    assert_eq!(question(&room(&places, &twice), "R3.1")["counts"], json!([0, 0, 1, 0, 1, 0]));
}

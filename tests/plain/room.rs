//! A room in lines: a ballot shows the own votes alone, and whoever leads goes from votes to an agreed level.

use serde_json::{Value, json};

use super::{Place, is_plain, said};

fn room(place: &Place, file: &str) -> Value {
    serde_json::from_slice(&place.run("en", &["room", file, "--json"], "").stdout).unwrap()
}

fn question(place: &Place, file: &str, id: &str) -> Value {
    room(place, file)["questions"].as_array().unwrap().iter().find(|q| q["id"] == id).unwrap().clone()
}

fn walk(place: &Place, lang: &str, arguments: &[&str], input: &str) -> String {
    let done = place.run(lang, arguments, input);
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    let text = said(&done);
    assert!(text.chars().all(is_plain), "{text}");
    text
}

#[test]
fn digits_of_a_chosen_rater_are_votes_and_nothing_of_other_votes_is_shown() {
    for (lang, ends_with) in [("en", "li voted on 24 of 24."), ("zh", "li 投了 24 题，共 24 题。")] {
        let ballot = |others: &str| {
            let place = Place::new();
            let file = place.new_held("East Steel", "workshop");
            for rater in ["wang", "zhao", "sun"] {
                let vote = format!("N1.1={others}");
                assert!(place.run("en", &["vote", &file, "--rater", rater, &vote], "").status.success());
            }
            // Half of it through every command that a rater has, then the rest.
            let input = format!("2+partly\n2\nu\nx\nb\nd\no\na\nw\n?\nv\nh\nr\n]\n{}", "3\n".repeat(22));
            let text = walk(&place, lang, &["ask", &file, "--plain", "--rater", "li"], &input);
            let votes = question(&place, &file, "N1.1")["counts"].clone();
            (text.replace(place.folder.path().to_str().unwrap(), ""), votes)
        };
        let (text, votes) = ballot("5");
        assert_eq!(votes, json!([0, 0, 1, 0, 0, 3]));
        assert_eq!(text, ballot("0").0, "a ballot depends on what others voted");
        assert!(text.trim_end().lines().rev().nth(1).unwrap() == ends_with, "{text}");
        assert!(text.contains("\"v\"") || text.contains("“v”"), "a rater got the result: {text}");
    }
}

#[test]
fn a_room_goes_from_names_to_an_agreed_level() {
    let place = Place::new();
    let file = place.new_held("East Steel", "workshop");
    let ballots = format!("李雷，运维\n{0}wang, it\n{1}", "2\n".repeat(24), "5\n".repeat(24));
    // After the ballots whoever leads reveals all, has another round, and agrees.
    let input = format!(
        "{ballots}\nm\nE\no\n/R3\na\nr wang\n3\nr 李雷\n2\ne\nm\ns Not in plant 2.\np Ask plant 2.\n                         /N1\nf\n4 the catalogue was shown\n/N2\nd\n/O1\n-\nc 5\nc 5 we saw it\n-\n-\nq\n"
    );
    let text = walk(&place, "en", &["ask", &file, "--plain"], &input);
    for part in [
        "李雷 voted on 24 of 24.",
        "Raters: 李雷, wang.",
        "Reveal first, then agree.",
        "Revealed: 24.",
        "R3.1 Identifier and catalogue: to agree, a pair",
        "Round 2 begins.",
        "2  ####################  1",
        "round 2, 2 votes, range 2–3",
        "R3.1: agreed 2 (low median).",
        "N1.1: agreed 4 (decided by the facilitator), the catalogue was shown.",
        "N2.1: agreed left open.",
        "Nothing is agreed on here.",
        "This needs a reason",
        "O1.1: agreed 5 (consensus), we saw it.",
        "O1.1: not agreed any more.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // The question of a further round alone is voted on again.
    assert_eq!(text.matches("Identifier and catalogue, question 9 of 24").count(), 2 + 1 + 2 + 2, "{text}");
    let r3 = question(&place, &file, "R3.1");
    assert_eq!(
        (&r3["agreed"], &r3["method"], r3["rounds"].as_array().unwrap().len()),
        (&json!(2.0), &json!("low_median"), 2)
    );
    assert_eq!(r3["dissent"]["statements"], json!(["Not in plant 2."]));
    let n1 = question(&place, &file, "N1.1");
    assert_eq!((&n1["agreed"], &n1["note"]), (&json!(4.0), &json!("the catalogue was shown")));
    let said = room(&place, &file);
    assert_eq!(said["parked"], json!([{ "question": "R3.1", "text": "Ask plant 2." }]));
    let raters: Vec<(&Value, &Value)> =
        said["raters"].as_array().unwrap().iter().map(|r| (&r["name"], &r["role"])).collect();
    assert_eq!(raters, [(&json!("李雷"), &json!("运维")), (&json!("wang"), &json!("it"))]);
    // Another run finds everybody, and nothing was lost on the way.
    let again = walk(&place, "zh", &["ask", &file, "--plain"], "q\n");
    assert!(again.contains("评议人：李雷，wang。"), "{again}");
}

#[test]
fn hands_seats_and_leaving_work_by_line() {
    let place = Place::new();
    let file = place.new_held("East Steel", "workshop");
    let input = "\nn 2\nr 1\n3\nW\nx 1\nr\n/N1\nh 1 2\n/R3\nh x\nh\n0 1 3 1 0 0 1\nh ０ ０　５\ne\nq\n";
    let text = walk(&place, "en", &["ask", &file, "--plain"], input);
    for part in [
        "Nobody votes yet: n NAME adds somebody",
        "Raters: Seat 1, Seat 2.",
        "Ballot of Seat 1.",
        "Seat 1 has left; the votes stay.",
        "Seat 1: has left",
        "Some have voted in this round",
        "Not understood",
        "round 1, 5 votes, 1 don't know, range 1–3, low median 2",
        "outlier, consensus 0.87",
        "round 2, 5 votes, range 2, low median 2",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(question(&place, &file, "N1.1")["counts"], json!([0, 0, 0, 1, 0, 0]));
}

#[test]
fn who_cannot_vote_is_told_in_one_sentence_and_nothing_is_written() {
    let place = Place::new();
    let [own, workshop] = ["self", "workshop"].map(|mode| place.new_held(mode, mode));
    for (file, rater, code, says) in [
        (&own, "li", 1, "--rater is for the assessment of a workshop"),
        (&workshop, " ", 1, "is none, and no such seat"),
        (&workshop, "7", 1, "\"7\" is none"),
    ] {
        let before = std::fs::read(file).unwrap();
        let done = place.run("en", &["ask", file, "--plain", "--rater", rater], "2\n");
        let sentence = String::from_utf8(done.stderr.clone()).unwrap();
        assert_eq!((done.status.code(), sentence.lines().count()), (Some(code), 1), "{sentence}");
        assert!(sentence.contains(says) && said(&done).is_empty(), "{sentence}");
        assert_eq!(std::fs::read(file).unwrap(), before);
    }
    assert_eq!(place.run("en", &["ask", &workshop, "--rater", "li"], "").status.code(), Some(2));
    // A digit at the door is no vote of anybody.
    let text = walk(&place, "zh", &["ask", &workshop, "--plain"], "２\n？\nL\n3\nｑ\n");
    assert!(text.contains("“2”不是名字") && text.contains("\"3\" is none"), "{text}");
    assert_eq!(room(&place, &workshop)["raters"], json!([]));
}

//! Disagreement in the reports: every format that prints tables has it, and none names anybody.

use gradus::assessment::{Change, RoundState, Say};
use gradus::lang::Lang;
use gradus::measure::measured;
use gradus::report::{Format, Made, Names, Options, Report, Rows, render};

use super::{Hall, id};
use crate::stage::now;

fn paper(hall: &Hall, format: Format, names: Names, lang: Lang) -> Vec<u8> {
    let measured = measured(&hall.rubric, &hall.assessment);
    let options = Options { names, ..Options::default() };
    let made = Made { at: now(), version: "1.0.0" };
    render(&Report::new(&hall.rubric, &hall.assessment, &measured, made, options, lang), format).unwrap()
}

fn room() -> Hall {
    let mut hall = Hall::new("aaaa");
    for (rater, role) in [("a", "ops"), ("b", "ops"), ("c", "ops"), ("d", "it"), ("e", "it"), ("f", "it")] {
        hall.record(Change::rater(&id(rater), &format!("Rater-{rater}"), role, None));
    }
    hall.votes(1, "R3.1", "111555").votes(1, "N1.1", "222333");
    hall.record(Change::parked(id("x1"), "Ask plant 2.", &id("N1.1")));
    hall
}

#[test]
fn votes_and_what_they_come_to_are_in_every_report() {
    let hall = room();
    for format in [Format::Markdown, Format::Html] {
        let english = String::from_utf8(paper(&hall, format, Names::Shown, Lang::En)).unwrap();
        for said in ["Votes and disagreement", "1:3 5:3", "split", "0.26", "Ask plant 2.", "voted on 2: aligned 1"] {
            assert!(english.contains(said), "{format:?}: no {said:?}");
        }
        let chinese = String::from_utf8(paper(&hall, format, Names::Shown, Lang::Zh)).unwrap();
        assert!(chinese.contains("投票与分歧") && chinese.contains("两极"));
        // Votes are counted, never named; roles stand with three votes each, unless no names are wanted.
        assert!(!english.contains("Rater-"), "{format:?} names a rater");
        assert!(english.contains("ops: 1:3"));
        let anonymous = String::from_utf8(paper(&hall, format, Names::LeftOut, Lang::En)).unwrap();
        assert!(anonymous.contains("1:3 5:3") && !anonymous.contains("ops: 1:3"));
    }
    let json: serde_json::Value =
        serde_json::from_slice(&paper(&hall, Format::Json, Names::LeftOut, Lang::En)).unwrap();
    assert_eq!((&json["room"]["classes"]["split"], &json["room"]["raters"]), (&1.into(), &serde_json::json!([])));
    let band = &json["room"]["confidence_band"];
    assert!(band["low"].as_f64().unwrap() < band["high"].as_f64().unwrap());
    let book = paper(&hall, Format::Xlsx, Names::Shown, Lang::En);
    assert!(book.len() > paper(&Hall::new("aaaa"), Format::Xlsx, Names::Shown, Lang::En).len());
}

#[test]
fn a_report_without_a_room_says_nothing_of_one() {
    let hall = Hall::new("aaaa");
    for format in [Format::Markdown, Format::Html, Format::Json] {
        let text = String::from_utf8(paper(&hall, format, Names::Shown, Lang::En)).unwrap();
        assert!(!text.contains("Votes and disagreement") && !text.contains("\"room\""), "{format:?}");
    }
}

/// Everything that shows events themselves: the reports with names, and the history in both languages.
fn records(hall: &Hall) -> Vec<String> {
    let options = Options { rows: Rows::Events, ..Options::default() };
    let measured = measured(&hall.rubric, &hall.assessment);
    let made = Made { at: now(), version: "1.0.0" };
    let long = Report::new(&hall.rubric, &hall.assessment, &measured, made, options, Lang::En);
    let papers = [render(&long, Format::Csv).unwrap(), paper(hall, Format::Json, Names::Shown, Lang::En)];
    let history = Lang::ALL.map(|lang| {
        let say = Say { rubric: &hall.rubric, lang };
        gradus::plain::history::lines(&say, &hall.assessment, &hall.assessment.history()).join("\n")
    });
    papers.into_iter().map(|p| String::from_utf8(p).unwrap()).chain(history).collect()
}

#[test]
fn a_covered_vote_stands_in_no_report_and_no_history_names_what_somebody_voted() {
    let mut hall = Hall::new("aaaa");
    hall.record(Change::rater(&id("a"), "王五", "运维", None));
    hall.state(1, "R3.1", RoundState::Open);
    let [none, one, other] = ["", "1", "5"].map(|votes| {
        let mut hall = hall.clone();
        hall.votes(1, "R3.1", votes);
        (records(&hall), hall)
    });
    // The tables have no line of it, and histories say that somebody voted, not what.
    assert_eq!(one.0, other.0);
    assert_eq!(one.0[0], none.0[0]);
    let [_, _, zh, en] = one.0.as_slice() else { panic!("two tables and two histories") };
    assert!(en.contains("R3.1 vote 王五  (empty) → voted") && zh.contains("（空） → 已投"), "{en}\n{zh}");
    assert!(en.contains("rater 王五  (empty) → 王五, 运维") && en.contains("R3.1 round 1"), "{en}");
    // After the reveal the tables of programs have the votes, for whoever keeps names.
    let mut revealed = one.1;
    revealed.state(1, "R3.1", RoundState::Revealed);
    let records = records(&revealed);
    assert!(records[0].contains("vote/1/R3.1/a") && records[1].contains("vote/1/R3.1/a"));
    assert!(records[3].contains("→ voted") && records[3].contains("being voted → revealed"), "{}", records[3]);
}

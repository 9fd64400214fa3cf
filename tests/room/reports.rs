//! Disagreement in the reports: every format that prints tables has it, and none names anybody.

use gradus::assessment::{Agreement, AssessmentId, Change, Method, RoundState, Say, Session, Thing};
use gradus::lang::Lang;
use gradus::measure::measured;
use gradus::report::import::{self, Source};
use gradus::report::room::json;
use gradus::report::{Format, Made, Names, Options, Report, Rows, render};

use gradus::text::Clean;

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
fn the_table_of_answers_has_a_cell_for_each_thing_a_room_said() {
    let mut hall = room();
    let agreement = Agreement::new(Method::Facilitator, Some(1.0), Clean::line("=seen")).unwrap();
    hall.record(Change::new(Thing::Agreed(id("R3.1")), agreement.to_value()));
    hall.record(Change::text(Thing::Statement(id("R3.1"), id("s1")), "Not in plant 2."));
    for (lang, heads, method) in [
        (Lang::En, ["level:votes", "votes", "don't know", "class", "low median"], "decided by the facilitator"),
        (Lang::Zh, ["各级票数", "票数", "不清楚", "分歧", "偏低中位数"], "主持人决定"),
    ] {
        let table = paper(&hall, Format::Csv, Names::LeftOut, lang);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&table[3..]);
        let rows: Vec<Vec<String>> = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        let first = rows[0].iter().position(|head| head == heads[0]).unwrap();
        assert_eq!(rows[0][first..first + 5], heads);
        let row = |id: &str| rows.iter().find(|row| row[0] == id).unwrap()[first..].to_vec();
        let r3 = row("R3.1");
        assert_eq!(
            (r3[0].as_str(), &r3[1..3], &r3[4..8]),
            ("1:3 5:3", &["6".into(), "0".into()][..], &["1", "1–5", "0.26", "1"].map(String::from)[..])
        );
        assert_eq!(
            (r3[8].as_str(), r3[10].starts_with("'=seen"), r3[10].contains("Not in plant 2.")),
            (method, true, true),
            "{r3:?}"
        );
        assert!(r3[9].contains('3'), "{r3:?}");
        // Whoever is not on a question leaves its cells empty, and no name stands in any.
        assert!(row("O1.1").iter().all(String::is_empty));
        assert!(!String::from_utf8(table).unwrap().contains("Rater-"));
    }
    let narrow = paper(&Hall::new("aaaa"), Format::Csv, Names::Shown, Lang::En);
    assert!(!String::from_utf8(narrow).unwrap().contains("low median"));
}

#[test]
fn a_room_comes_back_from_its_json_report_into_another_assessment() {
    let mut hall = room();
    hall.state(1, "R3.1", RoundState::Revealed).votes(2, "R3.1", "111115").state(2, "R3.1", RoundState::Revealed);
    hall.state(1, "O1.1", RoundState::Open).votes(1, "O1.1", "23");
    let agreement = Agreement::new(Method::LowMedian, Some(1.0), Clean::default()).unwrap();
    hall.record(Change::new(Thing::Agreed(id("R3.1")), agreement.to_value()));
    hall.record(Change::text(Thing::Statement(id("R3.1"), id("s1")), "Not in plant 2."));
    hall.record(Change::flag(Thing::Left(id("f")), true));
    let bytes = paper(&hall, Format::Json, Names::Shown, Lang::En);
    let mut other = Hall::new("bbbb");
    other.assessment.id = AssessmentId::from_number(42);
    let read = |hall: &Hall| {
        import::read(&bytes, Source::Json, &hall.rubric, &hall.assessment, Lang::En).unwrap_or_else(|_| panic!())
    };
    let found = read(&other);
    assert!(found.bad.is_empty() && found.conflicts.is_empty());
    // What comes is told without what anybody voted.
    let preview = found.preview("room.json", &other.rubric, Lang::En).join("\n");
    assert!(preview.contains("R3.1 vote a  voted") && !preview.contains("vote a  level"), "{preview}");
    for change in found.changes(&other.assessment, Session::parse("import").unwrap()) {
        other.record(change);
    }
    let said = |hall: &Hall| json(&hall.rubric, &hall.assessment, Names::Shown, Lang::En);
    let (mut there, here) = (said(&hall), said(&other));
    // A covered round stays where it is voted; that it was begun comes along, and its votes do not.
    let o1 = there["questions"].as_array_mut().unwrap().iter_mut().find(|q| q["id"] == "O1.1").unwrap();
    assert_eq!(o1["covered"].take(), 2);
    o1["covered"] = 0.into();
    assert_eq!(there, here);
    assert!(read(&other).is_empty(), "twice changes nothing");
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

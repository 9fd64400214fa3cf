//! `gradus cohort --reliability` as a user has it: formats, languages, what it says about a bad
//! question, and that threads and the order of files change nothing.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/generate.rs"]
mod generate;
#[path = "support/places.rs"]
mod places;

use std::fs;

use generate::Generator;
use gradus::assessment::{Agreement, Answer, Author, Change, Method, Mode, Session, Stamp, Thing};
use gradus::rubric::Id;
use gradus::store::assessment_in;
use gradus::store::log::{Line, encode};
use gradus::text::Clean;
use places::Places;
use serde_json::Value;

fn text(places: &Places, lang: &str, arguments: &[&str]) -> String {
    let all: Vec<&str> = [&["--lang", lang, "cohort", "pool", "--reliability"], arguments].concat();
    let done = places.output(&all);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn with(count: usize) -> Places {
    let places = Places::new();
    Generator::new(3).write(&places.root().join("pool"), count, 0, 0).unwrap();
    places
}

#[test]
fn the_same_bytes_for_any_threads_and_names() {
    let places = with(40);
    let one = text(&places, "en", &["--json", "--threads", "1"]);
    for (i, file) in fs::read_dir(places.root().join("pool")).unwrap().enumerate() {
        let file = file.unwrap().path();
        fs::rename(&file, file.with_file_name(format!("{}.gradus", 9999 - i))).unwrap();
    }
    assert_eq!(one, text(&places, "en", &["--json", "--threads", "8"]));
    let json: Value = serde_json::from_str(&one).unwrap();
    assert!((35..=40).contains(&json["organisations"].as_u64().unwrap()), "all but the incomplete ones");
    assert_eq!((&json["seed"], &json["replicates"]), (&20_240_101.into(), &2000.into()));
    for dimension in json["dimensions"].as_array().unwrap() {
        let alpha = &dimension["alpha"];
        let number = |name: &str| alpha[name].as_f64().unwrap();
        assert!(number("low") <= number("value") && number("value") <= number("high") && number("high") <= 1.0);
        assert_eq!(dimension["verdict"], Value::Null, "icp calls its dimensions formative");
        assert_eq!(dimension["questions"].as_array().unwrap().len(), 6, "quick depth");
        assert_eq!(dimension["repeated"]["icc_2_1"]["why_not"], "too_few_rows");
    }
}

#[test]
fn every_format_says_it_in_both_languages() {
    let places = with(35);
    let (zh, en) = (text(&places, "zh", &[]), text(&places, "en", &[]));
    assert!(zh.contains("量规可靠性：算力互联网成熟度"));
    // What holds of all dimensions is said once.
    let [zh_once, en_once] = [(&zh, "不要为了抬高 α 而删题"), (&en, "drop a question to raise it")]
        .map(|(text, said)| text.lines().filter(|line| line.contains(said)).collect::<Vec<_>>());
    assert!(zh_once.len() == 1 && zh_once[0].starts_with("N 网络、R 资源、O 运营、A 应用："), "{zh_once:?}");
    assert!(en_once.len() == 1 && en_once[0].starts_with("N Network, R Resource, O Operation, A Application:"));
    assert!(en.contains("do not drop a question to raise it") && en.contains("seed 20240101"));
    assert!(text(&places, "en", &["--md"]).contains("| Dimension |"));
    assert!(text(&places, "en", &["--html"]).contains("<h2>What to do</h2>"));
    let csv = text(&places, "en", &["--csv"]);
    assert_eq!(csv.lines().count(), 1 + 24);
    assert!(csv.starts_with("\u{feff}dimension,question,n,item_rest"));
}

#[test]
fn few_organisations_give_no_numbers() {
    let four = text(&with(4), "en", &["--json"]);
    let four: Value = serde_json::from_str(&four).unwrap();
    assert_eq!((&four["organisations"], &four["dimensions"]), (&Value::Null, &serde_json::json!([])));
    assert!(text(&with(4), "en", &[]).contains("Fewer than 5 organisations"));
    let nine: Value = serde_json::from_str(&text(&with(9), "en", &["--json"])).unwrap();
    // Nothing was found of the questions because nothing could be.
    let said = text(&with(9), "en", &[]);
    assert!(said.contains("fewer than 10 organisations answered every question"), "{said}");
    let of_question = said.lines().find(|line| line.trim_start().starts_with("N2.1 ")).unwrap();
    assert!(!of_question.contains('%'), "one organisation of nine is nobody's business: {of_question}");
    assert!(said.contains("it takes 30 organisations") && !said.contains("No question stands out"), "{said}");
    assert!(nine["dimensions"].as_array().unwrap().iter().all(|d| d["alpha"]["why_not"] == "too_few_rows"));
}

#[test]
fn a_level_that_nobody_chooses_anywhere_is_told_without_every_question() {
    let places = Places::new();
    Generator::new(7).write(&places.root().join("pool"), 120, 0, 0).unwrap();
    assert!(text(&places, "en", &[]).contains("\nAll 24 questions: nobody chooses \"5 "));
    assert!(text(&places, "zh", &[]).contains("\n全部 24 题：没有一家选“5 "));
}

#[test]
fn a_question_that_everybody_answers_alike_is_named_with_what_to_do() {
    let places = with(60);
    for file in fs::read_dir(places.root().join("pool")).unwrap() {
        let file = file.unwrap().path();
        let mut bytes = fs::read(&file).unwrap();
        let mut assessment = assessment_in(&bytes).unwrap();
        let author = Author { session: Session::from_random([7; 8]), by: "".into() };
        let one = Answer::Level { value: 1.0, toward: None };
        let question = Id::new("O4.1").unwrap();
        // A workshop agrees on what others answer.
        let change = if assessment.mode() == Mode::Workshop {
            let agreed = Agreement::new(Method::Consensus, Some(1.0), Clean::default()).unwrap();
            Change::new(Thing::Agreed(question), agreed.to_value())
        } else {
            Change::answer(&question, Some(&one))
        };
        let now = Stamp { unix_ms: 1_900_000_000_000, offset_minutes: 0 };
        bytes.extend(encode(&Line::Header(assessment.header(author.session))));
        bytes.extend(encode(&Line::Event(assessment.record(&author, now, change))));
        fs::write(&file, bytes).unwrap();
    }
    let json: Value = serde_json::from_str(&text(&places, "en", &["--json"])).unwrap();
    let dimension = &json["dimensions"][2];
    let question = dimension["questions"].as_array().unwrap().iter().find(|q| q["id"] == "O4.1").unwrap();
    assert_eq!(question["flags"], serde_json::json!(["constant"]));
    assert_eq!(question["item_rest"]["why_not"], "no_variance");
    assert!(text(&places, "en", &[]).contains("O4.1: every organisation answers \"1 "));
    assert!(text(&places, "zh", &[]).contains("O4.1：所有机构都答“1 "));
}

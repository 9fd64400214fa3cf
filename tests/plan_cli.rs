//! `gradus plan` and `gradus compare`, and what reports say of both: what is printed and what is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use places::Places;
use serde_json::Value;

const ANSWERS: &str = "N1.1=3 N2.1=2 N3.1=2 N4.1=2 N5.1=1 N6.1=3 R1.1=3 R2.1=2 R3.1=2 R4.1=3 R5.1=2 R6.1=2 O1.1=2 O2.1=1 \
    O3.1=2 O4.1=1 O5.1=2 O6.1=2 A1.1=3 A2.1=2 A3.1=3 A4.1=1 A5.1=2 A6.1=2";

/// A complete assessment.
fn answered(places: &Places) -> String {
    let file = places.assessment();
    let answers: Vec<&str> = ["answer", &file].into_iter().chain(ANSWERS.split_whitespace()).collect();
    places.run(&answers);
    file
}

fn json(places: &Places, arguments: &[&str]) -> Value {
    serde_json::from_str(&places.run(arguments)).unwrap()
}

/// The one sentence with which a command is refused.
#[track_caller]
fn refused(places: &Places, arguments: &[&str], code: i32) -> String {
    let output = places.output(arguments);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_plan_of_a_file_keeps_to_capacity_and_targets() {
    let places = Places::new();
    let file = answered(&places);
    let plan = json(&places, &["plan", &file, "--json", "--capacity", "5", "--target", "R3=4"]);
    let waves = plan["waves"].as_array().unwrap();
    assert!(waves.iter().all(|w| w["effort"].as_u64() <= Some(5)));
    let steps: Vec<&Value> = waves.iter().flat_map(|w| w["steps"].as_array().unwrap()).collect();
    let of_r3: Vec<u64> = steps.iter().filter(|s| s["area"] == "R3").filter_map(|s| s["to"].as_u64()).collect();
    assert_eq!(of_r3, [3, 4]);
    for step in steps {
        assert_eq!(step["from"].as_u64().unwrap() + 1, step["to"].as_u64().unwrap());
        assert!(!step["reason"].as_str().unwrap().is_empty());
        assert!(!step["actions"].as_array().unwrap().is_empty(), "{}", step["area"]);
    }
    assert_eq!(waves.last().unwrap()["levels_after"]["R3"], 4);
    let markdown = places.run(&["plan", &file, "--md"]);
    assert!(markdown.starts_with("# ") && markdown.contains("\n| --- |"), "{markdown}");
}

#[test]
fn a_target_that_cannot_be_meant_is_refused_in_one_sentence() {
    let places = Places::new();
    let file = answered(&places);
    assert!(refused(&places, &["plan", &file, "--target", "R3=5"], 1).contains("4 at most"));
    assert!(refused(&places, &["plan", &file, "--target", "R3=9"], 1).contains("from 0 to 5"));
    assert!(refused(&places, &["plan", &file, "--target", "X=2"], 1).contains('X'));
    assert!(refused(&places, &["plan", &file, "--target", "R3=x"], 1).contains("AREA=LEVEL"));
    refused(&places, &["plan", &file, "--capacity", "0"], 2);
}

#[test]
fn a_comparison_tells_change_from_error() {
    let places = Places::new();
    let before = answered(&places);
    let after = answered(&places);
    places.run(&[
        "answer",
        &after,
        "N1.1=4",
        "N2.1=4",
        "N3.1=4",
        "N4.1=4",
        "N5.1=4",
        "R1.1=4",
        "--note",
        "R1.1=a second source",
    ]);
    let compared = json(&places, &["compare", &before, &after, "--json"]);
    let dimensions = &compared["changes"][0]["dimensions"];
    assert_eq!(dimensions[0]["verdict"], "improved");
    assert_eq!((&dimensions[1]["verdict"], &dimensions[1]["up"]), (&"no detectable change".into(), &1.into()));
    let moved = compared["changes"][0]["answers_moved"].as_array().unwrap();
    assert_eq!(moved.len(), 6);
    assert_eq!(moved[5]["note"], "a second source");
    assert!(compared["changes"][0]["percent_to_earlier_target"].as_f64().unwrap() > 0.5);
    refused(&places, &["compare", &before], 1);
}

#[test]
fn plain_lines_hold_no_mark_that_a_voice_stumbles_over() {
    let places = Places::new();
    let file = answered(&places);
    for lang in ["zh", "en"] {
        let spoken = places.run(&["--lang", lang, "plan", &file, "--plain"]);
        assert!(spoken.lines().count() > 40);
        let is_mark = |c: char| ('\u{2190}'..='\u{28ff}').contains(&c) || c == '·' || c.is_control() && c != '\n';
        assert_eq!(spoken.chars().find(|c| is_mark(*c)), None, "{spoken}");
    }
    assert!(places.run(&["--lang", "en", "plan", &file, "--plain"]).contains("O2 1 to 2"));
    let spoken = places.run(&["--lang", "zh", "plan", &file, "--plain"]);
    assert!(spoken.lines().next().unwrap().ends_with("，提升计划"), "{spoken}");
}

/// What a format says of a plan: for each step its area, levels, effort and owner.
type Steps = Vec<[String; 5]>;

#[test]
fn every_format_of_the_report_has_the_plan_of_the_command() {
    let places = Places::new();
    let file = answered(&places);
    let plan = json(&places, &["plan", &file, "--json"]);
    let expected: Steps = plan["waves"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|w| w["steps"].as_array().unwrap())
        .map(|s| {
            let area = format!("{} {}", s["area"].as_str().unwrap(), s["name"].as_str().unwrap());
            [area, s["from"].to_string(), s["to"].to_string(), s["effort"].to_string(), String::new()]
        })
        .collect();
    assert!(expected.len() > 20);

    let report = json(&places, &["report", &file, "--format", "json"]);
    for member in ["waves", "areas", "capacity", "percent_to_target", "headline_now"] {
        assert_eq!(report["plan"][member], plan[member], "{member}");
    }
    assert!(report["lift"].as_array().unwrap().len() > 3);

    let table = places.run(&["report", &file, "--format", "csv", "--steps"]);
    let mut rows = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Steps = rows
        .records()
        .map(|r| {
            let r = r.unwrap();
            [1, 2, 3, 5, 8].map(|column: usize| r[column].to_owned())
        })
        .collect();
    assert_eq!(rows, expected);

    let (markdown, page) =
        (places.run(&["report", &file, "--format", "md"]), places.run(&["report", &file, "--format", "html"]));
    for [area, from, to, ..] in &expected {
        let (id, name) = area.split_once(' ').unwrap();
        let step = format!("{id} {from}▸{to} {name}");
        assert!(markdown.contains(&format!("| {step} |")) && page.contains(&step), "{step}");
    }

    let book = places.root().join("r.xlsx");
    places.run(&["report", &file, "-o", book.to_str().unwrap()]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(book).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Plan").unwrap();
    let rows: Steps = sheet
        .rows()
        .skip(1)
        .take(expected.len())
        .map(|r| [1, 2, 3, 5, 8].map(|column: usize| r[column].to_string()))
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn a_report_tells_what_has_changed_since() {
    let places = Places::new();
    let before = answered(&places);
    let after = answered(&places);
    places.run(&["answer", &after, "N1.1=5", "N2.1=5", "N3.1=5", "N4.1=5", "--note", "N1.1=new line to the hub"]);
    let compared = json(&places, &["compare", &before, &after, "--json"]);
    let report = json(&places, &["report", &after, "--format", "json", "--since", &before]);
    for member in ["dimensions", "areas", "answers_moved", "percent_to_earlier_target"] {
        assert_eq!(report["since"][member], compared["changes"][0][member], "{member}");
    }
    for format in ["md", "html"] {
        let report = places.run(&["report", &after, "--format", format, "--since", &before]);
        assert!(report.contains("real gain") && report.contains("new line to the hub"), "{report}");
    }
    assert!(json(&places, &["report", &after, "--format", "json"]).get("since").is_none());
}

#[test]
fn assessments_of_one_subject_are_told_apart_by_their_dates() {
    let places = Places::new();
    let name = |n: u8| places.root().join(format!("{n}.gradus")).to_str().unwrap().to_owned();
    let files = [1, 2, 3].map(name);
    for file in &files {
        places.run(&["new", "--subject", "East Steel Works Hangzhou", "-o", file]);
    }
    let compared = places.run(&["compare", &files[0], &files[1], &files[2]]);
    let is_date = |word: &str| word.len() == 10 && word.matches('-').count() == 2;
    let dates = compared.lines().filter(|l| l.split_whitespace().filter(|w| is_date(w)).count() == 3);
    assert_eq!(dates.count(), 1, "{compared}");
}

#[test]
fn whoever_answers_for_a_step_is_left_out_with_the_other_names() {
    let places = Places::new();
    let file = answered(&places);
    let event = r#"{"owner":"Li Wei","due":"2027-03","status":"doing"}"#;
    let report = json(&places, &["report", &file, "--format", "json"]);
    let (area, to) = (&report["plan"]["waves"][0]["steps"][0]["area"], &report["plan"]["waves"][0]["steps"][0]["to"]);
    let with = with_event(&report, &format!("measure/{}/{to}", area.as_str().unwrap()), event);
    let path = places.root().join("with.json");
    std::fs::write(&path, with.to_string()).unwrap();
    places.run(&["import", &file, path.to_str().unwrap(), "--yes"]);
    let named = places.run(&["report", &file, "--format", "md"]);
    assert!(named.contains("Li Wei") && named.contains("2027-03") && named.contains("doing"), "{named}");
    for format in ["md", "html", "json", "csv"] {
        let steps = if format == "csv" { vec!["--steps"] } else { Vec::new() };
        let arguments = ["report", &file, "--format", format, "--no-names"].into_iter().chain(steps);
        let report = places.run(&arguments.collect::<Vec<_>>());
        assert!(!report.contains("Li Wei") && report.contains("2027-03"), "{format}");
    }
}

/// A report with one more event.
fn with_event(report: &Value, thing: &str, is: &str) -> Value {
    let mut report = report.clone();
    let events = report["events"].as_array_mut().unwrap();
    let mut event = events.last().unwrap().clone();
    event["e"] = "plannedx.1".into();
    event["after"] = Value::Array(Vec::new());
    event["thing"] = thing.into();
    event["is"] = serde_json::from_str(is).unwrap();
    events.push(event);
    report
}

#[test]
fn a_plan_can_aim_at_the_targets_of_the_rubric() {
    let places = Places::new();
    let file = answered(&places);
    let targets = |arguments: &[&str]| {
        let plan = json(&places, &[&["plan", &file, "--json"], arguments].concat());
        let of =
            |id: &str| plan["areas"].as_array().unwrap().iter().find(|a| a["area"] == id).unwrap()["target"].clone();
        (of("O2").as_u64().unwrap(), of("R4").as_u64().unwrap(), of("A2").as_u64().unwrap())
    };
    assert_eq!(targets(&[]), (2, 4, 3));
    assert_eq!(targets(&["--target", "shared"]), (3, 3, 3));
    assert_eq!(targets(&["--target", "tasks", "R4=5"]), (3, 5, 4));
    let sentence = refused(&places, &["plan", &file, "--target", "nowhere"], 1);
    assert!(sentence.contains("nowhere") && sentence.contains("foundation, shared, tasks"), "{sentence}");
    let shown = places.run(&["rubric", "show", "icp"]);
    assert!(shown.contains("Preset targets:") && shown.contains("shared  Shared across owners"), "{shown}");
    let shown = json(&places, &["rubric", "show", "icp", "--json"]);
    assert_eq!(shown["target_sets"][1]["levels"]["O2"], 4);
    assert_eq!(shown["spotlights"][0]["area"], "A2");
}

#[test]
fn the_shift_to_tasks_is_told_on_screen_in_lines_and_on_paper() {
    let places = Places::new();
    let file = answered(&places);
    let told = "What is bought are still resources";
    assert!(places.run(&["show", &file]).contains(told));
    for format in ["md", "html", "json"] {
        assert!(places.run(&["report", &file, "--format", format]).contains(told), "{format}");
    }
}

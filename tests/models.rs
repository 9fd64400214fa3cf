//! Models of other forms than the shipped one: each loads, is asked, scores and reports, without a
//! line of code for it. The files are written afresh after the form of the model in their name.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/rubrics.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod rubrics;
#[path = "support/stage.rs"]
mod stage;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use gradus::lang::Lang;
use gradus::measure::{Measured, Node, contradictions, measure, shown, supported_replies};
use gradus::rubric::check::check;
use gradus::rubric::{QuestionIx, Rubric, SHIPPED};
use gradus::tui::app::News;
use rubrics::{ladder, rubric, scale, text};
use serde_json::{Value, json};
use stage::{Stage, fresh, now};

/// A model, the keys that answer it, the same answers as typed, and what must come of them.
struct Model {
    name: &'static str,
    keys: String,
    answers: &'static str,
    /// Score and level by id of the area.
    areas: Vec<(&'static str, f64, Option<u8>)>,
    score: f64,
    level: Option<u8>,
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/models").join(format!("{name}.json"))
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(file(name)).unwrap()
}

/// One digit per question, each followed by Enter.
fn digits(digits: &str) -> String {
    digits.chars().filter(|c| !c.is_whitespace()).flat_map(|c| [c.to_string(), "<Enter>".to_owned()]).collect()
}

fn models() -> Vec<Model> {
    vec![
        Model {
            name: "samm-like",
            keys: digits("332210 210000 333210"),
            answers: "G1.a1=1 G1.b1=1 G1.a2=0.5 G1.b2=0.5 G1.a3=0.25 G1.b3=0 G2.a1=0.5 G2.b1=0.25 G2.a2=0 G2.b2=0 \
                      G2.a3=0 G2.b3=0 D1.a1=1 D1.b1=1 D1.a2=1 D1.b2=0.5 D1.a3=0.25 D1.b3=0",
            areas: vec![("G1", 1.625, Some(1)), ("G2", 0.375, Some(0)), ("D1", 1.875, Some(1))],
            score: 1.4375,
            level: Some(1),
        },
        Model {
            name: "c2m2-like",
            keys: digits("3221 231"),
            answers: "AST1.1=1 AST1.2=0.67 AST1.3=0.67 AST1.4=0.33 PGM1.1=0.67 PGM1.2=1 PGM1.3=0.33",
            // The programme has no practice at level 1: nothing there blocks its level 2.
            areas: vec![("AST1", 1.835, Some(2)), ("PGM1", 1.165, Some(2))],
            score: 1.5,
            level: None,
        },
        Model {
            name: "dsomm-like",
            keys: digits("101 110"),
            answers: "B1.1=1 B1.2=0 B1.3=1 T1.1=1 T1.2=1 T1.3=0",
            areas: vec![("B1", 2.0, Some(1)), ("T1", 2.0, Some(3))],
            score: 2.0,
            level: Some(2),
        },
        Model {
            name: "cloud-like",
            keys: "3<Enter>4<Enter>xno bill<Enter><Enter>5<Enter>".to_owned(),
            answers: "P1.1=3 P1.2=4 C1.1=na:nobill C1.2=5",
            areas: vec![("P1", 3.5, Some(3)), ("C1", 5.0, Some(5))],
            score: 4.25,
            level: Some(4),
        },
        Model {
            name: "half-steps",
            // Beyond one digit arrows choose; the last question's credit is given on the way back.
            keys: format!("{}<Enter>{}<Enter>b+", "<Down>".repeat(16), "<Down>".repeat(8)),
            answers: "H1.1=7.5 H1.2=7+half",
            areas: vec![("H1", 7.5, Some(7))],
            score: 7.5,
            level: Some(7),
        },
        Model {
            name: "acatech-like",
            keys: digits("12 23 23 12 23 34 33 23"),
            answers: "P1.1=1 P1.2=2 P2.1=2 P2.2=3 P3.1=2 P3.2=3 P4.1=1 P4.2=2 P5.1=2 P5.2=3 P6.1=3 P6.2=4 P7.1=3 \
                      P7.2=3 P8.1=2 P8.2=3",
            areas: vec![
                ("P1.0", 1.9, Some(1)),
                ("P2.0", 2.4, Some(2)),
                ("P3.0", 2.4, Some(2)),
                ("P4.0", 1.7, Some(1)),
                ("P5.0", 2.4, Some(2)),
                ("P6.0", 3.1, Some(3)),
                ("P7.0", 3.0, Some(3)),
                ("P8.0", 2.5, Some(2)),
            ],
            score: 2.425,
            level: Some(2),
        },
    ]
}

#[track_caller]
fn close(found: Option<f64>, expected: f64, what: &str) {
    assert!(found.is_some_and(|f| (f - expected).abs() < 1e-9), "{what}: {found:?}, expected {expected}");
}

#[track_caller]
fn holds(model: &Model, rubric: &Rubric, measured: &Measured) {
    let node = |found: &Node, score: f64, level: Option<u8>, what: &str| {
        close(found.score(), score, what);
        assert_eq!(found.level(), level, "{what}");
    };
    assert_eq!(rubric.areas.len(), model.areas.len(), "{}", model.name);
    for (id, score, level) in &model.areas {
        let place = rubric.areas.iter().position(|a| a.id.as_str() == *id).unwrap();
        node(&measured.areas[place], *score, *level, &format!("{} {id}", model.name));
    }
    node(&measured.overall.node, model.score, model.level, model.name);
}

/// The screen on a model, with its keys pressed.
fn asked(model: &Model, lang: Lang, columns: u16, rows: u16) -> Stage {
    let rubric = Arc::new(Rubric::read(&bytes(model.name)).unwrap());
    let mut stage = Stage::new(lang, columns, rows);
    stage.app.told(News::Opened(Box::new(fresh(rubric, "East Steel")), Vec::new()));
    stage.draw();
    stage.keys(&model.keys);
    stage
}

#[test]
fn every_model_checks_clean() {
    for model in models() {
        assert_eq!(check(&bytes(model.name)), [], "{}", model.name);
    }
}

#[test]
fn every_model_is_asked_on_screen_and_scores() {
    for model in models() {
        for (lang, columns, rows) in [(Lang::En, 80, 24), (Lang::Zh, 60, 20)] {
            let stage = asked(&model, lang, columns, rows);
            let work = stage.app.work.as_ref().unwrap();
            holds(&model, &work.rubric, &work.measured);
        }
    }
}

#[test]
fn every_model_reports_and_travels_with_its_answers() {
    let folder = tempfile::tempdir().unwrap();
    let (data, state) = (folder.path().join("data"), folder.path().join("state"));
    std::fs::create_dir_all(data.join("rubrics")).unwrap();
    let gradus = |args: &[&str]| {
        let mut command = Command::cargo_bin("gradus").unwrap();
        command.env("GRADUS_DATA_DIR", &data).env("GRADUS_STATE_DIR", &state).env("GRADUS_LANG", "en").args(args);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    for model in models() {
        let mine = data.join("rubrics").join(format!("{}.json", model.name));
        std::fs::copy(file(model.name), &mine).unwrap();
        let path = gradus(&["new", "--subject", model.name, "--rubric", model.name]);
        let path = path.trim();
        let answers: Vec<&str> = model.answers.split_whitespace().collect();
        gradus(&[&["answer", path][..], &answers].concat());
        // Elsewhere nobody has the rubric.
        std::fs::remove_file(&mine).unwrap();
        let shown: Value = serde_json::from_str(&gradus(&["show", path, "--json"])).unwrap();
        assert_eq!(shown["rubric"]["id"], model.name);
        close(shown["headline"]["score"].as_f64(), model.score, model.name);
        assert_eq!(shown["headline"]["level"].as_u64(), model.level.map(u64::from), "{}", model.name);
        for (area, (id, score, level)) in shown["areas"].as_array().unwrap().iter().zip(&model.areas) {
            assert_eq!(area["id"], *id);
            close(area["score"].as_f64(), *score, id);
            assert_eq!(area["level"].as_u64(), level.map(u64::from), "{id}");
        }
        assert!(gradus(&["show", path]).contains(&gradus::measure::shown(model.score)), "{}", model.name);
    }
}

#[test]
fn eight_principles_are_shown_as_published() {
    assert_eq!(shown(2.425), "2.4");
}

#[test]
fn an_activity_whose_dependency_is_missing_is_a_contradiction() {
    let model = models().into_iter().find(|m| m.name == "dsomm-like").unwrap();
    let stage = asked(&model, Lang::En, 80, 24);
    let work = stage.app.work.as_ref().unwrap();
    let found = contradictions(&work.rubric, &work.measured);
    let ids: Vec<(&str, &str, u8)> = found
        .iter()
        .map(|c| {
            let id = |a| work.rubric.area(a).id.as_str();
            (id(c.prerequisite.area), id(c.prerequisite.needs), c.found)
        })
        .collect();
    assert_eq!(ids, [("T1", "B1", 1)]);
}

#[test]
fn what_is_not_supported_or_not_applicable_is_said_beside_the_score() {
    let model = models().into_iter().find(|m| m.name == "cloud-like").unwrap();
    let stage = asked(&model, Lang::En, 80, 24);
    let work = stage.app.work.as_ref().unwrap();
    // Half of the costs do not apply; as lowest they would be (1 + 5) / 2.
    let [people, cost] = &work.measured.areas[..] else { panic!() };
    assert!(!people.is_scope_limited() && cost.is_scope_limited());
    close(cost.as_lowest, 3.0, "as lowest");
    // Claims of 4 and 5 without evidence count as 3.
    let supported = supported_replies(&work.rubric, &work.assessment).unwrap();
    close(measure(&work.rubric, &supported, None).overall.node.score(), 3.0, "supported");
    // The shipped rubric lists such claims and takes nothing away.
    let icp = fresh(stage::icp(), "x");
    assert_eq!(supported_replies(&icp.rubric, &icp.assessment), None);
}

#[test]
fn half_steps_stay_in_sight_and_are_recorded_as_typed() {
    let model = models().into_iter().find(|m| m.name == "half-steps").unwrap();
    let rubric = Arc::new(Rubric::read(&bytes(model.name)).unwrap());
    for (lang, columns, rows) in [(Lang::En, 80, 24), (Lang::Zh, 60, 20)] {
        let mut stage = Stage::new(lang, columns, rows);
        stage.app.told(News::Opened(Box::new(fresh(Arc::clone(&rubric), "East Steel")), Vec::new()));
        // A digit means nothing on a scale of twenty-one answers.
        stage.keys("7");
        assert!(stage.effects.is_empty());
        for place in 0..21 {
            stage.keys("<Down>");
            let anchor = rubric.questions[0].choices[place].text.get(lang);
            let start: String = anchor.chars().take(12).collect();
            let screen = stage.screen();
            let line = screen.lines().find(|l| l.contains('▸')).unwrap_or_default();
            assert!(line.contains(&start), "{place} {anchor}\n{screen}");
        }
    }
}

#[test]
fn guidance_of_fifty_kilobytes_is_read_and_folds_before_the_anchors() {
    let mut cloud: Value = serde_json::from_slice(&bytes("cloud-like")).unwrap();
    let guidance = "Look at the last three months. ".repeat(50 * 1024 / 31);
    cloud["dimensions"][0]["areas"][0]["questions"][1]["why"] = text(&guidance);
    let rubric = Arc::new(Rubric::read(cloud.to_string().as_bytes()).unwrap());
    let mut stage = Stage::new(Lang::En, 80, 24);
    stage.app.told(News::Opened(Box::new(fresh(rubric, "East Steel")), Vec::new()));
    stage.keys("3<Enter>w4");
    let screen = stage.screen();
    for anchor in ["1  Nothing is agreed.", "4  Figures show"] {
        assert!(screen.contains(anchor), "{anchor}\n{screen}");
    }
    assert!(!screen.contains("5  "), "four answers only\n{screen}");
    cloud["dimensions"][0]["areas"][0]["questions"][1]["why"] = text(&"x".repeat((64 << 10) + 1));
    assert!(Rubric::read(cloud.to_string().as_bytes()).is_err());
}

#[test]
fn scales_of_two_to_eleven_levels_and_an_empty_one_in_a_gate() {
    let gate = json!({ "name": "gate" });
    let level = |rubric: &Rubric, answer: f64| {
        let replies = vec![gradus::measure::Reply::Rated { x: answer, k: answer }; rubric.questions.len()];
        measure(rubric, &replies, None).overall.node.level()
    };
    for max in 1..=10 {
        let questions = vec![ladder("q1", 1.0, 0, max), ladder("q2", 1.0, 0, max)];
        let made = rubric(scale(0, max), &gate, &json!({ "cap": 1 }), rubrics::one_area(questions));
        let made = rubrics::read(&made);
        for answer in 0..=max as u8 {
            assert_eq!(level(&made, f64::from(answer)), Some(answer), "0..{max}");
        }
    }
    // No answer stands for level 2; who reaches 3 has passed it, who is at 1 has not.
    let mut question = ladder("q1", 1.0, 0, 3);
    question["values"] = json!([0, 1, 3]);
    question["anchors"].as_array_mut().unwrap().remove(2);
    let made = rubrics::read(&rubric(scale(0, 3), &gate, &json!({ "cap": 1 }), rubrics::one_area(vec![question])));
    assert_eq!([0.0, 1.0, 3.0].map(|a| level(&made, a)), [Some(0), Some(1), Some(3)]);
}

/// A rubric of 20 dimensions, 20 areas in each, 5 questions in each.
fn two_thousand() -> Vec<u8> {
    let questions =
        |d: usize, a: usize| (0..5).map(|q| ladder(&format!("q{d}.{a}.{q}"), 1.0, 0, 5)).collect::<Vec<_>>();
    let area = |d: usize, a: usize| json!({ "id": format!("a{d}.{a}"), "name": text(&format!("area {d} {a}")), "questions": questions(d, a) });
    let dimension = |d: usize| json!({ "id": format!("d{d}"), "name": text(&format!("dimension {d}")), "areas": (0..20).map(|a| area(d, a)).collect::<Vec<_>>() });
    let dimensions: Vec<Value> = (0..20).map(dimension).collect();
    rubric(scale(0, 5), &json!({ "name": "bands" }), &json!({ "cap": 1 }), json!(dimensions)).to_string().into_bytes()
}

/// Times of opening and of one key with its frame.
fn times(bytes: &[u8]) -> (Duration, Duration, Stage) {
    let begun = Instant::now();
    let rubric = Arc::new(Rubric::read(bytes).unwrap());
    let mut stage = Stage::new(Lang::En, 120, 40);
    stage.app.told(News::Opened(Box::new(fresh(rubric, "East Steel")), Vec::new()));
    stage.draw();
    let opened = begun.elapsed();
    let begun = Instant::now();
    stage.keys(&"3<Enter>".repeat(20));
    (opened, begun.elapsed() / 40, stage)
}

#[test]
fn two_thousand_questions_are_opened_and_answered() {
    let (open_48, key_48, _) = times(SHIPPED[0].json.as_bytes());
    let (open, key, mut stage) = times(&two_thousand());
    println!("open: {open_48:?} for 48, {open:?} for 2,000; key: {key_48:?} and {key:?}");
    let work = stage.app.work.as_mut().unwrap();
    assert_eq!((work.asked.len(), work.at), (2000, 20));
    // Every question answered, so that the ledger is full, and a key still works.
    for i in 0..2000 {
        let question = work.rubric.question(QuestionIx(i)).clone();
        let answer = gradus::assessment::Answer::parse("3", &work.rubric, &question).unwrap();
        let author = work.author.clone();
        work.assessment.record(&author, now(), gradus::assessment::Change::answer(&question.id, Some(&answer)));
    }
    stage.keys("4");
    close(stage.app.work.as_ref().unwrap().measured.overall.node.score(), 3.0 + 1.0 / 2000.0, "all but one at 3");
    // A watchdog against something quadratic, not a measurement: debug builds and busy machines pass.
    assert!(key < Duration::from_millis(500), "{key:?}");
    assert!(open < Duration::from_secs(5), "{open:?}");
}

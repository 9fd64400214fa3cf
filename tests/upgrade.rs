//! From one version of a rubric to the next: the map, the answers, and that nothing happens unasked.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/stage.rs"]
mod stage;

use std::sync::Arc;

use gradus::assessment::{Answer, Assessment, Change, RubricRef, Thing};
use gradus::desk::Desk;
use gradus::lang::Lang;
use gradus::measure::cohort::Benchmark;
use gradus::measure::{measure, replies};
use gradus::rubric::{Id, Rubric};
use gradus::store::{Places, Store, Use};
use gradus::text::Clean;
use gradus::tui::app::{Effect, News, Offer};
use serde_json::{Value, json};
use stage::{Stage, fresh, now};

fn data(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

fn version(n: u8) -> Rubric {
    Rubric::read(&data(&format!("models/versions-{n}.json"))).unwrap()
}

fn reference(rubric: &Rubric) -> RubricRef {
    let version = Clean::line(&rubric.version.to_string());
    RubricRef { id: rubric.id.clone(), version, sha256: "ab".repeat(32).into() }
}

/// The example of the reference file.
fn example() -> Value {
    let file: Value = serde_json::from_slice(&data("reference-trend.json")).unwrap();
    file["version_map"][0].clone()
}

/// The old version, answered as in the example.
fn answered(old: &Rubric, example: &Value) -> gradus::tui::app::Work {
    let mut work = fresh(Arc::new(old.clone()), "East Steel");
    for (id, level) in example["old_answers"].as_object().unwrap() {
        let question = old.question(old.question_ix(id).unwrap());
        let answer = Answer::parse(&level.to_string(), old, question).unwrap();
        work.record(Change::answer(&question.id, Some(&answer)), now(), &mut Vec::new());
    }
    work
}

fn offer(assessment: &Assessment, old: &Rubric, new: Rubric) -> Box<Offer> {
    let steps = assessment.upgrade(old, &new).unwrap();
    Box::new(Offer { reference: reference(&new), rubric: Arc::new(new), embed: None, steps, cursor: 0 })
}

fn value_of(assessment: &Assessment, rubric: &Rubric, id: &str) -> Option<f64> {
    match assessment.answer(rubric, rubric.question(rubric.question_ix(id)?))? {
        Answer::Level { value, .. } => Some(value),
        _ => None,
    }
}

#[test]
fn answers_are_carried_as_the_map_says() {
    let (old, new) = (version(1), version(2));
    let work = answered(&old, &example());
    let steps = work.assessment.upgrade(&old, &new).unwrap();
    let fates: Vec<&str> = steps.iter().map(|s| s.mapped.fate.as_str()).collect();
    assert_eq!(fates, ["reworded", "rescaled", "split", "merged", "new", "retired"]);
    let mut after = work.assessment.clone();
    for change in work.assessment.upgrade_changes(&new, &reference(&new), &steps) {
        after.record(&work.author, now(), change);
    }
    let carried = ["A.1", "A.2", "A.3a", "A.3b", "A.45", "A.6"].map(|id| value_of(&after, &new, id));
    assert_eq!(carried, [Some(2.0), Some(2.0), Some(4.0), Some(4.0), Some(2.0), None]);
    // The old answers on the common core of the reference: the same pairs, the same score.
    let expected = &example()["expected"];
    let score = measure(&new, &replies(&new, &after), None).overall.node.mean.unwrap();
    assert!((score - expected["score_before_on_core"].as_f64().unwrap()).abs() < 1e-9, "{score}");
    assert_eq!(after.rubric_in_use().version.as_str(), "2.0.0");
    assert_eq!(after.rubric.version.as_str(), "1.0.0");
    // What was said in the old version is not undone into the new one.
    assert_eq!(after.undo(""), None);
}

#[test]
fn who_said_an_answer_goes_along() {
    let (old, new) = (version(1), version(2));
    let mut work = answered(&old, &example());
    let said = |work: &mut gradus::tui::app::Work, id: &str, who: &str| {
        let answer = work.assessment.answer(&work.rubric, work.rubric.question(work.rubric.question_ix(id).unwrap()));
        let change = Change::answer(&Id::new(id).unwrap(), answer.as_ref()).said_by(who);
        work.record(change, now(), &mut Vec::new());
    };
    for (id, who) in [("A.1", "Ms Wang"), ("A.3", "Mr Chen"), ("A.4", "Ms Wang"), ("A.5", "Mr Chen")] {
        said(&mut work, id, who);
    }
    let steps = work.assessment.upgrade(&old, &new).unwrap();
    let mut after = work.assessment.clone();
    for change in work.assessment.upgrade_changes(&new, &reference(&new), &steps) {
        // What stays as it was is not said once more.
        assert_ne!(change.thing, Thing::Answer(Id::new("A.1").unwrap()));
        after.record(&work.author, now(), change);
    }
    let who = |id: &str| after.speaker(&Id::new(id).unwrap()).map(|who| who.to_string());
    let known = ["A.1", "A.3a", "A.3b", "A.45"].map(who);
    // Out of two people's answers comes nobody's.
    assert_eq!(known, [Some("Ms Wang".into()), Some("Mr Chen".into()), Some("Mr Chen".into()), None]);
}

/// A desk with a rubric of one's own in two versions, the newer one on it, and an assessment of the older one.
fn with_newer() -> (tempfile::TempDir, Desk, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { data: folder.path().join("data"), state: folder.path().join("state") };
    std::fs::create_dir_all(places.rubrics()).unwrap();
    let mine = places.rubrics().join("versions.json");
    let defaults = gradus::desk::Defaults::default();
    let desk = Desk { store: Store::on_disk(places), lang: Lang::En, defaults, peers: None };
    std::fs::write(&mine, data("models/versions-1.json")).unwrap();
    let path = desk.create("versions", vec![], None).unwrap().opened.path;
    std::fs::write(&mine, data("models/versions-2.json")).unwrap();
    (folder, desk, path)
}

#[test]
fn a_newer_version_is_told_by_the_commands_that_show_an_assessment() {
    let (folder, _, path) = with_newer();
    let run = |lang: &str, args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gradus"));
        command.env_clear().env("GRADUS_LANG", lang).env("TZ", "UTC").env("HOME", folder.path());
        command.env("GRADUS_DATA_DIR", folder.path().join("data")).env("GRADUS_STATE_DIR", folder.path().join("state"));
        let done = command.args(args).output().unwrap();
        assert_eq!(done.status.code(), Some(0));
        (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    let file = path.to_str().unwrap();
    for lang in Lang::ALL {
        let sentence = gradus::lang::fill(lang.words().talk.newer_how, &["versions", "2.0.0"]);
        for args in [&["show", file][..], &["list"]] {
            let (_, told) = run(lang.code(), args);
            assert_eq!(told.trim_end(), sentence, "{args:?}");
        }
    }
    let (shown, told) = run("en", &["show", file, "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert!(shown.to_string().contains("2.0.0") && told.is_empty(), "{told}");
}

#[test]
fn the_fold_decides_which_version_is_in_use() {
    let (old, new) = (version(1), version(2));
    let work = answered(&old, &example());
    let mut one = work.assessment.clone();
    let steps = one.upgrade(&old, &new).unwrap();
    let events: Vec<_> = one
        .upgrade_changes(&new, &reference(&new), &steps)
        .into_iter()
        .map(|change| one.record(&work.author, now(), change))
        .collect();
    let mut other = Assessment::new(&work.assessment.header(work.author.session));
    for event in events.into_iter().rev().chain(work.assessment.ledger().events().iter().rev().cloned()) {
        other.apply(event);
    }
    assert_eq!(other.rubric_in_use(), one.rubric_in_use());
    assert_eq!(value_of(&other, &new, "A.2"), Some(2.0));
}

#[test]
fn there_is_no_way_back_nor_over_a_major_version_without_a_map() {
    let (old, new) = (version(1), version(2));
    assert_eq!(old.fates(&new), None);
    assert_eq!(new.fates(&new), None);
    let mut file: Value = serde_json::from_slice(&data("models/versions-2.json")).unwrap();
    file["earlier"] = json!([]);
    let without = Rubric::read(file.to_string().as_bytes()).unwrap();
    assert_eq!(without.fates(&old), None);
    // A minor version needs none: ids are permanent.
    file["version"] = json!("1.1.0");
    let minor = Rubric::read(file.to_string().as_bytes()).unwrap();
    let fates = minor.fates(&old).unwrap();
    let fates: Vec<&str> = fates.iter().map(|m| m.fate.as_str()).collect();
    assert_eq!(fates, ["reworded", "same", "new", "new", "new", "new", "retired", "retired", "retired", "retired"]);
}

#[test]
fn an_answer_on_the_old_scale_that_comes_late_counts_as_open() {
    let (folder, desk, path) = with_newer();
    let mine = folder.path().join("data/rubrics/versions.json");
    let late =
        || Change::new(Thing::Answer(Id::new("A.1").unwrap()), gradus::assessment::Value::json(&json!({ "level": 9 })));
    let newer = desk.store.find_rubric("versions").unwrap();
    let embed = gradus::store::embed(&newer.reference, newer.embedded.as_ref().unwrap()).unwrap();
    let in_use = Change::new(Thing::InUse, newer.reference.to_value());
    let on_desk = desk.open(&path, Use::Write).unwrap();
    assert_eq!(on_desk.rubric.version.to_string(), "1.0.0");
    desk.record(on_desk, None, |_, _| Ok(vec![embed, in_use, late()])).unwrap();
    let on_desk = desk.open(&path, Use::Read).unwrap();
    assert_eq!(on_desk.rubric.version.to_string(), "2.0.0");
    assert!(on_desk.notices.iter().any(|n| n.contains("A.1")), "{:?}", on_desk.notices);
    assert_eq!(value_of(&on_desk.opened.assessment, &on_desk.rubric, "A.1"), None);
    // Without an upgrade such a value means that the file was changed.
    std::fs::write(&mine, data("models/versions-1.json")).unwrap();
    let fresh = desk.create("versions", vec![late()], None).unwrap().opened.path;
    assert!(desk.open(&fresh, Use::Read).is_err());
}

#[test]
fn nothing_changes_until_it_is_confirmed() {
    for (lang, columns, rows) in [(Lang::En, 80, 24), (Lang::Zh, 60, 20)] {
        let (old, new) = (version(1), version(2));
        let work = answered(&old, &example());
        let offered = offer(&work.assessment, &old, new);
        let mut stage = Stage::new(lang, columns, rows);
        stage.app.told(News::Opened(Box::new(work), vec!["Said before.".to_owned()]));
        stage.app.told(News::Offered(offered));
        stage.draw();
        assert!(["Said before.", "2.0.0"].iter().all(|said| stage.screen().contains(said)), "{}", stage.screen());
        stage.keys("U");
        for id in ["A.1", "A.2", "A.45", "A.6", "A.7"] {
            assert!(stage.screen().contains(id), "{id}\n{}", stage.screen());
        }
        // The second, the rescaled one, is asked again; then neither Esc nor another key does anything.
        stage.keys("<Down> <Enter>x<Esc>U<Enter><Esc>");
        assert!(stage.effects.iter().all(|e| !matches!(e, Effect::RecordAll(_))));
        stage.keys("U<Enter>y");
        let events: Vec<_> = stage.effects.iter().filter(|e| matches!(e, Effect::RecordAll(_))).collect();
        let [Effect::RecordAll(events)] = events[..] else { panic!("{} batches", events.len()) };
        assert_eq!(events.last().unwrap().thing, Thing::InUse);
        let work = stage.app.work.as_ref().unwrap();
        assert_eq!(work.rubric.version.to_string(), "2.0.0");
        assert_eq!(value_of(&work.assessment, &work.rubric, "A.1"), Some(2.0));
        assert_eq!(value_of(&work.assessment, &work.rubric, "A.2"), None);
        assert!(work.offer.is_none());
    }
}

#[test]
fn others_are_held_against_the_version_in_use() {
    for (others, before, after) in [(1, true, false), (2, false, true)] {
        let (old, new, others) = (version(1), version(2), version(others));
        let benchmark =
            Benchmark { rubric: others.id, version: others.version, made: None, n: 40, k: 5, items: [].into() };
        let mut work = answered(&old, &example());
        work.offer = Some(offer(&work.assessment, &old, new));
        let mut stage = Stage::new(Lang::En, 80, 24);
        stage.app.peers = Some(Arc::new(benchmark));
        work.peers = stage.app.peers.clone().filter(|benchmark| benchmark.fits(&old));
        assert_eq!(work.peers.is_some(), before);
        stage.app.told(News::Opened(Box::new(work), Vec::new()));
        stage.keys("U<Enter>y");
        assert_eq!(stage.app.work.as_ref().unwrap().peers.is_some(), after);
    }
}

#[test]
fn what_is_answered_while_a_newer_version_waits_goes_along() {
    let (old, new) = (version(1), version(2));
    let work = fresh(Arc::new(old.clone()), "East Steel");
    let offered = offer(&work.assessment, &old, new);
    let mut stage = Stage::new(Lang::En, 80, 24);
    stage.app.told(News::Opened(Box::new(work), Vec::new()));
    stage.app.told(News::Offered(offered));
    // Answered and answered otherwise; then it is decided that the rescaled one is asked again.
    stage.keys("2<Enter>3bU<Down> bb4U<Enter>y");
    let work = stage.app.work.as_ref().unwrap();
    assert_eq!(work.rubric.version.to_string(), "2.0.0");
    assert_eq!(value_of(&work.assessment, &work.rubric, "A.1"), Some(4.0), "{}", stage.screen());
    assert_eq!(value_of(&work.assessment, &work.rubric, "A.2"), None);
}

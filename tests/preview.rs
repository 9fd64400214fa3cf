//! Preview: the question screen on a rubric file, its findings, and reading it again.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use gradus::lang::Lang;
use gradus::rubric::check::check;
use gradus::rubric::{Rubric, SHIPPED};
use gradus::text::Clean;
use gradus::tui::app::{Effect, News, Previewed};
use gradus::tui::keys::Place;
use stage::{Stage, now};

/// The file as it is read from disk.
fn read(stage: &mut Stage, json: &str) {
    stage.app.told(News::Previewed(Box::new(Previewed {
        rubric: Rubric::read(json.as_bytes()).ok(),
        findings: check(json.as_bytes()),
        path: Clean::line("own.json"),
        at: now(),
    })));
    stage.draw();
}

#[test]
fn a_file_is_asked_and_read_again_and_nothing_claims_to_be_kept() {
    for (lang, columns, rows, mark) in [(Lang::En, 80, 24, "preview, not saved"), (Lang::Zh, 60, 20, "预览，不保存")]
    {
        let mut stage = Stage::new(lang, columns, rows);
        read(&mut stage, SHIPPED[0].json);
        assert_eq!(stage.app.key_place(), Place::Preview);
        // Every depth is asked, an answer can be tried, and the state says that it goes nowhere.
        assert!(stage.screen().contains("1/48"), "{}", stage.screen());
        stage.keys("3<Enter>2");
        assert!(stage.screen().contains(mark), "{}", stage.screen());
        stage.keys("R");
        assert_eq!(stage.effects.last(), Some(&Effect::Reload));
        // The question under way stays, and so does what was tried on it.
        let changed = SHIPPED[0].json.replace("\"id\": \"N1.1\"", "\"id\": \"N1.9\"");
        read(&mut stage, &changed);
        let work = stage.app.work.as_ref().unwrap();
        assert_eq!(work.question().id.as_str(), "N1.2");
        assert!(work.assessment.answer(&work.rubric, work.question()).is_some());
        // What began in the shell ends there.
        stage.keys("<Esc>");
        assert_eq!(stage.effects.last(), Some(&Effect::Quit));
    }
}

#[test]
fn findings_lie_over_the_screen_and_a_refused_file_leaves_the_last_good_one() {
    let mut stage = Stage::new(Lang::En, 60, 20);
    let doubtful = SHIPPED[0].json.replacen("\"zh\":\"算力", "\"zh\":\"\u{200b}算力", 1);
    read(&mut stage, &doubtful);
    assert!(stage.screen().contains("warnings: 1"), "{}", stage.screen());
    stage.keys("f");
    assert!(stage.screen().contains("U+200B"), "{}", stage.screen());
    stage.keys("<Esc>");
    assert!(stage.app.overlay.is_none());
    read(
        &mut stage,
        &SHIPPED[0].json.replacen("\"weight\": 1", "\"weight\": -1", 1).replace("\"bands\"", "\"ribbons\""),
    );
    assert!(stage.screen().contains("ribbons"), "{}", stage.screen());
    assert_eq!(stage.app.work.as_ref().unwrap().rubric.questions.len(), 48);
    stage.keys("R");
    assert_eq!(stage.effects.last(), Some(&Effect::Reload));
}

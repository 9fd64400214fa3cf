//! Home, Setup, Help, and a window that is too small.

use gradus::assessment::Field;
use gradus::lang::Lang;
use gradus::text::Clean;
use gradus::tui::app::{Effect, News, Reading};

use super::findings::findings;
use super::stage::{self, Stage, entry};
use super::{USUAL, after, check, words};

fn home(lang: Lang, columns: u16, rows: u16) -> Stage {
    let mut stage = Stage::new(lang, columns, rows);
    let mut half = entry(words(lang, "江北数据中心", "Harbour data centre"), 11, None);
    if let Ok(summary) = &mut half.content {
        summary.part = Clean::line(words(lang, "二期机房", "second hall"));
    }
    let mut archived = entry(words(lang, "旧年评估", "Last year"), 24, Some(1));
    if let Ok(summary) = &mut archived.content {
        summary.archived = true;
    }
    let mut broken = entry("", 0, None);
    let path = "/data/notes-with-a-rather-long-name-of-the-kind-that-people-give-to-files.gradus";
    broken.path = Clean::line(path);
    let words = &lang.words().store;
    broken.content = Err(gradus::lang::fill(words.not_an_assessment, &[path]));
    let long = words_long(lang);
    let east = Clean::line("/data/2026-11-21-east-steel.gradus");
    let mut first = entry("East Steel", 24, Some(2));
    first.path = east;
    stage.app.told(News::Listed(vec![first, half, entry(long, 3, None), broken, archived]));
    stage.keys("A");
    stage
}

fn words_long(lang: Lang) -> &'static str {
    words(
        lang,
        "长三角一体化示范区算力服务联合运营中心暨绿色能源调度办公室",
        "The joint operations centre of the northern computing and green energy region",
    )
}

#[test]
fn whether_the_rubric_holds() {
    check("study", USUAL, |lang, columns, rows| {
        let mut stage = home(lang, columns, rows);
        stage.keys("R");
        assert_eq!(stage.effects.last(), Some(&Effect::Study(Some(0))));
        stage.app.told(News::Studied(Reading::Done(Box::new(((*stage::icp()).clone(), findings(40))))));
        stage.keys("<PageDown>");
        stage
    });
}

#[test]
fn too_few_to_say_whether_the_rubric_holds() {
    check("study_few", USUAL, |lang, columns, rows| {
        let mut stage = home(lang, columns, rows);
        stage.keys("R");
        stage.app.told(News::Studied(Reading::Done(Box::new(((*stage::icp()).clone(), findings(3))))));
        stage.keys("<Down>");
        stage
    });
}

#[test]
fn home_empty() {
    check("home_empty", USUAL, Stage::new);
}

#[test]
fn home_with_entries() {
    check("home", USUAL, home);
}

#[test]
fn home_on_a_file_that_cannot_be_read() {
    check("home_unreadable", USUAL, |lang, columns, rows| {
        let mut stage = home(lang, columns, rows);
        stage.keys("<Down><Down><Down>");
        stage
    });
}

#[test]
fn home_search() {
    check("home_search", USUAL, |lang, columns, rows| {
        let mut stage = home(lang, columns, rows);
        stage.keys("/east");
        stage
    });
}

#[test]
fn confirm_delete() {
    check("confirm_delete", USUAL, |lang, columns, rows| {
        let mut stage = home(lang, columns, rows);
        stage.keys("D");
        stage
    });
}

#[test]
fn setup_new() {
    check("setup_new", USUAL, |lang, columns, rows| {
        let mut stage = Stage::new(lang, columns, rows);
        stage.keys("n").keys(words(lang, "华东钢铁", "East Steel"));
        stage
    });
}

#[test]
fn setup_new_named() {
    check("setup_new_named", USUAL, |lang, columns, rows| {
        let mut stage = Stage::new(lang, columns, rows);
        stage.keys("n").keys(words(lang, "华东钢铁", "East Steel")).keys("<Enter>");
        stage
    });
}

#[test]
fn setup_begins_with_what_the_configuration_says() {
    let mut stage = Stage::new(Lang::En, 80, 24);
    stage.app.new_fields = vec![(Field::Mode, "workshop".to_owned()), (Field::Depth, "full".to_owned())];
    stage.keys("nAcme<Enter>");
    let screen = stage.screen();
    assert!(screen.contains("‹ workshop ›") && screen.contains("‹ full (two"), "{screen}");
    stage.keys("<Enter>");
    let created = stage.effects.iter().find_map(|e| match e {
        Effect::Create(changes) => Some(changes.len()),
        _ => None,
    });
    assert_eq!(created, Some(3), "the subject, the mode and the depth");
}

#[test]
fn setup_open() {
    check("setup_open", USUAL, after("N1.1=3", "S<Down><Down><Down><Down><Down><Down><Right>"));
}

#[test]
fn help() {
    check("help", USUAL, after("N1.1=3", "?"));
}

#[test]
fn help_further_down() {
    check("help_end", USUAL, after("N1.1=3", "?<PageDown><PageDown>"));
}

#[test]
fn help_on_home() {
    check("help_home", USUAL, |lang, columns, rows| {
        let mut stage = Stage::new(lang, columns, rows);
        stage.keys("?");
        stage
    });
}

#[test]
fn too_small() {
    check("too_small", &[(59, 24), (80, 19), (20, 5)], after("N1.1=3", ""));
}

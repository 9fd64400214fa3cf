//! Every screen in both languages, as it is drawn. A picture that changed shows up as a changed
//! file in `tests/snapshots`, one per screen and language, with one part per size.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use gradus::assessment::{Answer, Change, Event, EventId, Evidence, EvidenceKind, Field, Thing, Value};
use gradus::lang::Lang;
use gradus::rubric::{Depth, Id};
use gradus::text::Clean;
use gradus::tui::app::{Earlier, News, Saved};
use ratatui::style::Modifier;
use stage::{Stage, entry, now};

/// The sizes of every screen.
const USUAL: &[(u16, u16)] = &[(80, 24), (120, 40)];
/// The sizes of the two screens on which one works: the smallest and a wide one too.
const ALL: &[(u16, u16)] = &[(80, 24), (60, 20), (120, 40), (200, 60)];

const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3+partly R2.1=2 R3.1=2+partly R4.1=3 R5.1=2 R6.1=na:rented O1.1=2 O2.1=1 O3.1=2 O4.1=1+partly O5.1=2 O6.1=2 A1.1=3 A2.1=2+partly A3.1=3 A4.1=1 A5.1=2 A6.1=2";
/// High nearly everywhere, but Operation is at level 1 and its critical area too.
const CAPPED: &str = "N1.1=4 N2.1=4 N3.1=4 N4.1=4 N5.1=3+mostly N6.1=4 R1.1=4 R2.1=4 R3.1=5 R4.1=4 R5.1=3 R6.1=4 O1.1=1 O2.1=2 O3.1=1 O4.1=2 O5.1=1 O6.1=1 A1.1=4 A2.1=4 A3.1=4 A4.1=3+mostly A5.1=4 A6.1=4";
/// Too little for a headline.
const PARTIAL: &str = "N1.1=3 N2.1=2 N3.1=3 N4.1=unknown N6.1=3 R1.1=3 R2.1=2 R3.1=3 R4.1=2 O1.1=1 O3.1=2 A1.1=2";

/// Draws a scene in both languages and every size, and holds it against the kept picture.
fn check(name: &str, sizes: &[(u16, u16)], scene: impl Fn(Lang, u16, u16) -> Stage) {
    for lang in Lang::ALL {
        let drawn = sizes
            .iter()
            .map(|(columns, rows)| format!("===== {columns}x{rows}\n{}", scene(lang, *columns, *rows).screen()));
        let drawn = drawn.collect::<String>();
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{name}_{}", lang.code()), drawn));
    }
}

/// An assessment with answers, then keys.
fn after(answers: &'static str, keys: &'static str) -> impl Fn(Lang, u16, u16) -> Stage {
    move |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, answers);
        stage.keys(keys);
        settled(&mut stage);
        stage
    }
}

/// The disk has everything.
fn settled(stage: &mut Stage) {
    stage.app.told(News::Saved(Saved::Yes));
    stage.draw();
}

fn words(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A change made by somebody else who knew nothing of what was there.
fn from_elsewhere(thing: Thing, is: Value) -> News {
    let id = EventId::parse("other000.1").unwrap();
    News::Arrived(vec![Event {
        id,
        at: now(),
        by: "li".into(),
        after: Box::default(),
        thing,
        is,
        undoes: None,
        redoes: None,
        extra: Vec::new(),
    }])
}

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
fn setup_open() {
    check("setup_open", USUAL, after("N1.1=3", "S<Down><Down><Down><Down><Down><Down><Right>"));
}

#[test]
fn ask_fresh() {
    check("ask_fresh", ALL, after("", ""));
}

#[test]
fn ask_highlighted() {
    check("ask_highlighted", USUAL, after("", "<Down><Down><Down>"));
}

#[test]
fn ask_answered() {
    check("ask_answered", ALL, after("", "2+"));
}

#[test]
fn ask_with_everything_said() {
    check("ask_everything", ALL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "");
        stage.keys("4mccn");
        stage.keys(words(
            lang,
            "三个厂区各有一套编号规则，去年开始统一，预计明年三月完成；先看一号厂区。<Enter>李工负责。",
            "Three plants, three conventions; they are being brought together and should be one by March next year, beginning with plant one.<Enter>Ms Li leads it.",
        ));
        stage.keys("<Esc>e").keys(words(lang, "线路台账 2026-09", "line register, export of September 2026"));
        stage.keys("<Enter>");
        settled(&mut stage);
        stage
    });
}

#[test]
fn ask_not_applicable() {
    check("ask_not_applicable", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "");
        stage.keys("/N2.1<Enter>x").keys(words(lang, "线路全部租用", "every line is rented")).keys("<Enter>");
        settled(&mut stage);
        stage
    });
}

#[test]
fn ask_unknown() {
    check("ask_unknown", USUAL, after("", "u"));
}

#[test]
fn ask_why_it_matters() {
    check("ask_why_it_matters", ALL, after("N1.1=3", "bw"));
}

#[test]
fn ask_interview_with_prompt() {
    check("ask_interview", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "");
        let work = stage.app.work.as_mut().unwrap();
        work.record(Change::text(Thing::Setup(Field::Mode), "interview"), now(), &mut Vec::new());
        settled(&mut stage);
        stage
    });
}

#[test]
fn ask_conflict() {
    check("ask_conflict", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=2");
        let other = Answer::Level { value: 4.0, toward: None };
        stage.app.told(from_elsewhere(Thing::Answer(Id::new("N1.1").unwrap()), other.to_value()));
        stage.keys("b");
        stage
    });
}

#[test]
fn ask_saved_here_only() {
    check("ask_here_only", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=2");
        let words = &lang.words().store;
        let cause = gradus::lang::fill(words.cannot_write, &["/media/stick/east-steel.gradus", words.is_gone]);
        stage.app.told(News::Saved(Saved::HereOnly(Clean::line(&cause))));
        stage.draw();
        stage
    });
}

#[test]
fn leaving_what_is_not_saved() {
    check("leaving", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=2");
        let words = &lang.words().store;
        let cause = gradus::lang::fill(words.cannot_write, &["/data/east-steel.gradus", words.disk_full]);
        stage.app.told(News::Saved(Saved::Not(Clean::line(&cause))));
        stage.keys("q");
        stage
    });
}

#[test]
fn confirm_older() {
    check("confirm_older", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=2");
        let words = &lang.words().store;
        let span = gradus::lang::fill(words.from_till, &["10:12", "10:30"]);
        stage.app.told(News::Older(gradus::lang::fill(words.older, &["12", &span])));
        stage.draw();
        stage
    });
}

#[test]
fn review() {
    check("review", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, PARTIAL);
        let work = stage.app.work.as_mut().unwrap();
        let na = Answer::NotApplicable { reason: Clean::line(words(lang, "机房是租的", "the halls are rented")) };
        let id = |text: &str| Id::new(text).unwrap();
        for change in [
            Change::answer(&id("R6.1"), Some(&na)),
            Change::answer(&id("A4.1"), Some(&Answer::Level { value: 5.0, toward: None })),
            Change::new(Thing::Mark(id("N1.1")), Value::json(&true.into())),
        ] {
            work.record(change, now(), &mut Vec::new());
        }
        let other = Answer::Level { value: 1.0, toward: None };
        stage.app.told(from_elsewhere(Thing::Answer(id("R1.1")), other.to_value()));
        settled(&mut stage);
        stage.keys("r<Down><Down>");
        stage
    });
}

#[test]
fn review_of_nothing() {
    check("review_nothing", USUAL, after(ANSWERS_WITHOUT_BLANKS, "r"));
}

/// Nothing open, nothing high, nothing that contradicts.
const ANSWERS_WITHOUT_BLANKS: &str = "N1.1=2 N2.1=2 N3.1=2 N4.1=2 N5.1=2 N6.1=2 R1.1=2 R2.1=2 R3.1=2 R4.1=2 R5.1=2 R6.1=2 O1.1=2 O2.1=2 O3.1=2 O4.1=2 O5.1=2 O6.1=2 A1.1=2 A2.1=2 A3.1=2 A4.1=2 A5.1=2 A6.1=2";

#[test]
fn result_full() {
    check("result_full", ALL, after(ANSWERS, ""));
}

#[test]
fn result_partial() {
    check("result_partial", ALL, after(PARTIAL, "v"));
}

#[test]
fn result_capped() {
    check("result_capped", ALL, after(CAPPED, ""));
}

#[test]
fn result_of_nothing() {
    check("result_nothing", USUAL, after("", "v"));
}

#[test]
fn why_overall() {
    check("why_overall", ALL, after(CAPPED, "y"));
}

#[test]
fn why_dimension() {
    check("why_dimension", USUAL, after(ANSWERS, "<Down>y"));
}

#[test]
fn why_area() {
    check("why_area", USUAL, after(ANSWERS, "<Down><Right><Right>y"));
}

#[test]
fn why_question() {
    check("why_question", USUAL, after(ANSWERS, "<Down><Right><Right>y<Enter>"));
}

#[test]
fn why_lens() {
    check("why_lens", USUAL, after(PARTIAL, "v<End>y"));
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
fn jump() {
    check("jump", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=3");
        stage.keys("/").keys(words(lang, "网络", "network")).keys("<Down>");
        settled(&mut stage);
        stage
    });
}

#[test]
fn note_editor() {
    check("note_editor", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=3");
        stage.keys("n").keys(words(
            lang,
            "各厂区分别租用专线，时延由运营商提供月报；高峰时段丢包明显，已要求改用双路由。",
            "Each plant rents its own line and the carrier reports the latency once a month; at peak hours packets are lost, so a second route has been asked for.",
        ));
        settled(&mut stage);
        stage
    });
}

#[test]
fn evidence_editor() {
    check("evidence_editor", USUAL, after("N1.1=3", "be<Tab>"));
}

#[test]
fn reason_editor() {
    check("reason_editor", USUAL, after("N1.1=3", "x"));
}

#[test]
fn outline() {
    check("outline", USUAL, after(ANSWERS, "bo<Down>"));
}

#[test]
fn a_message_at_the_foot() {
    check("message", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "");
        stage.input(gradus::tui::key::Input::Paste("pasted\n1\n2".to_owned()));
        stage
    });
}

#[test]
fn too_small() {
    check("too_small", &[(59, 24), (80, 19), (20, 5)], after("N1.1=3", ""));
}

#[test]
fn at_full_depth_every_question_has_its_place() {
    let mut stage = Stage::answered(Lang::En, 80, 24, "");
    let work = stage.app.work.as_mut().unwrap();
    work.record(Change::text(Thing::Setup(Field::Depth), "full"), now(), &mut Vec::new());
    assert_eq!(work.asked.len(), work.rubric.asked(Depth::Full).count());
    stage.keys("<Right>");
    assert!(stage.screen().contains("2/48"), "{}", stage.screen());
}

/// Colours and weights that carry meaning for the eye: the pictures above do not hold them.
#[test]
fn what_is_chosen_stands_out() {
    let mut stage = Stage::answered(Lang::En, 80, 24, ANSWERS);
    stage.keys("<Down>");
    assert!(stage.style_at("Network                 ").add_modifier.contains(Modifier::REVERSED));
    stage.keys("b");
    let answer = stage.style_at("Probes measure latency");
    assert!(answer.add_modifier.contains(Modifier::BOLD));
    let other = stage.style_at("Main sites have");
    assert!(!other.add_modifier.contains(Modifier::BOLD));
}

#[test]
fn evidence_is_shown_newest_first() {
    let mut stage = Stage::answered(Lang::En, 80, 24, "N1.1=4");
    let work = stage.app.work.as_mut().unwrap();
    for (item, text) in [("s.1", "first register"), ("s.2", "second register"), ("s.3", "third register")] {
        let evidence = Evidence { kind: EvidenceKind::Record, text: Clean::line(text) };
        let thing = Thing::Evidence(Id::new("N1.1").unwrap(), Id::new(item).unwrap());
        work.record(Change::new(thing, evidence.to_value()), now(), &mut Vec::new());
    }
    stage.keys("b");
    let screen = stage.screen();
    let place = |text: &str| screen.find(text);
    assert!(place("third register") < place("second register"), "{screen}");
    assert_eq!(place("first register"), None);
}

#[test]
fn plan() {
    check("plan", ALL, after(ANSWERS, "p<Down><Down> "));
}

#[test]
fn plan_table() {
    check("plan_table", USUAL, after(ANSWERS, "p<Tab><Down>"));
}

#[test]
fn plan_areas() {
    check("plan_areas", USUAL, after(ANSWERS, "p<Tab><Tab><Down><Down>+ix"));
}

#[test]
fn plan_lenses() {
    check("plan_lenses", ALL, after(ANSWERS, "p<Tab><Tab><Tab><Down>"));
}

#[test]
fn plan_with_an_owner() {
    check("plan_owner", USUAL, after(ANSWERS, "poLi<Enter>d2027-03<Enter>s<Right>"));
}

#[test]
fn plan_of_nothing() {
    check("plan_nothing", USUAL, after("", "vp"));
}

#[test]
fn trend() {
    check("trend", ALL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        let before = Stage::answered(lang, columns, rows, CAPPED).app.work.unwrap();
        stage.keys("t");
        stage.app.told(News::Earlier(vec![Earlier::new(before.rubric, &before.assessment)]));
        settled(&mut stage);
        stage
    });
}

#[test]
fn trend_without_anything_earlier() {
    check("trend_nothing", USUAL, after(ANSWERS, "t"));
}

//! Ask, its fields and what may lie over it.

use gradus::assessment::{Answer, Change, Evidence, EvidenceKind, Field, Thing, Value};
use gradus::rubric::{Depth, Id};
use gradus::text::Clean;
use gradus::tui::app::{News, Saved};

use super::stage::{Stage, now};
use super::{ALL, ANSWERS, USUAL, after, check, from_elsewhere, settled, words};
use gradus::lang::Lang;

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

/// What belongs to the answer never gives way to what stands under it, and a key whose line gave way still tells.
#[test]
fn in_a_short_window_who_answered_stays_and_confidence_is_told() {
    let mut stage = Stage::answered(Lang::Zh, 60, 20, "");
    let work = stage.app.work.as_mut().unwrap();
    work.record(Change::text(Thing::Setup(Field::Mode), "interview"), now(), &mut Vec::new());
    stage.keys("i王建国，信息中心<Enter>3n三个厂区<Esc>");
    assert!(stage.screen().contains("受访人 王建国，信息中心"), "{}", stage.screen());
    for said in ["把握：确定", "把握：大概", "把握：猜的", "把握：不写"] {
        stage.keys("c");
        assert!(stage.screen().contains(said), "{}", stage.screen());
    }
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

/// The cause is what people need; the path gives way, in its middle.
#[test]
fn a_long_path_hides_no_cause() {
    check("ask_long_path", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "N1.1=2");
        let words = &lang.words().store;
        let path = "/media/li/interviews-2026/northern-region/2026-11-21-east-steel-headquarters.gradus";
        let cause = gradus::lang::fill(words.cannot_write, &[path, words.disk_full]);
        stage.app.told(News::Saved(Saved::Not(Clean::line(&cause))));
        stage.draw();
        assert!(stage.screen().contains(words.disk_full), "{}", stage.screen());
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
fn the_cursor_stands_where_typing_goes_on() {
    for (lang, columns, room) in [(Lang::En, 80, 72), (Lang::Zh, 60, 52)] {
        let mut stage = Stage::answered(lang, columns, 24, "");
        stage.keys("n");
        let (left, row) = stage.cursor();
        stage.keys(&"算".repeat(room / 2));
        let after = |stage: &Stage| (usize::from(stage.cursor().0 - left), stage.cursor().1 - row);
        assert_eq!(after(&stage), (room, 0), "beside a full row");
        stage.keys("<Left>");
        assert_eq!(after(&stage), (room - 2, 0));
        stage.keys("<Right> and");
        assert!(!stage.screen().contains("算…"), "a full row is cut");
        assert_eq!(after(&stage), (3, 1));
    }
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
fn at_full_depth_every_question_has_its_place() {
    let mut stage = Stage::answered(Lang::En, 80, 24, "");
    let work = stage.app.work.as_mut().unwrap();
    work.record(Change::text(Thing::Setup(Field::Depth), "full"), now(), &mut Vec::new());
    assert_eq!(work.asked.len(), work.rubric.asked(Depth::Full).count());
    stage.keys("<Right>");
    assert!(stage.screen().contains("2/48"), "{}", stage.screen());
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

/// An interview with somebody, on the first question.
fn interview(lang: Lang, columns: u16, rows: u16, answers: &'static str) -> Stage {
    let mut stage = Stage::answered(lang, columns, rows, answers);
    let work = stage.app.work.as_mut().unwrap();
    work.record(Change::text(Thing::Setup(Field::Mode), "interview"), now(), &mut Vec::new());
    stage.keys("i").keys(words(lang, "王工（信息部）", "Ms Wang, IT")).keys("<Enter>");
    stage
}

/// Three lines, one of them for the question on screen and one for another.
fn pad(lang: Lang, columns: u16, rows: u16) -> Stage {
    let mut stage = interview(lang, columns, rows, "");
    stage.keys("<Tab>").keys(words(
        lang,
        "两个厂区各拉各的线，去年慢过一次，谁也说不清在哪一段<Enter># 有延迟探针，但只看总线路<Enter>#R3 资源台账是一张表格，一个人在维护<Enter>",
        "two plants with lines of their own; it was slow last year and nobody could say where<Enter># probes exist, on the main line only<Enter>#R3 the list is a spreadsheet that one person keeps<Enter>",
    ));
    stage
}

#[test]
fn pad_while_it_is_typed_on() {
    check("pad", ALL, |lang, columns, rows| {
        let mut stage = pad(lang, columns, rows);
        stage.keys(words(lang, "再问：谁批", "ask who signs"));
        settled(&mut stage);
        stage
    });
}

/// What is wrong with a line is read whole, beside the line.
#[test]
fn a_message_of_two_lines_is_whole_on_the_pad() {
    let mut stage = pad(Lang::En, 60, 20);
    stage.keys("#R9 what<Enter>");
    for text in ["#R9 what", "There is no question \"R9\"", "the id and press ⏎."] {
        assert!(stage.screen().contains(text), "no {text} in\n{}", stage.screen());
    }
}

#[test]
fn pad_with_a_line_chosen() {
    check("pad_chosen", USUAL, |lang, columns, rows| {
        let mut stage = pad(lang, columns, rows);
        stage.keys("<Up><Up><Up>#O1");
        settled(&mut stage);
        stage
    });
}

#[test]
fn pad_beside_the_question() {
    check("pad_beside", USUAL, |lang, columns, rows| {
        let mut stage = pad(lang, columns, rows);
        stage.keys("<Tab>4g2");
        settled(&mut stage);
        stage
    });
}

#[test]
fn own_rating_is_asked_for() {
    check("own_rating", USUAL, |lang, columns, rows| {
        let mut stage = interview(lang, columns, rows, "");
        stage.keys("3g");
        settled(&mut stage);
        stage
    });
}

#[test]
fn who_speaks() {
    check("interviewee", USUAL, |lang, columns, rows| {
        let mut stage = interview(lang, columns, rows, "");
        stage.keys("i").keys(words(lang, "陈总（生产部）", "Mr Chen, production")).keys("<Enter>i<Down>");
        settled(&mut stage);
        stage
    });
}

#[test]
fn ask_again_says_what_moved() {
    check("ask_again", USUAL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, "");
        let work = stage.app.work.as_mut().unwrap();
        let before =
            Value::json(&serde_json::json!({ "level": 2, "toward": "partly", "at": "2025-11-03T09:00:00+08:00" }));
        work.record(Change::new(Thing::Before(Id::new("N1.1").unwrap()), before), now(), &mut Vec::new());
        assert!(!stage.screen().contains("2025-11-03"));
        stage.keys("3");
        settled(&mut stage);
        stage
    });
}

/// With a Chinese input method on, the keys `?`, `/` and `[` arrive as `？`, `、` and `【`; a text keeps what came.
#[test]
fn keys_in_full_width_do_what_the_keys_do() {
    let screen = |keys: &str| {
        let mut stage = Stage::answered(Lang::Zh, 80, 24, "");
        stage.keys(keys);
        settled(&mut stage);
        stage.screen()
    };
    for (wide, narrow) in [("２＋", "2+"), ("？", "?"), ("？Ｌ", "?L"), ("、R3", "/R3"), ("】】【", "]][")] {
        assert_eq!(screen(wide), screen(narrow), "{wide}");
    }
    assert!(screen("ｎ２、【？<Enter>").contains("２、【？"));
}

//! Text that wants to be a formula, a script, a link or a control: S15 to S18, and S3 for reports.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/papers.rs"]
mod papers;
#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/rubrics.rs"]
mod rubrics;

use std::sync::Arc;

use calamine::Data;
use gradus::assessment::{Change, EvidenceKind, Field, Thing};
use gradus::lang::Lang;
use gradus::report::form::{FORMATS, Form, Speaks};
use gradus::report::{Cells, Format, Options, Rows, form};
use gradus::rubric::{Depth, Rubric};
use gradus::text::Clean;
use papers::{Paper, elements, markdown, now, parts, records, sheet};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A rubric in which every text of any length is `text`.
fn rubric_of(text: &str) -> Arc<Rubric> {
    let text = rubrics::text(text);
    let question = |id: String| {
        json!({
            "id": id, "text": text, "why": text, "anchors": [text, text, text, text], "evidence": text, "prompt": text,
            "na_allowed": true, "na_hint": text,
        })
    };
    let area = |id: String| json!({ "id": id, "name": text, "about": text, "lenses": { "lens": 1 }, "questions": [question(format!("{id}.1"))] });
    let dimension =
        |n: i32| json!({ "id": format!("D{n}"), "name": text, "about": text, "areas": [area(format!("D{n}a"))] });
    let level = |v: i32| json!({ "value": v, "name": text, "summary": text, "asks": text });
    let mut made = rubrics::rubric(
        json!({ "levels": (0..4).map(level).collect::<Vec<_>>() }),
        &json!({ "name": "bands", "offset": 0.2 }),
        &json!({ "cap": 1 }),
        (0..3).map(dimension).collect::<Vec<_>>().into(),
    );
    made["title"] = text.clone();
    made["about"] = text.clone();
    made["toward"] = json!({ "partly": 0.5 });
    made["lenses"] = json!([{ "id": "lens", "name": text, "asks": text }]);
    made["profiles"] = json!([{ "id": "some", "name": text, "weights": { "D0": 1, "D1": 2, "D2": 3 } }]);
    Arc::new(rubrics::read(&made))
}

/// An assessment in which everything that somebody can type is `text`.
fn paper_of(text: &str) -> Paper {
    let mut paper = Paper::blank(rubric_of(text), 3);
    paper.author.by = text.into();
    for field in [Field::Subject, Field::Unit, Field::Site, Field::Sector, Field::Size, Field::Assessor] {
        paper.say(Change::text(Thing::Setup(field), text));
    }
    paper.say(Change::text(Thing::Setup(Field::Profile), "some"));
    paper.answer("D0a.1", &format!("na:x{text}"));
    paper.answer("D1a.1", "2+partly");
    paper.answer("D2a.1", "1");
    for question in ["D0a.1", "D1a.1"] {
        paper.note(question, text);
        paper.evidence(question, EvidenceKind::Record, text);
    }
    // Somebody else answers otherwise, so that there is a conflict to be reported.
    paper.author.session = gradus::assessment::Session::parse("other").unwrap();
    let answer = gradus::assessment::Answer::Unknown;
    paper.say(Change::answer(&papers::id("D2a.1"), Some(&answer)).imported());
    paper
}

const FORMULAS: [&str; 11] =
    ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", " =1", ";=1", "\"=1", "\0=1"];

#[test]
fn s15_no_cell_is_a_formula() {
    for formula in FORMULAS {
        let paper = paper_of(formula);
        for (rows, delimiter) in [(Rows::Questions, b','), (Rows::Events, b',')] {
            let options = Options { rows, ..Options::default() };
            let table = records(&paper.render(Format::Csv, Lang::En, options), delimiter);
            for cell in table.iter().flatten() {
                let is_number = cell.parse::<f64>().is_ok();
                let first = cell.trim_start().chars().next();
                let is_formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
                assert!(is_number || !is_formula, "{cell:?}");
            }
        }
        let book = paper.render(Format::Xlsx, Lang::En, Options::default());
        let form = form::render(&form_of(&paper.rubric), Format::Xlsx).unwrap();
        for book in [&book, &form] {
            for (name, xml) in parts(book, "xl/worksheets/sheet") {
                assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{name}");
            }
            assert!(parts(book, "xl/").iter().all(|(name, _)| !name.contains("externalLink")));
            assert!(!parts(book, "xl/worksheets/_rels").iter().any(|(_, xml)| xml.contains("External")));
        }
        let shown = Clean::block(formula);
        let cells = sheet(&book, "Answers");
        assert!(cells.iter().flatten().any(|cell| *cell == Data::String(shown.to_string())), "{formula:?}");
        assert!(cells[2].contains(&Data::Float(2.5)), "numbers stay numbers");
    }
}

#[test]
fn s15_raw_tables_say_what_was_typed() {
    let options = Options { cells: Cells::Raw, ..Options::default() };
    let table = records(&paper_of("=1").render(Format::Csv, Lang::En, options), b',');
    assert!(table.iter().flatten().any(|cell| cell == "=1"));
}

fn form_of(rubric: &Rubric) -> Form<'_> {
    Form::new(rubric, Depth::Full, Lang::En, Speaks::Both, now())
}

/// A text that stands nowhere else.
const PLAIN: &str = "Xplain";

const MARKUP: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title><b>",
    "</style><b>",
    "<!-- x",
    "]]>",
    "&#x3c;b&#x3e;&lt;",
    "javascript:alert(1)",
    "'{{ 7*7 }}' {% raw %}",
];

#[test]
fn s16_markup_is_text() {
    let twin = elements(&paper_of(PLAIN).text(Format::Html, Lang::En));
    let form_twin = page(&form_of(&rubric_of(PLAIN)));
    for markup in MARKUP {
        let paper = paper_of(markup);
        let found = elements(&paper.text(Format::Html, Lang::En));
        same_but_for(&found, &twin, markup);
        same_but_for(&page(&form_of(&paper.rubric)), &form_twin, markup);
    }
}

fn page(form: &Form) -> Vec<papers::Element> {
    elements(&String::from_utf8(form::render(form, Format::Html).unwrap()).unwrap())
}

/// The same elements with the same text, [`PLAIN`] replaced by `text`.
#[track_caller]
fn same_but_for(found: &[papers::Element], twin: &[papers::Element], text: &str) {
    assert_eq!(found.len(), twin.len(), "{text}");
    for (found, twin) in found.iter().zip(twin) {
        assert_eq!((&found.name, &found.class), (&twin.name, &twin.class), "{text}");
        assert_eq!(found.text, twin.text.replace(PLAIN, text), "{text}");
    }
}

#[test]
fn s17_marks_render_as_themselves() {
    let (twin_tables, twin) = markdown(&paper_of(PLAIN).text(Format::Markdown, Lang::En));
    let nasty = [
        "](javascript:x)",
        "|a|b|",
        "`x` ``",
        "# x",
        "1. x",
        "<b>x</b>",
        "- x",
        "**x** _y_ ~~z~~",
        "![x](y)",
        "\\|",
        "$x$",
        "---",
    ];
    for text in nasty.into_iter().chain(MARKUP) {
        let (tables, rendered) = markdown(&paper_of(text).text(Format::Markdown, Lang::En));
        let shape = |tables: &[Vec<Vec<String>>]| {
            tables.iter().map(|t| t.iter().map(Vec::len).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(shape(&tables), shape(&twin_tables), "{text}");
        assert_eq!(rendered, twin.replace(PLAIN, text), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn any_text_renders_as_itself(text in "[ -~\n中。]{1,40}") {
        let note = Clean::block(&format!("x{text}x"));
        let mut paper = Paper::blank(rubric_of(PLAIN), 4);
        paper.answer("D0a.1", &format!("na:{note}"));
        paper.note("D0a.1", &note);
        let (_, rendered) = markdown(&paper.text(Format::Markdown, Lang::En));
        prop_assert_eq!(rendered.matches(note.as_str()).count(), 3, "{}\n{}", note, rendered);
    }
}

/// Cases of a generated test; more in a long run.
fn cases() -> u32 {
    std::env::var("GRADUS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(40)
}

#[test]
fn s18_cells_hold_whatever_fits() {
    let mut paper = Paper::full();
    let long = "长".repeat(40_000);
    paper.say(Change::text(Thing::Setup(Field::Subject), "a/b:c*[x]?"));
    paper.note("N1.1", &long[..60_000]);
    paper.note("N1.2", "a\u{fffe}b\u{1b}[31m");
    paper.note("N2.1", "_x0041_ and _x000D_");
    paper.note("N2.2", "'quoted");
    let book = paper.render(Format::Xlsx, Lang::En, Options::default());
    let w = &Lang::En.words().report;
    assert_eq!(sheet(&book, w.sheet_summary)[0][0], Data::String("a/b:c*[x]?".into()));
    let answers = sheet(&book, w.sheet_answers);
    let note = |row: usize| answers[row][9].to_string();
    assert_eq!(note(2), "ab␛[31m");
    assert_eq!(note(3), "_x0041_ and _x000D_");
    assert_eq!(note(4), "'quoted");
    // 20,000 characters fit; the limit of a cell is 32,767.
    assert_eq!(note(1).chars().count(), 20_000);

    let mut rubric = paper_of(PLAIN);
    rubric.note("D0a.1", &"y".repeat(60_000));
    let answers = sheet(&rubric.render(Format::Xlsx, Lang::En, Options::default()), w.sheet_answers);
    let cut = answers[1][9].to_string();
    assert!(cut.len() < 32_767 && cut.ends_with("(cut; 60000 characters in all)"), "{}", cut.len());
}

#[test]
fn a_list_of_any_length_can_be_chosen_from() {
    let mut made = rubrics::rubric(
        rubrics::scale(0, 2),
        &json!({ "name": "bands" }),
        &json!({ "cap": 1 }),
        rubrics::one_area(vec![rubrics::ladder("q", 1.0, 0, 2)]),
    );
    let ids: Vec<String> = (1..9).map(|n| format!("{}{n}", "x".repeat(60))).collect();
    made["toward"] = (1..).zip(&ids).map(|(n, id)| (id.clone(), json!(f64::from(n) / 10.0))).collect();
    let made = rubrics::read(&made);
    let form = form::render(&form_of(&made), Format::Xlsx).unwrap();
    let [(_, xml)]: [_; 1] = parts(&form, "xl/worksheets/sheet1").try_into().unwrap();
    assert!(xml.contains("<formula1>\"0,1,2,unknown,n/a\"</formula1>"), "{xml}");
    assert!(xml.contains("sqref=\"F2\"><formula1>'_lists'!$A$1:$A$8</formula1>"), "{xml}");
    let listed: Vec<String> = sheet(&form, "_lists").iter().map(|row| row[0].to_string()).collect();
    assert_eq!(listed, ids);
}

#[test]
fn s3_no_control_reaches_a_report() {
    let controls = (0_u32..0x20).chain(0x7f..0xa0).chain([0x202e, 0x2066, 0x61c, 0xfeff, 0xe0041]);
    let nasty: String = controls.filter_map(char::from_u32).flat_map(|c| ['a', c]).collect();
    let paper = paper_of(&nasty);
    let is_bad = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{2066}' | '\u{61c}' | '\u{feff}' | '\u{e0041}')
    };
    for format in Format::ALL {
        for rows in [Rows::Questions, Rows::Events] {
            let bytes = paper.render(format, Lang::Zh, Options { rows, ..Options::default() });
            if format == Format::Xlsx {
                for (name, xml) in parts(&bytes, "xl/") {
                    assert!(!xml.chars().any(|c| is_bad(c) && c != '\r'), "{name}");
                }
                continue;
            }
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            let text = std::str::from_utf8(bytes).unwrap().replace("\r\n", "\n");
            let bad: Vec<char> = text.chars().filter(|c| is_bad(*c)).collect();
            assert!(bad.is_empty(), "{format:?}: {bad:?}");
        }
    }
    for format in FORMATS {
        let bytes = form::render(&form_of(&paper.rubric), format).unwrap();
        if format != Format::Xlsx {
            assert!(!String::from_utf8(bytes).unwrap().chars().any(is_bad), "{format:?}");
        }
    }
}

#[test]
fn a_huge_assessment_is_reported_within_its_means() {
    let questions: Vec<Value> = (0..2_000).map(|n| rubrics::ladder(&format!("q{n}"), 1.0, 0, 5)).collect();
    let made = rubrics::rubric(
        rubrics::scale(0, 5),
        &json!({ "name": "bands" }),
        &json!({ "cap": 1 }),
        json!((0..20).map(|d| {
            let areas: Vec<Value> = (0..10).map(|a| {
                let first = (d * 10 + a) * 10;
                json!({ "id": format!("a{d}-{a}"), "name": rubrics::text("area"), "questions": questions[first..first + 10] })
            }).collect();
            json!({ "id": format!("d{d}"), "name": rubrics::text("dimension"), "areas": areas })
        }).collect::<Vec<_>>()),
    );
    let mut paper = Paper::blank(Arc::new(rubrics::read(&made)), 5);
    // The limit of 16 MiB takes half a minute without optimisation: GRADUS_ROUNDS asks for it.
    let note = "n".repeat(if std::env::var_os("GRADUS_ROUNDS").is_some() { 8_000 } else { 400 });
    for n in 0..2_000 {
        paper.answer(&format!("q{n}"), &format!("{}", n % 6));
        paper.note(&format!("q{n}"), &note);
    }
    for format in Format::ALL {
        let started = std::time::Instant::now();
        let bytes = paper.render(format, Lang::En, Options::default());
        let took = started.elapsed();
        println!("{format:?}: {} KiB in {took:?}", bytes.len() >> 10);
        assert!(bytes.len() < 64 << 20, "{format:?}");
        assert!(took.as_secs() < 30, "{format:?}: {took:?}");
    }
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap().trim().trim_end_matches(" kB");
        println!("peak {} MiB", peak.parse::<u64>().unwrap() >> 10);
        assert!(peak.parse::<u64>().unwrap() < 1 << 20);
    }
}

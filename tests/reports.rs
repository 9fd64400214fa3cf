//! Reports: the same figures in every format, nothing lost, no name where none is wanted, small and quick.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/papers.rs"]
mod papers;
#[path = "support/stage.rs"]
mod stage;

use std::time::Instant;

use calamine::Data;
use gradus::assessment::{Author, Change, Measure, Session, Thing};
use gradus::lang::{Lang, fill};
use gradus::measure::{measured, say, shown};
use gradus::report::{Format, Names, Options, Rows, Scope};
use gradus::text::Clean;
use papers::{Paper, elements, id, markdown, now, records, sheet};
use stage::Stage;

/// What every format must say of a node: name, level, score.
struct Figure {
    name: String,
    level: String,
    score: String,
}

fn figures(paper: &Paper, lang: Lang) -> (String, Vec<Figure>, Vec<Figure>) {
    let numbers = measured(&paper.rubric, &paper.assessment);
    let figure = |name: String, node: &gradus::measure::Node| Figure {
        name,
        level: say::level(&paper.rubric, node, lang),
        score: node.score().map_or_else(|| say::score(node, lang), shown),
    };
    let dimensions = paper.rubric.dimensions.iter().zip(&numbers.dimensions);
    let areas = paper.rubric.areas.iter().zip(&numbers.areas);
    (
        say::headline(&paper.rubric, &numbers, lang).0,
        dimensions.map(|(d, n)| figure(format!("{} {}", d.id, d.name.get(lang)), n)).collect(),
        areas.map(|(a, n)| figure(format!("{} {}", a.id, a.name.get(lang)), n)).collect(),
    )
}

#[test]
fn headline_dimensions_and_areas_are_the_same_everywhere() {
    for lang in Lang::ALL {
        let paper = Paper::full();
        let (headline, dimensions, areas) = figures(&paper, lang);
        assert!(headline.contains("1.") || headline.contains("2."), "{headline}");

        let (tables, text) = markdown(&paper.text(Format::Markdown, lang));
        assert!(text.contains(&headline));
        for (figure, row) in dimensions.iter().zip(&tables[0][1..]) {
            assert_eq!([&row[0], &row[1], &row[2]], [&figure.name, &figure.level, &figure.score]);
        }
        for (figure, row) in areas.iter().zip(&tables[1][1..]) {
            assert_eq!([&row[0], &row[2], &row[3]], [&figure.name, &figure.level, &figure.score]);
        }

        let page = elements(&paper.text(Format::Html, lang));
        assert!(page.iter().any(|e| e.class == "sentence" && e.text == headline));
        for figure in &dimensions {
            let row = format!("{}{}{}", figure.name, figure.level, figure.score);
            assert!(page.iter().any(|e| e.name == "tr" && e.text.starts_with(&row)), "{row}");
        }
        for figure in &areas {
            let (id, name) = figure.name.split_once(' ').unwrap();
            let cell = format!("{id} {} {name} {}", figure.score, figure.level);
            assert!(page.iter().any(|e| e.name == "li" && e.text == cell), "{cell}");
        }

        let book = paper.render(Format::Xlsx, lang, Options::default());
        let w = &lang.words().report;
        let summary = sheet(&book, w.sheet_summary);
        assert!(summary.iter().any(|row| row[0] == Data::String(headline.clone())));
        for figure in &dimensions {
            let row = summary.iter().find(|row| row[0] == Data::String(figure.name.clone())).unwrap();
            same_in_cells(figure, &row[1..]);
        }
        for (figure, row) in areas.iter().zip(&sheet(&book, w.sheet_areas)[1..]) {
            assert_eq!(format!("{} {}", row[0], row[1]), figure.name);
            same_in_cells(figure, &row[3..]);
        }

        let json = paper.json(lang);
        let of_json = |node: &serde_json::Value| node["score"].as_f64().map_or_else(|| json_mark(node, lang), shown);
        for (list, expected) in [("dimensions", &dimensions), ("areas", &areas)] {
            for (figure, node) in expected.iter().zip(json[list].as_array().unwrap()) {
                assert_eq!(format!("{} {}", node["id"].as_str().unwrap(), node["name"].as_str().unwrap()), figure.name);
                assert_eq!(of_json(node), figure.score);
                let level = node["level"].as_u64().map(|l| l.to_string());
                assert!(level.is_none_or(|l| figure.level.starts_with(&l)), "{node}");
            }
        }
        let score = shown(json["headline"]["score"].as_f64().unwrap());
        assert!(headline.contains(&score), "{headline}");

        let mut stage = Stage::new(lang, 200, 60);
        let mut work = stage::fresh(stage::icp(), "East Steel");
        for event in paper.assessment.ledger().events() {
            work.take_in(vec![event.clone()]);
        }
        stage.app.told(gradus::tui::app::News::Opened(Box::new(work), Vec::new()));
        stage.keys("v");
        let screen = stage.screen();
        assert!(screen.contains(&headline), "{screen}");
        for figure in &dimensions {
            let row = format!("{}  {}", figure.level, figure.score);
            assert!(screen.contains(&row), "{row}\n{screen}");
        }
        for figure in &areas {
            let cell = format!("{} {}", figure.name.split_once(' ').unwrap().0, figure.score);
            assert!(screen.contains(&cell), "{cell}\n{screen}");
        }
    }
}

fn json_mark(node: &serde_json::Value, lang: Lang) -> String {
    let words = &lang.words().result;
    if node["status"] == "not_applicable" { words.not_applicable } else { words.no_score }.to_owned()
}

/// Level, level name and score in the cells of a workbook: numbers as numbers.
fn same_in_cells(figure: &Figure, cells: &[Data]) {
    let level = match &cells[0] {
        Data::Float(level) => format!("{level} {}", cells[1]),
        Data::Empty => cells[1].to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(level, figure.level);
    match &cells[2] {
        Data::Float(score) => assert_eq!(format!("{score:.1}"), figure.score),
        Data::Empty => assert!(figure.score.parse::<f64>().is_err()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_answer_is_the_same_in_tables_and_data() {
    for lang in Lang::ALL {
        let paper = Paper::full();
        let answers = paper.answers();
        let table = records(&paper.render(Format::Csv, lang, Options::default()), b',');
        let cells = sheet(&paper.render(Format::Xlsx, lang, Options::default()), lang.words().report.sheet_answers);
        assert_eq!((table.len(), cells.len()), (49, 49));
        let column = |name: &str| table[0].iter().position(|cell| cell == name).unwrap();
        let w = &lang.words().form;
        for ((row, cells), answer) in table[1..].iter().zip(&cells[1..]).zip(answers.as_array().unwrap()) {
            assert_eq!(row[column(w.question)], answer["id"].as_str().unwrap());
            let level = answer["level"].as_f64().map(say::value);
            let value = answer["value"].as_f64().map(shown).unwrap_or_default();
            assert_eq!(row[column(w.value)], value);
            if let Some(level) = level {
                assert_eq!(row[column(w.answer)], level);
            }
            for (text, cell) in row.iter().zip(cells) {
                match cell {
                    Data::Float(number) => assert!((number - text.parse::<f64>().unwrap()).abs() < 1e-9),
                    Data::String(cell) => assert_eq!(cell, text),
                    Data::Empty => assert_eq!(text, ""),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn a_row_per_event_tells_the_whole_history() {
    let paper = Paper::full();
    let options = Options { rows: Rows::Events, ..Options::default() };
    let table = records(&paper.render(Format::Csv, Lang::En, options), b',');
    let events = paper.assessment.ledger().events();
    assert_eq!(table.len(), events.len() + 1);
    for (row, event) in table[1..].iter().zip(events) {
        assert_eq!([&row[0], &row[1], &row[3]], [&event.id.to_string(), &now().to_string(), &event.thing.to_string()]);
    }
}

#[test]
fn no_name_is_left_where_none_is_wanted() {
    let paper = Paper::full();
    for lang in Lang::ALL {
        for format in Format::ALL {
            for rows in [Rows::Questions, Rows::Events] {
                let options = Options { names: Names::LeftOut, rows, ..Options::default() };
                let bytes = paper.render(format, lang, options);
                let text = match format {
                    Format::Xlsx => papers::parts(&bytes, "xl/").into_iter().map(|(_, text)| text).collect(),
                    _ => String::from_utf8(bytes).unwrap(),
                };
                for name in ["East Steel", "Rolling mill", "Wang Fang"] {
                    assert!(!text.contains(name), "{format:?}: {name}");
                }
            }
        }
    }
}

#[test]
fn what_people_disagree_about_stands_in_every_format() {
    let mut paper = Paper::full();
    let mut other = Paper { assessment: paper.assessment.clone(), ..Paper::blank(paper.rubric.clone(), 9) };
    other.author = Author { session: Session::parse("other").unwrap(), by: "zhao".into() };
    other.answer("A1.1", "4");
    other.note("A1.1", "the other view");
    paper.answer("A1.1", "1");
    paper.note("A1.1", "one view");
    paper.say(Change::new(
        Thing::Measure(id("A1"), 4),
        Measure { owner: Clean::line("Wang Fang"), ..Measure::default() }.to_value(),
    ));
    for event in other.assessment.ledger().events() {
        paper.assessment.apply(event.clone());
    }
    for lang in Lang::ALL {
        let w = &lang.words().report;
        let level = |n: &str| fill(lang.words().ask.level, &[n]);
        let (one, two) = (level("1"), level("4"));
        let unsettled = gradus::assessment::unsettled(2, lang).unwrap();
        let page = elements(&paper.text(Format::Html, lang));
        let row = page.iter().find(|e| e.name == "tr" && e.text.starts_with("A1.1")).unwrap();
        let (_, text) = markdown(&paper.text(Format::Markdown, lang));
        let table = records(&paper.render(Format::Csv, lang, Options::default()), b',');
        let line = table.iter().find(|row| row[0] == "A1.1").unwrap().join("\n");
        let book = paper.render(Format::Xlsx, lang, Options::default());
        let summary = format!("{:?}", sheet(&book, w.sheet_summary));
        let cells = sheet(&book, w.sheet_answers);
        let cells = format!("{:?}", cells.iter().find(|row| row[0] == Data::String("A1.1".into())).unwrap());
        let whole = page.iter().find(|e| e.name == "main").unwrap();
        for (place, text) in [
            ("row", &row.text),
            ("text", &text),
            ("table", &line),
            ("cells", &cells),
            ("summary", &summary),
            ("page", &whole.text),
        ] {
            for version in [&one, &two, "zhao", "one view", "the other view"] {
                assert!(text.contains(version), "{place}: {version}\n{text}");
            }
        }
        for (place, text) in [("row", &row.text), ("text", &text), ("table", &line), ("cells", &cells)] {
            assert!(text.contains(w.conflict), "{place}: {text}");
        }
        for text in [&text, &summary, &whole.text] {
            assert!(text.contains(&unsettled), "{text}");
        }
        let conflicts = paper.json(lang)["conflicts"].clone();
        assert_eq!(conflicts.as_array().unwrap().len(), 2);
        assert!(conflicts[0]["heads"].as_array().unwrap().iter().any(|head| head["by"] == "zhao"));
    }
    for format in Format::ALL {
        for rows in [Rows::Questions, Rows::Events] {
            let options = Options { names: Names::LeftOut, rows, ..Options::default() };
            let bytes = paper.render(format, Lang::En, options);
            let text = match format {
                Format::Xlsx => papers::parts(&bytes, "xl/").into_iter().map(|(_, text)| text).collect(),
                _ => String::from_utf8(bytes).unwrap(),
            };
            assert!(!text.contains("zhao") && !text.contains("Wang Fang"), "{format:?}");
        }
    }
}

#[test]
fn a_summary_has_no_single_question() {
    let paper = Paper::full();
    let options = Options { scope: Scope::Summary, ..Options::default() };
    let note = "three conventions";
    for format in [Format::Html, Format::Markdown] {
        let text = String::from_utf8(paper.render(format, Lang::En, options)).unwrap();
        assert!(!text.contains(note) && text.contains("East Steel"), "{format:?}");
        assert!(paper.text(format, Lang::En).contains(note));
    }
    let book = paper.render(Format::Xlsx, Lang::En, options);
    assert!(!papers::parts(&book, "xl/").iter().any(|(_, text)| text.contains(note)));
}

#[test]
fn the_page_is_strict_and_accessible() {
    for lang in Lang::ALL {
        let page = Paper::full().text(Format::Html, lang);
        let first = page.split("<head>").nth(1).unwrap().trim_start();
        assert!(first.starts_with(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
        ));
        for forbidden in
            ["<script", "javascript:", " style=", " onload", "<link", "<img", "url(", "@import", "http://", "https://"]
        {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        let all = elements(&page);
        let count = |name: &str| all.iter().filter(|e| e.name == name).count();
        assert_eq!((count("h1"), count("main"), count("title")), (1, 1, 2));
        assert!(page.contains("aria-label=") && page.contains("scope=\"col\"") && page.contains("scope=\"row\""));
        assert!(page.contains(if lang == Lang::Zh { "<html lang=\"zh-Hans\">" } else { "<html lang=\"en\">" }));
    }
}

#[test]
fn a_full_page_is_small_and_quick() {
    let paper = Paper::full();
    for format in Format::ALL {
        let started = Instant::now();
        let bytes = paper.render(format, Lang::Zh, Options::default());
        let took = started.elapsed();
        println!("{format:?}: {} bytes in {took:?}", bytes.len());
        assert!(bytes.len() < 200_000, "{format:?}");
        // Ten times what is promised, for a build without optimisation on a busy machine.
        assert!(took.as_millis() < 500, "{format:?}: {took:?}");
    }
}

//! Answers that come back: round trips, previews, what is refused, and that nothing is overwritten.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/papers.rs"]
mod papers;
#[path = "support/places.rs"]
mod places;

use std::collections::HashMap;

use calamine::Data;
use gradus::assessment::{Answer, Assessment, Change, PadText, Session, Thing};
use gradus::lang::Lang;
use gradus::report::form::{self, Form, Speaks};
use gradus::report::import::{self, Import, ImportFault, Source};
use gradus::report::{Format, Names, Options};
use gradus::rubric::Depth;
use gradus::text::Clean;
use papers::{Paper, icp, id, now, parts, sheet};
use places::Places;
use rust_xlsxwriter::Workbook;

fn read(bytes: &[u8], source: Source, paper: &Paper) -> Import {
    let read = import::read(bytes, source, &paper.rubric, &paper.assessment, Lang::En);
    read.unwrap_or_else(|e| panic!("{}", e.sentence("x", &Lang::En.words().import)))
}

/// Records what a file says in a session of its own.
fn take_in(paper: &mut Paper, import: &Import) {
    paper.author.session = Session::parse("import").unwrap();
    for change in import.changes(&paper.assessment, paper.author.session) {
        paper.say(change);
    }
}

/// An empty assessment into which the file of a full one was imported.
fn imported(bytes: &[u8], source: Source) -> Paper {
    let mut paper = Paper::blank(icp(), 2);
    let import = read(bytes, source, &paper);
    assert_eq!(import.bad, []);
    assert!(import.conflicts.is_empty() && import.same == 0);
    take_in(&mut paper, &import);
    paper
}

#[test]
fn a_json_report_comes_back_into_another_assessment() {
    let full = Paper::full();
    for lang in Lang::ALL {
        let paper = imported(&full.render(Format::Json, lang, Options::default()), Source::Json);
        assert_eq!(paper.answers(), full.answers());
        for number in ["headline", "dimensions", "areas", "lenses", "balance"] {
            assert_eq!(paper.json(lang)[number], full.json(lang)[number]);
        }
        let events = paper.assessment.ledger().events();
        assert!(events.iter().filter(|e| e.id.session.as_str() == "import").all(|e| e.imported));
    }
}

/// People disagree about two answers and a note; something is planned; a note hides characters.
fn disputed() -> Paper {
    let mut paper = Paper::full();
    let first = paper.author.session;
    let before = paper.assessment.clone();
    paper.answer("A1.1", "1");
    paper.answer("A1.2", "2+partly");
    paper.note("A1.1", "one view");
    let mut others = Vec::new();
    for (name, answer, note) in [("second", "4", "another\u{202e} view"), ("third", "unknown", "a third \u{200b}view")]
    {
        let mut other = Paper { assessment: before.clone(), ..Paper::blank(paper.rubric.clone(), 9) };
        other.author.session = Session::parse(name).unwrap();
        other.answer("A1.1", answer);
        other.note("A1.1", note);
        other.say(gradus::assessment::Change::answer(&id("A1.2"), None));
        others.extend(other.assessment.ledger().events().iter().filter(|e| e.id.session != first).cloned());
    }
    for event in others {
        paper.assessment.apply(event);
    }
    paper.say(gradus::assessment::Change::number(Thing::Target(id("A1")), Some(4)));
    assert_eq!(paper.assessment.conflicts(&paper.rubric).len(), 3);
    paper
}

/// Everything in force about a thing, in no order.
fn in_force(paper: &Paper, thing: &Thing) -> Vec<String> {
    let mut said: Vec<String> =
        paper.assessment.ledger().heads(thing).iter().map(|e| e.is.as_json().to_owned()).collect();
    said.sort();
    said
}

#[test]
fn everything_that_people_disagree_about_comes_along() {
    let full = disputed();
    for names in [Names::Shown, Names::LeftOut] {
        let bytes = full.render(Format::Json, Lang::Zh, Options { names, ..Options::default() });
        let mut paper = Paper::blank(icp(), 2);
        let mut rounds = 0;
        loop {
            let import = read(&bytes, Source::Json, &paper);
            assert_eq!(import.bad, []);
            if import.is_empty() {
                break;
            }
            rounds += 1;
            paper.author.session = Session::parse(&format!("import{rounds}")).unwrap();
            for change in import.changes(&paper.assessment, paper.author.session) {
                paper.say(change);
            }
        }
        assert_eq!(rounds, 3);
        for thing in [Thing::Answer(id("A1.1")), Thing::Answer(id("A1.2")), Thing::Note(id("A1.1"))] {
            assert_eq!(in_force(&paper, &thing), in_force(&full, &thing), "{thing}");
        }
        let target = Thing::Target(id("A1"));
        if names == Names::Shown {
            assert_eq!(in_force(&paper, &target), in_force(&full, &target));
        }
    }
}

#[test]
fn a_report_without_names_comes_back_too() {
    let full = Paper::full();
    let bytes = full.render(Format::Json, Lang::En, Options { names: Names::LeftOut, ..Options::default() });
    assert_eq!(imported(&bytes, Source::Json).answers(), full.answers());
    // Even of the very same assessment: there is nothing new in it.
    assert!(read(&bytes, Source::Json, &full).is_empty());
}

#[test]
fn lines_of_the_pad_come_along_and_whom_a_session_interviewed_does_not() {
    let mut full = Paper::full();
    for (item, line, question) in [("a.1", "two plants, one catalogue", Some("R3.1")), ("a.2", "ask again", None)] {
        let line = PadText { text: Clean::line(line), question: question.map(id) };
        full.say(Change::pad(id(item), Some(&line)));
    }
    full.say(Change::interviewee(&full.author, "Ms Wang").unwrap());
    let paper = imported(&full.render(Format::Json, Lang::En, Options::default()), Source::Json);
    let written = |paper: &Paper| paper.assessment.pad().iter().map(|l| l.line.written()).collect::<Vec<_>>();
    assert_eq!(written(&paper), ["#R3.1 two plants, one catalogue", "ask again"]);
    assert_eq!(paper.assessment.interviewee(&paper.author), None);
}

#[test]
fn the_command_takes_every_side_of_a_dispute() {
    let places = Places::new();
    let file = places.assessment();
    let at = places.root().join("disputed.json");
    std::fs::write(&at, disputed().text(Format::Json, Lang::En)).unwrap();
    let preview = places.run(&["import", &file, "disputed.json", "--yes", "--lang", "en"]);
    assert!(preview.contains("in disagreement within the file itself"), "{preview}");
    let shown: serde_json::Value = serde_json::from_str(&places.run(&["show", &file, "--json"])).unwrap();
    let heads: Vec<usize> =
        shown["conflicts"].as_array().unwrap().iter().map(|c| c["heads"].as_array().unwrap().len()).collect();
    assert_eq!(heads, [3, 3, 2], "{shown}");
    assert!(places.output(&["import", &file, "disputed.json", "--yes"]).stderr.starts_with(b"There is nothing new"));
}

#[test]
fn a_json_report_brings_back_what_its_own_assessment_has_lost() {
    let mut full = Paper::full();
    // Text that needs escapes, and JSON that another program has written in its own way.
    let hidden = "a\u{202e}b\u{9b}\u{e0041}";
    full.note("A1.1", hidden);
    let odd = serde_json::from_str("{\"toward\" : null, \"level\":2.0}").unwrap();
    full.say(gradus::assessment::Change::new(Thing::Answer(id("A1.1")), gradus::assessment::Value::from_parsed(odd)));
    let bytes = full.render(Format::Json, Lang::Zh, Options::default());
    // Who reads the numbers alone has the text to the letter too.
    let answers = full.answers();
    let note = answers.as_array().unwrap().iter().find(|a| a["id"] == "A1.1").unwrap()["note"].clone();
    assert_eq!(note, hidden);
    let events = full.assessment.ledger().events();
    let mut lost = Paper::blank(icp(), 1);
    let header = full.assessment.header(full.author.session);
    lost.assessment = Assessment::new(&header);
    for event in &events[..events.len() / 2] {
        lost.assessment.apply(event.clone());
    }
    let import = read(&bytes, Source::Json, &lost);
    assert_eq!((import.bad.len(), import.all_events), (0, events.len()));
    for event in import.events {
        lost.assessment.apply(event);
    }
    assert_eq!(lost.assessment.ledger().events(), events);
    assert!(read(&bytes, Source::Json, &lost).is_empty());
}

#[test]
fn a_changed_entry_is_not_taken() {
    let full = Paper::full();
    let text = full.text(Format::Json, Lang::En).replacen("\"by\": \"li\"", "\"by\": \"mallory\"", 2);
    let import = read(text.as_bytes(), Source::Json, &full);
    assert_eq!(import.bad.len(), 2);
    assert!(import.is_empty());
}

#[test]
fn a_table_comes_back_in_either_language() {
    let full = Paper::full();
    for lang in Lang::ALL {
        let table = full.render(Format::Csv, lang, Options::default());
        let paper = imported(&table, Source::Csv);
        // A mark for review is no answer and does not travel in tables.
        let mut expected = full.answers();
        for answer in expected.as_array_mut().unwrap() {
            answer.as_object_mut().unwrap().remove("marked");
        }
        assert_eq!(paper.answers(), expected);
        let book = imported(&full.render(Format::Xlsx, lang, Options::default()), Source::Xlsx);
        assert_eq!(book.answers(), expected);
    }
}

#[test]
fn a_table_from_another_spreadsheet_comes_back() {
    let text = "\u{feff}题号;等级;备注;证据\r\nN1.1;2,5;\"two\r\nlines\";记录\r\nN2.1;３;;\r\nN3.1;不清楚;;\r\nN5.1;不适用;;\r\n;;;\r\n";
    let mut paper = Paper::blank(icp(), 2);
    let import = read(text.as_bytes(), Source::Csv, &paper);
    let words = &Lang::En.words().import;
    let bad: Vec<(usize, String)> = import.bad.iter().map(|b| (b.number, b.bad.sentence(words))).collect();
    assert_eq!(bad, [(5, "N5.1: not applicable needs a reason".to_owned())]);
    take_in(&mut paper, &import);
    let said = |question: &str| {
        let ix = paper.rubric.question_ix(question).unwrap();
        paper.assessment.answer(&paper.rubric, paper.rubric.question(ix))
    };
    assert_eq!(said("N1.1"), Some(Answer::Level { value: 2.0, toward: Some(id("partly")) }));
    assert_eq!(said("N2.1"), Some(Answer::Level { value: 3.0, toward: None }));
    assert_eq!(said("N3.1"), Some(Answer::Unknown));
    assert_eq!(paper.assessment.note(&id("N1.1")).unwrap().as_str(), "two\nlines");
    assert_eq!(paper.assessment.evidence(&id("N1.1"))[0].1.text.as_str(), "记录");
}

/// The questionnaire as somebody fills it in: the same cells, and in each row what the full
/// assessment says.
fn filled(full: &Paper, lang: Lang, speaks: Speaks) -> Vec<u8> {
    let blank = Form::new(&full.rubric, Depth::Full, lang, speaks, now());
    let blank = form::render(&blank, Format::Xlsx).unwrap();
    let w = &lang.words().form;
    let form = sheet(&blank, w.sheet);
    let report = sheet(&full.render(Format::Xlsx, lang, Options::default()), lang.words().report.sheet_answers);
    let names: Vec<String> = report[0].iter().map(ToString::to_string).collect();
    let by_id: HashMap<String, &Vec<Data>> = report[1..].iter().map(|row| (row[0].to_string(), row)).collect();
    let mut book = Workbook::new();
    let out = book.add_worksheet();
    for (r, row) in (0_u32..).zip(&form) {
        for (c, (cell, head)) in (0_u16..).zip(row.iter().zip(&form[0])) {
            let head = head.to_string();
            let is_input = [w.answer, w.toward, w.reason, w.note, w.evidence, w.confidence].contains(&head.as_str());
            let place = names.iter().position(|n| *n == head);
            let cell = match place {
                Some(place) if is_input && r > 0 => {
                    assert_eq!(*cell, Data::Empty, "the form is blank");
                    &by_id[&row[0].to_string()][place]
                }
                _ => cell,
            };
            match cell {
                Data::Float(number) => drop(out.write_number(r, c, *number).unwrap()),
                Data::String(text) => drop(out.write_string(r, c, text).unwrap()),
                _ => {}
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_filled_questionnaire_comes_back() {
    let full = Paper::full();
    let mut expected = full.answers();
    for answer in expected.as_array_mut().unwrap() {
        answer.as_object_mut().unwrap().remove("marked");
    }
    for lang in Lang::ALL {
        for speaks in [Speaks::One, Speaks::Both] {
            assert_eq!(imported(&filled(&full, lang, speaks), Source::Xlsx).answers(), expected);
        }
    }
}

#[test]
fn every_question_of_the_questionnaire_has_its_list() {
    let rubric = icp();
    let form = Form::new(&rubric, Depth::Full, Lang::En, Speaks::One, now());
    let book = form::render(&form, Format::Xlsx).unwrap();
    let (_, xml) = parts(&book, "xl/worksheets/sheet1").remove(0);
    assert_eq!(xml.matches("<dataValidation ").count(), 48 * 3);
    assert!(xml.contains("<formula1>\"0,1,2,3,4,5,unknown,n/a\"</formula1>"));
    assert!(xml.contains("<formula1>\"0,1,2,3,4,5,unknown\"</formula1>"));
}

#[test]
fn nothing_is_overwritten() {
    let mut paper = Paper::full();
    let before = paper.assessment.clone();
    let table = "question,level,toward,note,confidence\nN1.1,5,,another note,sure\nR3.1,4,,mine,sure\nN2.2,3,,,\n";
    let import = read(table.as_bytes(), Source::Csv, &paper);
    assert_eq!((import.fresh.len(), import.conflicts.len(), import.bad.len()), (1, 6, 0), "{import:?}");
    take_in(&mut paper, &import);
    for thing in
        [Thing::Answer(id("N1.1")), Thing::Answer(id("R3.1")), Thing::Note(id("R3.1")), Thing::Confidence(id("R3.1"))]
    {
        let heads = paper.assessment.ledger().heads(&thing);
        assert_eq!(heads.len(), 2, "{thing}");
        assert!(heads.iter().any(|h| before.ledger().heads(&thing)[0].id == h.id), "{thing}");
    }
    assert!(paper.assessment.has_conflict(&id("N1.1")));
    let note = paper.assessment.note(&id("R3.1")).unwrap();
    assert!(note.contains("mine") && note.contains("three conventions"), "{note}");
    // The same file again says nothing new.
    assert!(read(table.as_bytes(), Source::Csv, &paper).is_empty());
    // Whoever answers now settles it.
    paper.author.session = Session::parse("later").unwrap();
    paper.answer("N1.1", "4");
    assert_eq!(paper.assessment.ledger().heads(&Thing::Answer(id("N1.1"))).len(), 1);
}

#[test]
fn files_that_are_none_are_refused() {
    let paper = Paper::blank(icp(), 2);
    let fault =
        |bytes: &[u8], source| import::read(bytes, source, &paper.rubric, &paper.assessment, Lang::En).unwrap_err();
    assert!(matches!(fault(b"a,b\n1,2\n", Source::Csv), ImportFault::NoColumns { .. }));
    assert!(matches!(fault(b"question,level,level\n", Source::Csv), ImportFault::TwiceColumn(_)));
    assert!(matches!(fault(b"\xff\xfeq", Source::Csv), ImportFault::NotUtf8 { byte: 0 }));
    assert!(matches!(fault(b"{}", Source::Json), ImportFault::BadJson { line: 1, column: 2 }));
    // The parser counts from 0 where a line has nothing.
    assert!(matches!(fault(b"{\"a\":1\n", Source::Json), ImportFault::BadJson { line: 2, column: 1 }));
    assert!(matches!(fault(&b"[".repeat(1_000_000), Source::Json), ImportFault::BadJson { line: 1, .. }));
    let none = fault(b"PK", Source::Xlsx);
    assert!(matches!(none, ImportFault::BadXlsx(_)));
    let sentence = none.sentence("a.xlsx", &Lang::En.words().import);
    assert!(sentence.ends_with("open it in Excel and save it as .xlsx or \"CSV UTF-8\"."), "{sentence}");
    let full = Paper::full();
    let mut empty = full.json(Lang::En);
    empty.as_object_mut().unwrap().retain(|name, _| !matches!(name.as_str(), "events" | "answers"));
    assert!(matches!(fault(empty.to_string().as_bytes(), Source::Json), ImportFault::NoEvents));
    let newer = full.text(Format::Json, Lang::En).replace("\"gradus_report\": 1", "\"gradus_report\": 2");
    assert!(matches!(fault(newer.as_bytes(), Source::Json), ImportFault::NewerJson(2)));
    let other = full.text(Format::Json, Lang::En).replace("\"version\": \"1.0.0\"", "\"version\": \"0.9.0\"");
    assert!(matches!(fault(other.as_bytes(), Source::Json), ImportFault::OtherRubric { .. }));
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..65 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 << 20, "{}", bytes.len());
    let paper = Paper::blank(icp(), 2);
    let read = import::read(&bytes, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En);
    assert!(matches!(read, Err(ImportFault::TooUnpacked { .. })));
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let text = "x".repeat(32_000);
    for row in 0..2_200 {
        sheet.write_string(row, 0, &text).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let paper = Paper::blank(icp(), 2);
    let read = import::read(&bytes, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En);
    assert!(matches!(read, Err(ImportFault::TooUnpacked { .. })));
}

#[test]
fn a_damaged_workbook_is_refused_or_read_and_never_more() {
    let full = Paper::full();
    let bytes = full.render(Format::Xlsx, Lang::En, Options::default());
    let paper = Paper::blank(icp(), 2);
    let step = bytes.len() / 60;
    for place in (0..bytes.len()).step_by(step) {
        let cut = &bytes[..place];
        assert!(import::read(cut, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En).is_err(), "{place}");
        let mut changed = bytes.clone();
        changed[place] ^= 0x55;
        // A byte that nothing depends on may change; what is read then is what was written.
        if let Ok(import) = import::read(&changed, Source::Xlsx, &paper.rubric, &paper.assessment, Lang::En) {
            assert_eq!(import.bad, []);
        }
    }
}

#[test]
fn ids_in_a_table_are_understood_as_they_were_keyed_in() {
    let paper = Paper::blank(icp(), 2);
    let read = |table: &str| import::read(table.as_bytes(), Source::Csv, &paper.rubric, &paper.assessment, Lang::En);
    let import = read("question,level\nn1.1,3\nＯ2．1,２\n A1.1 ,1\n").unwrap();
    assert_eq!(import.bad, []);
    assert_eq!(import.fresh.len(), 3);
    let twice = read("question,level\nn1.1,3\nN1.1,2\n").unwrap();
    assert_eq!(twice.bad.len(), 1, "one question in two ways of writing");
}

#[test]
fn the_command_shows_asks_and_records() {
    use std::io::Write;
    let places = Places::new();
    let file = places.assessment();
    std::fs::write(places.root().join("t.csv"), "question,level,note\nN1.1,3,ok\nX9,1,\n").unwrap();
    std::fs::write(places.root().join("good.csv"), "question,level,note\nN1.1,3,ok\n").unwrap();
    let before = std::fs::read(&file).unwrap();

    let refused = places.output(&["import", &file, "t.csv"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("row 3: the rubric has no question \"X9\""));
    assert_eq!(String::from_utf8_lossy(&refused.stderr).lines().count(), 1);
    let unasked = places.output(&["import", &file, "good.csv"]);
    assert_eq!(unasked.status.code(), Some(1), "nobody answers");
    assert_eq!(std::fs::read(&file).unwrap(), before, "nothing is written");

    let answered = |word: &str| {
        let mut command = places.command(&["import", &file, "good.csv"]);
        let mut child = command
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(word.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
    };
    answered("n\n");
    assert_eq!(std::fs::read(&file).unwrap(), before);
    answered("y\n");
    assert_eq!(places.answers(&file), ["N1.1=3"]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"imported\":true"));

    places.run(&["import", &file, "t.csv", "--partial", "--yes", "--by", "li"]);
    let missing = places.output(&["import", &file, "none.csv"]);
    let odd = places.output(&["import", &file, "t.txt"]);
    assert_eq!((missing.status.code(), odd.status.code()), (Some(1), Some(1)));
}

#[test]
fn what_would_not_fit_is_refused_as_a_whole() {
    let places = Places::new();
    let file = places.assessment();
    // A file that is nearly full, of lines that nobody can read.
    let mut full = std::fs::read(&file).unwrap();
    let line = format!("{}\n", "x".repeat(1_000_000));
    while full.len() + 2 * line.len() < 16 << 20 {
        full.extend(line.as_bytes());
    }
    full.extend(vec![b'x'; (16 << 20) - full.len() - 20_000]);
    full.push(b'\n');
    std::fs::write(&file, &full).unwrap();
    let header = "question,level,note\n";
    std::fs::write(places.root().join("big.csv"), format!("{header}N1.1,3,{}\n", "n".repeat(30_000))).unwrap();
    std::fs::write(places.root().join("small.csv"), format!("{header}N1.1,3,{}\n", "n".repeat(3_000))).unwrap();
    let out = places.output(&["import", &file, "big.csv", "--yes", "--lang", "en"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("limit of 16 MiB"), "{out:?}");
    assert_eq!(std::fs::read(&file).unwrap().len(), full.len());
    assert!(places.run(&["import", &file, "small.csv", "--yes", "--lang", "en"]).contains("Imported 2."));
}

#[test]
fn a_lost_half_comes_back_from_the_report_on_disk() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3", "R3.1=2+partly", "--note", "R3.1=why"]);
    let shown = places.shown(&file);
    places.run(&["report", &file, "-o", "all.json"]);
    let whole = std::fs::read_to_string(&file).unwrap();
    // The file is cut and this computer forgets: only the report knows.
    let kept: Vec<&str> = whole.lines().take(2).collect();
    std::fs::write(&file, format!("{}\n", kept.join("\n"))).unwrap();
    std::fs::remove_dir_all(places.root().join("state")).unwrap();
    assert_ne!(places.shown(&file), shown);
    assert!(places.run(&["import", &file, "all.json", "--yes"]).contains("Imported 3."));
    assert_eq!(places.shown(&file), shown);
}

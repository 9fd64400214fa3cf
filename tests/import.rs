//! Answers that come back: round trips, previews, what is refused, and that nothing is overwritten.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "import/json.rs"]
mod json;
#[path = "support/papers.rs"]
mod papers;
#[path = "support/places.rs"]
mod places;
#[path = "import/refused.rs"]
mod refused;
#[path = "import/tables.rs"]
mod tables;

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

//! What a fuzzer feeds: each takes any bytes and fails if a promise is broken.
//!
//! `fuzz/` calls them with what it makes up; `tests/fuzz.rs` with the files of `tests/data/corpus`.

#![allow(dead_code, reason = "each target calls one of them")]

#[path = "named.rs"]
mod named;

use gradus::assessment::{Assessment, Stamp};
use gradus::lang::Lang;
use gradus::report::{self, Format, Made, Options, Report};
use gradus::rubric::{Rubric, SHIPPED};
use gradus::store::log::{Line, decode, encode};
use gradus::store::{Allow, Part, assessment_in, new_id, unite};
use gradus::text::{clean_block, clean_line, cut_middle, fit, has_hidden, pad, width, wrap};
use gradus::tui::app::{App, News, Work};
use gradus::tui::key::{Input, Key};
use gradus::tui::painter::Painter;
use gradus::tui::theme::{Colours, Theme};
use gradus::{measure, plain};
use named::NAMED;
use ratatui::layout::Size;
use std::path::Path;
use std::sync::Arc;

/// What takes bytes.
pub type Body = fn(&[u8]);

/// Every target: its name, its body, and the folder of the corpus that it starts from.
pub const ALL: [(&str, Body, &str); 6] = [
    ("rubric", rubric, "rubric"),
    ("log", log, "assessment"),
    ("merge", merge, "assessment"),
    ("text", text, "text"),
    ("keys", keys, "text"),
    ("reports", reports, "assessment"),
];

/// Whether nothing in a text commands a terminal or is not seen; lines may end.
fn is_clean(text: &str) -> bool {
    text.lines().all(|line| !has_hidden(line))
}

/// A rubric is taken or refused; what is said about it is clean, and the checker says the same.
pub fn rubric(bytes: &[u8]) {
    let taken = Rubric::read(bytes);
    let findings = gradus::rubric::check::check(bytes);
    assert_eq!(taken.is_err(), findings.iter().any(gradus::rubric::check::Finding::is_error));
    for lang in Lang::ALL {
        assert!(findings.iter().all(|f| is_clean(&f.line(lang))));
    }
}

/// Whatever a log holds, its whole lines are read, written and read again as the same.
pub fn log(bytes: &[u8]) {
    let decoded = decode(bytes);
    for line in decoded.lines.iter().filter(|line| !matches!(line, Line::Unknown | Line::Newer(..))) {
        let written = encode(line);
        let again = decode(&written);
        assert_eq!((again.lines.as_slice(), again.damaged.len()), (std::slice::from_ref(line), 0));
    }
    if let Some(assessment) = assessment_in(bytes) {
        assert_eq!(assessment.history().len(), assessment.ledger().events().len());
        let (undo, redo) = (assessment.undo(""), assessment.redo(""));
        assert!(undo.is_none_or(|c| c.undoes.is_some()) && redo.is_none_or(|c| c.redoes.is_some()));
    }
}

/// The two halves of the bytes as two copies: their union is the same in either order, and holds both.
pub fn merge(bytes: &[u8]) {
    let half = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at + 1);
    let middle = half.min_by_key(|at| at.abs_diff(bytes.len() / 2)).unwrap_or(0);
    let header = bytes.split_inclusive(|b| *b == b'\n').next().unwrap_or_default();
    let (Some(a), Some(b)) = (assessment_in(&bytes[..middle]), assessment_in(&[header, &bytes[middle..]].concat()))
    else {
        return;
    };
    let part = |assessment| Part { path: Path::new("x"), assessment };
    let allow = Allow { across_versions: true, into_new: true };
    let Ok(id) = new_id() else { return };
    let both = [unite(part(&a), &[part(&b)], allow, &id), unite(part(&b), &[part(&a)], allow, &id)];
    let [Ok(ab), Ok(ba)] = both else { return };
    let again = unite(part(&ab), &[part(&b), part(&a)], allow, &id);
    for other in [Some(&ba), again.as_ref().ok()].into_iter().flatten() {
        assert_eq!(heads(&ab), heads(other));
    }
    assert!(a.ledger().events().iter().chain(b.ledger().events()).all(|e| ab.ledger().event(e.id).is_some()));
}

/// What is in force, as text.
fn heads(assessment: &Assessment) -> Vec<String> {
    let ledger = assessment.ledger();
    let mut heads: Vec<String> = ledger.things().map(|thing| format!("{thing} {:?}", ledger.heads(thing))).collect();
    heads.sort();
    heads
}

/// Cleaning leaves nothing hidden and changes nothing twice; no line is wider than it may be.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for clean in [clean_line(&text), clean_block(&text)] {
        assert!(is_clean(&clean));
        assert_eq!(clean_block(&clean), clean);
        for columns in [1, 2, 7, 40, 200] {
            // One letter may be wider than that.
            assert!(wrap(&clean, columns).iter().all(|line| width(line) <= columns.max(4)));
            let line = clean_line(&clean);
            assert!(width(&fit(&line, columns)) <= columns && width(&cut_middle(&line, columns)) <= columns);
            assert_eq!(width(&pad(&line, columns)), columns);
        }
    }
}

/// Bytes as keys and window sizes: nothing panics, and no cell commands the terminal.
pub fn keys(bytes: &[u8]) {
    let Ok(rubric) = SHIPPED[0].read() else { return };
    let bytes = &bytes[..bytes.len().min(400)];
    let mut app = App::new(Lang::En, Theme::new(Colours::Many));
    let sample = assessment_in(include_bytes!("../../assets/sample.gradus")).map(|assessment| {
        let author =
            gradus::assessment::Author { session: gradus::assessment::Session::from_random([1; 8]), by: "".into() };
        Work::new(Arc::new(rubric), assessment, author, gradus::text::Clean::line("/x.gradus"))
    });
    app.told(News::Opened(Box::new(sample.expect("the sample is whole")), Vec::new()));
    let mut size = Size::new(80, 24);
    let mut terminal = Painter::new(size);
    for (n, byte) in bytes.iter().enumerate() {
        let key = match byte {
            0..=13 => NAMED[usize::from(*byte)],
            14 => Key::Ctrl('z'),
            15 => {
                size.width = u16::from(*bytes.get(n + 1).unwrap_or(&80));
                continue;
            }
            byte => Key::Char(char::from(*byte)),
        };
        app.handle(Input::Key(key), Stamp::default());
        if n % 8 == 0 {
            terminal.draw(&mut app, size);
            assert!(terminal.rows().flatten().all(|cell| !has_hidden(cell.symbol)));
        }
    }
}

/// Every report of whatever can be read of an assessment is written; what is read as lines is clean.
pub fn reports(bytes: &[u8]) {
    let (Some(assessment), Ok(rubric)) = (assessment_in(bytes), SHIPPED[0].read()) else { return };
    let measured = measure::measured(&rubric, &assessment);
    let made = Made { at: Stamp::default(), version: "0" };
    for lang in Lang::ALL {
        let report = Report::new(&rubric, &assessment, &measured, made, Options::default(), lang);
        for format in Format::ALL {
            assert!(report::render(&report, format).is_ok_and(|bytes| !bytes.is_empty()));
        }
        assert!(is_clean(&plain::result(&rubric, &assessment, lang)));
    }
}

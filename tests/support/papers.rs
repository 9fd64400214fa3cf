//! Assessments to be reported on, and reports read back.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{Data, Reader, Xlsx};
use gradus::assessment::{
    Answer, Assessment, AssessmentId, Author, Change, Confidence, Evidence, EvidenceKind, Field, Header, RubricRef,
    Session, Stamp, Thing, Value,
};
use gradus::lang::Lang;
use gradus::measure::measured;
use gradus::report::{Format, Made, Options, Report, render};
use gradus::rubric::{Depth, Id, Rubric, SHIPPED};
use gradus::text::Clean;

/// A moment that every test agrees on.
pub fn now() -> Stamp {
    Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap()
}

/// The shipped rubric.
pub fn icp() -> Arc<Rubric> {
    Arc::new(SHIPPED[0].read().unwrap())
}

/// An assessment with its rubric, and whoever answers.
pub struct Paper {
    pub rubric: Arc<Rubric>,
    pub assessment: Assessment,
    pub author: Author,
}

impl Paper {
    /// Without any answer, at full depth.
    pub fn blank(rubric: Arc<Rubric>, number: u8) -> Self {
        let header = Header {
            assessment: AssessmentId::from_random([number; 16]),
            session: Session::parse(&format!("paper{number}")).unwrap(),
            rubric: RubricRef {
                id: rubric.id.clone(),
                version: Clean::line(&rubric.version.to_string()),
                sha256: "0".repeat(64).into(),
            },
            created: now(),
        };
        let author = Author { session: header.session, by: "li".into() };
        let mut paper = Self { rubric, assessment: Assessment::new(&header), author };
        paper.say(Change::text(Thing::Setup(Field::Depth), "full"));
        paper
    }

    /// The shipped rubric at full depth, every kind of answer, notes and evidence among them.
    pub fn full() -> Self {
        let mut paper = Self::blank(icp(), 1);
        paper.say(Change::text(Thing::Setup(Field::Subject), "East Steel"));
        paper.say(Change::text(Thing::Setup(Field::Unit), "Rolling mill"));
        paper.say(Change::text(Thing::Setup(Field::Assessor), "Wang Fang"));
        let ids: Vec<Id> = paper.rubric.asked(Depth::Full).map(|q| paper.rubric.question(q).id.clone()).collect();
        for (n, id) in ids.iter().enumerate() {
            let answer = match n {
                8 => "na:the lines are rented".to_owned(),
                9 => continue,
                34 => "unknown".to_owned(),
                n => format!("{}{}", 1 + (n * 7) % 4, ["", "+partly", "+mostly", ""][n % 4]),
            };
            paper.answer(id.as_str(), &answer);
        }
        paper.note("R3.1", "three plants, three conventions\n\nand a second paragraph");
        paper.evidence("R3.1", EvidenceKind::Document, "catalogue export\n2026-09");
        paper.evidence("R3.1", EvidenceKind::Record, "portal log");
        paper.confidence("R3.1", Confidence::Likely);
        paper.confidence("N1.1", Confidence::Guess);
        paper.say(Change::new(Thing::Mark(id("O2.1")), Value::json(&true.into())));
        paper
    }

    /// Records a change.
    pub fn say(&mut self, change: Change) {
        self.assessment.record(&self.author, now(), change);
    }

    /// Answers a question, written as on the command line.
    pub fn answer(&mut self, question: &str, answer: &str) {
        let ix = self.rubric.question_ix(question).unwrap();
        let answer = Answer::parse(answer, &self.rubric, self.rubric.question(ix));
        self.say(Change::answer(&id(question), Some(&answer.unwrap_or_else(|e| panic!("{question}: {e:?}")))));
    }

    pub fn note(&mut self, question: &str, text: &str) {
        self.say(Change::text(Thing::Note(id(question)), text));
    }

    pub fn evidence(&mut self, question: &str, kind: EvidenceKind, text: &str) {
        let item = id(&self.assessment.ledger().next(self.author.session).to_string());
        let evidence = Evidence { kind, text: Clean::block(text) };
        self.say(Change::new(Thing::Evidence(id(question), item), evidence.to_value()));
    }

    pub fn confidence(&mut self, question: &str, confidence: Confidence) {
        self.say(Change::new(Thing::Confidence(id(question)), Value::text(confidence.as_str())));
    }

    /// A report of it.
    pub fn render(&self, format: Format, lang: Lang, options: Options) -> Vec<u8> {
        let measured = measured(&self.rubric, &self.assessment);
        let made = Made { at: now(), version: "0.0.0" };
        let report = Report::new(&self.rubric, &self.assessment, &measured, made, options, lang);
        render(&report, format).unwrap_or_else(|e| panic!("{}", e.sentence(Lang::En)))
    }

    /// A report in text.
    pub fn text(&self, format: Format, lang: Lang) -> String {
        String::from_utf8(self.render(format, lang, Options::default())).unwrap()
    }

    /// What `show --json` says about each question.
    pub fn answers(&self) -> serde_json::Value {
        self.json(Lang::En)["answers"].clone()
    }

    /// The JSON report.
    pub fn json(&self, lang: Lang) -> serde_json::Value {
        serde_json::from_str(&self.text(Format::Json, lang)).unwrap()
    }
}

/// An id.
pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// An element of a page: its name, its class, and all text inside of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub class: String,
    pub text: String,
}

/// Every element of a page, outer before inner. The page must be well-formed, to the letter.
pub fn elements(page: &str) -> Vec<Element> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(page);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    let element = |start: &quick_xml::events::BytesStart| {
        let attribute = |name: &str| start.attributes().map(Result::unwrap).find(|a| a.key.as_ref() == name);
        let class = attribute("class").map(|a| a.value.to_string()).unwrap_or_default();
        Element { name: start.name().as_ref().to_owned(), class, text: String::new() }
    };
    loop {
        let mut text = String::new();
        match reader.read_event().unwrap_or_else(|e| panic!("{e} at {}", reader.buffer_position())) {
            Event::Start(start) => {
                open.push(found.len());
                found.push(element(&start));
            }
            Event::Empty(start) => found.push(element(&start)),
            Event::End(_) => drop(open.pop()),
            Event::Text(t) => text = t.to_string(),
            Event::GeneralRef(r) => {
                let known = [("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'")];
                text = match r.resolve_char_ref().unwrap() {
                    Some(c) => c.to_string(),
                    None => known.iter().find(|(name, _)| *name == &*r).expect("a known entity").1.to_owned(),
                };
            }
            Event::DocType(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
        for place in &open {
            found[*place].text.push_str(&text);
        }
    }
    assert!(open.is_empty());
    found
}

/// The tables of a Markdown text, each a list of rows of cells; and all text that it renders to.
pub fn markdown(text: &str) -> (Vec<Vec<Vec<String>>>, String) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut tables, mut rendered): (Vec<Vec<Vec<String>>>, String) = Default::default();
    let mut cell: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let mut piece = String::new();
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => tables.last_mut().unwrap().last_mut().unwrap().extend(cell.take()),
            Event::Text(t) | Event::Code(t) => piece = t.to_string(),
            Event::InlineHtml(t) if &*t == "<br>" => "\n".clone_into(&mut piece),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                "\n".clone_into(&mut piece);
            }
            Event::Html(t) | Event::InlineHtml(t) => panic!("HTML in Markdown: {t}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough) => {
                panic!("a link or worse in {text}")
            }
            _ => {}
        }
        rendered.push_str(&piece);
        if let Some(cell) = &mut cell {
            cell.push_str(&piece);
        }
    }
    (tables, rendered)
}

/// The records of a CSV with its byte order mark.
pub fn records(table: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let bytes = table.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows of a sheet of a workbook.
pub fn sheet(book: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// The parts of a workbook whose names begin with `start`, as text.
pub fn parts(book: &[u8], start: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let names: Vec<String> =
        archive.file_names().map(|n| n.unwrap().into_owned()).filter(|n| n.starts_with(start)).collect();
    let mut text = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(&mut text).collect()
}

//! What a room said, as rows and as JSON: disagreement is a result of its own.

mod json;

pub use json::json;

use super::marks::{Markdown, first};
use super::{Names, Report};
use crate::assessment::{Agreement, Assessment, Room, Table, method};
use crate::lang::{Lang, fill};
use crate::measure::room::{Outcome, needs_note, outcome, session};
use crate::measure::{Range, band, profile, replies, say, shown};
use crate::rubric::{Question, Rubric};
use crate::text;

/// What a room said, put into words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoomPart {
    /// How much it agreed altogether, in sentences.
    pub summary: Vec<String>,
    /// The questions that were voted on or agreed on, in the rubric's order.
    pub rows: Vec<RoomRow>,
    /// What is talked about later.
    pub parked: Vec<String>,
}

/// One question in a room.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomRow {
    /// Its id.
    pub id: String,
    /// How many voted for what, lowest first.
    pub votes: String,
    /// How many of those there are.
    pub count: String,
    /// How many don't know.
    pub unknown: String,
    /// Lowest and highest vote.
    pub range: String,
    /// The low median.
    pub low_median: String,
    /// Aligned, outlier, spread or split.
    pub class: String,
    /// Consensus from 0 to 1.
    pub consensus: String,
    /// The agreed level and how it came about.
    pub agreed: String,
    /// The agreed level alone.
    pub level: String,
    /// How it came about, alone.
    pub method: &'static str,
    /// How the votes differ from it.
    pub dissent: String,
    /// What was said against it or about it, and the votes by role.
    pub remarks: Vec<String>,
}

impl RoomRow {
    /// Its cells in the order of [`heads`], without the remarks.
    pub fn cells(&self) -> [&str; 8] {
        [
            &self.id,
            &self.votes,
            &self.unknown,
            &self.range,
            &self.low_median,
            &self.class,
            &self.consensus,
            &self.agreed,
        ]
    }

    /// Everything about the question, in the order of [`wide_heads`]: a cell for each thing.
    pub fn wide(&self) -> [String; 11] {
        [
            self.votes.clone(),
            self.count.clone(),
            self.unknown.clone(),
            self.class.clone(),
            self.low_median.clone(),
            self.range.clone(),
            self.consensus.clone(),
            self.level.clone(),
            self.method.to_owned(),
            self.dissent.clone(),
            self.remarks.join("\n"),
        ]
    }

    /// The same without the id.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.cells().into_iter().skip(1)
    }
}

/// The heads of the columns.
pub fn heads(lang: Lang) -> [&'static str; 8] {
    let (w, room) = (&lang.words().report, &lang.words().room);
    [
        w.id,
        room.head_votes,
        room.head_unknown,
        room.head_range,
        room.head_low_median,
        room.head_class,
        room.head_consensus,
        room.head_agreed,
    ]
}

/// The heads of a table that has a cell for each thing.
pub fn wide_heads(lang: Lang) -> [&'static str; 11] {
    let room = &lang.words().room;
    [
        room.head_votes,
        room.head_count,
        room.head_unknown,
        room.head_class,
        room.head_low_median,
        room.head_range,
        room.head_consensus,
        room.head_agreed,
        room.head_method,
        room.head_dissent,
        room.head_remarks,
    ]
}

/// What the room of an assessment said; empty where there was none.
pub fn part(rubric: &Rubric, assessment: &Assessment, names: Names, lang: Lang) -> RoomPart {
    let room = assessment.room(rubric);
    if room.tables.is_empty() {
        return RoomPart::default();
    }
    let session = session(rubric, &room);
    let rows = room.tables.iter().map(|(q, table)| row(rubric.question(*q), rubric, &room, table, names, lang));
    let rows = rows.filter(|r| !r.unknown.is_empty() || !r.agreed.is_empty() || !r.remarks.is_empty()).collect();
    let parked = room.parked.iter().map(|p| match &p.question {
        Some(question) => format!("{question} {}", p.text),
        None => p.text.to_string(),
    });
    let mut summary = vec![say::room::classes(&session, lang), say::room::alpha(&session, lang)];
    summary.extend(
        confidence(rubric, assessment).map(|band| fill(lang.words().room.band, &[&shown(band.low), &shown(band.high)])),
    );
    RoomPart { summary, rows, parked: parked.collect() }
}

/// How far the overall score could move if doubtful answers and disputed votes were read otherwise.
fn confidence(rubric: &Rubric, assessment: &Assessment) -> Option<Range<f64>> {
    let band = band(rubric, assessment, &replies(rubric, assessment), profile(rubric, assessment))?;
    band.of(|measured| &measured.overall.node)
}

fn row(question: &Question, rubric: &Rubric, room: &Room, table: &Table, names: Names, lang: Lang) -> RoomRow {
    let words = &lang.words().room;
    let outcome = outcome(rubric, question, table);
    let of = |text: &dyn Fn(&Outcome) -> String| outcome.as_ref().map_or_else(String::new, text);
    let agreed = table.agreed.as_ref().map_or_else(String::new, |agreement| {
        let by = method(agreement.method(), lang);
        agreement.level().map_or_else(|| by.to_owned(), |l| fill(words.agreed_by, &[&l.to_string(), by]))
    });
    let mut remarks: Vec<String> = Vec::new();
    if let Some(agreement) = &table.agreed {
        if !agreement.note().is_blank() {
            remarks.push(agreement.note().to_string());
        } else if needs_note(agreement, outcome.as_ref()) {
            remarks.push(words.note_missing.to_owned());
        }
    }
    let not_applicable = outcome.as_ref().map_or(0, |o| o.tally.not_applicable);
    remarks.extend((not_applicable > 0).then(|| fill(words.na, &[&not_applicable.to_string()])));
    remarks.extend(table.statements.iter().map(|s| fill(words.statement, &[s])));
    if names == Names::Shown {
        remarks.extend(say::room::roles(question, table, &room.raters, lang));
    }
    RoomRow {
        id: question.id.to_string(),
        votes: of(&|o| say::room::votes(question, &o.tally)),
        count: of(&|o| o.tally.levels().to_string()),
        unknown: of(&|o| o.tally.unknown.to_string()),
        range: of(&say::room::range),
        low_median: of(&|o| o.low_median().map_or_else(String::new, |l| l.to_string())),
        class: of(&|o| say::room::verdict(o, lang).to_owned()),
        consensus: of(&say::room::consensus),
        agreed,
        level: table.agreed.as_ref().and_then(Agreement::level).map_or_else(String::new, |l| l.to_string()),
        method: table.agreed.as_ref().map_or("", |a| method(a.method(), lang)),
        dissent: outcome.as_ref().and_then(|o| say::room::dissent(question, table, o, lang)).unwrap_or_default(),
        remarks,
    }
}

/// The room's section of a Markdown report, if there was one.
pub(super) fn markdown(md: &mut Markdown, report: &Report) {
    let part = &report.room;
    if part.rows.is_empty() {
        return;
    }
    let words = &report.lang.words().room;
    md.heading(2, words.title_report);
    md.list(part.summary.iter().map(|line| first(line)));
    md.table(heads(report.lang), part.rows.iter().map(|row| row.cells().map(str::to_owned)));
    let remarks = part.rows.iter().flat_map(|row| row.remarks.iter().map(move |r| first(&format!("{} {r}", row.id))));
    md.list(remarks);
    if !part.parked.is_empty() {
        md.heading(3, words.parked);
        md.list(part.parked.iter().map(|line| first(line)));
    }
}

/// What the room of an assessment said, line by line.
pub fn lines(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> Vec<String> {
    let words = &lang.words().room;
    let part = part(rubric, assessment, Names::Shown, lang);
    if part.rows.is_empty() {
        return vec![words.nobody.to_owned()];
    }
    let heads = heads(lang);
    let all: Vec<[&str; 8]> = std::iter::once(heads).chain(part.rows.iter().map(RoomRow::cells)).collect();
    let wide = |column: usize| all.iter().map(|cells| text::width(cells[column])).max().unwrap_or(0);
    let widths: [usize; 8] = std::array::from_fn(wide);
    let line = |cells: &[&str; 8]| {
        let padded: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| text::pad(cell, width)).collect();
        padded.join("  ").trim_end().to_owned()
    };
    let mut lines = part.summary.clone();
    lines.push(line(&heads));
    for row in &part.rows {
        lines.push(line(&row.cells()));
        lines.extend(row.remarks.iter().map(|remark| format!("  {}", text::one_line(remark))));
    }
    lines.extend(part.parked.iter().map(|p| format!("{}  {}", words.parked, text::one_line(p))));
    lines
}

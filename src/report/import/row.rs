//! A row of a table becomes what somebody says about a question, or a reason why not.

use std::collections::HashMap;

use super::BadRow;
use super::fault::{Bad, ImportFault};
use super::table::{Row, Table};
use crate::assessment::{Answer, BadAnswer, Change, Confidence, Evidence, Thing, Value};
use crate::lang::Lang;
use crate::measure::say;
use crate::report::columns::Column;
use crate::report::evidence;
use crate::rubric::{EPSILON, Id, Question, QuestionIx, Rubric};
use crate::text::{self, Clean};

/// Longest note, reason or item of evidence in bytes.
const MAX_TEXT: usize = 64 << 10;

/// Every row below the header: what can be understood, and what cannot.
pub(super) fn said(table: &Table, rubric: &Rubric, lang: Lang) -> Result<(Vec<Change>, Vec<BadRow>), ImportFault> {
    let names = [Column::Question.name(lang), Column::Answer.name(lang)];
    let header = table.header().ok_or(ImportFault::NoColumns { names })?;
    let columns = columns(&table.rows[header], lang)?;
    let reader = RowReader { rubric, lang, columns };
    let (mut said, mut bad): (Vec<Change>, Vec<BadRow>) = (Vec::new(), Vec::new());
    let mut seen: HashMap<QuestionIx, usize> = HashMap::new();
    for row in &table.rows[header + 1..] {
        let read = reader.read(row).and_then(|entry| match &entry {
            Some((question, _)) if seen.contains_key(question) => {
                Err(Bad::Twice(rubric.question(*question).id.clone(), seen[question]))
            }
            _ => Ok(entry),
        });
        match read {
            Ok(Some((question, changes))) => {
                seen.insert(question, row.number);
                said.extend(changes);
            }
            Ok(None) => {}
            Err(reason) => bad.push(BadRow { number: row.number, bad: reason }),
        }
    }
    Ok((said, bad))
}

fn columns(header: &Row, lang: Lang) -> Result<HashMap<Column, usize>, ImportFault> {
    let mut columns = HashMap::new();
    for (place, cell) in header.cells.iter().enumerate() {
        if let Some(column) = Column::parse(cell)
            && columns.insert(column, place).is_some()
        {
            return Err(ImportFault::TwiceColumn(column.name(lang)));
        }
    }
    Ok(columns)
}

/// Reads rows whose columns are known.
struct RowReader<'r> {
    rubric: &'r Rubric,
    lang: Lang,
    columns: HashMap<Column, usize>,
}

/// The columns that people fill in.
const FILLED: [Column; 6] =
    [Column::Answer, Column::Toward, Column::Reason, Column::Note, Column::Evidence, Column::Confidence];

impl RowReader<'_> {
    fn cell<'t>(&self, row: &'t Row, column: Column) -> &'t str {
        self.columns.get(&column).and_then(|place| row.cells.get(*place)).map_or("", String::as_str)
    }

    /// What a row says; `None` if nothing is filled in.
    fn read(&self, row: &Row) -> Result<Option<(QuestionIx, Vec<Change>)>, Bad> {
        if FILLED.iter().all(|column| self.cell(row, *column).trim().is_empty()) {
            return Ok(None);
        }
        let id = self.cell(row, Column::Question).trim();
        if id.is_empty() {
            return Err(Bad::NoQuestion);
        }
        let question = self.rubric.question_meant(id).ok_or_else(|| Bad::UnknownQuestion(Clean::line(id)))?;
        let q = self.rubric.question(question);
        if FILLED.iter().any(|column| self.cell(row, *column).len() > MAX_TEXT) {
            return Err(Bad::TextTooLong(q.id.clone(), MAX_TEXT));
        }
        let of = || q.id.clone();
        let answer = self.answer(row, q)?.map(|answer| Change::answer(&q.id, Some(&answer)));
        let note = Clean::block(self.cell(row, Column::Note));
        let note = (!note.is_blank()).then(|| Change::text(Thing::Note(of()), &note));
        let evidence = evidence::read(self.cell(row, Column::Evidence)).into_iter();
        // An item is named when it is recorded.
        let item = |(kind, text)| Change::new(Thing::Evidence(of(), of()), Evidence { kind, text }.to_value());
        let confidence = self.confidence(row, &q.id)?;
        let confidence = confidence.map(|c| Change::new(Thing::Confidence(of()), Value::text(c.as_str())));
        Ok(Some((question, answer.into_iter().chain(note).chain(evidence.map(item)).chain(confidence).collect())))
    }

    fn answer(&self, row: &Row, question: &Question) -> Result<Option<Answer>, Bad> {
        let (typed, reason) = (self.cell(row, Column::Answer).trim(), self.cell(row, Column::Reason));
        let toward = self.cell(row, Column::Toward).trim();
        let id = || question.id.clone();
        let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(typed));
        let words = |pick: fn(&crate::lang::Words) -> [&'static str; 2]| Lang::ALL.map(|l| pick(l.words())).concat();
        let is_na = is(&words(|w| [w.form.not_applicable, w.report.not_applicable])) || is(&["na"]);
        let is_unknown = is(&words(|w| [w.form.unknown, w.report.unknown])) || is(&["don’t know"]);
        if !reason.trim().is_empty() && !is_na {
            return Err(Bad::ReasonAlone(id()));
        }
        let is_level = !(typed.is_empty() || is_na || is_unknown);
        if !toward.is_empty() && !is_level {
            return Err(Bad::TowardAlone(id()));
        }
        let text = match () {
            () if typed.is_empty() => return Ok(None),
            () if is_na => format!("na:{reason}"),
            () if is_unknown => "unknown".to_owned(),
            () => self.level(question, typed, toward)?,
        };
        let answer = Answer::parse(&text, self.rubric, question);
        answer.map(Some).map_err(|bad| match bad {
            BadAnswer::OutOfScale => self.out_of_scale(question, typed),
            BadAnswer::UnknownCredit => self.unknown_credit(question, toward),
            BadAnswer::NothingAbove => Bad::NothingAbove(id()),
            BadAnswer::NotAllowed => Bad::NaNotAllowed(id()),
            BadAnswer::NoReason => Bad::NaNoReason(id()),
        })
    }

    /// A level as it is typed on the command line: `3`, `2.5`, `3+partly`. A value between two
    /// levels that a credit explains means that credit.
    fn level(&self, question: &Question, typed: &str, toward: &str) -> Result<String, Bad> {
        let plain: String = typed.chars().map(narrow).collect();
        let (number, credit) = plain.split_once('+').unwrap_or((&plain, toward));
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let value = is_number.then(|| number.parse::<f64>().ok()).flatten();
        let value = value.ok_or_else(|| self.out_of_scale(question, typed))?;
        if !credit.is_empty() {
            let known = self.rubric.toward.iter().find(|c| is_credit(&c.id, credit));
            let known = known.ok_or_else(|| self.unknown_credit(question, credit))?;
            return Ok(format!("{}+{}", say::value(value), known.id));
        }
        if question.choice(value).is_none() {
            let sums = question.choices.iter().flat_map(|c| self.rubric.toward.iter().map(move |t| (c, t)));
            let meant = sums.into_iter().find(|(c, t)| (c.value + t.value - value).abs() < EPSILON);
            if let Some((choice, credit)) = meant {
                return Ok(format!("{}+{}", say::value(choice.value), credit.id));
            }
        }
        Ok(say::value(value))
    }

    fn confidence(&self, row: &Row, question: &Id) -> Result<Option<Confidence>, Bad> {
        let typed = self.cell(row, Column::Confidence).trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let is = |c: &Confidence| {
            c.as_str().eq_ignore_ascii_case(typed)
                || Lang::ALL.iter().any(|lang| say::confidence(*c, *lang).eq_ignore_ascii_case(typed))
        };
        let valid = || Confidence::ALL.map(|c| say::confidence(c, self.lang)).join(self.comma());
        let bad = || Bad::BadConfidence { question: question.clone(), typed: Clean::line(typed), valid: valid() };
        Confidence::ALL.into_iter().find(is).map(Some).ok_or_else(bad)
    }

    fn out_of_scale(&self, question: &Question, typed: &str) -> Bad {
        let valid: Vec<String> = question.choices.iter().map(|c| say::value(c.value)).collect();
        Bad::OutOfScale { question: question.id.clone(), typed: Clean::line(typed), valid: valid.join(self.comma()) }
    }

    fn unknown_credit(&self, question: &Question, typed: &str) -> Bad {
        let valid: Vec<&str> = self.rubric.toward.iter().map(|c| say::credit(&c.id, self.lang)).collect();
        Bad::UnknownCredit { question: question.id.clone(), typed: Clean::line(typed), valid: valid.join(self.comma()) }
    }

    fn comma(&self) -> &'static str {
        self.lang.words().report.comma
    }
}

/// Whether somebody means a credit: by its id, or by its word in either language.
fn is_credit(id: &Id, typed: &str) -> bool {
    id.as_str() == typed || Lang::ALL.iter().any(|lang| say::credit(id, *lang).eq_ignore_ascii_case(typed))
}

/// A full-width digit or sign as its usual form; a decimal comma as a point.
fn narrow(c: char) -> char {
    match text::usual(c) {
        ',' => '.',
        c => c,
    }
}

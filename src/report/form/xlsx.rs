//! The questionnaire as a workbook: a row per question, with a list to choose from.

use zip::result::ZipResult;

use super::Form;
use crate::assessment::Confidence;
use crate::lang::fill;
use crate::measure::say;
use crate::report::book::style::Style;
use crate::report::book::{self, Book, Choice};
use crate::report::columns::Column;
use crate::report::xlsx::sheet::{CENTRED, PLAIN, Sheet, Widths};
use crate::rubric::{Kind, Question, QuestionIx, Text};

pub(super) fn workbook(form: &Form) -> ZipResult<Vec<u8>> {
    let (w, lang) = (form.words(), form.lang());
    let mut sheet = Sheet::new(w.sheet, &Column::FORM.map(width), Widths::Fixed, lang);
    sheet.row(&Column::FORM.map(|c| c.name(lang)), true);
    let questions = form.parts.iter().flat_map(|p| &p.areas).flat_map(|(_, asked)| asked);
    for question in questions {
        row(form, &mut sheet, *question);
    }
    sheet.table(1);
    Book { title: lang.words().report.kind, made: form.at, sheets: vec![sheet.done(), about(form)] }.bytes()
}

/// Characters of a column: there is room to write in, and on A4 it can still be read.
const fn width(column: Column) -> usize {
    match column {
        Column::Question | Column::Answer => 9,
        Column::Toward | Column::Confidence => 12,
        Column::Area => 16,
        Column::Reason => 18,
        Column::Text => 32,
        Column::Choices => 66,
        _ => 28,
    }
}

fn about(form: &Form) -> book::Sheet {
    let (w, lang) = (form.words(), form.lang());
    let mut sheet = Sheet::new(lang.words().report.sheet_about, &[18, 90], Widths::Fixed, lang);
    sheet.row(&[&form.title(), ""], true);
    let rubric = format!("{} {}", form.rubric.id, form.rubric.version);
    sheet.row(&[lang.words().report.rubric, &rubric], false);
    for label in [w.subject, w.who, w.when] {
        sheet.row(&[label, ""], false);
    }
    for line in [w.how, &fill(w.how_table, &[w.answer]), lang.words().cli.self_declared] {
        sheet.row(&["", line], false);
    }
    sheet.done()
}

fn row(form: &Form, sheet: &mut Sheet, question: QuestionIx) {
    let question = form.rubric.question(question);
    let area = form.rubric.area(question.area);
    let joined = |text: &Text| form.in_all(text).join("\n");
    for (column, of) in (0_u16..).zip(Column::FORM) {
        match of {
            Column::Question => sheet.text(column, question.id.as_str(), PLAIN),
            Column::Area => sheet.text(column, &format!("{} {}", area.id, joined(&area.name)), PLAIN),
            Column::Text => sheet.text(column, &joined(&question.text), PLAIN),
            Column::Choices => {
                let choice = |c: &crate::rubric::Choice| format!("{}  {}", say::value(c.value), joined(&c.text));
                let choices: Vec<String> = question.choices.iter().map(choice).collect();
                sheet.text(column, &choices.join("\n"), PLAIN);
            }
            Column::Answer => input(form, sheet, column, &answers(form, question), CENTRED),
            Column::Toward => input(form, sheet, column, &credits(form, question), PLAIN),
            Column::Confidence => {
                let words = Confidence::ALL.map(|c| say::confidence(c, form.lang()).to_owned());
                input(form, sheet, column, &words, PLAIN);
            }
            _ => input(form, sheet, column, &[], PLAIN),
        }
    }
    sheet.end();
}

/// The answers to choose from.
fn answers(form: &Form, question: &Question) -> Vec<String> {
    let w = form.words();
    let not_applicable = question.na_allowed.then(|| w.not_applicable.to_owned());
    let values = question.choices.iter().map(|c| say::value(c.value));
    values.chain([w.unknown.to_owned()]).chain(not_applicable).collect()
}

fn credits(form: &Form, question: &Question) -> Vec<String> {
    if question.kind == Kind::Ladder { form.credits() } else { Vec::new() }
}

/// An empty cell to be filled, with a list to choose from where there is one.
fn input(form: &Form, sheet: &mut Sheet, column: u16, list: &[String], style: Style) {
    let (w, row) = (form.words(), sheet.at());
    let choice = Choice { row, column, items: list.to_vec(), refusal: w.not_in_list_title, advice: w.not_in_list };
    sheet.blank(column, style, Some(choice).filter(|choice| !choice.items.is_empty()));
}

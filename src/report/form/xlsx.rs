//! The questionnaire as a workbook: a row per question, with a list to choose from.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Workbook, XlsxError};

use super::Form;
use crate::assessment::Confidence;
use crate::lang::{Text, fill};
use crate::measure::say;
use crate::report::columns::Column;
use crate::report::xlsx::new_book;
use crate::report::xlsx::sheet::{Sheet, centred, plain};
use crate::rubric::{Kind, Question, QuestionIx};

/// A list in a cell holds at most as many characters, commas included.
const MAX_LIST: usize = 255;

pub(super) fn workbook(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let (w, lang) = (form.words(), form.lang());
    let mut book = new_book(form.at, lang)?;
    let widths = Column::FORM.map(crate::report::xlsx::width);
    let mut sheet = Sheet::add(&mut book, w.sheet, &widths, lang)?;
    sheet.row(&Column::FORM.map(|c| c.name(lang)), true)?;
    let questions = form.parts.iter().flat_map(|p| &p.areas).flat_map(|(_, asked)| asked);
    for question in questions {
        row(form, &mut sheet, *question)?;
    }
    let (last_row, last_column) = (sheet.next.saturating_sub(1), Column::FORM.len() as u16 - 1);
    sheet.cells.set_freeze_panes(1, 1)?.autofilter(0, 0, last_row, last_column)?.set_repeat_rows(0, 0)?;
    about(form, &mut book)?;
    book.save_to_buffer()
}

fn about(form: &Form, book: &mut Workbook) -> Result<(), XlsxError> {
    let (w, lang) = (form.words(), form.lang());
    let mut sheet = Sheet::add(book, lang.words().report.sheet_about, &[18.0, 90.0], lang)?;
    sheet.row(&[&form.title(), ""], true)?;
    let rubric = format!("{} {}", form.rubric.id, form.rubric.version);
    sheet.row(&[lang.words().report.rubric, &rubric], false)?;
    for label in [w.subject, w.who, w.when] {
        sheet.row(&[label, ""], false)?;
    }
    for line in [w.how, &fill(w.how_table, &[w.answer]), lang.words().cli.self_declared] {
        sheet.row(&["", line], false)?;
    }
    Ok(())
}

fn row(form: &Form, sheet: &mut Sheet, question: QuestionIx) -> Result<(), XlsxError> {
    let question = form.rubric.question(question);
    let area = form.rubric.area(question.area);
    let joined = |text: &Text| form.in_all(text).join("\n");
    for (column, of) in (0_u16..).zip(Column::FORM) {
        match of {
            Column::Question => sheet.text(column, question.id.as_str(), &plain())?,
            Column::Area => sheet.text(column, &format!("{} {}", area.id, joined(&area.name)), &plain())?,
            Column::Text => sheet.text(column, &joined(&question.text), &plain())?,
            Column::Choices => {
                let choice = |c: &crate::rubric::Choice| format!("{}  {}", say::value(c.value), joined(&c.text));
                let choices: Vec<String> = question.choices.iter().map(choice).collect();
                sheet.text(column, &choices.join("\n"), &plain())?;
            }
            Column::Answer => input(form, sheet, column, &answers(form, question), &centred())?,
            Column::Toward => input(form, sheet, column, &credits(form, question), &plain())?,
            Column::Confidence => {
                let words = Confidence::ALL.map(|c| say::confidence(c, form.lang()).to_owned());
                input(form, sheet, column, &words, &plain())?;
            }
            _ => input(form, sheet, column, &[], &plain())?,
        }
    }
    sheet.end()
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

/// An empty cell to be filled, with a list to choose from where there is one that a workbook can hold.
fn input(form: &Form, sheet: &mut Sheet, column: u16, list: &[String], format: &Format) -> Result<(), XlsxError> {
    let w = form.words();
    sheet.cells.write_blank(sheet.next, column, format)?;
    let length: usize = list.iter().map(|item| item.chars().count() + 1).sum();
    if list.is_empty() || length > MAX_LIST || list.iter().any(|item| item.contains(',')) {
        return Ok(());
    }
    let choice = DataValidation::new()
        .allow_list_strings(list)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(w.not_in_list_title)?
        .set_error_message(w.not_in_list)?;
    sheet.cells.add_data_validation(sheet.next, column, sheet.next, column, &choice)?;
    Ok(())
}

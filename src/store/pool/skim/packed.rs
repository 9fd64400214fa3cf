//! A line of a [collection](super::super::collection) as this program writes it; `None` is for the exact reader.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::extra::Extra;
use super::super::model::Model;
use super::Found;
use super::said::{as_text, level};
use crate::assessment::AssessmentId;
use crate::assessment::row::{self, HalfYear, NOT_APPLICABLE, UNANSWERED, UNKNOWN, halves};
use crate::store::log::cut::Cut;
use crate::text::clean_line;

/// An assessment, the place of its rubric among the known ones, and whom it is about.
pub(in crate::store::pool) fn packed<'l>(line: &'l [u8], models: &[Arc<Model>]) -> Option<(Found<'l>, usize, u64)> {
    simdutf8::basic::from_utf8(line).ok()?;
    let mut cut = Cut(line);
    cut.past(b"{\"answers\":{")?;
    // No text holds this: its quotes would be escaped.
    let (answers, rest) = cut.0.split_at(memchr::memmem::find(cut.0, b"},\"assessment\":\"")?);
    cut.0 = rest;
    cut.past(b"},\"assessment\":\"")?;
    let id = AssessmentId::parse(as_text(cut.text()?)?)?;
    cut.past(b",\"cohort\":1,")?;
    cut.past(b"\"depth\":")?;
    let depth = said(&mut cut)?;
    cut.past(b",\"mode\":")?;
    let mode = said(&mut cut)?;
    cut.past(b",\"organisation\":\"")?;
    let organisation = u64::from_str_radix(as_text(cut.text()?)?, 16).ok()?;
    cut.past(b",\"period\":\"")?;
    let changed = HalfYear::parse(as_text(cut.text()?)?)?.begins()?;
    cut.past(b",\"profile\":")?;
    let profile = said(&mut cut)?;
    cut.past(b",\"rubric\":\"")?;
    let sha256 = cut.text()?;
    cut.past(b",\"sector\":")?;
    let sector = said(&mut cut)?;
    cut.past(b",\"size\":")?;
    let size = said(&mut cut)?;
    cut.past(b"}")?;
    let place = models.iter().position(|m| m.sha256.as_bytes() == sha256)?;
    let codes = codes(&models[place], answers)?;
    let setup = [Cow::Borrowed(""), sector, size, mode, depth, profile];
    // A line that holds what has to be asked for is written otherwise.
    let extra = Extra::default();
    cut.0.is_empty().then_some((Found { id: halves(&id), changed, setup, codes, extra }, place, organisation))
}

/// A text, or nothing.
fn said<'l>(cut: &mut Cut<'l>) -> Option<Cow<'l, str>> {
    if cut.past(b"null").is_some() {
        return Some(Cow::Borrowed(""));
    }
    cut.past(b"\"")?;
    let text = clean_line(as_text(cut.text()?)?);
    Some(if text.trim().is_empty() { Cow::Borrowed("") } else { text })
}

/// The codes of answers that stand one after the other, each with its question.
fn codes(model: &Model, answers: &[u8]) -> Option<Vec<u8>> {
    let mut codes = vec![UNANSWERED; model.rubric.questions.len()];
    let mut cut = Cut(answers);
    while !cut.0.is_empty() {
        cut.past(b"\"")?;
        let place = model.place(cut.text()?)?;
        let question = &model.rubric.questions[place];
        cut.past(b":{\"")?;
        codes[place] = if cut.past(b"level\":").is_some() {
            let value = level(&mut cut)?;
            let toward = if cut.past(b",\"toward\":\"").is_some() { Some(as_text(cut.text()?)?) } else { None };
            row::level_code(&model.rubric, question, value, toward)?
        } else if cut.past(b"unknown\":true").is_some() {
            UNKNOWN
        } else {
            cut.past(b"na\":true")?;
            question.na_allowed.then_some(NOT_APPLICABLE)?
        };
        cut.past(b"}")?;
        if cut.past(b",").is_some() && cut.0.is_empty() {
            return None;
        }
    }
    Some(codes)
}

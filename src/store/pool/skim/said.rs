//! What stands after `is`, as this program writes it; `None` is for the exact reader.

use std::borrow::Cow;

use super::super::model::Model;
use crate::assessment::EventId;
use crate::assessment::row::{self, NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::rubric::Question;
use crate::store::log::cut::Cut;
use crate::text::{Clean, clean_block, clean_line};

/// The code of an answer.
pub(super) fn answer(model: &Model, question: &Question, rest: &[u8]) -> Option<u8> {
    let mut cut = Cut(rest);
    let code = if cut.past(b"{\"level\":").is_some() {
        let value = level(&mut cut)?;
        let toward = if cut.past(b",\"toward\":\"").is_some() { Some(as_text(cut.text()?)?) } else { None };
        cut.past(b"}")?;
        row::level_code(&model.rubric, question, value, toward)?
    } else if cut.past(b"null").is_some() {
        UNANSWERED
    } else if cut.past(b"{\"unknown\":true}").is_some() {
        UNKNOWN
    } else {
        cut.past(b"{\"na\":\"")?;
        let reason = as_text(cut.text()?)?;
        cut.past(b"}")?;
        (question.na_allowed && !Clean::block(reason).is_blank()).then_some(NOT_APPLICABLE)?
    };
    ends(cut).then_some(code)
}

/// What a room agreed on.
pub(super) enum Agreed {
    /// The code of it.
    On(u8),
    /// It was taken back.
    Nothing,
}

/// What a room agreed on.
pub(super) fn agreed(model: &Model, question: &Question, rest: &[u8]) -> Option<Agreed> {
    let mut cut = Cut(rest);
    let agreed = if cut.past(b"null").is_some() {
        Agreed::Nothing
    } else {
        let code = if cut.past(b"{\"level\":").is_some() {
            let value = level(&mut cut)?;
            cut.past(b",\"method\":\"")?;
            matches!(cut.text()?, b"consensus" | b"low_median" | b"facilitator").then_some(())?;
            row::level_code(&model.rubric, question, value, None)?
        } else {
            cut.past(b"{\"method\":\"")?;
            (cut.text()? == b"defer").then_some(UNANSWERED)?
        };
        if cut.past(b",\"note\":\"").is_some() {
            cut.text()?;
        }
        cut.past(b"}")?;
        Agreed::On(code)
    };
    ends(cut).then_some(agreed)
}

/// A text of the setup, as it is shown; empty where it is blank.
pub(super) fn text(rest: &[u8]) -> Option<Cow<'_, str>> {
    let mut cut = Cut(rest);
    let text = match cut.past(b"null") {
        Some(()) => "",
        None => cut.past(b"\"").and_then(|()| as_text(cut.text()?))?,
    };
    ends(cut).then_some(())?;
    let block = clean_block(text);
    Some(match block {
        block if block.trim().is_empty() => Cow::Borrowed(""),
        Cow::Borrowed(block) => clean_line(block),
        Cow::Owned(block) => Cow::Owned(clean_line(&block).into_owned()),
    })
}

/// The value of a choice, up to the comma or bracket after it.
pub(super) fn level(cut: &mut Cut) -> Option<f64> {
    // Nearly every value is a digit; a collection writes it with its tenth.
    let short = match cut.0 {
        [digit @ b'0'..=b'9', b',' | b'}', ..] => Some((digit, 1)),
        [digit @ b'0'..=b'9', b'.', b'0', b',' | b'}', ..] => Some((digit, 3)),
        _ => None,
    };
    if let Some((digit, length)) = short {
        cut.0 = &cut.0[length..];
        return Some(f64::from(digit - b'0'));
    }
    let end = cut.0.iter().position(|b| matches!(b, b',' | b'}'))?;
    let (value, rest) = cut.0.split_at(end);
    let is_plain = value.len() <= 8 && value.iter().all(|b| b.is_ascii_digit() || *b == b'.');
    // JSON knows no number that begins with a needless zero or a dot, or ends with one.
    let is_json = !value.starts_with(b".") && !value.ends_with(b".");
    let is_short = value.len() == 1 || value.starts_with(b"0.") || !value.starts_with(b"0");
    cut.0 = rest;
    (is_plain && is_json && is_short).then(|| as_text(value)?.parse().ok()).flatten()
}

/// Whether nothing follows but what an undo or an import adds.
fn ends(mut cut: Cut) -> bool {
    if cut.0.is_empty() {
        return true;
    }
    for name in [b",\"undoes\":\"", b",\"redoes\":\""] {
        if cut.past(name).is_some() && cut.text().and_then(as_text).and_then(EventId::parse).is_none() {
            return false;
        }
    }
    cut.past(b",\"imported\":true");
    cut.0.is_empty()
}

pub(super) fn as_text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

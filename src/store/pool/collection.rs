//! Lines of a collection: what `gradus collect` packs, one assessment a line.
//!
//! ```json
//! {"cohort":1,"embedded":{…a rubric that is not part of the program…}}
//! {"cohort":1,"assessment":"32 digits","organisation":"16 digits","rubric":"sha256","period":"2026-H2",
//!  "sector":"health","size":"small","mode":"self","depth":"quick","profile":null,
//!  "answers":{"N1.1":{"level":3,"toward":"partly"},"N5.1":{"na":true},"O2.1":{"unknown":true}}}
//! ```
//!
//! Only if it was asked for there are also, each where there is any: `"subject"`, `"unit"`, `"site"`;
//! `"notes":{"N1.1":"…"}`; `"evidence":{"N1.1":[{"kind":"document","text":"…"}]}`; and of rooms
//! `"votes":{"N1.1":[0,2,3,0,0,0]}`, how many voted for each choice, the lowest first.

use serde_json::Value as Json;

use super::extra::{Extra, Wanted};
use super::model::Model;
use super::skim::{FIELDS, Found};
use crate::assessment::row::{self, HalfYear, halves};
use crate::assessment::{AssessmentId, Field};
use crate::rubric::Question;
use crate::text::clean_line;

/// The version of the lines.
pub const FORMAT: u64 = 1;

/// What a line of a collection is.
pub(super) enum Packed {
    /// A rubric, as JSON.
    Rubric(String),
    /// An assessment with the hash of its rubric; its answers are not read yet.
    Row(Json),
}

/// A line of a collection; `None` if it is none, or of a newer version.
pub(super) fn packed(line: &[u8]) -> Option<Packed> {
    let json: Json = serde_json::from_str(simdutf8::basic::from_utf8(line).ok()?).ok()?;
    (json.get("cohort")?.as_u64()? == FORMAT).then_some(())?;
    Some(match json.get("embedded") {
        Some(rubric) => Packed::Rubric(rubric.to_string()),
        None => Packed::Row(json),
    })
}

/// The hash of the rubric that a line answers.
pub(super) fn rubric_of(row: &Json) -> Option<&str> {
    row.get("rubric")?.as_str()
}

/// An assessment, and whom it is about; `None` if anything in it is not as it should be.
pub(super) fn found<'l>(row: &'l Json, model: &Model, wanted: Wanted) -> Option<(Found<'l>, u64)> {
    let text = |name: &str| row.get(name)?.as_str();
    let organisation = u64::from_str_radix(text("organisation")?, 16).ok()?;
    let answers = row.get("answers")?.as_object()?;
    let code = |q: &Question| answers.get(q.id.as_str()).map_or(Some(row::UNANSWERED), |a| code(model, q, a));
    let setup =
        |field: Field| text(field.as_str()).map(clean_line).filter(|t| !t.trim().is_empty()).unwrap_or_default();
    let found = Found {
        id: halves(&AssessmentId::parse(text("assessment")?)?),
        changed: HalfYear::parse(text("period")?)?.begins()?,
        setup: FIELDS.map(setup),
        codes: model.rubric.questions.iter().map(code).collect::<Option<_>>()?,
        extra: Extra::read(row, &model.rubric, wanted)?,
    };
    Some((found, organisation))
}

fn code(model: &Model, question: &Question, answer: &Json) -> Option<u8> {
    let is_true = |name: &str| answer.get(name).and_then(Json::as_bool) == Some(true);
    if is_true("unknown") {
        return Some(row::UNKNOWN);
    }
    // Its reason is there only if it was asked for.
    if is_true("na") || answer.get("na").is_some_and(Json::is_string) {
        return question.na_allowed.then_some(row::NOT_APPLICABLE);
    }
    let toward = match answer.get("toward") {
        None | Some(Json::Null) => None,
        Some(credit) => Some(credit.as_str()?),
    };
    row::level_code(&model.rubric, question, answer.get("level")?.as_f64()?, toward)
}

//! An assessment in as few bytes as the pooling of a million of them needs: one byte an answer.

use std::cmp::Ordering;
use std::fmt;

use super::{Answer, AssessmentId, Mode, Stamp};
use crate::rubric::{Depth, Id, Kind, Question, Rubric};
use crate::text::Clean;

/// No answer.
pub const UNANSWERED: u8 = 0;
/// Asked and not known.
pub const UNKNOWN: u8 = 1;
/// Does not apply, for a reason that a row does not keep.
pub const NOT_APPLICABLE: u8 = 2;
/// The lowest choice without credit; the choices with their credits follow.
const FIRST: usize = 3;

/// One assessment of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number of its [`AssessmentId`], in two halves: so a row needs no wider alignment.
    pub id: [u64; 2],
    /// Whom it is about: equal for assessments of the same organisation.
    pub organisation: u64,
    /// When something was last recorded, in milliseconds since 1970.
    pub changed: i64,
    /// How it was held.
    pub mode: Mode,
    /// What it says.
    pub sheet: Sheet,
}

/// All that scoring needs of a row: a quarter of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Where its answers begin among those of the pool.
    pub at: u32,
    /// Place of its sector and size class among those of the pool.
    pub stratum: u32,
    /// Place of its rubric among those of the pool.
    pub model: u16,
    /// Place of its weight profile in the rubric, from 1; 0 for the rubric's own weights.
    pub profile: u8,
    /// Which questions were asked; there is an answer for each of them.
    pub depth: Depth,
}

impl Row {
    /// Which assessment it is.
    pub fn id(&self) -> AssessmentId {
        AssessmentId::from_number(u128::from(self.id[0]) << 64 | u128::from(self.id[1]))
    }
}

/// Puts rows in an order; what is equal may stand in any. Of all things that are sorted these are the most,
/// so they are not moved twice, and every order shares one sort.
pub fn sort(rows: &mut [Row], compare: &dyn Fn(&Row, &Row) -> Ordering) {
    rows.sort_unstable_by(|a, b| compare(a, b));
}

/// The halves of an assessment's number.
pub fn halves(id: &AssessmentId) -> [u64; 2] {
    let number = id.number();
    [(number >> 64) as u64, number as u64]
}

/// Whether every answer to every question of the rubric has a byte.
pub fn fits(rubric: &Rubric) -> bool {
    let codes = |q: &Question| FIRST + q.choices.len() * stride(rubric, q);
    rubric.questions.iter().all(|q| codes(q) <= 1 + usize::from(u8::MAX)) && rubric.profiles.len() < 255
}

/// How many codes each choice has: without credit and with each one.
fn stride(rubric: &Rubric, question: &Question) -> usize {
    if question.kind == Kind::Ladder { 1 + rubric.toward.len() } else { 1 }
}

/// The code of a level that was claimed, if it is an answer to the question.
pub fn level_code(rubric: &Rubric, question: &Question, value: f64, toward: Option<&str>) -> Option<u8> {
    let choice = question.choice(value)?;
    let credit = match toward {
        None => 0,
        Some(_) if !question.may_go_toward(choice) => return None,
        Some(id) => 1 + rubric.toward.iter().position(|c| c.id.as_str() == id)?,
    };
    u8::try_from(FIRST + choice * stride(rubric, question) + credit).ok()
}

/// The code of an answer that was read against the question.
pub fn code(rubric: &Rubric, question: &Question, answer: Option<&Answer>) -> u8 {
    match answer {
        None => UNANSWERED,
        Some(Answer::Unknown) => UNKNOWN,
        Some(Answer::NotApplicable { .. }) => NOT_APPLICABLE,
        Some(Answer::Level { value, toward }) => {
            level_code(rubric, question, *value, toward.as_ref().map(Id::as_str)).unwrap_or(UNANSWERED)
        }
    }
}

/// The places of choice and credit that a code stands for; `None` where it is no level.
pub fn chosen(rubric: &Rubric, question: &Question, code: u8) -> Option<(usize, Option<usize>)> {
    let place = usize::from(code).checked_sub(FIRST)?;
    let stride = stride(rubric, question);
    let choice = place / stride;
    (choice < question.choices.len()).then(|| (choice, (place % stride).checked_sub(1)))
}

/// The answer that a code stands for. Reasons are not kept, so none is given for what does not apply.
pub fn answer(rubric: &Rubric, question: &Question, code: u8) -> Option<Answer> {
    match code {
        UNANSWERED => None,
        UNKNOWN => Some(Answer::Unknown),
        NOT_APPLICABLE => Some(Answer::NotApplicable { reason: Clean::default() }),
        level => {
            let (choice, credit) = chosen(rubric, question, level)?;
            let toward = credit.and_then(|c| Some(rubric.toward.get(c)?.id.clone()));
            Some(Answer::Level { value: question.choices[choice].value, toward })
        }
    }
}

/// Half a year of the calendar: the finest date that a collection keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    /// The year.
    pub year: i32,
    /// Whether it is the second half.
    pub is_second: bool,
}

impl HalfYear {
    /// The half year in which a moment falls, in UTC.
    pub fn of(unix_ms: i64) -> Self {
        let (year, month) = Stamp { unix_ms, offset_minutes: 0 }.month().unwrap_or_default();
        Self { year, is_second: month > 6 }
    }

    /// Reads `2026-H2`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, half) = text.split_once("-H")?;
        let is_plain = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let is_second = ["1", "2"].iter().position(|h| *h == half)? == 1;
        Some(Self { year: is_plain.then(|| year.parse().ok()).flatten()?, is_second })
    }

    /// Its first moment, in milliseconds since 1970.
    pub fn begins(self) -> Option<i64> {
        let month = if self.is_second { 7 } else { 1 };
        Some(Stamp::first_of(self.year, month)?.unix_ms)
    }
}

impl fmt::Display for HalfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-H{}", self.year, 1 + u8::from(self.is_second))
    }
}

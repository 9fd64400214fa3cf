//! Answers, confidence and evidence: what a person can say about a question.

use serde_json::{Value as Json, json};

use super::event::Value;
use crate::rubric::{Depth, EPSILON, Id, Question, Rubric};
use crate::text::Clean;

/// What was said about a question. No answer at all is *unanswered*, a third kind of blank.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A choice, perhaps with credit toward the next one.
    Level {
        /// The value of the choice (see [`crate::rubric::Choice::value`]).
        value: f64,
        /// The credit claimed.
        toward: Option<Id>,
    },
    /// Asked and not known.
    Unknown,
    /// Does not apply, for this reason.
    NotApplicable {
        /// Never blank.
        reason: Clean,
    },
}

/// Why a text or a stored value is no answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAnswer {
    /// Not a value of the question's choices.
    OutOfScale,
    /// A credit that the rubric does not declare.
    UnknownCredit,
    /// Credit where there is no next level.
    NothingAbove,
    /// "Not applicable" where the question does not allow it.
    NotAllowed,
    /// "Not applicable" without a reason.
    NoReason,
}

impl Answer {
    /// The answer as an event holds it.
    pub fn to_value(&self) -> Value {
        Value::json(&match self {
            Self::Level { value, toward: None } => json!({ "level": whole(*value) }),
            Self::Level { value, toward: Some(credit) } => json!({ "level": whole(*value), "toward": credit.as_str() }),
            Self::Unknown => json!({ "unknown": true }),
            Self::NotApplicable { reason } => json!({ "na": reason.as_str() }),
        })
    }

    /// Reads what an event holds, held against the question.
    pub fn read(value: &Value, rubric: &Rubric, question: &Question) -> Result<Self, BadAnswer> {
        let answer = match value.as_plain_level() {
            Some(level) => Self::Level { value: level.into(), toward: None },
            None => Self::stored(value)?,
        };
        answer.checked(rubric, question)
    }

    /// What an event holds, whatever the question.
    fn stored(value: &Value) -> Result<Self, BadAnswer> {
        let Json::Object(members) = value.parse() else { return Err(BadAnswer::OutOfScale) };
        Ok(match (members.get("level"), members.get("unknown"), members.get("na")) {
            (Some(level), None, None) => {
                let value =
                    level.as_f64().filter(|v| !(*v == 0.0 && v.is_sign_negative())).ok_or(BadAnswer::OutOfScale)?;
                let toward = match members.get("toward") {
                    None | Some(Json::Null) => None,
                    Some(credit) => Some(credit.as_str().and_then(Id::new).ok_or(BadAnswer::UnknownCredit)?),
                };
                Self::Level { value, toward }
            }
            (None, Some(Json::Bool(true)), None) => Self::Unknown,
            (None, None, Some(Json::String(reason))) => Self::NotApplicable { reason: Clean::block(reason) },
            _ => return Err(BadAnswer::OutOfScale),
        })
    }

    /// Reads what a person types: `2`, `3+partly`, `unknown`, `na:reason`.
    pub fn parse(text: &str, rubric: &Rubric, question: &Question) -> Result<Self, BadAnswer> {
        let answer = if text == "unknown" {
            Self::Unknown
        } else if text == "na" {
            Self::NotApplicable { reason: Clean::default() }
        } else if let Some(reason) = text.strip_prefix("na:") {
            Self::NotApplicable { reason: Clean::block(reason.trim()) }
        } else {
            let (value, credit) = text.split_once('+').map_or((text, None), |(value, credit)| (value, Some(credit)));
            let plain = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            let value = plain.then(|| value.parse::<f64>().ok()).flatten().ok_or(BadAnswer::OutOfScale)?;
            let toward = credit.map(|c| Id::new(c).ok_or(BadAnswer::UnknownCredit)).transpose()?;
            Self::Level { value, toward }
        };
        answer.checked(rubric, question)
    }

    /// The same answer, if it is one to `question`.
    fn checked(self, rubric: &Rubric, question: &Question) -> Result<Self, BadAnswer> {
        match &self {
            Self::Level { value, toward } => {
                let choice = question.choice(*value).ok_or(BadAnswer::OutOfScale)?;
                if let Some(credit) = toward {
                    rubric.credit(credit.as_str()).ok_or(BadAnswer::UnknownCredit)?;
                    if !question.may_go_toward(choice) {
                        return Err(BadAnswer::NothingAbove);
                    }
                }
            }
            Self::NotApplicable { .. } if !question.na_allowed => return Err(BadAnswer::NotAllowed),
            Self::NotApplicable { reason } if reason.is_blank() => return Err(BadAnswer::NoReason),
            Self::Unknown | Self::NotApplicable { .. } => {}
        }
        Ok(self)
    }

    /// The credit claimed, as part of a level.
    pub fn credit(&self, rubric: &Rubric) -> f64 {
        match self {
            Self::Level { toward: Some(credit), .. } => rubric.credit(credit.as_str()).map_or(0.0, |c| c.value),
            _ => 0.0,
        }
    }
}

/// A whole number is written without a decimal point.
fn whole(value: f64) -> Json {
    if value.fract().abs() < EPSILON { json!(value.round() as i64) } else { json!(value) }
}

/// How sure an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Known.
    Sure,
    /// Believed.
    Likely,
    /// Guessed: may be one level off either way.
    Guess,
}

impl Confidence {
    /// All of them, in the order in which the key goes through them.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Guess];

    /// The word in an event and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Guess => "guess",
        }
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.as_str() == text)
    }

    /// The one that the key chooses next; after the last one none.
    pub fn after(known: Option<Self>) -> Option<Self> {
        match known {
            None => Some(Self::Sure),
            Some(known) => Self::ALL.into_iter().skip_while(|c| *c != known).nth(1),
        }
    }
}

/// What kind of evidence an item is. A statement alone supports nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// Somebody said so.
    Statement,
    /// A document says so.
    Document,
    /// A system's own record shows it.
    Record,
}

impl EvidenceKind {
    /// All of them, weakest first.
    pub const ALL: [Self; 3] = [Self::Statement, Self::Document, Self::Record];

    /// The word in an event and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Document => "document",
            Self::Record => "record",
        }
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == text)
    }
}

/// One item of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What kind it is.
    pub kind: EvidenceKind,
    /// What and where it is; never blank.
    pub text: Clean,
}

impl Evidence {
    /// The item as an event holds it.
    pub fn to_value(&self) -> Value {
        Value::json(&json!({ "kind": self.kind.as_str(), "text": self.text.as_str() }))
    }

    /// Reads what an event holds.
    pub fn read(value: &Value) -> Option<Self> {
        let value = value.parse();
        let kind = EvidenceKind::parse(value.get("kind")?.as_str()?)?;
        let text = Clean::block(value.get("text")?.as_str()?);
        (!text.is_blank()).then_some(Self { kind, text })
    }
}

/// How an assessment is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The organisation rates itself.
    #[default]
    OwnAssessment,
    /// A facilitator and a room.
    Workshop,
    /// An interviewer and interviewees.
    Interview,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::OwnAssessment, Self::Workshop, Self::Interview];

    /// The word in an event and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnAssessment => "self",
            Self::Workshop => "workshop",
            Self::Interview => "interview",
        }
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.as_str() == text)
    }
}

/// The word of a depth in an event and on the command line.
pub const fn depth_word(depth: Depth) -> &'static str {
    match depth {
        Depth::Quick => "quick",
        Depth::Full => "full",
    }
}

/// Reads that word.
pub fn parse_depth(text: &str) -> Option<Depth> {
    [Depth::Quick, Depth::Full].into_iter().find(|d| depth_word(*d) == text)
}

//! What the events of a room hold, and how it is read.

use serde_json::{Map, Value as Json, json};

use super::{Agreement, Called, Hands, How, Method, RoundState, Vote};
use crate::assessment::{Answer, Change, Thing, Value};
use crate::order;
use crate::rubric::{EPSILON, Id, Question};
use crate::text::{Clean, folded};

/// No show of hands counts more than this; a file that says so is not believed.
const MOST_HANDS: u64 = 9_999;

/// Why a text is no vote on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadVote {
    /// Not a value of the question's choices.
    OutOfScale,
    /// "Not applicable" where the question does not allow it.
    NotAllowed,
}

fn whole(value: f64) -> Json {
    if value.fract().abs() < EPSILON { json!(value.round() as i64) } else { json!(value) }
}

impl Vote {
    /// The vote as an event holds it.
    pub fn to_value(self) -> Value {
        Value::json(&match self {
            Self::Level(value) => json!({ "level": whole(value) }),
            Self::Unknown => json!({ "unknown": true }),
            Self::NotApplicable => json!({ "na": true }),
        })
    }

    /// Reads what an event holds; `None` if it is no vote on this question.
    pub fn read(value: &Value, question: &Question) -> Option<Self> {
        let Json::Object(members) = value.parse() else { return None };
        let vote = match (members.get("level"), members.get("unknown"), members.get("na")) {
            (Some(level), None, None) => Self::Level(level.as_f64()?),
            (None, Some(Json::Bool(true)), None) => Self::Unknown,
            (None, None, Some(Json::Bool(true))) => Self::NotApplicable,
            _ => return None,
        };
        vote.checked(question).ok()
    }

    /// Reads what a person types: `2`, `unknown`, `na`.
    pub fn parse(text: &str, question: &Question) -> Result<Self, BadVote> {
        let vote = match text {
            "unknown" => Self::Unknown,
            "na" => Self::NotApplicable,
            level => {
                let plain = !level.is_empty() && level.bytes().all(|b| b.is_ascii_digit() || b == b'.');
                Self::Level(plain.then(|| level.parse().ok()).flatten().ok_or(BadVote::OutOfScale)?)
            }
        };
        vote.checked(question)
    }

    /// What an answer is as a vote: its level without credit.
    pub fn of_answer(answer: &Answer) -> Self {
        match answer {
            Answer::Level { value, .. } => Self::Level(*value),
            Answer::Unknown => Self::Unknown,
            Answer::NotApplicable { .. } => Self::NotApplicable,
        }
    }

    fn checked(self, question: &Question) -> Result<Self, BadVote> {
        match self {
            Self::Level(value) => {
                let choice = question.choice(value).ok_or(BadVote::OutOfScale)?;
                Ok(Self::Level(question.choices[choice].value))
            }
            Self::NotApplicable if !question.na_allowed => Err(BadVote::NotAllowed),
            vote => Ok(vote),
        }
    }
}

impl Hands {
    /// The counts as an event holds them: `{"counts": {"2": 3}, "unknown": 1}`.
    pub fn to_value(&self, question: &Question) -> Value {
        let raised = question.choices.iter().zip(&self.counts).filter(|(_, count)| **count > 0);
        let counts = raised.map(|(c, count)| (c.value.to_string(), json!(count)));
        let counts: Map<String, Json> = order::gathered(counts);
        Value::json(&json!({ "counts": counts, "unknown": self.unknown, "na": self.not_applicable }))
    }

    /// Reads what an event holds; `None` if it is no show of hands on this question.
    pub fn read(value: &Value, question: &Question) -> Option<Self> {
        let value = value.parse();
        let number = |json: &Json| json.as_u64().filter(|n| *n <= MOST_HANDS).map(|n| n as u32);
        let mut hands = Self { counts: vec![0; question.choices.len()], ..Self::default() };
        for (level, count) in value.get("counts")?.as_object()? {
            hands.counts[question.choice(level.parse().ok()?)?] = number(count)?;
        }
        hands.unknown = value.get("unknown").map_or(Some(0), number)?;
        hands.not_applicable = value.get("na").map_or(Some(0), number)?;
        (hands.not_applicable == 0 || question.na_allowed).then_some(hands)
    }

    /// Reads what is typed in one line: a number per choice from the lowest on, then for "don't
    /// know", and where the question allows it for "not applicable"; what is left out is 0.
    pub fn parse(text: &str, question: &Question) -> Option<Self> {
        let typed: Vec<u32> = text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '/'))
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok().filter(|n| u64::from(*n) <= MOST_HANDS))
            .collect::<Option<_>>()?;
        let choices = question.choices.len();
        let most = choices + 1 + usize::from(question.na_allowed);
        let at = |place: usize| typed.get(place).copied().unwrap_or_default();
        let hands = Self {
            counts: (0..choices).map(at).collect(),
            unknown: at(choices),
            not_applicable: if question.na_allowed { at(choices + 1) } else { 0 },
        };
        let fits = typed.len() <= most && typed.iter().any(|count| *count > 0);
        fits.then_some(hands)
    }
}

impl Called {
    /// Reads what an event holds; what makes no sense is left out.
    pub fn read(value: &Value) -> Self {
        let value = value.parse();
        let text = |name: &str| Clean::line(value.get(name).and_then(Json::as_str).unwrap_or_default().trim());
        let seat = value.get("seat").and_then(Json::as_u64).and_then(|n| u32::try_from(n).ok());
        Self { name: text("name"), role: text("role"), seat }
    }
}

impl RoundState {
    /// The state as an event holds it.
    pub fn to_value(self) -> Value {
        match self {
            Self::Elsewhere => Value::cleared(),
            Self::Open => Value::text("open"),
            Self::Revealed => Value::text("revealed"),
        }
    }

    /// Reads what an event holds; `None` for a state that this version does not know.
    pub fn read(value: &Value) -> Option<Self> {
        [Self::Open, Self::Revealed].into_iter().find(|state| state.to_value() == *value)
    }
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Consensus, Self::LowMedian, Self::Facilitator, Self::Defer];

    /// The word in an event, on the command line and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consensus => "consensus",
            Self::LowMedian => "low_median",
            Self::Facilitator => "facilitator",
            Self::Defer => "defer",
        }
    }

    /// Reads that word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.as_str() == text)
    }
}

impl Agreement {
    /// What was agreed on by a method; a deferral has no level and everything else has one.
    pub fn new(method: Method, value: Option<f64>, note: Clean) -> Option<Self> {
        let how = match method {
            Method::Consensus => How::Consensus,
            Method::LowMedian => How::LowMedian,
            Method::Facilitator => How::Facilitator,
            Method::Defer => return value.is_none().then_some(Self::Deferred { note }),
        };
        Some(Self::Level { value: value?, method: how, note })
    }

    /// The agreement as an event holds it.
    pub fn to_value(&self) -> Value {
        let mut members = Map::new();
        members.extend(self.level().map(|level| ("level".to_owned(), whole(level))));
        members.insert("method".to_owned(), json!(self.method().as_str()));
        if !self.note().is_blank() {
            members.insert("note".to_owned(), json!(self.note().as_str()));
        }
        Value::json(&Json::Object(members))
    }

    /// Reads what an event holds; `None` if it is no agreement on this question.
    pub fn read(value: &Value, question: &Question) -> Option<Self> {
        let value = value.parse();
        let method = Method::parse(value.get("method")?.as_str()?)?;
        let note = Clean::block(value.get("note").and_then(Json::as_str).unwrap_or_default());
        let level = value.get("level").map(Json::as_f64);
        let level = match level {
            None => None,
            Some(level) => Some(question.choices[question.choice(level?)?].value),
        };
        Self::new(method, level, note)
    }
}

impl Change {
    /// A rater votes in a round; `None` takes the vote back.
    pub fn vote(round: u8, question: &Id, rater: &Id, vote: Option<Vote>) -> Self {
        let is = vote.map_or_else(Value::cleared, Vote::to_value);
        Self::new(Thing::Vote(round, question.clone(), rater.clone()), is)
    }

    /// A rater joins, or is called otherwise.
    pub fn rater(id: &Id, name: &str, role: &str, seat: Option<u32>) -> Self {
        let mut members = Map::new();
        for (key, text) in [("name", name), ("role", role)] {
            members.extend((!text.trim().is_empty()).then(|| (key.to_owned(), json!(text.trim()))));
        }
        members.extend(seat.map(|seat| ("seat".to_owned(), json!(seat))));
        Self::new(Thing::Rater(id.clone()), Value::json(&Json::Object(members)))
    }

    /// Something is put aside for later; it came up at a question.
    pub fn parked(item: Id, text: &str, question: &Id) -> Self {
        let is = json!({ "text": text, "question": question.as_str() });
        Self::new(Thing::Parked(item), Value::json(&is))
    }
}

/// The id under which somebody of this name votes, the same on every computer: the name itself
/// where it can be one, else a number made of it.
pub fn rater_id(name: &str) -> Option<Id> {
    let name = folded(name);
    if name.is_empty() {
        return None;
    }
    // FNV-1a: short, and the same for ever.
    let digest = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    Id::new(&name).or_else(|| Id::new(&format!("r-{digest:016x}")))
}

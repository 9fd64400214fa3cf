//! What an event is about.

use std::fmt;

use super::Field;
use crate::assessment::room::MAX_ROUNDS;
use crate::rubric::Id;

/// What an event is about: the only key by which events replace one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// The answer to a question.
    Answer(Id),
    /// The note on a question.
    Note(Id),
    /// One item of evidence for a question; items have names of their own.
    Evidence(Id, Id),
    /// How sure the answer is.
    Confidence(Id),
    /// The mark for review.
    Mark(Id),
    /// Something about the assessment as a whole.
    Setup(Field),
    /// A rubric that travels with the answers, by its hash.
    Rubric(Box<str>),
    /// The level that an area is to reach.
    Target(Id),
    /// How important an area is.
    Importance(Id),
    /// How much the step of an area to a level takes.
    Effort(Id, u8),
    /// The wave to which the step of an area to a level belongs.
    Pin(Id, u8),
    /// Nothing is to be done about an area.
    Exclude(Id),
    /// Who does the step of an area to a level until when, and how far it is.
    Measure(Id, u8),
    /// A line of the notes pad; lines have names of their own.
    Pad(Id),
    /// Whom a session interviews from now on; sessions never dispute about it.
    Interviewee(Id),
    /// The interviewer's own rating beside the answer to a question.
    Rating(Id),
    /// What was answered to a question in the assessment before this one.
    Before(Id),
    /// Which rubric version the answers are in, once it is not that of the header.
    InUse,
    /// Somebody who votes.
    Rater(Id),
    /// A rater who has left the room.
    Left(Id),
    /// In a round, about a question: what a rater says.
    Vote(u8, Id, Id),
    /// In a round, about a question: how many hands went up for what.
    Hands(u8, Id),
    /// In a round, about a question: whether the votes are still covered.
    Round(u8, Id),
    /// What the room agreed on about a question.
    Agreed(Id),
    /// What somebody wants to have said about a question, unsigned.
    Statement(Id, Id),
    /// Something that is talked about later.
    Parked(Id),
    /// Something that this version does not know: it folds and travels like the rest.
    Other(Box<str>),
}

impl Thing {
    /// Reads `answer/R3.1`; what is not known is kept as [`Thing::Other`].
    pub fn parse(text: &str) -> Self {
        let mut left = Some(text);
        let mut next = || {
            let text = left?;
            // Every start comes through here for every answer: for so few bytes a search that is called takes longer.
            let end = text.bytes().position(|b| b == b'/');
            left = end.map(|end| &text[end + 1..]);
            Some(&text[..end.unwrap_or(text.len())])
        };
        let (kind, first, second, rest) = (next(), next(), next(), next());
        let known = match (kind, first, second, rest) {
            (Some("answer"), Some(q), None, _) => Id::new(q).map(Self::Answer),
            (Some("note"), Some(q), None, _) => Id::new(q).map(Self::Note),
            (Some("evidence"), Some(q), Some(item), None) => {
                Id::new(q).zip(Id::new(item)).map(|(q, i)| Self::Evidence(q, i))
            }
            (Some("confidence"), Some(q), None, _) => Id::new(q).map(Self::Confidence),
            (Some("mark"), Some(q), None, _) => Id::new(q).map(Self::Mark),
            (Some("setup"), Some(field), None, _) => Field::parse(field).map(Self::Setup),
            (Some("pad"), Some(line), None, _) => Id::new(line).map(Self::Pad),
            (Some("interviewee"), Some(session), None, _) => Id::new(session).map(Self::Interviewee),
            (Some("rating"), Some(q), None, _) => Id::new(q).map(Self::Rating),
            (Some("before"), Some(q), None, _) => Id::new(q).map(Self::Before),
            (Some("rubric"), None, ..) => Some(Self::InUse),
            (Some("rubric"), Some(hash), None, _) => Some(Self::Rubric(hash.into())),
            (Some("target"), Some(area), None, _) => Id::new(area).map(Self::Target),
            (Some("importance"), Some(area), None, _) => Id::new(area).map(Self::Importance),
            (Some("exclude"), Some(area), None, _) => Id::new(area).map(Self::Exclude),
            (Some("effort"), Some(area), Some(level), None) => step(area, level).map(|(a, l)| Self::Effort(a, l)),
            (Some("pin"), Some(area), Some(level), None) => step(area, level).map(|(a, l)| Self::Pin(a, l)),
            (Some("measure"), Some(area), Some(level), None) => step(area, level).map(|(a, l)| Self::Measure(a, l)),
            (Some("rater"), Some(rater), None, _) => Id::new(rater).map(Self::Rater),
            (Some("left"), Some(rater), None, _) => Id::new(rater).map(Self::Left),
            (Some("vote"), Some(number), Some(q), Some(rater)) if next().is_none() => {
                round(number, q).zip(Id::new(rater)).map(|((n, q), rater)| Self::Vote(n, q, rater))
            }
            (Some("hands"), Some(number), Some(q), None) => round(number, q).map(|(n, q)| Self::Hands(n, q)),
            (Some("round"), Some(number), Some(q), None) => round(number, q).map(|(n, q)| Self::Round(n, q)),
            (Some("agreed"), Some(q), None, _) => Id::new(q).map(Self::Agreed),
            (Some("statement"), Some(q), Some(item), None) => {
                Id::new(q).zip(Id::new(item)).map(|(q, i)| Self::Statement(q, i))
            }
            (Some("parked"), Some(item), None, _) => Id::new(item).map(Self::Parked),
            _ => None,
        };
        known.unwrap_or_else(|| Self::Other(text.into()))
    }

    /// Whether it is part of what a room says.
    pub fn is_of_room(&self) -> bool {
        matches!(
            self,
            Self::Rater(_)
                | Self::Left(_)
                | Self::Vote(..)
                | Self::Hands(..)
                | Self::Round(..)
                | Self::Agreed(_)
                | Self::Statement(..)
                | Self::Parked(_)
        )
    }

    /// The question about which something is said with it.
    pub fn question(&self) -> Option<&Id> {
        match self {
            Self::Answer(q)
            | Self::Note(q)
            | Self::Evidence(q, _)
            | Self::Confidence(q)
            | Self::Mark(q)
            | Self::Rating(q)
            | Self::Vote(_, q, _)
            | Self::Hands(_, q)
            | Self::Round(_, q)
            | Self::Agreed(q)
            | Self::Statement(q, _) => Some(q),
            Self::Setup(_)
            | Self::Pad(_)
            | Self::Interviewee(_)
            | Self::Before(_)
            | Self::Rater(_)
            | Self::Left(_)
            | Self::Parked(_)
            | Self::Rubric(_)
            | Self::InUse
            | Self::Target(_)
            | Self::Importance(_)
            | Self::Effort(..)
            | Self::Pin(..)
            | Self::Exclude(_)
            | Self::Measure(..)
            | Self::Other(_) => None,
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(q) => write!(f, "answer/{q}"),
            Self::Note(q) => write!(f, "note/{q}"),
            Self::Evidence(q, item) => write!(f, "evidence/{q}/{item}"),
            Self::Confidence(q) => write!(f, "confidence/{q}"),
            Self::Mark(q) => write!(f, "mark/{q}"),
            Self::Setup(field) => write!(f, "setup/{}", field.as_str()),
            Self::Pad(line) => write!(f, "pad/{line}"),
            Self::Interviewee(session) => write!(f, "interviewee/{session}"),
            Self::Rating(q) => write!(f, "rating/{q}"),
            Self::Before(q) => write!(f, "before/{q}"),
            Self::InUse => f.write_str("rubric"),
            Self::Rubric(hash) => write!(f, "rubric/{hash}"),
            Self::Target(area) => write!(f, "target/{area}"),
            Self::Importance(area) => write!(f, "importance/{area}"),
            Self::Effort(area, level) => write!(f, "effort/{area}/{level}"),
            Self::Pin(area, level) => write!(f, "pin/{area}/{level}"),
            Self::Exclude(area) => write!(f, "exclude/{area}"),
            Self::Measure(area, level) => write!(f, "measure/{area}/{level}"),
            Self::Rater(rater) => write!(f, "rater/{rater}"),
            Self::Left(rater) => write!(f, "left/{rater}"),
            Self::Vote(round, q, rater) => write!(f, "vote/{round}/{q}/{rater}"),
            Self::Hands(round, q) => write!(f, "hands/{round}/{q}"),
            Self::Round(round, q) => write!(f, "round/{round}/{q}"),
            Self::Agreed(q) => write!(f, "agreed/{q}"),
            Self::Statement(q, item) => write!(f, "statement/{q}/{item}"),
            Self::Parked(item) => write!(f, "parked/{item}"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// An area and the level to which a step of it leads, written without leading zeros.
fn step(area: &str, level: &str) -> Option<(Id, u8)> {
    let parsed: u8 = level.parse().ok()?;
    Id::new(area).zip((parsed.to_string() == level).then_some(parsed))
}

/// The number of a round, of which there are at most three, and its question. A round beyond
/// those is of a newer version and travels unread.
fn round(number: &str, question: &str) -> Option<(u8, Id)> {
    let number = number.parse().ok().filter(|n: &u8| (1..=MAX_ROUNDS).contains(n) && n.to_string() == number)?;
    Id::new(question).map(|q| (number, q))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_read_back_as_written() {
        for thing in [
            "answer/R3.1",
            "note/R3.1",
            "evidence/R3.1/k3.1",
            "setup/subject",
            "rubric/ab",
            "target/R3",
            "importance/R3",
            "effort/R3/2",
            "pin/R3/2",
            "exclude/R3",
            "measure/R3/2",
            "pad/k3f9x2a1.4",
            "interviewee/k3f9x2a1",
            "rating/R3.1",
            "before/R3.1",
            "pin/R3/02",
            "rubric",
            "vote/2/R3.1/li",
            "vote/4/R3.1/li",
            "vote/02/R3.1/li",
            "vote/2/R3.1/li/x",
            "hands/1/R3.1",
            "round/3/R3.1",
            "agreed/R3.1",
            "statement/R3.1/k3.1",
            "rater/li",
            "left/li",
            "parked/k3.2",
            "answer/a b",
            "setup/new",
        ] {
            assert_eq!(Thing::parse(thing).to_string(), thing);
        }
    }
}

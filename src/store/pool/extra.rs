//! What is kept of an assessment only if it is asked for.

use serde_json::{Map, Value as Json, json};

use crate::assessment::Field;
use crate::order;
use crate::rubric::Rubric;
use crate::text::Clean;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is wanted or not, whatever the others are")]
pub struct Wanted {
    /// How many voted for which level in a room.
    pub votes: bool,
    /// Organisation, unit and site.
    pub names: bool,
    /// The notes on questions.
    pub notes: bool,
    /// The evidence that was named.
    pub evidence: bool,
}

impl Wanted {
    /// Whether any text is.
    pub const fn has_texts(self) -> bool {
        self.names || self.notes || self.evidence
    }
}

/// The fields that name an organisation; persons are never named.
pub const NAMES: [Field; 3] = [Field::Subject, Field::Unit, Field::Site];

/// The votes of a room on a question, each for a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voted {
    /// Place of the question in its rubric.
    pub question: u16,
    /// Votes for each of its choices, lowest first; at least two in all.
    pub counts: Box<[u32]>,
}

/// The votes of a room, a byte for nearly every number: one room in eight of a million is a workshop's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes(Box<[u8]>);

impl Votes {
    /// Keeps the votes on some questions.
    pub fn new(voted: impl IntoIterator<Item = Voted>) -> Self {
        let mut bytes = Vec::new();
        for Voted { question, counts } in voted {
            for number in std::iter::once(u32::from(question)).chain(counts) {
                // Seven bits at a time, the lowest first; the high bit says that more follow.
                let mut left = number;
                while left > 0x7f {
                    bytes.push(left as u8 | 0x80);
                    left >>= 7;
                }
                bytes.push(left as u8);
            }
        }
        Self(bytes.into())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The votes, given back with the rubric that they were kept of.
    pub fn of<'v>(&'v self, rubric: &'v Rubric) -> impl Iterator<Item = Voted> + 'v {
        let mut bytes = self.0.iter();
        let mut next = move || {
            let (mut number, mut shift) = (0, 0);
            loop {
                let byte = bytes.next()?;
                number |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    return Some(number);
                }
                shift += 7;
            }
        };
        std::iter::from_fn(move || {
            let question = u16::try_from(next()?).ok()?;
            let choices = &rubric.questions.get(usize::from(question))?.choices;
            Some(Voted { question, counts: choices.iter().map(|_| next()).collect::<Option<_>>()? })
        })
    }
}

/// What was asked for and is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra {
    /// The votes.
    pub votes: Votes,
    /// Names, notes and evidence as they stand in a line of a collection.
    pub texts: Map<String, Json>,
}

impl Extra {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.votes.is_empty() && self.texts.is_empty()
    }

    /// The members of a line of a collection.
    pub fn members(&self, rubric: &Rubric) -> Map<String, Json> {
        let mut members = self.texts.clone();
        let voted = |v: Voted| (rubric.questions[usize::from(v.question)].id.to_string(), json!(v.counts));
        if !self.votes.is_empty() {
            members.insert("votes".to_owned(), Json::Object(order::gathered(self.votes.of(rubric).map(voted))));
        }
        members
    }

    /// Reads these members; `None` if any is not as it should be.
    pub(super) fn read(line: &Json, rubric: &Rubric, wanted: Wanted) -> Option<Self> {
        let mut extra = Self::default();
        if let (Some(votes), true) = (line.get("votes"), wanted.votes) {
            let voted = votes.as_object()?.iter().map(|(id, v)| voted(rubric, id, v));
            let mut voted: Vec<Voted> = voted.collect::<Option<_>>()?;
            order::by_key(&mut voted, |voted| voted.question);
            extra.votes = Votes::new(voted);
        }
        let mut keep = |name: &str, is_wanted: bool, read: &dyn Fn(&Json) -> Option<Json>| {
            if let (Some(value), true) = (line.get(name), is_wanted) {
                extra.texts.insert(name.to_owned(), read(value)?);
            }
            Some(())
        };
        for field in NAMES {
            keep(field.as_str(), wanted.names, &text)?;
        }
        keep("notes", wanted.notes, &|notes| each(notes, &text))?;
        keep("evidence", wanted.evidence, &|evidence| {
            let item =
                |item: &Json| Some(json!({ "kind": text(item.get("kind")?)?, "text": text(item.get("text")?)? }));
            each(evidence, &|items| Some(Json::Array(items.as_array()?.iter().map(item).collect::<Option<_>>()?)))
        })?;
        Some(extra)
    }
}

fn text(value: &Json) -> Option<Json> {
    Some(Json::String(Clean::block(value.as_str()?).to_string()))
}

/// A member for each question.
fn each(members: &Json, read: &dyn Fn(&Json) -> Option<Json>) -> Option<Json> {
    let read = |(id, value): (&String, &Json)| Some((Clean::line(id).to_string(), read(value)?));
    let read: Option<Vec<_>> = members.as_object()?.iter().map(read).collect();
    Some(Json::Object(order::gathered(read?)))
}

fn voted(rubric: &Rubric, id: &str, votes: &Json) -> Option<Voted> {
    let question = rubric.question_ix(id)?;
    let counts = votes.as_array()?.iter().map(|n| u32::try_from(n.as_u64()?).ok());
    let counts: Box<[u32]> = counts.collect::<Option<_>>()?;
    let fits = counts.len() == rubric.question(question).choices.len();
    Some(Voted { question: u16::try_from(question.0).ok()?, counts: Some(counts).filter(|_| fits)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::SHIPPED;

    #[test]
    fn votes_come_back_as_they_were_kept() {
        let rubric = SHIPPED[0].read().unwrap();
        let counts = |of: &[u32]| rubric.questions[0].choices.iter().zip(of.iter().cycle()).map(|(_, n)| *n).collect();
        let voted = |question, of| Voted { question, counts: counts(of) };
        let kept =
            [voted(0, &[0, 1, 2]), voted(3, &[127, 128, 300, 16_383, 16_384]), voted(47, &[u32::MAX, 0, u32::MAX - 1])];
        assert!(rubric.questions.iter().all(|q| q.choices.len() == kept[0].counts.len()));
        let votes = Votes::new(kept.clone());
        assert_eq!(votes.of(&rubric).collect::<Vec<_>>(), kept);
        assert!(!votes.is_empty() && Votes::new([]).is_empty() && Votes::new([]).of(&rubric).next().is_none());
    }
}

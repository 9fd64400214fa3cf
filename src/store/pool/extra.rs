//! What is kept of an assessment only if it is asked for.

use serde_json::{Map, Value as Json, json};

use crate::assessment::Field;
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

/// What was asked for and is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra {
    /// The votes.
    pub votes: Vec<Voted>,
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
        let voted = |v: &Voted| (rubric.questions[usize::from(v.question)].id.to_string(), json!(v.counts));
        if !self.votes.is_empty() {
            members.insert("votes".to_owned(), Json::Object(self.votes.iter().map(voted).collect()));
        }
        members
    }

    /// Reads these members; `None` if any is not as it should be.
    pub(super) fn read(line: &Json, rubric: &Rubric, wanted: Wanted) -> Option<Self> {
        let mut extra = Self::default();
        if let (Some(votes), true) = (line.get("votes"), wanted.votes) {
            extra.votes = votes.as_object()?.iter().map(|(id, v)| voted(rubric, id, v)).collect::<Option<_>>()?;
            extra.votes.sort_unstable_by_key(|voted| voted.question);
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
    Some(Json::Object(members.as_object()?.iter().map(read).collect::<Option<_>>()?))
}

fn voted(rubric: &Rubric, id: &str, votes: &Json) -> Option<Voted> {
    let question = rubric.question_ix(id)?;
    let counts = votes.as_array()?.iter().map(|n| u32::try_from(n.as_u64()?).ok());
    let counts: Box<[u32]> = counts.collect::<Option<_>>()?;
    let fits = counts.len() == rubric.question(question).choices.len();
    Some(Voted { question: u16::try_from(question.0).ok()?, counts: Some(counts).filter(|_| fits)? })
}

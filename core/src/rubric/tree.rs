//! What a rubric consists of: dimensions, areas, questions, their choices and the actions between levels.

use std::iter;
use std::ops::Range;

use super::{AreaIx, Construct, DimensionIx, EPSILON, Id, Text};
use crate::text::Clean;

/// A second reading of the areas, such as find / allocate / use.
#[derive(Clone, Debug)]
pub struct Lens {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the lens asks of the organisation.
    pub asks: Option<Text>,
    /// What would prove that it is answered.
    pub indicator: Option<Text>,
}

/// A named set of dimension weights.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// One weight per dimension of the rubric, in its order.
    pub weights: Vec<f64>,
}

/// A group of areas with a level of its own.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the dimension covers.
    pub about: Option<Text>,
    /// Weight within the whole, above 0 for at least one dimension.
    pub weight: f64,
    /// What its questions are to one another; `None` if the rubric does not say.
    pub construct: Option<Construct>,
    /// Its areas in [`Rubric::areas`].
    pub areas: Range<usize>,
}

/// A capability with a level of its own.
#[derive(Clone, Debug)]
pub struct Area {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the area covers.
    pub about: Option<Text>,
    /// Weight within its dimension.
    pub weight: f64,
    /// One weight per lens of the rubric, in its order; 0 where the lens does not read the area.
    pub lens_weights: Vec<f64>,
    /// The dimension it belongs to.
    pub dimension: DimensionIx,
    /// Its questions in [`Rubric::questions`].
    pub questions: Range<usize>,
}

/// From which depth on a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// Asked always.
    Quick,
    /// Asked only at full depth.
    Full,
}

/// One question with everything that helps to answer it.
#[derive(Clone, Debug)]
pub struct Question {
    /// Permanent id.
    pub id: Id,
    /// The area it belongs to.
    pub area: AreaIx,
    /// From which depth on it is asked.
    pub depth: Depth,
    /// How it is answered.
    pub kind: Kind,
    /// Weight within its area; 0: shown, never counted.
    pub weight: f64,
    /// The question itself.
    pub text: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// The answers to choose from, lowest value first; at least two.
    pub choices: Vec<Choice>,
    /// What to ask to see.
    pub evidence: Option<Text>,
    /// An open question for an interview.
    pub prompt: Option<Text>,
    /// Whether "not applicable" is a possible answer.
    pub na_allowed: bool,
    /// When it is, and what to answer instead when it is not.
    pub na_hint: Option<Text>,
    /// What leads from the k-th choice to the next.
    pub actions: Vec<Action>,
    /// Public documents by title.
    pub sources: Vec<Clean>,
}

impl Question {
    /// Every text in both languages that it has.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        let helps = [&self.why, &self.evidence, &self.prompt, &self.na_hint].into_iter().flatten();
        let choices = self.choices.iter().map(|choice| &choice.text);
        let actions = self.actions.iter().flat_map(|action| [&action.action, &action.indicator]);
        iter::once(&self.text).chain(helps).chain(choices).chain(actions)
    }

    /// The choice whose value is `value`.
    pub fn choice(&self, value: f64) -> Option<usize> {
        self.choices.iter().position(|c| (c.value - value).abs() < EPSILON)
    }

    /// Whether an answer with this choice may claim credit toward the next one.
    pub fn may_go_toward(&self, choice: usize) -> bool {
        self.kind == Kind::Ladder && choice + 1 < self.choices.len()
    }
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of several anchored levels.
    Ladder,
    /// How far a practice that belongs to `level` is in place.
    Practice {
        /// The level it belongs to, above the lowest.
        level: u8,
    },
}

/// One possible answer: a value and the sentence that anchors it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Level for a ladder (m..=M), 0..=1 for a practice.
    pub value: f64,
    /// What is true when this is the answer.
    pub text: Text,
}

/// What to do to get from one level to the next.
#[derive(Clone, Debug)]
pub struct Action {
    /// What to do.
    pub action: Text,
    /// 1 (days) to 5 (a year and several departments).
    pub effort: u8,
    /// What proves that it has worked.
    pub indicator: Text,
}

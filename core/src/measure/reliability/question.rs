//! What a cohort's answers say about a single question (methods §3.5).

use super::minimum::{QUESTIONS, Standing};
use crate::measure::{Reply, at_least};
use crate::rubric::Question;

/// One choice with this share of the ratings makes a question narrow.
const NARROW: f64 = 0.80;
/// This share of "don't know" or of "not applicable" is often.
const OFTEN: f64 = 0.20;
/// A lower correlation with the other questions flags one.
const LOW: f64 = 0.20;
/// Below this its wording deserves a look.
const WORDING: f64 = 0.30;

/// How often each choice of a question was taken; tallies of the same question unite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// One count per choice, lowest first; credit toward the next level is not counted.
    pub choices: Vec<u64>,
    /// "Don't know".
    pub unknown: u64,
    /// "Not applicable".
    pub not_applicable: u64,
    /// Asked and left open.
    pub unanswered: u64,
}

/// What is odd about a question, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flag {
    /// Everybody gives the same answer.
    Constant,
    /// One choice (its place) has at least 80 % of the ratings.
    Narrow(usize),
    /// Nobody takes a choice (the place of the lowest such); from 50 ratings on.
    Unused(usize),
    /// At least 20 % of those who say something do not know; the share.
    OftenUnknown(f64),
    /// At least 20 % of those who say something find it not applicable; the share.
    OftenNotApplicable(f64),
    /// Hardly goes with the other questions: the item-rest correlation is below .20.
    LowItemRest(f64),
    /// Goes weakly with them, below .30: its wording deserves a look.
    Wording(f64),
}

impl Flag {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Narrow(_) => "narrow",
            Self::Unused(_) => "unused_level",
            Self::OftenUnknown(_) => "often_unknown",
            Self::OftenNotApplicable(_) => "often_na",
            Self::LowItemRest(_) => "low_item_rest",
            Self::Wording(_) => "wording",
        }
    }
}

impl Tally {
    /// An empty tally of a question.
    pub fn new(question: &Question) -> Self {
        Self { choices: vec![0; question.choices.len()], unknown: 0, not_applicable: 0, unanswered: 0 }
    }

    /// Counts what an organisation said; a question that was not asked is not counted.
    pub fn add(&mut self, question: &Question, reply: &Reply) {
        let place = match reply {
            Reply::Rated { k, .. } => question.choice(*k).and_then(|choice| self.choices.get_mut(choice)),
            Reply::NotApplicable => Some(&mut self.not_applicable),
            Reply::Unknown => Some(&mut self.unknown),
            Reply::Unanswered => Some(&mut self.unanswered),
            Reply::NotAsked => None,
        };
        if let Some(place) = place {
            *place += 1;
        }
    }

    /// Adds the counts of another tally of the same question.
    pub fn merge(&mut self, other: &Self) {
        self.choices.iter_mut().zip(&other.choices).for_each(|(mine, theirs)| *mine += theirs);
        self.unknown += other.unknown;
        self.not_applicable += other.not_applicable;
        self.unanswered += other.unanswered;
    }

    /// Number of ratings.
    pub fn rated(&self) -> u64 {
        self.choices.iter().sum()
    }

    /// Number of organisations that said something about it.
    pub fn said(&self) -> u64 {
        self.rated() + self.unknown + self.not_applicable
    }

    /// Shares (0..=1) of "don't know" and "not applicable"; `None` where too few said anything to tell them.
    pub fn shares(&self) -> [Option<f64>; 2] {
        let said = self.said();
        let is_told = QUESTIONS.of(said) > Standing::TooFew;
        [self.unknown, self.not_applicable].map(|n| is_told.then(|| n as f64 / said as f64))
    }

    /// What is odd, given the correlation with the other questions and the rows behind it;
    /// nothing below [`QUESTIONS`].
    pub fn flags(&self, item_rest: Option<(f64, u64)>) -> Vec<Flag> {
        let mut flags = Vec::new();
        let (rated, said) = (self.rated(), self.said());
        let share = |count: u64, of: u64| count as f64 / of.max(1) as f64;
        if QUESTIONS.of(rated) > Standing::TooFew {
            let most = (0..self.choices.len()).max_by_key(|&c| (self.choices[c], std::cmp::Reverse(c))).unwrap_or(0);
            let top = share(self.choices[most], rated);
            if self.choices[most] == rated {
                flags.push(Flag::Constant);
            } else if at_least(top, NARROW) {
                flags.push(Flag::Narrow(most));
            }
            let unused = self.choices.iter().position(|&count| count == 0);
            if let (Some(unused), Standing::Plain, false) = (unused, QUESTIONS.of(rated), self.choices[most] == rated) {
                flags.push(Flag::Unused(unused));
            }
        }
        if QUESTIONS.of(said) > Standing::TooFew {
            let unknown = share(self.unknown, said);
            if at_least(unknown, OFTEN) {
                flags.push(Flag::OftenUnknown(unknown));
            }
            let not_applicable = share(self.not_applicable, said);
            if at_least(not_applicable, OFTEN) {
                flags.push(Flag::OftenNotApplicable(not_applicable));
            }
        }
        match item_rest {
            Some((r, rows)) if QUESTIONS.of(rows) > Standing::TooFew && !at_least(r, WORDING) => {
                flags.push(if at_least(r, LOW) { Flag::Wording(r) } else { Flag::LowItemRest(r) });
            }
            _ => {}
        }
        flags
    }
}

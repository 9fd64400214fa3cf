//! What a room says: who votes, round by round, and what is agreed.
//!
//! Every vote is a thing of its own, `vote/ROUND/QUESTION/RATER`, so that copies which raters carry
//! away unite without a conflict. A round that was opened on screen is covered until it is revealed:
//! what is in it counts nowhere before. Votes of a round that nobody opened come from files: they count at
//! once for commands, and wait for the reveal where a room looks on ([`Assessment::look_on`]).

mod agreement;
mod covered;
mod fold;
mod take;
mod value;

pub use agreement::{Agreement, How, Method};
pub use value::{BadVote, rater_id};

use std::collections::BTreeMap;

use super::{EventId, Stamp};
use crate::rubric::{Id, Question, QuestionIx};
use crate::text::Clean;

/// A question is voted on at most so often (methods §2.1).
pub const MAX_ROUNDS: u8 = 3;

/// Somebody who votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// Names the votes.
    pub id: Id,
    /// The name; blank for an anonymous seat.
    pub name: Clean,
    /// What the rater does in the organisation; may be blank.
    pub role: Clean,
    /// The number of an anonymous seat.
    pub seat: Option<u32>,
    /// Whether the rater is in the room.
    pub is_here: bool,
    /// When the rater was first heard of.
    joined: (Stamp, EventId),
}

/// What a rater is called, as an event says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The name; blank for an anonymous seat.
    pub name: Clean,
    /// What the rater does in the organisation; may be blank.
    pub role: Clean,
    /// The number of an anonymous seat.
    pub seat: Option<u32>,
}

/// What one rater says about one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Vote {
    /// The value of a choice; a vote claims no credit toward the next one.
    Level(f64),
    /// Doesn't know.
    Unknown,
    /// Finds that the question does not apply.
    NotApplicable,
}

/// How many hands went up for what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// One number per choice of the question.
    pub counts: Vec<u32>,
    /// For "don't know".
    pub unknown: u32,
    /// For "not applicable".
    pub not_applicable: u32,
}

/// Whether the votes of a round may be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoundState {
    /// Nobody opened it: what is in it was voted elsewhere.
    #[default]
    Elsewhere,
    /// Being voted; covered.
    Open,
    /// For everybody to see.
    Revealed,
}

/// One round of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// Whether the votes may be seen.
    pub state: RoundState,
    /// By rater, in the order of the raters' ids.
    pub votes: Vec<(Id, Vote)>,
    /// A show of hands.
    pub hands: Option<Hands>,
}

/// What a round comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Votes per choice of the question, the lowest first.
    pub counts: Vec<u32>,
    /// Raters who don't know.
    pub unknown: u32,
    /// Raters who find that the question does not apply.
    pub not_applicable: u32,
}

/// Everything that a room said about one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The rounds from the first on.
    pub rounds: Vec<Round>,
    /// What was agreed on.
    pub agreed: Option<Agreement>,
    /// What was said against it, unsigned and as it was said, oldest first.
    pub statements: Vec<Clean>,
}

/// Something that is talked about later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// What.
    pub text: Clean,
    /// The question at which it came up.
    pub question: Option<Id>,
    at: (Stamp, EventId),
}

/// Everything that a room said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// Everybody who joined or voted, in the order of joining.
    pub raters: Vec<Rater>,
    /// The questions about which anything was said, in the rubric's order.
    pub tables: BTreeMap<QuestionIx, Table>,
    /// What is talked about later, oldest first.
    pub parked: Vec<Parked>,
}

impl Room {
    /// Nobody ever voted here, and nothing was agreed on.
    pub fn is_empty(&self) -> bool {
        self.raters.is_empty() && self.tables.is_empty()
    }

    /// What was said about a question.
    pub fn table(&self, question: QuestionIx) -> &Table {
        static NOTHING: Table = Table { rounds: Vec::new(), agreed: None, statements: Vec::new() };
        self.tables.get(&question).unwrap_or(&NOTHING)
    }

    /// The raters who are in the room, in the order of joining.
    pub fn here(&self) -> impl Iterator<Item = &Rater> {
        self.raters.iter().filter(|r| r.is_here)
    }

    /// The rater of this id.
    pub fn rater(&self, id: &Id) -> Option<&Rater> {
        self.raters.iter().find(|r| r.id == *id)
    }
}

impl Round {
    /// Whether nothing was said in it.
    pub fn is_empty(&self) -> bool {
        self.votes.is_empty() && self.hands.is_none()
    }

    /// What a rater said in it.
    pub fn vote(&self, rater: &Id) -> Option<Vote> {
        let place = self.votes.binary_search_by(|(id, _)| id.cmp(rater)).ok()?;
        Some(self.votes[place].1)
    }

    /// Votes and hands, choice by choice.
    pub fn tally(&self, question: &Question) -> Tally {
        self.tally_of(question, |_| true)
    }

    /// The same of the raters that `is_meant` names alone; hands are nobody's in particular.
    pub fn tally_of(&self, question: &Question, is_meant: impl Fn(&Id) -> bool) -> Tally {
        let mut tally = Tally { counts: vec![0; question.choices.len()], unknown: 0, not_applicable: 0 };
        for (_, vote) in self.votes.iter().filter(|(rater, _)| is_meant(rater)) {
            match vote {
                Vote::Level(value) => tally.counts[question.choice(*value).unwrap_or_default()] += 1,
                Vote::Unknown => tally.unknown += 1,
                Vote::NotApplicable => tally.not_applicable += 1,
            }
        }
        if let Some(hands) = &self.hands {
            for (count, raised) in tally.counts.iter_mut().zip(&hands.counts) {
                *count += raised;
            }
            tally.unknown += hands.unknown;
            tally.not_applicable += hands.not_applicable;
        }
        tally
    }
}

impl Tally {
    /// Votes for a level: n in methods.
    pub fn levels(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// All votes.
    pub fn all(&self) -> u32 {
        self.levels() + self.unknown + self.not_applicable
    }
}

impl Table {
    /// The round of this number, from 1.
    pub fn round(&self, number: u8) -> Option<&Round> {
        self.rounds.get(usize::from(number).checked_sub(1)?)
    }

    /// The number of the round that a vote belongs to now.
    pub fn open_round(&self) -> u8 {
        let last = self.rounds.len() as u8;
        match self.rounds.last() {
            None => 1,
            Some(round) if round.state == RoundState::Revealed => (last + 1).min(MAX_ROUNDS),
            Some(_) => last,
        }
    }

    /// The round whose votes speak for the question, with its number: the last that was revealed,
    /// else the last that was voted elsewhere.
    pub fn last_seen(&self) -> Option<(u8, &Round)> {
        let last = |state: RoundState| {
            let place = self.rounds.iter().rposition(|r| r.state == state && !r.is_empty())?;
            Some((place as u8 + 1, &self.rounds[place]))
        };
        last(RoundState::Revealed).or_else(|| last(RoundState::Elsewhere))
    }

    /// The round before the one that speaks, if it was seen too.
    pub fn seen_before(&self, number: u8) -> Option<&Round> {
        self.round(number.checked_sub(1)?).filter(|r| r.state != RoundState::Open && !r.is_empty())
    }
}

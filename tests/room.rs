//! A room: what its events fold to, what its votes count for, and what the commands make of it.
//!
//! `GRADUS_CASES` raises the number of random cases.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "room/commands.rs"]
mod commands;
#[path = "room/counting.rs"]
mod counting;
#[path = "room/laws.rs"]
mod laws;
#[path = "support/odd.rs"]
mod odd;
#[path = "support/places.rs"]
mod places;
#[path = "room/reports.rs"]
mod reports;
#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/rubrics.rs"]
mod rubrics;
#[path = "room/screens.rs"]
mod screens;
#[path = "support/stage.rs"]
mod stage;

use std::sync::Arc;

use gradus::assessment::{Assessment, Author, Change, RoundState, Session, Stamp, Thing, Vote};
use gradus::rubric::{Id, QuestionIx, Rubric};
use stage::{fresh, icp};

/// A room on one computer.
#[derive(Clone)]
pub struct Hall {
    /// What is asked.
    pub rubric: Arc<Rubric>,
    /// What is said.
    pub assessment: Assessment,
    author: Author,
    clock: i64,
}

impl Hall {
    /// A room in which nobody said anything.
    pub fn new(session: &str) -> Self {
        let rubric = icp();
        let assessment = fresh(Arc::clone(&rubric), "East Steel").assessment;
        let author = Author { session: Session::parse(session).unwrap(), by: session.into() };
        Self { rubric, assessment, author, clock: 0 }
    }

    /// Records a change, a moment after the last one.
    pub fn record(&mut self, change: Change) -> &mut Self {
        self.clock += 1;
        let at = Stamp { unix_ms: self.clock, offset_minutes: 0 };
        self.assessment.record(&self.author, at, change);
        self
    }

    /// The raters `a`, `b`, `c` … vote, such as `23u`: two levels and a "don't know".
    pub fn votes(&mut self, round: u8, question: &str, votes: &str) -> &mut Self {
        for (rater, vote) in ('a'..).zip(votes.chars()) {
            let vote = match vote {
                'u' => Vote::Unknown,
                'n' => Vote::NotApplicable,
                digit => Vote::Level(f64::from(digit.to_digit(10).unwrap())),
            };
            self.record(Change::vote(round, &id(question), &id(&rater.to_string()), Some(vote)));
        }
        self
    }

    /// Covers or reveals a round.
    pub fn state(&mut self, round: u8, question: &str, state: RoundState) -> &mut Self {
        self.record(Change::new(Thing::Round(round, id(question)), state.to_value()))
    }

    /// The place of a question.
    pub fn ix(&self, question: &str) -> QuestionIx {
        self.rubric.question_ix(question).unwrap()
    }
}

/// An id.
pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

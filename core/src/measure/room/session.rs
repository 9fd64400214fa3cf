//! The whole session: how often the room agreed, and by how much more than by chance.

use super::{Outcome, outcome};
use crate::assessment::Room;
use crate::measure::Undefined;
use crate::measure::consensus::Class;
use crate::measure::krippendorff::{Alpha, Coincidences, Distance};
use crate::rubric::{EPSILON, Question, QuestionIx, Rubric};

/// What a session comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The questions that were voted on, in the rubric's order.
    pub outcomes: Vec<(QuestionIx, Outcome)>,
    /// Krippendorff's ordinal alpha over their votes, or why there is none.
    pub alpha: Result<Alpha, Undefined>,
}

/// What the votes of a room come to, question by question and altogether.
pub fn session(rubric: &Rubric, room: &Room) -> Session {
    let voted = room.tables.iter().filter_map(|(q, table)| Some((*q, outcome(rubric, rubric.question(*q), table)?)));
    session_of(rubric, voted.collect())
}

/// What these votes come to altogether.
pub fn session_of(rubric: &Rubric, outcomes: Vec<(QuestionIx, Outcome)>) -> Session {
    let levels = Levels::of(rubric);
    let mut votes = Coincidences::new(levels.len());
    for (question, outcome) in &outcomes {
        votes.add(&levels.counts(rubric.question(*question), &outcome.tally.counts));
    }
    Session { alpha: votes.alpha(Distance::Ordinal), outcomes }
}

/// The values that choices of a rubric have, on which votes for different questions meet.
pub struct Levels(Vec<f64>);

impl Levels {
    /// Those of a rubric.
    pub fn of(rubric: &Rubric) -> Self {
        let mut levels = Vec::new();
        for choice in rubric.questions.iter().flat_map(|q| &q.choices) {
            // Nearly all questions have the same few.
            if !levels.contains(&choice.value) {
                levels.push(choice.value);
            }
        }
        levels.sort_unstable_by(f64::total_cmp);
        levels.dedup_by(|a, b| (*a - *b).abs() < EPSILON);
        Self(levels)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the rubric has no choices at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Votes per level, of votes per choice of a question.
    pub fn counts(&self, question: &Question, votes: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.0.len()];
        for (choice, count) in question.choices.iter().zip(votes) {
            let place = self.0.partition_point(|l| *l < choice.value - EPSILON);
            counts[place.min(self.0.len() - 1)] += count;
        }
        counts
    }
}

impl Session {
    /// How many questions came out as this class.
    pub fn count(&self, class: Class) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| outcome.class == class).count()
    }
}

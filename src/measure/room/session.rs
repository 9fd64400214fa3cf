//! The whole session: how often the room agreed, and by how much more than by chance.

use super::{Outcome, outcome};
use crate::assessment::Room;
use crate::measure::Undefined;
use crate::measure::consensus::Class;
use crate::measure::krippendorff::{Alpha, Distance, alpha};
use crate::rubric::{EPSILON, QuestionIx, Rubric};

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
    let units = units(rubric, &outcomes);
    let units: Vec<&[u32]> = units.iter().map(Vec::as_slice).collect();
    Session { alpha: alpha(&units, Distance::Ordinal), outcomes }
}

/// The votes of each question on the levels that any of them has.
fn units(rubric: &Rubric, outcomes: &[(QuestionIx, Outcome)]) -> Vec<Vec<u32>> {
    let choices = outcomes.iter().flat_map(|(q, _)| &rubric.question(*q).choices);
    let mut levels: Vec<f64> = choices.map(|c| c.value).collect();
    levels.sort_unstable_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < EPSILON);
    let unit = |(question, outcome): &(QuestionIx, Outcome)| {
        let mut counts = vec![0; levels.len()];
        for (choice, count) in rubric.question(*question).choices.iter().zip(&outcome.tally.counts) {
            let place = levels.partition_point(|l| *l < choice.value - EPSILON);
            counts[place.min(levels.len() - 1)] += count;
        }
        counts
    };
    outcomes.iter().map(unit).collect()
}

impl Session {
    /// How many questions came out as this class.
    pub fn count(&self, class: Class) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| outcome.class == class).count()
    }
}

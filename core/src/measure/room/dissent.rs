//! Who does not agree with what was agreed on (methods §2.4).

use super::Outcome;
use crate::assessment::{Agreement, Method, Tally};
use crate::measure::at_least;
use crate::rubric::{EPSILON, Question};

/// A vote as many levels from the agreed one is dissent.
const APART: f64 = 2.0;
/// Such a share of votes on any other level is dissent.
const OTHERS: f64 = 1.0 / 3.0;

/// How the final votes differ from what was agreed on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dissent {
    /// Votes that are two levels or more from it.
    pub apart: u32,
    /// Share (0..1) of the votes on any other level.
    pub others: f64,
}

impl Dissent {
    /// The dissent of votes from a level.
    pub fn of(question: &Question, tally: &Tally, agreed: f64) -> Self {
        let votes = || question.choices.iter().zip(&tally.counts);
        let sum = |is_meant: &dyn Fn(f64) -> bool| -> u32 {
            votes().filter(|(choice, _)| is_meant((choice.value - agreed).abs())).map(|(_, count)| count).sum()
        };
        let others = sum(&|distance| distance > EPSILON);
        let all = tally.levels();
        Self {
            apart: sum(&|distance| at_least(distance, APART)),
            others: if all == 0 { 0.0 } else { f64::from(others) / f64::from(all) },
        }
    }

    /// Whether it is to be recorded.
    pub fn is_present(&self) -> bool {
        self.apart > 0 || at_least(self.others, OTHERS)
    }
}

/// Whether an agreement asks for a note: the facilitator decided, or the level is above the low
/// median or outside of the range of the final votes.
pub fn needs_note(agreement: &Agreement, outcome: Option<&Outcome>) -> bool {
    if agreement.method() == Method::Facilitator {
        return true;
    }
    let (Some(level), Some([low, low_median, _])) = (agreement.level(), outcome.and_then(|o| o.values)) else {
        return false;
    };
    // Above the range is above the low median too.
    level > low_median + EPSILON || level < low - EPSILON
}

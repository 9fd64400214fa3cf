//! What a room's votes come to (methods §2).
//!
//! A question's reply is what was agreed on, else the low median of at least two votes. How far the votes
//! lie apart is a result of its own and widens the confidence band; it never blocks a score.

mod dissent;
mod session;

pub use dissent::{Dissent, needs_note};
pub use session::{Levels, Session, session, session_of};

use super::Reply;
use super::consensus::{Class, Consensus, is_stable};
use crate::assessment::{Agreement, Answer, Assessment, MAX_ROUNDS, Rater, Room, Round, Table, Tally};
use crate::order;
use crate::rubric::{EPSILON, Kind, Question, Rubric};
use crate::text::Clean;

/// Counts by role are shown only if every role has so many votes, so that nobody is found out.
const ROLE_VOTES: u32 = 3;

/// What the last round that may be seen comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its number, from 1.
    pub round: u8,
    /// The votes, choice by choice.
    pub tally: Tally,
    /// The measures of the votes for a level; `None` without one. Their levels are places in `values`.
    pub consensus: Option<Consensus>,
    /// What the facilitator is told.
    pub class: Class,
    /// Whether so few votes moved since the round before that a further one is not worth it.
    pub is_stable: bool,
    /// Lowest vote, low median and highest vote as values of choices; `None` without a vote for a level.
    pub values: Option<[f64; 3]>,
}

/// What to do next about a question (methods §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Nobody voted.
    Vote,
    /// Record the low median; who cannot live with it?
    Record,
    /// Hear the distant vote first, then vote again.
    HearOutlier,
    /// Lowest and highest explain, then vote again.
    HearBoth,
    /// Clarify what is meant, then vote again.
    Clarify,
    /// Further rounds change nothing: decide by the rule.
    Decide,
}

/// The levels on which the votes for a question are counted, with the place of each choice among them.
///
/// Whole levels stand on the whole scale, whether or not each has an anchor; anything else on its choices.
fn places(rubric: &Rubric, question: &Question) -> (Vec<f64>, Vec<usize>) {
    let scale = &rubric.scale;
    let levels: Vec<f64> = (scale.min..=scale.max()).map(f64::from).collect();
    let place = |value: f64| levels.iter().position(|l| (l - value).abs() < EPSILON);
    let found: Option<Vec<usize>> = question.choices.iter().map(|c| place(c.value)).collect();
    match found {
        Some(found) if question.kind == Kind::Ladder => (levels, found),
        _ => (question.choices.iter().map(|c| c.value).collect(), (0..question.choices.len()).collect()),
    }
}

/// Votes per level of [`places`].
fn counts(rubric: &Rubric, question: &Question, tally: &Tally) -> (Vec<f64>, Vec<u32>) {
    let (levels, places) = places(rubric, question);
    let mut counts = vec![0; levels.len()];
    for (place, count) in places.into_iter().zip(&tally.counts) {
        counts[place] += count;
    }
    (levels, counts)
}

/// What the votes on a question come to; `None` while there is none that may be seen.
pub fn outcome(rubric: &Rubric, question: &Question, table: &Table) -> Option<Outcome> {
    let (number, round) = table.last_seen()?;
    let tally = round.tally(question);
    let (levels, now) = counts(rubric, question, &tally);
    let consensus = Consensus::of(0, &now);
    let before = table.seen_before(number).map(|before| counts(rubric, question, &before.tally(question)).1);
    let level = |place: u8| levels[usize::from(place).min(levels.len() - 1)];
    Some(Outcome {
        round: number,
        class: consensus.map_or(Class::None, |c| c.class),
        is_stable: before.is_some_and(|before| is_stable(&before, &now)),
        values: consensus.map(|c| [level(c.min), level(c.low_median), level(c.max)]),
        tally,
        consensus,
    })
}

impl Outcome {
    /// The low median: always a level that somebody voted for.
    pub fn low_median(&self) -> Option<f64> {
        self.values.map(|[_, low_median, _]| low_median)
    }

    /// Lowest and highest vote.
    pub fn range(&self) -> Option<(f64, f64)> {
        self.values.map(|[low, _, high]| (low, high))
    }

    /// Whether there are too few votes to speak of agreement.
    pub fn is_pair(&self) -> bool {
        self.consensus.is_some_and(|c| c.n == 2)
    }

    /// The vote that is farthest from the low median: who gave it may know something.
    pub fn distant(&self) -> Option<f64> {
        self.values.map(|[low, middle, high]| if high - middle > middle - low { high } else { low })
    }

    /// What to do next.
    pub fn advice(&self) -> Advice {
        match self.class {
            Class::None => Advice::Vote,
            Class::Single | Class::Aligned => Advice::Record,
            _ if self.is_stable || self.round >= MAX_ROUNDS => Advice::Decide,
            Class::Outlier => Advice::HearOutlier,
            Class::Spread => Advice::HearBoth,
            Class::Split => Advice::Clarify,
        }
    }

    /// Whether the room should talk about it: the more, the higher; 0 for agreement.
    pub fn heat(&self) -> u8 {
        match self.class {
            Class::None | Class::Single | Class::Aligned => 0,
            Class::Outlier => 1,
            Class::Spread => 2,
            Class::Split => 3,
        }
    }
}

/// What a room contributes for a question; `None` where it says nothing and an answer counts as ever.
pub fn standing(rubric: &Rubric, question: &Question, table: &Table) -> Option<Reply> {
    match &table.agreed {
        Some(Agreement::Level { value, .. }) => return Some(Reply::Rated { x: *value, k: *value }),
        Some(Agreement::Deferred { .. }) => return Some(Reply::Unanswered),
        None => {}
    }
    let outcome = outcome(rubric, question, table)?;
    let all = outcome.tally.all();
    if all < 2 {
        return None;
    }
    Some(if 2 * outcome.tally.unknown > all {
        Reply::Unknown
    } else if 2 * outcome.tally.not_applicable > all {
        Reply::NotApplicable
    } else {
        match outcome.low_median() {
            Some(value) if outcome.tally.levels() >= 2 => Reply::Rated { x: value, k: value },
            _ => Reply::Unanswered,
        }
    })
}

/// The replies with what the room says in place of what one person answered.
pub fn overlaid(rubric: &Rubric, room: &Room, mut replies: Vec<Reply>) -> Vec<Reply> {
    for (ix, table) in &room.tables {
        if replies[ix.0] != Reply::NotAsked
            && let Some(said) = standing(rubric, rubric.question(*ix), table)
        {
            replies[ix.0] = said;
        }
    }
    replies
}

/// What counts of an assessment, for each question of the rubric: what its room says, else the answer.
pub fn counted(rubric: &Rubric, assessment: &Assessment, room: &Room) -> Vec<Option<Answer>> {
    let mut answers: Vec<_> = rubric.questions.iter().map(|q| assessment.answer(rubric, q)).collect();
    for (ix, table) in &room.tables {
        if let Some(said) = standing(rubric, rubric.question(*ix), table) {
            answers[ix.0] = match said {
                Reply::Rated { k, .. } => Some(Answer::Level { value: k, toward: None }),
                Reply::Unknown => Some(Answer::Unknown),
                Reply::NotApplicable => Some(Answer::NotApplicable { reason: Clean::default() }),
                Reply::Unanswered | Reply::NotAsked => None,
            };
        }
    }
    answers
}

/// Lowest and highest value that the room's votes leave open for a question (methods §1.5): the
/// final votes where nothing was agreed on, or where somebody dissents; `None` where it is settled.
pub fn interval(rubric: &Rubric, question: &Question, table: &Table) -> Option<(f64, f64)> {
    let outcome = outcome(rubric, question, table)?;
    let rated = matches!(standing(rubric, question, table)?, Reply::Rated { .. });
    let open = match &table.agreed {
        None => true,
        Some(agreement) => {
            let level = agreement.level()?;
            Dissent::of(question, &outcome.tally, level).is_present()
        }
    };
    outcome.range().filter(|_| rated && open)
}

/// Roles with their votes in a round; empty unless each role that voted has at least three votes for a level.
pub fn by_role(question: &Question, round: &Round, raters: &[Rater]) -> Vec<(Clean, Tally)> {
    let mut roles: Vec<&Clean> = raters.iter().filter(|r| round.vote(&r.id).is_some()).map(|r| &r.role).collect();
    order::by(&mut roles, Ord::cmp);
    roles.dedup();
    let voted = Round { hands: None, ..round.clone() };
    let of = |role: &Clean| voted.tally_of(question, |id| raters.iter().any(|r| r.id == *id && r.role == *role));
    let found: Vec<(Clean, Tally)> = roles.into_iter().map(|role| (role.clone(), of(role))).collect();
    let is_safe = found.len() > 1 && found.iter().all(|(_, tally)| tally.levels() >= ROLE_VOTES);
    if is_safe { found } else { Vec::new() }
}

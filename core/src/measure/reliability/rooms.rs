//! How far the people in a room agree, over the rooms of many assessments (methods §3.4).

use super::bootstrap::{Interval, REPLICATES, SEED, intervals};
use super::drawn::GROUPS;
use super::minimum::{ROOMS, Standing};
use crate::measure::krippendorff::{Coincidences, Distance};
use crate::measure::room::Levels;
use crate::measure::{Undefined, at_least};
use crate::rubric::{Question, Rubric};

/// Fewer votes say nothing, on however many questions.
const FEWEST_VOTES: u64 = 10;
/// Most questions that are drawn anew one by one; more are dealt out into groups.
const MOST: usize = 2_000;

/// What the votes of many rooms come to. Its unit is a question in a room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rooms {
    /// Assessments with a question on which at least two voted.
    pub rooms: u64,
    /// Such questions, each counted in each room.
    pub units: u64,
    /// Votes for a level on them.
    pub votes: u64,
    /// How far it may be relied on.
    pub standing: Standing,
    /// Krippendorff's ordinal alpha.
    pub alpha: Result<f64, Undefined>,
    /// What drawing the questions anew says of it.
    pub interval: Result<Interval, Undefined>,
}

/// What such an alpha means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Below .667.
    Poor,
    /// .667 to .800.
    Tentative,
    /// From .800 on.
    Reliable,
}

impl Agreement {
    /// The meaning of an alpha.
    pub fn of(alpha: f64) -> Self {
        match alpha {
            a if at_least(a, 0.800) => Self::Reliable,
            a if at_least(a, 0.667) => Self::Tentative,
            _ => Self::Poor,
        }
    }

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Poor => "poor",
            Self::Tentative => "tentative",
            Self::Reliable => "reliable",
        }
    }
}

/// The votes of rooms as they are added up.
pub struct Votes {
    levels: Levels,
    rooms: u64,
    units: usize,
    /// A question each, or a group of them.
    parts: Vec<Coincidences>,
}

impl Votes {
    /// None yet, on the levels of a rubric.
    pub fn new(rubric: &Rubric) -> Self {
        Self { levels: Levels::of(rubric), rooms: 0, units: 0, parts: Vec::new() }
    }

    /// Adds the questions of a room: for each the votes for its choices, lowest first.
    pub fn add_room<'v>(&mut self, voted: impl Iterator<Item = (&'v Question, &'v [u32])>) {
        let before = self.units;
        for (question, counts) in voted {
            let mut unit = Coincidences::new(self.levels.len());
            unit.add(&self.levels.counts(question, counts));
            if unit.units() > 0 {
                self.add(unit);
            }
        }
        self.rooms += u64::from(self.units > before);
    }

    fn add(&mut self, unit: Coincidences) {
        if self.units == MOST {
            let mut groups = vec![Coincidences::new(self.levels.len()); GROUPS];
            for (n, single) in self.parts.iter().enumerate() {
                groups[n % GROUPS].merge(single);
            }
            self.parts = groups;
        }
        if self.units < MOST {
            self.parts.push(unit);
        } else {
            self.parts[self.units % GROUPS].merge(&unit);
        }
        self.units += 1;
    }

    /// What they come to.
    pub fn findings(&self) -> Rooms {
        let total = |places: &mut dyn Iterator<Item = usize>| {
            let mut total = Coincidences::new(self.levels.len());
            for place in places {
                total.merge(&self.parts[place]);
            }
            total.alpha(Distance::Ordinal)
        };
        let all = total(&mut (0..self.parts.len()));
        let votes = self.parts.iter().map(Coincidences::votes).sum();
        let standing = if votes < FEWEST_VOTES { Standing::TooFew } else { ROOMS.of(self.units as u64) };
        let few = |standing| standing == Standing::TooFew;
        Rooms {
            rooms: self.rooms,
            units: self.units as u64,
            votes,
            standing,
            alpha: if few(standing) { Err(Undefined::TooFewRows) } else { all.map(|a| a.value) },
            interval: if few(standing) {
                Err(Undefined::TooFewRows)
            } else {
                intervals(self.parts.len(), REPLICATES, SEED, 1, &mut |drawn, found| {
                    found[0] = total(&mut drawn.iter().copied()).ok().map(|a| a.value);
                })[0]
            },
        }
    }
}

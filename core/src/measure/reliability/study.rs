//! A rubric looked at through the answers of many: what every question and dimension shows.

use super::bootstrap::{Interval, REPLICATES, SEED, intervals};
use super::drawn::Drawn;
use super::minimum::{CONSISTENCY, QUESTIONS, Standing};
use super::question::{Flag, Tally};
use super::sums::{Basis, Sums, fixed};
use super::table::Table;
use crate::measure::{Reply, Undefined, at_least};
use crate::rubric::{Construct, Depth, DimensionIx, EPSILON, QuestionIx, Rubric};

/// What an alpha means where questions ought to hang together (methods §3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Below 0: the questions oppose one another.
    Opposed,
    /// Below .60.
    Weak,
    /// .60 to .70.
    Doubtful,
    /// .70 to .95: fit for comparing groups.
    Fit,
    /// Above .95: the questions repeat one another.
    Redundant,
}

impl Verdict {
    /// The verdict on an alpha.
    pub fn of(alpha: f64) -> Self {
        const EDGES: [(f64, Verdict); 3] = [(0.0, Verdict::Opposed), (0.60, Verdict::Weak), (0.70, Verdict::Doubtful)];
        let below = EDGES.into_iter().find(|(edge, _)| !at_least(alpha, *edge)).map(|(_, verdict)| verdict);
        below.unwrap_or(if at_least(0.95, alpha) { Self::Fit } else { Self::Redundant })
    }

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opposed => "opposed",
            Self::Weak => "weak",
            Self::Doubtful => "doubtful",
            Self::Fit => "fit",
            Self::Redundant => "redundant",
        }
    }
}

/// A statistic with its interval; each may be missing for a reason of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: Result<f64, Undefined>,
    /// What resampling the organisations says of it.
    pub interval: Result<Interval, Undefined>,
}

/// What the answers show of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct OfQuestion {
    /// The question.
    pub question: QuestionIx,
    /// How often each answer was given.
    pub tally: Tally,
    /// Correlation with the sum of the other questions of the dimension, listwise.
    pub item_rest: Estimate,
    /// Alpha of the others, listwise.
    pub alpha_without: Result<f64, Undefined>,
    /// What is odd.
    pub flags: Vec<Flag>,
}

/// What the answers show of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct OfDimension {
    /// The dimension.
    pub dimension: DimensionIx,
    /// Organisations with an answer in it.
    pub rows: u64,
    /// Those without a gap.
    pub complete: u64,
    /// Fewest that answered the same two questions.
    pub rarest_pair: u64,
    /// What alpha and lambda-2 are taken over.
    pub basis: Basis,
    /// How far they may be relied on.
    pub standing: Standing,
    /// Cronbach's alpha.
    pub alpha: Estimate,
    /// Guttman's lambda-2.
    pub lambda2: Estimate,
    /// Alpha over the rows without a gap, whatever the headline is.
    pub listwise: Result<f64, Undefined>,
    /// Alpha over pairs, whatever the headline is.
    pub pairwise: Result<f64, Undefined>,
    /// What it means; only where the rubric says that the questions ought to go together.
    pub verdict: Option<Verdict>,
    /// Into how many groups the organisations were dealt out to be drawn anew; `None`: one by one.
    pub groups: Option<usize>,
    /// Its questions.
    pub questions: Vec<OfQuestion>,
}

/// The questions of a dimension that count, and what was answered.
struct Part {
    dimension: DimensionIx,
    questions: Vec<usize>,
    sums: Sums,
    tallies: Vec<Tally>,
    drawn: Drawn,
}

/// Answers being looked at. Rows are added in the order of their organisations, because draws go by place.
pub struct Study<'r> {
    rubric: &'r Rubric,
    parts: Vec<Part>,
}

impl<'r> Study<'r> {
    /// Of the questions that are asked at a depth and have weight.
    pub fn new(rubric: &'r Rubric, depth: Depth) -> Self {
        let part = |d: usize| {
            let areas = &rubric.areas[rubric.dimensions[d].areas.clone()];
            let counted = |q: &usize| {
                let question = &rubric.questions[*q];
                question.depth <= depth && question.weight > EPSILON
            };
            let questions: Vec<usize> = areas.iter().flat_map(|a| a.questions.clone()).filter(counted).collect();
            let tallies = questions.iter().map(|q| Tally::new(&rubric.questions[*q])).collect();
            let sums = Sums::new(questions.len());
            let drawn = Drawn::new(questions.len());
            Part { dimension: DimensionIx(d), questions, sums, tallies, drawn }
        };
        Self { rubric, parts: (0..rubric.dimensions.len()).map(part).collect() }
    }

    /// Adds an organisation: its replies in the order of the rubric's questions.
    pub fn add(&mut self, replies: &[Reply]) {
        for part in &mut self.parts {
            let mut row = Vec::with_capacity(part.questions.len());
            for (q, tally) in part.questions.iter().zip(&mut part.tallies) {
                let reply = replies.get(*q).unwrap_or(&Reply::NotAsked);
                tally.add(&self.rubric.questions[*q], reply);
                row.push(if let Reply::Rated { x, .. } = reply { Some(fixed(*x)) } else { None });
            }
            if row.iter().all(Option::is_none) {
                continue;
            }
            part.sums.add_fixed(&row);
            part.drawn.add(&row);
        }
    }

    /// What they show, dimension by dimension.
    pub fn findings(self) -> Vec<OfDimension> {
        let rubric = self.rubric;
        self.parts.into_iter().map(|part| part.finding(rubric)).collect()
    }
}

impl Part {
    fn finding(self, rubric: &Rubric) -> OfDimension {
        let (basis, standing) = self.sums.headline();
        let intervals = self.intervals(basis);
        let headline = self.sums.covariances(basis);
        let listwise = self.sums.covariances(Basis::Listwise);
        let complete = self.sums.complete_rows();
        let stated = |value: Result<f64, Undefined>, is_stated: bool| {
            if is_stated { value } else { value.and(Err(Undefined::TooFewRows)) }
        };
        let estimate = |value, place: usize, is_stated: bool| Estimate {
            value: stated(value, is_stated),
            interval: if is_stated { intervals[place] } else { Err(Undefined::TooFewRows) },
        };
        let is_stated = standing > Standing::TooFew;
        let alpha = estimate(headline.clone().and_then(|c| c.alpha()), 0, is_stated);
        let construct = rubric.dimension(self.dimension).construct;
        let is_reflective = construct == Some(Construct::Reflective);
        let questions = self.questions.iter().zip(self.tallies).enumerate().map(|(j, (q, tally))| {
            let r = listwise.as_ref().map_err(|e| *e).and_then(|c| c.item_rest(j).ok_or(Undefined::NoVariance));
            let without = listwise.as_ref().map_err(|e| *e).and_then(|c| c.alpha_without(j));
            let asked = r.ok().filter(|_| is_reflective).map(|r| (r, complete));
            OfQuestion {
                question: QuestionIx(*q),
                flags: tally.flags(asked),
                item_rest: estimate(r, 2 + j, CONSISTENCY.of(complete) > Standing::TooFew),
                alpha_without: stated(without, QUESTIONS.of(complete) > Standing::TooFew),
                tally,
            }
        });
        OfDimension {
            dimension: self.dimension,
            rows: self.sums.rows(),
            complete,
            rarest_pair: self.sums.rarest_pair(),
            basis,
            standing,
            verdict: alpha.value.ok().filter(|_| is_reflective).map(Verdict::of),
            alpha,
            lambda2: estimate(headline.and_then(|c| c.lambda2()), 1, is_stated),
            listwise: listwise.as_ref().map_err(|e| *e).and_then(super::Covariances::alpha),
            pairwise: self.sums.covariances(Basis::Pairwise).and_then(|c| c.alpha()),
            groups: self.drawn.groups(),
            questions: questions.collect(),
        }
    }

    /// Intervals of alpha, lambda-2 and each item-rest correlation, in this order.
    fn intervals(&self, basis: Basis) -> Vec<Result<Interval, Undefined>> {
        let (columns, count) = (self.questions.len(), self.questions.len() + 2);
        if columns < 2 {
            return vec![Err(Undefined::TooFewColumns); count];
        }
        intervals(self.drawn.units(), REPLICATES, SEED, count, &mut |drawn, found| {
            let listwise = self.drawn.sums(drawn, |sums| &sums.complete).covariances();
            // Gaps are looked at only where the headline is.
            let pairwise = (basis == Basis::Pairwise).then(|| self.drawn.sums(drawn, |sums| &sums.any).covariances());
            if let Ok(c) = pairwise.as_ref().unwrap_or(&listwise) {
                found[0] = c.alpha().ok();
                found[1] = c.lambda2().ok();
            }
            if let Ok(c) = listwise {
                for (j, found) in found[2..].iter_mut().enumerate() {
                    *found = c.item_rest(j);
                }
            }
        })
    }
}

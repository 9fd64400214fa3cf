//! From rows to numbers, many times over.

use super::tally::Tally;
use crate::assessment::row::{NOT_APPLICABLE, Row, UNKNOWN, chosen};
use crate::measure::score::Rater;
use crate::measure::{Measured, Node, Reply, at_least, measure};
use crate::rubric::{DimensionIx, NaPolicy, Profile, Question, QuestionIx, Rubric};

/// Areas of which a larger share is marked not applicable are no part of a pool (methods §1.4).
pub(super) const MOST_NOT_APPLICABLE: f64 = 1.0 / 3.0;

/// Measures rows of one rubric.
pub struct Scorer<'r> {
    rubric: &'r Rubric,
    /// For each question the reply that each code stands for.
    replies_of: Vec<Vec<Reply>>,
    replies: Vec<Reply>,
}

impl<'r> Scorer<'r> {
    /// A scorer for rows that answer `rubric`.
    pub fn new(rubric: &'r Rubric) -> Self {
        let of = |question: &Question| (0..=u8::MAX).map_while(|code| reply(rubric, question, code)).collect();
        let replies_of = rubric.questions.iter().map(of).collect();
        Self { rubric, replies_of, replies: Vec::new() }
    }

    /// The replies of a row in the order of the rubric's questions.
    pub fn replies(&mut self, row: &Row, codes: &[u8]) -> &[Reply] {
        let mut codes = codes.iter();
        let reply = |(question, replies): (&Question, &Vec<Reply>)| {
            if question.depth > row.depth {
                return Reply::NotAsked;
            }
            let code = codes.next().map_or(0, |code| usize::from(*code));
            replies.get(code).copied().unwrap_or(Reply::Unanswered)
        };
        self.replies.clear();
        self.replies.extend(self.rubric.questions.iter().zip(&self.replies_of).map(reply));
        &self.replies
    }

    /// Every number of a row: the very ones that the screen shows.
    pub fn measured(&mut self, row: &Row, codes: &[u8]) -> Measured {
        self.replies(row, codes);
        measure(self.rubric, &self.replies, profile(self.rubric, row))
    }

    /// The answers of a row with their weights in the score of their dimension, in the rubric's order.
    pub fn flat(&mut self, row: &Row, codes: &[u8]) -> Vec<Flat> {
        self.replies(row, codes);
        let rater = Rater::new(self.rubric, &self.replies);
        let of = |d: usize| rater.dimension_items(DimensionIx(d));
        let items: Vec<_> = (0..self.rubric.dimensions.len()).flat_map(of).collect();
        let weight = |q: QuestionIx| items.iter().find(|i| i.question == q).map_or(0.0, |i| i.weight);
        let asked = self.rubric.asked(row.depth);
        asked.map(|q| Flat { question: q, reply: self.replies[q.0], weight: weight(q) }).collect()
    }

    /// Shares (0..=1) of the whole weight that are answered, and marked not applicable; the first is
    /// `None` if nothing applies. The first is what [`Measured`] gives as the whole's completeness.
    pub fn shares(&mut self, row: &Row, codes: &[u8]) -> (Option<f64>, f64) {
        self.replies(row, codes);
        let rubric = self.rubric;
        let weights = profile(rubric, row).map(|p| &p.weights);
        let (mut answered, mut applicable, mut marked, mut total) = (0.0, 0.0, 0.0, 0.0);
        for (d, dimension) in rubric.dimensions.iter().enumerate() {
            let weight = weights.map_or(dimension.weight, |w| w[d]);
            let (mut inside, mut around, mut left_out, mut all) = (0.0, 0.0, 0.0, 0.0);
            for area in &rubric.areas[dimension.areas.clone()] {
                let (given, applies, not) = self.weights(area.questions.clone());
                all += area.weight;
                if applies > 0.0 {
                    inside += area.weight * given / applies;
                    around += area.weight;
                }
                if applies + not > 0.0 {
                    left_out += area.weight * not / (applies + not);
                }
            }
            total += weight;
            marked += weight * if all > 0.0 { left_out / all } else { 0.0 };
            if around > 0.0 {
                answered += weight * inside / around;
                applicable += weight;
            }
        }
        let share = (applicable > 0.0).then(|| answered / applicable);
        (share, if total > 0.0 { marked / total } else { 0.0 })
    }

    /// The weights of some questions that are answered, applicable and not.
    fn weights(&self, questions: std::ops::Range<usize>) -> (f64, f64, f64) {
        let counts_as_lowest = self.rubric.na_policy == NaPolicy::AsLowest;
        let (mut given, mut applies, mut not) = (0.0, 0.0, 0.0);
        for q in questions {
            let weight = self.rubric.questions[q].weight;
            match self.replies[q] {
                Reply::NotAsked => {}
                Reply::NotApplicable if !counts_as_lowest => not += weight,
                Reply::Rated { .. } | Reply::NotApplicable => {
                    given += weight;
                    applies += weight;
                }
                Reply::Unknown | Reply::Unanswered => applies += weight,
            }
        }
        (given, applies, not)
    }
}

/// One answer of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flat {
    /// The question.
    pub question: QuestionIx,
    /// What was said.
    pub reply: Reply,
    /// Its weight in its dimension; 0 where it does not count.
    pub weight: f64,
}

/// The weight profile of a row.
fn profile<'r>(rubric: &'r Rubric, row: &Row) -> Option<&'r Profile> {
    rubric.profiles.get(usize::from(row.profile).checked_sub(1)?)
}

fn reply(rubric: &Rubric, question: &Question, code: u8) -> Option<Reply> {
    Some(match code {
        0 => Reply::Unanswered,
        UNKNOWN => Reply::Unknown,
        NOT_APPLICABLE => Reply::NotApplicable,
        level => {
            let (choice, credit) = chosen(rubric, question, level)?;
            let k = question.choices[choice].value;
            Reply::Rated { x: k + credit.map_or(0.0, |c| rubric.toward[c].value), k }
        }
    })
}

/// The tallies of one cell: one for each number of the rubric that the cell is about.
#[derive(Clone, Debug, Default)]
pub struct Tallies {
    /// Organisations that were counted.
    pub n: u32,
    /// The whole.
    pub overall: Tally,
    /// One per dimension.
    pub dimensions: Vec<Tally>,
    /// One per area.
    pub areas: Vec<Tally>,
    /// One per lens.
    pub lenses: Vec<Tally>,
    /// Largest minus smallest dimension score.
    pub balance: Tally,
}

impl Tallies {
    /// Nothing counted yet, for the numbers of `rubric`.
    pub fn new(rubric: &Rubric) -> Self {
        let some = |n: usize| vec![Tally::default(); n];
        Self {
            dimensions: some(rubric.dimensions.len()),
            areas: some(rubric.areas.len()),
            lenses: some(rubric.lenses.len()),
            ..Self::default()
        }
    }

    /// Counts an organisation. `places` tells for each dimension and area of its own rubric version
    /// where it stands here.
    pub fn add(&mut self, rubric: &Rubric, measured: &Measured, places: &Places) {
        self.n += 1;
        count(&mut self.overall, rubric, &measured.overall.node);
        for (node, place) in measured.dimensions.iter().zip(&places.dimensions) {
            if let Some(tally) = place.and_then(|p| self.dimensions.get_mut(p)) {
                count(tally, rubric, node);
            }
        }
        for (node, place) in measured.areas.iter().zip(&places.areas) {
            if let Some(tally) = place.and_then(|p| self.areas.get_mut(p)) {
                count(tally, rubric, node);
            }
        }
        for (lens, place) in measured.lenses.iter().zip(&places.lenses) {
            if let Some((tally, score)) = place.and_then(|p| self.lenses.get_mut(p)).zip(lens.score) {
                tally.add(score);
            }
        }
        if let Some(balance) = measured.balance {
            self.balance.add(balance);
        }
    }

    /// Adds what another thread counted.
    pub fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.overall.merge(other.overall);
        self.balance.merge(other.balance);
        let mine = self.dimensions.iter_mut().chain(&mut self.areas).chain(&mut self.lenses);
        for (mine, theirs) in mine.zip(other.dimensions.into_iter().chain(other.areas).chain(other.lenses)) {
            mine.merge(theirs);
        }
    }
}

/// An area of which much is not applicable speaks for a part only and is not counted.
fn count(tally: &mut Tally, rubric: &Rubric, node: &Node) {
    let is_limited = node.na_share > MOST_NOT_APPLICABLE && !at_least(MOST_NOT_APPLICABLE, node.na_share);
    let Some(score) = node.score().filter(|_| !is_limited) else { return };
    tally.add(score);
    let place = node.level().map(|level| usize::from(level - rubric.scale.min));
    tally.add_level(place, rubric.scale.levels.len());
}

/// Where the parts of one rubric version stand in another one; `None` where they do not.
pub struct Places {
    dimensions: Vec<Option<usize>>,
    areas: Vec<Option<usize>>,
    lenses: Vec<Option<usize>>,
}

impl Places {
    /// The parts of `of` by their ids in `rubric`.
    pub fn new(of: &Rubric, rubric: &Rubric) -> Self {
        let dimension = |d: &crate::rubric::Dimension| rubric.dimensions.iter().position(|o| o.id == d.id);
        let area = |a: &crate::rubric::Area| rubric.areas.iter().position(|o| o.id == a.id);
        let lens = |l: &crate::rubric::Lens| rubric.lenses.iter().position(|o| o.id == l.id);
        Self {
            dimensions: of.dimensions.iter().map(dimension).collect(),
            areas: of.areas.iter().map(area).collect(),
            lenses: of.lenses.iter().map(lens).collect(),
        }
    }
}

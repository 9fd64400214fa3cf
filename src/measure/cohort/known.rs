//! What areas come to, kept by the answers that they came from: an area has few questions, so that among
//! many organisations most say what somebody else said.

use crate::measure::score::{Item, Rater};
use crate::measure::{Node, Reply};
use crate::rubric::{Area, AreaIx, NaPolicy, Rubric};

/// So many results are kept for each area.
const PLACES: u64 = 256;

/// The weights of an area's questions that are answered, applicable and not.
#[derive(Clone, Copy, Default)]
pub(super) struct Weights {
    pub given: f64,
    pub applies: f64,
    pub not: f64,
}

/// What the answers to an area's questions come to.
pub(super) struct Part {
    /// The answers.
    key: u64,
    pub node: Node,
    pub items: Vec<Item>,
    pub weights: Weights,
}

/// The results of one rubric's areas.
pub(super) struct Known(Vec<OfArea>);

/// The results of one area.
struct OfArea {
    /// The answers of the row at hand, as one number.
    key: u64,
    /// How many different ones there can be; `None` if they are too many for a number of their own.
    keys: Option<u64>,
    /// Results, found by the remainder of the number.
    parts: Vec<Option<Box<Part>>>,
}

impl Known {
    /// Nothing yet. `answers` says for each question how many answers there are.
    pub fn new(rubric: &Rubric, answers: &dyn Fn(usize) -> usize) -> Self {
        let of_area = |area: &Area| {
            let keys = area.questions.clone().try_fold(1_u64, |keys, q| keys.checked_mul(answers(q) as u64));
            OfArea { key: 0, keys, parts: Vec::new() }
        };
        Self(rubric.areas.iter().map(of_area).collect())
    }

    /// Another row comes.
    pub fn forget_row(&mut self) {
        self.0.iter_mut().for_each(|area| area.key = 0);
    }

    /// The next question of an area was answered with one of so many answers.
    pub fn answer(&mut self, area: AreaIx, answer: usize, answers: usize) {
        let key = &mut self.0[area.0].key;
        *key = key.wrapping_mul(answers as u64).wrapping_add(answer as u64);
    }

    /// What the row's answers to an area come to; `rater` has the same answers.
    pub fn area(&mut self, rater: &Rater, area: AreaIx) -> &Part {
        let of = &mut self.0[area.0];
        if of.parts.is_empty() {
            of.parts.resize_with(of.keys.map_or(1, |keys| keys.min(PLACES)) as usize, || None);
        }
        let place = of.place();
        let is_known = of.keys.is_some() && of.parts[place].as_ref().is_some_and(|part| part.key == of.key);
        if !is_known {
            of.parts[place] = None;
        }
        of.parts[place].get_or_insert_with(|| Box::new(Part::new(rater, area, of.key)))
    }

    /// The applicable items of an area that [`Known::area`] was asked for.
    pub fn items(&self, area: usize) -> &[Item] {
        let of = &self.0[area];
        of.parts.get(of.place()).and_then(Option::as_ref).map_or(&[], |part| &part.items)
    }
}

impl OfArea {
    fn place(&self) -> usize {
        let places = self.parts.len().max(1) as u64;
        (if self.key < places { self.key } else { self.key % places }) as usize
    }
}

impl Part {
    fn new(rater: &Rater, area: AreaIx, key: u64) -> Self {
        let (node, items) = rater.area_part(area);
        let counts_as_lowest = rater.rubric.na_policy == NaPolicy::AsLowest;
        let mut weights = Weights::default();
        for q in rater.rubric.area(area).questions.clone() {
            let weight = rater.rubric.questions[q].weight;
            match rater.replies[q] {
                Reply::NotAsked => {}
                Reply::NotApplicable if !counts_as_lowest => weights.not += weight,
                Reply::Rated { .. } | Reply::NotApplicable => {
                    weights.given += weight;
                    weights.applies += weight;
                }
                Reply::Unknown | Reply::Unanswered => weights.applies += weight,
            }
        }
        Self { key, node, items, weights }
    }
}

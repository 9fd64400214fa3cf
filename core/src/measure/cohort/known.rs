//! What areas come to, kept by the answers that they came from: an area has few questions, so that among
//! many organisations most say what somebody else said.

use crate::measure::score::{Item, Rater};
use crate::measure::{Node, Reply};
use crate::rubric::{Area, AreaIx, Depth, NaPolicy, Question, Rubric};

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
pub(super) struct Known {
    areas: Vec<OfArea>,
    /// One for each question.
    steps: Vec<Step>,
}

/// What a question adds to the number that stands for the answers to its area.
struct Step {
    area: AreaIx,
    depth: Depth,
    /// How many answers there are, with that it was not asked.
    answers: usize,
}

/// The results of one area.
struct OfArea {
    /// The answers of the row at hand, as one number.
    key: u64,
    /// How many different ones there can be; `None` if they are too many for a number of their own.
    keys: Option<u64>,
    /// For each remainder of the number the place of its result, from 1; 0 where there is none yet.
    places: Vec<u16>,
    parts: Vec<Part>,
    /// The place of the row's own.
    at: usize,
}

impl Known {
    /// Nothing yet. `codes` says for each question how many codes of an answer there are.
    pub fn new(rubric: &Rubric, codes: &dyn Fn(usize) -> usize) -> Self {
        let step = |(place, q): (usize, &Question)| Step { area: q.area, depth: q.depth, answers: codes(place) + 1 };
        let steps: Vec<Step> = rubric.questions.iter().enumerate().map(step).collect();
        let of_area = |area: &Area| {
            let inside = &steps[area.questions.clone()];
            let keys = inside.iter().try_fold(1_u64, |keys, step| keys.checked_mul(step.answers as u64));
            OfArea::new(keys)
        };
        Self { areas: rubric.areas.iter().map(of_area).collect(), steps }
    }

    /// A row comes, with the codes of the questions of its depth.
    pub fn row(&mut self, depth: Depth, codes: &[u8]) {
        self.areas.iter_mut().for_each(|area| area.key = 0);
        let mut codes = codes.iter();
        for step in &self.steps {
            let mut answer = 0;
            if step.depth <= depth {
                let code = codes.next().map_or(0, |code| usize::from(*code));
                // A code that is none counts as no answer.
                answer = if code + 1 < step.answers { code + 1 } else { 1 };
            }
            let key = &mut self.areas[step.area.0].key;
            *key = key.wrapping_mul(step.answers as u64).wrapping_add(answer as u64);
        }
    }

    /// Whether it is known what the row's answers to an area come to.
    pub fn has(&mut self, area: AreaIx) -> bool {
        let of = &mut self.areas[area.0];
        of.at = usize::from(of.places[of.place()]).wrapping_sub(1);
        of.keys.is_some() && of.parts.get(of.at).is_some_and(|part| part.key == of.key)
    }

    /// Works out what they come to; `rater` has the same answers.
    pub fn learn(&mut self, rater: &Rater, area: AreaIx) {
        let of = &mut self.areas[area.0];
        let part = Part::new(rater, area, of.key);
        if let Some(other) = of.parts.get_mut(of.at) {
            *other = part;
            return;
        }
        of.at = of.parts.len();
        of.parts.push(part);
        let place = of.place();
        of.places[place] = of.parts.len() as u16;
    }

    /// What they come to, once an area is known or learnt for the row.
    pub fn part(&self, area: AreaIx) -> &Part {
        let of = &self.areas[area.0];
        &of.parts[of.at]
    }
}

impl OfArea {
    fn new(keys: Option<u64>) -> Self {
        let places = keys.map_or(1, |keys| keys.min(PLACES)) as usize;
        Self { key: 0, keys, places: vec![0; places], parts: Vec::new(), at: 0 }
    }

    fn place(&self) -> usize {
        self.keys.map_or(0, |keys| if keys <= PLACES { self.key } else { self.key % PLACES }) as usize
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

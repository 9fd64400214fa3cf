//! From rows to numbers, many times over.

use super::known::{Known, Weights};
use crate::assessment::row::{NOT_APPLICABLE, Sheet, UNKNOWN, chosen};
use crate::measure::score::Rater;
use crate::measure::{Measured, Reply, measured_of};
use crate::rubric::{AreaIx, DimensionIx, Profile, Question, QuestionIx, Rubric};

/// Measures rows of one rubric.
pub struct Scorer<'r> {
    rubric: &'r Rubric,
    /// For each question the reply that each code stands for.
    replies_of: Vec<Vec<Reply>>,
    replies: Vec<Reply>,
    known: Known,
}

impl<'r> Scorer<'r> {
    /// A scorer for rows that answer `rubric`.
    pub fn new(rubric: &'r Rubric) -> Self {
        let of = |question: &Question| (0..=u8::MAX).map_while(|code| reply(rubric, question, code)).collect();
        let replies_of: Vec<Vec<Reply>> = rubric.questions.iter().map(of).collect();
        let known = Known::new(rubric, &|q| replies_of[q].len());
        Self { rubric, replies_of, replies: Vec::new(), known }
    }

    /// The replies of a row in the order of the rubric's questions.
    pub fn replies(&mut self, sheet: &Sheet, codes: &[u8]) -> &[Reply] {
        let mut codes = codes.iter();
        let reply = |(question, replies): (&Question, &Vec<Reply>)| {
            if question.depth > sheet.depth {
                return Reply::NotAsked;
            }
            let code = codes.next().map_or(0, |code| usize::from(*code));
            replies.get(code).copied().unwrap_or(replies[0])
        };
        self.replies.clear();
        self.replies.extend(self.rubric.questions.iter().zip(&self.replies_of).map(reply));
        &self.replies
    }

    /// Every number of a row: the very ones that the screen shows.
    pub fn measured(&mut self, sheet: &Sheet, codes: &[u8]) -> Measured {
        self.know(sheet, codes);
        self.replies(sheet, codes);
        let (rubric, known) = (self.rubric, &self.known);
        let areas = (0..rubric.areas.len()).map(|a| known.part(AreaIx(a)).node.clone()).collect();
        let weights = match profile(rubric, sheet) {
            Some(profile) => profile.weights.clone(),
            None => rubric.dimensions.iter().map(|d| d.weight).collect(),
        };
        measured_of(&Rater::new(rubric, &self.replies), weights, areas, &|area| &known.part(AreaIx(area)).items)
    }

    /// Sees to it that what the row's answers come to is known of every area.
    fn know(&mut self, sheet: &Sheet, codes: &[u8]) {
        self.known.row(sheet.depth, codes);
        let mut is_read = false;
        for area in (0..self.rubric.areas.len()).map(AreaIx) {
            if self.known.has(area) {
                continue;
            }
            if !is_read {
                self.replies(sheet, codes);
                is_read = true;
            }
            self.known.learn(&Rater::new(self.rubric, &self.replies), area);
        }
    }

    /// The answers of a row with their weights in the score of their dimension, in the rubric's order.
    pub fn flat(&mut self, sheet: &Sheet, codes: &[u8]) -> Vec<Flat> {
        self.replies(sheet, codes);
        let rater = Rater::new(self.rubric, &self.replies);
        let of = |d: usize| rater.dimension_items(DimensionIx(d));
        let items: Vec<_> = (0..self.rubric.dimensions.len()).flat_map(of).collect();
        let weight = |q: QuestionIx| items.iter().find(|i| i.question == q).map_or(0.0, |i| i.weight);
        let asked = self.rubric.asked(sheet.depth);
        asked.map(|q| Flat { question: q, reply: self.replies[q.0], weight: weight(q) }).collect()
    }

    /// Shares (0..=1) of the whole weight that are answered, and marked not applicable; the first is
    /// `None` if nothing applies. The first is what [`Measured`] gives as the whole's completeness.
    pub fn shares(&mut self, sheet: &Sheet, codes: &[u8]) -> (Option<f64>, f64) {
        self.know(sheet, codes);
        let rubric = self.rubric;
        let weights = profile(rubric, sheet).map(|p| &p.weights);
        let (mut answered, mut applicable, mut marked, mut total) = (0.0, 0.0, 0.0, 0.0);
        for (d, dimension) in rubric.dimensions.iter().enumerate() {
            let weight = weights.map_or(dimension.weight, |w| w[d]);
            let (mut inside, mut around, mut left_out, mut all) = (0.0, 0.0, 0.0, 0.0);
            for a in dimension.areas.clone() {
                let of_area = rubric.areas[a].weight;
                let Weights { given, applies, not } = self.known.part(AreaIx(a)).weights;
                all += of_area;
                if applies > 0.0 {
                    inside += of_area * given / applies;
                    around += of_area;
                }
                if applies + not > 0.0 {
                    left_out += of_area * not / (applies + not);
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
fn profile<'r>(rubric: &'r Rubric, sheet: &Sheet) -> Option<&'r Profile> {
    rubric.profiles.get(usize::from(sheet.profile).checked_sub(1)?)
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

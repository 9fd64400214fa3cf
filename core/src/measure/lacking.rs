//! What is missing for the next level of an area or a dimension (methods §1.5).

use super::Measured;
use super::level::{lowest, mean, share_at};
use super::score::{End, Item, Rater};
use super::subject::Subject;
use crate::rubric::{EPSILON, LevelRule, Per, QuestionIx, Rubric};

/// The distance to the next level under the rubric's rule. Missing answers count as the lowest level.
#[derive(Clone, Debug, PartialEq)]
pub struct Lacking {
    /// The next level.
    pub target: u8,
    /// Share (0..1) of the weight at the target now and needed; rules without a share: `None`.
    pub share: Option<(f64, f64)>,
    /// Mean, or value of the target's practices, now and needed; rules without one: `None`.
    pub mean: Option<(f64, f64)>,
    /// Questions answered below the target, in rubric order.
    pub below_target: Vec<QuestionIx>,
    /// Questions answered so low that they block the target by themselves.
    pub below_floor: Vec<QuestionIx>,
}

/// What an area or a dimension lacks for its next level; `None` at the top or without a level.
pub fn lacking(rubric: &Rubric, replies: &[super::Reply], measured: &Measured, subject: Subject) -> Option<Lacking> {
    let rater = Rater::new(rubric, replies);
    match subject {
        Subject::Dimension(d) => lacking_of(&rater, &rater.dimension_items(d), measured.dimensions[d.0].level()?),
        Subject::Area(a) => lacking_of(&rater, &rater.area_items(a), measured.areas[a.0].level()?),
        Subject::Overall | Subject::Question(_) | Subject::Lens(_) => None,
    }
}

pub(super) fn lacking_of(rater: &Rater, items: &[Item], level: u8) -> Option<Lacking> {
    let scale = &rater.rubric.scale;
    if level >= scale.max() || items.is_empty() {
        return None;
    }
    let target = level + 1;
    let goal = f64::from(target);
    let ratings = rater.ratings(items).with(Some(End::Low));
    let below = |edge: f64| {
        let questions =
            items.iter().zip(ratings.clone()).filter(move |(_, r)| r.k < edge - EPSILON).map(|(i, _)| i.question);
        questions.collect::<Vec<_>>()
    };
    let none = Lacking { target, share: None, mean: None, below_target: below(goal), below_floor: Vec::new() };
    Some(match rater.rubric.level_rule {
        LevelRule::Gate { pass, max_shortfall, mean_at_least } => Lacking {
            share: Some((share_at(ratings.clone(), target), pass)),
            mean: mean_at_least.then(|| (mean(ratings.clone()), goal)),
            below_floor: below(goal - f64::from(max_shortfall)),
            ..none
        },
        LevelRule::Bands { offset } => Lacking { mean: Some((mean(ratings), goal - offset)), ..none },
        LevelRule::Min => Lacking { below_floor: below(goal), ..none },
        LevelRule::Cumulative { pass, per } => {
            // The next level that has practices is the one that holds back.
            let blocking = ratings.clone().filter(|r| r.practice_of > level).map(|r| r.practice_of).min()?;
            let of: Vec<_> = items.iter().zip(ratings).filter(|(_, r)| r.practice_of == blocking).collect();
            let values = of.iter().map(|(_, r)| *r);
            let now = if per == Per::Every { lowest(values) } else { mean(values) };
            let short = of.iter().filter(|(_, r)| r.x < pass - EPSILON).map(|(i, _)| i.question);
            Lacking { target: blocking, mean: Some((now, pass)), below_target: short.collect(), ..none }
        }
    })
}

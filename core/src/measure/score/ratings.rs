//! Items as the level rules see them: ratings, with what is missing at either end of the scale.

use super::{Item, Rater};
use crate::measure::Reply;
use crate::measure::level::Rating;
use crate::rubric::{Kind, Scale};

/// The ratings of some items.
#[derive(Clone, Copy)]
pub(in crate::measure) struct Ratings<'i> {
    items: &'i [Item],
    scale: &'i Scale,
}

/// An end of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::measure) enum End {
    Low,
    High,
}

impl<'i> Ratings<'i> {
    /// Whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self.items.iter().all(|item| matches!(item.reply, Reply::Rated { .. }))
    }

    /// Those that are there, and the missing ones at one end of the scale, if they are to be filled in.
    pub fn with(self, missing: Option<End>) -> impl Iterator<Item = Rating> + Clone + 'i {
        self.items.iter().filter_map(move |item| {
            let (x, k) = match (item.reply, missing) {
                (Reply::Rated { x, k }, _) => (x, k),
                (_, Some(end)) => {
                    let end = end.of(self.scale, item.kind);
                    (end, end)
                }
                (_, None) => return None,
            };
            let practice_of = match item.kind {
                Kind::Ladder => 0,
                Kind::Practice { level } => level,
            };
            Some(Rating { x, k, weight: item.weight, practice_of })
        })
    }
}

impl End {
    /// The answer there to a question of this kind.
    pub fn of(self, scale: &Scale, kind: Kind) -> f64 {
        match (kind, self) {
            (Kind::Ladder, Self::Low) => f64::from(scale.min),
            (Kind::Ladder, Self::High) => f64::from(scale.max()),
            (Kind::Practice { .. }, Self::Low) => 0.0,
            (Kind::Practice { .. }, Self::High) => 1.0,
        }
    }
}

impl<'r> Rater<'r> {
    /// The ratings of the items.
    pub fn ratings<'i>(&self, items: &'i [Item]) -> Ratings<'i>
    where
        'r: 'i,
    {
        Ratings { items, scale: &self.rubric.scale }
    }
}

//! Items as the level rules see them: ratings, with what is missing at either end of the scale.

use super::{Item, Rater};
use crate::measure::Reply;
use crate::measure::level::Rating;
use crate::rubric::Kind;

/// The ratings of some items, and those with every missing answer at either end of the scale.
pub(in crate::measure) struct Ratings {
    /// Those that are there.
    pub known: Vec<Rating>,
    /// At the bottom and at the top; `None` where nothing is missing, so that all three are the same.
    ends: Option<[Vec<Rating>; 2]>,
}

impl Ratings {
    pub fn new(rater: &Rater, items: &[Item]) -> Self {
        let is_whole = items.iter().all(|item| matches!(item.reply, Reply::Rated { .. }));
        let with = |end| rater.ratings(items, Some(end));
        if is_whole {
            // Nothing is filled in.
            return Self { known: with(End::Low), ends: None };
        }
        Self { known: rater.ratings(items, None), ends: Some([End::Low, End::High].map(with)) }
    }

    /// Whether nothing is missing.
    pub fn is_whole(&self) -> bool {
        self.ends.is_none()
    }

    /// With the missing ones at one end.
    pub fn with(&self, end: End) -> &[Rating] {
        self.ends.as_ref().map_or(&self.known, |ends| &ends[usize::from(end == End::High)])
    }
}

/// An end of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::measure) enum End {
    Low,
    High,
}

impl Rater<'_> {
    /// Ratings of the items; missing ones are left out, or filled at one end of the scale.
    pub fn ratings(&self, items: &[Item], missing: Option<End>) -> Vec<Rating> {
        let rating = |item: &Item, (x, k): (f64, f64)| {
            let practice_of = match item.kind {
                Kind::Ladder => 0,
                Kind::Practice { level } => level,
            };
            Rating { x, k, weight: item.weight, practice_of }
        };
        let given = |item: &Item| if let Reply::Rated { x, k } = item.reply { Some((x, k)) } else { None };
        match missing {
            None => items.iter().filter_map(|item| Some(rating(item, given(item)?))).collect(),
            Some(end) => {
                let filled = |item: &Item| {
                    let end = self.end(item.kind, end);
                    rating(item, given(item).unwrap_or((end, end)))
                };
                items.iter().map(filled).collect()
            }
        }
    }
}

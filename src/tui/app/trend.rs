//! Trend: the open assessment beside an earlier one of the same subject.

use std::sync::Arc;

use super::{App, Effect, Place, moved};
use crate::assessment::{Assessment, Field, Stamp};
use crate::measure::trend::{Comparison, Side, compare, links};
use crate::measure::{Measured, Reply, measure, replies};
use crate::rubric::Rubric;
use crate::tui::keys::Action;

/// An earlier assessment of the same subject.
#[derive(Clone)]
pub struct Earlier {
    /// When it was made.
    pub created: Stamp,
    /// When something was last recorded in it.
    pub changed: Stamp,
    rubric: Arc<Rubric>,
    replies: Vec<Reply>,
    measured: Measured,
}

impl Earlier {
    /// The numbers of an assessment.
    pub fn new(rubric: Arc<Rubric>, assessment: &Assessment) -> Self {
        let replies = replies(&rubric, assessment);
        let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
        let measured = measure(&rubric, &replies, profile);
        Self { created: assessment.created, changed: assessment.changed(), rubric, replies, measured }
    }
}

/// The state of the trend screen.
#[derive(Clone, Default)]
pub struct TrendView {
    /// The earlier assessments, oldest first.
    earlier: Vec<Earlier>,
    /// Which of them is compared.
    pub at: usize,
    /// First line shown.
    pub scroll: usize,
}

impl TrendView {
    /// Takes in what was found; the latest of them is compared first.
    pub fn set(&mut self, earlier: Vec<Earlier>) {
        self.at = earlier.len().saturating_sub(1);
        self.earlier = earlier;
        self.scroll = 0;
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.earlier.len()
    }

    /// The one that is compared.
    pub fn current(&self) -> Option<&Earlier> {
        self.earlier.get(self.at)
    }
}

impl App {
    pub(super) fn to_trend(&mut self, effects: &mut Vec<Effect>) {
        self.trend = TrendView::default();
        self.place = Place::Trend;
        effects.push(Effect::Earlier);
    }

    /// What has changed since the earlier assessment on screen.
    pub fn comparison(&self) -> Option<Comparison> {
        let (work, earlier) = (self.work.as_ref()?, self.trend.current()?);
        let old = Side { rubric: &earlier.rubric, replies: &earlier.replies, measured: &earlier.measured };
        let new = Side { rubric: &work.rubric, replies: &work.replies, measured: &work.measured };
        Some(compare(old, new, &links(&earlier.rubric, &work.rubric)))
    }

    pub(super) fn act_trend(&mut self, action: Action) {
        let last = self.trend.count().saturating_sub(1);
        match action {
            Action::Leave => self.to_result(),
            Action::Back => self.to_ask(),
            Action::Left => (self.trend.at, self.trend.scroll) = (self.trend.at.saturating_sub(1), 0),
            Action::Right => (self.trend.at, self.trend.scroll) = ((self.trend.at + 1).min(last), 0),
            action => {
                let page = self.page();
                let lines = super::super::view::trend_lines(self, usize::from(self.area.width).saturating_sub(2)).len();
                let top = lines.saturating_sub(page) + 1;
                self.trend.scroll = moved(action, self.trend.scroll, top, page);
            }
        }
    }
}

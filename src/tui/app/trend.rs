//! Trend: the open assessment beside earlier ones of the same subject, and beside its other units.

use super::{App, Effect, Place, Work, moved};
use crate::measure::trend::{Change, Others, Side, Standing};
use crate::tui::keys::Action;

/// The state of the trend screen.
#[derive(Clone, Default)]
pub struct TrendView {
    /// The other assessments of the subject.
    others: Others,
    /// Which of the earlier ones is compared.
    pub at: usize,
    /// Whether all are shown side by side.
    pub beside: bool,
    /// The first of them that is shown.
    pub column: usize,
    /// First line shown.
    pub scroll: usize,
}

/// An assessment of several side by side.
pub struct Column {
    /// Its unit, or its date.
    pub title: String,
    /// Whether it is the open one.
    pub is_open: bool,
    /// Its numbers.
    pub standing: Standing,
}

impl TrendView {
    /// Takes in the other assessments of the subject; of the open one's unit the latest earlier one
    /// is compared first.
    pub fn set(&mut self, others: Vec<Standing>, work: &Work) {
        let now = Standing::new(work.rubric.clone(), &work.assessment);
        self.others = Others::of(&now, others);
        self.at = self.others.earlier.len().saturating_sub(1);
        (self.scroll, self.column) = (0, 0);
    }

    /// What stands side by side: the units as they are now, or, of a single one, its assessments
    /// one after the other.
    pub fn side_by_side(&self, work: &Work) -> Vec<Column> {
        let open = Standing::new(work.rubric.clone(), &work.assessment);
        let by_date = self.others.units.is_empty();
        let title = |s: &Standing| match s.unit.trim() {
            unit if !by_date && !unit.is_empty() => unit.to_owned(),
            _ => s.changed.date(),
        };
        let others = if by_date { &self.others.earlier } else { &self.others.units };
        let column =
            |standing: &Standing, is_open: bool| Column { title: title(standing), is_open, standing: standing.clone() };
        let mut all: Vec<Column> = others.iter().map(|s| column(s, false)).collect();
        all.push(column(&open, true));
        all
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.others.earlier.len()
    }

    /// The one that is compared.
    pub fn current(&self) -> Option<&Standing> {
        self.others.earlier.get(self.at)
    }
}

impl App {
    pub(super) fn to_trend(&mut self, effects: &mut Vec<Effect>) {
        self.trend = TrendView::default();
        self.place = Place::Trend;
        effects.push(Effect::Others);
    }

    /// What has changed since the earlier assessment on screen.
    pub fn change(&self) -> Option<Change> {
        let (work, earlier) = (self.work.as_ref()?, self.trend.current()?);
        let now = Side { rubric: &work.rubric, replies: &work.replies, measured: &work.measured };
        Some(Change::new(earlier, now))
    }

    pub(super) fn act_trend(&mut self, action: Action) {
        let last = self.trend.count().saturating_sub(1);
        let others = self.work.as_ref().map_or(0, |w| self.trend.side_by_side(w).len().saturating_sub(1));
        let view = &mut self.trend;
        match (action, view.beside) {
            (Action::Leave, _) => self.to_result(),
            (Action::Back, _) => self.to_ask(),
            (Action::NextTab, _) => (view.beside, view.scroll) = (!view.beside, 0),
            (Action::Left, true) => view.column = view.column.saturating_sub(1),
            (Action::Right, true) => view.column = (view.column + 1).min(others),
            (Action::Left, false) => (view.at, view.scroll) = (view.at.saturating_sub(1), 0),
            (Action::Right, false) => (view.at, view.scroll) = ((view.at + 1).min(last), 0),
            (action, _) => {
                let page = self.page();
                let lines = super::super::view::trend_lines(self, usize::from(self.area.width).saturating_sub(2));
                let top = lines.saturating_sub(page) + 1;
                self.trend.scroll = moved(action, self.trend.scroll, top, page);
            }
        }
    }
}

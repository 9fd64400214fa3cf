//! Result and Why: which number is looked at.

use super::{App, Effect, Place};
use crate::measure::{Subject, parts};
use crate::rubric::{AreaIx, DimensionIx, Rubric};
use crate::tui::keys::Action;

/// The number under the cursor of the result screen.
pub type Focus = Subject;

/// The state of the result screen.
#[derive(Clone, Copy, Debug)]
pub struct ResultView {
    /// The number under the cursor.
    pub focus: Focus,
}

impl Default for ResultView {
    fn default() -> Self {
        Self { focus: Subject::Overall }
    }
}

/// The state of the why screen.
#[derive(Clone, Debug, Default)]
pub struct WhyView {
    /// The numbers on the way down, the one explained last.
    pub trail: Vec<(Subject, usize)>,
    /// First line of the reasons that is shown.
    pub scroll: usize,
}

impl WhyView {
    /// The number that is explained and the place of the cursor among its parts.
    pub fn current(&self) -> (Subject, usize) {
        self.trail.last().copied().unwrap_or((Subject::Overall, 0))
    }
}

/// The numbers of the result screen as a grid: the whole, each dimension with its areas, the lenses.
fn rows(rubric: &Rubric) -> Vec<Vec<Focus>> {
    let dimension = |(d, dimension): (usize, &crate::rubric::Dimension)| {
        let areas = dimension.areas.clone().map(|a| Subject::Area(AreaIx(a)));
        std::iter::once(Subject::Dimension(DimensionIx(d))).chain(areas).collect()
    };
    let mut rows = vec![vec![Subject::Overall]];
    rows.extend(rubric.dimensions.iter().enumerate().map(dimension));
    rows.extend((0..rubric.lenses.len()).map(|l| vec![Subject::Lens(l)]));
    rows
}

impl App {
    pub(super) fn to_result(&mut self) {
        self.place = Place::Result;
    }

    pub(super) fn act_result(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        let rows = rows(&work.rubric);
        let place =
            rows.iter().enumerate().find_map(|(r, row)| Some((r, row.iter().position(|f| *f == self.result.focus)?)));
        let (row, column) = place.unwrap_or_default();
        let (row, column) = match action {
            Action::Up => (row.saturating_sub(1), column),
            Action::Down => ((row + 1).min(rows.len() - 1), column),
            Action::Left => (row, column.saturating_sub(1)),
            Action::Right => (row, column + 1),
            Action::First | Action::PageUp => (0, 0),
            Action::Last | Action::PageDown => (rows.len() - 1, 0),
            Action::Why => {
                self.why = WhyView { trail: vec![(self.result.focus, 0)], scroll: 0 };
                self.place = Place::Why;
                return;
            }
            Action::Report => return self.ask_for_report(),
            Action::Back => return self.to_ask(),
            Action::Leave => return self.to_home(effects),
            _ => return,
        };
        self.result.focus = rows[row][column.min(rows[row].len() - 1)];
    }

    pub(super) fn act_why(&mut self, action: Action) {
        let Some(work) = &self.work else { return };
        let (subject, cursor) = self.why.current();
        let terms = parts(&work.rubric, &work.replies, &work.measured, subject);
        match action {
            Action::Enter => match terms.get(cursor) {
                Some(term) => {
                    self.why.trail.push((term.subject, 0));
                    self.why.scroll = 0;
                }
                None => {
                    if let (Subject::Question(question), Some(work)) = (subject, &mut self.work) {
                        work.go_to(question);
                        self.to_ask();
                    }
                }
            },
            Action::Left | Action::Leave if self.why.trail.len() > 1 => {
                self.why.trail.pop();
                self.why.scroll = 0;
            }
            Action::Left | Action::Leave => self.place = Place::Result,
            Action::Back => self.to_ask(),
            // The arrows belong to the parts, where there are any; pages to the reasons above them.
            action if terms.is_empty() || matches!(action, Action::PageUp | Action::PageDown) => {
                let last = super::super::view::why_last_line(self);
                self.why.scroll = super::moved(action, self.why.scroll, last + 1, 5);
            }
            action => {
                let moved = super::moved(action, cursor, terms.len(), 5);
                if let Some(last) = self.why.trail.last_mut() {
                    last.1 = moved;
                }
            }
        }
    }
}

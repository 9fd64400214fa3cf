//! Whether the rubric holds: what the assessments of this computer show of its questions.

use super::{App, Effect, Place, moved};
use crate::measure::reliability::Findings;
use crate::rubric::Rubric;
use crate::tui::keys::Action;
use crate::tui::view;

/// How far the reading is.
#[derive(Default)]
pub enum Reading {
    /// The assessments are being read.
    #[default]
    Waits,
    /// There is no assessment on this computer.
    Nothing,
    /// Why nothing can be said.
    Failed(String),
    /// What they show.
    Done(Box<(Rubric, Findings)>),
}

/// The state of the screen.
#[derive(Default)]
pub struct StudyView {
    /// What is known.
    pub reading: Reading,
    /// First line that is shown.
    pub scroll: usize,
}

impl App {
    /// Reads the assessments that answer the rubric of the one under the cursor.
    pub(super) fn to_study(&mut self, effects: &mut Vec<Effect>) {
        self.study = StudyView::default();
        self.place = Place::Study;
        effects.push(Effect::Study(self.home.chosen()));
    }

    pub(super) fn act_study(&mut self, action: Action) {
        if action == Action::Leave {
            self.place = Place::Home;
            return;
        }
        let (rows, lines) = (view::study_rows(self), view::study_lines(self));
        let last = lines.saturating_sub(rows);
        self.study.scroll = moved(action, self.study.scroll, last + 1, rows.saturating_sub(1).max(1));
    }
}

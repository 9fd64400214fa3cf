//! The history over a screen: of what is looked at there, else of everything.

use super::motion::scrolled;
use super::{About, App, Overlay, Place};
use crate::measure::Subject;
use crate::rubric::Id;
use crate::tui::key::Key;
use crate::tui::view;

impl App {
    /// Shows the history with its newest step in sight.
    pub(super) fn show_history(&mut self) {
        self.scroll_history(self.looked_at(), usize::MAX);
    }

    /// From this line on, and not beyond the last one.
    fn scroll_history(&mut self, of: Option<Id>, top: usize) {
        let last = view::history_lines(self, of.as_ref()).len().saturating_sub(view::overlay_rows(self));
        self.overlay = Some(Overlay::History(of, top.min(last)));
    }

    /// The question that the screen is about, if it is about one.
    fn looked_at(&self) -> Option<Id> {
        let work = self.work.as_ref()?;
        let question = match self.place {
            Place::Ask | Place::Preview => work.question_ix(),
            Place::Conflict => return work.disputed.get(self.conflict.place(work)?)?.question().cloned(),
            Place::Review => match &self.review.findings.get(self.review.cursor)?.about {
                About::Question(question) | About::Broken(question, _) => *question,
                About::Dispute(thing) => return thing.question().cloned(),
            },
            Place::Why => match self.why.current().0 {
                Subject::Question(question) => question,
                _ => return None,
            },
            _ => return None,
        };
        Some(work.rubric.question(question).id.clone())
    }

    pub(super) fn over_history(&mut self, of: Option<Id>, top: usize, key: Key) {
        let page = view::overlay_rows(self).saturating_sub(1).max(1);
        if let Some(top) = scrolled(key, top, page) {
            self.scroll_history(of, top);
        }
    }
}

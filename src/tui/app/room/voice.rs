//! In a workshop's file whoever answers does so as a rater: what is recorded are votes.

use super::super::{App, Effect};
use crate::assessment::{Stamp, Vote};
use crate::tui::keys::Action;

impl App {
    /// Takes an action of the question screen as a vote, where it is one; false leaves it as it is.
    pub(in crate::tui::app) fn votes_by(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) -> bool {
        let words = self.words();
        let Some(work) = self.work.as_mut().filter(|work| work.is_workshop()) else { return false };
        let answers = match action {
            Action::Enter => work.highlight.is_some(),
            Action::Digit(_)
            | Action::Unknown
            | Action::NotApplicable
            | Action::Clear
            | Action::Toward
            | Action::Confidence => true,
            _ => false,
        };
        if !answers {
            return false;
        }
        if work.voice.is_none() {
            self.to_raters(Some(words.room.choose_voice));
            return true;
        }
        match action {
            Action::Unknown => work.cast(Some(Vote::Unknown), now, effects),
            Action::NotApplicable if work.question().na_allowed => work.cast(Some(Vote::NotApplicable), now, effects),
            Action::Clear => work.cast(None, now, effects),
            Action::Toward | Action::Confidence => self.message = Some(words.room.whole_levels.to_owned()),
            // A level goes the way of every answer.
            _ => return false,
        }
        true
    }

    /// To the agenda of a workshop; elsewhere nobody votes.
    pub(in crate::tui::app) fn to_workshop(&mut self) {
        if self.work.as_ref().is_some_and(super::Work::is_workshop) {
            self.to_agenda();
        } else {
            self.message = Some(self.words().room.no_workshop.to_owned());
        }
    }
}

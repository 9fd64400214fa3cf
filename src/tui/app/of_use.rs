//! Which actions have anything to work on just now: their keys are named at the foot of the screen.

use super::{App, Place, Relation, choice_of};
use crate::assessment::Mode;
use crate::tui::keys::Action;

impl App {
    /// Whether an action of the place has anything to work on just now.
    pub fn is_of_use(&self, action: Action) -> bool {
        match (self.place, &self.work) {
            (_, Some(work)) if action == Action::Agenda => work.is_workshop(),
            (_, Some(work)) if action == Action::Conflicts => !work.disputed.is_empty(),
            (Place::Home, _) if action == Action::Fork => matches!(self.home.relation(), Some(Relation::CopiedFrom(_))),
            (Place::Home, _) if self.home.entries.is_empty() => {
                matches!(action, Action::New | Action::Language | Action::Quit | Action::Help)
            }
            (Place::Home, _) if action == Action::ShowArchived => self.home.has_archived(),
            (Place::Ask, Some(work)) => match action {
                Action::Digit(digit) => choice_of(work.question(), digit).is_some(),
                Action::NotApplicable => work.question().na_allowed,
                Action::Pad | Action::Interviewee | Action::Rate => work.assessment.mode() == Mode::Interview,
                // A vote is a whole level.
                Action::Toward | Action::Confidence => work.voice.is_none(),
                _ => true,
            },
            (Place::Trend, _) => !matches!(action, Action::Left | Action::Right) || self.trend.count() > 1,
            (Place::Room, _) => self.room_does(action),
            (Place::Raters, Some(work)) if work.room.raters.is_empty() => {
                !matches!(action, Action::Enter | Action::Rename | Action::Exclude)
            }
            (Place::Ballot, Some(work)) => match action {
                Action::Digit(digit) => choice_of(work.question(), digit).is_some(),
                Action::Clear => work.answer_here().is_some(),
                Action::NotApplicable => work.question().na_allowed,
                Action::Back => self.room.turn.as_ref().is_some_and(|turn| turn.is_pass),
                _ => true,
            },
            (Place::Review, _) => action != Action::Enter || !self.review.findings.is_empty(),
            _ => true,
        }
    }
}

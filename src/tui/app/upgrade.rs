//! Upgrade: what a newer version of the rubric makes of the answers. Nothing changes until it is
//! confirmed.

use std::sync::Arc;

use super::{App, Confirm, Effect, Overlay, Place, Work, moved};
use crate::assessment::upgrade::Step;
use crate::assessment::{Assessment, Change, RubricRef, Stamp};
use crate::lang::fill;
use crate::rubric::Rubric;
use crate::rubric::upgrade::Fate;
use crate::tui::keys::Action;

/// A newer version of the open assessment's rubric.
pub struct Offer {
    /// It.
    pub rubric: Arc<Rubric>,
    /// How the assessment will name it.
    pub reference: RubricRef,
    /// What lets it travel with the answers, if it is not part of the program.
    pub embed: Option<Change>,
    /// What becomes of the questions: those that change something, in the order of the screen.
    pub steps: Vec<Step>,
    /// Place of the cursor among the steps that are shown.
    pub cursor: usize,
}

impl Offer {
    /// The steps from the answers as they are now; what was decided about them stays decided.
    pub(super) fn keep_up(&mut self, assessment: &Assessment, old: &Rubric) {
        let Some(mut steps) = assessment.upgrade(old, &self.rubric) else { return };
        // Both rubrics are those of before, so the steps are the same ones in the same order.
        for (step, before) in steps.iter_mut().zip(&self.steps) {
            step.takes = before.takes;
        }
        self.steps = steps;
        self.cursor = self.cursor.min(self.shown().len().saturating_sub(1));
    }

    /// Places of the steps that are shown: all but the questions that stay as they are.
    pub fn shown(&self) -> Vec<usize> {
        let changes =
            |s: &Step| s.mapped.fate != Fate::Same || s.proposals.iter().any(Option::is_none) && !s.before.is_empty();
        (0..self.steps.len()).filter(|i| changes(&self.steps[*i])).collect()
    }

    /// How many answers are carried over, and how many questions that had one are asked again.
    pub fn counts(&self) -> (usize, usize) {
        let carried = self.steps.iter().filter(|s| s.takes).flat_map(|s| &s.proposals).filter(|p| p.is_some()).count();
        let again = |s: &&Step| !s.before.is_empty() && (!s.takes || s.proposals.iter().any(Option::is_none));
        (carried, self.steps.iter().filter(again).filter(|s| s.mapped.fate != Fate::Retired).count())
    }
}

impl App {
    pub(super) fn show_upgrade(&mut self) {
        match &self.work {
            Some(work) if work.offer.is_some() => self.place = Place::Upgrade,
            _ => self.message = Some(self.words().upgrade.none.to_owned()),
        }
    }

    pub(super) fn act_upgrade(&mut self, action: Action) {
        let page = self.page() / 2;
        let Some(work) = &mut self.work else { return };
        let Some(offer) = &mut work.offer else { return };
        let shown = offer.shown();
        match action {
            Action::Enter => match &work.read_only {
                Some(why) => self.message = Some(why.to_string()),
                None => self.overlay = Some(Overlay::Confirm(Confirm::Upgrade)),
            },
            Action::TakeOrAsk => {
                if let Some(step) = shown.get(offer.cursor).map(|i| &mut offer.steps[*i])
                    && step.is_open()
                {
                    step.takes = !step.takes;
                }
            }
            Action::Back | Action::Leave => self.to_ask(),
            action => offer.cursor = moved(action, offer.cursor, shown.len(), page.max(1)),
        }
    }

    /// Records the upgrade and goes on with the new version.
    pub(super) fn upgrade(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let Some(version) = work.upgrade(now, effects) else { return };
        // Others of another major version are no measure for it, those of its own are from now on.
        work.peers = self.peers.clone().filter(|benchmark| benchmark.fits(&work.rubric));
        self.message = Some(fill(words.upgrade.done, &[&version]));
        self.place = Place::Ask;
    }
}

impl Work {
    /// Records what the offer makes of the answers; returns the version that they are in now.
    fn upgrade(&mut self, now: Stamp, effects: &mut Vec<Effect>) -> Option<String> {
        let offer = self.offer.take()?;
        let here = self.question().id.clone();
        let changes = self.assessment.upgrade_changes(&offer.rubric, &offer.reference, &offer.steps);
        // The rubric is there before anything refers to it.
        self.record_all(offer.embed.into_iter().chain(changes), now, effects);
        self.exchange(offer.rubric);
        if let Some(ix) = self.rubric.question_ix(here.as_str()) {
            self.go_to(ix);
        }
        Some(self.rubric.version.to_string())
    }
}

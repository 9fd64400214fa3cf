//! Interviews: who speaks, and the interviewer's own rating beside what is claimed.

use super::ask::{choice_of, move_highlight, next_credit};
use super::{App, Editor, Effect, Overlay, Purpose, Work};
use crate::assessment::{Answer, Assessment, Author, Change, Mode, PadLine, Stamp};
use crate::measure::{Measured, supported};
use crate::rubric::Rubric;
use crate::text::Clean;
use crate::tui::key::Key;
use crate::tui::keys::Action;

/// What an interview adds to the open assessment, worked out when something changed.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// Whom the next answers are from, in an interview.
    pub interviewee: Option<Clean>,
    /// The lines of the pad.
    pub pad: Vec<PadLine>,
    /// The numbers that were checked, if any were.
    pub supported: Option<Measured>,
}

impl Talk {
    /// Of an assessment and the one who records in it.
    pub fn of(rubric: &Rubric, assessment: &Assessment, author: &Author) -> Self {
        let is_interview = assessment.mode() == Mode::Interview;
        Self {
            interviewee: is_interview.then(|| assessment.interviewee(author)).flatten(),
            pad: assessment.pad(),
            supported: supported(rubric, assessment),
        }
    }
}

impl Work {
    /// An answer as it is recorded here: in an interview it says who gave it.
    pub fn said(&self, change: Change) -> Change {
        match &self.talk.interviewee {
            Some(who) => change.said_by(who),
            None => change,
        }
    }

    /// Whether whoever speaks now gave the answer on screen.
    pub fn is_said_by_same(&self) -> bool {
        self.talk.interviewee.is_none() || self.assessment.speaker(&self.question().id) == self.talk.interviewee
    }
}

impl App {
    pub(super) fn act_talk(&mut self, action: Action) {
        let Some(work) = &mut self.work else { return };
        let is_interview = work.assessment.mode() == Mode::Interview;
        match action {
            Action::Pad => self.to_pad(),
            _ if !is_interview => self.message = Some(self.words().talk.only_interview.to_owned()),
            Action::Interviewee => self.ask_who_speaks(),
            _ => {
                work.highlight = None;
                self.overlay = Some(Overlay::Rate);
            }
        }
    }

    pub(super) fn ask_who_speaks(&mut self) {
        self.overlay = Editor::new(self, Purpose::Interviewee).map(|editor| Overlay::Edit(Box::new(editor)));
    }

    /// Earlier interviewees whose name contains what is typed; all of them before anything is.
    pub fn interviewees(&self, typed: &str) -> Vec<Clean> {
        let typed = typed.trim().to_lowercase();
        let known = self.work.as_ref().map_or_else(Vec::new, |work| work.assessment.interviewees());
        known.into_iter().filter(|who| who.to_lowercase().contains(&typed)).collect()
    }

    /// Leaves the field of names: the one chosen, else the one typed; `-` is nobody, nothing typed changes nothing.
    pub(super) fn take_interviewee(&mut self, typed: &str, cursor: usize, now: Stamp, effects: &mut Vec<Effect>) {
        let chosen = cursor.checked_sub(1).and_then(|place| self.interviewees(typed).get(place).map(Clean::to_string));
        let who = chosen.unwrap_or_else(|| Clean::line(typed.trim()).to_string());
        if let (Some(work), false) = (&mut self.work, who.trim().is_empty()) {
            work.interview(who.trim(), now, effects);
        }
    }

    /// Keys while the interviewer's own rating is asked for.
    pub(super) fn over_rate(&mut self, key: Key, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let question = work.question();
        let known = work.assessment.rating(&work.rubric, question);
        let level = |choice: usize| Answer::Level { value: question.choices[choice].value, toward: None };
        let rating = match key {
            Key::Char(c @ '0'..='9') => choice_of(question, c as u8 - b'0').map(level),
            Key::Enter => work.highlight.map(level),
            Key::Char('+' | '=') => next_credit(&work.rubric, question, known.as_ref()).ok(),
            Key::Up | Key::Down => {
                move_highlight(work, if key == Key::Up { -1 } else { 1 });
                None
            }
            _ => None,
        };
        let is_left = matches!(key, Key::Esc | Key::Backspace | Key::Enter) || rating.is_some();
        if rating.is_some() || key == Key::Backspace {
            work.rate(rating.as_ref(), now, effects);
        }
        if is_left && !matches!(key, Key::Char('+' | '=')) {
            work.highlight = None;
        } else {
            self.overlay = Some(Overlay::Rate);
        }
    }
}

//! Voting in turn: a cover, one rater's ballot, the next cover.

use std::collections::VecDeque;

use super::super::{App, Effect, Place, Work};
use super::Stage;
use crate::assessment::{RoundState, Stamp, Vote};
use crate::lang::fill;
use crate::rubric::{Id, QuestionIx};
use crate::tui::app::{answer_with, choice_of, move_highlight};
use crate::tui::keys::Action;

/// Whose turn it is, and who comes after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Who has still to vote; the first is the one whose turn it is.
    waiting: VecDeque<Id>,
    /// Whether each rater goes through all questions, not this one alone.
    pub is_pass: bool,
}

impl Turn {
    /// Whose turn it is.
    pub fn rater(&self) -> Option<&Id> {
        self.waiting.front()
    }
}

impl Work {
    /// Places of the questions of the blind first pass: those of which nothing was revealed or agreed.
    fn pass(&self) -> Vec<usize> {
        let is_open = |q: QuestionIx| self.room.table(q).agreed.is_none() && self.stage(q) != Stage::Revealed;
        (0..self.asked.len()).filter(|place| is_open(self.asked[*place])).collect()
    }

    /// Covers the round that is open, so that nothing of it is seen before the reveal.
    pub fn cover(&mut self, questions: &[QuestionIx], now: Stamp, effects: &mut Vec<Effect>) {
        // Here votes from files are covered too; what counts is whether a copy of the file knows.
        let uncovered = |q: &&QuestionIx| {
            let number = self.room.table(**q).open_round();
            self.assessment.round_state(number, &self.rubric.question(**q).id) != RoundState::Open
        };
        let cover = |q: &QuestionIx| self.round(*q, self.room.table(*q).open_round(), RoundState::Open);
        let changes: Vec<_> = questions.iter().filter(uncovered).map(cover).collect();
        self.record_several(changes, now, effects);
    }
}

impl App {
    /// Everybody who is here votes on the question on screen, one after the other.
    pub(super) fn vote_in_turn(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let question = work.question_ix();
        let waiting: VecDeque<Id> = if work.stage(question) == Stage::Revealed {
            work.room.here().map(|r| r.id.clone()).collect()
        } else {
            work.missing(question).cloned().collect()
        };
        if work.room.here().next().is_none() {
            return self.to_raters(Some(self.words().room.raters_first));
        }
        work.cover(&[question], now, effects);
        self.room.turn = Some(Turn { waiting, is_pass: false });
        self.to_cover();
    }

    /// The blind first pass: one rater after the other goes through all questions.
    pub(super) fn first_pass(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        if let Some(why) = &work.read_only {
            self.message = Some(why.to_string());
            return;
        }
        if work.room.here().next().is_none() {
            return self.to_raters(Some(words.room.raters_first));
        }
        let questions: Vec<QuestionIx> = work.pass().iter().map(|place| work.asked[*place]).collect();
        work.cover(&questions, now, effects);
        let lacks = |id: &Id| questions.iter().any(|q| work.missing(*q).any(|missing| missing == id));
        let waiting: VecDeque<Id> = work.room.here().map(|r| r.id.clone()).filter(lacks).collect();
        if waiting.is_empty() {
            self.message = Some(words.room.all_voted.to_owned());
            return;
        }
        self.room.turn = Some(Turn { waiting, is_pass: true });
        self.to_cover();
    }

    /// The cover for the one whose turn it is; after the last one back to where it began.
    fn to_cover(&mut self) {
        if let Some(work) = &mut self.work {
            work.speak_as(None);
        }
        match &self.room.turn {
            Some(turn) if turn.rater().is_some() => self.place = Place::Cover,
            Some(Turn { is_pass: true, .. }) => {
                self.to_agenda();
                self.message = Some(self.words().room.pass_done.to_owned());
            }
            _ => self.to_room(),
        }
    }

    pub(in crate::tui::app) fn act_cover(&mut self, action: Action) {
        match (action, &mut self.room.turn) {
            (Action::Enter, Some(turn)) => {
                let (rater, is_pass) = (turn.rater().cloned(), turn.is_pass);
                let Some(work) = &mut self.work else { return };
                work.speak_as(rater);
                if is_pass {
                    let first = work.pass().into_iter().find(|place| work.answer(work.asked[*place]).is_none());
                    work.go(first.or(work.pass().first().copied()).unwrap_or(0));
                }
                self.place = Place::Ballot;
            }
            (Action::Right, Some(turn)) => {
                turn.waiting.pop_front();
                self.to_cover();
            }
            (Action::Leave, Some(Turn { is_pass: true, .. })) => self.to_agenda(),
            (Action::Leave, _) => self.to_room(),
            _ => {}
        }
    }

    pub(in crate::tui::app) fn act_ballot(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let is_pass = self.room.turn.as_ref().is_some_and(|turn| turn.is_pass);
        let Some(work) = &mut self.work else { return };
        match action {
            Action::Digit(digit) => {
                if let Some(choice) = choice_of(work.question(), digit) {
                    answer_with(work, choice, now, effects);
                }
            }
            Action::Unknown => work.cast(Some(Vote::Unknown), now, effects),
            Action::NotApplicable if work.question().na_allowed => {
                work.cast(Some(Vote::NotApplicable), now, effects);
            }
            Action::NotApplicable => self.message = Some(words.ask.na_not_allowed.to_owned()),
            Action::Clear => work.cast(None, now, effects),
            Action::Up => move_highlight(work, -1),
            Action::Down => move_highlight(work, 1),
            Action::PageDown => work.scroll += 5,
            Action::PageUp => work.scroll = work.scroll.saturating_sub(5),
            Action::WhyItMatters => self.shows_why = !self.shows_why,
            Action::Back if is_pass => {
                let before = work.pass().into_iter().rev().find(|place| *place < work.at);
                work.go(before.unwrap_or(work.at));
            }
            Action::Enter => {
                if let Some(choice) = work.highlight {
                    answer_with(work, choice, now, effects);
                }
                self.hand_over(is_pass);
            }
            Action::Leave => self.to_cover(),
            _ => {}
        }
    }

    /// On to the next question of a pass, else to the next rater. Who has not voted stays.
    fn hand_over(&mut self, is_pass: bool) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        if work.answer_here().is_none() {
            self.message = Some(fill(words.room.vote_first, &[words.key.arrow_right]));
            return;
        }
        if is_pass {
            let (here, pass) = (work.at, work.pass());
            let open = |place: &&usize| work.answer(work.asked[**place]).is_none();
            let next = pass.iter().find(|place| **place > here).or_else(|| pass.iter().find(open));
            if let Some(next) = next {
                return work.go(*next);
            }
        }
        if let Some(turn) = &mut self.room.turn {
            turn.waiting.pop_front();
        }
        self.to_cover();
    }
}

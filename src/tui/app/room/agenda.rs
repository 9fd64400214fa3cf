//! The agenda: what the room talks about next, contested questions first.

use super::super::{App, Effect, Place, Work, moved};
use super::Stage;
use crate::assessment::{RoundState, Stamp};
use crate::measure::room::{Outcome, Session, session_of};
use crate::order;
use crate::rubric::QuestionIx;
use crate::tui::keys::Action;

/// A line of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// The question.
    pub question: QuestionIx,
    /// How far it is.
    pub stage: Stage,
    /// What its votes come to, once they are revealed or something is agreed on.
    pub outcome: Option<Outcome>,
}

/// How much the room agrees over the questions of an agenda that may be seen; `None` before any may.
pub fn so_far(work: &Work, rows: &[AgendaRow]) -> Option<Session> {
    let mut seen: Vec<_> = rows.iter().filter_map(|row| Some((row.question, row.outcome.clone()?))).collect();
    order::by_key(&mut seen, |(question, _)| *question);
    (!seen.is_empty()).then(|| session_of(&work.rubric, seen))
}

impl AgendaRow {
    fn rank(&self, work: &Work) -> (u8, u64, QuestionIx) {
        let is_agreed = work.room.table(self.question).agreed.is_some();
        let rank = match &self.outcome {
            _ if is_agreed => 5,
            Some(outcome) if self.stage == Stage::Revealed => 3 - outcome.heat().min(3),
            _ => 4,
        };
        // Of equal classes the one with the least consensus comes first.
        let consensus = self.outcome.as_ref().and_then(|o| o.consensus).map_or(1.0, |c| c.cns);
        let order = if rank < 4 { (consensus.clamp(0.0, 1.0) * 1e9) as u64 } else { 0 };
        (rank, order, self.question)
    }
}

/// All questions that are asked: contested ones first, then aligned ones, then those that are not
/// revealed, then what is agreed.
pub fn agenda(work: &Work) -> Vec<AgendaRow> {
    let row = |q: &QuestionIx| {
        let table = work.room.table(*q);
        let is_revealed = |o: &Outcome| table.round(o.round).is_some_and(|r| r.state == RoundState::Revealed);
        let outcome = work.outcome(*q).filter(|o| is_revealed(o) || table.agreed.is_some());
        let row = AgendaRow { question: *q, stage: work.stage(*q), outcome };
        (row.rank(work), row)
    };
    let mut rows: Vec<_> = work.asked.iter().map(row).collect();
    order::by_key(&mut rows, |(rank, _)| *rank);
    rows.into_iter().map(|(_, row)| row).collect()
}

impl App {
    /// To the agenda, with the cursor on the question on screen.
    pub(in crate::tui::app) fn to_agenda(&mut self) {
        let Some(work) = &mut self.work else { return };
        work.speak_as(None);
        let here = work.question_ix();
        self.room.turn = None;
        self.room.cursor = work.agenda().iter().position(|row| row.question == here).unwrap_or(0);
        self.place = Place::Agenda;
    }

    /// To what is to be talked about next; with nothing left back to the agenda.
    pub(super) fn next_on_agenda(&mut self) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let here = work.question_ix();
        if work.room.table(here).agreed.is_none() {
            self.message = Some(words.room.agree_first.to_owned());
            return;
        }
        let open = |row: &&AgendaRow| work.room.table(row.question).agreed.is_none();
        if let Some(next) = work.agenda().iter().find(open).map(|row| row.question) {
            self.to_question(next);
        } else {
            self.to_agenda();
            self.message = Some(words.room.all_agreed.to_owned());
        }
    }

    pub(in crate::tui::app) fn act_agenda(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let page = self.page();
        let Some(work) = &mut self.work else { return };
        match action {
            Action::Enter => {
                let rows = work.agenda();
                if let Some(question) = rows.get(self.room.cursor.min(rows.len().saturating_sub(1))).map(|r| r.question)
                {
                    self.to_question(question);
                    self.to_room();
                }
            }
            Action::Raters => self.to_raters(None),
            Action::FirstPass => self.first_pass(now, effects),
            Action::Reveal => self.reveal_all(now, effects),
            Action::Timer => self.open_field(super::RoomField::SessionLength),
            Action::Back => self.to_ask(),
            Action::Leave => self.to_home(effects),
            action => self.room.cursor = moved(action, self.room.cursor, work.asked.len(), page),
        }
    }

    /// Reveals every question on which all who are here have voted.
    fn reveal_all(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        if let Some(why) = &work.read_only {
            self.message = Some(why.to_string());
            return;
        }
        if work.reveal_all(now, effects) == 0 {
            self.message = Some(words.room.none_sealed.to_owned());
            return;
        }
        self.room.cursor = 0;
    }
}

impl Work {
    /// Reveals every question on which all who are here have voted; returns how many those are.
    pub fn reveal_all(&mut self, now: Stamp, effects: &mut Vec<Effect>) -> usize {
        let sealed = |q: &&QuestionIx| self.stage(**q) == Stage::Sealed;
        let reveal = |q: &QuestionIx| self.round(*q, self.room.table(*q).open_round(), RoundState::Revealed);
        let changes: Vec<_> = self.asked.iter().filter(sealed).map(reveal).collect();
        let count = changes.len();
        self.record_several(changes, now, effects);
        count
    }
}

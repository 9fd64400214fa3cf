//! The room: one question for everybody, votes in turn, reveal, agreement.
//!
//! What somebody votes is on screen only while that person votes. A cover stands between two raters, and
//! until the reveal nothing but the number of votes is shown.

mod agenda;
mod agree;
mod ballot;
mod clock;
mod field;
mod raters;
mod voice;

pub use agenda::{AgendaRow, agenda, so_far};
pub use ballot::Turn;
pub use clock::Clock;
pub use field::RoomField;

use super::{App, Confirm, Effect, Overlay, Place, Work};
use crate::assessment::{Answer, Change, Hands, MAX_ROUNDS, Mode, RoundState, Stamp, Thing, Vote};
use crate::measure::room::{Outcome, outcome};
use crate::rubric::{Id, QuestionIx};
use crate::text;
use crate::tui::keys::Action;

/// The state of the screens of a room.
#[derive(Clone, Debug, Default)]
pub struct RoomView {
    /// Place of the cursor in the agenda.
    pub cursor: usize,
    /// Place of the cursor among the raters.
    pub rater: usize,
    /// Whose turn it is.
    pub turn: Option<Turn>,
    /// The time that is left.
    pub clock: Clock,
}

/// How far the question on screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has voted in the round that is open.
    Ready,
    /// Some have voted, covered.
    Voting,
    /// All who are here have voted, covered.
    Sealed,
    /// The votes may be seen.
    Revealed,
}

impl Work {
    /// Whether people vote on it together.
    pub fn is_workshop(&self) -> bool {
        self.assessment.mode() == Mode::Workshop
    }

    /// How far a question is.
    pub fn stage(&self, question: QuestionIx) -> Stage {
        let table = self.room.table(question);
        let Some(round) = table.rounds.last() else { return Stage::Ready };
        let missing = self.missing(question).next().is_some();
        match round.state {
            RoundState::Revealed => Stage::Revealed,
            _ if round.is_empty() => Stage::Ready,
            _ if missing || self.room.here().next().is_none() => Stage::Voting,
            _ => Stage::Sealed,
        }
    }

    /// The raters who are here and have not voted in the round that is open.
    pub fn missing(&self, question: QuestionIx) -> impl Iterator<Item = &Id> {
        let table = self.room.table(question);
        let round = table.round(table.open_round());
        self.room.here().map(|r| &r.id).filter(move |id| round.and_then(|r| r.vote(id)).is_none())
    }

    /// How many votes the last round holds.
    pub fn voted(&self, question: QuestionIx) -> usize {
        self.room.table(question).rounds.last().map_or(0, |round| round.votes.len())
    }

    /// On how many of the questions that are asked a rater has voted, in whatever round.
    pub fn voted_by(&self, rater: &Id) -> usize {
        let has_voted = |q: &&QuestionIx| self.room.table(**q).rounds.iter().any(|round| round.vote(rater).is_some());
        self.asked.iter().filter(has_voted).count()
    }

    /// What the votes on a question come to, as far as they may be seen.
    pub fn outcome(&self, question: QuestionIx) -> Option<Outcome> {
        outcome(&self.rubric, self.rubric.question(question), self.room.table(question))
    }

    /// From now on answers are those of this rater, or nobody's.
    pub fn speak_as(&mut self, rater: Option<Id>) {
        self.voice = rater;
        self.highlight = None;
        self.answers_again();
    }

    /// Records a vote of the rater who speaks; `None` takes it back.
    pub fn cast(&mut self, vote: Option<Vote>, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(rater) = self.voice.clone() else { return };
        let ix = self.question_ix();
        let change = match vote {
            Some(vote) => self.room.voting(&self.rubric, ix, &rater, vote),
            None => self.answer_here().map(|_| {
                let round = self.room.table(ix).open_round();
                Change::vote(round, &self.question().id, &rater, None)
            }),
        };
        self.highlight = None;
        if let Some(change) = change {
            self.record(change, now, effects);
        }
    }

    /// What the rater who speaks has said about a question in the round that is open.
    pub(super) fn said_by_voice(&self, question: QuestionIx) -> Option<Answer> {
        let table = self.room.table(question);
        let vote = table.round(table.open_round())?.vote(self.voice.as_ref()?)?;
        Some(match vote {
            Vote::Level(value) => Answer::Level { value, toward: None },
            Vote::Unknown => Answer::Unknown,
            Vote::NotApplicable => Answer::NotApplicable { reason: crate::text::Clean::default() },
        })
    }

    /// Whether there may be a further round on the question on screen.
    pub fn may_vote_again(&self) -> bool {
        self.room.table(self.question_ix()).rounds.len() < usize::from(MAX_ROUNDS)
    }

    /// Lets everybody see the votes on the question on screen.
    pub fn reveal(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let question = self.question_ix();
        let number = self.room.table(question).open_round();
        let change = self.round(question, number, RoundState::Revealed);
        self.record(change, now, effects);
    }

    /// A show of hands is counted and seen at once; false if that is none.
    pub fn count_hands(&mut self, typed: &str, now: Stamp, effects: &mut Vec<Effect>) -> bool {
        let question = self.question_ix();
        let Some(hands) = Hands::parse(&text::usual_line(typed), self.question()) else { return false };
        let number = self.room.table(question).open_round();
        let id = self.question().id.clone();
        let counted = Change::new(Thing::Hands(number, id), hands.to_value(self.question()));
        let seen = self.round(question, number, RoundState::Revealed);
        self.record_several(vec![counted, seen], now, effects);
        true
    }

    /// What changes the state of a round.
    fn round(&self, question: QuestionIx, number: u8, state: RoundState) -> Change {
        Change::new(Thing::Round(number, self.rubric.question(question).id.clone()), state.to_value())
    }
}

impl App {
    /// To the room, at the question on screen.
    pub(super) fn to_room(&mut self) {
        if let Some(work) = &mut self.work {
            work.speak_as(None);
            self.room.turn = None;
            self.place = Place::Room;
        }
    }

    /// To the question at this place. The timer was that of the question before.
    fn to_place(&mut self, place: usize) {
        if let Some(work) = &mut self.work {
            let before = work.at;
            work.go(place);
            if work.at != before {
                self.room.clock.stop();
            }
        }
    }

    /// The same by the question.
    fn to_question(&mut self, question: QuestionIx) {
        let place = self.work.as_ref().and_then(|work| work.asked.iter().position(|q| *q == question));
        if let Some(place) = place {
            self.to_place(place);
        }
    }

    pub(super) fn act_room(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let (question, at) = (work.question_ix(), work.at);
        match action {
            Action::Leave => return self.to_agenda(),
            Action::Left | Action::Back => return self.to_place(at.saturating_sub(1)),
            Action::Right => return self.to_place(at + 1),
            Action::PageDown => return work.scroll += 5,
            Action::PageUp => return work.scroll = work.scroll.saturating_sub(5),
            Action::Raters => return self.to_raters(None),
            Action::Timer => return self.room.clock.next_length(now),
            _ => {}
        }
        if let Some(why) = &work.read_only {
            self.message = Some(why.to_string());
            return;
        }
        match (action, work.stage(question)) {
            (Action::Enter, Stage::Ready | Stage::Voting) => self.vote_in_turn(now, effects),
            // What has been seen cannot be covered again: a slip of the finger must not reveal who has voted so far.
            (Action::Reveal, Stage::Voting) if work.missing(question).next().is_some() => {
                let missing = work.missing(question).count();
                self.overlay = Some(Overlay::Confirm(Confirm::Reveal(missing)));
            }
            (Action::Enter, Stage::Sealed) | (Action::Reveal, Stage::Voting | Stage::Sealed) => {
                work.reveal(now, effects);
            }
            (Action::Enter, Stage::Revealed) => self.next_on_agenda(),
            (Action::Hands, Stage::Voting | Stage::Sealed) => {
                self.message = Some(self.words().room.hands_too_late.to_owned());
            }
            (Action::Hands, _) => self.open_field(RoomField::Hands),
            (Action::VoteAgain, Stage::Revealed) => self.vote_again(now, effects),
            (Action::Agree(method), Stage::Ready | Stage::Revealed) => self.agree(method, now, effects),
            (Action::Agree(_), Stage::Voting | Stage::Sealed) => {
                self.message = Some(self.words().room.reveal_first.to_owned());
            }
            (Action::Clear, _) => drop(work.take_back_agreement(now, effects)),
            (Action::Statement, _) => self.open_field(RoomField::Statement),
            (Action::PutAside, _) => self.open_field(RoomField::PutAside),
            _ => {}
        }
    }

    /// A further round, while there may be one.
    fn vote_again(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        if self.work.as_ref().is_some_and(Work::may_vote_again) {
            self.vote_in_turn(now, effects);
        } else {
            self.message = Some(self.words().room.no_more_rounds.to_owned());
        }
    }

    pub(super) fn count_hands(&mut self, typed: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let is_counted = self.work.as_mut().is_some_and(|work| work.count_hands(typed, now, effects));
        if !is_counted {
            self.message = Some(self.words().room.bad_hands.to_owned());
        }
    }

    /// Whether a key of the room has anything to work on just now.
    pub fn room_does(&self, action: Action) -> bool {
        let Some(work) = &self.work else { return false };
        let question = work.question_ix();
        let stage = work.stage(question);
        let table = work.room.table(question);
        let is_open = stage == Stage::Revealed && table.agreed.is_none();
        match action {
            Action::Reveal => stage == Stage::Voting,
            Action::VoteAgain => is_open && work.may_vote_again(),
            Action::Hands => stage == Stage::Ready,
            Action::Agree(_) => is_open,
            Action::Statement => stage == Stage::Revealed,
            Action::Clear => table.agreed.is_some(),
            _ => true,
        }
    }
}

//! The keys of a room: a part of the one table.

use super::Place::{Agenda, Ballot, Cover, Raters, Room};
use super::{Action, Binding, Place};
use crate::assessment::Method;
use crate::lang::KeyWords;
use crate::tui::key::Key;

/// An entry of the table.
const fn entry(
    places: &'static [Place],
    keys: &'static [Key],
    action: Action,
    words: fn(&KeyWords) -> &'static str,
    rank: u8,
) -> Binding {
    Binding { places, keys, action, words, rank }
}

/// Every key that only a room has.
pub(super) const ROOM: &[Binding] = &[
    entry(&[Agenda], &[Key::Enter], Action::Enter, |w| w.to_question, 10),
    entry(&[Agenda], &[Key::Char('r')], Action::Raters, |w| w.raters, 8),
    entry(&[Agenda], &[Key::Char('f')], Action::FirstPass, |w| w.first_pass, 9),
    entry(&[Agenda], &[Key::Char('e')], Action::Reveal, |w| w.reveal_all, 7),
    entry(&[Agenda], &[Key::Char('t')], Action::Timer, |w| w.session_length, 3),
    entry(&[Agenda], &[Key::Char('v')], Action::Result, |w| w.result, 6),
    entry(&[Agenda, Raters], &[Key::Char('b')], Action::Back, |w| w.to_questions, 1),
    entry(&[Agenda], &[Key::Char('S')], Action::Setup, |w| w.setup, 1),
    entry(&[Raters], &[Key::Char('n')], Action::New, |w| w.joins, 10),
    entry(&[Raters], &[Key::Enter], Action::Enter, |w| w.answer_as, 9),
    entry(&[Raters], &[Key::Char('c')], Action::Rename, |w| w.edit, 7),
    entry(&[Raters], &[Key::Char('x')], Action::Exclude, |w| w.leaves, 7),
    entry(&[Raters], &[Key::Char('i')], Action::TakeIn, |w| w.take_in, 6),
    entry(&[Room], &[Key::Enter], Action::Enter, |w| w.go_on, 10),
    entry(&[Room], &[Key::Char('h')], Action::Hands, |w| w.hands, 8),
    entry(&[Room], &[Key::Char('e')], Action::Reveal, |w| w.reveal, 8),
    entry(&[Room], &[Key::Char('a')], Action::VoteAgain, |w| w.vote_again, 9),
    entry(&[Room], &[Key::Char('m')], Action::Agree(Method::LowMedian), |w| w.low_median, 9),
    entry(&[Room], &[Key::Char('c')], Action::Agree(Method::Consensus), |w| w.consensus, 9),
    entry(&[Room], &[Key::Char('f')], Action::Agree(Method::Facilitator), |w| w.facilitator, 7),
    entry(&[Room], &[Key::Char('d')], Action::Agree(Method::Defer), |w| w.defer, 7),
    entry(&[Room], &[Key::Backspace], Action::Clear, |w| w.take_back, 0),
    entry(&[Room], &[Key::Char('s')], Action::Statement, |w| w.statement, 6),
    entry(&[Room], &[Key::Char('p')], Action::PutAside, |w| w.put_aside, 3),
    entry(&[Room], &[Key::Char('t')], Action::Timer, |w| w.timer, 3),
    entry(&[Room], &[Key::Char('r')], Action::Raters, |w| w.raters, 0),
    entry(&[Room], &[Key::Left, Key::Char('[')], Action::Left, |w| w.back, 0),
    entry(&[Room], &[Key::Right, Key::Char(']')], Action::Right, |w| w.next, 0),
    entry(&[Cover], &[Key::Enter], Action::Enter, |w| w.begin_ballot, 10),
    entry(&[Cover], &[Key::Right], Action::Right, |w| w.skip_rater, 8),
    entry(&[Ballot], &[], Action::Digit(0), |w| w.choose, 9),
    entry(&[Ballot], &[Key::Char('u')], Action::Unknown, |w| w.unknown, 8),
    entry(&[Ballot], &[Key::Char('x')], Action::NotApplicable, |w| w.not_applicable, 7),
    entry(&[Ballot], &[Key::Enter], Action::Enter, |w| w.hand_over, 10),
    entry(&[Ballot], &[Key::Char('b'), Key::Left], Action::Back, |w| w.back, 5),
    entry(&[Ballot], &[Key::Backspace], Action::Clear, |w| w.clear, 0),
    entry(&[Ballot], &[Key::Char('w')], Action::WhyItMatters, |w| w.why_it_matters, 2),
    entry(&[Agenda, Raters, Room, Cover, Ballot], &[Key::Esc], Action::Leave, |w| w.leave, 1),
];

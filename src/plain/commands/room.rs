//! The commands of a room: those of a rater, who sees no vote but the own, and those of whoever leads.

use super::{Command, Entry, bare, with};
use crate::assessment::Method;

/// What a rater can do.
pub const BALLOT: &[Entry] = &[
    bare(&["u"], Command::Unknown, |w| w.unknown),
    bare(&["x"], Command::NotApplicable, |w| w.not_applicable),
    bare(&["d"], Command::Clear, |w| w.clear_vote),
    bare(&[""], Command::Next, |w| w.next),
    bare(&["b"], Command::Back, |w| w.back),
    bare(&["]"], Command::NextOpen, |w| w.next_open),
    bare(&["["], Command::PreviousOpen, |w| w.previous_open),
    with(&["/", "j"], |w| w.takes_jump, Command::Jump, |w| w.jump),
    bare(&["o"], Command::Outline, |w| w.own_votes),
    bare(&["a"], Command::Again, |w| w.again),
    bare(&["w"], Command::WhyItMatters, |w| w.why_it_matters),
    bare(&["W"], Command::ToRoom, |w| w.to_room),
    bare(&["L"], Command::Language, |w| w.language),
    bare(&["?"], Command::Help, |w| w.help),
    bare(&["q"], Command::Quit, |w| w.end_votes),
];

/// What whoever leads the room can do.
pub const LEAD: &[Entry] = &[
    with(&["n"], |w| w.takes_rater, Command::Join, |w| w.join),
    with(&["x"], |w| w.takes_name, Command::Leave, |w| w.leave),
    with(&["r"], |w| w.takes_name, Command::Raters, |w| w.raters),
    with(&["h"], |w| w.takes_hands, Command::Hands, |w| w.hands),
    bare(&["e"], Command::Reveal, |w| w.reveal),
    bare(&["E"], Command::RevealAll, |w| w.reveal_all),
    bare(&["a"], Command::VoteAgain, |w| w.vote_again),
    bare(&["m"], Command::Agree(Method::LowMedian), |w| w.by_low_median),
    with(&["c"], |w| w.takes_agreed, Command::Agree(Method::Consensus), |w| w.by_consensus),
    with(&["f"], |w| w.takes_decided, Command::Agree(Method::Facilitator), |w| w.by_facilitator),
    with(&["d"], |w| w.takes_reason, Command::Agree(Method::Defer), |w| w.defer),
    bare(&["-"], Command::TakeBack, |w| w.take_back),
    with(&["s"], |w| w.takes_text, Command::Statement, |w| w.statement),
    with(&["p"], |w| w.takes_text, Command::PutAside, |w| w.put_aside),
    bare(&[""], Command::Next, |w| w.next_question),
    bare(&["b"], Command::Back, |w| w.back),
    bare(&["]"], Command::NextOpen, |w| w.next_contested),
    with(&["/", "j"], |w| w.takes_jump, Command::Jump, |w| w.jump),
    bare(&["o"], Command::Outline, |w| w.agenda),
    bare(&["."], Command::Again, |w| w.again),
    bare(&["w"], Command::WhyItMatters, |w| w.why_it_matters),
    bare(&["v"], Command::Result, |w| w.result),
    bare(&["z"], Command::Undo, |w| w.undo),
    bare(&["Z"], Command::Redo, |w| w.redo),
    bare(&["L"], Command::Language, |w| w.language),
    bare(&["?"], Command::Help, |w| w.help),
    bare(&["q"], Command::Quit, |w| w.quit),
];

//! The tables of commands: what a line means, and what help says about it.

mod room;

use crate::assessment::Method;
use crate::lang::PlainWords;
use crate::text;
pub use room::{BALLOT, LEAD};

/// What a line wants, when it is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Don't know.
    Unknown,
    /// Not applicable, with the reason.
    NotApplicable,
    /// A line for the note.
    Note,
    /// An item of evidence.
    Evidence,
    /// The next confidence.
    Confidence,
    /// Mark for review, or unmark.
    Mark,
    /// A line for the pad, or a jump by its tag.
    Pad,
    /// The lines of the pad, or one of them to be assigned.
    PadLines,
    /// Who is interviewed.
    Interviewee,
    /// The interviewer's own rating.
    Rate,
    /// Clear the answer.
    Clear,
    /// On without an answer.
    Next,
    /// To the question before.
    Back,
    /// To the next open question.
    NextOpen,
    /// To the open question before.
    PreviousOpen,
    /// To the question that a text means.
    Jump,
    /// Every question with its answer.
    Outline,
    /// The question once more.
    Again,
    /// Why the question matters.
    WhyItMatters,
    /// What is open or should be looked at.
    Review,
    /// Who said what of the question when.
    History,
    /// The result so far.
    Result,
    /// Take back.
    Undo,
    /// Bring back.
    Redo,
    /// The other language.
    Language,
    /// The commands.
    Help,
    /// Who is in the room; with a name, that rater votes.
    Raters,
    /// Somebody joins the room.
    Join,
    /// Somebody leaves the room, or comes back.
    Leave,
    /// A show of hands.
    Hands,
    /// Everybody may see the votes on the question.
    Reveal,
    /// The same for every question on which everybody has voted.
    RevealAll,
    /// A further round.
    VoteAgain,
    /// What the room agrees on.
    Agree(Method),
    /// Takes back what was agreed on.
    TakeBack,
    /// Something that somebody wants to have said.
    Statement,
    /// Something that is talked about later.
    PutAside,
    /// To whoever leads the room.
    ToRoom,
    /// The end.
    Quit,
}

/// One entry of the table.
pub struct Entry {
    /// What is typed; an empty one is an empty line. Each of them is enough.
    pub typed: &'static [&'static str],
    /// What may follow it on the line.
    pub takes: Option<fn(&PlainWords) -> &'static str>,
    /// What it means.
    pub command: Command,
    /// What help says.
    pub words: fn(&PlainWords) -> &'static str,
}

const fn bare(typed: &'static [&'static str], command: Command, words: fn(&PlainWords) -> &'static str) -> Entry {
    Entry { typed, takes: None, command, words }
}

const fn with(
    typed: &'static [&'static str],
    takes: fn(&PlainWords) -> &'static str,
    command: Command,
    words: fn(&PlainWords) -> &'static str,
) -> Entry {
    Entry { typed, takes: Some(takes), command, words }
}

/// The commands of somebody who answers alone or asks, in the order of the help. Letters are those of
/// the full screen, here and in the other tables.
pub const COMMANDS: &[Entry] = &[
    bare(&["u"], Command::Unknown, |w| w.unknown),
    with(&["x"], |w| w.takes_reason, Command::NotApplicable, |w| w.not_applicable),
    with(&["n"], |w| w.takes_text, Command::Note, |w| w.note),
    with(&["e"], |w| w.takes_evidence, Command::Evidence, |w| w.evidence),
    bare(&["c"], Command::Confidence, |w| w.confidence),
    bare(&["m"], Command::Mark, |w| w.mark),
    with(&["p"], |w| w.takes_line, Command::Pad, |w| w.pad),
    with(&["P"], |w| w.takes_assignment, Command::PadLines, |w| w.pad_lines),
    with(&["i"], |w| w.takes_name, Command::Interviewee, |w| w.interviewee),
    with(&["g"], |w| w.takes_level, Command::Rate, |w| w.rate),
    bare(&["d"], Command::Clear, |w| w.clear),
    bare(&[""], Command::Next, |w| w.next),
    bare(&["b"], Command::Back, |w| w.back),
    bare(&["]"], Command::NextOpen, |w| w.next_open),
    bare(&["["], Command::PreviousOpen, |w| w.previous_open),
    with(&["/", "j"], |w| w.takes_jump, Command::Jump, |w| w.jump),
    bare(&["o"], Command::Outline, |w| w.outline),
    bare(&["a"], Command::Again, |w| w.again),
    bare(&["w"], Command::WhyItMatters, |w| w.why_it_matters),
    bare(&["r"], Command::Review, |w| w.review),
    bare(&["h"], Command::History, |w| w.history),
    bare(&["v"], Command::Result, |w| w.result),
    bare(&["z"], Command::Undo, |w| w.undo),
    bare(&["Z"], Command::Redo, |w| w.redo),
    bare(&["L"], Command::Language, |w| w.language),
    bare(&["?"], Command::Help, |w| w.help),
    bare(&["q"], Command::Quit, |w| w.quit),
];

/// The command of a table that a line begins with, and the text after it.
///
/// A letter is a command when it stands alone, or when a blank and a text that it takes follow.
pub fn command<'l>(table: &[Entry], line: &'l str) -> Option<(Command, &'l str)> {
    table.iter().find_map(|entry| {
        entry.typed.iter().find_map(|typed| {
            let rest = after(line, typed)?;
            let stands_alone = rest.is_empty();
            let is_followed = entry.takes.is_some() && (rest.starts_with(char::is_whitespace) || *typed == "/");
            (stands_alone || is_followed).then(|| (entry.command, rest.trim()))
        })
    })
}

/// What follows a command on its line, also where an input method made a full-width character of it.
fn after<'l>(line: &'l str, typed: &str) -> Option<&'l str> {
    let mut rest = line.chars();
    typed.chars().all(|c| rest.next().is_some_and(|l| text::usual(l) == c)).then_some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::key::Key;
    use crate::tui::keys::{Action, Place, action};

    #[test]
    fn a_line_is_a_command_only_as_a_whole() {
        let command = |line| command(COMMANDS, line);
        assert_eq!(command("u"), Some((Command::Unknown, "")));
        assert_eq!(command("x the line is rented"), Some((Command::NotApplicable, "the line is rented")));
        assert_eq!(command("/R3"), Some((Command::Jump, "R3")));
        assert_eq!(command(""), Some((Command::Next, "")));
        assert_eq!(command("？"), Some((Command::Help, "")));
        assert_eq!(command("、算力"), Some((Command::Jump, "算力")));
        assert_eq!(command("ｎ　第一条，很慢"), Some((Command::Note, "第一条，很慢")));
        for other in ["unknown", "u 2", "quit", "zz", "7", "。"] {
            assert_eq!(command(other), None, "{other}");
        }
    }

    #[test]
    fn no_letter_means_two_things() {
        for table in [COMMANDS, BALLOT, LEAD] {
            let typed: Vec<&str> = table.iter().flat_map(|e| e.typed).copied().collect();
            assert!(typed.iter().enumerate().all(|(i, t)| !typed[..i].contains(t)));
        }
    }

    /// Whoever knows one of the two interfaces knows the letters of the other.
    #[test]
    fn a_letter_means_the_same_as_on_screen() {
        let same = |command: Command| match command {
            Command::Unknown => Some(Action::Unknown),
            Command::NotApplicable => Some(Action::NotApplicable),
            Command::Note => Some(Action::Note),
            Command::Evidence => Some(Action::Evidence),
            Command::Confidence => Some(Action::Confidence),
            Command::Mark => Some(Action::Mark),
            Command::Back => Some(Action::Back),
            Command::NextOpen => Some(Action::NextOpen),
            Command::PreviousOpen => Some(Action::PreviousOpen),
            Command::Jump => Some(Action::Jump),
            Command::Outline => Some(Action::Outline),
            Command::WhyItMatters => Some(Action::WhyItMatters),
            Command::Review => Some(Action::Review),
            Command::History => Some(Action::History),
            Command::Result => Some(Action::Result),
            Command::Undo => Some(Action::Undo),
            Command::Redo => Some(Action::Redo),
            Command::Language => Some(Action::Language),
            Command::Help => Some(Action::Help),
            Command::Quit => Some(Action::Quit),
            Command::Interviewee => Some(Action::Interviewee),
            Command::Rate => Some(Action::Rate),
            Command::Hands => Some(Action::Hands),
            Command::Reveal => Some(Action::Reveal),
            Command::VoteAgain => Some(Action::VoteAgain),
            Command::Agree(method) => Some(Action::Agree(method)),
            Command::Statement => Some(Action::Statement),
            Command::PutAside => Some(Action::PutAside),
            Command::ToRoom => Some(Action::Agenda),
            _ => None,
        };
        // What a room has on its other screens has there the letter that it has here.
        let on_lists = |command: Command| match command {
            Command::Raters => Some((Place::Agenda, Action::Raters)),
            Command::Result => Some((Place::Agenda, Action::Result)),
            Command::Join => Some((Place::Raters, Action::New)),
            Command::Leave => Some((Place::Raters, Action::Exclude)),
            Command::NextOpen => Some((Place::Room, Action::Right)),
            _ => None,
        };
        for (table, place) in [(COMMANDS, Place::Ask), (BALLOT, Place::Ask), (LEAD, Place::Room)] {
            for entry in table {
                let Some(first) = entry.typed[0].chars().next() else { continue };
                let expected = match on_lists(entry.command).filter(|_| place == Place::Room) {
                    Some(elsewhere) => Some(elsewhere),
                    None => same(entry.command).map(|known| (place, known)),
                };
                // In a room walking and undoing are those of the question screen.
                let found = |place| action(place, Key::Char(first));
                if let Some((place, expected)) = expected {
                    assert!(found(place).or(found(Place::Ask)) == Some(expected), "{first}: {expected:?}");
                }
            }
        }
    }
}

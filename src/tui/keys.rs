//! The one table of keys: dispatch, footer, help and the README's list come from it.

mod action;
mod label;
mod place;
mod room;

pub use action::Action;
pub use place::Place;

use super::key::Key;
use crate::lang::KeyWords;

/// One entry of the table.
pub struct Binding {
    /// Where it holds.
    pub places: &'static [Place],
    /// The keys.
    pub keys: &'static [Key],
    /// What they mean.
    pub action: Action,
    /// What help says.
    pub words: fn(&KeyWords) -> &'static str,
    /// Whether and how early the footer shows it; 0: only in help.
    pub rank: u8,
}

use Place::{Ask, Conflict, Home, Plan, Preview, Result, Review, Setup, Trend, Upgrade, Why};

const ALL: &[Place] = &Place::ALL;
const LISTS: &[Place] =
    &[Home, Setup, Review, Conflict, Result, Why, Plan, Trend, Upgrade, Place::Study, Place::Agenda, Place::Raters];
/// Where there is no list and something moves all the same.
const CHOICES: &[Place] = &[Ask, Place::Ballot];
/// Where there is no list and there may be more than fits.
const TEXTS: &[Place] = &[Ask, Place::Room, Place::Ballot];
const OPEN: &[Place] = &[Ask, Review, Result, Why, Plan, Trend];

/// Every key of the full screen, outside of text fields.
pub const KEYS: &[Binding] = &[
    Binding { places: &[Ask], keys: &[], action: Action::Digit(0), words: |w| w.choose, rank: 9 },
    Binding {
        places: &[Ask],
        keys: &[Key::Char('+'), Key::Char('=')],
        action: Action::Toward,
        words: |w| w.toward,
        rank: 8,
    },
    Binding { places: &[Ask], keys: &[Key::Char('u')], action: Action::Unknown, words: |w| w.unknown, rank: 7 },
    Binding {
        places: &[Ask],
        keys: &[Key::Char('x')],
        action: Action::NotApplicable,
        words: |w| w.not_applicable,
        rank: 6,
    },
    Binding { places: &[Ask], keys: &[Key::Char('n')], action: Action::Note, words: |w| w.note, rank: 5 },
    Binding { places: &[Ask], keys: &[Key::Char('e')], action: Action::Evidence, words: |w| w.evidence, rank: 4 },
    Binding { places: &[Ask], keys: &[Key::Enter], action: Action::Enter, words: |w| w.next, rank: 10 },
    Binding { places: &[Ask], keys: &[Key::Char('b'), Key::Left], action: Action::Back, words: |w| w.back, rank: 9 },
    Binding { places: &[Ask], keys: &[Key::Right], action: Action::Right, words: |w| w.skip, rank: 0 },
    Binding { places: &[Ask], keys: &[Key::Backspace], action: Action::Clear, words: |w| w.clear, rank: 0 },
    Binding { places: &[Ask], keys: &[Key::Char('c')], action: Action::Confidence, words: |w| w.confidence, rank: 2 },
    Binding { places: &[Ask], keys: &[Key::Char('m')], action: Action::Mark, words: |w| w.mark, rank: 2 },
    Binding { places: &[Ask], keys: &[Key::Tab], action: Action::Pad, words: |w| w.pad, rank: 6 },
    Binding { places: &[Ask], keys: &[Key::Char('i')], action: Action::Interviewee, words: |w| w.interviewee, rank: 5 },
    Binding { places: &[Ask], keys: &[Key::Char('g')], action: Action::Rate, words: |w| w.rate, rank: 5 },
    Binding { places: &[Ask], keys: &[Key::Char('/')], action: Action::Jump, words: |w| w.jump, rank: 3 },
    Binding { places: &[Ask], keys: &[Key::Char(']')], action: Action::NextOpen, words: |w| w.next_open, rank: 0 },
    Binding {
        places: &[Ask],
        keys: &[Key::Char('[')],
        action: Action::PreviousOpen,
        words: |w| w.previous_open,
        rank: 0,
    },
    Binding { places: &[Ask], keys: &[Key::Char('z')], action: Action::Undo, words: |w| w.undo, rank: 3 },
    Binding { places: &[Ask], keys: &[Key::Char('Z')], action: Action::Redo, words: |w| w.redo, rank: 0 },
    Binding {
        places: &[Ask],
        keys: &[Key::Char('w')],
        action: Action::WhyItMatters,
        words: |w| w.why_it_matters,
        rank: 2,
    },
    Binding { places: &[Ask], keys: &[Key::Char('o')], action: Action::Outline, words: |w| w.outline, rank: 1 },
    Binding {
        places: &[Ask, Conflict, Result, Why],
        keys: &[Key::Char('r')],
        action: Action::Review,
        words: |w| w.review,
        rank: 4,
    },
    Binding {
        places: &[Ask, Review, Why, Plan, Trend],
        keys: &[Key::Char('v')],
        action: Action::Result,
        words: |w| w.result,
        rank: 3,
    },
    Binding {
        places: &[Ask, Review, Conflict, Result, Why, Plan],
        keys: &[Key::Char('h')],
        action: Action::History,
        words: |w| w.history,
        rank: 1,
    },
    Binding { places: &[Preview], keys: &[Key::Char('R')], action: Action::Reload, words: |w| w.reload, rank: 10 },
    Binding { places: &[Preview], keys: &[Key::Char('f')], action: Action::Findings, words: |w| w.findings, rank: 10 },
    Binding { places: &[Home], keys: &[Key::Enter], action: Action::Enter, words: |w| w.open, rank: 10 },
    Binding { places: &[Home], keys: &[Key::Char('n')], action: Action::New, words: |w| w.new, rank: 9 },
    Binding { places: &[Home], keys: &[Key::Char('r')], action: Action::Rename, words: |w| w.rename, rank: 5 },
    Binding { places: &[Home], keys: &[Key::Char('d')], action: Action::Duplicate, words: |w| w.duplicate, rank: 4 },
    Binding { places: &[Home], keys: &[Key::Char('M')], action: Action::Merge, words: |w| w.merge, rank: 4 },
    Binding { places: &[Home], keys: &[Key::Char('F')], action: Action::Fork, words: |w| w.fork, rank: 8 },
    Binding { places: &[Home], keys: &[Key::Char('a')], action: Action::Archive, words: |w| w.archive, rank: 3 },
    Binding {
        places: &[Home],
        keys: &[Key::Char('A')],
        action: Action::ShowArchived,
        words: |w| w.show_archived,
        rank: 0,
    },
    Binding {
        places: &[Home],
        keys: &[Key::Char('D'), Key::Delete],
        action: Action::Delete,
        words: |w| w.delete,
        rank: 2,
    },
    Binding { places: &[Home], keys: &[Key::Char('R')], action: Action::Study, words: |w| w.study, rank: 1 },
    Binding { places: &[Home], keys: &[Key::Char('/')], action: Action::Search, words: |w| w.search, rank: 3 },
    Binding { places: &[Setup], keys: &[Key::Enter], action: Action::Enter, words: |w| w.edit, rank: 10 },
    Binding { places: &[Setup], keys: &[Key::Left], action: Action::Left, words: |w| w.previous_choice, rank: 0 },
    Binding { places: &[Setup], keys: &[Key::Right], action: Action::Right, words: |w| w.next_choice, rank: 8 },
    Binding { places: &[Review], keys: &[Key::Enter], action: Action::Enter, words: |w| w.go_there, rank: 10 },
    Binding {
        places: &[Conflict],
        keys: &[Key::Char('<')],
        action: Action::TakeFirst,
        words: |w| w.take_first,
        rank: 10,
    },
    Binding {
        places: &[Conflict],
        keys: &[Key::Char('>')],
        action: Action::TakeSecond,
        words: |w| w.take_second,
        rank: 10,
    },
    Binding {
        places: &[Conflict],
        keys: &[Key::Char('n')],
        action: Action::AnswerAnew,
        words: |w| w.answer_anew,
        rank: 9,
    },
    Binding { places: &[Conflict], keys: &[Key::Left], action: Action::Left, words: |w| w.version_before, rank: 0 },
    Binding { places: &[Conflict], keys: &[Key::Right], action: Action::Right, words: |w| w.next_version, rank: 0 },
    Binding { places: OPEN, keys: &[Key::Char('C')], action: Action::Conflicts, words: |w| w.conflicts, rank: 9 },
    Binding {
        places: &[Review, Conflict, Result, Why, Plan, Trend],
        keys: &[Key::Char('b')],
        action: Action::Back,
        words: |w| w.to_questions,
        rank: 5,
    },
    Binding { places: &[Result], keys: &[Key::Char('y'), Key::Enter], action: Action::Why, words: |w| w.why, rank: 10 },
    Binding { places: &[Result], keys: &[Key::Char('s')], action: Action::Report, words: |w| w.report, rank: 6 },
    Binding { places: &[Why], keys: &[Key::Enter, Key::Right], action: Action::Enter, words: |w| w.deeper, rank: 10 },
    Binding { places: &[Why], keys: &[Key::Left], action: Action::Left, words: |w| w.up_one, rank: 8 },
    Binding { places: &[Result], keys: &[Key::Left], action: Action::Left, words: |w| w.left, rank: 0 },
    Binding { places: &[Result], keys: &[Key::Right], action: Action::Right, words: |w| w.right, rank: 0 },
    Binding {
        places: &[Result, Why, Trend],
        keys: &[Key::Char('p')],
        action: Action::Plan,
        words: |w| w.plan,
        rank: 7,
    },
    Binding {
        places: &[Result, Why, Plan],
        keys: &[Key::Char('t')],
        action: Action::Trend,
        words: |w| w.trend,
        rank: 6,
    },
    Binding { places: &[Plan, Trend], keys: &[Key::Tab], action: Action::NextTab, words: |w| w.other_view, rank: 9 },
    Binding { places: &[Plan], keys: &[Key::Char(' ')], action: Action::Tick, words: |w| w.tick, rank: 8 },
    Binding {
        places: &[Plan],
        keys: &[Key::Char('+'), Key::Char('=')],
        action: Action::TargetUp,
        words: |w| w.target_up,
        rank: 7,
    },
    Binding { places: &[Plan], keys: &[Key::Char('-')], action: Action::TargetDown, words: |w| w.target_down, rank: 6 },
    Binding { places: &[Plan], keys: &[Key::Char('T')], action: Action::TargetSet, words: |w| w.target_set, rank: 6 },
    Binding { places: &[Plan], keys: &[Key::Char('i')], action: Action::Importance, words: |w| w.importance, rank: 6 },
    Binding { places: &[Plan], keys: &[Key::Char('f')], action: Action::Effort, words: |w| w.effort, rank: 5 },
    Binding { places: &[Plan], keys: &[Key::Char('p')], action: Action::Pin, words: |w| w.pin, rank: 3 },
    Binding { places: &[Plan], keys: &[Key::Left], action: Action::Left, words: |w| w.wave_earlier, rank: 0 },
    Binding { places: &[Plan], keys: &[Key::Right], action: Action::Right, words: |w| w.wave_later, rank: 0 },
    Binding { places: &[Plan], keys: &[Key::Char('x')], action: Action::Exclude, words: |w| w.exclude, rank: 3 },
    Binding { places: &[Plan], keys: &[Key::Char('o')], action: Action::Owner, words: |w| w.owner, rank: 3 },
    Binding { places: &[Plan], keys: &[Key::Char('d')], action: Action::Due, words: |w| w.due, rank: 3 },
    Binding { places: &[Plan], keys: &[Key::Char('s')], action: Action::Progress, words: |w| w.progress, rank: 3 },
    Binding {
        places: &[Plan],
        keys: &[Key::Char('[')],
        action: Action::LessCapacity,
        words: |w| w.less_capacity,
        rank: 0,
    },
    Binding {
        places: &[Plan],
        keys: &[Key::Char(']')],
        action: Action::MoreCapacity,
        words: |w| w.more_capacity,
        rank: 0,
    },
    Binding { places: &[Trend], keys: &[Key::Left], action: Action::Left, words: |w| w.earlier, rank: 9 },
    Binding { places: &[Trend], keys: &[Key::Right], action: Action::Right, words: |w| w.later, rank: 9 },
    Binding { places: &[Upgrade], keys: &[Key::Enter], action: Action::Enter, words: |w| w.upgrade, rank: 10 },
    Binding {
        places: &[Upgrade],
        keys: &[Key::Char(' '), Key::Right],
        action: Action::TakeOrAsk,
        words: |w| w.take_or_ask,
        rank: 9,
    },
    Binding { places: &[Upgrade], keys: &[Key::Char('b')], action: Action::Back, words: |w| w.to_questions, rank: 5 },
    Binding { places: OPEN, keys: &[Key::Char('U')], action: Action::Upgrade, words: |w| w.see_upgrade, rank: 0 },
    Binding { places: OPEN, keys: &[Key::Char('W')], action: Action::Agenda, words: |w| w.to_room, rank: 9 },
    Binding { places: OPEN, keys: &[Key::Char('S')], action: Action::Setup, words: |w| w.setup, rank: 1 },
    Binding { places: LISTS, keys: &[Key::Up], action: Action::Up, words: |w| w.up, rank: 0 },
    Binding { places: CHOICES, keys: &[Key::Up], action: Action::Up, words: |w| w.up, rank: 0 },
    Binding { places: LISTS, keys: &[Key::Down], action: Action::Down, words: |w| w.down, rank: 0 },
    Binding { places: CHOICES, keys: &[Key::Down], action: Action::Down, words: |w| w.down, rank: 0 },
    Binding { places: LISTS, keys: &[Key::Home], action: Action::First, words: |w| w.first, rank: 0 },
    Binding { places: LISTS, keys: &[Key::End], action: Action::Last, words: |w| w.last, rank: 0 },
    Binding { places: LISTS, keys: &[Key::PageUp], action: Action::PageUp, words: |w| w.page_up, rank: 0 },
    Binding { places: TEXTS, keys: &[Key::PageUp], action: Action::PageUp, words: |w| w.page_up, rank: 0 },
    Binding { places: LISTS, keys: &[Key::PageDown], action: Action::PageDown, words: |w| w.page_down, rank: 0 },
    Binding { places: TEXTS, keys: &[Key::PageDown], action: Action::PageDown, words: |w| w.page_down, rank: 0 },
    Binding { places: ALL, keys: &[Key::Char('L')], action: Action::Language, words: |w| w.language, rank: 4 },
    Binding {
        places: &[Setup, Ask, Review, Conflict, Result, Why, Plan, Trend, Upgrade, Place::Study],
        keys: &[Key::Esc],
        action: Action::Leave,
        words: |w| w.leave,
        rank: 1,
    },
    Binding { places: ALL, keys: &[Key::Char('q'), Key::Ctrl('c')], action: Action::Quit, words: |w| w.quit, rank: 5 },
    Binding { places: ALL, keys: &[Key::Ctrl('z')], action: Action::Suspend, words: |w| w.suspend, rank: 0 },
    Binding { places: ALL, keys: &[Key::Char('?')], action: Action::Help, words: |w| w.help, rank: 10 },
];

/// What a key means in a place.
pub fn action(place: Place, key: Key) -> Option<Action> {
    if let (Ask | Preview | Place::Ballot, Key::Char(digit @ '0'..='9')) = (place, key) {
        return Some(Action::Digit(digit as u8 - b'0'));
    }
    bindings(place).find(|b| b.keys.contains(&key)).map(|b| b.action)
}

/// The entries that hold in a place, in the order of the table.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    room::ROOM
        .iter()
        .chain(KEYS)
        .filter(move |b| b.places.contains(&place) || (place == Preview && b.places.contains(&Ask)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::ALL {
            let mut seen = HashSet::new();
            for key in bindings(place).flat_map(|b| b.keys) {
                assert!(seen.insert(key), "{place:?} {key:?}");
            }
        }
    }

    #[test]
    fn every_place_can_be_left_and_explained() {
        for place in Place::ALL {
            assert_eq!(action(place, Key::Char('?')), Some(Action::Help));
            assert_eq!(action(place, Key::Char('q')), Some(Action::Quit));
        }
        assert_eq!(action(Place::Ask, Key::Char('3')), Some(Action::Digit(3)));
        assert_eq!(action(Place::Home, Key::Esc), None);
    }
}

//! Where a cursor goes, and how far a text is scrolled.

use crate::tui::key::Key;
use crate::tui::keys::Action;

/// What a key does in a list that lies over the screen.
pub fn motion(key: Key) -> Option<Action> {
    Some(match key {
        Key::Up => Action::Up,
        Key::Down => Action::Down,
        Key::PageUp => Action::PageUp,
        Key::PageDown => Action::PageDown,
        Key::Home => Action::First,
        Key::End => Action::Last,
        _ => return None,
    })
}

/// The new place of a cursor in a list of `len` rows.
pub fn moved(action: Action, cursor: usize, len: usize, page: usize) -> usize {
    let last = len.saturating_sub(1);
    match action {
        Action::Up => cursor.saturating_sub(1),
        Action::Down => (cursor + 1).min(last),
        Action::PageUp => cursor.saturating_sub(page),
        Action::PageDown => (cursor + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => cursor.min(last),
    }
}

/// The new first line of a text that lies over the screen, if the key scrolls; the text may end before it.
pub fn scrolled(key: Key, top: usize, page: usize) -> Option<usize> {
    let action = if key == Key::Char(' ') { Action::PageDown } else { motion(key)? };
    Some(moved(action, top, usize::MAX, page))
}

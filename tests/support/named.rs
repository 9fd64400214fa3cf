//! The keys that have a name.

use gradus::tui::key::Key;

/// Those of every keyboard, without those that are held with Alt or Ctrl.
pub const NAMED: [Key; 14] = [
    Key::Enter,
    Key::Esc,
    Key::Backspace,
    Key::Delete,
    Key::Tab,
    Key::BackTab,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

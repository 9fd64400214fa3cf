//! Keys as the program knows them, whatever terminal sent them.

use crate::text;

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, with Shift already in it.
    Char(char),
    /// A character with Ctrl, in lower case.
    Ctrl(char),
    /// Return.
    Enter,
    /// Return with Alt: a line break where Return means "done".
    AltEnter,
    /// Escape.
    Esc,
    /// Delete to the left.
    Backspace,
    /// Delete to the right.
    Delete,
    /// Tabulator.
    Tab,
    /// Shift and tabulator.
    BackTab,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

impl Key {
    /// The key that was pressed, if an input method made a full-width character of it. For keys that mean
    /// something; what is typed into a text stays as it came.
    #[must_use]
    pub fn usual(self) -> Self {
        match self {
            Self::Char(c) => Self::Char(text::usual(c)),
            other => other,
        }
    }
}

/// What reaches the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The left button at a column and row of the screen, from 0.
    Press(u16, u16),
}

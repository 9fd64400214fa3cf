//! A panic on demand, so that a test can see what one leaves behind. Only in debug builds:
//! with `GRADUS_TEST_PANIC=update` or `draw`, Ctrl-X brings it about in that place; with `start` it
//! comes by itself before the first frame.

use super::key::{Input, Key};

/// Where the panic is wanted, if one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Crash {
    /// Nowhere.
    #[default]
    No,
    /// When the key is handled.
    InUpdate,
    /// In the frame after the key.
    InDraw,
    /// In the next frame.
    Due,
}

impl Crash {
    /// What the environment asks for.
    pub fn asked_for() -> Self {
        if !cfg!(debug_assertions) {
            return Self::No;
        }
        match std::env::var("GRADUS_TEST_PANIC").as_deref() {
            Ok("update") => Self::InUpdate,
            Ok("draw") => Self::InDraw,
            Ok("start") => Self::Due,
            _ => Self::No,
        }
    }

    /// An input is about to be handled.
    pub fn on(&mut self, input: &Input) {
        if *input == Input::Key(Key::Ctrl('x')) {
            match self {
                Self::InUpdate => panic!("a test asked for this"),
                Self::InDraw => *self = Self::Due,
                Self::No | Self::Due => {}
            }
        }
    }

    /// A frame is about to be drawn.
    pub fn in_draw(self) {
        assert!(self != Self::Due, "a test asked for this");
    }
}

//! What the full screen is given when it begins.

use std::path::PathBuf;

use super::app::Work;
use super::theme::Theme;

/// What the full screen begins with.
pub enum Begin {
    /// The list of assessments.
    Home,
    /// An assessment.
    Open(PathBuf),
    /// A rubric file as it will be asked.
    Preview(PathBuf),
    /// An assessment that can only be looked at.
    Shown(Box<Work>),
}

/// How the screen looks, and whether it listens to the mouse.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Colours and marks.
    pub theme: Theme,
    /// While it listens the terminal itself selects no text, so nobody gets it unasked.
    pub mouse: bool,
}

//! Which of the two logs is being written.

use std::path::{Path, PathBuf};

/// Which of the two logs it is.
#[derive(Clone, Debug)]
pub(in crate::store) enum Side {
    /// The assessment file: others write to it too, and it is never made here.
    File,
    /// A log of the twin: made with the first line, and nobody else's.
    Twin(TwinSide),
}

/// What a new log of the twin needs.
#[derive(Clone, Debug)]
pub(in crate::store) struct TwinSide {
    /// The state folder.
    pub state: PathBuf,
    /// The assessment file that the log belongs to.
    pub file: PathBuf,
    /// Whether the log was made.
    pub made: bool,
    /// Whether its first line was synced.
    pub begun: bool,
}

impl TwinSide {
    /// A log that does not exist yet.
    pub fn new(state: &Path, file: &Path) -> Self {
        Self { state: state.to_owned(), file: file.to_owned(), made: false, begun: false }
    }
}

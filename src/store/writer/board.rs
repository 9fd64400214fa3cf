//! Where the writers and the program see how far each log has come.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::saves::{Report, Saves};

/// The twin lets the file go first for so long, which is enough for a disk that is at work: of two syncs at
/// once on one disk each waits for the other, and `saved` waits for the file's alone.
pub(super) const HEAD_START: Duration = Duration::from_millis(10);

/// How far each log has come, as several threads share it.
pub(super) struct Board {
    head_start: Duration,
    saves: Mutex<Saves>,
    /// Something was reported.
    news: Condvar,
}

impl Board {
    /// On which nothing is reported yet.
    pub fn new(head_start: Duration) -> Self {
        Self { head_start, saves: Mutex::default(), news: Condvar::default() }
    }

    /// How far each log has come, even if a thread died while it looked: every change is whole.
    pub fn saves(&self) -> MutexGuard<'_, Saves> {
        self.saves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A writer has reported.
    pub fn hear(&self, report: &Report) {
        self.saves().hear(report);
        self.news.notify_all();
    }

    /// Returns when the file has all that was recorded, has failed, or has had its head start.
    pub fn let_the_file_go_first(&self) {
        let is_busy = |saves: &mut Saves| saves.is_file_busy();
        // Whatever the wait came to, it is over.
        drop(self.news.wait_timeout_while(self.saves(), self.head_start, is_busy));
    }
}

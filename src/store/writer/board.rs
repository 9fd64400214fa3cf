//! Where the writers and the program see how far each log has come.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::saves::{Report, Saves};

/// How far each log has come, as several threads share it.
#[derive(Default)]
pub(super) struct Board {
    saves: Mutex<Saves>,
    /// Something was reported.
    news: Condvar,
}

impl Board {
    /// How far each log has come, even if a thread died while it looked: every change is whole.
    pub fn saves(&self) -> MutexGuard<'_, Saves> {
        self.saves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A writer has reported.
    pub fn hear(&self, report: &Report) {
        self.saves().hear(report);
        self.news.notify_all();
    }

    /// Returns when the file has all that was recorded, has failed, or after this time.
    pub fn let_the_file_go_first(&self, limit: Duration) {
        let is_busy = |saves: &mut Saves| saves.is_file_busy();
        // Whatever the wait came to, it is over.
        drop(self.news.wait_timeout_while(self.saves(), limit, is_busy));
    }
}

//! The end of writing: what is handed to the writers gets to the disk, or it is said why not.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::Outside;
use crate::store::SaveState;

/// Closing waits for the disk as long before it goes on in the background.
const MOMENT: Duration = Duration::from_millis(150);
/// And as long altogether before the program gives up.
const PATIENCE: Duration = Duration::from_secs(30);
/// Quitting says that it waits after as long.
const SILENCE: Duration = Duration::from_millis(300);

impl Outside {
    /// Closes what is open; a slow disk goes on in the background.
    pub(super) fn close_open(&mut self) {
        self.typing = None;
        let Some(open) = self.open.take() else { return };
        open.keeper.flush(MOMENT);
        self.closing.push(thread::spawn(move || {
            open.keeper.close(PATIENCE);
        }));
    }

    /// Ends all writing. `waits` is called once if that takes a while, `stops` says whether to
    /// stop waiting. Returns why not everything is in the file, if it is not.
    pub fn close(mut self, waits: impl FnOnce(), mut stops: impl FnMut() -> bool) -> Option<String> {
        let lang = self.desk.lang;
        let open = self.open.take();
        let closing = std::mem::take(&mut self.closing);
        let (done, is_done) = channel();
        thread::spawn(move || {
            for thread in closing {
                // A thread that failed has reported what it could not keep.
                let _ = thread.join();
            }
            let _ = done.send(open.map(|open| open.keeper.close(PATIENCE)));
        });
        let mut waits = Some(waits);
        let started = Instant::now();
        loop {
            match is_done.recv_timeout(SILENCE / 3) {
                Ok(None | Some(SaveState::Saved)) => return None,
                Ok(Some(state)) => {
                    let words = &lang.words().store;
                    let cause = state.cause().map_or_else(String::new, |f| f.sentence(words));
                    return Some(format!("{}: {cause}", state.word(words)));
                }
                Err(RecvTimeoutError::Disconnected) => return Some(lang.words().ask.stopped_waiting.to_owned()),
                Err(RecvTimeoutError::Timeout) if stops() => return Some(lang.words().ask.stopped_waiting.to_owned()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if started.elapsed() >= SILENCE
                && let Some(waits) = waits.take()
            {
                waits();
            }
        }
    }

    /// Ends all writing within a limit, whatever becomes of it.
    pub fn close_within(&mut self, limit: Duration) {
        if let Some(open) = self.open.take() {
            open.keeper.close(limit);
        }
    }
}

impl Drop for Outside {
    /// Even a program that fails inside lets the writers finish what was handed to them.
    fn drop(&mut self) {
        self.close_within(MOMENT * 4);
    }
}

//! The time that is left for a question and for the session. Nothing of it is kept in the file.

use crate::assessment::Stamp;
use crate::text;

/// Minutes that the key goes through before the timer is off again.
const LENGTHS: [i64; 3] = [2, 5, 10];
const MINUTE: i64 = 60_000;
const SECOND: i64 = 1_000;
/// The longest session in minutes.
const LONGEST: i64 = 24 * 60;

/// The time that is left, as of the last moment that was told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    now: i64,
    /// Length in minutes and end of the timer.
    timer: Option<(i64, i64)>,
    /// End of the session.
    end: Option<i64>,
}

impl Clock {
    /// The clock on the wall says so.
    pub fn tell(&mut self, now: Stamp) {
        self.now = now.unix_ms;
    }

    /// Starts the timer, with the next length if it runs, and turns it off after the longest.
    pub(super) fn next_length(&mut self, now: Stamp) {
        self.tell(now);
        let length = match self.timer {
            None => Some(LENGTHS[0]),
            Some((length, _)) => LENGTHS.into_iter().find(|l| *l > length),
        };
        self.timer = length.map(|l| (l, self.now.saturating_add(l * MINUTE)));
    }

    /// Turns the timer off.
    pub(super) fn stop(&mut self) {
        self.timer = None;
    }

    /// The session ends in so many minutes; 0 forgets its end. False for what is no such number.
    pub(in crate::tui::app) fn set_session(&mut self, typed: &str, now: Stamp) -> bool {
        self.tell(now);
        let minutes: Option<i64> = text::usual_line(typed).parse().ok().filter(|m| (0..=LONGEST).contains(m));
        if let Some(minutes) = minutes {
            self.end = (minutes > 0).then(|| self.now.saturating_add(minutes * MINUTE));
        }
        minutes.is_some()
    }

    /// Whole seconds that are left of the timer, 0 when the time is up; `None` if it is off.
    pub fn seconds(&self) -> Option<i64> {
        self.timer.map(|(_, end)| (end.saturating_sub(self.now) + SECOND - 1).max(0) / SECOND)
    }

    /// Whole minutes that are left of the session, begun ones counted; `None` if it has no end.
    pub fn minutes(&self) -> Option<i64> {
        self.end.map(|end| (end.saturating_sub(self.now) + MINUTE - 1).max(0) / MINUTE)
    }

    /// Milliseconds until what is shown changes: the timer by the second, the session by the minute.
    pub(in crate::tui::app) fn due(&self, shows_timer: bool, shows_session: bool) -> Option<u64> {
        let until = |end: i64, step: i64| {
            let left = end.saturating_sub(self.now);
            // A moment past the edge, so that the new number is there.
            (left > 0).then(|| ((left - 1) % step + 1) as u64)
        };
        let timer = self.timer.filter(|_| shows_timer).and_then(|(_, end)| until(end, SECOND));
        let session = self.end.filter(|_| shows_session).and_then(|end| until(end, MINUTE));
        timer.into_iter().chain(session).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Stamp {
        Stamp { unix_ms: ms, offset_minutes: 0 }
    }

    #[test]
    fn a_timer_counts_seconds_and_then_rests() {
        let mut clock = Clock::default();
        assert_eq!((clock.seconds(), clock.due(true, true)), (None, None));
        clock.next_length(at(500));
        assert_eq!((clock.seconds(), clock.due(true, true)), (Some(120), Some(1_000)));
        clock.tell(at(1_499));
        assert_eq!((clock.seconds(), clock.due(true, true)), (Some(120), Some(1)));
        clock.tell(at(1_500));
        assert_eq!((clock.seconds(), clock.due(true, true)), (Some(119), Some(1_000)));
        assert_eq!(clock.due(false, true), None);
        clock.tell(at(120_500));
        assert_eq!((clock.seconds(), clock.due(true, true)), (Some(0), None));
        for expected in [Some(300), Some(600), None] {
            clock.next_length(at(0));
            assert_eq!(clock.seconds(), expected);
        }
    }

    #[test]
    fn a_session_counts_minutes() {
        let mut clock = Clock::default();
        for bad in ["", "-1", "x", "99999"] {
            assert!(!clock.set_session(bad, at(0)));
        }
        assert!(clock.set_session("９０", at(0)) && clock.minutes() == Some(90));
        assert!(clock.set_session("90", at(0)));
        assert_eq!((clock.minutes(), clock.due(true, true)), (Some(90), Some(60_000)));
        clock.tell(at(60_000));
        assert_eq!(clock.minutes(), Some(89));
        assert!(clock.set_session("0", at(0)));
        assert_eq!(clock.minutes(), None);
    }
}

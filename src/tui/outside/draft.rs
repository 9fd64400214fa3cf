//! What is being typed, kept before it is finished.

use std::time::{Duration, Instant};

use super::Outside;
use crate::assessment::{Change, Thing, Value};
use crate::clock;
use crate::store::Draft;
use crate::tui::app::App;

/// A draft is kept after as long without a key.
const PAUSE: Duration = Duration::from_secs(1);
/// And after as long even while typing goes on.
const TYPING: Duration = Duration::from_secs(3);

/// A text being typed that is not kept yet.
pub(super) struct Typing {
    thing: Thing,
    value: Value,
    first: Instant,
    last: Instant,
}

impl Outside {
    pub(super) fn draft(&mut self, draft: Option<(Thing, Value)>) {
        let now = Instant::now();
        if let Some((thing, value)) = draft {
            let first = self.typing.as_ref().map_or(now, |t| t.first);
            self.typing = Some(Typing { thing, value, first, last: now });
        } else {
            self.typing = None;
            if let Some(open) = &self.open {
                open.keeper.draft(None);
            }
        }
    }

    /// When what is being typed must be kept.
    pub fn draft_deadline(&self) -> Option<Instant> {
        self.typing.as_ref().map(|t| (t.last + PAUSE).min(t.first + TYPING))
    }

    /// Keeps what is being typed if it is time: as a draft, or as an event where there is no second copy.
    pub fn keep_draft_if_due(&mut self, app: &mut App) {
        if self.draft_deadline().is_none_or(|deadline| Instant::now() < deadline) {
            return;
        }
        let (Some(typing), Some(open)) = (self.typing.take(), &self.open) else { return };
        let now = clock::now();
        if open.keeper.no_twin().is_some() {
            let mut effects = Vec::new();
            if let Some(work) = &mut app.work {
                work.record(Change::new(typing.thing, typing.value), now, &mut effects);
            }
            for effect in effects {
                self.act(effect, app);
            }
        } else {
            let by = open.author.by.clone();
            open.keeper.draft(Some(Draft { at: now, by, thing: typing.thing, is: typing.value }));
        }
    }
}

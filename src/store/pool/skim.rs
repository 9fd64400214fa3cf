//! The fast reader: only what scoring needs of a file that was written as this program writes,
//! folded by the same rule as [`Ledger`](crate::assessment::Ledger).
//!
//! Whatever is unusual makes it give up ([`skim`] is `None`) and is read by the exact
//! reader, so that both always come to the same answers.

mod packed;
mod said;

use std::borrow::Cow;
use std::sync::Arc;

use super::extra::Extra;
use super::model::Model;
use crate::assessment::row::{UNANSWERED, halves};
use crate::assessment::{AssessmentId, Field, Mode, Session, parse_depth};
use crate::rubric::Depth;
use crate::store::log::cut::{self, Before, Cut, Moment};
use crate::store::log::{MAX_LINE, body};
pub(super) use packed::packed;
use said::Agreed;

/// Files of more sessions than this are read by the exact reader.
const SESSIONS: usize = 8;
/// Fields of the setup that matter here.
pub(super) const FIELDS: [Field; 6] =
    [Field::Subject, Field::Sector, Field::Size, Field::Mode, Field::Depth, Field::Profile];

/// What was found out about an assessment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found<'l> {
    /// The halves of its number.
    pub id: [u64; 2],
    pub changed: i64,
    /// As [`FIELDS`]; empty where nothing was said.
    pub setup: [Cow<'l, str>; 6],
    /// One code for each question of the rubric, asked or not.
    pub codes: Vec<u8>,
    /// What else was asked for.
    pub extra: Extra,
}

impl Found<'_> {
    pub fn mode(&self) -> Mode {
        Mode::parse(&self.setup[3]).unwrap_or_default()
    }

    pub fn depth(&self) -> Depth {
        parse_depth(&self.setup[4]).unwrap_or(Depth::Quick)
    }
}

/// What one session did to one thing; see the ledger's own.
#[derive(Clone, Copy, Default)]
struct Track<'l> {
    counter: u32,
    covered: u32,
    at: &'l [u8],
    /// From `is` to the end of the line.
    rest: &'l [u8],
}

/// The fold of one file. Slots are the answers, then what was agreed on, then [`FIELDS`].
struct Fold<'l> {
    /// Each with the number of its last event.
    sessions: Vec<(&'l [u8], u32)>,
    /// The session of the last event: the next one is most likely its, too.
    session: usize,
    slots: usize,
    /// For each session its tracks of all slots.
    tracks: Vec<Track<'l>>,
    /// Questions that were voted on.
    voted: Vec<usize>,
    /// Whether anything was agreed on.
    has_agreed: bool,
    /// The latest moment.
    changed: Option<Moment<'l>>,
    /// A moment whose hour is one of the calendar.
    real: Option<Moment<'l>>,
}

/// Reads an assessment's bytes, with the place of its rubric among the known ones; `None` if the
/// exact reader has to look. So it has where `votes` are wanted and somebody voted.
pub(super) fn skim<'l>(bytes: &'l [u8], models: &[Arc<Model>], votes: bool) -> Option<(Found<'l>, usize)> {
    simdutf8::basic::from_utf8(bytes).ok()?;
    let mut left = bytes;
    let first = cut::header(body(next_line(&mut left)?)?)?;
    let id = AssessmentId::parse(first.assessment)?;
    let place = models.iter().position(|m| m.sha256.as_bytes() == first.sha256)?;
    let model = &*models[place];
    let mut fold = Fold {
        sessions: Vec::with_capacity(SESSIONS),
        session: 0,
        slots: 2 * model.rubric.questions.len() + FIELDS.len(),
        tracks: Vec::new(),
        voted: Vec::new(),
        has_agreed: false,
        changed: None,
        real: None,
    };
    fold.session(first.session)?;
    let mut before = Before::default();
    while let Some(line) = next_line(&mut left) {
        let body = body(line)?;
        if body.get(2) == Some(&b'e') {
            fold.event(model, &cut::event(body, &mut before)?, line.len())?;
        } else {
            let header = cut::header(body)?;
            // A second rubric or assessment in one file is for the exact reader.
            (header.assessment == first.assessment && header.sha256 == first.sha256).then_some(())?;
            fold.session(header.session)?;
        }
    }
    (!votes || fold.voted.is_empty()).then_some(())?;
    let changed = cut::stamp(fold.changed.map_or(first.created, Moment::text))?.unix_ms;
    Some((fold.found(model, halves(&id), changed)?, place))
}

/// The next line that is not empty, without its end.
fn next_line<'l>(left: &mut &'l [u8]) -> Option<&'l [u8]> {
    while !left.is_empty() {
        let end = memchr::memchr(b'\n', left).unwrap_or(left.len());
        let line = &left[..end];
        *left = left.get(end + 1..).unwrap_or_default();
        if !line.is_empty() {
            return Some(line);
        }
    }
    None
}

impl<'l> Fold<'l> {
    /// The place of a session.
    fn session(&mut self, session: &'l [u8]) -> Option<usize> {
        if self.sessions.get(self.session).is_some_and(|(s, _)| *s == session) {
            return Some(self.session);
        }
        let known = self.sessions.iter().position(|(s, _)| *s == session);
        known.or_else(|| {
            Session::read(session)?;
            self.sessions.push((session, 0));
            self.tracks.resize(self.sessions.len() * self.slots, Track::default());
            (self.sessions.len() <= SESSIONS).then(|| self.sessions.len() - 1)
        })
    }

    /// Takes a moment in; offsets that differ, and other ways to write one, are for the exact reader.
    fn moment(&mut self, at: Moment<'l>) -> Option<()> {
        if !self.real.is_some_and(|real| real.is_same_hour(at)) {
            cut::stamp(at.text())?;
            self.real = Some(at);
        }
        match self.changed {
            Some(latest) if !latest.is_same_offset(at) => return None,
            Some(latest) if latest >= at => {}
            _ => self.changed = Some(at),
        }
        Some(())
    }

    fn event(&mut self, model: &Model, said: &cut::Said<'l>, length: usize) -> Option<()> {
        self.session = self.session(said.session)?;
        let reached = &mut self.sessions[self.session].1;
        *reached += 1;
        // Numbers that jump or come back are for the exact reader.
        (said.counter == *reached).then_some(())?;
        self.moment(said.at)?;
        // What the exact reader would take for damage.
        (length <= MAX_LINE || said.thing.starts_with(b"rubric/")).then_some(())?;
        // The rubric in use has changed.
        (said.thing != b"rubric").then_some(())?;
        let Some(slot) = self.slot(model, said.thing) else { return Some(()) };
        let own = &mut self.tracks[self.session * self.slots + slot];
        own.counter = said.counter;
        own.at = said.at.text();
        own.rest = said.rest;
        for covered in cut::named(said.after) {
            let (other, counter) = covered?;
            let place = self.session(other)?;
            if place != self.session {
                let other = &mut self.tracks[place * self.slots + slot];
                other.covered = other.covered.max(counter);
            }
        }
        Some(())
    }

    /// The place of a thing's tracks; `None` if it does not matter here. Votes matter only where
    /// nothing was agreed on.
    fn slot(&mut self, model: &Model, thing: &[u8]) -> Option<usize> {
        let questions = model.rubric.questions.len();
        let mut name = Cut(thing);
        if name.past(b"answer/").is_some() {
            model.place(name.0)
        } else if name.past(b"agreed/").is_some() {
            self.has_agreed = true;
            model.place(name.0).map(|place| questions + place)
        } else if name.past(b"setup/").is_some() {
            FIELDS.iter().position(|f| f.as_str().as_bytes() == name.0).map(|field| 2 * questions + field)
        } else {
            if name.past(b"vote/").is_some() || name.past(b"hands/").is_some() {
                self.voted.extend(name.0.split(|b| *b == b'/').nth(1).and_then(|q| model.place(q)));
            }
            None
        }
    }

    /// What is in force, if all of it is written as this program writes.
    fn found(&self, model: &Model, id: [u64; 2], changed: i64) -> Option<Found<'l>> {
        let questions = &model.rubric.questions;
        let mut setup = [const { Cow::Borrowed("") }; FIELDS.len()];
        for (place, field) in setup.iter_mut().enumerate() {
            if let Some(rest) = self.head(2 * questions.len() + place) {
                *field = said::text(rest)?;
            }
        }
        let mut codes = Vec::with_capacity(questions.len());
        for (place, question) in questions.iter().enumerate() {
            codes.push(match self.head(place) {
                Some(rest) => said::answer(model, question, rest)?,
                None => UNANSWERED,
            });
        }
        let is_room = self.has_agreed || !self.voted.is_empty();
        for (place, question) in questions.iter().enumerate().filter(|_| is_room) {
            let agreed = match self.head(questions.len() + place) {
                Some(rest) => said::agreed(model, question, rest)?,
                None => Agreed::Nothing,
            };
            match agreed {
                Agreed::On(code) => codes[place] = code,
                // What votes come to is for the exact reader.
                Agreed::Nothing if self.voted.contains(&place) => return None,
                Agreed::Nothing => {}
            }
        }
        Some(Found { id, changed, setup, codes, extra: Extra::default() })
    }

    /// What is shown for a thing: the latest of the heads.
    fn head(&self, slot: usize) -> Option<&'l [u8]> {
        if let [_] = self.sessions[..] {
            let track = &self.tracks[slot];
            return (track.counter > 0).then_some(track.rest);
        }
        let tracks = self.tracks[slot..].iter().step_by(self.slots).zip(&self.sessions);
        let heads = tracks.filter(|(t, _)| t.counter > t.covered);
        heads.max_by_key(|(t, (session, _))| (t.at, *session, t.counter)).map(|(t, _)| t.rest)
    }
}

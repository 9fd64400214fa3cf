//! The fast reader: only what scoring needs of a file that was written as this program writes,
//! folded by the same rule as [`Ledger`](crate::assessment::Ledger).
//!
//! Whatever is unusual makes it give up ([`skim`] is `None`) and is read by the exact
//! reader, so that both always come to the same answers.

use std::sync::Arc;

use super::extra::Extra;
use super::line::{self, Cut};
use super::model::Model;
use crate::assessment::row::{self, NOT_APPLICABLE, UNANSWERED, UNKNOWN};
use crate::assessment::{AssessmentId, EventId, Field, Mode, Session, parse_depth};
use crate::rubric::{Depth, Question};
use crate::store::log::{MAX_LINE, body};
use crate::text::Clean;

/// Files of more sessions than this are read by the exact reader.
const SESSIONS: usize = 8;
/// So many questions are looked at before a question is looked up.
const AHEAD: usize = 6;
/// Fields of the setup that matter here.
pub(super) const FIELDS: [Field; 6] =
    [Field::Subject, Field::Sector, Field::Size, Field::Mode, Field::Depth, Field::Profile];

/// What was found out about an assessment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub id: AssessmentId,
    pub changed: i64,
    /// As [`FIELDS`].
    pub setup: [Option<Clean>; 6],
    /// One code for each question of the rubric, asked or not.
    pub codes: Vec<u8>,
    /// What else was asked for.
    pub extra: Extra,
}

impl Found {
    pub fn mode(&self) -> Mode {
        self.setup[3].as_ref().and_then(|m| Mode::parse(m)).unwrap_or_default()
    }

    pub fn depth(&self) -> Depth {
        self.setup[4].as_ref().and_then(|d| parse_depth(d)).unwrap_or(Depth::Quick)
    }
}

/// What one session did to one thing; see the ledger's own.
#[derive(Clone, Copy, Default)]
struct Track<'l> {
    counter: u32,
    covered: u32,
    at: &'l str,
    /// From `is` to the end of the line.
    rest: &'l str,
}

/// The fold of one file.
struct Fold<'l> {
    /// Each with the number of its last event.
    sessions: Vec<(&'l str, u32)>,
    /// [`SESSIONS`] tracks for each question, then for each of [`FIELDS`].
    tracks: Vec<Track<'l>>,
    /// The latest moment, as it is written.
    changed: &'l str,
    /// The question that was answered last: the next one is most likely the one after it.
    last: usize,
}

/// Reads an assessment's bytes, with the place of its rubric among the known ones; `None` if the
/// exact reader has to look.
pub(super) fn skim(bytes: &[u8], models: &[Arc<Model>]) -> Option<(Found, usize)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.split('\n').filter(|l| !l.is_empty());
    let first = line::header(body(lines.next()?)?)?;
    let id = AssessmentId::parse(first.assessment)?;
    let place = models.iter().position(|m| *m.sha256 == *first.sha256)?;
    let model = &*models[place];
    let mut fold = Fold {
        sessions: Vec::new(),
        tracks: vec![Track::default(); (model.rubric.questions.len() + FIELDS.len()) * SESSIONS],
        changed: "",
        last: 0,
    };
    fold.session(first.session)?;
    for line in lines {
        let body = body(line)?;
        if body.starts_with("{\"e\"") {
            fold.event(model, line::event(body)?, line.len())?;
        } else {
            let header = line::header(body)?;
            // A second rubric or assessment in one file is for the exact reader.
            (header.assessment == first.assessment && header.sha256 == first.sha256).then_some(())?;
            fold.session(header.session)?;
        }
    }
    let changed = if fold.changed.is_empty() { first.created } else { fold.changed };
    Some((fold.found(model, id, line::instant(changed)?)?, place))
}

impl<'l> Fold<'l> {
    /// The place of a session.
    fn session(&mut self, session: &'l str) -> Option<usize> {
        let known = self.sessions.iter().position(|(s, _)| *s == session);
        known.or_else(|| {
            Session::parse(session)?;
            self.sessions.push((session, 0));
            (self.sessions.len() <= SESSIONS).then(|| self.sessions.len() - 1)
        })
    }

    /// Takes a moment in; offsets that differ, and other ways to write one, are for the exact reader.
    fn moment(&mut self, at: &'l str) -> Option<()> {
        const LENGTH: usize = "2026-11-21T10:12:05.120+08:00".len();
        const OFFSET: usize = LENGTH - "+08:00".len();
        (at.len() == LENGTH).then_some(())?;
        if at > self.changed {
            (self.changed.is_empty() || self.changed.get(OFFSET..) == at.get(OFFSET..)).then_some(())?;
            self.changed = at;
            return Some(());
        }
        (self.changed.get(OFFSET..) == at.get(OFFSET..)).then_some(())
    }

    fn event(&mut self, model: &Model, said: line::Said<'l>, length: usize) -> Option<()> {
        let session = self.session(said.session)?;
        let reached = &mut self.sessions[session].1;
        *reached += 1;
        // Numbers that jump or come back are for the exact reader.
        (said.counter == *reached).then_some(())?;
        self.moment(said.at)?;
        let is_rubric = said.thing.starts_with("rubric/");
        // What the exact reader would take for damage.
        (length <= MAX_LINE || is_rubric).then_some(())?;
        // The rubric in use has changed.
        (said.thing != "rubric").then_some(())?;
        let Some(slot) = self.slot(model, said.thing).ok()? else { return Some(()) };
        let own = &mut self.tracks[slot * SESSIONS + session];
        own.counter = said.counter;
        own.at = said.at;
        own.rest = said.rest;
        for covered in line::named(said.after) {
            let (other, counter) = covered?;
            let place = self.session(other)?;
            if place != session {
                let other = &mut self.tracks[slot * SESSIONS + place];
                other.covered = other.covered.max(counter);
            }
        }
        Some(())
    }

    /// The place of a thing's tracks; `None` if it does not matter here.
    fn slot(&mut self, model: &Model, thing: &str) -> Result<Option<usize>, Unusual> {
        let Some((kind, name)) = thing.split_once('/') else { return Ok(None) };
        let questions = &model.rubric.questions;
        Ok(match kind {
            "answer" => {
                // Most often the next one, or the next of this depth.
                let near = questions.iter().enumerate().skip(self.last).take(AHEAD);
                let next = near.into_iter().find(|(_, q)| q.id.as_str() == name).map(|(place, _)| place);
                let place = next.or_else(|| model.rubric.question_ix(name).map(|q| q.0));
                self.last = place.unwrap_or(self.last);
                place
            }
            "setup" => FIELDS.iter().position(|f| f.as_str() == name).map(|f| questions.len() + f),
            // What a room comes to is for the exact reader.
            "vote" | "hands" | "round" | "agreed" => return Err(Unusual),
            _ => None,
        })
    }

    /// What is in force, if all of it is written as this program writes.
    fn found(&self, model: &Model, id: AssessmentId, changed: i64) -> Option<Found> {
        let questions = &model.rubric.questions;
        let code = |(place, question)| code(model, question, self.head(place));
        let codes = questions.iter().enumerate().map(code).collect::<Option<Vec<u8>>>()?;
        let mut setup = [const { None }; FIELDS.len()];
        for (place, field) in setup.iter_mut().enumerate() {
            *field = text(self.head(questions.len() + place)).ok()?;
        }
        Some(Found { id, changed, setup, codes, extra: Extra::default() })
    }

    /// What is shown for a thing: the latest of the heads.
    fn head(&self, slot: usize) -> Option<&'l str> {
        let tracks = &self.tracks[slot * SESSIONS..slot * SESSIONS + self.sessions.len()];
        let heads = tracks.iter().zip(&self.sessions).filter(|(t, _)| t.counter > t.covered);
        heads.max_by_key(|(t, (session, _))| (t.at, *session, t.counter)).map(|(t, _)| t.rest)
    }
}

/// The code of an answer as it is written.
fn code(model: &Model, question: &Question, head: Option<&str>) -> Option<u8> {
    let Some(rest) = head else { return Some(UNANSWERED) };
    let mut cut = Cut(rest);
    let code = if cut.past("null").is_some() {
        UNANSWERED
    } else if cut.past("{\"unknown\":true}").is_some() {
        UNKNOWN
    } else if cut.past("{\"na\":\"").is_some() {
        let reason = cut.text()?;
        cut.past("}")?;
        (question.na_allowed && !Clean::block(reason).is_blank()).then_some(NOT_APPLICABLE)?
    } else {
        cut.past("{\"level\":")?;
        let end = cut.0.find([',', '}'])?;
        let (value, left) = cut.0.split_at(end);
        let is_plain = value.len() <= 8 && value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        // JSON knows no number that begins with a needless zero or a dot, or ends with one.
        let is_json = value != "." && !value.starts_with('.') && !value.ends_with('.');
        let is_short = value.len() == 1 || value.starts_with("0.") || !value.starts_with('0');
        let value: f64 = (is_plain && is_json && is_short).then(|| value.parse().ok()).flatten()?;
        cut.0 = left;
        let toward = if cut.past(",\"toward\":\"").is_some() { Some(cut.text()?) } else { None };
        cut.past("}")?;
        row::level_code(&model.rubric, question, value, toward)?
    };
    ends(cut).then_some(code)
}

/// It is written in another way than this program writes, or means more than it says.
struct Unusual;

/// A text of the setup as it is written.
fn text(head: Option<&str>) -> Result<Option<Clean>, Unusual> {
    let Some(rest) = head else { return Ok(None) };
    let mut cut = Cut(rest);
    let text = match cut.past("null") {
        Some(()) => "",
        None => cut.past("\"").and_then(|()| cut.text()).ok_or(Unusual)?,
    };
    let text = Clean::block(text);
    ends(cut).then_some(()).ok_or(Unusual)?;
    Ok((!text.is_blank()).then(|| Clean::line(&text)))
}

/// Whether nothing follows but what an undo or an import adds.
fn ends(mut cut: Cut) -> bool {
    for name in [",\"undoes\":\"", ",\"redoes\":\""] {
        if cut.past(name).is_some() && cut.text().and_then(EventId::parse).is_none() {
            return false;
        }
    }
    cut.past(",\"imported\":true");
    cut.0.is_empty()
}

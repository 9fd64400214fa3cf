//! What a JSON report says, thing by thing: out of its events, or, where names are left out and
//! events with them, out of what it says about each question.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::assessment::{Answer, Assessment, AssessmentId, Change, Event, Header, Session, Thing, Value};
use crate::order;
use crate::report::import::BadRow;
use crate::report::import::fault::Bad;
use crate::report::import::plan::is_readable;
use crate::rubric::{Id, Rubric};
use crate::text::Clean;

/// What the events say in the end: everything in force about questions and areas, to the letter.
/// Where people disagree all of it, what is shown first. The setup is about the other assessment.
pub(super) fn of_events(events: Vec<Event>, rubric: &Rubric, assessment: &Assessment) -> (Vec<Change>, Vec<BadRow>) {
    // Only what its events say is asked of it, so any identity will do.
    let header = Header {
        assessment: AssessmentId::from_random([0; 16]),
        session: Session::from_random([0; 8]),
        rubric: assessment.rubric.clone(),
        created: assessment.created,
    };
    let mut there = Assessment::new(&header);
    for event in events {
        there.apply(event);
    }
    let ledger = there.ledger();
    let mut things: Vec<(usize, &Thing)> =
        ledger.things().filter_map(|thing| Some((place(rubric, thing)?, thing))).collect();
    order::by(&mut things, Ord::cmp);
    let heads = things.into_iter().flat_map(|(_, thing)| {
        let heads = ledger.heads(thing);
        // Nothing said is only worth telling beside something that was.
        let is_blank = heads.iter().all(|e| e.is.is_cleared());
        heads.into_iter().filter(move |_| !is_blank)
    });
    checked(heads.map(|e| Change::new(e.thing.clone(), e.is.clone())), rubric)
}

/// What a report says about a question.
#[derive(Deserialize)]
pub(super) struct FileAnswer {
    id: String,
    state: String,
    level: Option<f64>,
    toward: Option<String>,
    reason: Option<String>,
    note: Option<String>,
    #[serde(default)]
    evidence: Vec<Json>,
    confidence: Option<String>,
    #[serde(default)]
    marked: bool,
}

/// What people disagree about.
#[derive(Deserialize)]
pub(super) struct FileConflict {
    thing: String,
    heads: Vec<FileHead>,
}

#[derive(Deserialize)]
struct FileHead {
    is: Json,
}

/// What a report without events says; where people disagree all of it.
pub(super) fn of_answers(
    answers: Vec<FileAnswer>,
    conflicts: &[FileConflict],
    rubric: &Rubric,
) -> (Vec<Change>, Vec<BadRow>) {
    let disputed = conflicts.iter().flat_map(|conflict| {
        let thing = Thing::parse(&conflict.thing);
        conflict.heads.iter().map(move |head| Change::new(thing.clone(), Value::json(&head.is)))
    });
    let disputed: Vec<Change> = disputed.filter(|change| !matches!(goes(&change.thing), Goes::Stays)).collect();
    let things: HashSet<&Thing> = disputed.iter().map(|change| &change.thing).collect();
    let mut bad = Vec::new();
    let mut said = Vec::new();
    for (number, answer) in (1..).zip(answers) {
        match Id::new(&answer.id) {
            Some(question) => said.extend(answer.changes(&question, rubric)),
            None => bad.push(BadRow { number, bad: Bad::BadEntry(number) }),
        }
    }
    said.retain(|change| !things.contains(&change.thing));
    let (said, unreadable) = checked(said.into_iter().chain(disputed.iter().cloned()), rubric);
    bad.extend(unreadable);
    (said, bad)
}

impl FileAnswer {
    fn changes(self, id: &Id, rubric: &Rubric) -> Vec<Change> {
        let of = || id.clone();
        let answer = match self.state.as_str() {
            "unanswered" => None,
            "unknown" => Some(Answer::Unknown.to_value()),
            "not_applicable" => Some(Value::json(&json!({ "na": self.reason }))),
            _ => {
                let is = Value::json(&json!({ "level": self.level, "toward": self.toward }));
                let question = rubric.question_ix(id.as_str()).map(|q| rubric.question(q));
                // The way in which an answer is stored everywhere else.
                let known = question.and_then(|q| Answer::read(&is, rubric, q).ok());
                Some(known.map_or(is, |answer| answer.to_value()))
            }
        };
        let answer = answer.map(|is| Change::new(Thing::Answer(of()), is));
        let note = self.note.map(|note| Change::text(Thing::Note(of()), &note));
        // An item is named when it is recorded.
        let evidence = self.evidence.iter().map(|item| Change::new(Thing::Evidence(of(), of()), Value::json(item)));
        let confidence = self.confidence.map(|c| Change::text(Thing::Confidence(of()), &c));
        let mark = self.marked.then(|| Change::flag(Thing::Mark(of()), true));
        answer.into_iter().chain(note).chain(evidence).chain(confidence).chain(mark).collect()
    }
}

/// Whether something that is said leaves its assessment, and of what it is said.
enum Goes<'t> {
    /// It is about a question or an area.
    Of(&'t Id),
    /// It is about the people in the room, or a line of the pad.
    Along,
    /// It is about the other assessment itself.
    Stays,
}

fn goes(thing: &Thing) -> Goes<'_> {
    match thing {
        Thing::Answer(id)
        | Thing::Note(id)
        | Thing::Evidence(id, _)
        | Thing::Confidence(id)
        | Thing::Mark(id)
        | Thing::Rating(id)
        | Thing::Target(id)
        | Thing::Importance(id)
        | Thing::Effort(id, _)
        | Thing::Pin(id, _)
        | Thing::Exclude(id)
        | Thing::Measure(id, _)
        | Thing::Vote(_, id, _)
        | Thing::Hands(_, id)
        | Thing::Round(_, id)
        | Thing::Agreed(id)
        | Thing::Statement(id, _) => Goes::Of(id),
        Thing::Rater(_) | Thing::Left(_) | Thing::Parked(_) | Thing::Pad(_) => Goes::Along,
        Thing::Setup(_)
        | Thing::Interviewee(_)
        | Thing::Before(_)
        | Thing::Rubric(_)
        | Thing::InUse
        | Thing::Other(_) => Goes::Stays,
    }
}

/// The place of what the rubric does not know.
const UNKNOWN: usize = usize::MAX;

/// The place of something that leaves its assessment: the people in the room and the pad, then questions in
/// their order, areas in theirs, and what the rubric does not know.
fn place(rubric: &Rubric, thing: &Thing) -> Option<usize> {
    let id = match goes(thing) {
        Goes::Of(id) => id,
        Goes::Along => return Some(0),
        Goes::Stays => return None,
    };
    let area = || rubric.areas.iter().position(|a| a.id == *id).map(|a| rubric.questions.len() + a);
    Some(rubric.question_ix(id.as_str()).map(|q| q.0).or_else(area).map_or(UNKNOWN, |place| place + 1))
}

/// What makes sense, and what does not: its place among all that is said stands for its row.
fn checked(said: impl Iterator<Item = Change>, rubric: &Rubric) -> (Vec<Change>, Vec<BadRow>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for (number, change) in (1..).zip(said) {
        let why = match goes(&change.thing) {
            Goes::Of(id) if place(rubric, &change.thing) == Some(UNKNOWN) => {
                Bad::UnknownQuestion(Clean::line(id.as_str()))
            }
            Goes::Of(id) if !is_readable(&change, rubric) => {
                Bad::Unreadable(id.clone(), Clean::line(change.is.as_json()))
            }
            _ => {
                good.push(change);
                continue;
            }
        };
        bad.push(BadRow { number, bad: why });
    }
    (good, bad)
}

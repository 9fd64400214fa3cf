//! What was answered: an assessment is the fold of its events.

mod again;
mod answer;
mod change;
mod conflict;
mod event;
mod fold;
mod header;
mod history;
mod intent;
mod interview;
mod progress;
mod ready;
mod room;
pub mod row;
mod say;
mod typed;
mod undo;
pub mod upgrade;

pub use again::{Again, carried_over};
pub use answer::{Answer, BadAnswer, Confidence, Evidence, EvidenceKind, Mode, depth_word, parse_depth};
pub use change::Change;
pub use conflict::Conflict;
pub use event::{Deed, Event, EventId, Field, Session, Stamp, Thing, Value};
pub use fold::{Applied, Ledger};
pub use header::{AssessmentId, Author, Header, RubricRef};
pub use history::{Act, Entry as HistoryEntry};
pub use intent::{Intent, Measure, MeasureStatus};
pub use interview::{PadLine, PadText};
pub use ready::ReadyTargets;
pub use room::{
    Agreement, BadVote, Called, Hands, How, MAX_ROUNDS, Method, Parked, Rater, Room, Round, RoundState, Table, Tally,
    Vote, rater_id,
};
pub use say::{Say, author, confidence, credit, evidence_kind, field, method, moment, rater, unsettled};

use crate::order;
use crate::rubric::{Depth, Id, Question, QuestionIx, Rubric};
use crate::text::Clean;

/// A stored answer that the rubric cannot read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// The question.
    pub question: Id,
    /// The value as stored.
    pub value: Clean,
}

/// The state of an assessment.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its identity.
    pub id: AssessmentId,
    /// The rubric it was made with; see [`Assessment::rubric_in_use`].
    pub rubric: RubricRef,
    /// When it was made.
    pub created: Stamp,
    ledger: Ledger,
    /// Whether votes from files wait for the reveal; see [`Assessment::look_on`].
    is_looked_on: bool,
}

impl Extend<Event> for Assessment {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        let events = events.into_iter();
        self.ledger.reserve(events.size_hint().0);
        events.for_each(|event| {
            self.ledger.apply(event);
        });
    }
}

impl Assessment {
    /// An assessment without any event.
    pub fn new(header: &Header) -> Self {
        Self {
            id: header.assessment.clone(),
            rubric: header.rubric.clone(),
            created: header.created,
            ledger: Ledger::default(),
            is_looked_on: false,
        }
    }

    /// The header of a session of this assessment.
    pub fn header(&self, session: Session) -> Header {
        Header { assessment: self.id.clone(), session, rubric: self.rubric.clone(), created: self.created }
    }

    /// Adds an event: the only way in which the state changes.
    pub fn apply(&mut self, event: Event) -> Applied {
        self.ledger.apply(event)
    }

    /// Makes an event of a change, adds it and returns it for the store.
    pub fn record(&mut self, author: &Author, at: Stamp, change: Change) -> Event {
        let after = if change.imported {
            self.ledger.after_equals(&change.thing, author.session, &change.is)
        } else {
            self.ledger.after(&change.thing, author.session)
        };
        let event = Event::from(Deed {
            id: self.ledger.next(author.session),
            at,
            by: author.by.clone(),
            after,
            thing: change.thing,
            is: change.is,
            undoes: change.undoes,
            redoes: change.redoes,
            imported: change.imported,
            extra: Vec::new(),
        });
        self.ledger.apply(event.clone());
        event
    }

    /// The events and heads.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The answer shown for a question; a value that the rubric cannot read counts as none.
    pub fn answer(&self, rubric: &Rubric, question: &Question) -> Option<Answer> {
        let event = self.ledger.shown(&Thing::Answer(question.id.clone()))?;
        Answer::read(&event.is, rubric, question).ok()
    }

    /// Answers in force that are no answers to their questions: the file was not written by gradus.
    pub fn unreadable(&self, rubric: &Rubric) -> Option<Unreadable> {
        rubric.questions.iter().find_map(|question| {
            let event = self.ledger.shown(&Thing::Answer(question.id.clone()))?;
            let unreadable = || Unreadable { question: question.id.clone(), value: Clean::line(event.is.as_json()) };
            Answer::read(&event.is, rubric, question).is_err().then(unreadable)
        })
    }

    /// Whether two people's answers to a question, or how sure they are, disagree.
    pub fn has_conflict(&self, question: &Id) -> bool {
        let things = [Thing::Answer(question.clone()), Thing::Confidence(question.clone())];
        things.iter().any(|thing| self.ledger.heads(thing).len() > 1)
    }

    fn text(&self, thing: &Thing) -> Option<Clean> {
        self.ledger.shown(thing)?.is.as_text()
    }

    /// The note on a question. Of two notes that were written apart neither is lost: both are
    /// shown, the later one first, until the note is written again.
    pub fn note(&self, question: &Id) -> Option<Clean> {
        let heads = self.ledger.heads(&Thing::Note(question.clone()));
        let notes: Vec<Clean> = heads.iter().filter_map(|e| e.is.as_text()).collect();
        let joined = notes.iter().map(Clean::as_str).collect::<Vec<_>>().join("\n\n");
        (!notes.is_empty()).then(|| Clean::block(&joined))
    }

    /// How sure the answer to a question is.
    pub fn confidence(&self, question: &Id) -> Option<Confidence> {
        Confidence::parse(&self.text(&Thing::Confidence(question.clone()))?)
    }

    /// Whether a question is marked for review.
    pub fn is_marked(&self, question: &Id) -> bool {
        self.ledger.shown(&Thing::Mark(question.clone())).is_some_and(|e| e.is.as_json() == "true")
    }

    /// The evidence for a question: items with their names, in order of those.
    pub fn evidence(&self, question: &Id) -> Vec<(Id, Evidence)> {
        let items = self.ledger.items(question).iter().filter_map(|thing| match thing {
            Thing::Evidence(_, item) => Some((item, self.ledger.shown(thing)?)),
            _ => None,
        });
        let mut items: Vec<_> =
            items.filter_map(|(item, e)| Some((e.at, item.clone(), Evidence::read(&e.is)?))).collect();
        order::by(&mut items, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        items.into_iter().map(|(_, item, evidence)| (item, evidence)).collect()
    }

    /// Whether an item better than a statement supports the answer to a question.
    pub fn is_supported(&self, question: &Id) -> bool {
        self.evidence(question).iter().any(|(_, e)| e.kind != EvidenceKind::Statement)
    }

    /// A field of the setup.
    pub fn setup(&self, field: Field) -> Option<Clean> {
        self.text(&Thing::Setup(field)).map(|t| Clean::line(&t))
    }

    /// Who is assessed.
    pub fn subject(&self) -> Clean {
        self.setup(Field::Subject).unwrap_or_default()
    }

    /// How the assessment is held.
    pub fn mode(&self) -> Mode {
        self.setup(Field::Mode).and_then(|m| Mode::parse(&m)).unwrap_or_default()
    }

    /// Which questions are asked.
    pub fn depth(&self) -> Depth {
        self.setup(Field::Depth).and_then(|d| parse_depth(&d)).unwrap_or(Depth::Quick)
    }

    /// Whether it was put away.
    pub fn is_archived(&self) -> bool {
        self.ledger.shown(&Thing::Setup(Field::Archived)).is_some_and(|e| e.is.as_json() == "true")
    }

    /// When something was last recorded.
    pub fn changed(&self) -> Stamp {
        self.ledger.events().iter().map(|e| e.at).max().unwrap_or(self.created)
    }

    /// The question that was touched last.
    pub fn last_touched(&self, rubric: &Rubric) -> Option<QuestionIx> {
        let touched = self.ledger.events().iter().filter(|e| e.thing.question().is_some());
        let last = touched.max_by_key(|e| (e.at.unix_ms, e.id.counter))?;
        rubric.question_ix(last.thing.question()?.as_str())
    }
}

//! Text fields: notes, evidence, reasons, names, places.
//!
//! A field that is left keeps its text, however it is left. Letters are no commands in it.

pub mod field;
mod finish;
mod typing;

use super::{App, RoomField, SetupField, Typed, read_line};
use crate::assessment::{Answer, Evidence, EvidenceKind, PadText, Thing, Value};
use crate::measure::plan::Step;
use crate::rubric::Id;
use crate::text::{Clean, clean_block, clean_line};
use field::Field;

/// Longest note in bytes.
pub const MAX_NOTE: usize = 64 << 10;

/// What a text is typed for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// The note on the question.
    Note,
    /// Evidence for the question.
    Evidence,
    /// Why the question does not apply.
    Reason,
    /// A line of the notes pad.
    Pad,
    /// Who is interviewed.
    Interviewee,
    /// Where to jump.
    Jump,
    /// What to look for in the home list.
    Search,
    /// Another name for the subject at this place of the home list.
    Rename(usize),
    /// A file to unite that is not in the home list.
    MergePath,
    /// Where files are united.
    MergeInto,
    /// A field of the setup.
    Setup(SetupField),
    /// The file to save to.
    SaveElsewhere,
    /// The file of a report.
    ReportPlace,
    /// Who answers for a step of the plan.
    Owner(Step),
    /// When a step of the plan is due.
    Due(Step),
    /// Something of a workshop.
    Room(RoomField),
}

impl Purpose {
    /// Whether Enter makes a new line.
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Note)
    }

    /// Whether only Enter makes something happen: a name that is half typed must not.
    pub fn is_order(&self) -> bool {
        matches!(self, Self::MergePath | Self::MergeInto | Self::SaveElsewhere)
    }

    /// Whether what is typed is kept while it is typed.
    fn is_kept(&self) -> bool {
        matches!(self, Self::Note | Self::Evidence | Self::Reason | Self::Pad)
    }
}

/// An open text field.
pub struct Editor {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub field: Field,
    /// The kind, for evidence.
    pub kind: EvidenceKind,
    /// The item that is written, for evidence and the pad.
    item: Option<Id>,
    /// The text as the field was opened.
    before: String,
    /// Which of the places found is chosen, for jumping.
    pub cursor: usize,
}

impl Editor {
    /// A field for the question on screen, with what is known already.
    pub fn new(app: &App, purpose: Purpose) -> Option<Self> {
        let work = app.work.as_ref();
        let mut item = None;
        let mut kind = EvidenceKind::Document;
        let text = match &purpose {
            Purpose::Note => work?.assessment.note(&work?.question().id).unwrap_or_default().to_string(),
            Purpose::Evidence => {
                let work = work?;
                let last = work.assessment.evidence(&work.question().id).pop();
                item = work.new_item();
                last.map_or_else(String::new, |(id, evidence)| {
                    item = Some(id);
                    kind = evidence.kind;
                    evidence.text.to_string()
                })
            }
            Purpose::Reason => match work?.assessment.answer(&work?.rubric, work?.question()) {
                Some(Answer::NotApplicable { reason }) => reason.to_string(),
                _ => String::new(),
            },
            Purpose::Pad => {
                let work = work?;
                let changing = app.pad.changing.as_ref();
                let known = changing.and_then(|item| work.talk.pad.iter().find(|line| line.item == *item));
                item = known.map(|line| line.item.clone()).or_else(|| work.new_item());
                known.map_or_else(String::new, |line| line.line.written())
            }
            Purpose::Rename(entry) => app.home.entries.get(*entry)?.summary()?.subject.to_string(),
            Purpose::Setup(field) => app.setup_text(*field),
            Purpose::Search => app.home.search.clone(),
            Purpose::ReportPlace => app.report_place(),
            Purpose::Owner(step) => app.plan.measure(work?, *step).owner.to_string(),
            Purpose::Due(step) => app.plan.measure(work?, *step).due.to_string(),
            Purpose::MergeInto => app.merge_place(),
            Purpose::Jump | Purpose::SaveElsewhere | Purpose::MergePath | Purpose::Interviewee => String::new(),
            Purpose::Room(field) => app.room_text(field),
        };
        Some(Self::with(purpose, &text, kind, item))
    }

    /// The same field with another text in it; leaving it as it is keeps that text.
    #[must_use]
    pub fn filled(self, text: &str) -> Self {
        Self { before: self.before, ..Self::with(self.purpose, text, self.kind, self.item) }
    }

    /// A field for one item of evidence for the question on screen.
    pub fn evidence(app: &App, item: &Id, text: &str) -> Self {
        let items = app.work.as_ref().map(|work| work.assessment.evidence(&work.question().id)).unwrap_or_default();
        let kind = items.iter().find(|(id, _)| id == item).map_or(EvidenceKind::Document, |(_, e)| e.kind);
        Self::with(Purpose::Evidence, text, kind, Some(item.clone()))
    }

    /// A field for the file to save to.
    pub fn save_elsewhere(_: &App) -> Self {
        Self::with(Purpose::SaveElsewhere, "", EvidenceKind::Document, None)
    }

    fn with(purpose: Purpose, text: &str, kind: EvidenceKind, item: Option<Id>) -> Self {
        Self { purpose, field: Field::new(text), kind, item, before: text.to_owned(), cursor: 0 }
    }

    /// The item that is written, for evidence and the pad.
    pub(super) fn item(&self) -> Option<&Id> {
        self.item.as_ref()
    }

    /// Whether only Enter gives effect to it as it stands: a name that is half typed, or a level that was proposed and
    /// that nobody has touched, is agreed on by nobody who leaves.
    pub(super) fn is_called_off(&self) -> bool {
        let is_proposal = matches!(self.purpose, Purpose::Room(RoomField::Agree(_))) && self.text() == self.before;
        self.purpose.is_order() || is_proposal
    }

    /// The text as typed.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Where the text belongs and what it is so far: what a draft keeps.
    fn draft(&self, app: &App) -> Option<(Thing, Value)> {
        let question = app.work.as_ref()?.question().id.clone();
        let text = self.text();
        let blank = text.trim().is_empty();
        match &self.purpose {
            Purpose::Note => Some((Thing::Note(question), if blank { Value::cleared() } else { Value::text(text) })),
            Purpose::Evidence if !blank => {
                let evidence = Evidence { kind: self.kind, text: Clean::block(text) };
                Some((Thing::Evidence(question, self.item.clone()?), evidence.to_value()))
            }
            Purpose::Reason if !blank => {
                let answer = Answer::NotApplicable { reason: Clean::block(text.trim()) };
                Some((Thing::Answer(question), answer.to_value()))
            }
            Purpose::Pad => {
                let line = match read_line(app.work.as_ref()?, text) {
                    Typed::Line(line) => line,
                    Typed::NoQuestion(_) => PadText { text: Clean::line(text), question: None },
                    Typed::Blank | Typed::Tag(_) => return None,
                };
                Some((Thing::Pad(self.item.clone()?), line.to_value()))
            }
            _ => None,
        }
    }

    /// Types or pastes a text; false if not all of it fits.
    fn insert(&mut self, text: &str) -> bool {
        // Terminals send a carriage return for every line break of a paste.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.purpose.is_long() {
            clean_block(&text).into_owned()
        } else {
            // A pasted line break in a field of one line is a blank.
            clean_line(&text.replace('\n', " ")).into_owned()
        };
        let room = MAX_NOTE.saturating_sub(self.text().len());
        let end = text.floor_char_boundary(room);
        self.field.insert(&text[..end]);
        end == text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_a_blank_in_one_line_and_has_no_room_in_a_full_note() {
        let field = |purpose, text: &str| Editor::with(purpose, text, EvidenceKind::Document, None);
        let mut line = field(Purpose::SaveElsewhere, "a");
        assert!(line.insert("\n"));
        assert_eq!(line.text(), "a ");
        let mut note = field(Purpose::Note, &"x".repeat(MAX_NOTE - 1));
        assert!(note.insert("\n") && !note.insert("\n"));
        assert_eq!(note.text().len(), MAX_NOTE);
    }
}

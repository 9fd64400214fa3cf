//! Text fields: notes, evidence, reasons, names, jumping by typing.
//!
//! A field that is left keeps its text, however it is left. Letters are no commands in it.

use ratatui_textarea::{CursorMove, Input as FieldInput, Key as FieldKey, TextArea, WrapMode};

use super::{App, Effect, Place, RoomField, SetupField, Typed, Work, read_line};
use crate::assessment::{Answer, Change, Evidence, EvidenceKind, PadText, Stamp, Thing, Value};
use crate::lang::{Lang, fill};
use crate::measure::plan::Step;
use crate::order;
use crate::rubric::{Id, QuestionIx};
use crate::text::{Clean, clean_block, clean_line};
use crate::tui::key::{Input, Key};

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
    /// The text.
    pub area: TextArea<'static>,
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
                item = new_item(work);
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
                item = known.map(|line| line.item.clone()).or_else(|| new_item(work));
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
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(ratatui::style::Style::default());
        area.set_cursor_style(ratatui::style::Style::default());
        area.set_max_histories(200);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { purpose, area, kind, item, before: text.to_owned(), cursor: 0 }
    }

    /// The item that is written, for evidence and the pad.
    pub(super) fn item(&self) -> Option<&Id> {
        self.item.as_ref()
    }

    /// The text as typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Where the text belongs and what it is so far: what a draft keeps.
    fn draft(&self, app: &App) -> Option<(Thing, Value)> {
        let question = app.work.as_ref()?.question().id.clone();
        let text = self.text();
        let blank = text.trim().is_empty();
        match &self.purpose {
            Purpose::Note => Some((Thing::Note(question), if blank { Value::cleared() } else { Value::text(&text) })),
            Purpose::Evidence if !blank => {
                let evidence = Evidence { kind: self.kind, text: Clean::block(&text) };
                Some((Thing::Evidence(question, self.item.clone()?), evidence.to_value()))
            }
            Purpose::Reason if !blank => {
                let answer = Answer::NotApplicable { reason: Clean::block(text.trim()) };
                Some((Thing::Answer(question), answer.to_value()))
            }
            Purpose::Pad => {
                let line = match read_line(app.work.as_ref()?, &text) {
                    Typed::Line(line) => line,
                    Typed::NoQuestion(_) => PadText { text: Clean::line(&text), question: None },
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
        self.area.insert_str(&text[..end]);
        end == text.len()
    }
}

impl App {
    /// An input while a text field is open.
    pub(super) fn edit(&mut self, mut editor: Box<Editor>, input: Input, now: Stamp, effects: &mut Vec<Effect>) {
        if editor.purpose == Purpose::Pad {
            match self.pad_key(editor, &input, now, effects) {
                Some(given_back) => editor = given_back,
                None => return,
            }
        }
        self.message = None;
        let before = editor.text();
        let done = match input {
            Input::Paste(text) => {
                if !editor.insert(&text) {
                    self.message = Some(fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()]));
                }
                false
            }
            Input::Key(Key::Esc) if editor.purpose.is_order() => return self.call_off(&editor.purpose),
            Input::Key(Key::Ctrl('c')) => {
                if !editor.purpose.is_order() {
                    self.finish(*editor, now, effects);
                }
                self.leave_program(effects);
                return;
            }
            Input::Key(Key::Ctrl('z')) => {
                effects.push(Effect::Suspend);
                false
            }
            Input::Key(key) => self.typed(&mut editor, key),
        };
        if done {
            self.finish(*editor, now, effects);
            return;
        }
        if editor.text() != before {
            editor.cursor = 0;
            if editor.purpose == Purpose::Search {
                self.home.search = editor.text();
                self.home.cursor = 0;
            }
            if editor.purpose.is_kept() {
                effects.push(Effect::Draft(editor.draft(self)));
            }
        }
        self.overlay = Some(super::Overlay::Edit(editor));
    }

    /// Leaves a field whose text takes no effect.
    fn call_off(&mut self, purpose: &Purpose) {
        self.overlay = match purpose {
            Purpose::SaveElsewhere => Some(super::Overlay::Leaving),
            Purpose::MergePath | Purpose::MergeInto => Some(super::Overlay::Merge),
            _ => None,
        };
    }

    /// One key in a field; true if it leaves the field.
    fn typed(&mut self, editor: &mut Editor, key: Key) -> bool {
        // The last place of the list under the field; what is typed is the first place of the one of names.
        let last = match editor.purpose {
            Purpose::Jump => Some(self.jumps(&editor.text()).len().saturating_sub(1)),
            Purpose::Interviewee => Some(self.interviewees(&editor.text()).len()),
            _ => None,
        };
        match key {
            Key::Esc => return true,
            Key::Enter if !editor.purpose.is_long() => return true,
            Key::Tab | Key::BackTab if editor.purpose == Purpose::Evidence => {
                editor.kind = EvidenceKind::ALL
                    .into_iter()
                    .cycle()
                    .skip_while(|k| *k != editor.kind)
                    .nth(1)
                    .unwrap_or(editor.kind);
            }
            Key::Up if last.is_some() => editor.cursor = editor.cursor.saturating_sub(1),
            Key::Down if last.is_some() => {
                editor.cursor = (editor.cursor + 1).min(last.unwrap_or_default());
            }
            Key::Char(c) => {
                if !editor.insert(c.encode_utf8(&mut [0; 4])) {
                    self.message = Some(fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()]));
                }
            }
            key => {
                if let Some(input) = field_input(key) {
                    editor.area.input(input);
                }
            }
        }
        false
    }

    /// Leaves a field: what was typed takes effect.
    pub(super) fn finish(&mut self, editor: Editor, now: Stamp, effects: &mut Vec<Effect>) {
        let text = editor.text();
        let changed = text != editor.before;
        match &editor.purpose {
            Purpose::Jump => self.jump(&text, editor.cursor),
            Purpose::Search => {}
            Purpose::Interviewee => self.take_interviewee(&text, editor.cursor, now, effects),
            Purpose::Pad => {
                self.keep_line(&editor, now, effects);
                effects.push(Effect::Draft(None));
            }
            Purpose::Rename(entry) => {
                if changed && !text.trim().is_empty() {
                    let change = Change::text(Thing::Setup(crate::assessment::Field::Subject), text.trim());
                    effects.push(Effect::ChangeListed(*entry, change));
                }
            }
            Purpose::Setup(field) => self.set_setup(*field, text.trim(), now, effects),
            Purpose::Owner(_) | Purpose::Due(_) => self.set_measure(&editor.purpose, text.trim(), now, effects),
            Purpose::MergePath => self.add_to_merge(text.trim()),
            Purpose::MergeInto => self.compare_merge(text.trim(), effects),
            Purpose::SaveElsewhere if text.trim().is_empty() => self.call_off(&editor.purpose),
            Purpose::SaveElsewhere => effects.push(Effect::SaveElsewhere(text.trim().to_owned())),
            Purpose::ReportPlace => self.set_report_place(text.trim()),
            Purpose::Room(field) => self.finish_room(field, text.trim(), changed, now, effects),
            Purpose::Note | Purpose::Evidence | Purpose::Reason => {
                self.keep(&editor, &text, changed, now, effects);
                effects.push(Effect::Draft(None));
            }
        }
    }

    fn keep(&mut self, editor: &Editor, text: &str, changed: bool, now: Stamp, effects: &mut Vec<Effect>) {
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let question = work.question().id.clone();
        let blank = text.trim().is_empty();
        match editor.purpose {
            Purpose::Note if changed => {
                work.record(Change::text(Thing::Note(question), text), now, effects);
            }
            Purpose::Evidence => {
                let Some(item) = editor.item.clone() else { return };
                let items = work.assessment.evidence(&question);
                let known = items.iter().find(|(id, _)| *id == item).map(|(_, evidence)| evidence);
                let evidence = Evidence { kind: editor.kind, text: Clean::block(text) };
                if known == Some(&evidence) || (known.is_none() && blank) {
                    return;
                }
                let is = if blank { Value::cleared() } else { evidence.to_value() };
                work.record(Change::new(Thing::Evidence(question, item), is), now, effects);
            }
            Purpose::Reason if blank => self.message = Some(words.ask.na_needs_reason.to_owned()),
            Purpose::Reason => {
                let answer = Answer::NotApplicable { reason: Clean::block(text.trim()) };
                let change = work.said(Change::answer(&question, Some(&answer)));
                work.highlight = None;
                let is_said = work.assessment.ledger().shown(&change.thing).is_some_and(|e| e.is == change.is);
                if !is_said || work.assessment.has_conflict(&question) {
                    work.record(change, now, effects);
                }
            }
            _ => {}
        }
    }

    /// The questions that a typed text means.
    pub fn jumps(&self, typed: &str) -> Vec<QuestionIx> {
        self.work.as_ref().map_or_else(Vec::new, |work| jumps(work, typed, self.lang))
    }

    fn jump(&mut self, typed: &str, cursor: usize) {
        let found = self.jumps(typed);
        let Some(work) = &mut self.work else { return };
        match found.get(cursor) {
            Some(question) => {
                work.go_to(*question);
                self.place = Place::Ask;
            }
            None if typed.trim().is_empty() => {}
            None => self.message = Some(fill(self.words().ask.jump_none, &[&Clean::line(typed)])),
        }
    }
}

/// The name of a new item: that of the event that will make it, so that two people's items never meet.
fn new_item(work: &Work) -> Option<Id> {
    Id::new(&work.assessment.ledger().next(work.author.session).to_string())
}

/// The questions that a typed text means: by id first, then by words in name or text.
pub fn jumps(work: &Work, typed: &str, lang: Lang) -> Vec<QuestionIx> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let rank = |ix: QuestionIx| {
        let question = work.rubric.question(ix);
        let area = work.rubric.area(question.area);
        let id = question.id.as_str().to_lowercase();
        let texts = [area.name.get(lang), question.text.get(lang)];
        if id == typed {
            Some(0)
        } else if id.starts_with(&typed) {
            Some(1)
        } else if texts.iter().any(|t| t.to_lowercase().contains(&typed)) {
            Some(2)
        } else {
            None
        }
    };
    let mut found: Vec<(i32, QuestionIx)> = work.asked.iter().filter_map(|q| Some((rank(*q)?, *q))).collect();
    order::by(&mut found, Ord::cmp);
    found.into_iter().map(|(_, q)| q).collect()
}

/// What a key that is no text does in a field; with Ctrl what it does on a shell's line.
fn field_input(key: Key) -> Option<FieldInput> {
    let (key, ctrl) = match key {
        Key::Enter | Key::AltEnter => (FieldKey::Enter, false),
        Key::Backspace => (FieldKey::Backspace, false),
        Key::Delete => (FieldKey::Delete, false),
        Key::Up => (FieldKey::Up, false),
        Key::Down => (FieldKey::Down, false),
        Key::Left => (FieldKey::Left, false),
        Key::Right => (FieldKey::Right, false),
        Key::Home => (FieldKey::Home, false),
        Key::End => (FieldKey::End, false),
        Key::PageUp => (FieldKey::PageUp, false),
        Key::PageDown => (FieldKey::PageDown, false),
        // The field's own letter for wiping what is left of the cursor is another one.
        Key::Ctrl('u') => (FieldKey::Char('j'), true),
        Key::Ctrl(c @ ('a' | 'e' | 'k' | 'w' | 'd' | 'h' | 'b' | 'f')) => (FieldKey::Char(c), true),
        Key::Char(_) | Key::Ctrl(_) | Key::Esc | Key::Tab | Key::BackTab => return None,
    };
    Some(FieldInput { key, ctrl, alt: false, shift: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_shells_line_do_in_a_field_what_they_do_there() {
        let after = |keys: &[Key]| {
            let mut area = TextArea::from(["one two three"]);
            area.move_cursor(ratatui_textarea::CursorMove::End);
            for key in keys {
                area.input(field_input(*key).unwrap());
            }
            area.lines().join("\n")
        };
        assert_eq!(after(&[Key::Ctrl('u')]), "");
        assert_eq!(after(&[Key::Ctrl('w')]), "one two ");
        assert_eq!(after(&[Key::Ctrl('a'), Key::Ctrl('k')]), "");
        assert_eq!(after(&[Key::Ctrl('a'), Key::Ctrl('f'), Key::Ctrl('d')]), "oe two three");
        assert_eq!(after(&[Key::Ctrl('a'), Key::Ctrl('e'), Key::Ctrl('b'), Key::Ctrl('h')]), "one two thre");
        assert!(field_input(Key::Ctrl('v')).is_none(), "what is not named stays without meaning");
    }
}

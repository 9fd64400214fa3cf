//! The notes pad beside the questions: lines first, levels later.
//!
//! A line is typed at the foot of the pad and kept by Enter. A tag in it, such as `#R3`, assigns it to a
//! question and brings that question on screen; `#` alone means the one that is there.

use super::{App, Editor, Effect, Overlay, Place, Purpose, Work};
use crate::assessment::{Change, PadLine, PadText, Stamp};
use crate::lang::fill;
use crate::rubric::{Id, QuestionIx};
use crate::text::{Clean, clean_line};
use crate::tui::key::{Input, Key};

/// The state of the pad.
#[derive(Clone, Debug, Default)]
pub struct PadView {
    /// Whether it stays beside the question where there is room.
    pub is_shown: bool,
    /// Place of the chosen line, if one is.
    pub cursor: Option<usize>,
    /// The line that is being changed, if one is.
    pub changing: Option<Id>,
}

/// What a typed line means.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A text, perhaps for a question.
    Line(PadText),
    /// Nothing but a tag.
    Tag(QuestionIx),
    /// It begins with a tag that no question has.
    NoQuestion(String),
    /// Nothing at all.
    Blank,
}

/// Reads a line of the pad as it is typed.
pub fn read_line(work: &Work, typed: &str) -> Typed {
    let typed = clean_line(typed.trim()).into_owned();
    let at_start = |i: usize| typed[..i].ends_with(char::is_whitespace) || i == 0;
    let tags = typed.match_indices('#').map(|(i, _)| i).filter(|i| at_start(*i));
    let found = tags.clone().find_map(|i| {
        let end = i + 1 + tag(&typed[i + 1..]).len();
        Some((i, end, question_of(work, &typed[i + 1..end])?))
    });
    let Some((start, end, question)) = found else {
        return match (typed.is_empty(), tags.clone().next()) {
            (true, _) => Typed::Blank,
            (false, Some(0)) => Typed::NoQuestion(tag(&typed[1..]).to_owned()),
            (false, _) => Typed::Line(PadText { text: Clean::line(&typed), question: None }),
        };
    };
    let after = typed[end..].trim_start_matches(|c: char| c.is_whitespace() || ":：,，、.。".contains(c));
    let text = format!("{} {after}", typed[..start].trim_end());
    if text.trim().is_empty() {
        Typed::Tag(question)
    } else {
        let question = Some(work.rubric.question(question).id.clone());
        Typed::Line(PadText { text: Clean::line(text.trim()), question })
    }
}

/// The characters of an id that a text begins with; a full stop at their end is a full stop.
fn tag(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c))).unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}

/// The asked question that a tag means: by its id, or by its area's; an empty tag means the one on screen.
fn question_of(work: &Work, tag: &str) -> Option<QuestionIx> {
    if tag.is_empty() {
        return Some(work.question_ix());
    }
    let here = work.question_ix();
    let in_area = |q: QuestionIx| work.rubric.area(work.rubric.question(q).area).id.as_str().eq_ignore_ascii_case(tag);
    let named = |q: &&QuestionIx| work.rubric.question(**q).id.as_str().eq_ignore_ascii_case(tag);
    let by_id = work.asked.iter().find(named).copied();
    let by_area = || Some(here).filter(|q| in_area(*q)).or_else(|| work.asked.iter().copied().find(|q| in_area(*q)));
    by_id.or_else(by_area)
}

impl App {
    /// Whether what is typed goes to the pad.
    pub fn is_on_pad(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Edit(editor)) if editor.purpose == Purpose::Pad)
    }

    /// To the pad, beside the question or instead of it.
    pub(super) fn to_pad(&mut self) {
        self.pad = PadView { is_shown: true, ..PadView::default() };
        self.open_pad_field();
    }

    fn open_pad_field(&mut self) {
        self.overlay = Editor::new(self, Purpose::Pad).map(|editor| Overlay::Edit(Box::new(editor)));
    }

    /// A key that means something else on the pad than in other fields; gives the field back if it does not.
    pub(super) fn pad_key(
        &mut self,
        editor: Box<Editor>,
        input: &Input,
        now: Stamp,
        effects: &mut Vec<Effect>,
    ) -> Option<Box<Editor>> {
        let Input::Key(key) = input else { return Some(editor) };
        self.message = None;
        let lines = self.work.as_ref().map_or(0, |w| w.talk.pad.len());
        let is_blank = editor.text().trim().is_empty();
        match key {
            Key::Esc | Key::Tab | Key::BackTab => {
                self.pad.is_shown = *key != Key::Esc;
                self.finish(*editor, now, effects);
            }
            Key::Enter => self.enter_line(editor, now, effects),
            Key::Up | Key::Down if self.pad.changing.is_none() => {
                let place = self.pad.cursor.map_or(lines, |c| c.min(lines));
                let place = if *key == Key::Up { place.saturating_sub(1) } else { place + 1 };
                self.pad.cursor = (place < lines).then_some(place);
                self.overlay = Some(Overlay::Edit(editor));
            }
            Key::Delete if is_blank && self.chosen_line().is_some() => {
                let item = self.chosen_line().map(|line| line.item);
                if let (Some(item), Some(work)) = (item, &mut self.work) {
                    work.record(Change::pad(item, None), now, effects);
                    self.message = Some(self.words().talk.pad_removed.to_owned());
                }
                self.overlay = Some(Overlay::Edit(editor));
            }
            _ => return Some(editor),
        }
        None
    }

    fn chosen_line(&self) -> Option<PadLine> {
        self.work.as_ref()?.talk.pad.get(self.pad.cursor?).cloned()
    }

    /// Enter on the pad: keeps what was typed, or takes up the chosen line.
    fn enter_line(&mut self, editor: Box<Editor>, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        match (read_line(work, editor.text()), self.chosen_line()) {
            (Typed::NoQuestion(tag), _) => {
                self.message = Some(fill(self.words().talk.pad_no_question, &[&tag]));
                self.overlay = Some(Overlay::Edit(editor));
                return;
            }
            (Typed::Blank, Some(line)) if self.pad.changing.is_none() => self.pad.changing = Some(line.item),
            _ => self.finish(*editor, now, effects),
        }
        self.open_pad_field();
    }

    /// Takes what was typed on the pad, whatever ended it: nothing of it is lost.
    pub(super) fn keep_line(&mut self, editor: &Editor, now: Stamp, effects: &mut Vec<Effect>) {
        let (chosen, changing) = (self.chosen_line(), self.pad.changing.take());
        let words = self.words();
        let Some(work) = &mut self.work else { return };
        let typed = match (read_line(work, editor.text()), changing.is_some()) {
            (Typed::NoQuestion(_), _) => Typed::Line(PadText { text: Clean::line(editor.text()), question: None }),
            // A tag instead of the text of a line that is there assigns that line.
            (Typed::Tag(question), true) => {
                self.pad.cursor = None;
                return assign(work, chosen, question, now, effects);
            }
            (typed, _) => typed,
        };
        match typed {
            Typed::Blank | Typed::NoQuestion(_) => {
                if let Some(item) = changing {
                    work.record(Change::pad(item, None), now, effects);
                    self.message = Some(words.talk.pad_removed.to_owned());
                }
            }
            Typed::Tag(question) => {
                if chosen.is_some() {
                    let id = work.rubric.question(question).id.to_string();
                    self.message = Some(fill(words.talk.pad_assigned, &[&id]));
                    assign(work, chosen, question, now, effects);
                    // On to the next line that nobody assigned yet.
                    let from = self.pad.cursor.map_or(0, |cursor| cursor + 1);
                    let mut rest = work.talk.pad.iter().enumerate().skip(from);
                    self.pad.cursor = rest.find(|(_, l)| l.line.question.is_none()).map(|(place, _)| place);
                } else {
                    work.go_to(question);
                    self.place = Place::Ask;
                }
            }
            Typed::Line(line) => {
                let Some(item) = editor.item().cloned() else { return };
                let question = line.question.as_ref().and_then(|q| work.rubric.question_ix(q.as_str()));
                if work.talk.pad.iter().all(|known| known.item != item || known.line != line) {
                    work.record(Change::pad(item, Some(&line)), now, effects);
                }
                if let Some(question) = question {
                    work.go_to(question);
                }
                self.pad.cursor = None;
            }
        }
    }
}

/// A line that is there belongs to a question from now on.
fn assign(work: &mut Work, line: Option<PadLine>, question: QuestionIx, now: Stamp, effects: &mut Vec<Effect>) {
    let id = work.rubric.question(question).id.clone();
    if let Some(PadLine { item, line, .. }) = line.filter(|l| l.line.question.as_ref() != Some(&id)) {
        let line = PadText { question: Some(id), ..line };
        work.record(Change::pad(item, Some(&line)), now, effects);
    }
}

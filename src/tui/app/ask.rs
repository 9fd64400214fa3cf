//! Ask: one question, one key per answer.

use super::motion::{motion, moved};
use super::{App, Editor, Effect, Overlay, Place, Purpose, Work, undone};
use crate::assessment::{Answer, Change, Stamp, Vote, confidence};
use crate::lang::fill;
use crate::rubric::{EPSILON, Kind, Question, Rubric};
use crate::tui::key::Key;
use crate::tui::keys::Action;

impl App {
    pub(super) fn act_ask(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let is_change = matches!(
            action,
            Action::Digit(_)
                | Action::Clear
                | Action::Toward
                | Action::Unknown
                | Action::NotApplicable
                | Action::Note
                | Action::Evidence
                | Action::Confidence
                | Action::Mark
                | Action::Pad
                | Action::Interviewee
                | Action::Rate
                | Action::Undo
                | Action::Redo
        );
        if let (true, Some(why)) = (is_change, &work.read_only) {
            self.message = Some(why.to_string());
            return;
        }
        if self.votes_by(action, now, effects) {
            return;
        }
        let (words, lang) = (self.words(), self.lang);
        let Some(work) = &mut self.work else { return };
        match action {
            Action::Digit(digit) => {
                if let Some(choice) = choice_of(work.question(), digit) {
                    answer_with(work, choice, now, effects);
                }
            }
            Action::Up => move_highlight(work, -1),
            Action::Down => move_highlight(work, 1),
            Action::PageDown => work.scroll += 5,
            Action::PageUp => work.scroll = work.scroll.saturating_sub(5),
            Action::Enter => self.next(now, effects),
            Action::Back => work.go(work.at.saturating_sub(1)),
            Action::Right => work.go(work.at + 1),
            Action::Clear => {
                let question = work.question().id.clone();
                if work.assessment.answer(&work.rubric, work.question()).is_some() {
                    work.record(Change::answer(&question, None), now, effects);
                }
                work.highlight = None;
            }
            Action::Toward => self.toward(now, effects),
            Action::Unknown => {
                let question = work.question().id.clone();
                work.highlight = None;
                record_answer(work, Change::answer(&question, Some(&Answer::Unknown)), now, effects);
            }
            Action::NotApplicable => {
                if work.question().na_allowed {
                    self.open_editor(Purpose::Reason);
                } else {
                    self.message = Some(self.words().ask.na_not_allowed.to_owned());
                }
            }
            Action::Note => self.open_editor(Purpose::Note),
            Action::Evidence => self.open_editor(Purpose::Evidence),
            Action::Jump => self.open_editor(Purpose::Jump),
            Action::Confidence => {
                let next = work.next_confidence(now, effects);
                // Its line gives way first when rows are short, so what is chosen is told as well.
                let said = next.map_or(words.ask.confidence_none, |c| confidence(c, lang));
                self.message = Some(fill(words.ask.confidence_is, &[said]));
            }
            Action::Mark => drop(work.turn_mark(now, effects)),
            Action::Pad | Action::Interviewee | Action::Rate => self.act_talk(action),
            Action::NextOpen => self.to_open(true),
            Action::PreviousOpen => self.to_open(false),
            Action::Undo => self.undo(false, now, effects),
            Action::Redo => self.undo(true, now, effects),
            Action::WhyItMatters => self.shows_why = !self.shows_why,
            Action::Outline => self.overlay = Some(Overlay::Outline(work.at)),
            Action::Leave if work.from_review => self.to_review(),
            Action::Leave => self.to_home(effects),
            _ => {}
        }
    }

    /// Records a highlight that was moved, then goes on; after the last question to the
    /// review if something is open, else to the result.
    fn next(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        if let (Some(choice), None) = (work.highlight, &work.read_only) {
            answer_with(work, choice, now, effects);
        }
        work.highlight = None;
        if work.from_review {
            self.to_review();
        } else if work.at + 1 < work.asked.len() {
            work.go(work.at + 1);
        } else if work.voice.is_some() {
            self.to_agenda();
        } else if work.open_places().is_empty() {
            self.to_result();
        } else {
            self.to_review();
        }
    }

    fn toward(&mut self, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let question = work.question();
        match next_credit(&work.rubric, question, work.answer_here()) {
            Ok(answer) => {
                let change = Change::answer(&question.id.clone(), Some(&answer));
                work.record(work.said(change), now, effects);
            }
            Err(NoCredit::NoLevel) => self.message = Some(self.words().ask.toward_needs_level.to_owned()),
            Err(NoCredit::AtTop) => self.message = Some(self.words().ask.toward_at_top.to_owned()),
        }
    }

    fn to_open(&mut self, forward: bool) {
        let Some(work) = &mut self.work else { return };
        match work.next_open(forward) {
            Some(place) => work.go(place),
            None => self.message = Some(self.words().ask.none_open.to_owned()),
        }
    }

    fn undo(&mut self, again: bool, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let thing = work.undo(again, now, effects);
        self.message = Some(undone(thing.as_ref(), again, self.lang));
    }

    pub(super) fn over_outline(&mut self, cursor: usize, key: Key) {
        let page = self.page();
        let Some(work) = &mut self.work else { return };
        if let Some(action) = motion(key) {
            self.overlay = Some(Overlay::Outline(moved(action, cursor, work.asked.len(), page)));
        } else if key == Key::Enter {
            work.go(cursor);
        }
    }

    fn open_editor(&mut self, purpose: Purpose) {
        if let Some(editor) = Editor::new(self, purpose) {
            self.overlay = Some(Overlay::Edit(Box::new(editor)));
        }
    }

    /// To the question, from wherever one is.
    pub(super) fn to_ask(&mut self) {
        if self.work.is_some() {
            self.place = Place::Ask;
        }
    }
}

/// Why no credit can be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCredit {
    /// No level was chosen.
    NoLevel,
    /// There is no level above it.
    AtTop,
}

/// The answer with the next credit toward the next level; after the last one with none.
pub fn next_credit(rubric: &Rubric, question: &Question, answer: Option<&Answer>) -> Result<Answer, NoCredit> {
    let Some(Answer::Level { value, toward }) = answer else { return Err(NoCredit::NoLevel) };
    let choice = question.choice(*value).unwrap_or_default();
    if !question.may_go_toward(choice) || rubric.toward.is_empty() {
        return Err(NoCredit::AtTop);
    }
    let next = match toward {
        None => rubric.toward.first(),
        Some(now) => rubric.toward.iter().skip_while(|c| c.id != *now).nth(1),
    };
    Ok(Answer::Level { value: *value, toward: next.map(|c| c.id.clone()) })
}

/// The choice that a digit stands for: its value where all values are single digits, else its place.
pub fn choice_of(question: &Question, digit: u8) -> Option<usize> {
    (0..question.choices.len()).find(|choice| digit_of(question, *choice) == Some(digit))
}

/// The digit of a choice; `None` on scales beyond one digit.
pub fn digit_of(question: &Question, choice: usize) -> Option<u8> {
    let whole = |value: f64| value.fract().abs() < EPSILON && (0.0..10.0).contains(&value);
    let by_value = question.kind == Kind::Ladder && question.choices.iter().all(|c| whole(c.value));
    if by_value {
        Some(question.choices.get(choice)?.value as u8)
    } else {
        (question.choices.len() <= 10).then_some(choice as u8)
    }
}

/// Records a choice. The same choice again changes nothing, so a credit is not lost by it.
pub fn answer_with(work: &mut Work, choice: usize, now: Stamp, effects: &mut Vec<Effect>) {
    let question = work.question();
    let value = question.choices[choice.min(question.choices.len() - 1)].value;
    if work.voice.is_some() {
        return work.cast(Some(Vote::Level(value)), now, effects);
    }
    let known = work.assessment.answer(&work.rubric, question);
    let same = matches!(known, Some(Answer::Level { value: known, .. }) if (known - value).abs() < EPSILON);
    work.highlight = None;
    if !same || !work.is_said_by_same() || work.assessment.has_conflict(&work.question().id) {
        let answer = known.filter(|_| same).unwrap_or(Answer::Level { value, toward: None });
        let change = work.said(Change::answer(&work.question().id.clone(), Some(&answer)));
        work.record(change, now, effects);
    }
}

/// Records an answer unless it says what is said already.
pub fn record_answer(work: &mut Work, change: Change, now: Stamp, effects: &mut Vec<Effect>) {
    let change = work.said(change);
    let known = work.assessment.ledger().shown(&change.thing).is_some_and(|e| e.is == change.is);
    if !known || work.assessment.has_conflict(&work.question().id) {
        work.record(change, now, effects);
    }
}

/// Moves the highlight without answering. The first Down takes the lowest anchor.
pub(super) fn move_highlight(work: &mut Work, by: isize) {
    let last = work.question().choices.len() - 1;
    let start = work.highlight.or_else(|| answered_choice(work));
    work.highlight = Some(match (start, by < 0) {
        (None, false) => 0,
        (None, true) => last,
        (Some(place), true) => place.saturating_sub(1),
        (Some(place), false) => (place + 1).min(last),
    });
}

/// The choice that is the answer to the question on screen.
pub fn answered_choice(work: &Work) -> Option<usize> {
    match work.answer_here() {
        Some(Answer::Level { value, .. }) => work.question().choice(*value),
        _ => None,
    }
}

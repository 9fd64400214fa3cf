//! What lies over a screen and takes the keys.

use super::motion::scrolled;
use super::{App, Editor, Effect, Order, Work};
use crate::assessment::Stamp;
use crate::rubric::Id;
use crate::text::Clean;
use crate::tui::key::{Input, Key};
use crate::tui::view;

/// What lies over the screen and takes the keys.
pub enum Overlay {
    /// Help, scrolled by so many lines.
    Help(usize),
    /// A text field.
    Edit(Box<Editor>),
    /// The list of all questions, with the place of the cursor.
    Outline(usize),
    /// What the checker says of the rubric, scrolled by so many lines.
    Findings(usize),
    /// Who said what when: of a question or of everything, scrolled by so many lines.
    History(Option<Id>, usize),
    /// The interviewer's own rating of the question on screen.
    Rate,
    /// What report is wanted.
    Report,
    /// The files that may be united.
    Merge,
    /// What uniting them would come to, scrolled by so many lines.
    Unite(Vec<String>, usize),
    /// A question that only `y` confirms.
    Confirm(Confirm),
    /// The work is not kept where it belongs; leave all the same?
    Leaving,
}

/// What is asked before it is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Confirm {
    /// Delete the assessment at this place of the home list.
    Delete(usize, Clean),
    /// Forget what this computer remembers of the lost file at this place of the home list.
    Forget(usize, Clean),
    /// Add what an older copy of the file lacks.
    Older(String),
    /// Replace the file of this path by a report.
    Replace(Clean, Order),
    /// Reveal the votes while this many people have not voted.
    Reveal(usize),
    /// Go over to the newer version of the rubric.
    Upgrade,
}

impl App {
    /// Keys while something other than a text field lies over the screen.
    pub(super) fn over(&mut self, overlay: Overlay, key: Key, now: Stamp, effects: &mut Vec<Effect>) {
        match overlay {
            Overlay::Help(top) => {
                let page = usize::from(self.area.height.saturating_sub(6)).max(1);
                let Some(top) = scrolled(key, top, page) else { return self.close_help(key) };
                let last = view::help_lines(self).len().saturating_sub(1);
                self.overlay = Some(Overlay::Help(top.min(last)));
            }
            Overlay::Outline(cursor) => self.over_outline(cursor, key),
            Overlay::Rate => self.over_rate(key, now, effects),
            Overlay::Report => self.over_report(key, effects),
            Overlay::Confirm(Confirm::Replace(_, order)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Report(order.replacing()));
                }
            }
            Overlay::History(of, top) => self.over_history(of, top, key),
            Overlay::Findings(top) => self.over_findings(top, key, effects),
            Overlay::Confirm(Confirm::Delete(entry, _)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Delete(entry));
                }
            }
            Overlay::Confirm(Confirm::Forget(entry, _)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Forget(entry));
                }
            }
            Overlay::Merge => self.over_merge(key),
            Overlay::Unite(lines, top) => self.over_unite(lines, top, key, effects),
            Overlay::Confirm(Confirm::Upgrade) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    self.upgrade(now, effects);
                }
            }
            Overlay::Confirm(Confirm::Reveal(_)) => {
                if let (Key::Char('y' | 'Y'), Some(work)) = (key, &mut self.work) {
                    work.reveal(now, effects);
                }
            }
            Overlay::Confirm(Confirm::Older(sentence)) => match key {
                Key::Char('n' | 'N') => effects.push(Effect::Settle(false)),
                Key::Enter | Key::Char('y' | 'Y') => effects.push(Effect::Settle(true)),
                _ => self.overlay = Some(Overlay::Confirm(Confirm::Older(sentence))),
            },
            Overlay::Leaving => match key {
                Key::Char('q') | Key::Ctrl('c') => effects.push(Effect::Quit),
                Key::Char('s') => self.overlay = Some(Overlay::Edit(Box::new(Editor::save_elsewhere(self)))),
                Key::Esc => {}
                _ => self.overlay = Some(Overlay::Leaving),
            },
            Overlay::Edit(editor) => self.edit(editor, Input::Key(key), now, effects),
        }
    }

    /// Help closes at any key; a language switch is taken along so that it can be read in the other one.
    fn close_help(&mut self, key: Key) {
        if key == Key::Char('L') {
            self.lang = self.lang.other();
            self.overlay = Some(Overlay::Help(0));
        }
    }

    /// Leaves at once if the work is kept, or being kept; otherwise offers another place for it.
    pub(super) fn leave_program(&mut self, effects: &mut Vec<Effect>) {
        if self.work.as_ref().is_some_and(Work::is_in_danger) {
            self.overlay = Some(Overlay::Leaving);
        } else {
            effects.push(Effect::Quit);
        }
    }
}

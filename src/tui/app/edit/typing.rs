//! What a key does in a field.

use super::{Editor, MAX_NOTE, Purpose};
use crate::assessment::{EvidenceKind, Stamp};
use crate::lang::fill;
use crate::tui::app::{App, Effect, Overlay};
use crate::tui::key::{Input, Key};

impl App {
    /// An input while a text field is open.
    pub(in crate::tui::app) fn edit(
        &mut self,
        mut editor: Box<Editor>,
        input: Input,
        now: Stamp,
        effects: &mut Vec<Effect>,
    ) {
        if editor.purpose == Purpose::Pad {
            match self.pad_key(editor, &input, now, effects) {
                Some(given_back) => editor = given_back,
                None => return,
            }
        }
        self.message = None;
        let before = editor.text().to_owned();
        let done = match input {
            Input::Paste(text) => {
                if !editor.insert(&text) {
                    self.message = Some(fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()]));
                }
                false
            }
            Input::Key(Key::Esc) if editor.is_called_off() => return self.call_off(&editor.purpose),
            Input::Key(Key::Ctrl('c')) => {
                if !editor.is_called_off() {
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
            // It has become keys before it comes here.
            Input::Press(..) => false,
        };
        if done {
            self.finish(*editor, now, effects);
            return;
        }
        if editor.text() != before {
            editor.cursor = 0;
            if editor.purpose == Purpose::Search {
                editor.text().clone_into(&mut self.home.search);
                self.home.cursor = 0;
            }
            if editor.purpose.is_kept() {
                effects.push(Effect::Draft(editor.draft(self)));
            }
        }
        self.overlay = Some(Overlay::Edit(editor));
    }

    /// Leaves a field whose text takes no effect.
    pub(super) fn call_off(&mut self, purpose: &Purpose) {
        self.overlay = match purpose {
            Purpose::SaveElsewhere => Some(Overlay::Leaving),
            Purpose::MergePath | Purpose::MergeInto => Some(Overlay::Merge),
            _ => None,
        };
    }

    /// One key in a field; true if it leaves the field.
    fn typed(&mut self, editor: &mut Editor, key: Key) -> bool {
        // The last place of the list under the field; what is typed is the first place of the one of names.
        let last = match editor.purpose {
            Purpose::Jump => Some(self.jumps(editor.text()).len().saturating_sub(1)),
            Purpose::Interviewee => Some(self.interviewees(editor.text()).len()),
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
            Key::Char(_) | Key::Enter | Key::AltEnter => {
                // Where a text has one line, what would break it is a blank.
                let typed = if let Key::Char(c) = key { c } else { '\n' };
                if !editor.insert(typed.encode_utf8(&mut [0; 4])) {
                    self.message = Some(fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()]));
                }
            }
            key => editor.field.press(key),
        }
        false
    }
}

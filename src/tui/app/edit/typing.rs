//! What a key does in a field.

use ratatui_textarea::{Input as FieldInput, Key as FieldKey};

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
        let before = editor.text();
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
                self.home.search = editor.text();
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
    use ratatui_textarea::TextArea;

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

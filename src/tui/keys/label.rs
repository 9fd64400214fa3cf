//! Keys as they are printed.

use super::Binding;
use crate::lang::KeyWords;
use crate::tui::key::Key;

impl Binding {
    /// Its keys as they are printed, such as `b ←`; empty where every digit is one.
    pub fn label(&self, w: &KeyWords) -> String {
        let names: Vec<String> = self.keys.iter().filter(|k| **k != Key::Char('=')).map(|k| name(*k, w)).collect();
        names.join(" ")
    }

    /// The first of its keys as it is printed.
    pub fn short_label(&self, w: &KeyWords) -> String {
        self.keys.first().map_or_else(String::new, |k| name(*k, w))
    }
}

fn name(key: Key, w: &KeyWords) -> String {
    match key {
        Key::Char(' ') => w.space.to_owned(),
        Key::Char(c) => c.to_string(),
        Key::Ctrl(c) => format!("^{}", c.to_ascii_uppercase()),
        Key::Enter | Key::AltEnter => w.enter.to_owned(),
        Key::Esc => w.esc.to_owned(),
        Key::Backspace => w.backspace.to_owned(),
        Key::Delete => w.del.to_owned(),
        Key::Tab | Key::BackTab => w.tab.to_owned(),
        Key::Up => w.arrow_up.to_owned(),
        Key::Down => w.arrow_down.to_owned(),
        Key::Left => w.arrow_left.to_owned(),
        Key::Right => w.arrow_right.to_owned(),
        Key::Home => w.home_key.to_owned(),
        Key::End => w.end_key.to_owned(),
        Key::PageUp => w.page_up_key.to_owned(),
        Key::PageDown => w.page_down_key.to_owned(),
    }
}

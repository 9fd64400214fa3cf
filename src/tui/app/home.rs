//! Home: the assessments of this computer.

use super::{App, Confirm, Editor, Effect, Overlay, Purpose, moved};
use crate::assessment::Stamp;
use crate::lang::Text;
use crate::text::Clean;
use crate::tui::keys::Action;

/// What the list says of an assessment that could be read.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Who is assessed.
    pub subject: Clean,
    /// Unit and site, if given.
    pub part: Clean,
    /// The rubric's name.
    pub rubric: Text,
    /// Questions about which something was said, and all that are asked.
    pub progress: (usize, usize),
    /// The headline's level and its name, if stated.
    pub level: Option<(u8, Text)>,
    /// When something was last recorded.
    pub changed: Stamp,
    /// Whether it was put away.
    pub archived: bool,
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file, as it is shown.
    pub path: Clean,
    /// What it holds, or why it cannot be read.
    pub content: Result<Summary, String>,
}

impl Entry {
    /// What it holds, if it could be read.
    pub fn summary(&self) -> Option<&Summary> {
        self.content.as_ref().ok()
    }
}

/// The state of the list.
#[derive(Default)]
pub struct Home {
    /// All entries, newest first.
    pub entries: Vec<Entry>,
    /// Place of the cursor among those shown.
    pub cursor: usize,
    /// Whether what was put away is shown too.
    pub shows_archived: bool,
    /// Only what contains this is shown.
    pub search: String,
}

impl Home {
    pub(super) fn set(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        self.cursor = self.cursor.min(self.shown().len().saturating_sub(1));
    }

    /// Places in [`Home::entries`] of those shown.
    pub fn shown(&self) -> Vec<usize> {
        let search = self.search.trim().to_lowercase();
        let matches = |entry: &Entry| {
            let Some(summary) = entry.summary() else { return search.is_empty() };
            let found =
                [&summary.subject, &summary.part, &entry.path].iter().any(|t| t.to_lowercase().contains(&search));
            found && (self.shows_archived || !summary.archived)
        };
        (0..self.entries.len()).filter(|i| matches(&self.entries[*i])).collect()
    }

    /// Place in [`Home::entries`] of the one under the cursor.
    pub fn chosen(&self) -> Option<usize> {
        self.shown().get(self.cursor).copied()
    }
}

impl App {
    pub(super) fn act_home(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let page = self.page();
        let chosen = self.home.chosen();
        match (action, chosen) {
            (Action::New, _) => self.start_new(effects),
            (Action::Search, _) => {
                self.overlay = Editor::new(self, Purpose::Search).map(|e| Overlay::Edit(Box::new(e)));
            }
            (Action::ShowArchived, _) => self.home.shows_archived = !self.home.shows_archived,
            (Action::Enter, None) if self.home.entries.is_empty() => self.start_new(effects),
            (Action::Enter, Some(entry)) => effects.push(Effect::Open(entry)),
            (Action::Rename, Some(entry)) => {
                self.overlay = Editor::new(self, Purpose::Rename(entry)).map(|e| Overlay::Edit(Box::new(e)));
            }
            (Action::Duplicate, Some(entry)) if self.home.entries[entry].summary().is_some() => {
                effects.push(Effect::Duplicate(entry));
            }
            (Action::Archive, Some(entry)) => {
                if let Some(summary) = self.home.entries[entry].summary() {
                    effects.push(Effect::ChangeListed(entry, super::setup::archived(!summary.archived)));
                }
            }
            (Action::Delete, Some(entry)) => {
                let name = self.home.entries[entry].path.clone();
                self.overlay = Some(Overlay::Confirm(Confirm::Delete(entry, name)));
            }
            (action, _) => self.home.cursor = moved(action, self.home.cursor, self.home.shown().len(), page),
        }
    }
}

//! Home: the assessments of this computer.

use super::{App, Confirm, Editor, Effect, Overlay, Purpose, moved};
use crate::assessment::Stamp;
use crate::rubric::Text;
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
    /// How many disagreements wait for an answer.
    pub disputes: usize,
}

/// How a file stands to the others, and to what this computer remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// No other file has its id.
    #[default]
    Alone,
    /// The same assessment as the entry at a place of the list.
    CopyOf {
        /// That place.
        of: usize,
        /// Whether that one holds all that is in this one.
        is_held: bool,
    },
    /// The id of the entry at this place, and another subject.
    CopiedFrom(usize),
    /// The file is gone, but not what this computer remembers of it: its subject.
    Gone(Clean),
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file, as it is shown.
    pub path: Clean,
    /// How it stands to the others.
    pub relation: Relation,
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
    /// Takes a list that was read anew; the cursor stays on its file wherever that stands now.
    pub(super) fn set(&mut self, entries: Vec<Entry>) {
        let path = self.chosen().map(|chosen| self.entries[chosen].path.clone());
        self.entries = entries;
        self.cursor = self.cursor.min(self.shown().len().saturating_sub(1));
        if let Some(path) = path {
            self.go_to(&path);
        }
    }

    /// Puts the cursor on a file, if it is shown.
    pub fn go_to(&mut self, path: &Clean) {
        let place = self.shown().iter().position(|place| self.entries[*place].path == *path);
        self.cursor = place.unwrap_or(self.cursor);
    }

    /// How the entry under the cursor stands to the others.
    pub fn relation(&self) -> Option<&Relation> {
        self.chosen().map(|chosen| &self.entries[chosen].relation)
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

    /// Whether anything was put away.
    pub fn has_archived(&self) -> bool {
        self.entries.iter().filter_map(Entry::summary).any(|summary| summary.archived)
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
            (Action::Study, _) => self.to_study(effects),
            (Action::Search, _) => {
                self.overlay = Editor::new(self, Purpose::Search).map(|e| Overlay::Edit(Box::new(e)));
            }
            (Action::ShowArchived, _) => self.home.shows_archived = !self.home.shows_archived,
            (Action::Enter, None) if self.home.entries.is_empty() => self.start_new(effects),
            (Action::Enter, Some(entry)) => effects.push(match self.home.entries[entry].relation {
                Relation::Gone(_) => Effect::BringBack(entry),
                _ => Effect::Open(entry),
            }),
            (Action::Merge, Some(entry)) => self.start_merge(entry),
            (Action::Fork, Some(entry)) => {
                if let Relation::CopiedFrom(_) = self.home.entries[entry].relation {
                    effects.push(Effect::Fork(entry));
                }
            }
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
                let Entry { path, relation, .. } = &self.home.entries[entry];
                self.overlay = Some(Overlay::Confirm(match relation {
                    Relation::Gone(subject) => Confirm::Forget(entry, subject.clone()),
                    _ => Confirm::Delete(entry, path.clone()),
                }));
            }
            (action, _) => self.home.cursor = moved(action, self.home.cursor, self.home.shown().len(), page),
        }
    }
}

//! Uniting files: which ones, where to, and what would come of it.

use super::motion::{motion, moved, scrolled};
use super::{App, Editor, Effect, Overlay, Purpose, Relation};
use crate::order;
use crate::text::Clean;
use crate::tui::key::Key;
use crate::tui::view;

/// What is to be united with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Partner {
    /// The one at this place of the home list.
    Listed(usize),
    /// A file, by its path as typed.
    Path(String),
}

/// A file that may be united with others.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which one.
    pub partner: Partner,
    /// Who is assessed in it; empty for a file that was only named.
    pub subject: Clean,
    /// The file.
    pub path: Clean,
    /// Whether it is wanted.
    pub is_ticked: bool,
}

/// The files to choose from.
#[derive(Debug, Default)]
pub struct MergeView {
    /// What belongs together first.
    pub candidates: Vec<Candidate>,
    /// Place of the cursor among them.
    pub cursor: usize,
}

impl MergeView {
    fn ticked(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|c| c.is_ticked)
    }
}

impl App {
    /// Offers what may be united with the entry: its copies are ticked already.
    pub(super) fn start_merge(&mut self, entry: usize) {
        let home = &self.home;
        let original = |place: usize| match home.entries[place].relation {
            Relation::CopyOf { of, .. } | Relation::CopiedFrom(of) => of,
            Relation::Alone | Relation::Gone(_) => place,
        };
        let subject = |place: usize| home.entries[place].summary().map(|s| s.subject.to_lowercase());
        let is_same = |place: usize| original(place) == original(entry) && subject(place) == subject(entry);
        if subject(entry).is_none() {
            return;
        }
        let mut places: Vec<usize> = (0..home.entries.len()).filter(|place| subject(*place).is_some()).collect();
        order::by_key(&mut places, |place| {
            (*place != original(entry), *place != entry, !is_same(*place), subject(*place) != subject(entry))
        });
        let candidate = |place: usize| Candidate {
            partner: Partner::Listed(place),
            subject: home.entries[place].summary().map(|s| s.subject.clone()).unwrap_or_default(),
            path: home.entries[place].path.clone(),
            is_ticked: is_same(place),
        };
        let candidates = places.into_iter().map(candidate).collect();
        self.merge = MergeView { candidates, cursor: 0 };
        self.overlay = Some(Overlay::Merge);
    }

    pub(super) fn over_merge(&mut self, key: Key) {
        self.overlay = Some(Overlay::Merge);
        let len = self.merge.candidates.len();
        let page = view::overlay_rows(self).max(1);
        let cursor = self.merge.cursor;
        match key {
            Key::Char(' ') => {
                if let Some(candidate) = self.merge.candidates.get_mut(cursor) {
                    candidate.is_ticked = !candidate.is_ticked;
                }
            }
            Key::Char('p') => self.merge_field(Purpose::MergePath),
            Key::Enter if self.merge.ticked().count() < 2 => {
                self.message = Some(self.words().merge.need_two.to_owned());
            }
            Key::Enter => self.merge_field(Purpose::MergeInto),
            Key::Esc => self.overlay = None,
            _ => self.merge.cursor = motion(key).map_or(cursor, |action| moved(action, cursor, len, page)),
        }
    }

    fn merge_field(&mut self, purpose: Purpose) {
        self.message = None;
        self.overlay = Editor::new(self, purpose).map(|e| Overlay::Edit(Box::new(e)));
    }

    /// Where the union goes unless the user says otherwise: into the first of copies, else into a new file.
    pub(super) fn merge_place(&self) -> String {
        let original = |candidate: &Candidate| match &candidate.partner {
            Partner::Listed(place) => match self.home.entries.get(*place).map(|e| &e.relation) {
                Some(Relation::CopyOf { of, .. }) => Some(*of),
                _ => Some(*place),
            },
            Partner::Path(_) => None,
        };
        let mut assessments: Vec<usize> = self.merge.ticked().filter_map(original).collect();
        assessments.dedup();
        let first = self.merge.ticked().find(|c| matches!(c.partner, Partner::Listed(_)));
        first.filter(|_| assessments.len() == 1).map_or_else(String::new, |c| c.path.to_string())
    }

    /// A file that is not in the list.
    pub(super) fn add_to_merge(&mut self, path: &str) {
        if !path.is_empty() {
            let (partner, path) = (Partner::Path(path.to_owned()), Clean::line(path));
            let subject = Clean::default();
            self.merge.candidates.push(Candidate { partner, subject, path, is_ticked: true });
            self.merge.cursor = self.merge.candidates.len() - 1;
        }
        self.overlay = Some(Overlay::Merge);
    }

    /// Asks what uniting the ticked files would come to.
    pub(super) fn compare_merge(&mut self, place: &str, effects: &mut Vec<Effect>) {
        let files = self.merge.ticked().map(|c| c.partner.clone()).collect();
        effects.push(Effect::Compare(files, place.to_owned()));
    }

    /// Keys while it is asked whether the files are united.
    pub(super) fn over_unite(&mut self, lines: Vec<String>, top: usize, key: Key, effects: &mut Vec<Effect>) {
        let page = view::overlay_rows(self).saturating_sub(1).max(1);
        let top = match key {
            Key::Char('y' | 'Y') => return effects.push(Effect::Unite),
            Key::Char('n' | 'N') | Key::Esc => return,
            _ => scrolled(key, top, page).unwrap_or(top),
        };
        let last = view::unite_lines(self, &lines).len().saturating_sub(view::overlay_rows(self));
        self.overlay = Some(Overlay::Unite(lines, top.min(last)));
    }
}

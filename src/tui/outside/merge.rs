//! What the home screen does with several files of one assessment, and with files that are gone.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Outside;
use crate::assessment::{Say, moment};
use crate::lang::fill;
use crate::plain::conflicts;
use crate::store::{Copy, LostTwin};
use crate::text::Clean;
use crate::tui::app::{App, Entry, News, Partner, Relation};

fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}

/// How a file stands to the others.
pub(super) fn relation(copy: Option<Copy>) -> Relation {
    match copy {
        None => Relation::Alone,
        Some(Copy { of, same_subject: true, is_held }) => Relation::CopyOf { of, is_held },
        Some(Copy { of, .. }) => Relation::CopiedFrom(of),
    }
}

impl Outside {
    /// Says what would come of uniting files; nothing is written before the user says so.
    pub(super) fn compare(&mut self, files: &[Partner], place: &str, app: &mut App) -> Result<()> {
        let path = |partner: &Partner| match partner {
            Partner::Listed(entry) => self.path(*entry),
            Partner::Path(path) => Some(PathBuf::from(path)),
        };
        let files: Vec<PathBuf> = files.iter().filter_map(path).collect();
        let comparison = self.desk.compare(&files, Path::new(place))?;
        let words = &self.desk.lang.words().merge;
        let mut lines = comparison.sentences.clone();
        lines.push(match comparison.conflicts {
            0 => words.no_conflict.to_owned(),
            1 => words.will_dispute_one.to_owned(),
            many => fill(words.will_dispute, &[&many.to_string()]),
        });
        let say = Say { rubric: &comparison.rubric, lang: self.desk.lang };
        lines.extend(conflicts::lines(&say, &comparison.assessment.conflicts(&comparison.rubric)));
        self.compared = Some(comparison);
        app.told(News::Compared(lines));
        Ok(())
    }

    pub(super) fn unite(&mut self, app: &mut App) -> Result<()> {
        let Some(comparison) = self.compared.take() else { return Ok(()) };
        let path = self.desk.carry_out(&comparison)?;
        let words = &self.desk.lang.words().merge;
        let done = match comparison.conflicts {
            0 => fill(words.united, &[&shown(&path)]),
            many => fill(words.united_dispute, &[&shown(&path), &many.to_string()]),
        };
        self.list_with(&path, done, app);
        Ok(())
    }

    /// The list read again, with the cursor on a file and something to tell.
    fn list_with(&mut self, path: &Path, sentence: String, app: &mut App) {
        self.list(app);
        app.home.go_to(&shown(path));
        app.told(News::Notice(sentence));
    }

    pub(super) fn fork(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        let forked = self.desk.store.fork(&path).map_err(|f| self.desk.told(&f))?;
        let words = &self.desk.lang.words().home;
        let template = if forked.keeps_copy { words.forked_keeps } else { words.forked };
        let sentence = fill(template, &[&shown(&forked.path)]);
        self.list_with(&forked.path, sentence, app);
        Ok(())
    }

    /// The files that are gone, as entries of the list.
    pub(super) fn lost(&mut self, listed: &[crate::store::Listed], app: &mut App) -> Vec<Entry> {
        self.lost = self.desk.store.lost_twins(listed).unwrap_or_else(|fault| {
            app.told(News::Notice(self.desk.told(&fault).to_string()));
            Vec::new()
        });
        let words = &self.desk.lang.words().home;
        let entry = |lost: &LostTwin| {
            let path = shown(&lost.path);
            let reason = fill(words.gone_how, &[&path, &lost.count.to_string(), &moment(lost.changed)]);
            Entry { relation: Relation::Gone(lost.subject.clone()), content: Err(reason), path }
        };
        self.lost.iter().map(entry).collect()
    }

    /// The lost assessment at this place of the list: those that are gone stand after those that are there.
    fn lost_at(&self, entry: usize) -> Option<&LostTwin> {
        self.lost.get(entry.checked_sub(self.paths.len())?)
    }

    pub(super) fn bring_back(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(lost) = self.lost_at(entry) else { return Ok(()) };
        let path = self.desk.store.bring_back(lost).map_err(|f| self.desk.told(&f))?.path;
        let sentence = fill(self.desk.lang.words().home.brought_back, &[&shown(&path)]);
        self.list_with(&path, sentence, app);
        Ok(())
    }

    pub(super) fn forget(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(lost) = self.lost_at(entry) else { return Ok(()) };
        self.desk.store.forget(lost).map_err(|f| self.desk.told(&f))?;
        let sentence = fill(self.desk.lang.words().home.forgotten, &[&lost.subject]);
        self.list(app);
        app.told(News::Notice(sentence));
        Ok(())
    }
}

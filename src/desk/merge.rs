//! Uniting assessments, for the command and for the home screen alike.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Error, anyhow};

use super::Desk;
use crate::assessment::{Assessment, Event, EventId, author};
use crate::lang::fill;
use crate::order;
use crate::rubric::Rubric;
use crate::store::{Allow, Misfit, Notice, Opened, Over, Part, Settle, Span, StoreFault, Use, new_id, unite};
use crate::text::Clean;

/// Several assessments as one, not written anywhere yet.
pub struct United {
    /// All that was said in any of them.
    pub assessment: Assessment,
    /// What is asked.
    pub rubric: Arc<Rubric>,
    /// The files, without links, in the order in which they were named.
    pub files: Vec<Opened>,
    /// What was found on the way, in sentences that name the file.
    pub notices: Vec<String>,
}

/// Why nothing was united.
pub enum NotUnited {
    /// The files do not belong together, or only if somebody says so.
    Misfit(Misfit),
    /// One of them cannot be read, or not without a loss.
    Told(Error),
}

/// Files that are united if somebody says so.
pub struct Comparison {
    /// What would come of it.
    pub sentences: Vec<String>,
    /// The union.
    pub assessment: Assessment,
    /// What is asked in it.
    pub rubric: Arc<Rubric>,
    /// How many disagreements there would be.
    pub conflicts: usize,
    into: Place,
}

/// Where a union goes.
enum Place {
    /// Into one of the files, which is appended to.
    Into(PathBuf),
    /// To a new file of this name.
    New(PathBuf),
    /// To a new file in the data folder.
    InData,
}

impl From<Error> for NotUnited {
    fn from(error: Error) -> Self {
        Self::Told(error)
    }
}

impl Desk {
    /// Reads files and unites them in memory.
    pub fn unite(&self, first: &Path, rest: &[PathBuf], allow: Allow) -> Result<United, NotUnited> {
        let told = |fault: StoreFault| self.told(&fault);
        let words = self.words();
        let mut files = vec![self.store.open(first, Use::Read).map_err(told)?];
        for path in rest {
            files.push(self.store.open(path, Use::Read).map_err(told)?);
        }
        if let Some(reason) = files.iter().find_map(|file| file.cannot_be_united(words)) {
            return Err(anyhow!(reason).into());
        }
        let parts: Vec<Part> = files.iter().map(|f| Part { path: &f.path, assessment: &f.assessment }).collect();
        let id = new_id().map_err(told)?;
        let assessment = unite(parts[0], &parts[1..], allow, &id).map_err(NotUnited::Misfit)?;
        let (rubric, more) = self.rubric_of(&assessment, first)?;
        let mut notices = Vec::new();
        for file in &files {
            let path = Clean::line(&file.path.to_string_lossy());
            // That they are copies of one another is why they are united.
            let notices_of_file = file.notices.iter().filter(|n| !matches!(n, Notice::Copy(_)));
            let sentences = notices_of_file.map(|n| n.sentence(&words.store));
            notices.extend(sentences.map(|sentence| fill(words.merge.of_file, &[&path, &sentence])));
        }
        notices.extend(more);
        Ok(United { assessment, rubric, files, notices })
    }

    /// What uniting files would come to. Nothing is written.
    ///
    /// Where `place` names one of the files, that one takes in the others; where it is empty,
    /// the union becomes a new file in the data folder.
    pub fn compare(&self, files: &[PathBuf], place: &Path) -> Result<Comparison, Error> {
        let words = self.words();
        let (Some((first, rest)), true) = (files.split_first(), files.len() > 1) else {
            return Err(anyhow!(words.merge.need_two));
        };
        let (mut allow, mut versions) = (Allow::default(), None);
        let united = loop {
            match self.unite(first, rest, allow) {
                Ok(united) => break united,
                Err(NotUnited::Misfit(Misfit::MadeApart(_))) if !allow.into_new => allow.into_new = true,
                Err(NotUnited::Misfit(Misfit::Versions([(_, a), (_, b)]))) if !allow.across_versions => {
                    allow.across_versions = true;
                    versions = Some([a, b]);
                }
                Err(NotUnited::Misfit(misfit)) => return Err(self.misfit(&misfit)),
                Err(NotUnited::Told(error)) => return Err(error),
            }
        };
        let taker = self.taker(&united, place)?;
        if taker.is_some() && allow.into_new {
            return Err(anyhow!(words.merge.apart_needs_new));
        }
        let entries = united.assessment.ledger().events().len();
        let mut sentences = if let Some(taker) = taker {
            let lines = self.comes_in(&united, taker);
            if lines.is_empty() {
                return Err(anyhow!(fill(words.merge.nothing_new, &[&name(&united.files, taker)])));
            }
            lines
        } else {
            let template = if allow.into_new { words.merge.comes_apart } else { words.merge.comes_new };
            vec![fill(template, &[&united.files.len().to_string(), &entries.to_string()])]
        };
        sentences.extend(versions.map(|[a, b]| fill(words.merge.across, &[&a, &b])));
        sentences.extend(united.notices);
        let conflicts = united.assessment.conflicts(&united.rubric).len();
        let into = match taker {
            Some(taker) => Place::Into(united.files[taker].path.clone()),
            None if place.as_os_str().is_empty() => Place::InData,
            None => Place::New(place.to_owned()),
        };
        Ok(Comparison { sentences, assessment: united.assessment, rubric: united.rubric, conflicts, into })
    }

    /// Unites files that were compared; returns where that is. A file is only appended to.
    pub fn carry_out(&self, comparison: &Comparison) -> Result<PathBuf, Error> {
        let told = |fault: StoreFault| self.told(&fault);
        match &comparison.into {
            Place::InData => self.store.write_named(&comparison.assessment).map_err(told),
            Place::New(path) => self.store.write_whole(&comparison.assessment, path, Over::Refused).map_err(told),
            Place::Into(path) => {
                let mut opened = self.store.open(path, Use::Write).map_err(told)?;
                if let Some(fault) = &opened.read_only {
                    return Err(self.told(fault));
                }
                self.store.settle(&mut opened, Settle::Add).map_err(told)?;
                self.store.take_in(&mut opened, &comparison.assessment).map_err(told)?;
                Ok(opened.path)
            }
        }
    }

    /// Which of the files the place names, if it names one.
    fn taker(&self, united: &United, place: &Path) -> Result<Option<usize>, Error> {
        if place.as_os_str().is_empty() {
            return Ok(None);
        }
        let real = self.store.real_path(place).map_err(|f| self.told(&f))?;
        Ok(united.files.iter().position(|file| Some(&file.path) == real.as_ref()))
    }

    /// What each of the other files brings into the one that takes them in; those with news only.
    fn comes_in(&self, united: &United, taker: usize) -> Vec<String> {
        let words = self.words();
        let into = &united.files[taker];
        let mut seen: BTreeSet<EventId> = order::gathered(into.assessment.ledger().events().iter().map(|e| e.id));
        let mut lines = Vec::new();
        for (place, file) in united.files.iter().enumerate() {
            let is_new = |e: &&Event| place != taker && seen.insert(e.id);
            let new: Vec<Event> = file.assessment.ledger().events().iter().filter(is_new).cloned().collect();
            if !new.is_empty() {
                let who: BTreeSet<Clean> = order::gathered(new.iter().map(|event| author(event, self.lang)));
                let who = who.iter().map(Clean::as_str).collect::<Vec<_>>().join(words.store.comma);
                let (count, when) = (new.len().to_string(), Span::of(&new).words(&words.store));
                lines.push(fill(
                    words.merge.comes_in,
                    &[&name(&united.files, place), &count, &when, &who, &name(&united.files, taker)],
                ));
            }
        }
        lines
    }

    /// What does not fit, in a sentence.
    pub fn misfit(&self, misfit: &Misfit) -> Error {
        anyhow!(misfit.sentence(&self.words().merge))
    }
}

/// What a file is called: its name, or its path if another one has that name.
fn name(files: &[Opened], which: usize) -> Clean {
    let of = |file: &Opened| file.path.file_name().map(std::ffi::OsStr::to_owned);
    let path = &files[which].path;
    let is_taken = files.iter().filter(|file| of(file) == of(&files[which])).count() > 1;
    let shown = path.file_name().filter(|_| !is_taken).unwrap_or(path.as_os_str());
    Clean::line(&shown.to_string_lossy())
}

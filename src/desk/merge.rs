//! Uniting assessments, for the command and for the home screen alike.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Error, anyhow};

use super::Desk;
use crate::assessment::Assessment;
use crate::lang::fill;
use crate::rubric::Rubric;
use crate::store::{Allow, Misfit, Notice, Opened, Part, Settle, StoreFault, Use, new_id, unite};
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
        Ok(United { assessment, rubric: Arc::new(rubric), files, notices })
    }

    /// Adds all of `other` to the file at `path`, which is only appended to. Both were united before without a word.
    pub fn take_in(&self, path: &Path, other: &Assessment) -> Result<(), Error> {
        let told = |fault: StoreFault| self.told(&fault);
        let mut opened = self.store.open(path, Use::Write).map_err(told)?;
        if let Some(fault) = &opened.read_only {
            return Err(self.told(fault));
        }
        self.store.settle(&mut opened, Settle::Add).map_err(told)?;
        self.store.take_in(&mut opened, other).map_err(told)
    }

    /// What does not fit, in a sentence.
    pub fn misfit(&self, misfit: &Misfit) -> Error {
        anyhow!(misfit.sentence(&self.words().merge))
    }
}

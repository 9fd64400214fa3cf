//! An assessment on the desk: opened with its rubric, ready to be recorded in.
//!
//! Commands, plain lines and the full screen open and record through here, so that all of
//! them refuse the same files with the same words.

pub mod cohort;
mod extra;
mod merge;
pub mod peers;
mod room;
pub mod study;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
pub use merge::{Comparison, NotUnited, United};
use peers::Peers;

use crate::assessment::{Assessment, Author, Change, Event, Field, RubricRef, Session, carried_over};
use crate::clock;
use crate::lang::{Lang, Words, fill};
use crate::rubric::Rubric;
use crate::store::{
    FileRead, Keeper, NewAssessment, Notice, Opened, SaveState, Settle, Store, StoreFault, Use, new_session,
};
use crate::text::Clean;

/// A command waits as long for the disk.
const PATIENCE: Duration = Duration::from_secs(30);

/// An assessment with the rubric that it answers.
pub struct OnDesk {
    /// What is asked.
    pub rubric: Arc<Rubric>,
    /// The file and what was answered.
    pub opened: Opened,
    /// What was found on the way, in sentences.
    pub notices: Vec<String>,
}

/// The store and the language in which it is spoken of.
#[derive(Clone)]
pub struct Desk {
    /// Where assessments are kept.
    pub store: Store,
    /// The language of every sentence.
    pub lang: Lang,
    /// What a new assessment is unless it is said.
    pub defaults: Defaults,
    /// The organisations that results are held against.
    pub peers: Option<Peers>,
}

/// What a new assessment is unless it is said: the words of the configuration.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// Id of its rubric; else the first that is shipped.
    pub rubric: Option<String>,
    /// How it is held.
    pub mode: Option<String>,
    /// Which questions are asked.
    pub depth: Option<String>,
}

impl Defaults {
    /// The fields of the setup among them.
    pub fn fields(&self) -> Vec<(Field, String)> {
        let fields = [(Field::Mode, &self.mode), (Field::Depth, &self.depth)];
        fields.into_iter().filter_map(|(field, text)| Some((field, text.clone()?))).collect()
    }
}

impl Desk {
    fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// A fault of the store as a sentence.
    pub fn told(&self, fault: &StoreFault) -> anyhow::Error {
        anyhow!(fault.sentence(&self.words().store))
    }

    /// The file that a name on the command line means.
    pub fn resolve(&self, name: impl AsRef<OsStr>) -> Result<PathBuf> {
        self.store.resolve(name.as_ref()).map_err(|f| self.told(&f))
    }

    /// The file of the assessment that was changed last, of those that are not put away.
    pub fn changed_last(&self) -> Result<PathBuf> {
        let in_use = |found: &Opened| !found.assessment.is_archived();
        let listed = self.store.list().into_iter().find(|l| l.found.as_ref().is_ok_and(in_use));
        listed.map(|l| l.path).ok_or_else(|| anyhow!(self.words().cli.none))
    }

    /// Opens a file with its rubric. Refused if the rubric is missing or cannot read an answer.
    pub fn open(&self, path: &Path, use_: Use) -> Result<OnDesk> {
        self.open_read(self.read_file(path)?, use_)
    }

    /// Reads the file of an assessment, the first step of opening it.
    pub fn read_file(&self, path: &Path) -> Result<FileRead> {
        self.store.read_file(path).map_err(|f| self.told(&f))
    }

    /// The file as it is by now, read again only if others wrote to it.
    pub fn read_if_changed(&self, read: FileRead) -> Result<FileRead> {
        self.store.read_if_changed(read).map_err(|f| self.told(&f))
    }

    /// Opens a file that was read. Refused as by [`Desk::open`].
    pub fn open_read(&self, read: FileRead, use_: Use) -> Result<OnDesk> {
        self.with_rubric(self.store.open_read(read, use_).map_err(|f| self.told(&f))?)
    }

    /// An opened assessment with its rubric.
    pub fn with_rubric(&self, mut opened: Opened) -> Result<OnDesk> {
        let found = self.store.rubric_of(&mut opened).map_err(|f| self.told(&f))?;
        let (rubric, more) = self.told_of(found, &opened.assessment, &opened.path)?;
        let told = opened.notices.iter().map(|n| n.sentence(&self.words().store));
        let notices = told.chain(more).collect();
        Ok(OnDesk { rubric, opened, notices })
    }

    /// The rubric that the answers are in, with what is to be said of it. Refused if it cannot read an answer.
    fn rubric_of(&self, assessment: &Assessment, path: &Path) -> Result<(Arc<Rubric>, Vec<String>)> {
        let found = self.store.rubric_for(&assessment.rubric_in_use(), assessment).map_err(|f| self.told(&f))?;
        self.told_of((Arc::new(found.0), found.1), assessment, path)
    }

    /// What is to be said of the rubric that was found for an assessment.
    fn told_of(
        &self,
        (rubric, notices): (Arc<Rubric>, Vec<Notice>),
        assessment: &Assessment,
        path: &Path,
    ) -> Result<(Arc<Rubric>, Vec<String>)> {
        let in_use = assessment.rubric_in_use();
        let mut told: Vec<String> = notices.iter().map(|n| n.sentence(&self.words().store)).collect();
        if let Some(bad) = assessment.unreadable(&rubric) {
            if in_use == assessment.rubric {
                let path = Clean::line(&path.to_string_lossy());
                return Err(anyhow!(fill(self.words().cli.unreadable, &[&path, bad.question.as_str(), &bad.value])));
            }
            // Somebody who had not gone over to the new version may have answered on the old scale.
            told.push(fill(self.words().upgrade.left, &[bad.question.as_str(), &bad.value]));
        }
        Ok((rubric, told))
    }

    /// Makes an assessment of a rubric and opens it.
    pub fn create(&self, rubric: &str, changes: Vec<Change>, path: Option<PathBuf>) -> Result<OnDesk> {
        let found = self.store.find_rubric(rubric).map_err(|f| self.told(&f))?;
        let text = |field: Field| {
            let thing = crate::assessment::Thing::Setup(field);
            changes.iter().find(|c| c.thing == thing).and_then(|c| c.is.as_text()).unwrap_or_default()
        };
        let new = NewAssessment {
            rubric: found.reference,
            embedded: found.embedded,
            slug: text(Field::Subject).to_string(),
            author_by: text(Field::Assessor).to_string(),
            changes,
            at: clock::now(),
            path,
        };
        let opened = self.store.create(new).map_err(|f| self.told(&f))?;
        let notices = opened.notices.iter().map(|n| n.sentence(&self.words().store)).collect();
        Ok(OnDesk { rubric: Arc::new(found.rubric), opened, notices })
    }

    /// A new assessment of the same subject, without any answer. What was said last time goes with it,
    /// to be shown beside what is said now.
    pub fn create_like(&self, known: &OnDesk) -> Result<OnDesk> {
        let assessment = &known.opened.assessment;
        let newest = self.store.find_rubric(assessment.rubric.id.as_str()).map_err(|f| self.told(&f))?;
        let fields = Field::ALL.into_iter().filter(|f| *f != Field::Archived);
        let change = |field: Field| {
            let text = assessment.setup(field)?;
            Some(Change::text(crate::assessment::Thing::Setup(field), &text))
        };
        let before = carried_over(assessment, &known.rubric, &newest.rubric);
        self.create(assessment.rubric.id.as_str(), fields.filter_map(change).chain(before).collect(), None)
    }

    /// The newest version here of a rubric in use, if it is newer and there is a way to it.
    pub fn newer(&self, assessment: &Assessment, in_use: &Rubric) -> Option<String> {
        self.store.newer_rubric(assessment, in_use).map(|found| found.rubric.version.to_string())
    }

    /// That there is such a version, and what to do about it.
    pub fn newer_told(&self, in_use: &RubricRef, newer: &str) -> String {
        fill(self.words().talk.newer_how, &[in_use.id.as_str(), newer])
    }

    /// The session in which one goes on to record.
    pub fn session(&self, opened: &Opened) -> Result<Session> {
        opened.session.map_or_else(|| new_session().map_err(|f| self.told(&f)), Ok)
    }

    /// Records changes and waits until the file has them. What an older copy of the file had
    /// lost comes back first, with a notice.
    pub fn record(
        &self,
        mut on_desk: OnDesk,
        by: Option<&str>,
        changes: impl FnOnce(&OnDesk, Session) -> Result<Vec<Change>>,
    ) -> Result<Vec<String>> {
        let session = self.session(&on_desk.opened)?;
        let changes = changes(&on_desk, session)?;
        if let Some(fault) = &on_desk.opened.read_only {
            return Err(self.told(fault));
        }
        if on_desk.opened.older.is_some() {
            self.store.settle(&mut on_desk.opened, Settle::Add).map_err(|f| self.told(&f))?;
        }
        let keeper = Keeper::start(&on_desk.opened, session, |_| {});
        let author = author(&on_desk.opened.assessment, session, by);
        let now = clock::now();
        let assessment = &mut on_desk.opened.assessment;
        let events: Vec<Event> = changes.into_iter().map(|c| assessment.record(&author, now, c)).collect();
        keeper.keep(&events);
        match keeper.close(PATIENCE) {
            SaveState::Saved => Ok(on_desk.notices),
            state => {
                let cause = state.cause().map_or_else(String::new, |f| f.sentence(&self.words().store));
                Err(anyhow!(fill(self.words().store.not_kept, &[state.word(&self.words().store), &cause])))
            }
        }
    }
}

/// The author of what is recorded: as said, else the assessor of the setup, else nobody.
pub fn author(assessment: &Assessment, session: Session, by: Option<&str>) -> Author {
    let assessor = || assessment.setup(Field::Assessor).map(|a| a.to_string()).unwrap_or_default();
    Author { session, by: by.map_or_else(assessor, str::to_owned).into() }
}

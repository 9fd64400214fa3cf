//! New assessments, and whole ones written to a new file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::book::Book;
use super::fault::{Doing, StoreFault, shown};
use super::log::{Line, MAX_RUBRIC_LINE, encode};
use super::new_file::{Names, write_new};
use super::notice::Notice;
use super::opened::{Opened, Trail};
use super::pen::{Known, Pen, Side, TwinSide};
use super::{Store, new_id, new_session, rubrics, twin};
use crate::assessment::{Assessment, Author, Change, Header, RubricRef, Stamp, Thing};

/// What a new assessment begins with.
#[derive(Clone, Debug)]
pub struct NewAssessment {
    /// The rubric it answers.
    pub rubric: RubricRef,
    /// That rubric's compact JSON, if it is not part of the program.
    pub embedded: Option<String>,
    /// What is known from the start, such as the subject.
    pub changes: Vec<Change>,
    /// Who makes it; empty if nobody said.
    pub author_by: String,
    /// When.
    pub at: Stamp,
    /// Where, if not in the data folder.
    pub path: Option<PathBuf>,
    /// The subject, for the name of the file.
    pub slug: String,
}

impl Store {
    /// Makes an assessment. When this returns, its file would survive a power cut.
    pub fn create(&self, new: NewAssessment) -> Result<Opened, StoreFault> {
        let session = new_session()?;
        let header = Header { assessment: new_id()?, session, rubric: new.rubric, created: new.at };
        let mut assessment = Assessment::new(&header);
        let author = Author { session, by: new.author_by.into() };
        let embedded = new.embedded.map(|json| rubrics::embed(&header.rubric, &json)).transpose()?;
        for change in embedded.into_iter().chain(new.changes) {
            assessment.record(&author, new.at, change);
        }

        let mut names = match &new.path {
            Some(path) => Names::one(self.explicit(path)?),
            None => Names::many(self.data_folder()?, &new.at.date(), &new.slug),
        };
        let mut path = names.next_free(&*self.disk)?;
        // The twin comes first: a file that the power cuts off at its birth is found by it.
        let folder = twin::folder(&self.places.state, &header.assessment);
        let log = twin::log_path(&folder, session);
        let side = TwinSide::new(&self.places.state, &path);
        let book = Book::shared(&assessment, session);
        let mut pen = Pen::new(Arc::clone(&self.disk), log.clone(), Side::Twin(side), book, Known::default());
        let twin = pen.write();

        let bytes = lines_of(&assessment, &header)?;
        let written = loop {
            match write_new(&*self.disk, &path, &bytes) {
                Ok(look) => break look,
                Err(StoreFault::Exists(_)) if names.has_more() => {
                    path = names.next_free(&*self.disk)?;
                    pen.add(Line::Path(twin::bytes_of(&path)));
                }
                Err(fault) => {
                    // Nothing was made, so nothing must be remembered of it.
                    let _ = self.disk.remove(&log).and_then(|()| self.disk.remove_dir(&folder));
                    return Err(fault);
                }
            }
        };
        let twin = twin.and_then(|_| pen.write());
        let lock = self.lock(&header.assessment).unwrap_or_default().map(Arc::new);
        let file = Known {
            events: assessment.ledger().events().iter().map(|e| e.id).collect(),
            headers: HashSet::from_iter([session]),
            look: Some(written),
        };
        let trail = Trail {
            disk: Arc::clone(&self.disk),
            state: self.places.state.clone(),
            in_twin: pen.known().events.clone(),
            twin: Ok(folder),
            twin_log: pen.twin_side().cloned(),
            file,
            held: HashMap::default(),
        };
        let notices = twin.err().map(Notice::NoTwin).into_iter().collect();
        Ok(Opened {
            assessment,
            path,
            notices,
            read_only: None,
            damaged: Vec::new(),
            older: None,
            rubric: None,
            session: Some(session),
            lock,
            trail,
        })
    }

    /// The data folder, made if it is not there.
    pub(super) fn data_folder(&self) -> Result<PathBuf, StoreFault> {
        let data = &self.places.data;
        twin::make_folders(&*self.disk, data).map_err(|fault| match fault {
            // What is told is the folder that was wanted, not the one around it that failed.
            StoreFault::Io { cause, .. } => StoreFault::Io { doing: Doing::DataFolder, path: shown(data), cause },
            other => other,
        })?;
        self.disk.canonicalize(data).map_err(|e| StoreFault::of(Doing::Read, data, &e))
    }

    /// A path that somebody named: its folder must be there.
    pub(super) fn explicit(&self, path: &Path) -> Result<PathBuf, StoreFault> {
        let name = path.file_name().ok_or_else(|| StoreFault::Exists(shown(path)))?;
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = self.disk.canonicalize(folder).map_err(|e| StoreFault::of(Doing::Read, folder, &e))?;
        Ok(folder.join(name))
    }
}

/// Header and events as one file's bytes.
pub(super) fn lines_of(assessment: &Assessment, header: &Header) -> Result<Vec<u8>, StoreFault> {
    let mut bytes = encode(&Line::Header(header.clone()));
    for event in assessment.ledger().events() {
        let line = encode(&Line::Event(event.clone()));
        if matches!(event.thing, Thing::Rubric(_)) && line.len() > MAX_RUBRIC_LINE {
            return Err(StoreFault::TooLong { limit: MAX_RUBRIC_LINE });
        }
        bytes.extend(line);
    }
    Ok(bytes)
}

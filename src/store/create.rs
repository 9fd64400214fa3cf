//! New assessments, and whole ones written to a new file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::book::Book;
use super::contents::MAX_FILE;
use super::disk::{Disk, Look};
use super::fault::{Doing, StoreFault, shown};
use super::log::{Line, MAX_RUBRIC_LINE, encode};
use super::notice::Notice;
use super::open::{Opened, Trail};
use super::pen::{Known, Pen, Side, TwinSide};
use super::{Store, new_id, new_session, rubrics, twin};
use crate::assessment::{Assessment, Author, Change, Header, RubricRef, Stamp, Thing};
use crate::text::Clean;

/// The end of an assessment file's name.
pub const EXTENSION: &str = "gradus";
/// Most bytes of a subject in a file's name.
const MAX_SLUG: usize = 60;
/// So many files of one subject and day get a number of their own.
const MAX_NUMBER: u32 = 10_000;

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
        twin::make_folders(&*self.disk, data)?;
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

/// Makes a file with these bytes, so that it would survive a power cut, or leaves nothing behind.
pub(super) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<Look, StoreFault> {
    if bytes.len() > MAX_FILE {
        return Err(StoreFault::TooLarge { path: shown(path), limit: MAX_FILE });
    }
    let failed = |e: std::io::Error| StoreFault::of(Doing::Create, path, &e);
    let mut file = disk.create_new(path).map_err(failed)?;
    let written = file.append(bytes).and_then(|()| file.sync_data());
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = written.and_then(|()| disk.sync_dir(folder)).and_then(|()| file.look());
    made.map_err(|e| {
        // It was never shown to anybody.
        let _ = disk.remove(path);
        StoreFault::Io { doing: Doing::Create, path: shown(path), cause: super::fault::Cause::of(&e) }
    })
}

/// Names that a new file may get, one after the other.
pub(super) struct Names {
    folder: PathBuf,
    stem: Option<String>,
    next: u32,
}

impl Names {
    /// The same name as before, with a number where that is taken.
    pub fn like(folder: PathBuf, stem: String) -> Self {
        Self { folder, stem: Some(stem), next: 1 }
    }

    /// Only this one.
    fn one(path: PathBuf) -> Self {
        Self { folder: path, stem: None, next: 1 }
    }

    /// Date and subject, with a number where that is taken.
    fn many(folder: PathBuf, date: &str, subject: &str) -> Self {
        Self::like(folder, format!("{date}-{}", slug(subject)))
    }

    fn has_more(&self) -> bool {
        self.stem.is_some() && self.next < MAX_NUMBER
    }

    pub fn next_free(&mut self, disk: &dyn Disk) -> Result<PathBuf, StoreFault> {
        loop {
            let path = match (&self.stem, self.next) {
                (None, _) => self.folder.clone(),
                (Some(stem), 1) => self.folder.join(format!("{stem}.{EXTENSION}")),
                (Some(stem), n) => self.folder.join(format!("{stem}-{n}.{EXTENSION}")),
            };
            self.next += 1;
            match disk.look_at_link(&path) {
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(path),
                Err(e) => return Err(StoreFault::of(Doing::Create, &path, &e)),
                Ok(_) if self.has_more() => {}
                Ok(_) => return Err(StoreFault::Exists(shown(&path))),
            }
        }
    }
}

/// A subject as part of a file's name: its letters and digits, whatever the script.
pub(super) fn slug(subject: &str) -> String {
    let mut slug = String::new();
    for c in Clean::line(subject).to_lowercase().chars() {
        let next = if c.is_alphanumeric() { c } else { '-' };
        if slug.len() + next.len_utf8() > MAX_SLUG {
            break;
        }
        if next != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(next);
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "assessment".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_letters_and_digits() {
        for (subject, expected) in [
            ("East Steel", "east-steel"),
            ("  ../../etc/passwd ", "etc-passwd"),
            ("东方钢铁（上海）2号", "东方钢铁-上海-2号"),
            ("...", "assessment"),
            ("", "assessment"),
            ("a\u{202e}b\u{200b}", "a-u-202e-b"),
            ("x\u{1b}[2J", "x-2j"),
        ] {
            assert_eq!(slug(subject), expected);
        }
        let long = slug(&"算".repeat(100));
        assert_eq!((long.len(), long.chars().count()), (60, 20));
    }
}

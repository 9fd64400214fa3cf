//! Finding assessments: all of them, and the one that a name means.

use std::cmp::Reverse;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::contents::{Contents, MAX_FILE, read_path};
use super::fault::{Cause, Doing, StoreFault, shown};
use super::new_file::EXTENSION;
use super::open::Use;
use super::opened::Opened;
use super::{Store, twin};
use crate::assessment::AssessmentId;
use crate::order;
use crate::text::Clean;

/// So many digits of an id are enough, if no other id begins with them.
const SHORTEST_ID: usize = 6;

/// A file in the data folder.
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// The assessment in it, or why it cannot be read.
    pub found: Result<Opened, StoreFault>,
}

impl Store {
    /// The assessments of the data folder, the one changed last first; what cannot be read comes last.
    pub fn list(&self) -> Vec<Listed> {
        let paths = match self.assessment_files() {
            Ok(paths) => paths,
            Err(fault) => return vec![Listed { path: self.places.data.clone(), found: Err(fault) }],
        };
        let listed = |path: PathBuf| Listed { found: self.open(&path, Use::Read), path };
        let mut all: Vec<Listed> = paths.into_iter().map(listed).collect();
        let changed = |listed: &Listed| listed.found.as_ref().ok().map(|o| o.assessment.changed().unix_ms);
        order::by_key(&mut all, |listed| Reverse(changed(listed)));
        all
    }

    /// The file that a name on the command line means: a path, an id or its beginning, or a subject.
    pub fn resolve(&self, name: impl AsRef<OsStr>) -> Result<PathBuf, StoreFault> {
        let path = Path::new(name.as_ref());
        // What is no text can only be a path.
        let Some(name) = path.to_str() else { return Ok(path.to_owned()) };
        let looks_like_path = name.contains(std::path::is_separator)
            || path.extension().is_some_and(|e| e == EXTENSION)
            || self.disk.look_at_link(path).is_ok();
        if looks_like_path {
            return Ok(path.to_owned());
        }
        let all: Vec<(PathBuf, Opened)> =
            self.list().into_iter().filter_map(|l| Some((l.path, l.found.ok()?))).collect();
        let is_hex = name.len() >= SHORTEST_ID && name.bytes().all(|b| b.is_ascii_hexdigit());
        let digits = name.to_ascii_lowercase();
        let has_id = |opened: &Opened| is_hex && opened.assessment.id.as_str().starts_with(&digits);
        let subject = Clean::line(name.trim()).to_lowercase();
        let is_about = |opened: &Opened| opened.assessment.subject().trim().to_lowercase() == subject;
        let named = |is_meant: &dyn Fn(&Opened) -> bool| {
            all.iter().filter(|(_, opened)| is_meant(opened)).map(|(path, _)| path).collect::<Vec<_>>()
        };
        let found = Some(named(&has_id)).filter(|found| !found.is_empty()).unwrap_or_else(|| named(&is_about));
        match found[..] {
            [] => Err(StoreFault::NoneNamed(Clean::line(name))),
            [path] => Ok(path.clone()),
            _ => Err(StoreFault::SeveralNamed(Clean::line(name), found.into_iter().map(|p| shown(p)).collect())),
        }
    }

    /// Removes an assessment: its file, and what this computer remembers of that file.
    pub fn delete(&self, path: &Path) -> Result<(), StoreFault> {
        let path = self.disk.canonicalize(path).map_err(|e| StoreFault::of(Doing::Read, path, &e))?;
        let remembered = || Some(twin::find(&*self.disk, &self.places.state, &path).ok()??.0.assessment);
        let id = match read_path(&*self.disk, &path, MAX_FILE) {
            Ok((bytes, _)) => Contents::of(&bytes).id().cloned().or_else(remembered),
            Err(StoreFault::TooLarge { .. }) => None,
            Err(fault) => return Err(fault),
        };
        // Whoever has it open would write to nothing.
        let lock = id.as_ref().filter(|id| self.remembers(id)).and_then(|id| self.lock(id).ok()?);
        if lock.is_some_and(|lock| !lock.alone) {
            return Err(StoreFault::InUse(shown(&path)));
        }
        // Read before the file is gone: afterwards every log would seem to be its own.
        let logs = id.as_ref().map_or_else(|| Ok(Vec::new()), |id| self.logs_of(id, &path))?;
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |e: std::io::Error| StoreFault::of(Doing::Remove, &path, &e)
        };
        self.disk.remove(&path).map_err(failed(&path))?;
        if let Some(folder) = path.parent() {
            self.disk.sync_dir(folder).map_err(failed(&path))?;
        }
        for log in logs {
            self.disk.remove(&log).map_err(failed(&log))?;
        }
        id.map_or(Ok(()), |id| self.remove_empty_twin(&id))
    }

    /// Whether there is a folder for what this computer remembers of an assessment.
    fn remembers(&self, id: &AssessmentId) -> bool {
        self.disk.look(&twin::folder(&self.places.state, id)).is_ok()
    }

    /// The logs that speak for the file at `path`.
    pub(super) fn logs_of(&self, id: &AssessmentId, path: &Path) -> Result<Vec<PathBuf>, StoreFault> {
        let disk = &*self.disk;
        let memory = twin::read(disk, &self.places.state, id)?;
        let voices = twin::voices(&memory, path, |other| twin::standing(disk, other, id, None));
        Ok(voices.speaking.iter().map(|log| log.path.clone()).collect())
    }

    /// The `*.gradus` files of the data folder.
    pub(super) fn assessment_files(&self) -> Result<Vec<PathBuf>, StoreFault> {
        let data = &self.places.data;
        match self.disk.list(data) {
            Ok(paths) => Ok(paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == EXTENSION)).collect()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            // That it does not exist would be wrong of a file.
            Err(e) => Err(StoreFault::Io { doing: Doing::Read, path: shown(data), cause: Cause::of(&e) }),
        }
    }
}

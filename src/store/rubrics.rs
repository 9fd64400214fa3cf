//! Rubrics: those of the program, those of the user, and those that travel with the answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use serde_json::value::RawValue;

use super::Store;
use super::contents::{HEADER, read_head, read_path};
use super::fault::{Doing, StoreFault, shown};
use super::new_file::write_new;
use super::notice::Notice;
use super::opened::Opened;
use super::sha256::hash;
use super::twin::make_folders;
use crate::assessment::{Assessment, Change, Event, RubricRef, Thing, Value};
use crate::packed::SCHEMA;
use crate::rubric::{
    Fault, Id, MAX_RUBRIC_BYTES, Refusal, Rubric, SHIPPED, Shipped, Version, compact, version_at_head,
};
use crate::text::Clean;

/// The schema beside the user's rubrics.
const SCHEMA_FILE: &str = "schema.json";
/// As many bytes of a rubric file nearly always hold its version.
const RUBRIC_HEAD: usize = 4 << 10;

/// A rubric for a new assessment.
#[derive(Clone, Debug)]
pub struct FoundRubric {
    /// The rubric.
    pub rubric: Rubric,
    /// How an assessment names it.
    pub reference: RubricRef,
    /// Its compact JSON, if it has to travel with the answers.
    pub embedded: Option<String>,
}

impl Store {
    /// The rubric named `id` for a new assessment: one of the program, else the user's.
    pub fn find_rubric(&self, id: &str) -> Result<FoundRubric, StoreFault> {
        let no_rubric = || StoreFault::NoRubric { id: Clean::line(id), path: shown(&self.places.rubrics()) };
        let id = Id::new(id).ok_or_else(no_rubric)?;
        if let Some(shipped) = Shipped::find(id.as_str()) {
            let rubric = shipped.read().map_err(|refusal| refused(Path::new(shipped.id), refusal))?;
            let reference = reference(&rubric, shipped.sha256);
            return Ok(FoundRubric { rubric, reference, embedded: None });
        }
        let path = self.rubric_path(&id);
        let found = self.read_rubric(&path).map_err(|fault| match fault {
            StoreFault::NotFound(path) => StoreFault::NoRubric { id: Clean::line(id.as_str()), path },
            other => other,
        })?;
        if found.rubric.id != id {
            return Err(StoreFault::RubricMisnamed { path: shown(&path), id: Clean::line(found.rubric.id.as_str()) });
        }
        Ok(found)
    }

    /// The bytes of a rubric file, whatever they say, unless they are an assessment.
    pub fn rubric_bytes(&self, path: &Path) -> Result<Bytes, StoreFault> {
        match read_path(&*self.disk, path, MAX_RUBRIC_BYTES) {
            Ok((bytes, _)) if bytes.starts_with(HEADER) => Err(StoreFault::IsNoRubric(shown(path))),
            Ok((bytes, _)) => Ok(bytes),
            Err(StoreFault::TooLarge { limit, .. }) => Err(refused(path, Fault::FileTooLarge { limit }.at(""))),
            Err(fault) => Err(fault),
        }
    }

    /// The rubric in a file.
    pub fn read_rubric(&self, path: &Path) -> Result<FoundRubric, StoreFault> {
        let bytes = self.rubric_bytes(path)?;
        let rubric = Rubric::read(&bytes).map_err(|refusal| refused(path, refusal))?;
        // A rubric that was read is UTF-8.
        let json = String::from_utf8_lossy(&bytes);
        let json = compact(&json);
        Ok(FoundRubric { reference: reference(&rubric, &hash(&json)), embedded: Some(json.into_owned()), rubric })
    }

    /// The newest version here of the rubric that an assessment is in, if it is newer and there is a
    /// way to it. A file of the user that is refused is no offer; `rubric list` tells why.
    pub fn newer_rubric(&self, assessment: &Assessment, in_use: &Rubric) -> Option<FoundRubric> {
        let may_be_newer = match Shipped::find(in_use.id.as_str()) {
            Some(shipped) => *shipped.sha256 != *assessment.rubric_in_use().sha256,
            None => self.may_hold_later(&self.rubric_path(&in_use.id), in_use.version),
        };
        if !may_be_newer {
            return None;
        }
        let found = self.find_rubric(in_use.id.as_str()).ok()?;
        found.rubric.fates(in_use).map(|_| found)
    }

    /// Whether a rubric file may hold a later version. Reading it is most of a start, and its first bytes
    /// nearly always say that it does not.
    fn may_hold_later(&self, path: &Path, version: Version) -> bool {
        let head = read_head(&*self.disk, path, MAX_RUBRIC_BYTES, RUBRIC_HEAD);
        head.is_ok_and(|bytes| version_at_head(&bytes).is_none_or(|here| here > version))
    }

    /// The files in which the user keeps rubrics.
    pub fn rubric_files(&self) -> Result<Vec<PathBuf>, StoreFault> {
        let folder = self.places.rubrics();
        match self.disk.list(&folder) {
            Ok(paths) => Ok(paths.into_iter().filter(|p| is_rubric(p)).collect()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(e) => Err(StoreFault::of(Doing::Read, &folder, &e)),
        }
    }

    /// Writes a new rubric of the user, and the schema that editors complete it by. An existing
    /// file is never overwritten.
    pub fn new_rubric(&self, id: &Id, json: &str) -> Result<PathBuf, StoreFault> {
        let folder = self.places.rubrics();
        self.data_folder()?;
        make_folders(&*self.disk, &folder)?;
        let path = self.rubric_path(id);
        write_new(&*self.disk, &path, json.as_bytes())?;
        match write_new(&*self.disk, &folder.join(SCHEMA_FILE), SCHEMA.text().as_bytes()) {
            Ok(_) | Err(StoreFault::Exists(_)) => Ok(path),
            Err(fault) => Err(fault),
        }
    }

    /// The rubric that an opened assessment was answered with.
    pub fn rubric_of(&self, opened: &mut Opened) -> Result<(Arc<Rubric>, Vec<Notice>), StoreFault> {
        let in_use = opened.assessment.rubric_in_use();
        match opened.rubric.take() {
            Some(ready) if ready.sha256 == in_use.sha256 => Ok((ready.rubric, Vec::new())),
            _ => self.rubric_for(&in_use, &opened.assessment).map(|(rubric, notices)| (Arc::new(rubric), notices)),
        }
    }

    /// The rubric that an assessment was answered with.
    ///
    /// The one that travels with the answers comes first, then the one of the program, then
    /// the user's. Other words in the same version are good enough to be shown with a notice.
    pub fn rubric_for(
        &self,
        reference: &RubricRef,
        assessment: &Assessment,
    ) -> Result<(Rubric, Vec<Notice>), StoreFault> {
        if let Some(rubric) = embedded(reference, assessment)? {
            return Ok((rubric, Vec::new()));
        }
        let path = self.rubric_path(&reference.id);
        let shipped = newest_or(reference)?;
        let users = || match self.read_rubric(&path) {
            Ok(found) => Ok(Some((found.rubric, found.reference))),
            Err(StoreFault::NotFound(_)) => Ok(None),
            Err(fault) => Err(fault),
        };
        let is_same = |here: &RubricRef| here.sha256 == reference.sha256;
        let others = match shipped {
            Some((rubric, here)) if is_same(&here) => return Ok((rubric, Vec::new())),
            // A broken file of the user must not hide the program's own.
            Some(other) => [Some(other), users().unwrap_or_default()],
            None => [users()?, None],
        };
        let mut nearest: Option<(Rubric, RubricRef)> = None;
        for (rubric, here) in others.into_iter().flatten() {
            if is_same(&here) {
                return Ok((rubric, Vec::new()));
            }
            let is_nearer = here.version == reference.version
                && nearest.as_ref().is_none_or(|(_, found)| found.version != reference.version);
            if nearest.is_none() || is_nearer {
                nearest = Some((rubric, here));
            }
        }
        let id = Clean::line(reference.id.as_str());
        match nearest {
            Some((rubric, here)) if here.version == reference.version => {
                Ok((rubric, vec![Notice::Wording { id, version: here.version }]))
            }
            Some((_, here)) => Err(StoreFault::RubricVersion {
                id,
                needed: reference.version.clone(),
                here: here.version,
                path: shown(&path),
            }),
            None => Err(StoreFault::NoRubric { id, path: shown(&path) }),
        }
    }

    fn rubric_path(&self, id: &Id) -> PathBuf {
        self.places.rubrics().join(format!("{id}.json"))
    }
}

/// The rubric that travels with the answers, if it is the one that the reference means.
fn embedded(reference: &RubricRef, assessment: &Assessment) -> Result<Option<Rubric>, StoreFault> {
    let thing = Thing::Rubric(reference.sha256.clone());
    let Some(event) = assessment.ledger().shown(&thing) else { return Ok(None) };
    let mut json = event.is.source();
    // It is compact nearly always: that is what was hashed.
    if hash(&json) != reference.sha256 {
        json = compact(&json).into_owned().into();
        if hash(&json) != reference.sha256 {
            return Ok(None);
        }
    }
    let refused = |refusal| StoreFault::CarriedRefused(Clean::line(reference.id.as_str()), Box::new(refusal));
    Rubric::read_text(&json).map(Some).map_err(refused)
}

/// The program's version that a reference means, else the program's newest.
fn newest_or(reference: &RubricRef) -> Result<Option<(Rubric, RubricRef)>, StoreFault> {
    let mut versions = SHIPPED.iter().filter(|s| s.id == reference.id.as_str());
    let is_meant = |s: &&Shipped| s.sha256 == &*reference.sha256;
    versions.clone().find(is_meant).or_else(|| versions.next()).map(shipped).transpose()
}

fn shipped(shipped: &Shipped) -> Result<(Rubric, RubricRef), StoreFault> {
    let rubric = shipped.read().map_err(|refusal| refused(Path::new(shipped.id), refusal))?;
    let here = reference(&rubric, shipped.sha256);
    Ok((rubric, here))
}

fn is_rubric(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "json") && path.file_name().is_some_and(|name| name != SCHEMA_FILE)
}

fn refused(path: &Path, refusal: Refusal) -> StoreFault {
    StoreFault::RubricRefused(shown(path), Box::new(refusal))
}

fn reference(rubric: &Rubric, sha256: &str) -> RubricRef {
    RubricRef { id: rubric.id.clone(), version: Clean::line(&rubric.version.to_string()), sha256: sha256.into() }
}

/// The change that lets a rubric travel with the answers.
pub fn embed(reference: &RubricRef, compact: &str) -> Result<Change, StoreFault> {
    let name = || Path::new(reference.id.as_str());
    // As it stands, to the byte: a parsed and printed copy would have another hash.
    let json: &RawValue = serde_json::from_str(compact).map_err(|_| match Rubric::read(compact.as_bytes()) {
        Err(refusal) => refused(name(), refusal),
        Ok(_) => StoreFault::NotAnAssessment(shown(name())),
    })?;
    Ok(Change::new(Thing::Rubric(reference.sha256.clone()), Value::from_parsed(json)))
}

/// The rubric that events without a header most likely answer.
pub(super) fn guess(events: &[Event]) -> Option<RubricRef> {
    let carried = events.iter().find_map(|e| match &e.thing {
        Thing::Rubric(sha256) => {
            let rubric = Rubric::read(e.is.as_json().as_bytes()).ok()?;
            Some(RubricRef { sha256: sha256.clone(), ..reference(&rubric, "") })
        }
        _ => None,
    });
    let answered = |rubric: &Rubric| {
        let questions = events.iter().filter_map(|e| e.thing.question());
        questions.filter(|q| rubric.question_ix(q.as_str()).is_some()).count()
    };
    let ours = || SHIPPED.iter().filter_map(|s| shipped(s).ok()).max_by_key(|(rubric, _)| answered(rubric));
    carried.or_else(|| ours().map(|(_, here)| here))
}

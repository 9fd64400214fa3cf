//! The second log: a folder in the state folder, with one file for each session.

use std::io;
use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashSet};

use super::contents::{Contents, MAX_FILE, read_path};
use super::disk::{Disk, FileKind, Look};
use super::fault::{Doing, StoreFault, shown};
use super::log::Lines;
use crate::assessment::{AssessmentId, Event, EventId, Header, Session};
use crate::text::Clean;

/// Everything that this computer remembers of one assessment.
#[derive(Clone, Debug, Default)]
pub(super) struct Twin {
    /// One log for each session, by name.
    pub logs: Vec<TwinLog>,
    /// Events that somebody left out when asked.
    pub aside: HashSet<EventId>,
    /// Why a part of it could not be read.
    pub fault: Option<StoreFault>,
}

/// What one session of this computer did, and more that it knew.
#[derive(Clone, Debug)]
pub(super) struct TwinLog {
    /// The file.
    pub path: PathBuf,
    /// The session.
    pub session: Session,
    /// What it holds.
    pub contents: Contents,
}

impl TwinLog {
    /// The assessment file that the log belongs to, if that is known.
    pub fn file(&self) -> Option<PathBuf> {
        self.contents.path.as_deref().map(path_of)
    }
}

/// The folder of an assessment's twin.
pub(super) fn folder(state: &Path, id: &AssessmentId) -> PathBuf {
    state.join(id.as_str())
}

/// The log of a session.
pub(super) fn log_path(folder: &Path, session: Session) -> PathBuf {
    folder.join(format!("{session}.log"))
}

/// Fails if a folder is there and is a link, somebody else's, or open to others.
pub(super) fn check_ours(disk: &dyn Disk, folder: &Path) -> Result<bool, StoreFault> {
    match disk.look_at_link(folder) {
        Ok(look) if look.kind == FileKind::Folder && look.ours => Ok(true),
        Ok(_) => Err(StoreFault::NotOurs(shown(folder))),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(e) => Err(StoreFault::of(Doing::Read, folder, &e)),
    }
}

/// Makes the folder of a twin, with the state folder around it.
pub(super) fn make_folder(disk: &dyn Disk, state: &Path, folder: &Path) -> Result<(), StoreFault> {
    if !check_ours(disk, state)? {
        make_folders(disk, state)?;
    }
    if !check_ours(disk, folder)? {
        make_folders(disk, folder)?;
    }
    Ok(())
}

/// Makes a folder and those around it that are missing, so that they survive a power cut.
pub(super) fn make_folders(disk: &dyn Disk, folder: &Path) -> Result<(), StoreFault> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|f| !f.as_os_str().is_empty() && is_missing(disk, f)).collect();
    for new in missing.into_iter().rev() {
        match disk.create_dir(new) {
            Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(StoreFault::of(Doing::Create, new, &e)),
            _ => {}
        }
        if let Some(around) = new.parent().filter(|p| !p.as_os_str().is_empty()) {
            disk.sync_dir(around).map_err(|e| StoreFault::of(Doing::Create, new, &e))?;
        }
    }
    Ok(())
}

fn is_missing(disk: &dyn Disk, path: &Path) -> bool {
    disk.look(path).is_err_and(|e| e.kind() == io::ErrorKind::NotFound)
}

/// Reads the twin of an assessment; there may be none.
pub(super) fn read(disk: &dyn Disk, state: &Path, id: &AssessmentId) -> Result<Twin, StoreFault> {
    read_beside(disk, state, id, (&Lines::default(), &[]))
}

/// The same of an assessment of whose file the lines and their events were read.
pub(super) fn read_beside(
    disk: &dyn Disk,
    state: &Path,
    id: &AssessmentId,
    file: (&Lines, &[Event]),
) -> Result<Twin, StoreFault> {
    let folder = folder(state, id);
    let mut twin = Twin::default();
    if !check_ours(disk, state)? || !check_ours(disk, &folder)? {
        return Ok(twin);
    }
    let paths = disk.list(&folder).map_err(|e| StoreFault::of(Doing::Read, &folder, &e))?;
    for path in paths {
        let extension = path.extension().and_then(|e| e.to_str());
        let session = path.file_stem().and_then(|s| s.to_str()).and_then(Session::parse);
        let (Some(extension @ ("log" | "aside")), Some(session)) = (extension, session) else { continue };
        let mut contents = match read_path(disk, &path, MAX_FILE) {
            Ok((bytes, _)) => Contents::beside(&bytes, file),
            Err(fault) => {
                twin.fault = Some(fault);
                continue;
            }
        };
        contents.keep_only(id);
        if extension == "aside" {
            twin.aside.extend(contents.ids());
        } else {
            twin.logs.push(TwinLog { path, session, contents });
        }
    }
    Ok(twin)
}

/// The assessment whose twin was recorded for `file`, which itself says nothing: the one changed last.
pub(super) fn find(disk: &dyn Disk, state: &Path, file: &Path) -> Result<Option<(Header, Twin)>, StoreFault> {
    let mut found: Vec<(Header, Twin)> = Vec::new();
    for id in ids(disk, state)? {
        let mut twin = read(disk, state, &id)?;
        if let Some(fault) = twin.fault {
            return Err(fault);
        }
        twin.logs.retain(|log| log.file().as_deref() == Some(file));
        let header = twin.logs.iter().flat_map(|log| &log.contents.headers).next().cloned();
        found.extend(header.map(|header| (header, twin)));
    }
    let last = |twin: &Twin| twin.logs.iter().flat_map(|log| &log.contents.events).map(|e| e.at.unix_ms).max();
    Ok(found.into_iter().max_by_key(|(header, twin)| (last(twin), header.created)))
}

/// Every assessment that has a twin.
pub(super) fn ids(disk: &dyn Disk, state: &Path) -> Result<Vec<AssessmentId>, StoreFault> {
    if !check_ours(disk, state)? {
        return Ok(Vec::new());
    }
    let folders = disk.list(state).map_err(|e| StoreFault::of(Doing::Read, state, &e))?;
    Ok(folders.iter().filter_map(|f| AssessmentId::parse(f.file_name()?.to_str()?)).collect())
}

/// What stands at a recorded path.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Standing {
    /// The very file that is being opened, by another name.
    Here,
    /// The assessment.
    Holds,
    /// Nothing, or something else.
    Gone,
    /// Nobody knows: it cannot be read.
    Hidden(StoreFault),
}

/// Whether an assessment stands at `path`; `here` is the file that is being opened.
pub(super) fn standing(disk: &dyn Disk, path: &Path, id: &AssessmentId, here: Option<&Look>) -> Standing {
    if here.is_some_and(|here| disk.look(path).is_ok_and(|there| is_same(here, &there))) {
        return Standing::Here;
    }
    match read_path(disk, path, MAX_FILE) {
        Ok((bytes, _)) if Contents::of(&bytes).id() == Some(id) => Standing::Holds,
        Ok(_) | Err(StoreFault::NotFound(_) | StoreFault::NotAFile(..) | StoreFault::TooLarge { .. }) => Standing::Gone,
        Err(fault) => Standing::Hidden(fault),
    }
}

/// The logs of a twin by whether they speak for one file.
#[derive(Debug, Default)]
pub(super) struct Voices<'t> {
    /// Recorded for this file, or for a place where it is no more.
    pub speaking: Vec<&'t TwinLog>,
    /// Recorded for another file that still holds the assessment: this one is a copy.
    pub other: Vec<&'t TwinLog>,
    /// Recorded for a file that cannot be read.
    pub hidden: Option<StoreFault>,
    /// Whether a log was recorded for this very file.
    pub known_here: bool,
}

/// Which logs speak for the file at `path`.
///
/// A log that has lost its path speaks for every copy: what it holds must be shown somewhere.
pub(super) fn voices<'t>(twin: &'t Twin, path: &Path, standing: impl Fn(&Path) -> Standing) -> Voices<'t> {
    let mut known: HashMap<PathBuf, Standing> = HashMap::default();
    let mut voices = Voices::default();
    for log in &twin.logs {
        let Some(recorded) = log.file() else {
            voices.speaking.push(log);
            continue;
        };
        let look = |recorded: &PathBuf| if recorded == path { Standing::Here } else { standing(recorded) };
        match known.entry(recorded).or_insert_with_key(look) {
            Standing::Here => {
                voices.known_here = true;
                voices.speaking.push(log);
            }
            Standing::Gone => voices.speaking.push(log),
            Standing::Holds => voices.other.push(log),
            Standing::Hidden(fault) => voices.hidden = Some(fault.clone()),
        }
    }
    voices
}

/// Whether two looks are at the same file.
fn is_same(a: &Look, b: &Look) -> bool {
    (a.device, a.number) == (b.device, b.number)
}

/// A path as a log records it.
pub(super) fn bytes_of(path: &Path) -> Vec<u8> {
    #[cfg(unix)]
    return std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec();
    #[cfg(not(unix))]
    return path.to_string_lossy().into_owned().into_bytes();
}

/// A recorded path.
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into();
    #[cfg(not(unix))]
    return String::from_utf8_lossy(bytes).into_owned().into();
}

/// The recorded path of the first log among `others`, for display.
pub(super) fn shown_file(others: &[&TwinLog]) -> Option<Clean> {
    others.first()?.file().map(|path| shown(&path))
}

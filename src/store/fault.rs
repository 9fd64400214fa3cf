//! Why the store could not do something: what, where, and what helps, in one sentence.

use std::io;
use std::path::Path;

use super::disk::FileKind;
use crate::lang::{Lang, StoreWords, fill};
use crate::rubric::Refusal;
use crate::text::Clean;

/// What was being done when the disk failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file or a folder.
    Read,
    /// Writing to a file that exists.
    Write,
    /// Making a file or a folder.
    Create,
    /// Making the data folder, which may be another one.
    DataFolder,
    /// Removing one.
    Remove,
}

/// Why the disk failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No room is left.
    Full,
    /// The user's share is used up.
    Quota,
    /// Not allowed.
    NoPermission,
    /// Mounted so that nothing can be written.
    ReadOnly,
    /// Not there.
    NotFound,
    /// The program has too many files open.
    TooManyOpen,
    /// The disk itself reports an error.
    Device,
    /// A network folder lost the file.
    Stale,
    /// Larger than the system lets a file be.
    FileLimit,
    /// A file stands where the path needs a folder.
    NotAFolder,
    /// Something else, in the system's words.
    Other(Clean),
}

impl Cause {
    /// The cause of an error.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        #[cfg(unix)]
        match rustix::io::Errno::from_io_error(error) {
            Some(rustix::io::Errno::IO) => return Self::Device,
            Some(rustix::io::Errno::MFILE | rustix::io::Errno::NFILE) => return Self::TooManyOpen,
            _ => {}
        }
        match error.kind() {
            Kind::StorageFull => Self::Full,
            Kind::QuotaExceeded => Self::Quota,
            Kind::PermissionDenied => Self::NoPermission,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::NotFound => Self::NotFound,
            Kind::StaleNetworkFileHandle => Self::Stale,
            Kind::FileTooLarge => Self::FileLimit,
            Kind::NotADirectory => Self::NotAFolder,
            _ => Self::Other(Clean::line(&error.to_string())),
        }
    }

    /// In words, with what to do about it.
    pub fn words<'w>(&'w self, w: &'w StoreWords) -> &'w str {
        match self {
            Self::Full => w.disk_full,
            Self::Quota => w.quota,
            Self::NoPermission => w.no_permission,
            Self::ReadOnly => w.read_only_disk,
            Self::NotFound => w.is_gone,
            Self::TooManyOpen => w.too_many_open,
            Self::Device => w.device_error,
            Self::Stale => w.stale,
            Self::FileLimit => w.file_limit,
            Self::NotAFolder => w.not_a_folder,
            Self::Other(text) => text,
        }
    }
}

/// Why the store could not do something. Paths are cleaned for display.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreFault {
    /// The disk failed.
    Io {
        /// At what.
        doing: Doing,
        /// Where.
        path: Clean,
        /// Why.
        cause: Cause,
    },
    /// Nothing stands there.
    NotFound(Clean),
    /// Links that lead in a circle.
    LinkLoop(Clean),
    /// A folder, pipe, socket or device.
    NotAFile(Clean, FileKind),
    /// More bytes than are read.
    TooLarge {
        /// The file.
        path: Clean,
        /// Most bytes.
        limit: usize,
    },
    /// A single entry longer than a line may be.
    TooLong {
        /// Most bytes.
        limit: usize,
    },
    /// Something stands there already.
    Exists(Clean),
    /// A folder, pipe, socket or device, where a file was to be written.
    NotAPlace(Clean, FileKind),
    /// An assessment stands there, which nothing but events may change.
    IsAssessment(Clean),
    /// A rubric, where an assessment was asked for.
    IsRubric(Clean),
    /// An assessment, where a rubric was asked for.
    IsNoRubric(Clean),
    /// Not a single line in it can be trusted.
    NotAnAssessment(Clean),
    /// Without its first line, so that only what could be salvaged is shown.
    Headless(Clean),
    /// Another assessment stands where ours was.
    OtherAssessment(Clean),
    /// Open in another window.
    InUse(Clean),
    /// Written by a newer major version.
    NewerFormat {
        /// The file.
        path: Clean,
        /// Its format.
        format: u64,
    },
    /// The state folder is a link, or others may write to it.
    NotOurs(Clean),
    /// The part of the program that writes has failed.
    WriterDied,
    /// The system names no home folder.
    NoHome,
    /// The system gives no random numbers.
    NoRandom,
    /// No rubric of this name is here.
    NoRubric {
        /// The rubric.
        id: Clean,
        /// Where one would be put.
        path: Clean,
    },
    /// The rubric is here in another version.
    RubricVersion {
        /// The rubric.
        id: Clean,
        /// The version that the assessment was answered with.
        needed: Clean,
        /// The version that is here.
        here: Clean,
        /// Where the needed one would be put.
        path: Clean,
    },
    /// A rubric file that breaks a rule of the format.
    RubricRefused(Clean, Box<Refusal>),
    /// A rubric of this id that travels with the answers and breaks a rule of the format.
    CarriedRefused(Clean, Box<Refusal>),
    /// A rubric file whose id is not its name.
    RubricMisnamed {
        /// The file.
        path: Clean,
        /// The id in it.
        id: Clean,
    },
    /// No assessment has this name, id or path.
    NoneNamed(Clean),
    /// Several assessments do.
    SeveralNamed(Clean, Vec<Clean>),
}

/// A path as it may be shown.
pub(super) fn shown(path: &Path) -> Clean {
    Clean::line(&path.to_string_lossy())
}

impl StoreFault {
    /// What an error at `path` means.
    pub fn of(doing: Doing, path: &Path, error: &io::Error) -> Self {
        #[cfg(unix)]
        if rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP) {
            return Self::LinkLoop(shown(path));
        }
        match (doing, error.kind()) {
            (Doing::Read, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Self::NotFound(shown(path)),
            (Doing::Create, io::ErrorKind::AlreadyExists) => Self::Exists(shown(path)),
            _ => Self::Io { doing, path: shown(path), cause: Cause::of(error) },
        }
    }

    /// What failed, where, and what to do, in one sentence.
    pub fn sentence(&self, w: &StoreWords) -> String {
        let mib = |bytes: &usize| (bytes >> 20).to_string();
        match self {
            Self::Io { doing, path, cause } => {
                let template = match doing {
                    Doing::Read => w.cannot_read,
                    Doing::Write => w.cannot_write,
                    Doing::Create => w.cannot_create,
                    Doing::DataFolder => w.no_data_folder,
                    Doing::Remove => w.cannot_remove,
                };
                fill(template, &[path, cause.words(w)])
            }
            Self::NotFound(path) => fill(w.not_found, &[path]),
            Self::LinkLoop(path) => fill(w.link_loop, &[path]),
            Self::NotAFile(path, kind) => fill(w.not_a_file, &[path, kind_word(*kind, w)]),
            Self::TooLarge { path, limit } => fill(w.too_large, &[path, &mib(limit)]),
            Self::TooLong { limit } => fill(w.too_long, &[&mib(limit)]),
            Self::Exists(path) => fill(w.exists, &[path]),
            Self::IsAssessment(path) => fill(w.is_assessment, &[path]),
            Self::NotAPlace(path, kind) => fill(w.not_a_place, &[path, kind_word(*kind, w)]),
            Self::IsRubric(path) => fill(w.is_rubric, &[path]),
            Self::IsNoRubric(path) => fill(w.is_no_rubric, &[path]),
            Self::NotAnAssessment(path) => fill(w.not_an_assessment, &[path]),
            Self::Headless(path) => fill(w.headless, &[path]),
            Self::OtherAssessment(path) => fill(w.other_assessment, &[path]),
            Self::InUse(path) => fill(w.in_use, &[path]),
            Self::NewerFormat { path, format } => fill(w.newer_file, &[path, &format.to_string()]),
            Self::NotOurs(path) => fill(w.not_ours, &[path]),
            Self::WriterDied => w.writer_died.to_owned(),
            Self::NoHome => w.no_home.to_owned(),
            Self::NoRandom => w.no_random.to_owned(),
            Self::NoRubric { id, path } => fill(w.no_rubric, &[id, path]),
            Self::RubricVersion { id, needed, here, path } => fill(w.rubric_version, &[id, needed, here, path]),
            Self::RubricRefused(name, refusal) | Self::CarriedRefused(name, refusal) => {
                let lang = Lang::of_code(w.code).unwrap_or(Lang::En);
                let is_carried = matches!(self, Self::CarriedRefused(..));
                let words = if is_carried { w.carried_refused } else { w.rubric_refused };
                fill(words, &[name, &refusal.sentence(&lang.words().fault)])
            }
            Self::RubricMisnamed { path, id } => fill(w.rubric_misnamed, &[path, id]),
            Self::NoneNamed(name) => fill(w.none_named, &[name]),
            Self::SeveralNamed(name, paths) => {
                let paths: Vec<&str> = paths.iter().map(Clean::as_str).collect();
                fill(w.several_named, &[name, &paths.join(w.comma)])
            }
        }
    }
}

fn kind_word(kind: FileKind, w: &StoreWords) -> &'static str {
    match kind {
        FileKind::File => w.kind_file,
        FileKind::Folder => w.kind_folder,
        FileKind::Link => w.kind_link,
        FileKind::Pipe => w.kind_pipe,
        FileKind::Socket => w.kind_socket,
        FileKind::Device => w.kind_device,
    }
}

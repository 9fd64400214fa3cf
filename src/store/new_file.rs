//! A file that was not there before: its name, and all of its bytes or nothing.

use std::path::{Path, PathBuf};

use super::contents::MAX_FILE;
use super::disk::{Disk, Look};
use super::fault::{Doing, StoreFault, shown};
use crate::text::Clean;

/// The end of an assessment file's name.
pub const EXTENSION: &str = "gradus";
/// Most bytes of a subject in a file's name.
const MAX_SLUG: usize = 60;
/// So many files of one subject and day get a number of their own.
const MAX_NUMBER: u32 = 10_000;

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
    pub fn one(path: PathBuf) -> Self {
        Self { folder: path, stem: None, next: 1 }
    }

    /// Date and subject, with a number where that is taken.
    pub fn many(folder: PathBuf, date: &str, subject: &str) -> Self {
        Self::like(folder, format!("{date}-{}", slug(subject)))
    }

    /// Whether there is another one, should somebody take the last one meanwhile.
    pub fn has_more(&self) -> bool {
        self.stem.is_some() && self.next < MAX_NUMBER
    }

    /// The next one that nothing has.
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

//! One thread's work: paths become rows.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Reading;
use super::collection::{self, Packed};
use super::exact::{self, Not};
use super::extra::Extra;
use super::left::Why;
use super::model::{Model, Models};
use super::skim::{self, Found};
use super::walk::COLLECTION;
use crate::assessment::row::{Row, Sheet};
use crate::store::fault::{Doing, StoreFault, shown};
use crate::store::{MAX_FILE, Store};
use crate::text::{Clean, folded};

/// Longest line of a collection, in bytes.
const MAX_LINE: usize = crate::store::log::MAX_RUBRIC_LINE;

/// What came of some files. Places of answers are counted from the batch's own start, strata by the
/// numbers that its reader gives them.
#[derive(Default)]
pub(super) struct Batch {
    /// Which reader made it.
    pub reader: usize,
    pub files: usize,
    pub rows: Vec<Row>,
    pub codes: Vec<u8>,
    /// What else was asked for, by the place of a row's answers.
    pub extras: Vec<(u32, Extra)>,
    /// Sectors and size classes that this reader had not met before.
    pub strata: Vec<[Clean; 2]>,
    pub left: Vec<(PathBuf, Option<usize>, Why)>,
    /// Files whose rubric may turn up in another one.
    pub waiting: Vec<PathBuf>,
}

/// Reads files, with the room it needs for that.
pub(super) struct Reader {
    store: Store,
    models: Arc<Models>,
    reading: Reading,
    /// The rubrics that this thread knows of.
    known: Vec<Arc<Model>>,
    bytes: Vec<u8>,
    strata: Strata,
    is_last: bool,
    pub batch: Batch,
}

impl Reader {
    /// A reader by its number; the last one takes the nearest rubric where the very one is not to be had.
    pub fn new(number: usize, store: Store, models: Arc<Models>, reading: Reading, is_last: bool) -> Self {
        let batch = Batch { reader: number, ..Batch::default() };
        let known = models.all();
        Self { store, models, reading, known, bytes: Vec::new(), strata: Strata::default(), is_last, batch }
    }

    /// What was read since the last time.
    pub fn take(&mut self) -> Batch {
        let next = Batch { reader: self.batch.reader, ..Batch::default() };
        std::mem::replace(&mut self.batch, next)
    }

    /// Reads a file into the batch. `go_on` may take the batch away between the lines of a long
    /// file, and says whether to go on.
    pub fn read(&mut self, path: PathBuf, go_on: &dyn Fn(&mut Self) -> bool) {
        self.batch.files += 1;
        let mut bytes = std::mem::take(&mut self.bytes);
        let is_collection = path.extension().is_some_and(|e| e == COLLECTION);
        if is_collection {
            self.collection(&path, go_on);
        } else {
            match slurp(&path, &mut bytes) {
                Ok(()) => self.assessment(path, &bytes),
                Err(fault) => self.batch.left.push((path, None, Why::Fault(fault))),
            }
        }
        self.bytes = bytes;
    }

    fn assessment(&mut self, path: PathBuf, bytes: &[u8]) {
        // The fast reader knows of answers and agreements alone.
        let wanted = self.reading.wanted;
        let skimmed = if wanted.has_texts() { None } else { skim::skim(bytes, &self.known, wanted.votes) };
        if let Some((found, model)) = skimmed {
            return self.add(found, model, None);
        }
        match exact::read(&self.store, &self.models, self.reading, &path, bytes, self.is_last) {
            Ok((found, model)) => {
                self.known = self.models.all();
                self.add(found, model, None);
            }
            Err(Not::Yet) => self.batch.waiting.push(path),
            Err(Not::Left(why)) => self.batch.left.push((path, None, why)),
        }
    }

    fn collection(&mut self, path: &Path, go_on: &dyn Fn(&mut Self) -> bool) {
        let mut lines = match File::open(path) {
            Ok(file) => Lines { file, held: Vec::new(), from: 0, is_over: false },
            Err(e) => {
                let fault = StoreFault::of(Doing::Read, path, &e);
                return self.batch.left.push((path.to_owned(), None, Why::Fault(fault)));
            }
        };
        let mut number = 0;
        while go_on(self) {
            number += 1;
            let why = match lines.next() {
                Ok(None) => return,
                Ok(Some([])) => continue,
                Ok(Some(line)) => self.line(line).err(),
                Err(e) => {
                    let fault = StoreFault::of(Doing::Read, path, &e);
                    return self.batch.left.push((path.to_owned(), Some(number), Why::Fault(fault)));
                }
            };
            self.batch.left.extend(why.map(|why| (path.to_owned(), Some(number), why)));
        }
    }

    fn line(&mut self, line: &[u8]) -> Result<(), Why> {
        if let Some((found, model, organisation)) = skim::packed(line, &self.known) {
            self.add(found, model, Some(organisation));
            return Ok(());
        }
        match collection::packed(line).ok_or(Why::BadLine)? {
            Packed::Rubric(json) => {
                self.models.embedded(&json).map_err(|_| Why::BadLine)?;
                self.known = self.models.all();
                Ok(())
            }
            Packed::Row(row) => {
                let sha256 = collection::rubric_of(&row).ok_or(Why::BadLine)?;
                let place = match self.known.iter().position(|m| *m.sha256 == *sha256) {
                    Some(place) => place,
                    None => self.models.shipped(sha256).ok_or(Why::BadLine)?,
                };
                if place >= self.known.len() {
                    self.known = self.models.all();
                }
                let (found, organisation) =
                    collection::found(&row, &self.known[place], self.reading.wanted).ok_or(Why::BadLine)?;
                self.add(found, place, Some(organisation));
                Ok(())
            }
        }
    }

    fn add(&mut self, found: Found, place: usize, organisation: Option<u64>) {
        let model = &self.known[place];
        let depth = found.depth();
        let [subject, sector, size, _, _, profile] = &found.setup;
        let profile = model.rubric.profiles.iter().position(|p| p.id.as_str() == profile);
        let stratum = self.strata.place(sector, size, &mut self.batch.strata);
        let batch = &mut self.batch;
        let at = batch.codes.len() as u32;
        let profile = profile.map_or(0, |p| p as u8 + 1);
        batch.rows.push(Row {
            id: found.id,
            organisation: organisation.unwrap_or_else(|| organisation_of(subject, found.id)),
            changed: found.changed,
            mode: found.mode(),
            sheet: Sheet { at, stratum, model: place as u16, profile, depth },
        });
        batch.codes.extend(model.asked_of(&found.codes, depth));
        batch.extras.extend((!found.extra.is_empty()).then_some((at, found.extra)));
    }
}

/// The strata that one thread has seen, each with its number.
#[derive(Default)]
struct Strata {
    numbers: HashMap<Box<str>, u32>,
    /// Sector and size class, on lines of their own.
    key: String,
}

impl Strata {
    /// The number of a stratum, which is added to `new` where it is one.
    fn place(&mut self, sector: &str, size: &str, new: &mut Vec<[Clean; 2]>) -> u32 {
        self.key.clear();
        self.key.extend([sector.trim(), "\n", size.trim()]);
        if let Some(number) = self.numbers.get(self.key.as_str()) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(self.key.as_str().into(), number);
        new.push([sector, size].map(|text| Clean::line(text.trim())));
        number
    }
}

/// Assessments that name the same subject are about the same organisation; one that names none stands alone.
fn organisation_of(subject: &str, id: [u64; 2]) -> u64 {
    if subject.is_empty() {
        return id[0];
    }
    let mut hasher = DefaultHasher::new();
    folded(subject.trim()).hash(&mut hasher);
    hasher.finish()
}

/// The bytes of a regular file, if it is not too large.
fn slurp(path: &Path, bytes: &mut Vec<u8>) -> Result<(), StoreFault> {
    bytes.clear();
    let failed = |e: std::io::Error| StoreFault::of(Doing::Read, path, &e);
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_FILE as u64 + 1).read_to_end(bytes).map_err(failed)?;
    if bytes.len() > MAX_FILE {
        return Err(StoreFault::TooLarge { path: shown(path), limit: MAX_FILE });
    }
    Ok(())
}

/// The lines of a long file, a piece of it at a time.
struct Lines {
    file: File,
    held: Vec<u8>,
    from: usize,
    is_over: bool,
}

impl Lines {
    /// The next line without its end; `None` after the last.
    fn next(&mut self) -> std::io::Result<Option<&[u8]>> {
        const PIECE: u64 = 256 << 10;
        let mut seen = self.from;
        loop {
            if let Some(end) = self.held[seen..].iter().position(|b| *b == b'\n').map(|at| seen + at) {
                let from = std::mem::replace(&mut self.from, end + 1);
                return Ok(Some(trimmed(&self.held[from..end])));
            }
            if self.is_over {
                let from = std::mem::replace(&mut self.from, self.held.len());
                return Ok((from < self.held.len()).then(|| trimmed(&self.held[from..])));
            }
            self.held.drain(..self.from);
            (self.from, seen) = (0, self.held.len());
            if seen > MAX_LINE {
                return Err(std::io::ErrorKind::FileTooLarge.into());
            }
            self.is_over = (&self.file).take(PIECE).read_to_end(&mut self.held)? == 0;
        }
    }
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

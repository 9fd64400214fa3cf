//! Many assessments at once, for statistics: files and folders become one [`Row`] each.
//!
//! A pool reads what other people collected: the file alone, never what this computer remembers
//! of it, and nothing is healed or written. What is not whole is left out and told. The order of
//! files and the number of threads change nothing but the places of rows, which nobody may rely on.

pub mod collection;
mod exact;
pub mod extra;
pub mod left;
mod model;
mod reader;
mod skim;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

pub use left::Left;
pub use model::Model;
pub use walk::COLLECTION;

use super::fault::shown;
use super::{Store, StoreFault};
use crate::assessment::row::{Row, Sheet};
use crate::assessment::{Answer, Assessment};
use crate::lang::Words;
use crate::order;
use crate::rubric::Rubric;
use crate::text::Clean;
use extra::{Extra, Voted, Wanted};
use left::Why;
use model::Models;
use reader::{Batch, Reader};
use walk::{Met, check, walk};

/// So many paths go to a thread at once.
const PATHS: usize = 64;
/// So many rows are given away before a long file is done.
const ROWS: usize = 4096;

/// Everything that was read.
#[derive(Default)]
pub struct Pool {
    /// The rubrics.
    pub models: Vec<Arc<Model>>,
    /// The assessments.
    pub rows: Vec<Row>,
    /// Sectors and size classes as they were typed; empty where nothing was.
    pub strata: Vec<[Clean; 2]>,
    /// What was left out, in order of paths.
    pub left: Vec<Left>,
    codes: Vec<u8>,
    /// What was asked for, by the place of a row's answers.
    extras: HashMap<u32, Extra>,
}

impl Pool {
    /// The codes of a row's sheet: one for each question of its depth, in the order of its rubric.
    pub fn codes(&self, sheet: &Sheet) -> &[u8] {
        let model = &self.models[usize::from(sheet.model)];
        let from = sheet.at as usize;
        &self.codes[from..from + model.asked(sheet.depth)]
    }

    /// What was asked for of a row; `None` where nothing of it is there.
    pub fn extra(&self, row: &Row) -> Option<&Extra> {
        self.extras.get(&row.sheet.at)
    }

    /// The votes on its questions, if they were asked for.
    pub fn votes(&self, row: &Row) -> impl Iterator<Item = Voted> {
        let rubric = &self.models[usize::from(row.sheet.model)].rubric;
        self.extra(row).into_iter().flat_map(|extra| extra.votes.of(rubric))
    }
}

/// The answers to a rubric's questions, and what else is kept of an assessment.
pub type Said = (Vec<Option<Answer>>, Extra);

/// How an assessment is read where that is no matter of files.
#[derive(Clone, Copy)]
pub struct Reading {
    /// What counts of it, for each question of the rubric, which without a room are its answers; and what
    /// else is kept of it, of what is wanted.
    pub said: fn(&Rubric, &Assessment, Wanted) -> Said,
    /// What is wanted.
    pub wanted: Wanted,
}

/// Why there is no pool.
#[derive(Debug)]
pub enum Halt {
    /// A path that was named leads nowhere.
    Fault(StoreFault),
    /// More answers than this program can count.
    TooMany,
}

/// How many files there are, as far as one can tell without opening any; for a progress bar.
pub fn count(paths: &[PathBuf]) -> usize {
    let mut files = 0;
    walk(paths, &mut |met| {
        files += usize::from(matches!(met, Met::File(_)));
        true
    });
    files
}

impl Store {
    /// Reads every assessment at `paths` and below, in as many threads. `hear` is told now and
    /// then how many files are done. Whoever stops the program stops it at once: nothing was
    /// written, and nothing is said before all is read.
    pub fn gather(
        &self,
        paths: &[PathBuf],
        threads: usize,
        reading: Reading,
        words: &Words,
        hear: &mut dyn FnMut(usize),
    ) -> Result<Pool, Halt> {
        check(paths).map_err(Halt::Fault)?;
        let models = Arc::new(Models::default());
        let (path_sender, path_receiver) = sync_channel::<Vec<PathBuf>>(threads * 4);
        let (batch_sender, batches) = sync_channel::<Batch>(threads * 4);
        let path_receiver = Arc::new(Mutex::new(path_receiver));

        let mut helpers = vec![thread::spawn({
            let (paths, batch_sender) = (paths.to_vec(), batch_sender.clone());
            move || hand_out(&paths, &path_sender, &batch_sender)
        })];
        let threads = threads.max(1);
        helpers.extend((0..threads).map(|number| {
            let reader = Reader::new(number, self.clone(), Arc::clone(&models), reading, false);
            let (paths, sender) = (Arc::clone(&path_receiver), batch_sender.clone());
            thread::spawn(move || work(reader, &paths, &sender))
        }));
        drop((batch_sender, path_receiver));

        let mut gathering = Gathering::default();
        for batch in batches {
            gathering.take(batch)?;
            hear(gathering.files);
        }
        for helper in helpers {
            if let Err(panic) = helper.join() {
                std::panic::resume_unwind(panic);
            }
        }
        let mut waiting = std::mem::take(&mut gathering.waiting);
        // The nearest rubric depends on what was found before.
        order::by(&mut waiting, Ord::cmp);
        let mut last = Reader::new(threads, self.clone(), Arc::clone(&models), reading, true);
        for path in waiting {
            last.read(path, &|_| true);
        }
        last.batch.files = 0;
        gathering.take(last.batch)?;
        Ok(gathering.pool(&models, words))
    }
}

/// The walk: gives out paths, and tells of folders that cannot be read.
fn hand_out(paths: &[PathBuf], files: &SyncSender<Vec<PathBuf>>, faults: &SyncSender<Batch>) {
    let mut held = Vec::with_capacity(PATHS);
    walk(paths, &mut |met| match met {
        Met::File(path) => {
            held.push(path);
            held.len() < PATHS || files.send(std::mem::replace(&mut held, Vec::with_capacity(PATHS))).is_ok()
        }
        Met::Fault(path, fault) => {
            faults.send(Batch { left: vec![(path, None, Why::Fault(fault))], ..Batch::default() }).is_ok()
        }
    });
    // If nobody takes it the work was stopped.
    let _ = files.send(held);
}

/// One thread: takes paths until there are none.
fn work(mut reader: Reader, paths: &Mutex<Receiver<Vec<PathBuf>>>, batches: &SyncSender<Batch>) {
    let go_on = |reader: &mut Reader| reader.batch.rows.len() < ROWS || batches.send(reader.take()).is_ok();
    loop {
        let next = paths.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(next) = next else { return };
        for path in next {
            reader.read(path, &go_on);
            if !go_on(&mut reader) {
                return;
            }
        }
        if batches.send(reader.take()).is_err() {
            return;
        }
    }
}

/// A pool in the making.
#[derive(Default)]
struct Gathering {
    files: usize,
    pool: Pool,
    strata: HashMap<[Clean; 2], u32>,
    /// For each reader what its strata are called here.
    places: Vec<Vec<u32>>,
    left: Vec<(PathBuf, Option<usize>, Why)>,
    waiting: Vec<PathBuf>,
}

impl Gathering {
    fn take(&mut self, batch: Batch) -> Result<(), Halt> {
        self.files += batch.files;
        let base = u32::try_from(self.pool.codes.len()).map_err(|_| Halt::TooMany)?;
        if self.places.len() <= batch.reader {
            self.places.resize(batch.reader + 1, Vec::new());
        }
        for stratum in batch.strata {
            let place = self.stratum(stratum);
            self.places[batch.reader].push(place);
        }
        let places = &self.places[batch.reader];
        for row in batch.rows {
            let at = base.checked_add(row.sheet.at).ok_or(Halt::TooMany)?;
            let sheet = Sheet { at, stratum: places[row.sheet.stratum as usize], ..row.sheet };
            self.pool.rows.push(Row { sheet, ..row });
        }
        self.pool.codes.extend(batch.codes);
        for (at, extra) in batch.extras {
            self.pool.extras.insert(base.checked_add(at).ok_or(Halt::TooMany)?, extra);
        }
        self.left.extend(batch.left);
        self.waiting.extend(batch.waiting);
        Ok(())
    }

    fn stratum(&mut self, stratum: [Clean; 2]) -> u32 {
        let next = self.pool.strata.len() as u32;
        *self.strata.entry(stratum).or_insert_with_key(|stratum| {
            self.pool.strata.push(stratum.clone());
            next
        })
    }

    fn pool(self, models: &Models, words: &Words) -> Pool {
        let told = |(path, line, why): (PathBuf, Option<usize>, Why)| {
            let path = shown(&path);
            Left { line, group: why.group(), sentence: why.sentence(&path, &words.cohort, &words.store), path }
        };
        let mut left: Vec<Left> = self.left.into_iter().map(told).collect();
        order::by(&mut left, Ord::cmp);
        Pool { models: models.all(), left, ..self.pool }
    }
}

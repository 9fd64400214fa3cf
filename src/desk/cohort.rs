//! Many assessments on the desk: read, chosen and counted, in several threads.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::path::PathBuf;
use std::thread;

use anyhow::{Result, anyhow};

use super::Desk;
use super::extra::said;
use crate::assessment::Mode;
use crate::assessment::row::{Row, Sheet};
use crate::lang::fill;
use crate::measure::cohort::{By, Places, Plan, Rules, Scorer, Selection, Summary, Tallies, select};
use crate::order;
use crate::rubric::Rubric;
use crate::store::pool::extra::Wanted;
use crate::store::pool::{Halt, Pool, Reading};

/// Assessments that were read and chosen from.
pub struct Cohort {
    /// Everything that was read, without its rows.
    pub pool: Pool,
    /// The rows that are in, and why others are not.
    pub selection: Selection,
    /// How many files were read.
    pub files: usize,
}

/// A cohort that was counted.
pub struct Counted {
    plan: Plan,
    /// How many were held in which way.
    modes: [u32; 3],
    /// One for each group of the plan: every organisation is counted once, however many cells it is in.
    groups: Vec<Tallies>,
}

impl Counted {
    /// The tallies of everybody.
    pub fn everybody(&self) -> Cow<'_, Tallies> {
        self.of_cell(0)
    }

    fn of_cell(&self, cell: usize) -> Cow<'_, Tallies> {
        let (groups, _) = self.plan.groups();
        let mut inside = groups.iter().zip(&self.groups).filter(|(cells, _)| cells.contains(&cell)).map(|(_, t)| t);
        let Some(first) = inside.next() else { return Cow::Owned(Tallies::default()) };
        inside.fold(Cow::Borrowed(first), |mut all, part| {
            all.to_mut().merge(part.clone());
            all
        })
    }
}

/// How many threads can work at once on this computer.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

impl Desk {
    /// Reads everything at `paths` and below.
    pub fn gather(
        &self,
        paths: &[PathBuf],
        threads: usize,
        wanted: Wanted,
        hear: &mut dyn FnMut(usize),
    ) -> Result<(Pool, usize)> {
        let mut files = 0;
        let mut heard = |n: usize| {
            files = n;
            hear(n);
        };
        let reading = Reading { said, wanted };
        let pool = self.store.gather(paths, threads, reading, self.words(), &mut heard);
        let pool = pool.map_err(|halt| match halt {
            Halt::Fault(fault) => self.told(&fault),
            Halt::TooMany => anyhow!(self.words().cohort.too_many),
        })?;
        Ok((pool, files))
    }

    /// Reads everything at `paths` and below, and chooses one row for each organisation.
    pub fn cohort(
        &self,
        paths: &[PathBuf],
        threads: usize,
        rules: &Rules,
        wanted: Wanted,
        hear: &mut dyn FnMut(usize),
    ) -> Result<Cohort> {
        let (pool, files) = self.gather(paths, threads, wanted, hear)?;
        self.chosen(pool, files, rules)
    }

    /// Chooses one row for each organisation of a pool.
    pub(super) fn chosen(&self, mut pool: Pool, files: usize, rules: &Rules) -> Result<Cohort> {
        let rows = std::mem::take(&mut pool.rows);
        let models: Vec<&Rubric> = pool.models.iter().map(|m| &m.rubric).collect();
        let selection = select(rows, &models, &|row| pool.codes(&row.sheet), rules);
        if selection.model.is_none() {
            let w = &self.words().cohort;
            return Err(anyhow!(match &rules.rubric {
                Some(id) => fill(w.none_of_rubric, &[id.as_str()]),
                None if pool.left.is_empty() => w.nothing_found.to_owned(),
                None => fill(w.nothing_whole, &[&pool.left[0].sentence]),
            }));
        }
        Ok(Cohort { pool, selection, files })
    }
}

/// How the counting is shared out.
struct Work {
    /// The group of each stratum.
    of_stratum: Vec<usize>,
    /// For each group the thread that counts all of it; `None`: each thread counts its part of the rows.
    owners: Vec<Option<usize>>,
    threads: usize,
}

/// Who counts groups of so many rows: one thread each, so that no table is made twice, as evenly as
/// goes; a group larger than a thread's share is everybody's.
fn owners(sizes: &[u32], threads: usize) -> Vec<Option<usize>> {
    let share = sizes.iter().sum::<u32>() as usize / threads;
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order::by_key(&mut order, |group| Reverse(sizes[*group]));
    let (mut owners, mut loads) = (vec![None; sizes.len()], vec![0; threads]);
    for group in order.into_iter().filter(|group| threads == 1 || sizes[*group] as usize <= share) {
        let worker = (0..threads).min_by_key(|worker| loads[*worker]).unwrap_or(0);
        loads[worker] += sizes[group];
        owners[group] = Some(worker);
    }
    owners
}

/// The sheets of rows, whose room is given back piece by piece.
fn sheets(mut rows: Vec<Row>) -> Vec<Sheet> {
    const PIECE: usize = 1 << 16;
    let mut sheets = Vec::with_capacity(rows.len());
    while !rows.is_empty() {
        let left = rows.len().saturating_sub(PIECE);
        sheets.extend(rows.drain(left..).map(|row| row.sheet));
        rows.shrink_to_fit();
    }
    sheets
}

impl Cohort {
    /// The rubric that gives names and scale.
    pub fn rubric(&self) -> &Rubric {
        // There is no cohort without a rubric.
        &self.pool.models[self.selection.model.unwrap_or_default()].rubric
    }

    /// Counts the cohort by cells of at least `k` organisations; the numbers are the same for any
    /// number of threads. Its rows are gone afterwards, because their room is needed for the tallies.
    pub fn count(&mut self, by: By, k: Option<u32>, threads: usize) -> Counted {
        let rows = &self.selection.rows;
        let modes = Mode::ALL.map(|mode| rows.iter().filter(|row| row.mode == mode).count() as u32);
        let mut numbers = vec![0; self.pool.strata.len()];
        for row in rows {
            numbers[row.sheet.stratum as usize] += 1;
        }
        let sheets = sheets(std::mem::take(&mut self.selection.rows));
        let plan = Plan::new(&self.pool.strata, &numbers, by, k);
        let (groups, of_stratum) = plan.groups();
        let mut sizes = vec![0; groups.len()];
        for (group, n) in of_stratum.iter().zip(&numbers) {
            sizes[*group] += n;
        }
        let work = Work { of_stratum, owners: owners(&sizes, threads.max(1)), threads: threads.max(1) };
        let mut all = vec![Tallies::new(self.rubric()); groups.len()];
        thread::scope(|scope| {
            let (cohort, work, sheets) = (&*self, &work, &sheets[..]);
            let workers: Vec<_> =
                (0..work.threads).map(|worker| scope.spawn(move || cohort.tally(sheets, work, worker))).collect();
            for worker in workers {
                match worker.join() {
                    Ok(counted) => all.iter_mut().zip(counted).for_each(|(all, part)| all.merge(part)),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        Counted { plan, modes, groups: all }
    }

    fn tally(&self, sheets: &[Sheet], work: &Work, worker: usize) -> Vec<Tallies> {
        let rubric = self.rubric();
        let part = sheets.len().div_ceil(work.threads).max(1);
        let mut tallies = vec![Tallies::new(rubric); work.owners.len()];
        let models = &self.pool.models;
        let mut scorers: Vec<_> =
            models.iter().map(|m| (Scorer::new(&m.rubric), Places::new(&m.rubric, rubric))).collect();
        for (place, sheet) in sheets.iter().enumerate() {
            let group = work.of_stratum[sheet.stratum as usize];
            if work.owners[group].unwrap_or(place / part) != worker {
                continue;
            }
            let model = usize::from(sheet.model);
            let (scorer, places) = &mut scorers[model];
            let measured = scorer.measured(sheet, self.pool.codes(sheet));
            tallies[group].add(&models[model].rubric, &measured, places);
        }
        tallies
    }

    /// What may be told of the counted cells.
    pub fn summary(&self, counted: &Counted, k: Option<u32>) -> Summary<'_> {
        let of_cell = |cell| counted.of_cell(cell);
        Summary::new(self.rubric(), counted.modes, &counted.plan, &counted.groups, &of_cell, k)
    }
}

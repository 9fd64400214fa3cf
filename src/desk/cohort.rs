//! Many assessments on the desk: read, chosen and counted, in several threads.

use std::path::PathBuf;
use std::thread;

use anyhow::{Result, anyhow};

use super::Desk;
use super::extra::extra;
use crate::assessment::row::Row;
use crate::lang::fill;
use crate::measure::cohort::{By, Places, Plan, Rules, Scorer, Selection, Summary, Tallies, select};
use crate::measure::room::counted;
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
    /// The cells.
    pub plan: Plan,
    /// One for each cell.
    pub tallies: Vec<Tallies>,
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
        let reading = Reading { answers: counted, extra, wanted };
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
        let selection = select(rows, &models, &|row| pool.codes(row), rules);
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

impl Cohort {
    /// The rubric that gives names and scale.
    pub fn rubric(&self) -> &Rubric {
        // There is no cohort without a rubric.
        &self.pool.models[self.selection.model.unwrap_or_default()].rubric
    }

    /// Counts the cohort by cells of at least `k` organisations; the numbers are the same for any
    /// number of threads.
    pub fn count(&self, by: By, k: Option<u32>, threads: usize) -> Counted {
        let mut numbers = vec![0; self.pool.strata.len()];
        for row in &self.selection.rows {
            numbers[row.stratum as usize] += 1;
        }
        let plan = Plan::new(&self.pool.strata, &numbers, by, k);
        let rows = &self.selection.rows;
        let part = rows.len().div_ceil(threads.max(1)).max(1);
        let mut tallies: Vec<Tallies> = plan.cells.iter().map(|_| Tallies::new(self.rubric())).collect();
        thread::scope(|scope| {
            let workers: Vec<_> = rows.chunks(part).map(|rows| scope.spawn(|| self.tally(rows, &plan))).collect();
            for worker in workers {
                match worker.join() {
                    Ok(counted) => tallies.iter_mut().zip(counted).for_each(|(all, part)| all.merge(part)),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        Counted { plan, tallies }
    }

    fn tally(&self, rows: &[Row], plan: &Plan) -> Vec<Tallies> {
        let rubric = self.rubric();
        let mut tallies: Vec<Tallies> = plan.cells.iter().map(|_| Tallies::new(rubric)).collect();
        let models = &self.pool.models;
        let mut scorers: Vec<_> =
            models.iter().map(|m| (Scorer::new(&m.rubric), Places::new(&m.rubric, rubric))).collect();
        for row in rows {
            let model = usize::from(row.model);
            let (scorer, places) = &mut scorers[model];
            let measured = scorer.measured(row, self.pool.codes(row));
            for cell in &plan.of_stratum[row.stratum as usize] {
                tallies[*cell].add(&models[model].rubric, &measured, places);
            }
        }
        tallies
    }

    /// What may be told of the counted cells.
    pub fn summary(&self, counted: &Counted, k: Option<u32>) -> Summary<'_> {
        Summary::new(self.rubric(), &self.selection, &counted.plan, &counted.tallies, k)
    }
}

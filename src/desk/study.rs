//! A rubric on the desk, looked at through the answers of many.

use std::path::PathBuf;

use anyhow::Result;

use super::Desk;
use super::cohort::Cohort;
use crate::assessment::row::Row;
use crate::measure::Reply;
use crate::measure::cohort::{Rules, Scorer};
use crate::measure::reliability::{Findings, OfDimension, Repeated, Rooms, Study, Votes, repeated, retests};
use crate::rubric::{Depth, Rubric};
use crate::store::pool::extra::Wanted;

/// What many answers show of a rubric.
pub struct Studied {
    /// Whose answers.
    pub cohort: Cohort,
    /// What they show.
    pub findings: Findings,
}

impl Desk {
    /// Reads everything at `paths` and below, and looks at its rubric.
    pub fn study(
        &self,
        paths: &[PathBuf],
        threads: usize,
        rules: &Rules,
        hear: &mut dyn FnMut(usize),
    ) -> Result<Studied> {
        let (pool, files) = self.gather(paths, threads, Wanted { votes: true, ..Wanted::default() }, hear)?;
        // A second assessment within weeks is no row of the cohort, which has one for each organisation.
        let all = of_several(&pool.rows);
        let cohort = self.chosen(pool, files, rules)?;
        let depth = prevailing(&cohort.selection.rows);
        let findings = Findings {
            organisations: cohort.selection.rows.len(),
            depth,
            dimensions: dimensions(&cohort, depth),
            repeated: again(&cohort, all),
            rooms: rooms(&cohort),
        };
        Ok(Studied { cohort, findings })
    }
}

/// The depth of most rows.
fn prevailing(rows: &[Row]) -> Depth {
    let full = rows.iter().filter(|row| row.sheet.depth == Depth::Full).count();
    if full * 2 > rows.len() { Depth::Full } else { Depth::Quick }
}

fn dimensions(cohort: &Cohort, depth: Depth) -> Vec<OfDimension> {
    let rubric = cohort.rubric();
    let models = &cohort.pool.models;
    let mut scorers: Vec<Scorer> = models.iter().map(|m| Scorer::new(&m.rubric)).collect();
    let places: Vec<Vec<Option<usize>>> = models.iter().map(|m| places(&m.rubric, rubric)).collect();
    let rows = &cohort.selection.rows;
    // A row of the cohort is an organisation, so that one number orders them.
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    order.sort_unstable_by_key(|place| rows[*place as usize].organisation);
    let mut study = Study::new(rubric, depth);
    for row in order.into_iter().map(|place| &rows[place as usize]) {
        let model = usize::from(row.sheet.model);
        let replies = scorers[model].replies(&row.sheet, cohort.pool.codes(&row.sheet));
        let of = |place: &Option<usize>| place.map_or(Reply::NotAsked, |q| replies[q]);
        let replies: Vec<Reply> = places[model].iter().map(of).collect();
        study.add(&replies);
    }
    study.findings()
}

/// The rows of organisations that have several.
fn of_several(rows: &[Row]) -> Vec<Row> {
    let mut organisations: Vec<u64> = rows.iter().map(|row| row.organisation).collect();
    organisations.sort_unstable();
    let several: Vec<u64> = organisations.chunk_by(u64::eq).filter(|same| same.len() > 1).map(|s| s[0]).collect();
    rows.iter().filter(|row| several.binary_search(&row.organisation).is_ok()).copied().collect()
}

/// For each question of `rubric` its place in another version; `None` where it is not asked there.
fn places(other: &Rubric, rubric: &Rubric) -> Vec<Option<usize>> {
    rubric.questions.iter().map(|q| other.question_ix(q.id.as_str()).map(|q| q.0)).collect()
}

/// The votes of all workshops, in the order of their ids: how far people agree shows in one that was
/// broken off too.
fn rooms(cohort: &Cohort) -> Rooms {
    let mut votes = Votes::new(cohort.rubric());
    let mut rows: Vec<&Row> = cohort.selection.rows.iter().chain(&cohort.selection.others).collect();
    rows.sort_unstable_by_key(|row| row.id);
    for row in rows {
        let rubric = &cohort.pool.models[usize::from(row.sheet.model)].rubric;
        let voted: Vec<_> = cohort.pool.votes(row).collect();
        votes.add_room(voted.iter().map(|voted| (&rubric.questions[usize::from(voted.question)], &voted.counts[..])));
    }
    votes.findings()
}

fn again(cohort: &Cohort, all: Vec<Row>) -> Vec<Repeated> {
    let rubric = cohort.rubric();
    let model = cohort.selection.model.unwrap_or_default();
    let codes = |row: &Row| cohort.pool.codes(&row.sheet);
    let mut scorer = Scorer::new(rubric);
    let mut pairs: Vec<Vec<[f64; 2]>> = vec![Vec::new(); rubric.dimensions.len()];
    for both in retests(all, model, rubric, &codes) {
        let [first, second] = both.map(|row| scorer.measured(&row.sheet, codes(&row)).dimensions);
        for (pairs, (first, second)) in pairs.iter_mut().zip(first.iter().zip(&second)) {
            pairs.extend(first.score().zip(second.score()).map(|(a, b)| [a, b]));
        }
    }
    pairs.iter().map(|pairs| repeated(pairs)).collect()
}

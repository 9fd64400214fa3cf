//! `gradus cohort --reliability`: whether the rubric itself holds, and what to do with its questions.

use anyhow::Result;

use super::args::CohortArgs;
use super::cohort::{format, put, tell, threads, watched};
use super::printed;
use crate::desk::Desk;
use crate::report::reliability::{ReliabilityReport, render};

/// Prints what the answers show; returns the exit code.
pub fn run(desk: &Desk, wanted: &CohortArgs) -> Result<i32> {
    let pool = &wanted.pool;
    let studied = watched(desk, pool, |rules, hear| desk.study(&pool.paths, threads(pool), rules, hear))?;
    tell(&studied.cohort, desk.lang);
    let report = ReliabilityReport { rubric: studied.cohort.rubric(), findings: &studied.findings, lang: desk.lang };
    Ok(printed(put(&render(&report, format(wanted))), desk.lang.words()))
}

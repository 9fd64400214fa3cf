//! The benchmark file that results are held against.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow};

use super::Desk;
use crate::lang::fill;
use crate::measure::cohort::Benchmark;
use crate::rubric::Rubric;
use crate::text::Clean;

/// Largest benchmark file in bytes.
const MAX_BENCHMARK: usize = 4 << 20;

/// A benchmark, and who wanted it.
#[derive(Clone)]
pub struct Peers {
    /// The cut points.
    pub benchmark: Arc<Benchmark>,
    /// Whether it was named for this run; else the configuration names it for all.
    pub is_named: bool,
}

impl Desk {
    /// Reads a benchmark file.
    pub fn benchmark(&self, path: &Path) -> Result<Benchmark> {
        let bytes = self.store.read_table(path, MAX_BENCHMARK).map_err(|f| self.told(&f))?;
        let bad = || anyhow!(fill(self.words().cohort.bad_benchmark, &[&Clean::line(&path.to_string_lossy())]));
        Benchmark::read(&bytes).ok_or_else(bad)
    }

    /// The benchmark against which results of a rubric are held. Refused if it is of another rubric or
    /// major version; one that the configuration names may be meant for another rubric.
    pub fn peers_of(&self, rubric: &Rubric) -> Result<Option<Arc<Benchmark>>> {
        let Some(Peers { benchmark, is_named }) = &self.peers else { return Ok(None) };
        if benchmark.fits(rubric) {
            return Ok(Some(Arc::clone(benchmark)));
        }
        if !is_named && benchmark.rubric != rubric.id {
            return Ok(None);
        }
        let versions = [(&rubric.id, rubric.version), (&benchmark.rubric, benchmark.version)];
        let [ours, theirs] = versions.map(|(id, version)| format!("{id} {version}"));
        Err(anyhow!(fill(self.words().cohort.other_benchmark, &[&ours, &theirs])))
    }

    /// The same, where one that the configuration names need not fit: then there is none, and a sentence why.
    pub fn peers_or_why(&self, rubric: &Rubric) -> Result<(Option<Arc<Benchmark>>, Option<String>)> {
        match self.peers_of(rubric) {
            Err(error) if !self.peers.as_ref().is_some_and(|p| p.is_named) => Ok((None, Some(error.to_string()))),
            found => found.map(|peers| (peers, None)),
        }
    }
}

//! `--benchmark` and the entry of the configuration: where a result stands among others.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow};

use super::NAME;
use super::args::Cmd;
use crate::assessment::Assessment;
use crate::desk::Desk;
use crate::desk::peers::Peers;
use crate::measure::cohort::Benchmark;
use crate::measure::measured;
use crate::out;
use crate::report::standing::PeersPart;
use crate::rubric::Rubric;

/// The organisations that results are held against, where a command shows any: those that were named,
/// else those of the configuration.
pub(super) fn find(
    desk: &Desk,
    command: Option<&Cmd>,
    named: Option<&Path>,
    configured: Option<&Path>,
) -> Result<Option<Peers>> {
    let shows =
        |c: &Cmd| matches!(c, Cmd::Ask { .. } | Cmd::Show { .. } | Cmd::Report(_) | Cmd::Plan(_) | Cmd::Demo { .. });
    if !command.is_none_or(shows) {
        return match named {
            Some(_) => Err(anyhow!(desk.lang.words().cli.no_benchmark_here)),
            None => Ok(None),
        };
    }
    let peers = |benchmark, is_named| Peers { benchmark: Arc::new(benchmark), is_named };
    match (named, configured.map(|path| desk.benchmark(path))) {
        (Some(path), _) => Ok(Some(peers(desk.benchmark(path)?, true))),
        (None, Some(Ok(benchmark))) => Ok(Some(peers(benchmark, false))),
        (None, Some(Err(error))) => {
            out::complain(&format!("{NAME}{error}"));
            Ok(None)
        }
        (None, None) => Ok(None),
    }
}

/// The benchmark for results of a rubric. One that was named must fit; that of the configuration is left
/// out with a word.
pub(super) fn of(desk: &Desk, rubric: &Rubric) -> Result<Option<Arc<Benchmark>>> {
    let (peers, why) = desk.peers_or_why(rubric)?;
    if let Some(why) = why {
        out::complain(&format!("{NAME}{why}"));
    }
    Ok(peers)
}

/// Where an assessment stands among them, if there are any.
pub(super) fn part(desk: &Desk, rubric: &Rubric, assessment: &Assessment) -> Result<Option<PeersPart>> {
    let held = |b: Arc<Benchmark>| PeersPart::new(&b, rubric, &measured(rubric, assessment), None, desk.lang);
    Ok(of(desk, rubric)?.map(held))
}

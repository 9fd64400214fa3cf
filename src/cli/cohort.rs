//! `gradus cohort`: where many organisations stand, and one among them, without exposing anybody.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::args::{CohortArgs, PoolArgs};
use super::printed;
use crate::assessment::row::HalfYear;
use crate::clock;
use crate::desk::Desk;
use crate::desk::cohort::{Cohort, cores};
use crate::lang::{Lang, fill};
use crate::measure::cohort::{Benchmark, By, K, Reason, Rules, Tallies};
use crate::measure::measured;
use crate::out;
use crate::report::Format;
use crate::report::cohort::{CohortReport, reason_words, render};
use crate::report::standing::PeersPart;
use crate::rubric::Id;
use crate::store::pool::extra::Wanted;
use crate::store::pool::{count, left::Group};
use crate::store::{Replace, StoreFault, Use};
use crate::text::Clean;

/// So many files that were left out are named on standard error.
const NAMED: usize = 10;

/// Reads the pool that the arguments mean.
pub(super) fn read(desk: &Desk, wanted: &PoolArgs, more: Wanted) -> Result<Cohort> {
    let cohort = watched(desk, wanted, |rules, hear| desk.cohort(&wanted.paths, threads(wanted), rules, more, hear))?;
    tell(&cohort, desk.lang);
    Ok(cohort)
}

/// Reads by the rules that the arguments mean, and shows how far it is.
pub(super) fn watched<T>(
    desk: &Desk,
    wanted: &PoolArgs,
    read: impl FnOnce(&Rules, &mut dyn FnMut(usize)) -> Result<T>,
) -> Result<T> {
    let rules = rules(desk, wanted)?;
    let mut progress = Progress::new(&wanted.paths, desk.lang);
    let done = read(&rules, &mut |n| progress.hear(n));
    progress.end();
    done
}

fn rules(desk: &Desk, wanted: &PoolArgs) -> Result<Rules> {
    let w = &desk.lang.words().cohort;
    let id = |id: &String| Id::new(id).ok_or_else(|| anyhow!(fill(w.none_of_rubric, &[&Clean::line(id)])));
    let period = |text: &String| {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        // A year is both of its halves.
        let first = |t: &str| HalfYear::parse(t).or_else(|| HalfYear::parse(&format!("{t}-H1")));
        let last = |t: &str| HalfYear::parse(t).or_else(|| HalfYear::parse(&format!("{t}-H2")));
        first(from).zip(last(to)).ok_or_else(|| anyhow!(fill(w.bad_period, &[&Clean::line(text)])))
    };
    Ok(Rules {
        rubric: wanted.of_rubric.as_ref().map(id).transpose()?,
        period: wanted.period.as_ref().map(period).transpose()?,
    })
}

pub(super) fn threads(wanted: &PoolArgs) -> usize {
    wanted.threads.map_or_else(cores, usize::from)
}

/// Files that were left out, on standard error: the result alone is on standard output.
pub(super) fn tell(cohort: &Cohort, lang: Lang) {
    let w = &lang.words().cohort;
    for left in cohort.pool.left.iter().take(NAMED) {
        out::complain(&match left.line {
            Some(line) => fill(w.file_left, &[&left.sentence, &line.to_string()]),
            None => left.sentence.to_string(),
        });
    }
    let more = cohort.pool.left.len().saturating_sub(NAMED);
    if more > 0 {
        out::complain(&fill(w.more_left, &[&more.to_string()]));
    }
}

/// What was collected and what was not, on standard error.
pub(super) fn tell_count(cohort: &Cohort, lines: usize, lang: Lang) {
    let w = &lang.words().cohort;
    out::complain(&fill(w.collected, &[&lines.to_string(), &cohort.files.to_string()]));
    for (reason, n) in left(cohort) {
        // What is collected all the same was told about by `cohort`.
        if !matches!(reason, "incomplete" | "mostly_not_applicable") {
            out::complain(&format!("{}{}{n}", reason_words(reason, lang), lang.words().report.colon));
        }
    }
}

/// Prints the pool; returns the exit code.
pub fn run(desk: &Desk, wanted: &CohortArgs) -> Result<i32> {
    let words = desk.lang.words();
    let k = (!wanted.internal).then_some(wanted.k.unwrap_or(K));
    let mut cohort = read(desk, &wanted.pool, Wanted::default())?;
    let by = By { sector: wanted.by.iter().any(|b| b == "sector"), size: wanted.by.iter().any(|b| b == "size") };
    let counted = cohort.count(by, k, threads(&wanted.pool));
    let summary = cohort.summary(&counted, k);
    let day = clock::now().date();
    let benchmark = Benchmark::of(&summary, &day);
    let standing = match &wanted.position {
        Some(file) => Some(position(desk, file, benchmark.as_ref(), &cohort, &counted.everybody())?),
        None => None,
    };
    let files_left: Vec<(Clean, Clean)> =
        cohort.pool.left.iter().map(|left| (left.path.clone(), left.sentence.clone())).collect();
    let report = CohortReport {
        summary: &summary,
        made: &day,
        files: cohort.files,
        left: left(&cohort),
        files_left: &files_left,
        standing: standing.as_ref(),
        lang: desk.lang,
    };
    let bytes = render(&report, format(wanted));
    if let Some(path) = &wanted.save_benchmark {
        save(desk, path, benchmark.as_ref(), wanted.force)?;
    }
    Ok(printed(put(&bytes), words))
}

/// The format that is wanted; `None`: lines for a terminal.
pub(super) fn format(wanted: &CohortArgs) -> Option<Format> {
    let formats = [
        (wanted.json, Format::Json),
        (wanted.md, Format::Markdown),
        (wanted.html, Format::Html),
        (wanted.csv, Format::Csv),
    ];
    formats.into_iter().find(|(is_wanted, _)| *is_wanted).map(|(_, format)| format)
}

/// Puts a page onto standard output; on a screen only what may be shown there.
pub(super) fn put(bytes: &[u8]) -> std::io::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    if out::is_screen() { out::print(text.trim_end()) } else { out::write(bytes) }
}

/// How many rows and files are not in, by reason.
fn left(cohort: &Cohort) -> Vec<(&'static str, u32)> {
    let of_rows = Reason::ALL.iter().filter_map(|r| Some((r.as_str(), *cohort.selection.left.get(r)?)));
    let of_files = Group::ALL.iter().map(|group| {
        let n = cohort.pool.left.iter().filter(|left| left.group == *group).count();
        (group.as_str(), n as u32)
    });
    of_rows.chain(of_files).filter(|(_, n)| *n > 0).collect()
}

/// Where an assessment stands in the pool.
fn position(
    desk: &Desk,
    file: &str,
    benchmark: Option<&Benchmark>,
    cohort: &Cohort,
    all: &Tallies,
) -> Result<PeersPart> {
    let w = &desk.lang.words().cohort;
    let on_desk = desk.open(&desk.resolve(file)?, Use::Read)?;
    super::tell(&on_desk.notices);
    let rubric = &*on_desk.rubric;
    let benchmark = benchmark.ok_or_else(|| anyhow!(w.no_benchmark))?;
    if !benchmark.fits(rubric) {
        let versions = [rubric, cohort.rubric()].map(|r| format!("{} {}", r.id, r.version));
        return Err(anyhow!(fill(w.other_benchmark, &[&versions[0], &versions[1]])));
    }
    // Ranks are looked up by place, so they need the very same parts.
    let is_same = rubric.version == cohort.rubric().version;
    let measured = measured(rubric, &on_desk.opened.assessment);
    Ok(PeersPart::new(benchmark, rubric, &measured, is_same.then_some(all), desk.lang))
}

/// Writes the cut points of the pool, and warns where an earlier file of them tells about a few.
fn save(desk: &Desk, path: &Path, benchmark: Option<&Benchmark>, force: bool) -> Result<()> {
    let w = &desk.lang.words().cohort;
    let benchmark = benchmark.ok_or_else(|| anyhow!(w.no_benchmark))?;
    // Whatever else stands there is refused when it is written.
    let before = desk.benchmark(path).ok();
    // Of the same organisations the same is told, and nothing can be learnt from both.
    if let Some(before) = before.filter(|b| b.rubric == benchmark.rubric && b.items != benchmark.items) {
        match before.n.abs_diff(benchmark.n) {
            0 => out::complain(w.as_many),
            new if new < benchmark.k => {
                out::complain(&fill(w.few_new, &[&new.to_string(), &benchmark.k.to_string()]));
            }
            _ => {}
        }
    }
    let mut bytes = serde_json::to_vec_pretty(&benchmark.to_json()).unwrap_or_default();
    bytes.push(b'\n');
    let replace = if force { Replace::Allowed } else { Replace::Never };
    desk.store.export(path, &bytes, replace).map_err(|fault| match fault {
        StoreFault::Exists(path) => anyhow!(fill(desk.lang.words().report.exists, &[&path])),
        fault => desk.told(&fault),
    })?;
    Ok(())
}

/// How far the reading is, on a terminal's standard error.
struct Progress {
    total: Option<usize>,
    told: usize,
    lang: Lang,
}

impl Progress {
    fn new(paths: &[PathBuf], lang: Lang) -> Self {
        Self { total: out::is_watched().then(|| count(paths)), told: 0, lang }
    }

    fn hear(&mut self, files: usize) {
        /// Steady enough to see, rare enough to cost nothing.
        const EVERY: usize = 2000;
        let Some(total) = self.total.filter(|total| *total > EVERY && files / EVERY > self.told / EVERY) else {
            return;
        };
        self.told = files;
        let percent = (files * 100 / total.max(1)).min(100);
        let w = &self.lang.words().cohort;
        out::progress(&fill(w.progress, &[&files.to_string(), &total.to_string(), &percent.to_string()]));
    }

    fn end(&self) {
        if self.told > 0 {
            out::progress("");
        }
    }
}

//! `gradus report`: the result for those who do not have the program.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::args::{Destination, ReportArgs};
use super::{peers, printed, tell};
use crate::clock;
use crate::desk::Desk;
use crate::lang::fill;
use crate::measure;
use crate::measure::trend::Standing;
use crate::out;
use crate::report::{self, Cells, Format, Made, Names, Options, Report, Rows, Scope};
use crate::rubric::Rubric;
use crate::store::{Replace, StoreFault, Use};
use crate::text::Clean;

/// Writes the report that the arguments ask for.
pub fn run(desk: &Desk, wanted: &ReportArgs) -> Result<i32> {
    let format = format_of(desk, wanted.format.as_deref(), &wanted.destination, &Format::ALL)?;
    let path = desk.resolve(&wanted.file)?;
    let on_desk = desk.open(&path, Use::Read)?;
    tell(&on_desk.notices);
    let (rubric, assessment) = (&*on_desk.rubric, &on_desk.opened.assessment);
    let measured = measure::measured(rubric, assessment);
    let options = Options {
        scope: if wanted.summary { Scope::Summary } else { Scope::Full },
        names: if wanted.no_names { Names::LeftOut } else { Names::Shown },
        rows: match (wanted.long, wanted.steps) {
            (true, _) => Rows::Events,
            (_, true) => Rows::Steps,
            _ => Rows::Questions,
        },
        cells: if wanted.csv_raw { Cells::Raw } else { Cells::Guarded },
        capacity: None,
    };
    let mut report = Report::new(rubric, assessment, &measured, made_now(), options, desk.lang);
    if let Some(earlier) = &wanted.since {
        report = report.since(&standing(desk, earlier, rubric)?);
    }
    if let Some(benchmark) = peers::of(desk, rubric)? {
        report = report.among(&benchmark);
    }
    let bytes = report::render(&report, format).map_err(|e| anyhow!(e.sentence(desk.lang)))?;
    deliver(desk, &bytes, format, &wanted.destination)
}

/// The earlier assessment that a report is held against.
fn standing(desk: &Desk, file: &str, rubric: &Rubric) -> Result<Standing> {
    let earlier = desk.open(&desk.resolve(file)?, Use::Read)?;
    tell(&earlier.notices);
    if earlier.rubric.id != rubric.id {
        let there = earlier.rubric.id.to_string();
        let values = [&Clean::line(file), there.as_str(), rubric.id.as_str()];
        return Err(anyhow!(fill(desk.lang.words().trend.since_other, &values)));
    }
    Ok(Standing::new(earlier.rubric, &earlier.opened.assessment))
}

/// The clock and the version of this program.
pub(super) fn made_now() -> Made<'static> {
    Made { at: clock::now(), version: env!("CARGO_PKG_VERSION") }
}

/// The format as said, else what the name of the file ends in.
pub(super) fn format_of(
    desk: &Desk,
    said: Option<&str>,
    destination: &Destination,
    allowed: &[Format],
) -> Result<Format> {
    let ending = |path: &Path| path.extension().map(|e| e.to_string_lossy().into_owned());
    let name = said.map(str::to_owned).or_else(|| destination.to.as_deref().and_then(ending));
    let format = name.and_then(|name| Format::parse(&name)).filter(|f| allowed.contains(f));
    format.ok_or_else(|| {
        let path = destination.to.as_deref().unwrap_or(Path::new(""));
        let endings: Vec<String> = allowed.iter().map(|f| format!(".{}", f.as_str())).collect();
        let w = &desk.lang.words().report;
        anyhow!(fill(w.unknown_ending, &[&Clean::line(&path.to_string_lossy()), &endings.join(w.comma)]))
    })
}

/// Writes a file, and prints its path; without a destination the file goes to standard output.
pub(super) fn deliver(desk: &Desk, bytes: &[u8], format: Format, destination: &Destination) -> Result<i32> {
    let words = desk.lang.words();
    let Some(path) = &destination.to else {
        let is_screen = out::is_screen();
        return match format {
            Format::Xlsx if is_screen => Err(anyhow!(words.report.binary_on_terminal)),
            Format::Xlsx => Ok(printed(out::write(bytes), words)),
            _ if is_screen => Ok(printed(out::print(String::from_utf8_lossy(bytes).trim_end()), words)),
            _ => Ok(printed(out::write(bytes), words)),
        };
    };
    let replace = if destination.force { Replace::Allowed } else { Replace::Never };
    let written = desk.store.export(path, bytes, replace).map_err(|fault| match fault {
        StoreFault::Exists(path) => anyhow!(fill(words.report.exists, &[&path])),
        fault => desk.told(&fault),
    })?;
    Ok(printed(out::print(&written.to_string_lossy()), words))
}

//! A report is written.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::Outside;
use crate::clock;
use crate::lang::fill;
use crate::measure::trend::{Others, Standing};
use crate::report::{self, Made, Report};
use crate::store::{Replace, StoreFault};
use crate::text::Clean;
use crate::tui::app::{App, News, Order};

impl Outside {
    /// Writes the report of the open assessment as it is on screen. Where a file stands already
    /// the application is told, and asks.
    pub(super) fn write_report(&self, order: Order, app: &mut App) -> Result<()> {
        let Some(work) = &app.work else { return Ok(()) };
        let lang = app.lang;
        let made = Made { at: clock::now(), version: env!("CARGO_PKG_VERSION") };
        let mut report = Report::new(&work.rubric, &work.assessment, &work.measured, made, order.options, lang);
        let now = Standing::new(work.rubric.clone(), &work.assessment);
        if let Some(earlier) = Others::of(&now, self.others(app)).earlier.last() {
            report = report.since(earlier);
        }
        if let Some(benchmark) = &work.peers {
            report = report.among(benchmark);
        }
        let bytes = report::render(&report, order.format).map_err(|e| anyhow!(e.sentence(lang)))?;
        let replace = if order.replaces { Replace::Allowed } else { Replace::Never };
        let news = match self.desk.store.export(Path::new(&order.place), &bytes, replace) {
            Ok(path) => {
                let path = Clean::line(&path.to_string_lossy());
                News::Notice(fill(lang.words().report.written, &[&path]))
            }
            Err(StoreFault::Exists(path)) => News::ReportExists(path, order),
            Err(fault) => return Err(self.desk.told(&fault)),
        };
        app.told(news);
        Ok(())
    }
}

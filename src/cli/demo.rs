//! `gradus demo`: a complete assessment to look at; nothing is read from disk or written to it.

use std::sync::Arc;

use anyhow::{Result, anyhow};

use crate::assessment::{Assessment, Author};
use crate::desk::Desk;
use crate::rubric::{Rubric, Shipped};
use crate::store::{assessment_in, new_session};
use crate::text::Clean;
use crate::tui::app::Work;
use crate::tui::theme::Theme;
use crate::tui::{self, Begin};
use crate::{out, plain};

/// The assessment, part of the program.
const SAMPLE: &[u8] = include_bytes!("../../assets/sample.gradus");

/// Shows the sample on the full screen, or its result in lines.
pub fn run(desk: Desk, is_plain: bool, theme: Theme) -> Result<i32> {
    let words = desk.lang.words();
    let (rubric, assessment) = sample().ok_or_else(|| anyhow!(words.cli.bad_usage))?;
    if is_plain || super::is_dumb() {
        let others = super::peers::part(&desk, &rubric, &assessment)?;
        let others = others.map_or_else(String::new, |part| plain::peers(&part, desk.lang));
        let done = out::print(&format!("{}{others}", plain::result_with_reasons(&rubric, &assessment, desk.lang)));
        return Ok(super::printed(done, words));
    }
    super::needs_terminal(desk.lang)?;
    let author = Author { session: new_session().map_err(|f| desk.told(&f))?, by: "".into() };
    let mut work = Work::new(Arc::new(rubric), assessment, author, Clean::line(words.cli.demo_name));
    work.peers = super::peers::of(&desk, &work.rubric)?;
    work.read_only = Some(Clean::line(words.cli.demo_read_only));
    tui::run(desk, Begin::Shown(Box::new(work)), theme)
}

/// A test reads it, so it is only missing in development.
fn sample() -> Option<(Rubric, Assessment)> {
    let assessment = assessment_in(SAMPLE)?;
    let rubric = Shipped::find(assessment.rubric.id.as_str())?.read().ok()?;
    Some((rubric, assessment))
}

#[cfg(test)]
mod tests {
    use super::sample;
    use crate::measure::{Status, measure, replies};

    #[test]
    fn the_sample_is_complete_and_of_the_shipped_rubric() {
        let (rubric, assessment) = sample().unwrap();
        assert_eq!(assessment.rubric.version.as_str(), rubric.version.to_string());
        assert_eq!(assessment.unreadable(&rubric), None);
        let measured = measure(&rubric, &replies(&rubric, &assessment), None);
        assert_eq!(measured.overall.node.status, Status::Final);
    }
}

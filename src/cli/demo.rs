//! `gradus demo`: a complete assessment to look at; nothing is read from disk or written to it.

use std::sync::Arc;

use anyhow::{Result, anyhow};

use crate::assessment::{Assessment, Author};
use crate::desk::Desk;
use crate::lang::Lang;
use crate::packed::{Packed, packed};
use crate::rubric::{Rubric, Shipped};
use crate::store::{assessment_in, new_session};
use crate::text::Clean;
use crate::tui::app::Work;
use crate::tui::{self, Begin, Face};
use crate::{out, plain};

/// The assessment, part of the program: the same answers with names and notes of the reader's language.
fn file(lang: Lang) -> Packed {
    match lang {
        Lang::Zh => packed!("sample.zh.gradus"),
        Lang::En => packed!("sample.gradus"),
    }
}

/// Shows the sample on the full screen, or its result in lines.
pub fn run(desk: Desk, is_plain: bool, face: Face) -> Result<i32> {
    let words = desk.lang.words();
    let (rubric, assessment) = sample(desk.lang).ok_or_else(|| anyhow!(words.cli.bad_usage))?;
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
    tui::run(desk, Begin::Shown(Box::new(work)), face)
}

/// A test reads it, so it is only missing in development.
fn sample(lang: Lang) -> Option<(Rubric, Assessment)> {
    let assessment = assessment_in(file(lang).text().as_bytes())?;
    let rubric = Shipped::find(assessment.rubric.id.as_str())?.read().ok()?;
    Some((rubric, assessment))
}

#[cfg(test)]
mod tests {
    use super::{file, sample};
    use crate::lang::Lang;
    use crate::measure::{Status, measure, replies};

    #[test]
    fn the_sample_is_complete_and_of_the_shipped_rubric_in_either_language() {
        let read = Lang::ALL.map(|lang| {
            let (rubric, assessment) = sample(lang).unwrap();
            assert_eq!(assessment.rubric.version.as_str(), rubric.version.to_string());
            assert_eq!(assessment.unreadable(&rubric), None);
            // A reader of one language meets no word of the other.
            let has_han = assessment.subject().chars().any(|c| matches!(c, '一'..='鿿'));
            assert_eq!(has_han, lang == Lang::Zh);
            assert_eq!(file(lang).text().is_ascii(), lang == Lang::En);
            let measured = measure(&rubric, &replies(&rubric, &assessment), None);
            assert_eq!(measured.overall.node.status, Status::Final);
            format!("{:?}", measured.overall.node)
        });
        assert_eq!(read[0], read[1], "both show the same result");
    }
}

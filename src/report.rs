//! On paper: one value that every format prints, so that all of them say the same.
//!
//! [`Report::new`] takes a rubric, an assessment and its numbers, and puts everything into
//! words once. A format only lays it out; [`render`] gives its bytes. Nothing here reads or
//! writes a file.

mod answered;
mod book;
mod cells;
pub mod cohort;
mod columns;
mod csv;
mod evidence;
mod figure;
mod findings;
pub mod form;
mod format;
mod head;

mod html;
pub mod import;

pub mod json;
mod lift;
mod markdown;
mod marks;
mod names;
mod options;
pub mod plan;
pub mod reliability;
pub mod room;
mod rule;
pub mod standing;
mod svg;
pub mod trend;
mod xlsx;

pub use answered::{Answered, Said};
pub use figure::Figure;
pub use findings::Finding;
pub use format::{Format, Unprintable};
pub use head::{Fact, Group, Headline};
use head::{facts, groups, headline, lenses};
pub use options::{Cells, Made, Names, Options, Rows, Scope};

use crate::assessment::Assessment;
use crate::lang::Lang;
use crate::measure::say::Shift;
use crate::measure::{Measured, Subject, replies, say, shown_percent};
use crate::rubric::{AreaIx, Rubric};
use standing::PeersPart;

/// Everything that a report says, in one language.
pub struct Report<'a> {
    /// What was asked.
    pub rubric: &'a Rubric,
    /// What was answered.
    pub assessment: &'a Assessment,
    /// What it means.
    pub measured: &'a Measured,
    /// The language.
    pub lang: Lang,
    /// What is wanted.
    pub options: Options,
    /// When and by what it is made.
    pub made: Made<'a>,
    /// Whom it is about.
    pub title: String,
    /// Who, when, with what.
    pub facts: Vec<Fact>,
    /// The result in short.
    pub headline: Headline,
    /// Dimensions and areas.
    pub groups: Vec<Group>,
    /// Second readings.
    pub lenses: Vec<Figure>,
    /// Larger shifts that the rubric tells of.
    pub shifts: Vec<Shift>,
    /// How far apart the dimensions are.
    pub balance: Option<String>,
    /// The highest areas with their scores.
    pub strengths: Vec<(String, String)>,
    /// The lowest areas with their scores.
    pub gaps: Vec<(String, String)>,
    /// Answers that decide a level alone, in sentences.
    pub fragile: Vec<String>,
    /// What would lift the whole and each dimension by a level, in sentences.
    pub lift: Vec<String>,
    /// Targets, and what to do in which order.
    pub plan: plan::PlanPart<'a>,
    /// What has changed; `None` unless an earlier assessment is given with [`Report::since`].
    pub trend: Option<trend::TrendPart>,
    /// Where it stands; `None` unless a benchmark is given with [`Report::among`].
    pub peers: Option<PeersPart>,
    /// What the room said; empty where there was none.
    pub room: room::RoomPart,
    /// What is still to be settled.
    pub findings: Vec<Finding>,
    /// Every asked question with what was said.
    pub answered: Vec<Answered>,
    /// How the numbers come about, in sentences.
    pub rules: Vec<String>,
}

/// Areas listed as strengths, and as gaps.
const LISTED: usize = 3;

impl<'a> Report<'a> {
    /// Puts everything into words. `measured` are the numbers of this assessment.
    pub fn new(
        rubric: &'a Rubric,
        assessment: &'a Assessment,
        measured: &'a Measured,
        made: Made<'a>,
        options: Options,
        lang: Lang,
    ) -> Self {
        let replies = replies(rubric, assessment);
        let named = |areas: Vec<(AreaIx, f64)>| {
            let name = |(area, score)| (say::name(rubric, Subject::Area(area), lang), crate::measure::shown(score));
            areas.into_iter().map(name).collect()
        };
        let title = match options.names {
            Names::Shown => assessment.subject().to_string(),
            Names::LeftOut => lang.words().report.anonymous.to_owned(),
        };
        let answered = answered::all(rubric, assessment, options.names, lang);
        Self {
            rubric,
            assessment,
            measured,
            lang,
            options,
            made,
            title,
            facts: facts(rubric, assessment, made, options, lang),
            headline: headline(rubric, assessment, measured, &replies, lang),
            groups: groups(rubric, assessment, measured, lang),
            lenses: lenses(rubric, measured, lang),
            shifts: say::shifts(rubric, measured, lang),
            balance: measured.balance.map(|b| say::balance(rubric, b, lang)),
            strengths: named(measured.strengths(LISTED)),
            gaps: named(measured.gaps(LISTED)),
            fragile: findings::fragile(rubric, &replies, measured, lang),
            lift: lift::sentences(rubric, &replies, measured, lang),
            plan: plan::PlanPart::of((rubric, assessment), (&replies, measured), options.capacity, options.names, lang),
            trend: None,
            peers: None,
            room: room::part(rubric, assessment, options.names, lang),
            findings: findings::all(rubric, assessment, measured, &answered, options.names, lang),
            answered,
            rules: rule::sentences(rubric, lang),
        }
    }

    /// The words of the report.
    fn words(&self) -> &'static crate::lang::ReportWords {
        &self.lang.words().report
    }

    /// The closing words: what the result is not, and where the model comes from.
    pub fn honest(&self) -> [String; 2] {
        [self.lang.words().cli.self_declared.to_owned(), self.rubric.about.get(self.lang).to_string()]
    }
}

/// The report as the bytes of a file.
pub fn render(report: &Report, format: Format) -> Result<Vec<u8>, Unprintable> {
    match format {
        Format::Html => html::page(report).map_err(|e| Unprintable::new(format, e)),
        Format::Xlsx => xlsx::workbook(report).map_err(|e| Unprintable::new(format, e)),
        Format::Markdown => Ok(markdown::text(report).into_bytes()),
        Format::Csv => csv::table(report).map_err(|e| Unprintable::new(format, e)),
        Format::Json => Ok(json::bytes(report)),
    }
}

/// A share as it is printed, such as `91%`.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(String::new, |s| format!("{}%", shown_percent(s)))
}

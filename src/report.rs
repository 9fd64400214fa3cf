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

mod html;
pub mod import;

pub mod json;
mod lift;
mod markdown;
mod names;
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

use crate::assessment::{Assessment, Field, Say, Stamp, unsettled};
use crate::lang::{Lang, fill};
use crate::measure::plan::target_scores;
use crate::measure::say::Shift;
use crate::measure::{Measured, Reply, Subject, replies, say, shown_percent};
use crate::rubric::{AreaIx, DimensionIx, Rubric};
use crate::text::Clean;
use standing::PeersPart;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page that opens in any browser and prints.
    Html,
    /// A workbook with charts.
    Xlsx,
    /// Text with light marks.
    Markdown,
    /// A row per question, or per event.
    Csv,
    /// Everything, to be read by programs; can be imported.
    Json,
}

impl Format {
    /// All of them, the ones for people first.
    pub const ALL: [Self; 5] = [Self::Html, Self::Xlsx, Self::Markdown, Self::Csv, Self::Json];

    /// The word of the command line, which is the ending of a file's name too.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Reads that word, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str().eq_ignore_ascii_case(text))
    }

    /// What people call it.
    pub fn name(self, lang: Lang) -> &'static str {
        let words = &lang.words().report;
        match self {
            Self::Html => words.format_html,
            Self::Xlsx => words.format_xlsx,
            Self::Markdown => words.format_md,
            Self::Csv => words.format_csv,
            Self::Json => words.format_json,
        }
    }
}

/// How much a report tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Every question too.
    #[default]
    Full,
    /// What management reads: no single question.
    Summary,
}

/// Whether it is said who is assessed and who answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Yes.
    #[default]
    Shown,
    /// No: subject, unit, site, assessor and authors are left out. Notes stand as written.
    LeftOut,
}

/// What the rows of a CSV are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Questions.
    #[default]
    Questions,
    /// Events.
    Events,
    /// Steps of the plan.
    Steps,
}

/// Whether text in a CSV is kept from being read as a formula.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// A leading `'` is put before it.
    #[default]
    Guarded,
    /// It stands as it is: for programs, not for spreadsheets.
    Raw,
}

/// What is wanted of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How much it tells.
    pub scope: Scope,
    /// Whether it names people and organisations.
    pub names: Names,
    /// CSV only.
    pub rows: Rows,
    /// CSV only.
    pub cells: Cells,
    /// Effort points of a wave of the plan; `None`: as many as usual.
    pub capacity: Option<u32>,
}

/// When the report is made, and by which version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made<'a> {
    /// The clock on the wall.
    pub at: Stamp,
    /// Version of the program.
    pub version: &'a str,
}

/// The headline and the sentences that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The level with its name and the score, or why there is none.
    pub sentence: String,
    /// What holds it down, or how far it may be relied on; may be empty.
    pub reason: String,
    /// How many questions are in which state.
    pub counts: String,
    /// That people disagree, and what is counted then; may be empty.
    pub unsettled: String,
    /// What the score would be if it were counted otherwise.
    pub otherwise: Vec<String>,
    /// The numbers.
    pub figure: Figure,
}

/// A dimension with its areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The dimension.
    pub dimension: Figure,
    /// Its areas, in the rubric's order.
    pub areas: Vec<Figure>,
}

/// A label and what it labels.
pub type Fact = (&'static str, String);

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

impl Headline {
    /// Everything after the first sentence that there is something to be said about.
    fn details(&self) -> impl Iterator<Item = &str> {
        let lines = [&self.counts, &self.unsettled].into_iter().chain(&self.otherwise);
        lines.map(String::as_str).filter(|line| !line.is_empty())
    }
}

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

/// Why a report could not be made: the format, and what its writer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprintable {
    /// The format.
    pub format: Format,
    /// The cause.
    pub cause: Clean,
}

impl Unprintable {
    fn new(format: Format, cause: impl std::fmt::Display) -> Self {
        Self { format, cause: Clean::line(&cause.to_string()) }
    }

    /// What happened, in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        fill(lang.words().report.fault, &[self.format.name(lang), &self.cause])
    }
}

/// The report as the bytes of a file.
pub fn render(report: &Report, format: Format) -> Result<Vec<u8>, Unprintable> {
    match format {
        Format::Html => html::page(report).map_err(|e| Unprintable::new(format, e)),
        Format::Xlsx => Ok(xlsx::workbook(report)),
        Format::Markdown => Ok(markdown::text(report).into_bytes()),
        Format::Csv => csv::table(report).map_err(|e| Unprintable::new(format, e)),
        Format::Json => Ok(json::bytes(report)),
    }
}

/// Who, when, with what: the setup as far as it is filled, then the versions.
fn facts(rubric: &Rubric, assessment: &Assessment, made: Made, options: Options, lang: Lang) -> Vec<Fact> {
    let words = &lang.words().report;
    let shown = |field: &Field| {
        *field != Field::Archived
            && *field != Field::Subject
            && (options.names == Names::Shown || !names::is_name(*field))
    };
    let say = Say { rubric, lang };
    let fact = |field: Field| {
        let stored = match field {
            Field::Mode => Some(assessment.mode().as_str().to_owned()),
            Field::Depth => Some(crate::assessment::depth_word(assessment.depth()).to_owned()),
            Field::Profile => Some(assessment.setup(field).unwrap_or_default().to_string()),
            _ => assessment.setup(field).map(|t| t.to_string()),
        }?;
        Some((crate::assessment::field(field, lang), say.field_value(field, &stored)))
    };
    let mut facts: Vec<Fact> = Field::ALL.into_iter().filter(shown).filter_map(fact).collect();
    let moment = |at: Stamp| format!("{} {}", at.date(), at.time());
    facts.push((words.rubric, format!("{} {}", rubric.title.get(lang), rubric.version)));
    facts.push((words.begun, moment(assessment.created)));
    facts.push((words.changed, moment(assessment.changed())));
    facts.push((words.made, fill(words.made_by, &[&moment(made.at), made.version])));
    if options.names == Names::Shown {
        facts.push((words.assessment_id, assessment.id.to_string()));
    }
    facts
}

fn headline(rubric: &Rubric, assessment: &Assessment, measured: &Measured, replies: &[Reply], lang: Lang) -> Headline {
    let (sentence, reason) = say::headline(rubric, measured, lang);
    let node = &measured.overall.node;
    let counts = node.counts;
    let numbers = [counts.asked, counts.rated, counts.unknown, counts.not_applicable, counts.unanswered];
    let numbers = numbers.map(|n| n.to_string());
    Headline {
        sentence,
        reason,
        counts: fill(lang.words().report.counts, &numbers.each_ref().map(String::as_str)),
        unsettled: unsettled(assessment.conflicts(rubric).len(), lang).unwrap_or_default(),
        otherwise: rule::otherwise(rubric, assessment, measured, replies, lang),
        figure: figure::of(rubric, node, Subject::Overall, lang),
    }
}

fn groups(rubric: &Rubric, assessment: &Assessment, measured: &Measured, lang: Lang) -> Vec<Group> {
    let targets = target_scores(rubric, measured, &assessment.intent());
    let group = |(d, dimension): (usize, &crate::rubric::Dimension)| {
        let area = |a: usize| figure::of(rubric, &measured.areas[a], Subject::Area(AreaIx(a)), lang);
        Group {
            dimension: Figure {
                target: targets[d],
                ..figure::of(rubric, &measured.dimensions[d], Subject::Dimension(DimensionIx(d)), lang)
            },
            areas: dimension.areas.clone().map(area).collect(),
        }
    };
    rubric.dimensions.iter().enumerate().map(group).collect()
}

fn lenses(rubric: &Rubric, measured: &Measured, lang: Lang) -> Vec<Figure> {
    let lens =
        |(lens, found): (&crate::rubric::Lens, &crate::measure::LensScore)| figure::of_lens(rubric, lens, found, lang);
    rubric.lenses.iter().zip(&measured.lenses).map(lens).collect()
}

/// A share as it is printed, such as `91%`.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(String::new, |s| format!("{}%", shown_percent(s)))
}

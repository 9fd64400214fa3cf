//! What stands above the answers: who, the headline, and a figure for each dimension, area and lens.

use super::{Figure, Made, Names, Options, figure, names, rule};
use crate::assessment::{Assessment, Field, Say, moment, unsettled};
use crate::lang::{Lang, fill};
use crate::measure::plan::target_scores;
use crate::measure::{Measured, Reply, Subject, say};
use crate::rubric::{AreaIx, DimensionIx, Rubric};

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

impl Headline {
    /// Everything after the first sentence that there is something to be said about.
    pub(super) fn details(&self) -> impl Iterator<Item = &str> {
        let lines = [&self.counts, &self.unsettled].into_iter().chain(&self.otherwise);
        lines.map(String::as_str).filter(|line| !line.is_empty())
    }
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

/// Who, when, with what: the setup as far as it is filled, then the versions.
pub(super) fn facts(rubric: &Rubric, assessment: &Assessment, made: Made, options: Options, lang: Lang) -> Vec<Fact> {
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
    facts.push((words.rubric, format!("{} {}", rubric.title.get(lang), rubric.version)));
    facts.push((words.begun, moment(assessment.created)));
    facts.push((words.changed, moment(assessment.changed())));
    facts.push((words.made, fill(words.made_by, &[&moment(made.at), made.version])));
    if options.names == Names::Shown {
        facts.push((words.assessment_id, assessment.id.to_string()));
    }
    facts
}

pub(super) fn headline(
    rubric: &Rubric,
    assessment: &Assessment,
    measured: &Measured,
    replies: &[Reply],
    lang: Lang,
) -> Headline {
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

pub(super) fn groups(rubric: &Rubric, assessment: &Assessment, measured: &Measured, lang: Lang) -> Vec<Group> {
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

pub(super) fn lenses(rubric: &Rubric, measured: &Measured, lang: Lang) -> Vec<Figure> {
    let lens =
        |(lens, found): (&crate::rubric::Lens, &crate::measure::LensScore)| figure::of_lens(rubric, lens, found, lang);
    rubric.lenses.iter().zip(&measured.lenses).map(lens).collect()
}

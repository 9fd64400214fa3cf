//! A change from end to end in words: the screen, the command and the report lay these out.

use super::{change, level, moved, signed, verdict};
use crate::assessment::Assessment;
use crate::lang::{Lang, fill};
use crate::measure::say::name;
use crate::measure::trend::{AreaChange, Change, DimensionChange, Verdict};
use crate::measure::{Subject, shown, shown_percent};
use crate::rubric::{AreaIx, EPSILON, Rubric};
use crate::text::{Clean, one_line};

/// A change in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What became of the headline.
    pub headline: String,
    /// Every dimension.
    pub dimensions: Vec<ToldPart>,
    /// Below what a change counts as error.
    pub error: Option<String>,
    /// The areas whose score moved.
    pub areas: Vec<ToldPart>,
    /// Strengths won and lost, and how much of the earlier plan is gone.
    pub sentences: Vec<String>,
    /// The answers that moved.
    pub answers: Vec<ToldAnswer>,
}

/// What became of a dimension or an area.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldPart {
    /// Its name.
    pub name: String,
    /// Scores, change and what it is worth.
    pub line: String,
    /// What more there is to say: the level, how many questions moved.
    pub more: Vec<String>,
    /// What the change is worth.
    pub verdict: Option<Verdict>,
}

/// An answer that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAnswer {
    /// The id of its question.
    pub id: String,
    /// The area's name.
    pub area: String,
    /// From which value to which.
    pub change: String,
    /// The reason, as it was noted; may be empty.
    pub reason: Clean,
    /// Whether it went up.
    pub rises: bool,
}

/// The words for a change to the assessment given here.
pub fn told(of: &Change, rubric: &Rubric, assessment: &Assessment, lang: Lang) -> Told {
    let words = &lang.words().trend;
    let found = &of.found;
    let number = |l: Option<u8>| l.map_or_else(|| words.none.to_owned(), |l| l.to_string());
    let dimension = |d: &DimensionChange| {
        let more = [level(d, lang), d.scores.map(|_| moved(d, lang))];
        ToldPart {
            name: rubric.dimension(d.dimension).name.get(lang).to_string(),
            line: change(d, lang),
            more: more.into_iter().flatten().collect(),
            verdict: d.verdict,
        }
    };
    let largest = found.dimensions.iter().filter(|d| d.scores.is_some()).map(DimensionChange::sdc).fold(0.0, f64::max);
    let answer = |m: &crate::measure::trend::Moved| {
        let question = rubric.question(m.question);
        ToldAnswer {
            id: question.id.to_string(),
            area: rubric.area(question.area).name.get(lang).to_string(),
            change: fill(words.from_to, &[&shown(m.before), &shown(m.after)]),
            reason: assessment.note(&question.id).map(|n| Clean::line(&one_line(&n))).unwrap_or_default(),
            rises: m.after > m.before,
        }
    };
    Told {
        headline: fill(words.headline, &[&number(found.headline.0), &number(found.headline.1)]),
        dimensions: found.dimensions.iter().map(dimension).collect(),
        error: (largest > 0.0).then(|| fill(words.error, &[&shown(largest)])),
        areas: found.areas.iter().filter_map(|a| area(a, rubric, lang)).collect(),
        sentences: sentences(of, rubric, lang),
        answers: found.moved.iter().map(answer).collect(),
    }
}

/// An area whose score moved.
fn area(of: &AreaChange, rubric: &Rubric, lang: Lang) -> Option<ToldPart> {
    let words = &lang.words().trend;
    let (before, after) = of.scores.0.zip(of.scores.1)?;
    let change = of.change.filter(|c| c.abs() > EPSILON)?;
    let values = [&shown(before), &shown(after), &signed(change), verdict(of.verdict, lang)];
    Some(ToldPart {
        name: name(rubric, Subject::Area(of.area), lang),
        line: fill(words.change_line, &values),
        more: Vec::new(),
        verdict: of.verdict,
    })
}

fn sentences(of: &Change, rubric: &Rubric, lang: Lang) -> Vec<String> {
    let words = &lang.words().trend;
    let names = |areas: &[AreaIx]| {
        let all: Vec<String> = areas.iter().map(|a| name(rubric, Subject::Area(*a), lang)).collect();
        (!all.is_empty()).then(|| all.join(lang.words().report.comma))
    };
    let found = &of.found;
    let said = [
        (words.targets, of.to_targets.map(percent)),
        (words.progress, of.of_plan.map(percent)),
        (words.new_strengths, names(&found.new_strengths)),
        (words.lost_strengths, names(&found.lost_strengths)),
    ];
    said.iter().filter_map(|(template, what)| Some(fill(template, &[what.as_ref()?]))).collect()
}

/// A share that may lie outside of 0..1.
fn percent(share: f64) -> String {
    if share < 0.0 { format!("-{}", shown_percent(-share)) } else { shown_percent(share) }
}

//! What has changed since an earlier assessment, in words and for programs.

use serde_json::{Value, json};

use super::Report;
use super::marks::{Markdown, first};
use crate::assessment::Assessment;
use crate::lang::{Lang, fill};
use crate::measure::replies;
use crate::measure::say::trend::{Told, ToldAnswer, ToldPart, told};
use crate::measure::trend::{AreaChange, Change, DimensionChange, Moved, Side, Standing, Verdict};
use crate::rubric::{AreaIx, Rubric};
use crate::text::Clean;

/// What has changed since an earlier assessment.
pub struct TrendPart {
    /// From when to when.
    pub dates: String,
    /// The change.
    pub change: Change,
    /// The change in words.
    pub told: Told,
}

impl Report<'_> {
    /// The report with what has changed since an earlier assessment.
    #[must_use]
    pub fn since(mut self, earlier: &Standing) -> Self {
        let replies = replies(self.rubric, self.assessment);
        let now = Side { rubric: self.rubric, replies: &replies, measured: self.measured };
        let change = Change::new(earlier, now);
        let (before, after) = (earlier.changed.date(), self.assessment.changed().date());
        self.trend = Some(TrendPart {
            dates: fill(self.lang.words().trend.from_to, &[&before, &after]),
            told: told(&change, self.rubric, self.assessment, self.lang),
            change,
        });
        self
    }
}

/// The change below a heading of the second depth.
pub(super) fn markdown(md: &mut Markdown, part: &TrendPart, lang: Lang) {
    let (words, heads) = (&lang.words().trend, &lang.words().report);
    let told = &part.told;
    md.paragraph(&first(&part.dates));
    md.paragraph(&first(&told.headline));
    let row = |p: &ToldPart| [p.name.clone(), p.line.clone(), p.more.join("\n")];
    md.table([heads.dimension, heads.change, heads.remark], told.dimensions.iter().map(row));
    md.list(told.error.iter().chain(&told.sentences).map(|line| first(line)));
    if !told.answers.is_empty() {
        md.heading(3, words.answers);
        let row = |a: &ToldAnswer| [a.id.clone(), a.area.clone(), a.change.clone(), a.reason.to_string()];
        md.table([heads.id, heads.area, heads.change, heads.note], told.answers.iter().map(row));
    }
    if !told.areas.is_empty() {
        md.heading(3, heads.areas);
        md.table([heads.area, heads.change], told.areas.iter().map(|p| [p.name.clone(), p.line.clone()]));
    }
}

/// A change to an assessment, for programs: the same members in the report and from `gradus compare`.
pub fn json(change: &Change, rubric: &Rubric, assessment: &Assessment) -> Value {
    let ids = |areas: &[AreaIx]| areas.iter().map(|a| rubric.area(*a).id.to_string()).collect::<Vec<_>>();
    let dimension = |d: &DimensionChange| {
        json!({
            "id": rubric.dimension(d.dimension).id.as_str(),
            "core_share": d.share,
            "comparable": d.scores.is_some(),
            "score_before": d.scores.map(|s| s.0),
            "score_after": d.scores.map(|s| s.1),
            "change": d.change(),
            "sem": d.sem.value,
            "sem_source": "assumed",
            "sdc95": d.sdc(),
            "verdict": d.verdict.map(Verdict::as_str),
            "up": d.moved.0,
            "down": d.moved.1,
            "sign_test_p": d.p,
            "level_before": d.levels.0,
            "level_after": d.levels.1,
        })
    };
    let area = |a: &AreaChange| {
        json!({
            "id": rubric.area(a.area).id.as_str(),
            "score_before": a.scores.0, "score_after": a.scores.1,
            "change": a.change, "verdict": a.verdict.map(Verdict::as_str),
            "level_before": a.levels.0, "level_after": a.levels.1,
        })
    };
    let moved = |m: &Moved| {
        let id = &rubric.question(m.question).id;
        let note = assessment.note(id);
        json!({ "id": id.as_str(), "before": m.before, "after": m.after, "note": note.as_ref().map(Clean::as_str) })
    };
    let found = &change.found;
    json!({
        "level_before": found.headline.0,
        "level_after": found.headline.1,
        "dimensions": found.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "areas": found.areas.iter().map(area).collect::<Vec<_>>(),
        "answers_moved": found.moved.iter().map(moved).collect::<Vec<_>>(),
        "new_strengths": ids(&found.new_strengths),
        "lost_strengths": ids(&found.lost_strengths),
        "percent_to_earlier_target": change.to_targets,
        "progress_of_earlier_plan": change.of_plan,
    })
}

//! What is still to be settled, and answers that decide a level alone.

use super::answered::{Answered, Said, versions};
use super::names::is_telling;
use super::{Names, Report};
use crate::assessment::{Assessment, Say, moment};
use crate::lang::{Lang, fill};
use crate::measure::{Measured, Reply, Subject, contradictions, say, shown, shown_percent};
use crate::rubric::{QuestionIx, Rubric};

/// A list of things to be settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What they have in common.
    pub title: &'static str,
    /// Each with what it is about, a question mostly; a contradiction names its areas itself.
    pub lines: Vec<(String, String)>,
}

/// Every list that is not empty.
pub(super) fn all(
    rubric: &Rubric,
    assessment: &Assessment,
    measured: &Measured,
    answered: &[Answered],
    names: Names,
    lang: Lang,
) -> Vec<Finding> {
    let words = &lang.words().review;
    let lines = |line: &dyn Fn(&Answered) -> Option<String>| {
        answered.iter().filter_map(|a| Some((a.id.to_string(), line(a)?))).collect::<Vec<_>>()
    };
    let text_if = |test: fn(&Answered) -> bool| lines(&|a| test(a).then(|| a.text.clone()));
    let reason = |a: &Answered| match &a.said {
        Said::NotApplicable(reason) => Some(reason.to_string()),
        _ => None,
    };
    let broken = contradictions(rubric, measured).into_iter();
    let broken = broken.map(|c| (String::new(), say::contradiction(rubric, &c, lang))).collect();
    let limited = rubric.areas.iter().zip(&measured.areas).filter_map(|(area, node)| {
        let score = node.as_lowest?;
        let sentence = fill(lang.words().result.scope_limited, &[&shown_percent(node.na_share), &shown(score)]);
        Some((area.id.to_string(), sentence))
    });
    let lines_of_pad = assessment.pad().into_iter().filter(|line| line.line.question.is_none());
    let unassigned = lines_of_pad.map(|line| (moment(line.at), line.line.text.to_string()));
    let lists = [
        (words.unanswered, text_if(|a| a.said == Said::Open)),
        (words.unknown, text_if(|a| a.said == Said::Unknown)),
        (words.not_applicable, lines(&reason)),
        (lang.words().report.limited, limited.collect()),
        (words.marked, text_if(|a| a.marked)),
        (words.unsupported, text_if(|a| a.unsupported)),
        (words.conflict, disputed(rubric, assessment, names, lang)),
        (words.contradiction, broken),
        (lang.words().talk.pad_unassigned, unassigned.collect()),
    ];
    lists.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(title, lines)| Finding { title, lines }).collect()
}

/// The things that people disagree about, each with all that is said of it.
fn disputed(rubric: &Rubric, assessment: &Assessment, names: Names, lang: Lang) -> Vec<(String, String)> {
    let say = Say { rubric, lang };
    let conflicts = assessment.conflicts(rubric).into_iter();
    let told = conflicts.filter(|c| names == Names::Shown || !is_telling(c.thing));
    told.map(|c| (say.thing(c.thing), versions(&say, &c, names))).collect()
}

/// Answers that decide a level alone, in sentences.
pub(super) fn fragile(rubric: &Rubric, replies: &[Reply], measured: &Measured, lang: Lang) -> Vec<String> {
    /// More ids than this are only counted.
    const NAMED: usize = 12;
    let words = lang.words();
    let ids = |questions: &[QuestionIx]| {
        let named: Vec<&str> = questions.iter().take(NAMED).map(|q| rubric.question(*q).id.as_str()).collect();
        match questions.len() - named.len() {
            0 => named.join(" "),
            more => fill(words.why.and_more, &[&named.join(" "), &more.to_string()]),
        }
    };
    let found = crate::measure::fragile(rubric, replies, measured);
    let sentence = |f: &crate::measure::Fragile| {
        let now = match f.subject {
            Subject::Dimension(d) => measured.dimensions[d.0].level(),
            _ => measured.overall.node.level(),
        };
        let template = if now.is_some_and(|now| f.to > now) { words.report.rises } else { words.report.falls };
        fill(template, &[&say::name(rubric, f.subject, lang), &f.to.to_string(), &ids(&f.questions)])
    };
    found.iter().map(sentence).collect()
}

impl Report<'_> {
    /// The sentences about single answers that decide, or that there are none.
    pub fn fragile_or_none(&self) -> Vec<String> {
        let has_level =
            self.measured.overall.node.level().is_some() || self.groups.iter().any(|g| g.dimension.level.is_some());
        match (self.fragile.is_empty(), has_level) {
            (false, _) => self.fragile.clone(),
            (true, true) => vec![self.words().none_fragile.to_owned()],
            (true, false) => Vec::new(),
        }
    }
}

//! What is still to be settled, and answers that decide a level alone.

use super::answered::{Answered, Said};
use super::{Names, Report};
use crate::assessment::{Answer, Assessment, Confidence, Event, Thing, moment};
use crate::lang::{Lang, fill};
use crate::measure::{Measured, Reply, Subject, contradictions, say, shown, shown_percent};
use crate::rubric::{QuestionIx, Rubric};
use crate::text::Clean;

/// A list of things to be settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What they have in common.
    pub title: &'static str,
    /// Each with the id of its question; a contradiction names its areas itself.
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
        (words.conflict, lines(&|a| a.conflict.then(|| versions(rubric, assessment, a, names, lang)))),
        (words.contradiction, broken),
        (lang.words().talk.pad_unassigned, unassigned.collect()),
    ];
    lists.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(title, lines)| Finding { title, lines }).collect()
}

/// The answers that stand side by side, each with who gave it and when.
fn versions(rubric: &Rubric, assessment: &Assessment, answered: &Answered, names: Names, lang: Lang) -> String {
    let words = &lang.words().report;
    let version = |event: &Event| {
        let said = said(rubric, answered, event, lang);
        let at = format!("{} {}", event.at.date(), event.at.time());
        let by = event.author();
        if by.is_blank() || names == Names::LeftOut {
            fill(words.version, &[&said, &at])
        } else {
            fill(words.version_by, &[&said, &by, &at])
        }
    };
    let things = [Thing::Answer(answered.id.clone()), Thing::Confidence(answered.id.clone())];
    let heads = things.iter().map(|thing| assessment.ledger().heads(thing)).filter(|heads| heads.len() > 1);
    heads.flatten().map(version).collect::<Vec<_>>().join(words.comma)
}

/// What an event says about a question, in a few words.
fn said(rubric: &Rubric, answered: &Answered, event: &Event, lang: Lang) -> String {
    let words = &lang.words().report;
    if event.is.is_cleared() {
        return words.cleared.to_owned();
    }
    if matches!(event.thing, Thing::Confidence(_)) {
        let confidence = event.is.as_text().and_then(|t| Confidence::parse(&t));
        return confidence.map_or_else(String::new, |c| say::confidence(c, lang).to_owned());
    }
    let question = rubric.question(answered.question);
    match Answer::read(&event.is, rubric, question) {
        Ok(answer) => in_words(rubric, &answer, lang),
        Err(_) => Clean::line(event.is.as_json()).to_string(),
    }
}

/// An answer in a few words, with the reason why it does not apply.
pub(super) fn in_words(rubric: &Rubric, answer: &Answer, lang: Lang) -> String {
    let words = &lang.words().report;
    match answer {
        Answer::Unknown => words.unknown.to_owned(),
        Answer::NotApplicable { reason } => format!("{}{}{reason}", words.not_applicable, words.colon),
        Answer::Level { value, toward: None } => say::value(*value),
        Answer::Level { value, toward: Some(_) } => say::value(*value + answer.credit(rubric)),
    }
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

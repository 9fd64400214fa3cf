//! One question: its kind, its answers and everything that helps to give them.

use std::fmt::Display;

use crate::format::{FileAction, FileQuestion};

use super::Checked;
use super::number::{at_most, number, weight, whole};
use super::scale::rising;
use super::tree::Context;
use crate::rubric::fault::Fault;
use crate::rubric::{Action, AreaIx, Choice, Depth, EPSILON, Id, Kind, LevelRule, NaPolicy, Question};
use crate::text::Clean;

/// Most answers of one question: a scale of ten in tenths.
const MAX_CHOICES: usize = 101;

pub(super) fn read(context: &Context, question: &FileQuestion, id: Id, area: AreaIx, path: &dyn Display) -> Question {
    let (texts, faults) = (context.texts, context.faults);
    let kind = kind(context, question, path);
    if question.na_allowed && context.na_policy == NaPolicy::Deny {
        let fault = Fault::OutOfRange { found: "true".to_owned(), range: "na_policy: deny".to_owned() };
        faults.note(fault.at(format_args!("{path}.na_allowed")));
    }
    let choices = faults.or_default(choices(context, question, kind, path));
    if !choices.is_empty() {
        faults.or_default(at_most(question.actions.len(), choices.len() - 1, &format_args!("{path}.actions")));
    }
    let actions = question.actions.iter().enumerate();
    Question {
        id,
        area,
        depth: faults.or(depth(question.depth.as_deref(), &format_args!("{path}.depth")), Depth::Quick),
        kind,
        weight: faults.or(weight(question.weight, path), 1.0),
        text: faults.or_default(texts.leave(question.text, &format_args!("{path}.text"))),
        why: faults.or_default(texts.maybe_leave(question.why, &format_args!("{path}.why"))),
        choices,
        evidence: faults.or_default(texts.maybe_leave(question.evidence, &format_args!("{path}.evidence"))),
        prompt: faults.or_default(texts.maybe_leave(question.prompt, &format_args!("{path}.prompt"))),
        na_allowed: question.na_allowed,
        na_hint: faults.or_default(texts.maybe_leave(question.na_hint, &format_args!("{path}.na_hint"))),
        actions: actions.map(|(k, a)| action(context, a, &format_args!("{path}.actions[{k}]"))).collect(),
        sources: question.sources.iter().map(|source| texts.line(source)).collect(),
    }
}

/// A practice names its level; the level rule reads practices or nothing but ladders.
fn kind(context: &Context, question: &FileQuestion, path: &dyn Display) -> Kind {
    let (scale, faults) = (context.scale, context.faults);
    let kind = match question.practice_of {
        None => Kind::Ladder,
        Some(level) => {
            let level = whole(level, scale.min + 1, scale.max(), &format_args!("{path}.practice_of"));
            Kind::Practice { level: faults.or(level, scale.max()) }
        }
    };
    let reads_practices = context.level_rule.map(|rule| matches!(rule, LevelRule::Cumulative { .. }));
    if reads_practices.is_some_and(|reads| reads != matches!(kind, Kind::Practice { .. })) {
        faults.note(Fault::KindAgainstRule.at(path));
    }
    kind
}

fn action(context: &Context, action: &FileAction, path: &dyn Display) -> Action {
    let (texts, faults) = (context.texts, context.faults);
    Action {
        action: faults.or_default(texts.leave(action.action, &format_args!("{path}.do"))),
        effort: faults.or(whole(action.effort.unwrap_or(3), 1, 5, &format_args!("{path}.effort")), 3),
        indicator: faults.or_default(texts.leave(action.indicator, &format_args!("{path}.indicator"))),
    }
}

fn depth(word: Option<&str>, path: &dyn Display) -> Checked<Depth> {
    match word {
        None | Some("quick") => Ok(Depth::Quick),
        Some("full") => Ok(Depth::Full),
        Some(other) => Err(Fault::UnknownWord { found: Clean::line(other), allowed: "quick, full" }.at(path)),
    }
}

/// The answers of a question: its own anchors and values, or the rubric's practice answers.
fn choices(context: &Context, question: &FileQuestion, kind: Kind, path: &dyn Display) -> Checked<Vec<Choice>> {
    let (anchors, values) = (&question.anchors, &question.values);
    let Some(anchors) = anchors else {
        if kind == Kind::Ladder || values.is_some() || context.practice_answers.len() < 2 {
            return Err(Fault::Empty.at(format!("{path}.anchors")));
        }
        return Ok(context.practice_answers.clone());
    };
    let scale = context.scale;
    let needed = values.as_ref().map_or(scale.levels.len(), Vec::len);
    at_most(anchors.len(), MAX_CHOICES, &format_args!("{path}.anchors"))?;
    if anchors.len() != needed || needed < 2 {
        return Err(Fault::Count { found: anchors.len(), needed: needed.max(2) }.at(format!("{path}.anchors")));
    }
    let (low, high) = match kind {
        Kind::Ladder => (f64::from(scale.min), f64::from(scale.max())),
        Kind::Practice { .. } => (0.0, 1.0),
    };
    let mut choices = Vec::with_capacity(anchors.len());
    for (i, anchor) in anchors.iter().enumerate() {
        let value = match values {
            Some(values) => number(values[i], low, high, &format_args!("{path}.values[{i}]"))?,
            None => number(f64::from(scale.min) + i as f64, low, high, &format_args!("{path}.values"))?,
        };
        let text = context.texts.leave(*anchor, &format_args!("{path}.anchors[{i}]"));
        choices.push(Choice { value, text: context.faults.or_default(text) });
    }
    rising(&choices, &format_args!("{path}.values"))?;
    credits_fit(context, kind, &choices, &format_args!("{path}.values"))?;
    Ok(choices)
}

/// Credit must not carry an answer past the next one, or a better answer could lower the score.
fn credits_fit(context: &Context, kind: Kind, choices: &[Choice], path: &dyn Display) -> Checked<()> {
    let most = context.toward.last().map_or(0.0, |c| c.value);
    let is_past = |pair: &[Choice]| pair[0].value + most > pair[1].value + EPSILON;
    if kind == Kind::Ladder && choices.windows(2).any(is_past) {
        return Err(Fault::CreditPastNext.at(path));
    }
    Ok(())
}

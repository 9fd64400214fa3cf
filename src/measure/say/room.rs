//! What the votes of a room come to, in words.

use crate::assessment::Tally;
use crate::lang::{Lang, fill};
use crate::measure::Undefined;
use crate::measure::consensus::Class;
use crate::measure::room::{Advice, Outcome, Session};
use crate::rubric::Question;

/// The word for a class.
pub fn class(class: Class, lang: Lang) -> &'static str {
    let words = &lang.words().room;
    match class {
        Class::None => words.class_none,
        Class::Single => words.class_single,
        Class::Aligned => words.class_aligned,
        Class::Outlier => words.class_outlier,
        Class::Spread => words.class_spread,
        Class::Split => words.class_split,
    }
}

/// The word for what votes come to; of two votes no more is said than that they are a pair.
pub fn verdict(outcome: &Outcome, lang: Lang) -> &'static str {
    if outcome.is_pair() { lang.words().room.class_pair } else { class(outcome.class, lang) }
}

/// `1–4`, or the one level that all voted for.
pub fn range(outcome: &Outcome) -> String {
    match outcome.range() {
        None => String::new(),
        Some((low, high)) if low.to_bits() == high.to_bits() => low.to_string(),
        Some((low, high)) => format!("{low}–{high}"),
    }
}

/// Consensus from 0 to 1 in hundredths, cut; nothing for fewer than three votes.
pub fn consensus(outcome: &Outcome) -> String {
    let measured = outcome.consensus.filter(|c| c.n >= 3);
    measured.map_or_else(String::new, |c| hundredths(c.cns))
}

fn hundredths(value: f64) -> String {
    format!("{:.2}", (100.0 * value + 1e-8).floor() / 100.0)
}

/// The votes choice by choice, such as `2:1 4:3`: one for 2 and three for 4.
pub fn votes(question: &Question, tally: &Tally) -> String {
    let voted = question.choices.iter().zip(&tally.counts).filter(|(_, count)| **count > 0);
    voted.map(|(choice, count)| format!("{}:{count}", choice.value)).collect::<Vec<_>>().join(" ")
}

/// What the facilitator does next, in a sentence.
pub fn advice(outcome: &Outcome, lang: Lang) -> String {
    let words = &lang.words().room;
    let sentence = match outcome.advice() {
        Advice::Vote => words.advice_vote,
        Advice::Record => words.advice_record,
        Advice::HearOutlier => words.advice_outlier,
        Advice::HearBoth => words.advice_spread,
        Advice::Clarify => words.advice_split,
        Advice::Decide => words.advice_decide,
    };
    let [low, middle, high] = outcome.values.unwrap_or_default().map(|v| v.to_string());
    let first = outcome.distant().map_or_else(|| high.clone(), |v| v.to_string());
    fill(sentence, &[&middle, &low, &high, &first])
}

/// How much the room agrees over all questions, in a sentence.
pub fn alpha(session: &Session, lang: Lang) -> String {
    let words = &lang.words().room;
    match &session.alpha {
        Ok(alpha) => fill(words.alpha, &[&hundredths(alpha.value), &alpha.units.to_string()]),
        Err(Undefined::NoPairs) => words.alpha_no_pairs.to_owned(),
        Err(_) => words.alpha_no_variation.to_owned(),
    }
}

/// How many questions came out as which class, in a sentence.
pub fn classes(session: &Session, lang: Lang) -> String {
    let words = &lang.words().room;
    let classes = [Class::Aligned, Class::Outlier, Class::Spread, Class::Split];
    let counted = classes.map(|c| format!("{} {}", class(c, lang), session.count(c)));
    fill(words.classes, &[&session.outcomes.len().to_string(), &counted.join(words.comma)])
}

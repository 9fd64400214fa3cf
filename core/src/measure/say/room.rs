//! What the votes of a room come to, in words.

use crate::assessment::{Agreement, Rater, Table, Tally, method};
use crate::lang::{Lang, fill};
use crate::measure::Undefined;
use crate::measure::consensus::Class;
use crate::measure::room::{Advice, Dissent, Outcome, Session, by_role, needs_note};
use crate::rubric::Question;
use crate::text::one_line;

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

/// How many questions came out as which class, in a sentence; on how many of them too few voted for the class to say much.
pub fn classes(session: &Session, lang: Lang) -> String {
    let words = &lang.words().room;
    let classes = [Class::Aligned, Class::Outlier, Class::Spread, Class::Split];
    let counted = classes.map(|c| format!("{} {}", class(c, lang), session.count(c)));
    let all = fill(words.classes, &[&session.outcomes.len().to_string(), &counted.join(words.comma)]);
    let few = session.outcomes.iter().filter(|(_, outcome)| outcome.tally.levels() < 3).count();
    if few == 0 { all } else { fill(words.too_few, &[&all, &few.to_string()]) }
}

/// `round 2`, `5 votes`, `1 doesn't know`, `range 1–4`, `low median 3`.
pub fn counted(outcome: &Outcome, lang: Lang) -> Vec<String> {
    let words = &lang.words().room;
    let mut parts = vec![
        fill(words.round, &[&outcome.round.to_string()]),
        fill(words.votes, &[&outcome.tally.levels().to_string()]),
    ];
    let others = [(outcome.tally.unknown, words.unknown), (outcome.tally.not_applicable, words.na)];
    parts.extend(others.iter().filter(|(n, _)| *n > 0).map(|(n, word)| fill(word, &[&n.to_string()])));
    if let Some(low_median) = outcome.low_median() {
        parts.push(fill(words.range, &[&range(outcome)]));
        // Of a pair no more is said than how far it is apart.
        parts.extend((!outcome.is_pair()).then(|| fill(words.low_median_is, &[&low_median.to_string()])));
    }
    parts
}

/// The class, the consensus, and whether the votes hardly moved.
pub fn judged(outcome: &Outcome, lang: Lang) -> Vec<String> {
    let words = &lang.words().room;
    let consensus = consensus(outcome);
    let mut parts = vec![verdict(outcome, lang).to_owned()];
    parts.extend((!consensus.is_empty()).then(|| fill(words.consensus_is, &[&consensus])));
    parts.extend(outcome.is_stable.then(|| words.stable.to_owned()));
    parts
}

/// What was agreed on and how; then why, or that a reason is missing.
pub fn agreed(agreement: &Agreement, outcome: Option<&Outcome>, lang: Lang) -> Vec<String> {
    let words = &lang.words().room;
    let by = method(agreement.method(), lang);
    let said = agreement.level().map_or_else(|| by.to_owned(), |l| fill(words.agreed_by, &[&l.to_string(), by]));
    let mut parts = vec![fill(words.agreed, &[&said])];
    if !agreement.note().is_blank() {
        parts.push(one_line(agreement.note()).into_owned());
    } else if needs_note(agreement, outcome) {
        parts.push(words.note_missing.to_owned());
    }
    parts
}

/// How the votes differ from what was agreed on, if that is to be recorded.
pub fn dissent(question: &Question, table: &Table, outcome: &Outcome, lang: Lang) -> Option<String> {
    let level = table.agreed.as_ref()?.level()?;
    let dissent = Dissent::of(question, &outcome.tally, level);
    let others = (dissent.others * f64::from(outcome.tally.levels())).round() as u32;
    let values = [others.to_string(), dissent.apart.to_string()];
    dissent.is_present().then(|| fill(lang.words().room.dissent, &[&values[0], &values[1]]))
}

/// The votes of each role, where nobody is found out by it.
pub fn roles(question: &Question, table: &Table, raters: &[Rater], lang: Lang) -> Vec<String> {
    let words = &lang.words().room;
    let Some((_, round)) = table.last_seen() else { return Vec::new() };
    let line = |(role, tally): &(crate::text::Clean, Tally)| {
        let role = if role.is_blank() { words.no_role } else { role.as_str() };
        fill(words.of_role, &[role, &votes(question, tally)])
    };
    by_role(question, round, raters).iter().map(line).collect()
}

//! Numbers about a rubric in words: what they mean, and what to do with a question.

use crate::lang::{Lang, ReliabilityWords, fill};
use crate::measure::reliability::{
    Agreement, Estimate, Flag, Interval, OfDimension, OfQuestion, QUESTIONS, Repeated, Rooms, Standing, Verdict,
};
use crate::measure::{Undefined, shown_answer, shown_percent};
use crate::rubric::{Construct, Kind, Question, Rubric};

/// A coefficient as it is shown: two digits, rounded.
pub fn coefficient(value: f64) -> String {
    // Adding 0 makes a zero of a negative one.
    format!("{:.2}", (value * 100.0).round() / 100.0 + 0.0)
}

/// Why there is no number.
pub const fn reason(why: Undefined, w: &ReliabilityWords) -> &'static str {
    match why {
        Undefined::NoPairs => w.no_pairs,
        Undefined::NoVariation => w.no_variation,
        Undefined::TooFewColumns => w.too_few_columns,
        Undefined::TooFewRows => w.too_few_rows,
        Undefined::NoVariance => w.no_variance,
        Undefined::InconsistentPairs => w.inconsistent_pairs,
        Undefined::UndefinedReplicates => w.undefined_replicates,
    }
}

/// What the alpha of a dimension means, and how far it may be relied on.
pub fn of_dimension(found: &OfDimension, rubric: &Rubric, lang: Lang) -> Vec<String> {
    of_dimensions(std::slice::from_ref(found), rubric, lang)
}

/// The same of several, what holds of many once.
pub fn of_dimensions(all: &[OfDimension], rubric: &Rubric, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let mut said: Vec<(Meaning, Vec<String>)> = Vec::new();
    for found in all {
        let dimension = rubric.dimension(found.dimension);
        let name = format!("{} {}", dimension.id, dimension.name.get(lang));
        for meaning in meanings(found, dimension.construct, &words.reliability) {
            match said.iter_mut().find(|(known, _)| *known == meaning) {
                Some((_, names)) => names.push(name.clone()),
                None => said.push((meaning, vec![name.clone()])),
            }
        }
    }
    let sentence =
        |((template, why), names): &(Meaning, Vec<String>)| fill(template, &[&names.join(words.report.comma), why]);
    said.iter().map(sentence).collect()
}

/// A sentence about dimensions, and why there is no number; empty where there is one.
type Meaning = (&'static str, &'static str);

fn meanings(found: &OfDimension, construct: Option<Construct>, w: &'static ReliabilityWords) -> Vec<Meaning> {
    if let Err(why) = found.alpha.value {
        return vec![(w.undefined, reason(why, w))];
    }
    let meaning = match (found.verdict, construct) {
        (Some(Verdict::Opposed), _) => w.opposed,
        (Some(Verdict::Weak), _) => w.weak,
        (Some(Verdict::Doubtful), _) => w.doubtful,
        (Some(Verdict::Fit), _) => w.fit,
        (Some(Verdict::Redundant), _) => w.redundant,
        (None, Some(Construct::Formative)) => w.is_formative,
        (None, _) => w.is_undeclared,
    };
    let indicative = (found.standing == Standing::Indicative).then_some(w.indicative);
    std::iter::once(meaning).chain(indicative).map(|sentence| (sentence, "")).collect()
}

/// A value with its interval; `-` where it has none.
pub fn with_interval(
    value: Result<f64, Undefined>,
    interval: Result<Interval, Undefined>,
    w: &ReliabilityWords,
) -> String {
    match (value, interval) {
        (Err(_), _) => "-".to_owned(),
        (Ok(value), Err(_)) => coefficient(value),
        (Ok(value), Ok(between)) => {
            fill(w.interval, &[&coefficient(value), &coefficient(between.low), &coefficient(between.high)])
        }
    }
}

/// The same of an estimate.
pub fn estimate(found: &Estimate, w: &ReliabilityWords) -> String {
    with_interval(found.value, found.interval, w)
}

/// Alpha of a dimension with its interval, and over how many organisations it was taken.
pub fn numbers(found: &OfDimension, lang: Lang) -> String {
    let w = &lang.words().reliability;
    fill(w.screen_alpha, &[&estimate(&found.alpha, w), &found.rows.to_string()])
}

/// What to do with all questions, or that there is nothing to do.
pub fn advice(dimensions: &[OfDimension], rubric: &Rubric, lang: Lang) -> Vec<String> {
    let mut advice = of_questions(dimensions, rubric, lang);
    if advice.is_empty() {
        let w = &lang.words().reliability;
        let answers = dimensions.iter().flat_map(|d| &d.questions).map(|q| q.tally.rated()).max().unwrap_or(0);
        let is_known = QUESTIONS.of(answers) > Standing::TooFew;
        let few = || fill(w.few_for_advice, &[&QUESTIONS.stated.to_string()]);
        advice.push(if is_known { w.all_well.to_owned() } else { few() });
    }
    advice
}

/// How far the people in workshops agree, and what that means.
pub fn of_rooms(found: &Rooms, lang: Lang) -> Vec<String> {
    let w = &lang.words().reliability;
    let counts = [found.rooms, found.units, found.votes].map(|n| n.to_string());
    let [rooms, units, votes] = counts.each_ref().map(String::as_str);
    match found.alpha {
        Err(_) if found.units == 0 => vec![w.rooms_none.to_owned()],
        Err(_) if found.standing == Standing::TooFew => vec![fill(w.rooms_few, &[units, votes])],
        Err(why) => vec![fill(w.rooms_undefined, &[reason(why, w)])],
        Ok(alpha) => {
            let meaning = match Agreement::of(alpha) {
                Agreement::Reliable => w.rooms_reliable,
                Agreement::Tentative => w.rooms_tentative,
                Agreement::Poor => w.rooms_poor,
            };
            let value = with_interval(found.alpha, found.interval, w);
            let mut said = vec![fill(w.rooms_alpha, &[&value, rooms, units, votes]), meaning.to_owned()];
            said.extend((found.standing == Standing::Indicative).then(|| w.rooms_indicative.to_owned()));
            said
        }
    }
}

/// How far a score repeats itself, dimension by dimension.
pub fn of_repeated(repeated: &[Repeated], rubric: &Rubric, lang: Lang) -> Vec<String> {
    let w = &lang.words().reliability;
    if repeated.iter().all(|found| found.n == 0) {
        return vec![w.never_twice.to_owned()];
    }
    let mut said: Vec<String> = Vec::new();
    for (dimension, found) in rubric.dimensions.iter().zip(repeated) {
        let name = format!("{} {}", dimension.id, dimension.name.get(lang));
        let number = |x: Option<f64>| x.map_or_else(|| "-".to_owned(), coefficient);
        said.push(match found.icc {
            _ if found.standing == Standing::TooFew => fill(w.too_few_twice, &[&name, &found.n.to_string()]),
            Err(why) => fill(w.undefined, &[&name, reason(why, w)]),
            Ok(_) => {
                let icc = with_interval(found.icc, found.interval, w);
                fill(w.twice, &[&name, &icc, &number(found.sdc), &found.n.to_string()])
            }
        });
    }
    if repeated.iter().any(|found| found.standing > Standing::TooFew) {
        said.push(w.twice_hint.to_owned());
    }
    said
}

/// What to do with all questions. A choice that nobody takes is told once for all questions that have it.
fn of_questions(dimensions: &[OfDimension], rubric: &Rubric, lang: Lang) -> Vec<String> {
    let w = &lang.words().reliability;
    let mut sentences = Vec::new();
    let mut unused: Vec<(String, Vec<&str>)> = Vec::new();
    for found in dimensions.iter().flat_map(|d| &d.questions) {
        let question = rubric.question(found.question);
        for (flag, sentence) in found.flags.iter().zip(of_question(found, rubric, lang)) {
            let Flag::Unused(place) = *flag else {
                sentences.push(sentence);
                continue;
            };
            let choice = choice(rubric, question, place, lang);
            match unused.iter_mut().find(|(known, _)| *known == choice) {
                Some((_, ids)) => ids.push(question.id.as_str()),
                None => unused.push((choice, vec![question.id.as_str()])),
            }
        }
    }
    let comma = lang.words().report.comma;
    let asked = dimensions.iter().map(|d| d.questions.len()).sum::<usize>();
    let named = |ids: &[&str]| match ids.len() {
        n if n == asked && n > 1 => fill(w.all_questions, &[&n.to_string()]),
        _ => ids.join(comma),
    };
    sentences.extend(unused.iter().map(|(choice, ids)| fill(w.unused, &[&named(ids), choice])));
    sentences
}

/// What to do with a question, one sentence for each thing that is odd.
pub fn of_question(found: &OfQuestion, rubric: &Rubric, lang: Lang) -> Vec<String> {
    let w = &lang.words().reliability;
    let question = rubric.question(found.question);
    let id = question.id.as_str();
    let percent = |share: f64| format!("{}%", shown_percent(share));
    let rated = found.tally.rated().max(1) as f64;
    let sentence = |flag: &Flag| match *flag {
        Flag::Constant => {
            let place = found.tally.choices.iter().position(|n| *n > 0).unwrap_or(0);
            fill(w.constant, &[id, &choice(rubric, question, place, lang)])
        }
        Flag::Narrow(place) => {
            let share = found.tally.choices[place] as f64 / rated;
            fill(w.narrow, &[id, &choice(rubric, question, place, lang), &percent(share)])
        }
        Flag::Unused(place) => fill(w.unused, &[id, &choice(rubric, question, place, lang)]),
        Flag::OftenUnknown(share) => fill(w.often_unknown, &[id, &percent(share)]),
        Flag::OftenNotApplicable(share) => fill(w.often_na, &[id, &percent(share)]),
        Flag::LowItemRest(r) => fill(w.low_item_rest, &[id, &coefficient(r)]),
        Flag::Wording(r) => fill(w.wording, &[id, &coefficient(r)]),
    };
    found.flags.iter().map(sentence).collect()
}

/// An answer by its value and, for a level, its name.
fn choice(rubric: &Rubric, question: &Question, place: usize, lang: Lang) -> String {
    let Some(choice) = question.choices.get(place) else { return String::new() };
    let value = shown_answer(question, choice.value);
    match question.kind {
        // A ladder's values are levels of the scale.
        Kind::Ladder => {
            let level = choice.value as u8;
            rubric.scale.name(level).map_or(value, |name| format!("{level} {}", name.name.get(lang)))
        }
        Kind::Practice { .. } => format!("{value} {}", choice.text.get(lang)),
    }
}

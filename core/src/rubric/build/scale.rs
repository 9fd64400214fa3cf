//! The scale and what is named beside it: credits, practice answers, lenses, balance.

use std::fmt::Display;

use crate::format::{ById, File, FileBalance, FileLens, FilePracticeAnswer};

use super::entry::Entry;
use super::number::{at_most, number, part, share, whole};
use super::text::{Seen, Texts, id};
use super::{Checked, Faults};
use crate::rubric::fault::Fault;
use crate::rubric::{Balance, Choice, Credit, EPSILON, Lens, LevelName, Scale};

const MAX_LEVELS: usize = 20;

/// Nothing else can be read without a scale, so its values are right or refused.
pub(super) fn scale(texts: &Texts, file: &File, faults: &Faults) -> Checked<Scale> {
    let levels = &file.scale.levels;
    at_most(levels.len(), MAX_LEVELS, &"scale.levels")?;
    if levels.len() < 2 {
        return Err(Fault::Count { found: levels.len(), needed: 2 }.at("scale.levels"));
    }
    let min = whole(levels[0].value, 0, 100, &"scale.levels[0].value")?;
    let mut names = Vec::with_capacity(levels.len());
    for ((i, entry), value) in levels.iter().enumerate().zip(i64::from(min)..) {
        let path = format!("scale.levels[{i}]");
        if entry.value != value {
            return Err(Fault::NotRising.at(format!("{path}.value")));
        }
        names.push(LevelName {
            name: faults.or_default(texts.read(entry.name, &format_args!("{path}.name"))),
            asks: faults.or_default(texts.maybe(entry.asks, &format_args!("{path}.asks"))),
            summary: faults.or_default(texts.read(entry.summary, &format_args!("{path}.summary"))),
        });
    }
    Ok(Scale { min, levels: names })
}

pub(super) fn toward(credits: &ById<f64>) -> Checked<Vec<Credit>> {
    let mut read = Vec::with_capacity(credits.0.len());
    for (name, value) in &credits.0 {
        let path = format!("toward.{name}");
        read.push(Credit { id: id(name, &path)?, value: part(*value, &path)? });
    }
    if read.windows(2).any(|pair| pair[0].value >= pair[1].value) {
        return Err(Fault::NotRising.at("toward"));
    }
    Ok(read)
}

pub(super) fn practice_answers(texts: &Texts, answers: &[FilePracticeAnswer]) -> Checked<Vec<Choice>> {
    let read = |(i, answer): (usize, &FilePracticeAnswer)| {
        let path = Entry::of("practice_answers", i);
        Ok(Choice {
            value: share(answer.value, &format_args!("{path}.value"))?,
            text: texts.read(answer.name, &format_args!("{path}.name"))?,
        })
    };
    let answers: Vec<Choice> = answers.iter().enumerate().map(read).collect::<Checked<_>>()?;
    rising(&answers, &"practice_answers")?;
    Ok(answers)
}

pub(super) fn rising(choices: &[Choice], path: &dyn Display) -> Checked<()> {
    if choices.windows(2).any(|pair| pair[0].value + EPSILON >= pair[1].value) {
        return Err(Fault::NotRising.at(path));
    }
    Ok(())
}

pub(super) fn lenses(texts: &Texts, lenses: &[FileLens], faults: &Faults) -> Vec<Lens> {
    let mut seen = Seen::default();
    let read = |(i, lens): (usize, &FileLens)| {
        let path = Entry::of("lenses", i);
        Lens {
            id: faults.or_nameless(seen.fresh(&lens.id, path)),
            name: faults.or_default(texts.read(lens.name, &format_args!("{path}.name"))),
            asks: faults.or_default(texts.maybe(lens.asks, &format_args!("{path}.asks"))),
            indicator: faults.or_default(texts.maybe(lens.indicator, &format_args!("{path}.indicator"))),
        }
    };
    lenses.iter().enumerate().map(read).collect()
}

pub(super) fn balance(edges: Option<&FileBalance>) -> Checked<Option<Balance>> {
    let Some(edges) = edges else { return Ok(None) };
    let balanced = number(edges.balanced, 0.0, 100.0, &"balance.balanced")?;
    let uneven = number(edges.uneven, balanced, 100.0, &"balance.uneven")?;
    Ok(Some(Balance { balanced, uneven }))
}

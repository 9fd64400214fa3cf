//! A larger shift in a paragraph: where one stands, what is needed first, what waits for it.

use crate::lang::{Lang, fill};
use crate::measure::Measured;
use crate::measure::plan::planned_level;
use crate::rubric::{AreaIx, Prerequisite, Rubric, Spotlight};

/// A shift with its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The area that tells how far it is.
    pub area: AreaIx,
    /// What the shift is.
    pub title: String,
    /// Where one stands in it.
    pub paragraph: String,
}

/// The shifts that the rubric tells of, as far as their areas have a level.
pub fn shifts(rubric: &Rubric, measured: &Measured, lang: Lang) -> Vec<Shift> {
    rubric.spotlights.iter().filter_map(|s| shift(s, rubric, measured, lang)).collect()
}

fn shift(of: &Spotlight, rubric: &Rubric, measured: &Measured, lang: Lang) -> Option<Shift> {
    let words = &lang.words().result;
    let level = |area: AreaIx| planned_level(measured, area);
    let now = level(of.area)?;
    let mut sentences = vec![of.stage(now)?.get(lang).to_string()];
    // Prerequisites at the next level of either side, of which one is not met.
    let next = |p: &&Prerequisite| level(p.needs).is_some_and(|there| there < p.needs_level);
    let needs = rubric.prerequisites.iter().filter(|p| p.area == of.area && p.level == now + 1).filter(next);
    let named = |area: AreaIx, to: u8, is: u8| {
        let (area, numbers) = (rubric.area(area), [to.to_string(), is.to_string()]);
        fill(words.shift_level, &[area.id.as_str(), area.name.get(lang), &numbers[0], &numbers[1]])
    };
    let needs = needs.filter_map(|p| Some(named(p.needs, p.needs_level, level(p.needs)?)));
    let waits = rubric.prerequisites.iter().filter(|p| p.needs == of.area && p.needs_level == now + 1);
    let waits = waits.filter_map(|p| Some(named(p.area, p.level, level(p.area).filter(|is| *is < p.level)?)));
    for (template, list) in [(words.shift_needs, needs.collect()), (words.shift_waits, waits.collect::<Vec<_>>())] {
        let list: Vec<String> = list;
        if !list.is_empty() {
            sentences.push(fill(template, &[&list.join(lang.words().report.comma)]));
        }
    }
    Some(Shift { area: of.area, title: of.title.get(lang).to_string(), paragraph: lang.joined(&sentences) })
}

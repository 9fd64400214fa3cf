//! Numbers in words: the same sentences on screen, in lines and in reports.

pub mod peers;
pub mod plan;
pub mod reliability;
pub mod room;
mod said;
mod spotlight;
pub mod trend;

pub use crate::assessment::{confidence, credit, evidence_kind};
pub use said::{contradiction, value};
pub use spotlight::{Shift, shifts};

use super::{
    BalanceWord, CapKind, Fragility, Lacking, Measured, Node, Raise, Reason, Status, Subject, cut, shown, shown_percent,
};
use crate::lang::{Lang, fill};
use crate::rubric::{EPSILON, NaPolicy, QuestionIx, Rubric};

/// The headline, and the reason for it; the second may be empty.
pub fn headline(rubric: &Rubric, measured: &Measured, lang: Lang) -> (String, String) {
    let words = &lang.words().result;
    let overall = &measured.overall;
    let node = &overall.node;
    let first = match (node.level(), node.score(), node.levels) {
        (Some(level), Some(score), _) => {
            fill(words.headline, &[&level.to_string(), level_name(rubric, level, lang), &shown(score)])
        }
        (None, Some(score), Some(levels)) if node.status == Status::Range => {
            fill(words.headline_range, &[&levels.low.to_string(), &levels.high.to_string(), &shown(score)])
        }
        (None, Some(score), _) if node.status == Status::Provisional => {
            fill(words.headline_provisional, &[&shown(score)])
        }
        (None, Some(score), _) => fill(words.headline_none, &[&shown(score)]),
        _ => status(node.status, lang).to_owned(),
    };
    let reason = match (overall.caps.first(), overall.uncapped) {
        (Some(cap), Some(uncapped)) if node.score().is_some() => {
            let values = [
                uncapped.low.to_string(),
                name(rubric, of_cap(cap.kind), lang),
                cap.level.to_string(),
                cap.limit.to_string(),
            ];
            fill(words.capped, &values.each_ref().map(String::as_str))
        }
        _ if node.status.has_level() && rubric.overall_rule.is_some() => words.not_capped.to_owned(),
        _ if matches!(node.status, Status::Range | Status::Provisional) => status(node.status, lang).to_owned(),
        _ => String::new(),
    };
    (first, reason)
}

/// The claimed score beside the supported one, and what of it nobody checked; both as they are shown, so
/// that the difference is that of the numbers beside it. `None` where one of the two has no score.
pub fn supported(claimed: &Node, supported: &Node, lang: Lang) -> Option<String> {
    let (claimed, supported) = (cut(claimed.score()?), cut(supported.score()?));
    let unsupported = format!("{:.1}", claimed - supported);
    Some(fill(lang.words().result.supported, &[&shown(claimed), &shown(supported), &unsupported]))
}

/// What a status means.
pub fn status(status: Status, lang: Lang) -> &'static str {
    let words = &lang.words().result;
    match status {
        Status::NotApplicable => words.status_not_applicable,
        Status::Insufficient => words.status_insufficient,
        Status::Provisional => words.status_provisional,
        Status::Final => words.status_final,
        Status::Determined => words.status_determined,
        Status::Range => words.status_range,
    }
}

/// The balance index and what it means.
pub fn balance(rubric: &Rubric, index: f64, lang: Lang) -> String {
    let words = &lang.words().result;
    let Some(edges) = rubric.balance else { return fill(words.spread, &[&shown(index)]) };
    let word = match BalanceWord::of(index, &edges) {
        BalanceWord::Balanced => words.balanced,
        BalanceWord::Uneven => words.uneven,
        BalanceWord::Unbalanced => words.unbalanced,
    };
    fill(words.balance, &[&shown(index), word])
}

/// The score of a node, or the mark that there is none; what does not apply has a mark of its own.
pub fn score(node: &Node, lang: Lang) -> String {
    let words = &lang.words().result;
    let blank = if node.status == Status::NotApplicable { words.not_applicable } else { words.no_score };
    node.score().map_or_else(|| blank.to_owned(), shown)
}

/// The level of a node with its name, the levels that are still possible, or nothing.
pub fn level(rubric: &Rubric, node: &Node, lang: Lang) -> String {
    match (node.level(), node.levels) {
        (Some(level), _) => format!("{level} {}", level_name(rubric, level, lang)),
        (None, Some(levels)) if node.score().is_some() => format!("{}-{}", levels.low, levels.high),
        _ => String::new(),
    }
}

fn level_name(rubric: &Rubric, level: u8, lang: Lang) -> &str {
    rubric.scale.name(level).map_or("", |l| l.name.get(lang))
}

/// The full name of what a number is about.
pub fn name(rubric: &Rubric, subject: Subject, lang: Lang) -> String {
    match subject {
        Subject::Overall => lang.words().why.overall.to_owned(),
        Subject::Dimension(d) => rubric.dimension(d).name.get(lang).to_string(),
        Subject::Area(a) => format!("{} {}", rubric.area(a).id, rubric.area(a).name.get(lang)),
        Subject::Question(q) => rubric.question(q).id.to_string(),
        Subject::Lens(l) => rubric.lenses[l].name.get(lang).to_string(),
    }
}

fn of_cap(kind: CapKind) -> Subject {
    match kind {
        CapKind::Dimension(d) => Subject::Dimension(d),
        CapKind::Area(a) => Subject::Area(a),
    }
}

/// One step of the arithmetic as a sentence.
pub fn reason(rubric: &Rubric, reason: &Reason, lang: Lang) -> String {
    let words = &lang.words().why;
    match reason {
        Reason::Mean { score } => fill(words.mean, &[&shown(*score), &format!("{score:.4}")]),
        Reason::Coverage { completeness, status: of } => {
            fill(words.coverage, &[&shown_percent(*completeness), status(*of, lang)])
        }
        Reason::LensCoverage { completeness } => fill(words.lens_coverage, &[&shown_percent(*completeness)]),
        Reason::Bounds { score, level: None } => fill(words.bounds_score, &[&shown(score.low), &shown(score.high)]),
        Reason::Bounds { score, level: Some(level) } => {
            let values = [shown(score.low), shown(score.high), level.low.to_string(), level.high.to_string()];
            let template = if level.low == level.high { words.bounds_one_level } else { words.bounds };
            fill(template, &values.each_ref().map(String::as_str))
        }
        Reason::Band { level, from, next, .. } => {
            let level_now = level.to_string();
            let here = match from {
                Some(from) => fill(words.band_from, &[&level_now, &shown(*from)]),
                None => fill(words.band_lowest, &[&level_now]),
            };
            match next {
                Some(next) => fill(words.band_next, &[&here, &(level + 1).to_string(), &shown(*next)]),
                None => fill(words.band_top, &[&here]),
            }
        }
        Reason::Next(lacking) => lacks(rubric, lacking, lang),
        Reason::Lowest { value, level } => fill(words.lowest, &[&shown(*value), &level.to_string()]),
        Reason::Capped { cap, uncapped } => {
            let template = match cap.kind {
                CapKind::Dimension(_) => words.capped_by_dimension,
                CapKind::Area(_) => words.capped_by_area,
            };
            let values = [
                uncapped.to_string(),
                name(rubric, of_cap(cap.kind), lang),
                cap.level.to_string(),
                cap.limit.to_string(),
            ];
            fill(template, &values.each_ref().map(String::as_str))
        }
        Reason::Fragile(found) => fragility(rubric, found, lang),
        Reason::OneWay { target, raises } => one_way(rubric, *target, raises, lang),
        Reason::UnderPolicy { policy, score, level } => {
            let template = if *policy == NaPolicy::AsLowest { words.as_lowest } else { words.as_excluded };
            let open = lang.words().home.no_level;
            let level = level.map_or_else(|| open.to_owned(), |l| l.to_string());
            fill(template, &[&score.map_or_else(|| open.to_owned(), shown), &level])
        }
    }
}

/// Which single answers decide about the level; the second sentence only where both do.
pub fn fragility(rubric: &Rubric, found: &Fragility, lang: Lang) -> String {
    let words = &lang.words().why;
    let sentences = [(words.fragile_up, &found.up), (words.fragile_down, &found.down)];
    let said = sentences.iter().filter(|(_, list)| !list.is_empty());
    lang.joined(&said.map(|(template, list)| fill(template, &[&ids(rubric, list, lang)])).collect::<Vec<_>>())
}

/// Answers that together would bring the next level.
pub fn one_way(rubric: &Rubric, target: u8, raises: &[Raise], lang: Lang) -> String {
    let words = &lang.words().why;
    let said = |r: &Raise| fill(words.raise, &[rubric.question(r.question).id.as_str(), &number(r.to)]);
    let named: Vec<String> = raises.iter().take(NAMED).map(said).collect();
    let named = named.join(if lang == Lang::Zh { "、" } else { ", " });
    let way = match raises.len().saturating_sub(NAMED) {
        0 => named,
        more => fill(words.and_more, &[&named, &more.to_string()]),
    };
    fill(words.one_way, &[&target.to_string(), &way])
}

/// The value of a choice: whole where it is.
fn number(value: f64) -> String {
    if value.fract().abs() < EPSILON { format!("{value:.0}") } else { format!("{value}") }
}

/// More ids than this are only counted.
const NAMED: usize = 8;

/// The ids of questions; of many the first ones and how many more.
fn ids(rubric: &Rubric, questions: &[QuestionIx], lang: Lang) -> String {
    let named: Vec<&str> = questions.iter().take(NAMED).map(|q| rubric.question(*q).id.as_str()).collect();
    match questions.len() - named.len() {
        0 => named.join(" "),
        more => fill(lang.words().why.and_more, &[&named.join(" "), &more.to_string()]),
    }
}

/// What the next level asks for.
fn lacks(rubric: &Rubric, lacking: &Lacking, lang: Lang) -> String {
    let words = &lang.words().why;
    let target = lacking.target.to_string();
    let ids = |questions: &[QuestionIx]| ids(rubric, questions, lang);
    let mut parts = Vec::new();
    if let Some((now, needed)) = lacking.mean {
        parts.push(fill(words.lacks_mean, &[&target, &shown(needed), &shown(now)]));
    }
    if let Some((now, needed)) = lacking.share {
        parts.push(fill(words.lacks_share, &[&target, &shown_percent(needed), &shown_percent(now)]));
    }
    if !lacking.below_floor.is_empty() {
        parts.push(fill(words.lacks_floor, &[&ids(&lacking.below_floor)]));
    }
    if !lacking.below_target.is_empty() {
        parts.push(fill(words.lacks_below, &[&target, &ids(&lacking.below_target)]));
    }
    lang.joined(&parts)
}

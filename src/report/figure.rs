//! One number with everything that is printed beside it.

use crate::lang::Lang;
use crate::measure::{LensScore, Node, Status, Subject, say, shown};
use crate::rubric::{Kind, Lens, QuestionIx, Rubric};

/// A number of a report: of the whole, a dimension, an area or a lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The id in the rubric; empty for the whole and for a lens, which is known by its name.
    pub id: String,
    /// The name without the id.
    pub name: String,
    /// The score, in full precision.
    pub score: Option<f64>,
    /// The score as it is printed, or the mark that there is none.
    pub score_text: String,
    /// The level, if one is stated.
    pub level: Option<u8>,
    /// The level with its name, or the levels that are possible.
    pub level_text: String,
    /// How much is answered, 0..=1.
    pub coverage: Option<f64>,
    /// The same in percent.
    pub coverage_text: String,
    /// Lowest and highest score, while open answers leave a range.
    pub range: Option<(f64, f64)>,
    /// The score as a part (0..=1) of the scale.
    pub part: Option<f64>,
    /// Step of the level colours, 0 (lowest) to 5 (highest).
    pub shade: Option<u8>,
    /// The score at which it is to arrive; of dimensions only.
    pub target: Option<f64>,
    /// Where it stands among others, in a few columns; empty where that is not told.
    pub place: String,
    /// What a lens asks; empty otherwise.
    pub asks: String,
    /// What would prove that it is answered; empty otherwise.
    pub proof: String,
}

/// Steps of the level colours above the lowest.
const SHADES: f64 = 5.0;

/// The numbers of a node in words.
pub(super) fn of(rubric: &Rubric, node: &Node, subject: Subject, lang: Lang) -> Figure {
    let (id, name) = match subject {
        Subject::Dimension(d) => (rubric.dimension(d).id.to_string(), rubric.dimension(d).name.get(lang).to_string()),
        Subject::Area(a) => (rubric.area(a).id.to_string(), rubric.area(a).name.get(lang).to_string()),
        _ => (String::new(), say::name(rubric, subject, lang)),
    };
    let score = node.score();
    let range = node.bounds.filter(|_| score.is_some() && node.status != Status::Final);
    Figure {
        id,
        name,
        score,
        score_text: say::score(node, lang),
        level: node.level(),
        level_text: say::level(rubric, node, lang),
        coverage: node.completeness,
        coverage_text: super::percent(node.completeness),
        range: range.map(|r| (r.low, r.high)),
        part: score.map(|s| rubric.scale.part(s)),
        shade: score.map(|s| shade(rubric, node.level(), s)),
        target: None,
        place: String::new(),
        asks: String::new(),
        proof: String::new(),
    }
}

/// The numbers of a lens in words.
pub(super) fn of_lens(rubric: &Rubric, lens: &Lens, found: &LensScore, lang: Lang) -> Figure {
    let score = found.score;
    Figure {
        id: String::new(),
        name: lens.name.get(lang).to_string(),
        score,
        score_text: score.map_or_else(|| lang.words().result.no_score.to_owned(), shown),
        level: None,
        level_text: String::new(),
        coverage: found.coverage,
        coverage_text: super::percent(found.coverage),
        range: None,
        part: score.map(|s| rubric.scale.part(s)),
        shade: score.map(|s| shade(rubric, None, s)),
        target: None,
        place: String::new(),
        asks: lens.asks.as_ref().map_or_else(String::new, |t| t.get(lang).to_string()),
        proof: lens.indicator.as_ref().map_or_else(String::new, |t| t.get(lang).to_string()),
    }
}

impl Figure {
    /// The name with the id before it, where areas and questions have one.
    pub fn full_name(&self) -> String {
        if self.id.is_empty() { self.name.clone() } else { format!("{} {}", self.id, self.name) }
    }

    /// The score at which it is to arrive, as it is printed.
    pub fn target_text(&self) -> String {
        self.target.map_or_else(String::new, shown)
    }

    /// The possible scores, such as `1.8-2.6`; empty if there is only one.
    pub fn range_text(&self) -> String {
        self.range.map_or_else(String::new, |(low, high)| format!("{}-{}", shown(low), shown(high)))
    }
}

/// The colour of an answer's value; a practice has none, for its value is no level.
pub(super) fn shade_of_answer(rubric: &Rubric, question: QuestionIx, value: f64) -> Option<u8> {
    (rubric.question(question).kind == Kind::Ladder).then(|| shade(rubric, None, value))
}

/// The colour of a level; of a score without one, that of the whole level it has reached.
fn shade(rubric: &Rubric, level: Option<u8>, score: f64) -> u8 {
    let steps = level.map_or_else(|| score.floor(), f64::from) - f64::from(rubric.scale.min);
    (SHADES * steps / rubric.scale.span()).round().clamp(0.0, SHADES) as u8
}

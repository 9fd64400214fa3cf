//! What is asked: a rubric with its scale, rules, dimensions, areas and questions.
//!
//! A rubric is data. Everything that the code knows about a model stands in these
//! types; [`Rubric::read`] makes one out of a file's bytes or says why not.

mod ahead;
mod build;
pub mod check;
mod compact;
mod fault;
mod file;
mod guard;
mod preset;
mod rule;
mod schema;
mod shipped;
pub mod upgrade;

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

pub use ahead::{Spotlight, TargetSet};
pub use compact::{compact, is_compact_of};
pub use fault::{Fault, Refusal};
pub use guard::{MAX_DEPTH, MAX_RUBRIC_BYTES};
pub use preset::{PRESETS, Preset};
pub use rule::{Balance, Construct, Credit, EvidencePolicy, LevelRule, NaPolicy, OverallRule, Per, Prerequisite};
pub use schema::{SCHEMA, TEMPLATE};
pub use shipped::{SHIPPED, Shipped};

use crate::lang::{Lang, Text};
use crate::text::Clean;

/// Comparisons with a threshold are made with this tolerance (methods §0).
pub const EPSILON: f64 = 1e-9;
/// Longest text of a rubric in bytes.
pub const MAX_TEXT: usize = 64 << 10;

/// A permanent name of a dimension, area, question, lens or profile: 1 to 64 of `A-Z a-z 0-9 . _ -`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Longest id in bytes.
    pub const MAX: usize = 64;

    /// The id, if `text` is one: no path, no device name, nothing invisible.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let fits = (1..=Self::MAX).contains(&text.len()) && text.bytes().all(allowed);
        (fits && !matches!(text, "." | "..") && !is_device(text)).then(|| Self(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Names that Windows gives to devices, with or without an extension.
fn is_device(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text).to_ascii_lowercase();
    let numbered = |prefix: &str| stem.strip_prefix(prefix).is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Place of a dimension in [`Rubric::dimensions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DimensionIx(pub usize);
/// Place of an area in [`Rubric::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaIx(pub usize);
/// Place of a question in [`Rubric::questions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIx(pub usize);

/// A maturity model: what is asked, on what scale, and how answers become levels.
#[derive(Clone, Debug)]
pub struct Rubric {
    /// Permanent id, such as `icp`.
    pub id: Id,
    /// `major.minor.patch`.
    pub version: Version,
    /// Languages in which every text of the rubric exists; at least one.
    pub languages: Vec<Lang>,
    /// The name of the model.
    pub title: Text,
    /// What the model is, where it comes from and what it is not.
    pub about: Text,
    /// The levels.
    pub scale: Scale,
    /// Credits toward the next level that an answer may claim, lowest first; may be empty.
    pub toward: Vec<Credit>,
    /// How answers become the level of an area or a dimension.
    pub level_rule: LevelRule,
    /// How dimension levels become a headline; `None`: the profile is the result.
    pub overall_rule: Option<OverallRule>,
    /// Share of the weight (0..1) that must be answered before a score is stated.
    pub min_completeness: f64,
    /// Share of the weight (0..1) below which the headline is only provisional.
    pub headline_completeness: Option<f64>,
    /// What "not applicable" does to a score.
    pub na_policy: NaPolicy,
    /// From which level evidence is asked for.
    pub evidence_from: Option<u8>,
    /// What a claim without that evidence counts.
    pub evidence_policy: EvidencePolicy,
    /// Edges of the spread between dimensions that count as balanced and as uneven.
    pub balance: Option<Balance>,
    /// Second readings of the same answers.
    pub lenses: Vec<Lens>,
    /// Named weight sets beside the default.
    pub profiles: Vec<Profile>,
    /// Dimensions in the rubric's order.
    pub dimensions: Vec<Dimension>,
    /// All areas, dimension by dimension.
    pub areas: Vec<Area>,
    /// All questions, area by area.
    pub questions: Vec<Question>,
    /// Targets that fit a purpose.
    pub target_sets: Vec<TargetSet>,
    /// Areas whose level tells of a larger shift.
    pub spotlights: Vec<Spotlight>,
    /// "Area a at a level needs area b at a level."
    pub prerequisites: Vec<Prerequisite>,
    /// What became of the questions of earlier versions.
    pub earlier: Vec<upgrade::Earlier>,
    by_id: HashMap<Id, QuestionIx>,
}

/// `major.minor.patch` of a rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Changed when level meanings change.
    pub major: u32,
    /// Changed when questions are added or retired.
    pub minor: u32,
    /// Changed when wording changes.
    pub patch: u32,
}

impl Version {
    /// Reads `1.2.3`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|p| {
            let plain = !p.is_empty() && p.len() <= 9 && p.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| p.parse().ok()).flatten()
        });
        let version = Self { major: parts.next()??, minor: parts.next()??, patch: parts.next()?? };
        parts.next().is_none().then_some(version)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The levels `min..=max`, one after the other.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Lowest level, m in methods.
    pub min: u8,
    /// Levels in order; the value of `levels[i]` is `min + i`.
    pub levels: Vec<LevelName>,
}

impl Scale {
    /// Highest level, M in methods.
    pub fn max(&self) -> u8 {
        self.min + (self.levels.len() - 1) as u8
    }

    /// Name and meaning of a level; `None` outside the scale.
    pub fn name(&self, level: u8) -> Option<&LevelName> {
        self.levels.get(usize::from(level.checked_sub(self.min)?))
    }

    /// A score as a part (0..=1) of the scale.
    pub fn part(&self, score: f64) -> f64 {
        ((score - f64::from(self.min)) / self.span()).clamp(0.0, 1.0)
    }

    /// Width of the scale, M − m; at least 1.
    pub fn span(&self) -> f64 {
        f64::from(self.max() - self.min)
    }
}

/// One level of a scale.
#[derive(Clone, Debug)]
pub struct LevelName {
    /// Short name.
    pub name: Text,
    /// The question that this level answers.
    pub asks: Option<Text>,
    /// What a visitor would see.
    pub summary: Text,
}

/// A second reading of the areas, such as find / allocate / use.
#[derive(Clone, Debug)]
pub struct Lens {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the lens asks of the organisation.
    pub asks: Option<Text>,
    /// What would prove that it is answered.
    pub indicator: Option<Text>,
}

/// A named set of dimension weights.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// One weight per dimension of the rubric, in its order.
    pub weights: Vec<f64>,
}

/// A group of areas with a level of its own.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the dimension covers.
    pub about: Option<Text>,
    /// Weight within the whole, above 0 for at least one dimension.
    pub weight: f64,
    /// What its questions are to one another; `None` if the rubric does not say.
    pub construct: Option<Construct>,
    /// Its areas in [`Rubric::areas`].
    pub areas: Range<usize>,
}

/// A capability with a level of its own.
#[derive(Clone, Debug)]
pub struct Area {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What the area covers.
    pub about: Option<Text>,
    /// Weight within its dimension.
    pub weight: f64,
    /// One weight per lens of the rubric, in its order; 0 where the lens does not read the area.
    pub lens_weights: Vec<f64>,
    /// The dimension it belongs to.
    pub dimension: DimensionIx,
    /// Its questions in [`Rubric::questions`].
    pub questions: Range<usize>,
}

/// From which depth on a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// Asked always.
    Quick,
    /// Asked only at full depth.
    Full,
}

/// One question with everything that helps to answer it.
#[derive(Clone, Debug)]
pub struct Question {
    /// Permanent id.
    pub id: Id,
    /// The area it belongs to.
    pub area: AreaIx,
    /// From which depth on it is asked.
    pub depth: Depth,
    /// How it is answered.
    pub kind: Kind,
    /// Weight within its area; 0: shown, never counted.
    pub weight: f64,
    /// The question itself.
    pub text: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// The answers to choose from, lowest value first; at least two.
    pub choices: Vec<Choice>,
    /// What to ask to see.
    pub evidence: Option<Text>,
    /// An open question for an interview.
    pub prompt: Option<Text>,
    /// Whether "not applicable" is a possible answer.
    pub na_allowed: bool,
    /// When it is, and what to answer instead when it is not.
    pub na_hint: Option<Text>,
    /// What leads from the k-th choice to the next.
    pub actions: Vec<Action>,
    /// Public documents by title.
    pub sources: Vec<Clean>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of several anchored levels.
    Ladder,
    /// How far a practice that belongs to `level` is in place.
    Practice {
        /// The level it belongs to, above the lowest.
        level: u8,
    },
}

/// One possible answer: a value and the sentence that anchors it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Level for a ladder (m..=M), 0..=1 for a practice.
    pub value: f64,
    /// What is true when this is the answer.
    pub text: Text,
}

/// What to do to get from one level to the next.
#[derive(Clone, Debug)]
pub struct Action {
    /// What to do.
    pub action: Text,
    /// 1 (days) to 5 (a year and several departments).
    pub effort: u8,
    /// What proves that it has worked.
    pub indicator: Text,
}

impl Rubric {
    /// Reads a rubric file.
    ///
    /// A byte order mark and CR LF line ends are accepted; everything else that breaks
    /// a rule is refused with the path inside the file and the reason.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        // There is never an empty list of reasons.
        Self::read_or_all(bytes).map_err(|mut refusals| refusals.swap_remove(0))
    }

    /// The same of a file that is known to be UTF-8.
    pub fn read_text(json: &str) -> Result<Self, Refusal> {
        let text = guard::shallow(json)?;
        Self::of_text(text).map_err(|mut refusals| refusals.swap_remove(0))
    }

    /// The same with every rule that the file breaks, in the order of reading.
    fn read_or_all(bytes: &[u8]) -> Result<Self, Vec<Refusal>> {
        Self::of_text(guard::checked_text(bytes).map_err(|refusal| vec![refusal])?)
    }

    /// The rubric in a text that is small and shallow enough, or every rule that it breaks.
    fn of_text(text: &str) -> Result<Self, Vec<Refusal>> {
        let file = file::parse(text).map_err(|refusal| vec![refusal])?;
        let rubric = build::build(&file)?;
        if rubric.asked(Depth::Quick).next().is_none() {
            return Err(vec![Fault::NoneQuick.at("dimensions")]);
        }
        Ok(rubric)
    }

    /// Whether an answer of this value claims so much that the rubric wants evidence for it.
    pub fn wants_evidence(&self, question: &Question, value: f64) -> bool {
        let claimed = match question.kind {
            Kind::Ladder => value,
            Kind::Practice { level } if value > EPSILON => f64::from(level),
            Kind::Practice { .. } => return false,
        };
        self.evidence_from.is_some_and(|from| claimed > f64::from(from) - EPSILON)
    }

    /// The question with this id.
    pub fn question_ix(&self, id: &str) -> Option<QuestionIx> {
        self.by_id.get(&Id::new(id)?).copied()
    }

    /// The question at `ix`.
    pub fn question(&self, ix: QuestionIx) -> &Question {
        &self.questions[ix.0]
    }

    /// The area at `ix`.
    pub fn area(&self, ix: AreaIx) -> &Area {
        &self.areas[ix.0]
    }

    /// The dimension at `ix`.
    pub fn dimension(&self, ix: DimensionIx) -> &Dimension {
        &self.dimensions[ix.0]
    }

    /// Places of the questions asked at `depth`, in the rubric's order.
    pub fn asked(&self, depth: Depth) -> impl Iterator<Item = QuestionIx> + '_ {
        (0..self.questions.len()).map(QuestionIx).filter(move |q| self.question(*q).depth <= depth)
    }

    /// The credit named `id`.
    pub fn credit(&self, id: &str) -> Option<&Credit> {
        self.toward.iter().find(|c| c.id.as_str() == id)
    }

    /// The targets named `id`.
    pub fn target_set(&self, id: &str) -> Option<&TargetSet> {
        self.target_sets.iter().find(|t| t.id.as_str() == id)
    }

    /// The profile named `id`.
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|p| p.id.as_str() == id)
    }
}

impl Question {
    /// The choice whose value is `value`.
    pub fn choice(&self, value: f64) -> Option<usize> {
        self.choices.iter().position(|c| (c.value - value).abs() < EPSILON)
    }

    /// Whether an answer with this choice may claim credit toward the next one.
    pub fn may_go_toward(&self, choice: usize) -> bool {
        self.kind == Kind::Ladder && choice + 1 < self.choices.len()
    }
}

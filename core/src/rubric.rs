//! What is asked: a rubric with its scale, rules, dimensions, areas and questions.
//!
//! A rubric is data. Everything that the code knows about a model stands in these
//! types; [`Rubric::read`] makes one out of a file's bytes or says why not.

mod ahead;
mod build;
pub mod check;
mod compact;
mod fault;
mod guard;
mod head;
mod id;
mod preset;
mod rule;
mod scale;
mod shipped;
mod text;
mod tree;
pub mod upgrade;
mod version;

use std::sync::Arc;

use foldhash::HashMap;

pub use ahead::{Spotlight, TargetSet};
pub use compact::compact;
pub use fault::{Fault, Refusal};
pub use guard::{MAX_DEPTH, MAX_RUBRIC_BYTES};
pub use head::version_at_head;
pub use id::Id;
pub use preset::{PRESETS, Preset};
pub use rule::{Balance, Construct, Credit, EvidencePolicy, LevelRule, NaPolicy, OverallRule, Per, Prerequisite};
pub use scale::{LevelName, Scale};
pub use shipped::{SHIPPED, Shipped};
pub use text::Text;
pub use tree::{Action, Area, Choice, Depth, Dimension, Kind, Lens, Profile, Question};
pub use version::Version;

use crate::lang::Lang;
use crate::text::{Source, folded};
use build::Hold;

/// Comparisons with a threshold are made with this tolerance (methods §0).
pub const EPSILON: f64 = 1e-9;
/// Longest text of a rubric in bytes.
pub const MAX_TEXT: usize = 64 << 10;

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

impl Rubric {
    /// Reads a rubric file.
    ///
    /// A byte order mark and CR LF line ends are accepted; everything else that breaks
    /// a rule is refused with the path inside the file and the reason. The bytes, of which
    /// blanks may be the most, are not held: every text is a copy.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        // There is never an empty list of reasons.
        Self::read_or_all(bytes).map_err(|mut refusals| refusals.swap_remove(0))
    }

    /// Whether a file that may break every rule is meant as a rubric: its first level says so.
    pub fn is_meant_by(bytes: &[u8]) -> bool {
        #[derive(serde::Deserialize)]
        struct Marked {
            #[serde(rename = "gradus_rubric")]
            _format: serde::de::IgnoredAny,
        }
        guard::checked_text(bytes).is_ok_and(|text| serde_json::from_str::<Marked>(text).is_ok())
    }

    /// As [`Rubric::read`], of a compact file that is shared: it lives as long as the rubric, whose texts
    /// are parts of it wherever they may be shown as they stand.
    pub fn read_text(json: &Source) -> Result<Self, Refusal> {
        // The parser does not go deep enough to harm itself, so that counting can wait until it is needed.
        let read = Self::of_text(guard::small(json)?, Hold::Parts(json));
        if read.is_err() || guard::may_be_deep(json) {
            guard::shallow(json)?;
        }
        read.map_err(|mut refusals| refusals.swap_remove(0))
    }

    /// The same of a file that most likely keeps every rule: what the questions say is read when it is asked
    /// for, which of most is never. Whether all of it can be read is told by [`Rubric::settled`].
    pub fn skim(json: &Source) -> Result<Self, Refusal> {
        Self::of_text(guard::small(json)?, Hold::Left(json)).map_err(|mut refusals| refusals.swap_remove(0))
    }

    /// What was skimmed in `json`, if it keeps every rule; else what [`Rubric::read_text`] makes of it.
    pub fn settled(self: Arc<Self>, json: &Source) -> Result<Arc<Self>, Refusal> {
        let keeps_rules = {
            let mut left = self.questions.iter().flat_map(Question::texts).filter_map(Text::as_left);
            left.all(|text| build::is_sound(text, &self.languages)) && !guard::may_be_deep(json)
        };
        if keeps_rules { Ok(self) } else { Self::read_text(json).map(Arc::new) }
    }

    /// As [`Rubric::read`], with every rule that the file breaks, in the order of reading.
    fn read_or_all(bytes: &[u8]) -> Result<Self, Vec<Refusal>> {
        Self::of_text(guard::checked_text(bytes).map_err(|refusal| vec![refusal])?, Hold::Copies)
    }

    /// The rubric in a text that is small enough, or every rule that it breaks but how deep it may nest.
    fn of_text(text: &str, hold: Hold) -> Result<Self, Vec<Refusal>> {
        let file = crate::format::parse(text).map_err(|flaw| vec![flaw.into()])?;
        let rubric = build::build(&file, text, hold)?;
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

    /// The question that somebody means who types its id: neither case nor full-width characters tell two ids
    /// of a rubric apart.
    pub fn question_meant(&self, typed: &str) -> Option<QuestionIx> {
        let meant = folded(typed);
        let by_sight = || self.questions.iter().position(|q| q.id.as_str().eq_ignore_ascii_case(&meant));
        self.question_ix(typed).or_else(|| by_sight().map(QuestionIx))
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

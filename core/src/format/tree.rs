//! Dimensions, areas and questions as they are written.
//!
//! Lists of large entries that come again in every area and question are boxed: vectors would keep room for
//! more, which makes thirty pages in a large rubric.

use serde::Deserialize;

#[cfg(test)]
use super::words;
use super::{ById, Comment, FileText, FileWords};

/// A group of areas with a level of its own.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileDimension<'s> {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText<'s>,
    /// What the dimension covers.
    pub about: Option<FileText<'s>>,
    /// Weight within the whole; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1_000_000)))]
    pub weight: Option<f64>,
    /// What its questions are: `reflective`, symptoms of one capability, which should agree, or
    /// `formative`, different building blocks, which need not. Alpha is judged only in the first case.
    #[cfg_attr(test, schemars(with = "Option<words::Construct>"))]
    pub construct: Option<String>,
    /// Its areas.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub areas: Vec<FileArea<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// A capability with a level of its own.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileArea<'s> {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText<'s>,
    /// What the area covers.
    pub about: Option<FileText<'s>>,
    /// Weight within its dimension; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1_000_000)))]
    pub weight: Option<f64>,
    /// Weight by id of the lens; 0 where none is given.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub lenses: ById<f64>,
    /// Its questions.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub questions: Box<[FileQuestion<'s>]>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// One question with everything that helps to answer it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileQuestion<'s> {
    /// Permanent id; a changed meaning takes a new id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// `full`: asked only at full depth; `quick` unless said.
    #[cfg_attr(test, schemars(with = "Option<words::Depth>"))]
    pub depth: Option<String>,
    /// The level that this practice belongs to; without it the question is a ladder of levels.
    #[cfg_attr(test, schemars(range(min = 1, max = 119)))]
    pub practice_of: Option<i64>,
    /// Weight within its area; 1 unless said. 0: shown, never counted.
    #[cfg_attr(test, schemars(range(min = 0, max = 1_000_000)))]
    pub weight: Option<f64>,
    /// The question itself.
    pub text: FileText<'s>,
    /// Why it matters.
    pub why: Option<FileText<'s>>,
    /// What is true at each answer, lowest first. A ladder needs them; a practice may use `practice_answers`.
    #[cfg_attr(test, schemars(length(min = 2, max = 101)))]
    pub anchors: Option<Box<[FileText<'s>]>>,
    /// What each anchor counts, rising; the levels of the scale unless said. Levels for a ladder, 0 to 1 for a practice.
    pub values: Option<Vec<f64>>,
    /// What to ask to see.
    pub evidence: Option<FileText<'s>>,
    /// An open question for an interview.
    pub prompt: Option<FileText<'s>>,
    /// Whether "not applicable" is a possible answer; false unless said.
    #[serde(default)]
    pub na_allowed: bool,
    /// When it is, and what to answer when it is not.
    pub na_hint: Option<FileText<'s>>,
    /// What leads from each answer to the next, lowest first.
    #[serde(default)]
    pub actions: Box<[FileAction<'s>]>,
    /// Public documents by title.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub sources: Vec<FileWords<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// What to do to get from one answer to the next.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileAction<'s> {
    /// What to do.
    #[serde(rename = "do")]
    pub action: FileText<'s>,
    /// 1 (days) to 5 (a year and several departments); 3 unless said.
    #[cfg_attr(test, schemars(range(min = 1, max = 5)))]
    pub effort: Option<i64>,
    /// What proves that it has worked.
    pub indicator: FileText<'s>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// "`area` at `level` needs `needs` at `needs_level`."
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FilePrerequisite {
    /// Id of the area that depends.
    pub area: String,
    /// The level of it that depends.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub level: i64,
    /// Id of the area it depends on.
    pub needs: String,
    /// The level that must be reached there.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub needs_level: i64,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

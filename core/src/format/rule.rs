//! The scale, the rules and what is named beside them, as they are written.

use serde::Deserialize;

#[cfg(test)]
use super::words;
use super::{ById, Comment, FileText};

/// The levels of the model.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileScale<'s> {
    /// Levels one above the other, 2 to 20 of them.
    #[cfg_attr(test, schemars(length(min = 2, max = 20)))]
    pub levels: Vec<FileLevel<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// One level of the scale.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileLevel<'s> {
    /// The number of the level; each is one above the one before.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub value: i64,
    /// Short name.
    pub name: FileText<'s>,
    /// The question that this level answers.
    pub asks: Option<FileText<'s>>,
    /// What a visitor would see.
    pub summary: FileText<'s>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// An answer to how far a practice is in place.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FilePracticeAnswer<'s> {
    /// What it counts, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub value: f64,
    /// What it says.
    pub name: FileText<'s>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// How answers become a level.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileLevelRule {
    /// Which rule; `cumulative` reads practices, the others read ladders.
    #[cfg_attr(test, schemars(with = "words::LevelRule"))]
    pub name: String,
    /// `gate`: share of the weight at a level or above. `cumulative`: value from which a level passes. 0.8 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub pass: Option<f64>,
    /// `gate`: levels that a single answer may lag behind; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 19)))]
    pub max_shortfall: Option<i64>,
    /// `gate`: whether the mean must reach the level too; true unless said.
    pub mean_at_least: Option<bool>,
    /// `bands`: added to the score before it is cut to a level; 0 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub offset: Option<f64>,
    /// `cumulative`: what must reach `pass`; `every` unless said.
    #[cfg_attr(test, schemars(with = "Option<words::Per>"))]
    pub per: Option<String>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// How dimensions become a headline.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileOverallRule {
    /// Levels by which the headline may exceed the weakest dimension or critical area; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 19)))]
    pub cap: Option<i64>,
    /// Ids of areas that cap the headline as a dimension does.
    #[serde(default)]
    pub critical: Vec<String>,
    /// Added to the overall score before it is cut to a level; 0 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub offset: Option<f64>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// When a claim wants something to show.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileEvidence {
    /// The level from which it does.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub required_from: i64,
    /// `flag`: it is listed. `cap`: the supported score counts it one level lower. Unless said: `cap` in interviews, else `flag`.
    #[cfg_attr(test, schemars(with = "Option<words::EvidencePolicy>"))]
    pub policy: Option<String>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// Edges of the spread: largest minus smallest dimension score.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileBalance {
    /// Up to here the dimensions are balanced.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    pub balanced: f64,
    /// Up to here uneven, beyond unbalanced.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    pub uneven: f64,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// A second reading of the areas.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileLens<'s> {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText<'s>,
    /// What the lens asks of the organisation.
    pub asks: Option<FileText<'s>>,
    /// What would prove that it is answered.
    pub indicator: Option<FileText<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// A named set of dimension weights.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileProfile<'s> {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText<'s>,
    /// Weight by id of the dimension; 0 where none is given.
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub weights: ById<f64>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

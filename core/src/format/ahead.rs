//! Ready targets and shifts worth a paragraph, as they are written.

use serde::Deserialize;

#[cfg(test)]
use super::words;
use super::{ById, Comment, FileText};

/// Targets that fit a purpose.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileTargetSet<'s> {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText<'s>,
    /// What it is for.
    pub about: Option<FileText<'s>>,
    /// Level by id of the area.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub levels: ById<i64>,
    /// Level of every other area; one above now unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub others: Option<i64>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// An area whose level tells of a larger shift.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileSpotlight<'s> {
    /// Id of the area.
    pub area: String,
    /// What the shift is.
    pub title: FileText<'s>,
    /// A paragraph for each stage, lowest first.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub stages: Vec<FileStage<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// What is told from a level on.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileStage<'s> {
    /// The level from which it holds.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub from: i64,
    /// Where one stands, and what comes next.
    pub text: FileText<'s>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

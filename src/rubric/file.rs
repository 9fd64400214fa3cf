//! The rubric file as it is written: one type per JSON object, nothing resolved.
//!
//! Unknown and repeated members are refused; `$comment` is allowed in every object.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use super::fault::{Fault, Refusal};
use crate::text::Clean;

/// The file's top object. A missing member is reported by its name.
pub(super) fn parse(text: &str) -> Result<File, Refusal> {
    // The plain parser is quicker; only a refused file is read again to learn the path.
    serde_json::from_str(text).map_err(|plain| {
        match serde_path_to_error::deserialize::<_, File>(&mut serde_json::Deserializer::from_str(text)) {
            Err(e) => syntax(&e.path().to_string(), e.inner()),
            Ok(_) => syntax("", &plain),
        }
    })
}

fn syntax(path: &str, error: &serde_json::Error) -> Refusal {
    let full = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let detail = Clean::line(full.strip_suffix(&place).unwrap_or(&full));
    let path = if path == "." { "" } else { path };
    Fault::Syntax { detail, line: error.line(), column: error.column() }.at(path)
}

/// A member that only explains.
pub(super) type Comment = Option<IgnoredAny>;

/// A text in the rubric's languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileText {
    pub zh: Option<String>,
    pub en: Option<String>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// Members named by id, in the order of the file; a name that comes twice is refused.
pub(super) struct ById<T>(pub Vec<(String, T)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
            type Value = ById<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ById<T>, A::Error> {
                let mut members: Vec<(String, T)> = Vec::new();
                let mut seen = HashSet::new();
                while let Some(name) = map.next_key::<String>()? {
                    if name == "$comment" {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    if !seen.insert(name.clone()) {
                        return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                    members.push((name, map.next_value()?));
                }
                Ok(ById(members))
            }
        }
        deserializer.deserialize_map(Members(std::marker::PhantomData))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(rename = "$schema")]
    _schema: Option<IgnoredAny>,
    #[serde(rename = "$comment")]
    _comment: Comment,
    pub gradus_rubric: u64,
    pub id: String,
    pub version: String,
    pub languages: Vec<String>,
    pub title: FileText,
    pub about: FileText,
    pub scale: FileScale,
    #[serde(default)]
    pub toward: ById<f64>,
    #[serde(default)]
    pub practice_answers: Vec<FilePracticeAnswer>,
    pub level_rule: FileLevelRule,
    pub overall_rule: Option<FileOverallRule>,
    pub min_completeness: Option<f64>,
    pub headline_completeness: Option<f64>,
    pub na_policy: Option<String>,
    pub evidence: Option<FileEvidence>,
    pub balance: Option<FileBalance>,
    #[serde(default)]
    pub lenses: Vec<FileLens>,
    #[serde(default)]
    pub profiles: Vec<FileProfile>,
    pub dimensions: Vec<FileDimension>,
    #[serde(default)]
    pub prerequisites: Vec<FilePrerequisite>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileScale {
    pub levels: Vec<FileLevel>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileLevel {
    pub value: i64,
    pub name: FileText,
    pub asks: Option<FileText>,
    pub summary: FileText,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FilePracticeAnswer {
    pub value: f64,
    pub name: FileText,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileLevelRule {
    pub name: String,
    pub pass: Option<f64>,
    pub max_shortfall: Option<i64>,
    pub mean_at_least: Option<bool>,
    pub offset: Option<f64>,
    pub per: Option<String>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileOverallRule {
    pub cap: Option<i64>,
    #[serde(default)]
    pub critical: Vec<String>,
    pub offset: Option<f64>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileEvidence {
    pub required_from: i64,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileBalance {
    pub balanced: f64,
    pub uneven: f64,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileLens {
    pub id: String,
    pub name: FileText,
    pub asks: Option<FileText>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileProfile {
    pub id: String,
    pub name: FileText,
    pub weights: ById<f64>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileDimension {
    pub id: String,
    pub name: FileText,
    pub about: Option<FileText>,
    pub weight: Option<f64>,
    pub areas: Vec<FileArea>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileArea {
    pub id: String,
    pub name: FileText,
    pub about: Option<FileText>,
    pub weight: Option<f64>,
    #[serde(default)]
    pub lenses: ById<f64>,
    pub questions: Vec<FileQuestion>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileQuestion {
    pub id: String,
    pub depth: Option<String>,
    pub practice_of: Option<i64>,
    pub weight: Option<f64>,
    pub text: FileText,
    pub why: Option<FileText>,
    pub anchors: Option<Vec<FileText>>,
    pub values: Option<Vec<f64>>,
    pub evidence: Option<FileText>,
    pub prompt: Option<FileText>,
    #[serde(default)]
    pub na_allowed: bool,
    pub na_hint: Option<FileText>,
    #[serde(default)]
    pub actions: Vec<FileAction>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileAction {
    #[serde(rename = "do")]
    pub action: FileText,
    pub effort: Option<i64>,
    pub indicator: FileText,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FilePrerequisite {
    pub area: String,
    pub level: i64,
    pub needs: String,
    pub needs_level: i64,
    #[serde(rename = "$comment")]
    _comment: Comment,
}

//! The rubric file as it is written: one type per JSON object, nothing resolved.
//!
//! [`parse`] reads a text into a [`File`] or says as plain data what in it is not as the format has it.
//! Nothing else is known here: what the members mean to each other, which of them fit together, and
//! every word that a user sees of it are the program's.
//!
//! Unknown and repeated members are refused; `$comment` is allowed in every object. What is said
//! here about a member is what an editor shows of it: `rubrics/schema.json` is made from these types.

mod ahead;
mod malformed;
mod place;
mod rule;
mod tree;

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use foldhash::HashSet;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

pub use ahead::{FileSpotlight, FileStage, FileTargetSet};
pub use malformed::{Flaw, Kind, Malformed, Slip};
pub use rule::{
    FileBalance, FileEvidence, FileLens, FileLevelRule, FileOverallRule, FilePracticeAnswer, FileProfile, FileScale,
};
pub use tree::{FileAction, FileArea, FileDimension, FilePrerequisite, FileQuestion};

/// Reads a rubric file. A missing member is reported by its name.
pub fn parse(text: &str) -> Result<File<'_>, Flaw> {
    serde_json::from_str(text).map_err(|error| Flaw::read(&error, text))
}

/// A member that only explains.
type Comment = Option<Anything>;

/// A value of any kind.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
struct Anything(
    #[cfg_attr(test, schemars(with = "serde_json::Value"))]
    #[allow(dead_code, reason = "never read")]
    IgnoredAny,
);

/// A text in the rubric's languages, at most 64 KiB in each. Texts are most of a rubric and few of them are
/// ever shown, so here is only where one stands: what it says is read by who wants to know.
#[derive(Clone, Copy, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 's"))]
pub struct FileText<'s>(&'s RawValue);

impl<'s> FileText<'s> {
    /// Its JSON, which is one value of any kind.
    pub fn json(self) -> &'s str {
        self.0.get()
    }

    /// What it says. A flaw is told by its place in the file, of which the text is a part.
    pub fn said(self, file: &str) -> Result<FileSaid<'s>, Flaw> {
        serde_json::from_str(self.json()).map_err(|error| Flaw::inside(&error, self.json(), file))
    }
}

/// What a text says whose JSON this is; none if it is not as the format has it.
pub fn said(json: &str) -> Option<FileSaid<'_>> {
    serde_json::from_str(json).ok()
}

/// A text in the rubric's languages, at most 64 KiB in each.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "FileText"))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct FileSaid<'s> {
    /// In Chinese.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub zh: Option<FileWords<'s>>,
    /// In English.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub en: Option<FileWords<'s>>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// A text in one language. One without escapes stays where it stands.
// The schema writes down what a list of them is if none is given.
#[cfg_attr(test, derive(serde::Serialize))]
pub struct FileWords<'s>(Cow<'s, str>);

impl Deref for FileWords<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 's, 's> Deserialize<'de> for FileWords<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = FileWords<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(FileWords(text.into()))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(FileWords(text.to_owned().into()))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// Members named by id, in the order of the file; a name that comes twice is refused.
pub struct ById<T>(pub Vec<(String, T)>);

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
                let mut seen = HashSet::default();
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

/// A maturity model: what is asked, on what scale, and how answers become levels.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "gradus rubric"))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 's"))]
pub struct File<'s> {
    /// Where editors find this schema.
    #[serde(rename = "$schema")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    _schema: Option<String>,
    /// Number of the format: 1.
    #[cfg_attr(test, schemars(range(min = 1, max = 1)))]
    pub gradus_rubric: u64,
    /// Permanent id of the rubric; the name of its file.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// `major.minor.patch`: patch for wording, minor for questions, major for what levels mean.
    #[cfg_attr(test, schemars(regex(pattern = r"^\d{1,9}\.\d{1,9}\.\d{1,9}$")))]
    pub version: String,
    /// Languages in which every text is given: `zh`, `en` or both.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub languages: Vec<String>,
    /// Name of the model.
    pub title: FileText<'s>,
    /// What the model is, where it comes from and what it is not.
    pub about: FileText<'s>,
    /// The levels.
    pub scale: FileScale<'s>,
    /// Credits toward the next answer by name, lowest first: `{"partly": 0.5}`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub toward: ById<f64>,
    /// Answers of practices that bring none of their own: not, partly, largely, fully.
    #[serde(default)]
    pub practice_answers: Vec<FilePracticeAnswer<'s>>,
    /// A named pair of rules instead of `level_rule` and `overall_rule`.
    #[cfg_attr(test, schemars(with = "Option<words::Preset>"))]
    pub preset: Option<String>,
    /// How answers become the level of an area or a dimension.
    pub level_rule: Option<FileLevelRule>,
    /// How dimensions become a headline; without it the profile is the result.
    pub overall_rule: Option<FileOverallRule>,
    /// Share of the weight that must be answered before a score is stated; 0.5 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub min_completeness: Option<f64>,
    /// Share of the weight below which the headline is only provisional.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub headline_completeness: Option<f64>,
    /// What "not applicable" does to a score; `exclude` unless said.
    #[cfg_attr(test, schemars(with = "Option<words::NaPolicy>"))]
    pub na_policy: Option<String>,
    /// From which level evidence is asked for, and what a claim without it counts.
    pub evidence: Option<FileEvidence>,
    /// Edges of the spread between dimensions that count as balanced and as uneven.
    pub balance: Option<FileBalance>,
    /// Second readings of the same answers.
    #[serde(default)]
    pub lenses: Vec<FileLens<'s>>,
    /// Named weight sets beside the default.
    #[serde(default)]
    pub profiles: Vec<FileProfile<'s>>,
    /// Targets that fit a purpose, to choose from.
    #[serde(default)]
    pub target_sets: Vec<FileTargetSet<'s>>,
    /// Areas whose level tells of a larger shift.
    #[serde(default)]
    pub spotlights: Vec<FileSpotlight<'s>>,
    /// The dimensions with their areas and questions.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub dimensions: Vec<FileDimension<'s>>,
    /// "Area a at a level needs area b at a level."
    #[serde(default)]
    pub prerequisites: Vec<FilePrerequisite>,
    /// What became of the questions of earlier versions.
    #[serde(default)]
    pub earlier: Vec<FileEarlier>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// The map from one earlier version.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileEarlier {
    /// The earlier version.
    #[cfg_attr(test, schemars(regex(pattern = r"^\d{1,9}\.\d{1,9}\.\d{1,9}$")))]
    pub version: String,
    /// Questions that changed; those that keep their id and meaning need no entry.
    #[serde(default)]
    pub map: Vec<FileMapped>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

/// What became of questions of the earlier version.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FileMapped {
    /// What happened to them.
    #[cfg_attr(test, schemars(with = "words::Fate"))]
    pub kind: String,
    /// Ids in the earlier version: one, several for `merged`, none for `new`.
    #[serde(default)]
    pub old: Vec<String>,
    /// Ids in this version: one, several for `split`, none for `retired`.
    #[serde(default)]
    pub new: Vec<String>,
    /// `rescaled`: old value to new value, never falling.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub levels: ById<f64>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    _comment: Comment,
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words;

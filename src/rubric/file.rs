//! The rubric file as it is written: one type per JSON object, nothing resolved.
//!
//! Unknown and repeated members are refused; `$comment` is allowed in every object. What is said
//! here about a member is what an editor shows of it: `rubrics/schema.json` is made from these types.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use super::fault::{Fault, Refusal};
use crate::lang::Lang;
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

/// A text in the rubric's languages, at most 64 KiB in each.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileText {
    /// In Chinese.
    pub zh: Option<String>,
    /// In English.
    pub en: Option<String>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

impl FileText {
    /// The text in a language, if it is given.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Zh => self.zh.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }
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

/// A maturity model: what is asked, on what scale, and how answers become levels.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "gradus rubric"))]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// Where editors find this schema.
    #[serde(rename = "$schema")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    _schema: Option<IgnoredAny>,
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
    pub title: FileText,
    /// What the model is, where it comes from and what it is not.
    pub about: FileText,
    /// The levels.
    pub scale: FileScale,
    /// Credits toward the next answer by name, lowest first: `{"partly": 0.5}`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub toward: ById<f64>,
    /// Answers of practices that bring none of their own: not, partly, largely, fully.
    #[serde(default)]
    pub practice_answers: Vec<FilePracticeAnswer>,
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
    pub lenses: Vec<FileLens>,
    /// Named weight sets beside the default.
    #[serde(default)]
    pub profiles: Vec<FileProfile>,
    /// The dimensions with their areas and questions.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub dimensions: Vec<FileDimension>,
    /// "Area a at a level needs area b at a level."
    #[serde(default)]
    pub prerequisites: Vec<FilePrerequisite>,
    /// What became of the questions of earlier versions.
    #[serde(default)]
    pub earlier: Vec<FileEarlier>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// The levels of the model.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileScale {
    /// Levels one above the other, 2 to 20 of them.
    #[cfg_attr(test, schemars(length(min = 2, max = 20)))]
    pub levels: Vec<FileLevel>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// One level of the scale.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileLevel {
    /// The number of the level; each is one above the one before.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub value: i64,
    /// Short name.
    pub name: FileText,
    /// The question that this level answers.
    pub asks: Option<FileText>,
    /// What a visitor would see.
    pub summary: FileText,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// An answer to how far a practice is in place.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FilePracticeAnswer {
    /// What it counts, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    pub value: f64,
    /// What it says.
    pub name: FileText,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// How answers become a level.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileLevelRule {
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
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// How dimensions become a headline.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileOverallRule {
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
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// When a claim wants something to show.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileEvidence {
    /// The level from which it does.
    #[cfg_attr(test, schemars(range(min = 0, max = 119)))]
    pub required_from: i64,
    /// `flag`: it is listed. `cap`: the supported score counts it one level lower. Unless said: `cap` in interviews, else `flag`.
    #[cfg_attr(test, schemars(with = "Option<words::EvidencePolicy>"))]
    pub policy: Option<String>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// Edges of the spread: largest minus smallest dimension score.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileBalance {
    /// Up to here the dimensions are balanced.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    pub balanced: f64,
    /// Up to here uneven, beyond unbalanced.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    pub uneven: f64,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// A second reading of the areas.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileLens {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText,
    /// What the lens asks of the organisation.
    pub asks: Option<FileText>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// A named set of dimension weights.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileProfile {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText,
    /// Weight by id of the dimension; 0 where none is given.
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub weights: ById<f64>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// A group of areas with a level of its own.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileDimension {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText,
    /// What the dimension covers.
    pub about: Option<FileText>,
    /// Weight within the whole; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1_000_000)))]
    pub weight: Option<f64>,
    /// Its areas.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub areas: Vec<FileArea>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// A capability with a level of its own.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileArea {
    /// Permanent id.
    #[cfg_attr(test, schemars(regex(pattern = r"^[A-Za-z0-9._-]{1,64}$")))]
    pub id: String,
    /// Short name.
    pub name: FileText,
    /// What the area covers.
    pub about: Option<FileText>,
    /// Weight within its dimension; 1 unless said.
    #[cfg_attr(test, schemars(range(min = 0, max = 1_000_000)))]
    pub weight: Option<f64>,
    /// Weight by id of the lens; 0 where none is given.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "words::ById"))]
    pub lenses: ById<f64>,
    /// Its questions.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub questions: Vec<FileQuestion>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// One question with everything that helps to answer it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileQuestion {
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
    pub text: FileText,
    /// Why it matters.
    pub why: Option<FileText>,
    /// What is true at each answer, lowest first. A ladder needs them; a practice may use `practice_answers`.
    #[cfg_attr(test, schemars(length(min = 2, max = 101)))]
    pub anchors: Option<Vec<FileText>>,
    /// What each anchor counts, rising; the levels of the scale unless said. Levels for a ladder, 0 to 1 for a practice.
    pub values: Option<Vec<f64>>,
    /// What to ask to see.
    pub evidence: Option<FileText>,
    /// An open question for an interview.
    pub prompt: Option<FileText>,
    /// Whether "not applicable" is a possible answer; false unless said.
    #[serde(default)]
    pub na_allowed: bool,
    /// When it is, and what to answer when it is not.
    pub na_hint: Option<FileText>,
    /// What leads from each answer to the next, lowest first.
    #[serde(default)]
    pub actions: Vec<FileAction>,
    /// Public documents by title.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// What to do to get from one answer to the next.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileAction {
    /// What to do.
    #[serde(rename = "do")]
    pub action: FileText,
    /// 1 (days) to 5 (a year and several departments); 3 unless said.
    #[cfg_attr(test, schemars(range(min = 1, max = 5)))]
    pub effort: Option<i64>,
    /// What proves that it has worked.
    pub indicator: FileText,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// "`area` at `level` needs `needs` at `needs_level`."
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FilePrerequisite {
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
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// The map from one earlier version.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileEarlier {
    /// The earlier version.
    #[cfg_attr(test, schemars(regex(pattern = r"^\d{1,9}\.\d{1,9}\.\d{1,9}$")))]
    pub version: String,
    /// Questions that changed; those that keep their id and meaning need no entry.
    #[serde(default)]
    pub map: Vec<FileMapped>,
    /// Anything; never read.
    #[serde(rename = "$comment")]
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// What became of questions of the earlier version.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct FileMapped {
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
    #[cfg_attr(test, schemars(with = "Option<serde_json::Value>"))]
    _comment: Comment,
}

/// The closed sets of words, for the schema: the reader says which word is wrong where.
#[cfg(test)]
mod words {
    macro_rules! words {
        ($($name:ident: $($word:ident = $text:literal),+;)*) => {$(
            #[derive(schemars::JsonSchema)]
            #[allow(dead_code, reason = "only its schema is used")]
            pub enum $name { $(#[serde(rename = $text)] $word,)+ }
        )*};
    }

    /// Numbers by id, and a comment.
    #[derive(schemars::JsonSchema)]
    #[allow(dead_code, reason = "only its schema is used")]
    pub struct ById {
        #[serde(rename = "$comment")]
        comment: Option<serde_json::Value>,
        #[serde(flatten)]
        numbers: std::collections::BTreeMap<String, f64>,
    }

    words! {
        Preset: C2m2 = "c2m2_like", Gbt = "gbt_like", Samm = "samm_like", Acatech = "acatech_like", Weakest = "weakest_link";
        LevelRule: Gate = "gate", Bands = "bands", Min = "min", Cumulative = "cumulative";
        Per: Every = "every", Mean = "mean";
        NaPolicy: Exclude = "exclude", AsLowest = "as_lowest", Deny = "deny";
        EvidencePolicy: Flag = "flag", Cap = "cap";
        Depth: Quick = "quick", Full = "full";
        Fate: Same = "same", Reworded = "reworded", Rescaled = "rescaled", Split = "split", Merged = "merged", New = "new", Retired = "retired";
    }
}

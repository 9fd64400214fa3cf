//! The closed sets of words, for the schema: the reader says which word is wrong where.

use std::borrow::Cow;

macro_rules! words {
    ($($name:ident: $($word:ident = $text:literal),+;)*) => {$(
        #[derive(schemars::JsonSchema)]
        #[allow(dead_code, reason = "only its schema is used")]
        pub enum $name { $(#[serde(rename = $text)] $word,)+ }
    )*};
}

/// A text is what it says.
impl schemars::JsonSchema for super::FileText<'_> {
    fn schema_name() -> Cow<'static, str> {
        super::FileSaid::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        super::FileSaid::json_schema(generator)
    }
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
    Construct: Reflective = "reflective", Formative = "formative";
    Depth: Quick = "quick", Full = "full";
    Fate: Same = "same", Reworded = "reworded", Rescaled = "rescaled", Split = "split", Merged = "merged", New = "new", Retired = "retired";
}

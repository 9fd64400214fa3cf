//! `gradus show --json`: the result as JSON.

use serde_json::Value;

use crate::assessment::Assessment;
use crate::lang::Lang;
use crate::measure::measured;
use crate::report::{self, Names};
use crate::rubric::Rubric;

/// Everything that the result says, with scores in full precision.
pub fn json(rubric: &Rubric, assessment: &Assessment, lang: Lang) -> Value {
    let measured = measured(rubric, assessment);
    Value::Object(report::json::numbers(rubric, assessment, &measured, Names::Shown, lang))
}

//! `gradus show --json`: the result as JSON.

use serde_json::{Value, json};

use crate::assessment::Assessment;
use crate::lang::Lang;
use crate::measure::measured;
use crate::report::{self, Names};
use crate::rubric::Rubric;

/// Everything that the result says, with scores in full precision, and the newer version of the rubric if
/// one is here.
pub fn json(rubric: &Rubric, assessment: &Assessment, newer: Option<&str>, lang: Lang) -> Value {
    let measured = measured(rubric, assessment);
    let mut numbers = report::json::numbers(rubric, assessment, &measured, Names::Shown, lang);
    numbers.insert("newer_rubric".to_owned(), json!(newer));
    Value::Object(numbers)
}

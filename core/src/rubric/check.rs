//! The checker: everything that is wrong with a rubric file, and everything that is doubtful.
//!
//! An *error* is what the reader refuses; the file cannot be used. A *warning* is what an author
//! most likely did not mean; the file can be used all the same.

mod alike;
mod doubt;
mod raw;
mod say;

use serde_json::{Value, json};

use super::fault::Fault;
use super::guard::checked_text;
use super::{Id, Rubric};
use crate::lang::{CheckWords, Lang, fill};
use crate::text::Clean;

/// Something about a rubric file that its author should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Such as `dimensions[0].areas[2].questions[0].anchors`; empty for the whole file.
    pub path: String,
    /// What it is.
    pub problem: Problem,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A broken rule: the file is refused.
    Error(Fault),
    /// Something doubtful.
    Warning(Doubt),
}

/// Something that is allowed and most likely not meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// A character that is not seen, or that commands a terminal.
    Hidden {
        /// Its number, such as `U+200B`.
        code: String,
    },
    /// An id that is easily taken for another one.
    LookAlike {
        /// The other id.
        other: Clean,
    },
    /// A name that reads as another one does.
    SameName {
        /// Where the other one stands.
        other: String,
    },
    /// A text in a language that the rubric does not declare, where others lack it.
    Undeclared {
        /// Its code.
        lang: &'static str,
    },
    /// Two anchors that say nearly the same.
    AnchorsAlike {
        /// Value of the lower one.
        lower: f64,
        /// Value of the higher one.
        higher: f64,
    },
    /// A higher anchor that says much less than the one below it.
    AnchorShrinks {
        /// Value of the lower one.
        lower: f64,
        /// Value of the higher one.
        higher: f64,
    },
    /// A text that does not fit a screen.
    Long {
        /// Columns that it takes.
        columns: usize,
        /// Columns that it should not pass.
        limit: usize,
    },
    /// Nothing says what to ask to see.
    NoEvidence,
    /// A level of the scale that no question can be answered with.
    EmptyLevel {
        /// The level.
        level: u8,
    },
    /// A weight of nothing: shown, never counted.
    NotCounted,
    /// A profile that weighs as the default does.
    SameWeights,
    /// A lens that reads no area.
    BlindLens,
    /// A prerequisite that is met at the lowest level.
    AlwaysMet,
    /// Critical areas whose cap can never bind.
    CapNeverBinds,
    /// An id that meant something else in an earlier version.
    Reused {
        /// The id.
        id: Id,
    },
}

impl Finding {
    fn warning(path: impl Into<String>, doubt: Doubt) -> Self {
        Self { path: path.into(), problem: Problem::Warning(doubt) }
    }

    /// Whether the file is refused for it.
    pub fn is_error(&self) -> bool {
        matches!(self.problem, Problem::Error(_))
    }

    /// The kind of problem in one word that never changes.
    pub fn code(&self) -> &'static str {
        self.told(Lang::En).0
    }

    /// What is wrong, as a sentence without its place.
    pub fn sentence(&self, lang: Lang) -> String {
        match &self.problem {
            Problem::Error(fault) => fault.sentence(&lang.words().fault),
            Problem::Warning(doubt) => say::doubt(doubt, &lang.words().check),
        }
    }

    /// What to do about it.
    pub fn advice(&self, lang: Lang) -> &'static str {
        self.told(lang).1
    }

    fn told(&self, lang: Lang) -> (&'static str, &'static str) {
        let w: &'static CheckWords = &lang.words().check;
        match &self.problem {
            Problem::Error(fault) => say::of_fault(fault, w),
            Problem::Warning(doubt) => say::of_doubt(doubt, w),
        }
    }

    /// The finding as it is printed: where, what is wrong, what to do.
    pub fn line(&self, lang: Lang) -> String {
        let w = &lang.words().check;
        let severity = if self.is_error() { w.error } else { w.warning };
        let path = if self.path.is_empty() { Clean::line(w.whole_file) } else { Clean::line(&self.path) };
        let sentence = self.sentence(lang);
        let line = if sentence.ends_with(['?', '？']) { w.line_asking } else { w.line };
        fill(line, &[severity, &path, &sentence, self.advice(lang)])
    }

    /// The finding as the command prints it with `--json`.
    pub fn to_json(&self, lang: Lang) -> Value {
        json!({
            "severity": if self.is_error() { "error" } else { "warning" },
            "code": self.code(),
            "path": Clean::line(&self.path).as_str(),
            "problem": self.sentence(lang),
            "advice": self.advice(lang),
        })
    }
}

/// Everything that there is to say about a rubric file: errors first, each list in the order of the file.
pub fn check(bytes: &[u8]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let rubric = Rubric::read_or_all(bytes);
    if let Err(refusals) = &rubric {
        let error = |r: &super::Refusal| Finding { path: r.path.clone(), problem: Problem::Error(r.fault.clone()) };
        findings.extend(refusals.iter().map(error));
    }
    // What is no JSON has been refused already.
    if let Some(value) = checked_text(bytes).ok().and_then(|text| serde_json::from_str::<Value>(text).ok()) {
        findings.extend(raw::doubts(&value));
    }
    if let Ok(rubric) = &rubric {
        findings.extend(doubt::doubts(rubric));
    }
    findings
}

//! The exact reader: a file becomes an assessment as anywhere else in the program.

use std::borrow::Cow;
use std::path::Path;

use super::Reading;
use super::left::Why;
use super::model::{Models, NoModel};
use super::skim::{FIELDS, Found};
use crate::assessment::Assessment;
use crate::assessment::row::{self, halves};
use crate::rubric::Rubric;
use crate::store::contents::Contents;
use crate::store::fault::{StoreFault, shown};
use crate::store::{Store, assessment_of};

/// Why an assessment is not taken now.
pub(super) enum Not {
    /// Its rubric may turn up in another file: ask again at the end.
    Yet,
    /// It is left out.
    Left(Why),
}

/// Reads the bytes of an assessment; what is not whole is left out, not guessed at.
pub(super) fn read(
    store: &Store,
    models: &Models,
    reading: Reading,
    path: &Path,
    bytes: &[u8],
    is_last: bool,
) -> Result<(Found<'static>, usize), Not> {
    let left = |why| Err(Not::Left(why));
    let fault = |fault| Err(Not::Left(Why::Fault(fault)));
    let contents = Contents::of(bytes);
    if let Some(format) = contents.newer {
        return fault(StoreFault::NewerFormat { path: shown(path), format });
    }
    if !contents.damaged.is_empty() && (!contents.headers.is_empty() || !contents.events.is_empty()) {
        return left(Why::Damaged(contents.damaged.len()));
    }
    let Some(assessment) = assessment_of(contents) else {
        return fault(StoreFault::NotAnAssessment(shown(path)));
    };
    let lost: u32 = assessment.ledger().holes().iter().map(|(_, missing)| missing).sum();
    if lost > 0 {
        return left(Why::Lost(lost));
    }
    let (place, model) = match models.find(store, &assessment.rubric_in_use(), &assessment, is_last) {
        Ok(found) => found,
        Err(NoModel::NotYet) => return Err(Not::Yet),
        Err(NoModel::Fault(why)) => return fault(why),
        Err(NoModel::TooMany) => return left(Why::TooManyCredits),
    };
    if let Some(bad) = assessment.unreadable(&model.rubric) {
        return left(Why::Unreadable(bad));
    }
    Ok((found(&assessment, &model.rubric, reading), place))
}

fn found(assessment: &Assessment, rubric: &Rubric, reading: Reading) -> Found<'static> {
    let (answers, extra) = (reading.said)(rubric, assessment, reading.wanted);
    let codes = rubric.questions.iter().zip(&answers).map(|(q, answer)| row::code(rubric, q, answer.as_ref()));
    let said = |field| assessment.setup(field).map_or(Cow::Borrowed(""), |text| Cow::Owned(text.as_str().to_owned()));
    Found {
        id: halves(&assessment.id),
        changed: assessment.changed().unix_ms,
        setup: FIELDS.map(said),
        codes: codes.collect(),
        extra,
    }
}

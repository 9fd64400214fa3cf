//! Uniting assessments: all events of all of them. Pure.

use std::path::Path;

use super::fault::shown;
use super::notice::Notice;
use super::opened::Opened;
use crate::assessment::{Assessment, AssessmentId, Header, RubricRef, Session};
use crate::lang::{MergeWords, Words, fill};
use crate::rubric::Version;
use crate::text::Clean;

/// One of the assessments that are to be united.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// Its file, for the sentence that refuses it.
    pub path: &'a Path,
    /// What was answered.
    pub assessment: &'a Assessment,
}

/// What is united although it does not plainly belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allow {
    /// Assessments under different versions of a rubric: the newest one counts.
    pub across_versions: bool,
    /// Assessments that were made separately: the union is a new one.
    pub into_new: bool,
}

/// Why two assessments are not united.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// They are about different subjects.
    Subjects {
        /// The files and their subjects.
        files: [(Clean, Clean); 2],
        /// Whether one file is a copy of the other.
        is_copy: bool,
    },
    /// They were made separately.
    MadeApart([Clean; 2]),
    /// They answer different rubrics: files and rubric ids.
    Rubrics([(Clean, Clean); 2]),
    /// They answer different versions of a rubric: files and versions.
    Versions([(Clean, Clean); 2]),
}

impl Misfit {
    /// What does not fit, and what to do about it, in one sentence.
    pub fn sentence(&self, w: &MergeWords) -> String {
        let pairs = |template: &str, [(a, of_a), (b, of_b)]: &[(Clean, Clean); 2]| fill(template, &[a, of_a, b, of_b]);
        match self {
            Self::Subjects { files, is_copy: false } => pairs(w.other_subject, files),
            Self::Subjects { files, is_copy: true } => pairs(w.copied_file, files),
            Self::MadeApart([a, b]) => fill(w.made_apart, &[a, b]),
            Self::Rubrics(files) => pairs(w.other_rubric, files),
            Self::Versions(files) => pairs(w.other_version, files),
        }
    }
}

/// All events of all parts as one assessment; `new_id` is the identity of a union of separate ones.
///
/// The order of the parts changes nothing, nor does a part that is there twice.
pub fn unite(first: Part, rest: &[Part], allow: Allow, new_id: &AssessmentId) -> Result<Assessment, Misfit> {
    for part in rest {
        fits(&first, part, allow)?;
    }
    let all = || std::iter::once(&first).chain(rest).map(|part| part.assessment);
    let is_one = all().all(|a| a.id == first.assessment.id);
    let newest = all().map(|a| &a.rubric).max_by_key(|r| newness(r));
    let mut united = Assessment::new(&Header {
        assessment: if is_one { first.assessment.id.clone() } else { new_id.clone() },
        // A header names a session, but the assessment does not keep it.
        session: Session::from_random([0; 8]),
        rubric: newest.unwrap_or(&first.assessment.rubric).clone(),
        created: all().map(|a| a.created).min().unwrap_or_default(),
    });
    united.extend(all().flat_map(|a| a.ledger().events()).cloned());
    Ok(united)
}

/// Later versions are greater; the rest only keeps the choice from depending on the order.
fn newness(rubric: &RubricRef) -> (Option<Version>, &str, &str) {
    (Version::parse(&rubric.version), &rubric.version, &rubric.sha256)
}

/// Whether two parts may be united.
fn fits(a: &Part, b: &Part, allow: Allow) -> Result<(), Misfit> {
    let both = |of: fn(&Assessment) -> Clean| [a, b].map(|p| (shown(p.path), of(p.assessment)));
    let (x, y) = (a.assessment, b.assessment);
    let is_copy = x.id == y.id;
    if !is_same_subject(x, y) {
        return Err(Misfit::Subjects { files: both(Assessment::subject), is_copy });
    }
    if x.rubric.id != y.rubric.id {
        return Err(Misfit::Rubrics(both(|a| Clean::line(a.rubric.id.as_str()))));
    }
    if !is_copy && !allow.into_new {
        return Err(Misfit::MadeApart([shown(a.path), shown(b.path)]));
    }
    if x.rubric_in_use().version != y.rubric_in_use().version && !allow.across_versions {
        return Err(Misfit::Versions(both(|a| a.rubric_in_use().version)));
    }
    Ok(())
}

/// Whether two assessments are about the same subject, whatever the case of its letters.
pub fn is_same_subject(a: &Assessment, b: &Assessment) -> bool {
    let name = |a: &Assessment| a.subject().trim().to_lowercase();
    name(a) == name(b)
}

impl Opened {
    /// Why a union with this assessment would lose something, if it would.
    pub fn cannot_be_united(&self, w: &Words) -> Option<String> {
        let has_newer_lines = self.notices.iter().any(|n| matches!(n, Notice::Unknown(_)));
        let newer = || fill(w.merge.newer_lines, &[&shown(&self.path)]);
        let read_only = self.read_only.as_ref().map(|fault| fault.sentence(&w.store));
        read_only.or_else(|| has_newer_lines.then(newer))
    }
}

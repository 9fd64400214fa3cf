//! What people said, in words: answers, evidence, the fields of the setup.

use crate::assessment::{Confidence, EvidenceKind, Field};
use crate::lang::{Lang, fill};
use crate::measure::Contradiction;
use crate::rubric::Rubric;
use crate::text::clean_line;

/// A choice's value without a needless `.0`, never cut: 3, 2.5, 0.25.
pub fn value(value: f64) -> String {
    format!("{value}")
}

/// The word for a credit; one that the interface has no word for speaks for itself.
pub fn credit(id: &str, lang: Lang) -> &str {
    let words = &lang.words().ask;
    match id {
        "partly" => words.partly,
        "mostly" => words.mostly,
        other => other,
    }
}

/// The word for how sure an answer is.
pub fn confidence(confidence: Confidence, lang: Lang) -> &'static str {
    let words = &lang.words().ask;
    match confidence {
        Confidence::Sure => words.sure,
        Confidence::Likely => words.likely,
        Confidence::Guess => words.guess,
    }
}

/// The word for a kind of evidence.
pub fn evidence_kind(kind: EvidenceKind, lang: Lang) -> &'static str {
    let words = &lang.words().ask;
    match kind {
        EvidenceKind::Statement => words.evidence_statement,
        EvidenceKind::Document => words.evidence_document,
        EvidenceKind::Record => words.evidence_record,
    }
}

/// The name of a field of the setup.
pub fn field(field: Field, lang: Lang) -> &'static str {
    let words = &lang.words().fields;
    match field {
        Field::Subject => words.subject,
        Field::Unit => words.unit,
        Field::Site => words.site,
        Field::Sector => words.sector,
        Field::Size => words.size,
        Field::Mode => words.mode,
        Field::Depth => words.depth,
        Field::Profile => words.profile,
        Field::Assessor => words.assessor,
        Field::Archived => words.archived,
    }
}

/// What a field of the setup holds, in words; `rubric` knows the names of the profiles.
pub fn field_value(of: Field, stored: &str, rubric: Option<&Rubric>, lang: Lang) -> String {
    let words = &lang.words().fields;
    let word = match (of, stored) {
        (Field::Mode, "self") => words.mode_self,
        (Field::Mode, "workshop") => words.mode_workshop,
        (Field::Mode, "interview") => words.mode_interview,
        (Field::Depth, "quick") => words.depth_quick,
        (Field::Depth, "full") => words.depth_full,
        (Field::Size, "") => words.not_said,
        (Field::Size, "small") => words.size_small,
        (Field::Size, "medium") => words.size_medium,
        (Field::Size, "large") => words.size_large,
        (Field::Profile, "") => words.profile_equal,
        (Field::Profile, id) => {
            let profile = rubric.and_then(|r| r.profile(id));
            return profile.map_or_else(|| clean_line(id).into_owned(), |p| p.name.get(lang).to_string());
        }
        (_, text) => return clean_line(text).into_owned(),
    };
    word.to_owned()
}

/// A prerequisite that the answers break.
pub fn contradiction(rubric: &Rubric, broken: &Contradiction, lang: Lang) -> String {
    let p = broken.prerequisite;
    let (area, needs) = (rubric.area(p.area), rubric.area(p.needs));
    let values = [
        area.id.as_str(),
        &broken.claimed.to_string(),
        &p.level.to_string(),
        needs.id.as_str(),
        needs.name.get(lang),
        &p.needs_level.to_string(),
        &broken.found.to_string(),
    ];
    fill(lang.words().review.broken, &values)
}

//! Findings in words: the word that never changes, the sentence, and what to do.

use super::Doubt;
use crate::lang::{CheckWords, fill};
use crate::rubric::fault::Fault;

/// The unchanging word of an error, and what to do about it.
pub(super) fn of_fault(fault: &Fault, w: &'static CheckWords) -> (&'static str, &'static str) {
    match fault {
        Fault::FileTooLarge { .. } => ("file_too_large", w.do_shorten),
        Fault::NotUtf8 { .. } => ("not_utf8", w.do_utf8),
        Fault::TooDeep { .. } => ("too_deep", w.do_schema),
        Fault::Malformed { .. } => ("syntax", w.do_schema),
        Fault::NewerFormat { .. } => ("newer_format", w.do_update),
        Fault::BadId { .. } => ("bad_id", w.do_rename),
        Fault::DuplicateId { .. } => ("duplicate_id", w.do_rename),
        Fault::UnknownId { .. } => ("unknown_id", w.do_refer),
        Fault::UnknownWord { .. } => ("unknown_word", w.do_choose),
        Fault::BadVersion { .. } => ("bad_version", w.do_write),
        Fault::MissingLanguage { .. } => ("missing_language", w.do_translate),
        Fault::TextTooLong { .. } => ("text_too_long", w.do_shorten),
        Fault::OutOfRange { .. } => ("out_of_range", w.do_number),
        Fault::TooMany { .. } => ("too_many", w.do_divide),
        Fault::Empty => ("empty", w.do_fill),
        Fault::Count { .. } => ("count", w.do_count),
        Fault::NotRising => ("not_rising", w.do_order),
        Fault::NoWeight => ("no_weight", w.do_weigh),
        Fault::KindAgainstRule => ("kind_against_rule", w.do_kind),
        Fault::Cycle => ("cycle", w.do_cycle),
        Fault::NoneQuick => ("none_quick", w.do_quick),
        Fault::PresetAndRule => ("preset_and_rule", w.do_keep_one),
        Fault::CreditPastNext => ("credit_past_next", w.do_credit),
        Fault::NotEarlier { .. } => ("not_earlier", w.do_write),
    }
}

/// The unchanging word of a warning, and what to do about it.
pub(super) fn of_doubt(doubt: &Doubt, w: &'static CheckWords) -> (&'static str, &'static str) {
    match doubt {
        Doubt::Hidden { .. } => ("hidden", w.do_retype),
        Doubt::LookAlike { .. } => ("look_alike", w.do_distinct),
        Doubt::SameName { .. } => ("same_name", w.do_distinct),
        Doubt::Undeclared { .. } => ("undeclared_language", w.do_declare),
        Doubt::AnchorsAlike { .. } => ("anchors_alike", w.do_tell_apart),
        Doubt::AnchorShrinks { .. } => ("anchor_shrinks", w.do_build_on),
        Doubt::Long { .. } => ("long", w.do_shorten),
        Doubt::NoEvidence => ("no_evidence", w.do_evidence),
        Doubt::EmptyLevel { .. } => ("empty_level", w.do_level),
        Doubt::NotCounted => ("not_counted", w.do_weigh),
        Doubt::SameWeights => ("same_weights", w.do_weigh_otherwise),
        Doubt::BlindLens => ("blind_lens", w.do_lens),
        Doubt::AlwaysMet => ("always_met", w.do_prerequisite),
        Doubt::CapNeverBinds => ("cap_never_binds", w.do_cap),
        Doubt::Reused { .. } => ("reused_id", w.do_new_id),
    }
}

/// A warning as a sentence.
pub(super) fn doubt(doubt: &Doubt, w: &CheckWords) -> String {
    match doubt {
        Doubt::Hidden { code } => fill(w.hidden, &[code]),
        Doubt::LookAlike { other } => fill(w.look_alike, &[other]),
        Doubt::SameName { other } => fill(w.same_name, &[other]),
        Doubt::Undeclared { lang } => fill(w.undeclared, &[lang]),
        Doubt::AnchorsAlike { lower, higher } => fill(w.anchors_alike, &[&lower.to_string(), &higher.to_string()]),
        Doubt::AnchorShrinks { lower, higher } => fill(w.anchor_shrinks, &[&lower.to_string(), &higher.to_string()]),
        Doubt::Long { columns, limit } => fill(w.long, &[&columns.to_string(), &limit.to_string()]),
        Doubt::NoEvidence => w.no_evidence.to_owned(),
        Doubt::EmptyLevel { level } => fill(w.empty_level, &[&level.to_string()]),
        Doubt::NotCounted => w.not_counted.to_owned(),
        Doubt::SameWeights => w.same_weights.to_owned(),
        Doubt::BlindLens => w.blind_lens.to_owned(),
        Doubt::AlwaysMet => w.always_met.to_owned(),
        Doubt::CapNeverBinds => w.cap_never_binds.to_owned(),
        Doubt::Reused { id } => fill(w.reused, &[id.as_str()]),
    }
}

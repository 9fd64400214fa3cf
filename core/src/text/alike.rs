//! What reads alike, and what somebody probably meant.

use unicode_normalization::UnicodeNormalization;

/// The name that is most like what somebody typed, if one is.
pub fn nearest<'n>(typed: &str, names: &[&'n str]) -> Option<&'n str> {
    let alike = |name: &&&str| strsim::jaro_winkler(typed, name);
    let best = names.iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(&best) > 0.85).then_some(*best)
}

/// The text in the form by which texts that read alike are equal: compatible forms of a
/// character are one (NFKC), case and blanks at the ends do not count.
pub fn folded(text: &str) -> String {
    // Plain ASCII and Han have one form only.
    if text.chars().all(|c| c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}')) {
        return text.trim().to_ascii_lowercase();
    }
    text.trim().nfkc().flat_map(char::to_lowercase).collect()
}

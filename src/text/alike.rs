//! What somebody probably meant.

/// The name that is most like what somebody typed, if one is.
pub fn nearest<'n>(typed: &str, names: &[&'n str]) -> Option<&'n str> {
    let alike = |name: &&&str| strsim::jaro_winkler(typed, name);
    let best = names.iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(&best) > 0.85).then_some(*best)
}

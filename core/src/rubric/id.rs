//! Permanent names.

use std::fmt;

/// A permanent name of a dimension, area, question, lens or profile: 1 to 64 of `A-Z a-z 0-9 . _ -`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Longest id in bytes.
    pub const MAX: usize = 64;

    /// The id, if `text` is one: no path, no device name, nothing invisible.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let fits = (1..=Self::MAX).contains(&text.len()) && text.bytes().all(allowed);
        (fits && !matches!(text, "." | "..") && !is_device(text)).then(|| Self(text.into()))
    }

    /// What stands for an id that was refused; nothing refers to it.
    pub(super) fn nameless() -> Self {
        Self("".into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Names that Windows gives to devices, with or without an extension.
fn is_device(text: &str) -> bool {
    let stem = text.as_bytes().split(|b| *b == b'.').next().unwrap_or_default();
    let (word, number) = stem.split_at(stem.len().min(3));
    let is_one_of = |names: &[&[u8]]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    match number {
        [] => is_one_of(&[b"con", b"prn", b"aux", b"nul"]),
        [b'1'..=b'9'] => is_one_of(&[b"com", b"lpt"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_no_id_in_any_case_nor_with_an_extension() {
        for name in ["con", "PRN", "aux.1", "Nul.a.b", "com1", "LPT9.x", ".", "..", ""] {
            assert_eq!(Id::new(name), None, "{name}");
        }
        for name in ["co", "con1", "cons", "com", "com0", "com10", "lpt1x", ".con", "x.con", "N1.1"] {
            assert!(Id::new(name).is_some_and(|id| id.as_str() == name), "{name}");
        }
    }
}

//! Cleaned text, and the texts that it can be a part of.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use super::{Breaks, cleaned, is_plain};

/// Text without any character that could command a terminal or hide its meaning.
///
/// Control characters are shown as control pictures, bidirectional controls as
/// their code point, invisible ones are gone. Cleaning is for display only: what
/// is stored on disk keeps the original bytes. Copies share the text.
#[derive(Clone)]
pub struct Clean {
    source: Source,
    /// Bytes of the source before it.
    from: u32,
    /// Its own bytes. No file is read that is too long for them, nor can an argument be.
    len: u32,
}

impl Clean {
    /// One line of text: a line break is shown as its control picture.
    pub fn line(text: &str) -> Self {
        Self::whole(cleaned(text, Breaks::Shown).into())
    }

    /// Text of any number of lines, separated by `\n`.
    pub fn block(text: &str) -> Self {
        Self::whole(cleaned(text, Breaks::Kept).into())
    }

    fn whole(text: Box<str>) -> Self {
        let len = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self { source: Source(Arc::new(Held::Own(text))), from: 0, len }
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        let from = self.from as usize;
        self.source.get(from..from + self.len as usize).unwrap_or_default()
    }

    /// Whether nothing but white space is left.
    pub fn is_blank(&self) -> bool {
        self.chars().all(char::is_whitespace)
    }
}

impl Default for Clean {
    fn default() -> Self {
        static EMPTY: LazyLock<Clean> = LazyLock::new(|| Clean::whole(Box::default()));
        EMPTY.clone()
    }
}

impl Deref for Clean {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clean").field(&self.as_str()).finish()
    }
}

impl PartialEq for Clean {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Clean {}

impl PartialOrd for Clean {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Clean {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for Clean {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// A text that [`Clean`] texts can be parts of; it lives as long as one of them. Copies share it.
#[derive(Clone)]
pub struct Source(Arc<Held>);

enum Held {
    Own(Box<str>),
    Shared(Arc<str>),
    Program(&'static str),
}

impl Source {
    /// The same as [`Clean::line`] of `text`, and no copy of it where it is a part of this source
    /// that may be shown as it stands.
    pub fn line(&self, text: &str) -> Clean {
        self.part(text, Breaks::Shown)
    }

    /// The same as [`Clean::block`] of `text`, likewise.
    pub fn block(&self, text: &str) -> Clean {
        self.part(text, Breaks::Kept)
    }

    fn part(&self, text: &str, breaks: Breaks) -> Clean {
        match self.place(text) {
            Some((from, len)) if is_plain(text, breaks) => Clean { source: self.clone(), from, len },
            _ => Clean::whole(cleaned(text, breaks).into()),
        }
    }

    /// Where a text that was borrowed from this source begins in it, and how long it is.
    fn place(&self, text: &str) -> Option<(u32, u32)> {
        let from = text.as_ptr().addr().checked_sub(self.as_ptr().addr())?;
        let is_part = from + text.len() <= self.len();
        Some((u32::try_from(from).ok()?, u32::try_from(text.len()).ok()?)).filter(|_| is_part)
    }
}

impl Deref for Source {
    type Target = str;
    fn deref(&self) -> &str {
        match &*self.0 {
            Held::Own(text) => text,
            Held::Shared(text) => text,
            Held::Program(text) => text,
        }
    }
}

impl From<String> for Source {
    fn from(text: String) -> Self {
        Self(Arc::new(Held::Own(text.into())))
    }
}

impl From<Arc<str>> for Source {
    fn from(text: Arc<str>) -> Self {
        Self(Arc::new(Held::Shared(text)))
    }
}

/// A text that is part of the program.
impl From<&'static str> for Source {
    fn from(text: &'static str) -> Self {
        Self(Arc::new(Held::Program(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_is_not_copied_and_anything_else_is() {
        let source = Source::from(Arc::<str>::from("成熟度 level\u{202e}"));
        let part = source.block(&source[3..15]);
        assert_eq!((part.as_str(), part.as_ptr()), ("熟度 level", source[3..].as_ptr()));
        assert_eq!(source.block(&source[9..]).as_str(), " level<U+202E>");
        let other = String::from(&source[3..15]);
        assert_eq!(source.block(&other), part);
        assert_ne!(source.block(&other).as_ptr(), part.as_ptr());
        assert_eq!((size_of::<Clean>(), size_of::<Option<Clean>>()), (16, 16));
    }

    #[test]
    fn texts_are_told_apart_by_what_they_say() {
        let source = Source::from("b a".to_owned());
        let (a, b) = (source.block(&source[2..]), source.block(&source[..1]));
        assert!(a < b && a == Clean::line("a") && a != b);
        assert!(std::collections::HashSet::from([a.clone()]).contains(&Clean::line("a")));
        assert_eq!(
            (format!("{a:?}"), format!("{a:3}|"), Clean::default().as_str()),
            ("Clean(\"a\")".to_owned(), "a  |".to_owned(), "")
        );
    }

    proptest! {
        #[test]
        fn a_part_reads_as_a_copy(text in "([ -~]|[\u{0}-\u{20}]|\u{301}|[\u{2000}-\u{2070}]|[\u{4e00}-\u{9fff}]|\\PC){0,40}", cut in 0usize..40) {
            let source = Source::from(text);
            let cut = source.char_indices().nth(cut).map_or(source.len(), |(at, _)| at);
            for part in [&source[..cut], &source[cut..], &source] {
                prop_assert_eq!(source.block(part), Clean::block(part));
                prop_assert_eq!(source.line(part), Clean::line(part));
                prop_assert_eq!(source.block(part).is_blank(), Clean::block(part).trim().is_empty());
            }
        }
    }
}

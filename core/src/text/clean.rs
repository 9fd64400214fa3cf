//! Cleaned text, and the texts that it can be a part of.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use faststr::FastStr;

use super::hidden::{Breaks, cleaned, is_plain};

/// Text without any character that could command a terminal or hide its meaning.
///
/// Control characters are shown as control pictures, bidirectional controls as
/// their code point, invisible ones are gone. Cleaning is for display only: what
/// is stored on disk keeps the original bytes. Copies share the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(Source);

impl Clean {
    /// One line of text: a line break is shown as its control picture.
    pub fn line(text: &str) -> Self {
        Self::whole(cleaned(text, Breaks::Shown))
    }

    /// Text of any number of lines, separated by `\n`.
    pub fn block(text: &str) -> Self {
        Self::whole(cleaned(text, Breaks::Kept))
    }

    fn whole(text: Cow<str>) -> Self {
        Self(text.into_owned().into())
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing but white space is left.
    pub fn is_blank(&self) -> bool {
        self.chars().all(char::is_whitespace)
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

/// A text that others can be parts of without a copy; it is kept as long as one of them is. Copies share it.
#[derive(Clone)]
pub struct Source {
    /// A text of its own, or one that is part of the program.
    held: Arc<FastStr>,
    /// Bytes of what is held before it.
    from: u32,
    /// Its own bytes. No file is read that is too long for them, nor can an argument be.
    len: u32,
}

impl Source {
    fn whole(held: FastStr) -> Self {
        let len = u32::try_from(held.len()).unwrap_or(u32::MAX);
        Self { held: Arc::new(held), from: 0, len }
    }

    /// A text that was borrowed from this one as a source of its own; none if it was not.
    pub fn part(&self, text: &str) -> Option<Self> {
        // A rubric has thousands of them: the source is not cut out of what is held for each.
        let from = text.as_ptr().addr().checked_sub(self.held.as_ptr().addr())?;
        let (from, len) = (u32::try_from(from).ok()?, u32::try_from(text.len()).ok()?);
        let is_part = from >= self.from && from.checked_add(len)? <= self.from + self.len;
        is_part.then(|| Self { held: Arc::clone(&self.held), from, len })
    }

    /// A slice of its bytes as text; none if it is no such slice, or cuts a character.
    pub fn part_of<'t>(&'t self, bytes: &'t [u8]) -> Option<&'t str> {
        let before = bytes.as_ptr().addr().checked_sub(self.as_ptr().addr())?;
        self.get(before..before + bytes.len())
    }

    /// The same as [`Clean::line`] of `text`, and no copy of it where it is a part of this source
    /// that may be shown as it stands.
    pub fn line(&self, text: &str) -> Clean {
        self.clean(text, Breaks::Shown)
    }

    /// The same as [`Clean::block`] of `text`, likewise.
    pub fn block(&self, text: &str) -> Clean {
        self.clean(text, Breaks::Kept)
    }

    fn clean(&self, text: &str, breaks: Breaks) -> Clean {
        let part = self.part(text).filter(|_| is_plain(text, breaks));
        part.map_or_else(|| Clean::whole(cleaned(text, breaks)), Clean)
    }
}

impl Default for Source {
    fn default() -> Self {
        static EMPTY: LazyLock<Source> = LazyLock::new(|| "".into());
        EMPTY.clone()
    }
}

impl Deref for Source {
    type Target = str;
    fn deref(&self) -> &str {
        let from = self.from as usize;
        self.held.get(from..from + self.len as usize).unwrap_or_default()
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Source {}

impl PartialOrd for Source {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Source {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl From<String> for Source {
    fn from(text: String) -> Self {
        Self::whole(text.into())
    }
}

/// The bytes of a file, if they are text; else themselves. With Chinese in it the standard library takes as
/// long to find that out as to read the file.
impl TryFrom<Bytes> for Source {
    type Error = Bytes;
    fn try_from(bytes: Bytes) -> Result<Self, Bytes> {
        FastStr::from_bytes(bytes.clone()).map(Self::whole).map_err(|_| bytes)
    }
}

/// A text that is part of the program.
impl From<&'static str> for Source {
    fn from(text: &'static str) -> Self {
        Self::whole(FastStr::from_static_str(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_is_not_copied_and_anything_else_is() {
        let source = Source::from("成熟度 level\u{202e}".to_owned());
        let part = source.block(&source[3..15]);
        assert_eq!((part.as_str(), part.as_ptr()), ("熟度 level", source[3..].as_ptr()));
        assert_eq!(source.block(&source[9..]).as_str(), " level<U+202E>");
        let other = String::from(&source[3..15]);
        assert_eq!(source.block(&other), part);
        assert_ne!(source.block(&other).as_ptr(), part.as_ptr());
        assert_eq!((size_of::<Clean>(), size_of::<Option<Clean>>()), (16, 16));
    }

    #[test]
    fn a_part_of_a_part_is_what_lies_inside_of_it() {
        let source = Source::from("成熟度 level".to_owned());
        let inner = source.part(&source[3..12]).unwrap();
        assert_eq!(&*inner, "熟度 le");
        for (range, is_inside) in [(3..12, true), (6..9, true), (12..12, true), (0..6, false), (9..13, false)] {
            let part = inner.part(&source[range.clone()]);
            assert_eq!(part.as_deref(), is_inside.then(|| &source[range]));
        }
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
        fn bytes_are_text_if_the_standard_library_says_so(
            text in "([ -~]|[\u{4e00}-\u{9fff}]|\\PC){0,99}",
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..2),
        ) {
            let mut bytes = text.into_bytes();
            for (at, byte) in changes {
                if let Some(any) = bytes.len().checked_sub(1).map(|last| at.index(last + 1)) {
                    bytes[any] = byte;
                }
            }
            let is_text = std::str::from_utf8(&bytes).is_ok();
            let read = Source::try_from(Bytes::from(bytes.clone()));
            prop_assert_eq!(read.is_ok(), is_text);
            prop_assert_eq!(read.map_or_else(|same| same.to_vec(), |text| text.as_bytes().to_vec()), bytes);
        }

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

//! A line as [`encode`](super::encode) writes it, taken apart without building anything.
//!
//! What is written in any other way is not wrong, only rare: it is left to the exact reader. Every start and a
//! million files come through here, so bytes are compared as numbers of as many bytes, without a call.

mod moment;

pub(in crate::store) use moment::{Moment, stamp};

/// The members of an event's line.
pub(in crate::store) struct Said<'l> {
    pub session: &'l [u8],
    pub counter: u32,
    pub at: Moment<'l>,
    pub by: &'l [u8],
    /// Last events of other sessions on the same thing, between the brackets.
    pub after: &'l [u8],
    pub thing: &'l [u8],
    /// What stands after `"is":`, up to the checksum.
    pub rest: &'l [u8],
}

/// The members of a header's line.
pub(in crate::store) struct Head<'l> {
    pub assessment: &'l str,
    pub session: &'l [u8],
    pub sha256: &'l [u8],
    pub created: &'l [u8],
}

/// What is left of a line.
#[derive(Clone, Copy)]
pub(in crate::store) struct Cut<'l>(pub &'l [u8]);

impl<'l> Cut<'l> {
    /// Goes past `literal`, which must come next.
    #[expect(clippy::inline_always, reason = "a call would cost more than the two numbers that are compared")]
    #[inline(always)]
    pub fn past<const N: usize>(&mut self, literal: &[u8; N]) -> Option<()> {
        let (next, rest) = self.0.split_first_chunk::<N>()?;
        if next != literal {
            return None;
        }
        self.0 = rest;
        Some(())
    }

    /// A text up to its closing quote; one with an escape or a control character is left to the exact reader.
    pub fn text(&mut self) -> Option<&'l [u8]> {
        let mut left = self.0;
        let mut end = None;
        while let Some((word, rest)) = left.split_first_chunk() {
            let odd = special(u64::from_le_bytes(*word));
            if odd != 0 {
                end = Some(odd.trailing_zeros() as usize / 8);
                break;
            }
            left = rest;
        }
        let end = match end {
            Some(end) => end,
            None => left.iter().position(|b| matches!(b, b'"' | b'\\' | ..b' '))?,
        };
        let (text, rest) = self.0.split_at(self.0.len() - left.len() + end);
        let (b'"', rest) = rest.split_first()? else { return None };
        self.0 = rest;
        Some(text)
    }

    /// A whole number without needless zeros.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        while let Some((digit @ b'0'..=b'9', rest)) = self.0.split_first() {
            number = number.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
            self.0 = rest;
            if number == 0 {
                return None;
            }
        }
        (number > 0).then_some(number)
    }
}

/// The high bit of the first of eight bytes that is a quote, a backslash or a control character, if there
/// is one; bits of bytes after it mean nothing.
#[inline(always)]
fn special(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // A byte that is 0 after this was the one that is looked for.
    let (quote, slash) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5c));
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = quote.wrapping_sub(ONES) & !quote;
    let slash = slash.wrapping_sub(ONES) & !slash;
    (control | quote | slash) & (ONES << 7)
}

/// The body of an event's line, its checksum taken off.
pub(in crate::store) fn event(body: &[u8]) -> Option<Said<'_>> {
    let mut cut = Cut(body);
    cut.past(b"{\"e\":\"")?;
    let end = cut.0.iter().position(|b| *b == b'.')?;
    let (session, rest) = cut.0.split_at(end);
    cut.0 = &rest[1..];
    let counter = cut.number()?;
    cut.past(b"\",\"at\":\"")?;
    let (at, rest) = cut.0.split_first_chunk()?;
    cut.0 = rest;
    cut.past(b"\",\"by\":\"")?;
    let by = cut.text()?;
    cut.past(b",\"after\":[")?;
    let end = cut.0.iter().position(|b| *b == b']')?;
    let (after, rest) = cut.0.split_at(end);
    cut.0 = rest;
    cut.past(b"],\"thing\":\"")?;
    let thing = cut.text()?;
    cut.past(b",\"is\":")?;
    Some(Said { session, counter, at: Moment::of(at)?, by, after, thing, rest: cut.0 })
}

/// The body of a header's line, its checksum taken off.
pub(in crate::store) fn header(body: &[u8]) -> Option<Head<'_>> {
    let mut cut = Cut(body);
    cut.past(b"{\"gradus\":1,")?;
    cut.past(b"\"assessment\":\"")?;
    let assessment = std::str::from_utf8(cut.text()?).ok()?;
    cut.past(b",\"session\":\"")?;
    let session = cut.text()?;
    cut.past(b",\"rubric\":{\"id\":\"")?;
    cut.text()?;
    cut.past(b",\"version\":\"")?;
    cut.text()?;
    cut.past(b",\"sha256\":\"")?;
    let sha256 = cut.text()?;
    cut.past(b"},\"created\":\"")?;
    let created = cut.text()?;
    cut.0.is_empty().then_some(Head { assessment, session, sha256, created })
}

/// The events named between the brackets of `after`: sessions and numbers.
pub(in crate::store) fn named(after: &[u8]) -> impl Iterator<Item = Option<(&[u8], u32)>> {
    let name = |part| {
        let mut cut = Cut(part);
        cut.past(b"\"")?;
        let end = cut.0.iter().position(|b| *b == b'.')?;
        let (session, rest) = cut.0.split_at(end);
        cut.0 = &rest[1..];
        let counter = cut.number()?;
        (cut.0 == b"\"").then_some((session, counter))
    };
    let parts = (!after.is_empty()).then(|| after.split(|b| *b == b','));
    parts.into_iter().flatten().map(name)
}

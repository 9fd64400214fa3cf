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
        let end = self.0.len() - left.len() + end;
        (self.0.get(end) == Some(&b'"')).then_some(())?;
        let text = &self.0[..end];
        self.0 = &self.0[end + 1..];
        Some(text)
    }

    /// Goes past what the line before said at this place, if it said anything and it comes again.
    fn repeats(&mut self, said: &[u8]) -> bool {
        let is_same = !said.is_empty() && self.0.starts_with(said);
        if is_same {
            self.0 = &self.0[said.len()..];
        }
        is_same
    }

    /// From the moment's end to the thing: the events that came before it.
    fn middle(&mut self, before: &mut Before<'l>) -> Option<&'l [u8]> {
        let all = self.0;
        self.past(b"\",\"by\":\"")?;
        let by = self.text()?;
        self.past(b",\"after\":[")?;
        let end = self.0.iter().position(|b| *b == b']')?;
        let after = &self.0[..end];
        self.0 = &self.0[end..];
        self.past(b"],\"thing\":\"")?;
        before.by = by;
        before.middle = if after.is_empty() { &all[..all.len() - self.0.len()] } else { &[] };
        Some(after)
    }

    /// Goes past one of several names of events, `"k3f9x2a1.17"`, and what parts it from the next one.
    fn name(&mut self) -> Option<(&'l [u8], u32)> {
        self.past(b"\"")?;
        let end = self.0.iter().position(|b| *b == b'.')?;
        let session = &self.0[..end];
        self.0 = &self.0[end + 1..];
        let counter = self.number()?;
        self.past(b"\"")?;
        match self.0 {
            [] => {}
            [b',', next @ ..] if !next.is_empty() => self.0 = next,
            _ => return None,
        }
        Some((session, counter))
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

/// What the line before said and the next one most likely repeats.
#[derive(Clone, Copy, Default)]
pub(in crate::store) struct Before<'l> {
    /// With the dot after it.
    session: &'l [u8],
    by: &'l [u8],
    /// What stands between moment and thing: who, and that nothing came before.
    middle: &'l [u8],
}

/// The body of an event's line, its checksum taken off.
pub(in crate::store) fn event<'l>(body: &'l [u8], before: &mut Before<'l>) -> Option<Said<'l>> {
    let mut cut = Cut(body);
    cut.past(b"{\"e\":\"")?;
    if !cut.repeats(before.session) {
        let end = cut.0.iter().position(|b| *b == b'.')?;
        before.session = &cut.0[..=end];
        cut.0 = &cut.0[end + 1..];
    }
    let counter = cut.number()?;
    cut.past(b"\",\"at\":\"")?;
    let (at, rest) = cut.0.split_first_chunk()?;
    cut.0 = rest;
    let after = if cut.repeats(before.middle) { &[] } else { cut.middle(before)? };
    let thing = cut.text()?;
    cut.past(b",\"is\":")?;
    let session = before.session.split_last()?.1;
    Some(Said { session, counter, at: Moment::of(at)?, by: before.by, after, thing, rest: cut.0 })
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

/// The events named between the brackets of `after`: sessions and numbers. After one that is written in any
/// other way nothing is known.
pub(in crate::store) fn named(after: &[u8]) -> impl Iterator<Item = Option<(&[u8], u32)>> {
    let mut names = Cut(after);
    std::iter::from_fn(move || (!names.0.is_empty()).then(|| names.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_line_before_said_is_taken_over_only_where_it_comes_again() {
        let line = |event: &str, by: &str, after: &str, thing: &str| {
            let at = "2026-11-21T10:12:05.120+08:00";
            format!(r#"{{"e":"{event}","at":"{at}","by":"{by}","after":[{after}],"thing":"{thing}","is":null"#)
        };
        let lines = [
            line("a.1", "Li", "", "note/x"),
            line("a.2", "Li", "", "note/y"),
            line("ab.1", "Li", "", "note/x"),
            line("a.3", "Wang", r#""ab.1""#, "note/x"),
            line("a.4", "Li", "", "note/z"),
            line("a.5", "Li", r#""ab.1","c.7""#, "note/z"),
            line("b.1", "Wang", "", "vote/1/q/w"),
            line("b.2", "Wang", "", ""),
        ];
        // What follows a name may be wrong: then the name is not that of what came before.
        let wrong = line("b.3", "Zhao", "", "").replace("after", "later");
        let members = |line, before: &mut _| {
            let Said { session, counter, at, by, after, thing, rest } = event(line, before).unwrap();
            (session, counter, at.text(), by, after, thing, rest)
        };
        let mut before = Before::default();
        for line in lines.iter().map(String::as_bytes) {
            assert_eq!(members(line, &mut before), members(line, &mut Before::default()));
            assert!(event(wrong.as_bytes(), &mut before).is_none());
        }
    }
}

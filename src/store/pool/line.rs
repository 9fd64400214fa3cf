//! A line as [`encode`](crate::store::log::encode) writes it, taken apart without building anything.
//!
//! What is written in any other way is not wrong, only rare: it is left to the exact reader.

use crate::assessment::{EventId, Stamp};

/// The members of an event's line.
pub(super) struct Said<'l> {
    pub session: &'l str,
    pub counter: u32,
    /// A moment as it is written; its order is that of the text wherever the offset is the same.
    pub at: &'l str,
    /// Last events of other sessions on the same thing, between the brackets.
    pub after: &'l str,
    pub thing: &'l str,
    /// What stands after `"is":`, up to the checksum.
    pub rest: &'l str,
}

/// The members of a header's line.
pub(super) struct Head<'l> {
    pub assessment: &'l str,
    pub session: &'l str,
    pub sha256: &'l str,
    pub created: &'l str,
}

/// What is left of a line.
#[derive(Clone, Copy)]
pub(super) struct Cut<'l>(pub &'l str);

impl<'l> Cut<'l> {
    /// Goes past `literal`, which must come next.
    pub fn past(&mut self, literal: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(literal)?;
        Some(())
    }

    /// A text up to its closing quote; one with an escape or a control character is left to the exact reader.
    pub fn text(&mut self) -> Option<&'l str> {
        let end = self.0.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ')?;
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.strip_prefix('"')?;
        Some(text)
    }
}

/// The body of an event's line, its checksum taken off.
pub(super) fn event(body: &str) -> Option<Said<'_>> {
    let mut cut = Cut(body);
    cut.past("{\"e\":\"")?;
    let (session, counter) = cut.text()?.split_once('.')?;
    let counter = (!counter.starts_with(['0', '+'])).then(|| counter.parse().ok()).flatten()?;
    cut.past(",\"at\":\"")?;
    let at = cut.text()?;
    cut.past(",\"by\":\"")?;
    cut.text()?;
    cut.past(",\"after\":[")?;
    let (after, rest) = cut.0.split_once(']')?;
    cut.0 = rest;
    cut.past(",\"thing\":\"")?;
    let thing = cut.text()?;
    cut.past(",\"is\":")?;
    Some(Said { session, counter, at, after, thing, rest: cut.0 })
}

/// The body of a header's line, its checksum taken off.
pub(super) fn header(body: &str) -> Option<Head<'_>> {
    let mut cut = Cut(body);
    cut.past("{\"gradus\":1,\"assessment\":\"")?;
    let assessment = cut.text()?;
    cut.past(",\"session\":\"")?;
    let session = cut.text()?;
    cut.past(",\"rubric\":{\"id\":\"")?;
    cut.text()?;
    cut.past(",\"version\":\"")?;
    cut.text()?;
    cut.past(",\"sha256\":\"")?;
    let sha256 = cut.text()?;
    cut.past("},\"created\":\"")?;
    let created = cut.text()?;
    cut.0.is_empty().then_some(Head { assessment, session, sha256, created })
}

/// The events named between the brackets of `after`: sessions and numbers.
pub(super) fn named(after: &str) -> impl Iterator<Item = Option<(&str, u32)>> {
    let name = |part| -> Option<(&str, u32)> {
        let part: &str = part;
        let text = part.strip_prefix('"')?.strip_suffix('"')?;
        let EventId { counter, .. } = EventId::parse(text)?;
        Some((text.split_once('.')?.0, counter))
    };
    let parts = (!after.is_empty()).then(|| after.split(','));
    parts.into_iter().flatten().map(name)
}

/// Milliseconds since 1970 of `2026-11-21T10:12:05.120+08:00`; other ways to write a time are
/// read by [`Stamp::parse`].
pub(super) fn instant(text: &str) -> Option<i64> {
    usual_instant(text.as_bytes()).or_else(|| Stamp::parse(text).map(|s| s.unix_ms))
}

fn usual_instant(b: &[u8]) -> Option<i64> {
    const SHAPE: &[u8; 29] = b"0000-00-00T00:00:00.000+00:00";
    let fits = |(b, shape): (&u8, &u8)| match shape {
        b'0' => b.is_ascii_digit(),
        b'+' => matches!(b, b'+' | b'-'),
        shape => b == shape,
    };
    if b.len() != SHAPE.len() || !b.iter().zip(SHAPE).all(fits) {
        return None;
    }
    let number = |from: usize, to: usize| b[from..to].iter().fold(0, |n: i64, d| n * 10 + i64::from(d - b'0'));
    let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
    let (hour, minute, second) = (number(11, 13), number(14, 16), number(17, 19));
    let (ahead_hours, ahead_minutes) = (number(24, 26), number(27, 29));
    // Days that not every month has, leap seconds and odd offsets are rare enough for the slow way.
    let is_usual = (1..=12).contains(&month)
        && (1..=28).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60
        && ahead_hours < 24
        && ahead_minutes < 60;
    if !is_usual {
        return None;
    }
    let ahead = (ahead_hours * 60 + ahead_minutes) * if b[23] == b'-' { -1 } else { 1 };
    let minutes = days(year, month, day) * 1440 + hour * 60 + minute - ahead;
    Some((minutes * 60 + second) * 1000 + number(20, 23))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years begin with March, so that the leap day ends them.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_the_stamp_reads_it() {
        for text in [
            "1970-01-01T00:00:00.000+00:00",
            "2026-11-21T10:12:05.120+08:00",
            "2024-02-29T23:59:59.999-09:30",
            "2000-03-01T00:00:00.000+00:00",
            "1900-02-28T12:00:00.500+23:59",
            "0001-01-01T00:00:00.001-00:00",
            "2026-12-31T23:59:60.000Z",
            "2026-01-15T05:06:07Z",
            "2026-13-01T00:00:00.000+00:00",
            "2026-02-30T00:00:00.000+00:00",
            "2026-02-03T24:00:00.000+00:00",
            "2026-02-03 12:00:00.000+00:00",
            "",
        ] {
            assert_eq!(instant(text), Stamp::parse(text).map(|s| s.unix_ms), "{text}");
        }
    }
}

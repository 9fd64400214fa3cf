//! Moments as they are written, `2026-11-21T10:12:05.120+08:00`.

use crate::assessment::Stamp;

const SHAPE: &[u8; 29] = b"0000-00-00T00:00:00.000+00:00";
/// What each byte must be less than once the shape is taken off it.
const LIMITS: &[u8; 29] =
    b"\x0a\x0a\x0a\x0a\x01\x0a\x0a\x01\x0a\x0a\x01\x0a\x0a\x01\x06\x0a\x01\x06\x0a\x01\x0a\x0a\x0a\x07\x0a\x0a\x01\x06\x0a";
/// Where the hour has been said.
const HOUR: usize = 13;
/// Where the offset from UTC begins.
const OFFSET: usize = 23;
/// Where the last eight bytes begin.
const LAST: usize = 21;

/// A moment of the usual shape, which need not be one of the calendar. With the same offset the order of
/// moments is that of their text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct Moment<'l> {
    /// The text in numbers: whatever is compared is compared at once.
    words: [u64; 4],
    text: &'l [u8; 29],
}

impl<'l> Moment<'l> {
    /// The text, if digits stand where they should and no minute or second is beyond 59.
    pub fn of(text: &'l [u8; 29]) -> Option<Self> {
        const SHAPES: [u64; 4] = words(SHAPE);
        const CEILINGS: [u64; 4] = words(LIMITS);
        let words = words(text);
        let odd = odd(words[0], SHAPES[0], CEILINGS[0])
            | odd(words[1], SHAPES[1], CEILINGS[1])
            | odd(words[2], SHAPES[2], CEILINGS[2])
            | odd(words[3], SHAPES[3], CEILINGS[3]);
        let is_signed = matches!(text[OFFSET], b'+' | b'-');
        (odd == 0 && is_signed).then_some(Self { words, text })
    }

    /// Whether year to hour are the same.
    pub fn is_same_hour(self, other: Self) -> bool {
        const SAID: u32 = 8 * (16 - HOUR as u32);
        self.words[0] == other.words[0] && self.words[1] >> SAID == other.words[1] >> SAID
    }

    /// Whether the offset from UTC is the same.
    pub fn is_same_offset(self, other: Self) -> bool {
        const NOT: u32 = 8 * (OFFSET as u32 - LAST as u32);
        self.words[3] << NOT == other.words[3] << NOT
    }

    /// Milliseconds since the hour that is said.
    pub fn in_hour(self) -> i64 {
        let b = self.text;
        (two(b, 14) * 60 + two(b, 17)) * 1000 + i64::from(b[20] - b'0') * 100 + two(b, 21)
    }

    /// The text.
    pub fn text(self) -> &'l [u8] {
        self.text
    }
}

/// The high bit of each byte that is at or above its limit once the shape is taken off it.
#[inline(always)]
fn odd(word: u64, shape: u64, limit: u64) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let value = word ^ shape;
    (((value & !HIGH) + (HIGH - limit)) | value) & HIGH
}

/// Eight bytes at a time in the order of the text; some of the last ones come twice.
#[expect(clippy::inline_always, reason = "a call would cost more than what it does")]
#[inline(always)]
const fn words(b: &[u8; 29]) -> [u64; 4] {
    [
        u64::from_be_bytes([b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]]),
        u64::from_be_bytes([b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]]),
        u64::from_be_bytes([b[16], b[17], b[18], b[19], b[20], b[21], b[22], b[23]]),
        u64::from_be_bytes([b[21], b[22], b[23], b[24], b[25], b[26], b[27], b[28]]),
    ]
}

/// What [`Stamp::parse`] reads in a moment, quickly where it is written in the usual way.
pub(in crate::store) fn stamp(text: &[u8]) -> Option<Stamp> {
    usual(text).or_else(|| Stamp::parse(std::str::from_utf8(text).ok()?))
}

fn usual(text: &[u8]) -> Option<Stamp> {
    let moment = Moment::of(text.try_into().ok()?)?;
    let b = moment.text;
    let (year, month, day, hour) = (two(b, 0) * 100 + two(b, 2), two(b, 5), two(b, 8), two(b, 11));
    let (ahead_hours, ahead_minutes) = (two(b, 24), two(b, 27));
    // Days that not every month has, leap seconds and odd offsets are rare enough for the slow way.
    let is_usual = (1..=12).contains(&month) && (1..=28).contains(&day) && hour < 24 && ahead_hours < 24;
    if !is_usual {
        return None;
    }
    let ahead = (ahead_hours * 60 + ahead_minutes) * if b[OFFSET] == b'-' { -1 } else { 1 };
    let minutes = days(year, month, day) * 1440 + hour * 60 - ahead;
    Some(Stamp { unix_ms: minutes * 60_000 + moment.in_hour(), offset_minutes: ahead as i16 })
}

/// A number of two digits.
#[expect(clippy::inline_always, reason = "a call would cost more than what it does")]
#[inline(always)]
fn two(b: &[u8; 29], at: usize) -> i64 {
    i64::from(b[at] - b'0') * 10 + i64::from(b[at + 1] - b'0')
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
            "2026-12-31T23:59:60.000+00:00",
            "2026-01-15T05:06:07Z",
            "2026-13-01T00:00:00.000+00:00",
            "2026-02-30T00:00:00.000+00:00",
            "2026-02-03T24:00:00.000+00:00",
            "2026-02-03T23:60:00.000+00:00",
            "2026-02-03T23:00:00.000,00:00",
            "2026-02-03T23:00:00.000+00:60",
            "2026-02-03T23:00:00.000+24:00",
            "2026-02-03 12:00:00.000+00:00",
            "2026-02-0\u{e9}T2:00:00.000+00:00",
            "",
        ] {
            assert_eq!(stamp(text.as_bytes()), Stamp::parse(text), "{text}");
        }
    }

    #[test]
    fn one_wrong_character_is_no_moment() {
        let right = b"2026-11-21T10:12:05.120+08:00";
        assert!(Moment::of(right).is_some());
        for place in 0..right.len() {
            for byte in 0..=u8::MAX {
                let mut text = *right;
                text[place] = byte;
                let is_tens_of_sixty = matches!(place, 14 | 17 | 27);
                let fits = match SHAPE[place] {
                    b'0' => byte.is_ascii_digit() && (!is_tens_of_sixty || byte < b'6'),
                    b'+' => matches!(byte, b'+' | b'-'),
                    other => byte == other,
                };
                assert_eq!(Moment::of(&text).is_some(), fits, "{place} {byte}");
            }
        }
    }
}

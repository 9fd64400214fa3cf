//! When something was recorded.

use std::fmt;

use time::format_description::well_known::Rfc3339;
use time::{Date, Month, OffsetDateTime, UtcOffset};

/// A wall clock as it was read: for display, and for choosing which of several heads is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970 in UTC.
    pub unix_ms: i64,
    /// Minutes by which the local clock was ahead of UTC.
    pub offset_minutes: i16,
}

impl Stamp {
    /// Reads an RFC 3339 time.
    pub fn parse(text: &str) -> Option<Self> {
        let read = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        let unix_ms = i64::try_from(read.unix_timestamp_nanos() / 1_000_000).ok()?;
        Some(Self { unix_ms, offset_minutes: read.offset().whole_minutes() })
    }

    /// The first moment of a month (1..=12) in UTC; `None` beyond the calendar.
    pub fn first_of(year: i32, month: u8) -> Option<Self> {
        let day = Date::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok()?;
        Some(Self { unix_ms: day.midnight().assume_utc().unix_timestamp() * 1000, offset_minutes: 0 })
    }

    fn local(self) -> Option<OffsetDateTime> {
        let utc = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.unix_ms) * 1_000_000).ok()?;
        let offset = UtcOffset::from_whole_seconds(i32::from(self.offset_minutes) * 60).ok()?;
        utc.checked_to_offset(offset)
    }

    /// `2026-11-21`, as the clock on the wall said.
    pub fn date(self) -> String {
        self.local().map_or_else(String::new, |t| format!("{:04}-{:02}-{:02}", t.year(), u8::from(t.month()), t.day()))
    }

    /// Year and month (1..=12), as the clock on the wall said; `None` beyond the calendar.
    pub fn month(self) -> Option<(i32, u8)> {
        self.local().map(|t| (t.year(), t.month().into()))
    }

    /// `10:12`, as the clock on the wall said.
    pub fn time(self) -> String {
        self.local().map_or_else(String::new, |t| format!("{:02}:{:02}", t.hour(), t.minute()))
    }
}

impl fmt::Display for Stamp {
    /// RFC 3339 with milliseconds and offset.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(t) = self.local() else { return f.write_str("1970-01-01T00:00:00.000+00:00") };
        let (sign, minutes) =
            if self.offset_minutes < 0 { ('-', -self.offset_minutes) } else { ('+', self.offset_minutes) };
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{sign}{:02}:{:02}",
            t.year(),
            u8::from(t.month()),
            t.day(),
            t.hour(),
            t.minute(),
            t.second(),
            t.millisecond(),
            minutes / 60,
            minutes % 60
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_keeps_the_clock_on_the_wall() {
        let stamp = Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap();
        assert_eq!(stamp.to_string(), "2026-11-21T10:12:05.120+08:00");
        assert_eq!((stamp.date(), stamp.time()), ("2026-11-21".to_owned(), "10:12".to_owned()));
        assert_eq!(stamp.month(), Some((2026, 11)));
        assert_eq!(Stamp::first_of(2026, 7), Stamp::parse("2026-07-01T00:00:00Z"));
        assert_eq!(Stamp::first_of(2026, 13), None);
        let far = Stamp { unix_ms: i64::MAX, offset_minutes: 900 };
        assert!(!far.to_string().is_empty());
        assert_eq!(Stamp::parse("1969-12-31T23:59:59Z").unwrap().unix_ms, -1000);
    }
}

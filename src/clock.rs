//! The clock of the machine; everything else is handed the time.

use time::{OffsetDateTime, UtcOffset};

use crate::assessment::Stamp;

/// The time now, with the offset of the wall clock; UTC where the system does not tell it.
pub fn now() -> Stamp {
    let utc = OffsetDateTime::now_utc();
    let offset = UtcOffset::local_offset_at(utc).unwrap_or(UtcOffset::UTC);
    let unix_ms = i64::try_from(utc.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX);
    Stamp { unix_ms, offset_minutes: offset.whole_minutes() }
}

//! The events of a log by the bytes of their lines.
//!
//! The file and its twin mostly hold the same lines, one of them perhaps a whole rubric: what was
//! checked and read in the one is taken over in the other.

use std::collections::HashMap;

use super::{CRC_LEN, Decoded, Line, decode_with, read_whole};
use crate::assessment::Event;

/// Lines that were read before, by their checksums as they are written.
#[derive(Default)]
pub struct Lines<'b>(HashMap<&'b [u8], (&'b [u8], Event)>);

impl<'b> Lines<'b> {
    /// Reads a log and remembers its events.
    pub fn decode(bytes: &'b [u8]) -> (Decoded, Self) {
        let mut lines = HashMap::new();
        let decoded = decode_with(bytes, &mut |line| {
            let read = read_whole(line);
            if let (Some(Line::Event(event)), Some(sum)) = (&read, sum(line)) {
                lines.insert(sum, (line, event.clone()));
            }
            read
        });
        (decoded, Self(lines))
    }

    /// Reads a log whose lines may be among these.
    pub fn decode_beside(&self, bytes: &[u8]) -> Decoded {
        decode_with(bytes, &mut |line| {
            let known = sum(line).and_then(|sum| self.0.get(sum)).filter(|(known, _)| *known == line);
            known.map(|(_, event)| Line::Event(event.clone())).or_else(|| read_whole(line))
        })
    }
}

/// The bytes in which a line has its checksum.
fn sum(line: &[u8]) -> Option<&[u8]> {
    line.get(line.len().checked_sub(CRC_LEN)?..)
}

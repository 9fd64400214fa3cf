//! The events of a log by the bytes of their lines.
//!
//! The file and its twin mostly hold the same lines, one of them perhaps a whole rubric: what was
//! checked and read in the one is taken over in the other.

use std::collections::HashMap;

use super::{CRC_LEN, Decoded, Line, decode_with, read_whole};
use crate::assessment::Event;

/// Lines that were read before, by their checksums as they are written, each with the place of its event
/// among those of the log.
#[derive(Default)]
pub struct Lines<'b>(HashMap<[u8; 8], (&'b [u8], u32)>);

impl<'b> Lines<'b> {
    /// Reads a log and remembers where its events are; of one with damaged lines nothing is remembered.
    pub fn decode(bytes: &'b [u8]) -> (Decoded, Self) {
        let mut lines = HashMap::new();
        let mut place = 0;
        let decoded = decode_with(bytes, &mut |line| {
            let read = read_whole(line);
            if let (Some(Line::Event(_)), Some(sum)) = (&read, sum(line)) {
                lines.insert(sum, (line, place));
                place += 1;
            }
            read
        });
        // What is salvaged of damaged lines would shift the places.
        let is_whole = decoded.damaged.is_empty();
        (decoded, if is_whole { Self(lines) } else { Self::default() })
    }

    /// Reads a log whose lines may be among these, the events of which are `events`.
    pub fn decode_beside(&self, bytes: &[u8], events: &[Event]) -> Decoded {
        decode_with(bytes, &mut |line| {
            let known = sum(line).and_then(|sum| self.0.get(&sum)).filter(|(known, _)| *known == line);
            let event = known.and_then(|(_, place)| events.get(*place as usize));
            event.map(|event| Line::Event(event.clone())).or_else(|| read_whole(line))
        })
    }
}

/// The digits of a line's checksum.
fn sum(line: &[u8]) -> Option<[u8; 8]> {
    line.get(line.len().checked_sub(CRC_LEN - 8)?..)?.first_chunk().copied()
}

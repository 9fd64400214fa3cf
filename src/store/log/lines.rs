//! The events of a log by the bytes of their lines.
//!
//! The file and its twin mostly hold the same lines, one of them perhaps a whole rubric: what was
//! checked and read in the one is taken over in the other.

use std::ops::Range;

use foldhash::HashMap;

use super::{CRC, CRC_LEN, Line, Reader, Unread, decode_with};
use crate::assessment::Event;

/// Where in a log the lines of its events stand, in their order; of a log with damaged lines none is known.
#[derive(Default)]
pub struct Places(Vec<Range<u32>>);

impl Places {
    /// Reads a log and remembers where its events stand. The event of one of its lines may be known already.
    pub fn decode<'b>(bytes: &'b [u8], known: Option<&(&[u8], Event)>, take: &mut dyn FnMut(Line)) -> (Unread, Self) {
        let mut places = Vec::new();
        let mut reader = Reader::default();
        let mut read = |line: &'b [u8]| {
            let read = match known {
                Some((same, event)) if std::ptr::eq(*same, line) => Some(Line::Event(event.clone())),
                _ => reader.read(line),
            };
            if let Some(Line::Event(_)) = &read {
                let from = (line.as_ptr().addr() - bytes.as_ptr().addr()) as u32;
                places.push(from..from + line.len() as u32);
            }
            read
        };
        let unread = decode_with(bytes, &mut read, take);
        // What is salvaged of damaged lines would shift them.
        let is_whole = unread.damaged.is_empty();
        (unread, Self(if is_whole { places } else { Vec::new() }))
    }
}

/// Lines that were read before. Nothing of them is held but what stands before the value of their event,
/// so that the bytes of one log are gone when the next one is read.
#[derive(Default)]
pub struct Lines {
    /// What stands before the values, one after the other.
    heads: Vec<u8>,
    /// By the digits of their checksums.
    known: HashMap<[u8; 8], Known>,
}

/// One of them.
struct Known {
    /// Where its head begins and ends.
    head: Range<u32>,
    /// The place of its event among those of the log.
    place: u32,
}

impl Lines {
    /// The lines of a log's events that end with their value, as nearly all do.
    pub fn of(bytes: &[u8], places: &Places, events: &[Event]) -> Self {
        let mut lines = Self::default();
        // Lists that grow are copied over and over.
        let line = |at: &Range<u32>| at.end as usize - at.start as usize;
        let values = events.iter().map(|event| event.is.as_json().len()).sum();
        lines.heads.reserve(places.0.iter().map(line).sum::<usize>().saturating_sub(values));
        lines.known.reserve(events.len());
        for (place, (at, event)) in places.0.iter().zip(events).enumerate() {
            lines.remember(&bytes[at.start as usize..at.end as usize], event, place as u32);
        }
        lines
    }

    /// Reads a log whose lines may be among these, the events of which are `events`.
    pub fn decode_beside<'b>(&self, bytes: &'b [u8], events: &[Event], take: &mut dyn FnMut(Line)) -> Unread {
        let mut reader = Reader::default();
        let mut read = |line: &'b [u8]| {
            self.known(line, events).map(|event| Line::Event(event.clone())).or_else(|| reader.read(line))
        };
        decode_with(bytes, &mut read, take)
    }

    fn remember(&mut self, line: &[u8], event: &Event, place: u32) {
        let Some((body, sum)) = cut(line) else { return };
        let Some(head) = body.strip_suffix(event.is.as_json().as_bytes()) else { return };
        let from = self.heads.len() as u32;
        self.heads.extend_from_slice(head);
        self.known.insert(sum, Known { head: from..self.heads.len() as u32, place });
    }

    /// The event of a line that is one of these, to the byte.
    fn known<'e>(&self, line: &[u8], events: &'e [Event]) -> Option<&'e Event> {
        let (body, sum) = cut(line)?;
        let Known { head, place } = self.known.get(&sum)?;
        let event = events.get(*place as usize)?;
        let value = body.strip_prefix(&self.heads[head.start as usize..head.end as usize])?;
        (value == event.is.as_json().as_bytes()).then_some(event)
    }
}

/// What stands before the checksum of a line, and the digits of it.
fn cut(line: &[u8]) -> Option<(&[u8], [u8; 8])> {
    let (body, tail) = line.split_last_chunk::<CRC_LEN>()?;
    let digits = tail.strip_prefix(CRC)?.strip_suffix(b"\"}")?;
    Some((body, digits.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::{decode, encode};
    use super::*;
    use crate::assessment::{Deed, EventId, Stamp, Thing, Value};

    fn event(counter: u32, text: &str) -> Event {
        Event::from(Deed {
            id: EventId::parse(&format!("k3f9x2a1.{counter}")).unwrap(),
            at: Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap(),
            by: "李".into(),
            after: Box::default(),
            thing: Thing::parse("note/R3.1"),
            is: Value::text(text),
            undoes: None,
            redoes: None,
            imported: false,
            extra: Vec::new(),
        })
    }

    fn line(event: &Event) -> Vec<u8> {
        encode(&Line::Event(event.clone()))
    }

    /// The lines of a log, and its events.
    fn read(bytes: &[u8]) -> (Lines, Vec<Event>) {
        let mut events = Vec::new();
        let (_, places) = Places::decode(bytes, None, &mut |line| {
            if let Line::Event(event) = line {
                events.push(event);
            }
        });
        (Lines::of(bytes, &places, &events), events)
    }

    #[test]
    fn every_line_of_a_whole_log_is_known_again() {
        let said = [event(1, "一"), event(2, "b"), event(3, "b")];
        for start in ["", "\u{feff}", "\r\n\n"] {
            let (known, events) = read(&[start.as_bytes(), &said.each_ref().map(line).concat()].concat());
            assert_eq!(events, said);
            for event in &said {
                assert_eq!(known.known(line(event).trim_ascii_end(), &events), Some(event), "{start:?}");
            }
            assert_eq!(known.known(line(&self::event(4, "b")).trim_ascii_end(), &events), None);
        }
    }

    #[test]
    fn what_was_salvaged_puts_no_event_in_the_place_of_another_that_says_the_same() {
        let said = [1, 2, 3, 4].map(|counter| event(counter, "same"));
        let [first, second, third, fourth] = said.each_ref().map(line);
        let (known, events) = read(&[&first[..], b"rubbish ", &second, &third].concat());
        assert_eq!(events, said[..3]);
        for line in [first, second, third, fourth] {
            let mut beside = Vec::new();
            known.decode_beside(&line, &events, &mut |line| beside.push(line));
            assert_eq!(beside, decode(&line).lines);
        }
    }

    #[test]
    fn another_line_with_the_same_checksum_says_what_it_says() {
        // These two words have one checksum, and so has whatever they stand in at the same place.
        let (known, other) = (event(1, "plumless"), event(1, "buckeroo"));
        assert_eq!(cut(line(&known).trim_ascii_end()).unwrap().1, cut(line(&other).trim_ascii_end()).unwrap().1);
        let (lines, events) = read(&line(&known));
        assert_eq!(lines.known(line(&known).trim_ascii_end(), &events), Some(&known));
        assert_eq!(lines.known(line(&other).trim_ascii_end(), &events), None);
    }
}

//! Lines of a log: encode, decode, checksum, salvage. Pure: bytes in, bytes out.
//!
//! Every line is one JSON object whose last member is the CRC-32 of all bytes before
//! it, so a line speaks for itself and a damaged one is known to be damaged.

pub(super) mod cut;
mod lines;
mod read;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub(super) use lines::{Lines, Places};
use read::{FilePath, Reader, quick_rubric};
use serde::Serialize;

use crate::assessment::{Event, EventId, Header, Stamp, Thing, Value};
use crate::text::Source;

/// The major version of the line format that this program writes.
pub const FORMAT: u64 = 1;
/// Longest line, in bytes.
pub const MAX_LINE: usize = 1 << 20;
/// Longest line that carries a rubric, in bytes.
pub const MAX_RUBRIC_LINE: usize = 6 << 20;

const CRC: &[u8; 8] = b",\"crc\":\"";
/// `,"crc":"` + 8 digits + `"}`.
const CRC_LEN: usize = CRC.len() + 8 + 2;

/// A text being typed, kept in the twin only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When it was typed.
    pub at: Stamp,
    /// Who typed it.
    pub by: Box<str>,
    /// Where it belongs.
    pub thing: Thing,
    /// The text so far.
    pub is: Value,
}

/// One line that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What the file is.
    Header(Header),
    /// Something that a person did.
    Event(Event),
    /// A text being typed.
    Draft(Draft),
    /// Twin only: the path of the assessment file that the log belongs to, as raw bytes.
    Path(Vec<u8>),
    /// Twin only: what the synced file held, the last event of each session.
    Held(Vec<EventId>),
    /// A whole line of a newer version.
    Unknown,
    /// A header of a newer major version, with what today's rules can read of it.
    Newer(u64, Option<Header>),
}

/// What became of the bytes of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// Trusted lines in order.
    pub lines: Vec<Line>,
    /// Numbers, from 1, of lines that are damaged, in part or as a whole.
    pub damaged: Vec<usize>,
    /// Numbers of whole lines that this version does not know.
    pub unknown: Vec<usize>,
}

/// Lines that say nothing to this version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unread {
    /// As [`Decoded::damaged`].
    pub damaged: Vec<usize>,
    /// As [`Decoded::unknown`].
    pub unknown: Vec<usize>,
}

/// Reads a log. Damaged lines are skipped and counted; what is whole inside of them is salvaged.
pub fn decode(bytes: &[u8]) -> Decoded {
    let mut lines = Vec::new();
    let Unread { damaged, unknown } = decode_into(bytes, &mut |line| lines.push(line));
    Decoded { lines, damaged, unknown }
}

/// The same for who takes the lines as they come.
pub(super) fn decode_into(bytes: &[u8], take: &mut dyn FnMut(Line)) -> Unread {
    let mut reader = Reader::default();
    decode_with(bytes, &mut |line| reader.read(line), take)
}

/// The same with another way to read a line; what it cannot read is damaged.
fn decode_with<'b>(
    bytes: &'b [u8],
    read: &mut dyn FnMut(&'b [u8]) -> Option<Line>,
    take: &mut dyn FnMut(Line),
) -> Unread {
    let mut unread = Unread::default();
    for (number, line) in lines(bytes).enumerate() {
        if line.is_empty() {
            continue;
        }
        match read(line) {
            Some(Line::Unknown) => unread.unknown.push(number + 1),
            Some(line) => take(line),
            None => {
                unread.damaged.push(number + 1);
                salvage(line, take);
            }
        }
    }
    unread
}

/// The lines of a log without what ends them.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut from = 0;
    memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]).map(move |end| {
        let line = &bytes[from..end];
        from = end + 1;
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}

/// The event of a line that carries a rubric and is written as this program writes them, if its JSON can be read: what is
/// read of it is the event's value. Whether the line is whole is left to be found out.
pub(super) fn carried_rubric(line: &str, read: impl FnOnce(&Box<str>, &str) -> Option<Source>) -> Option<Event> {
    // Nothing else that is long is looked at any further.
    let said = cut::event(line.as_bytes(), &mut cut::Before::default())?;
    said.thing.starts_with(b"rubric/").then_some(())?;
    quick_rubric(line, read)
}

/// The line as text, if it is whole.
fn checked(line: &[u8]) -> Option<&str> {
    whole(line).and_then(|_| simdutf8::basic::from_utf8(line).ok())
}

/// The members of a whole line without its checksum: an object that is not closed.
pub(super) fn body(line: &[u8]) -> Option<&[u8]> {
    line.get(..whole(line)?)
}

/// How long a line is without its checksum, if that holds.
fn whole(line: &[u8]) -> Option<usize> {
    /// What this processor can do is asked once, not for every line of a million files.
    static EMPTY: LazyLock<crc32fast::Hasher> = LazyLock::new(crc32fast::Hasher::new);
    let (body, tail) = line.split_last_chunk::<CRC_LEN>()?;
    let (mark, tail) = tail.split_first_chunk()?;
    let (said, end) = tail.split_first_chunk()?;
    if mark != CRC || end != b"\"}" || line.len() > MAX_RUBRIC_LINE {
        return None;
    }
    let mut hasher = EMPTY.clone();
    hasher.update(body);
    (digits(hasher.finalize()) == *said).then_some(body.len())
}

/// The eight digits of a checksum, small letters for those above nine: all at once, because a million
/// files have a line for every answer, and nobody can guess which digit comes next.
fn digits(crc: u32) -> [u8; 8] {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut nibbles = u64::from(crc);
    nibbles = (nibbles | nibbles << 16) & 0x0000_ffff_0000_ffff;
    nibbles = (nibbles | nibbles << 8) & 0x00ff_00ff_00ff_00ff;
    nibbles = (nibbles | nibbles << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    let letters = (nibbles + 6 * EACH) >> 4 & EACH;
    let digits = nibbles + u64::from(b'0') * EACH + letters * u64::from(b'a' - b'9' - 1);
    digits.to_be_bytes()
}

/// Whole lines inside of a damaged one: two that lost the break between them, or one after rubbish.
fn salvage(line: &[u8], take: &mut dyn FnMut(Line)) {
    let mut from = 0;
    while let Some(crc) = find(&line[from..], CRC).map(|at| from + at) {
        let end = (crc + CRC_LEN).min(line.len());
        let starts = [&b"{\"e\":"[..], b"{\"gradus\":"];
        let start = starts.iter().filter_map(|s| rfind(&line[from..crc], s)).max().map(|at| from + at);
        let whole = start.and_then(|start| Reader::default().read(&line[start..end]));
        match whole {
            Some(Line::Unknown) | None => from = crc + CRC.len(),
            Some(line) => {
                take(line);
                from = end;
            }
        }
    }
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w == needle)
}

fn rfind(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).rposition(|w| w == needle)
}

/// A line of one JSON object, its checksum and its line break, ready to be appended.
pub fn encode(line: &Line) -> Vec<u8> {
    let mut object = Object::default();
    match line {
        Line::Header(h) => {
            object.member("gradus", &FORMAT);
            object.member("assessment", h.assessment.as_str());
            object.member("session", h.session.as_str());
            let rubric = format!(
                "{{\"id\":{},\"version\":{},\"sha256\":{}}}",
                quoted(h.rubric.id.as_str()),
                quoted(&h.rubric.version),
                quoted(&h.rubric.sha256)
            );
            object.raw("rubric", &rubric);
            object.member("created", &h.created.to_string());
        }
        Line::Event(e) => {
            object.member("e", &e.id.to_string());
            object.member("at", &e.at.to_string());
            object.member("by", &*e.by);
            let after: Vec<String> = e.after.iter().map(ToString::to_string).collect();
            object.member("after", &after);
            object.member("thing", &e.thing.to_string());
            object.raw("is", e.is.as_json());
            for (name, id) in [("undoes", e.undoes), ("redoes", e.redoes)] {
                if let Some(id) = id {
                    object.member(name, &id.to_string());
                }
            }
            if e.imported {
                object.member("imported", &true);
            }
            for (name, json) in &e.extra {
                object.raw(name, json);
            }
        }
        Line::Draft(d) => {
            object.member("at", &d.at.to_string());
            object.member("by", &*d.by);
            object.member("thing", &d.thing.to_string());
            object.raw("is", d.is.as_json());
        }
        Line::Path(bytes) => {
            let path =
                String::from_utf8(bytes.clone()).map_or_else(|e| FilePath::Bytes(e.into_bytes()), FilePath::Text);
            object.member("path", &path);
        }
        Line::Held(ids) => {
            let members: Vec<String> = ids.iter().map(|id| format!("\"{}\":{}", id.session, id.counter)).collect();
            object.raw("held", &format!("{{{}}}", members.join(",")));
        }
        Line::Unknown | Line::Newer(..) => return Vec::new(),
    }
    object.finish()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A JSON object in the order in which its members are written.
#[derive(Default)]
struct Object(String);

impl Object {
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        // Text, numbers and lists of them always have a JSON form.
        let json = serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned());
        self.raw(name, &json);
    }

    fn raw(&mut self, name: &str, json: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&quoted(name));
        self.0.push(':');
        self.0.push_str(json);
    }

    fn finish(self) -> Vec<u8> {
        let mut line = self.0.into_bytes();
        let crc = digits(crc32fast::hash(&line));
        line.extend([&CRC[..], &crc, b"\"}\n"].concat());
        line
    }
}

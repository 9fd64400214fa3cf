//! The names of sessions and of the events in them.

use std::fmt;
use std::hash::{Hash, Hasher};

/// The name of one run of the program that recorded something: 1 to 12 of `a-z 0-9`, random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session([u8; Session::MAX]);

impl Session {
    /// Longest name in bytes.
    pub const MAX: usize = 12;

    /// The session named `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text.as_bytes())
    }

    /// The same of bytes that nobody knows to be text yet.
    pub fn read(text: &[u8]) -> Option<Self> {
        let mut name = [0; Self::MAX];
        name.get_mut(..text.len())?.copy_from_slice(text);
        let is_plain = text.iter().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9'));
        (is_plain && !text.is_empty()).then_some(Self(name))
    }

    /// A name of eight letters and digits out of eight random bytes.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
        let mut name = [0; Self::MAX];
        for (place, byte) in name.iter_mut().zip(bytes) {
            *place = DIGITS[usize::from(byte) % DIGITS.len()];
        }
        Self(name)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(Self::MAX);
        // Only ASCII is ever stored.
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The name of an event: its session and its number there, from 1 without holes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventId {
    /// The session that recorded it.
    pub session: Session,
    /// Its number in that session.
    pub counter: u32,
}

impl EventId {
    /// Reads `k3f9x2a1.17`.
    pub fn parse(text: &str) -> Option<Self> {
        let (session, counter) = text.split_once('.')?;
        let plain = !counter.starts_with('0') && counter.bytes().all(|b| b.is_ascii_digit());
        let counter = plain.then(|| counter.parse().ok()).flatten()?;
        Some(Self { session: Session::parse(session)?, counter })
    }
}

impl Hash for EventId {
    /// All of it at once: thousands are hashed while a file is opened.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut bytes = [0; Session::MAX + 4];
        bytes[..Session::MAX].copy_from_slice(&self.session.0);
        bytes[Session::MAX..].copy_from_slice(&self.counter.to_le_bytes());
        state.write(&bytes);
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.session, self.counter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_as_written() {
        let id = EventId::parse("k3f9x2a1.17").unwrap();
        assert_eq!((id.session.as_str(), id.counter, id.to_string().as_str()), ("k3f9x2a1", 17, "k3f9x2a1.17"));
        for bad in ["", ".", "a.", "a.0", "a.01", "A.1", "a.1.2", "a.+1", "a.99999999999", "abcdefghijklm.1"] {
            assert_eq!(EventId::parse(bad), None, "{bad}");
        }
    }
}

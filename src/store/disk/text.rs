//! Reading a file as text, piece by piece.
//!
//! A file that is read whole, then checked, then copied is fetched from memory three times, and each page
//! that is touched for the first time costs more than reading it. So every piece is checked while it is at
//! hand, and kept at once.

use std::io::{self, Read};

/// As many bytes are read at a time.
const PIECE: usize = 32 << 10;

/// Reads what is left of a file of `len` bytes; none if it is not UTF-8. Ends when it has more than `limit`.
pub(super) fn read(file: &mut impl Read, len: usize, limit: usize) -> io::Result<Option<String>> {
    let mut text = String::with_capacity(len.min(limit));
    let mut piece = vec![0; PIECE];
    // As many bytes at its front begin a character.
    let mut begun = 0;
    while text.len() <= limit {
        let read = match file.read(&mut piece[begun..]) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if read == 0 {
            return Ok((begun == 0).then_some(text));
        }
        let filled = begun + read;
        begun = unfinished(&piece[..filled]);
        let Ok(whole) = simdutf8::basic::from_utf8(&piece[..filled - begun]) else { return Ok(None) };
        text.push_str(whole);
        piece.copy_within(filled - begun..filled, 0);
    }
    Ok(Some(text))
}

/// How many bytes at the end begin a character that goes on after it.
fn unfinished(bytes: &[u8]) -> usize {
    let first = bytes.iter().rev().take(3).position(|byte| *byte >= 0xc0);
    first.map_or(0, |behind| {
        let begun = behind + 1;
        let all = match bytes[bytes.len() - begun] {
            0xf0.. => 4,
            0xe0.. => 3,
            _ => 2,
        };
        if begun < all { begun } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A file of which each read gives so many bytes at the most.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let most = room.len().min(self.1);
            self.0.read(&mut room[..most])
        }
    }

    proptest! {
        #[test]
        fn a_text_is_read_whole_wherever_it_is_cut(text in "([ -~]|é|算|\u{1f600}){0,60}", step in 1_usize..9) {
            let read = read(&mut Slow(text.as_bytes(), step), text.len(), 1_000).unwrap();
            prop_assert_eq!(read, Some(text));
        }

        #[test]
        fn bytes_that_are_no_text_are_none(
            mut bytes in prop::collection::vec(prop_oneof![Just(0x80_u8), Just(0xe7), Just(0xae), any::<u8>()], 0..30),
            step in 1_usize..9,
        ) {
            let is_text = String::from_utf8(bytes.clone()).ok();
            prop_assert_eq!(read(&mut Slow(&bytes, step), bytes.len(), 1_000).unwrap(), is_text);
            bytes.push(0xe7);
            prop_assert_eq!(read(&mut Slow(&bytes, step), bytes.len(), 1_000).unwrap(), None);
        }
    }

    #[test]
    fn a_text_of_many_pieces_is_one() {
        let text = "算力 x ".repeat(PIECE / 3);
        assert_eq!(read(&mut text.as_bytes(), 0, usize::MAX).unwrap(), Some(text));
    }

    #[test]
    fn no_more_is_read_than_shows_that_it_is_too_much() {
        let read = read(&mut io::repeat(b'x'), usize::MAX, 10 * PIECE).unwrap().unwrap();
        assert_eq!(read.len(), 11 * PIECE);
    }
}

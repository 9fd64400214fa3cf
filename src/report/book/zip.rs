//! Files in one file: the part of the zip format that a workbook needs.

use flate2::{Compress, Compression, FlushCompress};

/// How a member is packed: the version that a reader needs, no flags.
const VERSION: u16 = 20;
/// The first day that a zip can name, so that the same parts are the same bytes.
const DATE: u16 = 1 << 5 | 1;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// A zip, as far as it is packed.
///
/// Sizes take four bytes. They never need more: an assessment holds at most some megabytes, and
/// so does a rubric; what a workbook repeats of them are numbers.
#[derive(Default)]
pub(super) struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    members: u16,
}

impl Zip {
    /// Adds a member; its name is ASCII.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let packed = deflated(content);
        let (method, packed) = packed.as_deref().map_or((STORED, content), |packed| (DEFLATED, packed));
        let mut facts = Vec::with_capacity(26);
        for half in [VERSION, 0, method, 0, DATE] {
            facts.extend(half.to_le_bytes());
        }
        for whole in [crc32fast::hash(content), packed.len() as u32, content.len() as u32] {
            facts.extend(whole.to_le_bytes());
        }
        // No further field follows the name.
        facts.extend((name.len() as u32).to_le_bytes());

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&facts);
        // No comment, on the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend((self.bytes.len() as u32).to_le_bytes());
        self.directory.extend(name.as_bytes());

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&facts);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.members += 1;
    }

    /// The zip, with its directory at the end.
    pub fn done(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.members.to_le_bytes());
        self.bytes.extend(self.members.to_le_bytes());
        self.bytes.extend((self.directory.len() as u32).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// The content deflated; none if that does not make it smaller.
fn deflated(content: &[u8]) -> Option<Vec<u8>> {
    let mut packed = Vec::with_capacity(content.len());
    let done = Compress::new(Compression::default(), false).compress_vec(content, &mut packed, FlushCompress::Finish);
    matches!(done, Ok(flate2::Status::StreamEnd)).then_some(packed)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn another_program_unpacks_it() {
        let noise: Vec<u8> = (0_u32..5_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let alike = vec![b'x'; 70_000];
        let members: [(&str, &[u8]); 4] = [("a.xml", b""), ("b/c.xml", &alike), ("d", b"short"), ("e", &noise)];
        let mut zip = Zip::default();
        for (name, content) in members {
            zip.add(name, content);
        }
        let bytes = zip.done();
        assert!(bytes.len() < 6_500, "{}", bytes.len());
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), members.len());
        for (place, (name, content)) in members.into_iter().enumerate() {
            let mut file = archive.by_index(place).unwrap();
            let mut found = Vec::new();
            file.read_to_end(&mut found).unwrap();
            assert_eq!((file.name().unwrap().as_ref(), found.as_slice()), (name, content));
        }
    }
}

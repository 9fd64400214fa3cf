//! A file of the disk in memory, and what a power cut may leave of it.

use std::ops::Range;

/// What a disk writes at once.
const SECTOR: usize = 512;

/// One file: what a process reads, and what of it is safe.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub bytes: Vec<u8>,
    /// So many bytes were synced.
    pub safe: usize,
    /// Parts whose sync failed: they read well and are not on the disk.
    pub holes: Vec<Range<usize>>,
}

impl Node {
    /// What is on the disk after a sync of `upto` bytes.
    fn on_disk(&self, upto: usize) -> Vec<u8> {
        let mut bytes = self.bytes[..upto].to_vec();
        for hole in self.holes.iter().filter(|hole| hole.end <= upto) {
            bytes[hole.clone()].fill(0);
        }
        bytes
    }

    /// What may be on the disk after a cut.
    pub fn after_cut(&self) -> Vec<Vec<u8>> {
        let (all, safe) = (self.bytes.len(), self.safe);
        let whole = self.on_disk(all);
        let mut found = vec![self.on_disk(safe)];
        if safe == all {
            return found;
        }
        let nul = |zeros: Range<usize>| {
            let mut bytes = whole.clone();
            bytes[zeros].fill(0);
            bytes
        };
        found.extend([whole.clone(), nul(safe..all)]);
        // Torn between any two sectors: the rest is missing, NUL, or there while the first part is not.
        for at in (safe / SECTOR + 1..).map(|n| n * SECTOR).take_while(|at| *at < all) {
            found.extend([whole[..at].to_vec(), nul(at..all), nul(safe..at)]);
        }
        found
    }
}

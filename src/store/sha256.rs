//! The hash by which assessments name a rubric.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 of a rubric's compact JSON, 64 hexadecimal digits.
pub(super) fn hash(compact: &str) -> Box<str> {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(compact.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex.into()
}

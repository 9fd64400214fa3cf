//! Puts the shipped rubrics into the program in the form that is hashed, deflated, and their hashes
//! and sizes beside them, so that no start pays for either.

use std::io::Write;
use std::path::Path;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

#[path = "src/rubric/compact.rs"]
mod compact;

/// Names of the files in `rubrics/` that are part of the program.
const SHIPPED: [&str; 1] = ["icp"];

fn main() {
    println!("cargo::rerun-if-changed=rubrics");
    println!("cargo::rerun-if-changed=src/rubric/compact.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    for id in SHIPPED {
        let source = Path::new("rubrics").join(id).with_extension("json");
        let json = fs::read_to_string(&source).expect("a shipped rubric is part of the sources");
        let compact = compact::compact(&json);
        let hash = format!("{:032x}{:032x}", half(&compact, 0), half(&compact, 16));
        for (extension, bytes) in [
            ("deflate", deflated(&compact)),
            ("sha256", hash.into_bytes()),
            ("size", compact.len().to_string().into_bytes()),
        ] {
            fs::write(Path::new(&out).join(id).with_extension(extension), bytes).expect("OUT_DIR can be written");
        }
    }
}

/// Sixteen of the thirty-two bytes of the hash, from `start` on.
fn half(compact: &str, start: usize) -> u128 {
    let digest = Sha256::digest(compact.as_bytes());
    digest[start..start + 16].iter().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

fn deflated(text: &str) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).expect("memory takes what is written to it")
}

//! Makes the shipped rubrics compact and hashes them in that form, so that no start pays for either.

use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

#[allow(dead_code, reason = "the program compares too")]
#[path = "src/rubric/compact.rs"]
mod compact;

/// Names of the files in `rubrics/` that are part of the program.
const SHIPPED: [&str; 1] = ["icp"];

fn main() {
    // A link, so that a package of this crate has them, too.
    println!("cargo::rerun-if-changed=rubrics");
    println!("cargo::rerun-if-changed=src/rubric/compact.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    for id in SHIPPED {
        let source = Path::new("rubrics").join(id).with_extension("json");
        let json = fs::read_to_string(&source).expect("a shipped rubric is part of the sources");
        let compact = compact::compact(&json);
        let hash = format!("{:032x}{:032x}", half(&compact, 0), half(&compact, 16));
        for (extension, text) in [("json", compact.as_ref()), ("sha256", hash.as_str())] {
            fs::write(Path::new(&out).join(id).with_extension(extension), text).expect("OUT_DIR can be written");
        }
    }
}

/// Sixteen of the thirty-two bytes of the hash, from `start` on.
fn half(compact: &str, start: usize) -> u128 {
    let digest = Sha256::digest(compact.as_bytes());
    digest[start..start + 16].iter().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

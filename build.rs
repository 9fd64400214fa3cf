//! Puts the shipped rubrics into the program in the form that is hashed, and their hashes beside
//! them, so that no start pays for either.

use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

#[path = "src/rubric/compact.rs"]
mod compact;

fn main() {
    println!("cargo::rerun-if-changed=rubrics");
    println!("cargo::rerun-if-changed=src/rubric/compact.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    for id in ["icp"] {
        let source = Path::new("rubrics").join(id).with_extension("json");
        let json = fs::read_to_string(&source).expect("a shipped rubric is part of the sources");
        let compact = compact::compact(&json);
        let hash: String = Sha256::digest(compact.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        fs::write(Path::new(&out).join(id).with_extension("json"), compact).expect("OUT_DIR can be written");
        fs::write(Path::new(&out).join(id).with_extension("sha256"), hash).expect("OUT_DIR can be written");
    }
}

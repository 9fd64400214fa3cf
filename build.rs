//! Makes the shipped rubrics compact and hashes them in that form, so that no start pays for either, and
//! deflates the other texts that are part of the program.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

#[allow(dead_code, reason = "the program compares too")]
#[path = "src/rubric/compact.rs"]
mod compact;

/// Names of the files in `rubrics/` that are part of the program.
const SHIPPED: [&str; 1] = ["icp"];

/// Other texts that are part of the program.
const TEXTS: [&str; 11] = [
    "assets/sample.gradus",
    "assets/sample.zh.gradus",
    "rubrics/schema.json",
    "rubrics/template.json",
    "assets/gradus.1",
    "assets/gradus.zh.1",
    "assets/completions/_gradus",
    "assets/completions/_gradus.ps1",
    "assets/completions/gradus.bash",
    "assets/completions/gradus.elv",
    "assets/completions/gradus.fish",
];

fn main() {
    link_the_unwinder();
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
    for path in TEXTS {
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(path).expect("a text of the program is part of the sources");
        let name = path.rsplit('/').next().unwrap_or(path);
        fs::write(Path::new(&out).join(format!("{name}.packed")), packed(&text)).expect("OUT_DIR can be written");
    }
}

/// Makes what finds its way back through a panic a part of the program, where the C compiler has it as a library
/// for that: a shared library of 24 KB in use is a thirtieth of a start.
fn link_the_unwinder() {
    let is_gnu = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux")
        && env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "gnu");
    println!("cargo::rerun-if-env-changed=RUSTC_LINKER");
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    // A name without a folder comes back if there is none.
    let found = || Command::new(linker).arg("-print-file-name=libgcc_eh.a").output();
    if is_gnu && found().is_ok_and(|found| found.stdout.starts_with(b"/")) {
        println!("cargo::rustc-link-lib=gcc_eh");
    }
}

/// Sixteen of the thirty-two bytes of the hash, from `start` on.
fn half(compact: &str, start: usize) -> u128 {
    let digest = Sha256::digest(compact.as_bytes());
    digest[start..start + 16].iter().fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// The length of a text in four bytes, the lowest first, then the text, deflated.
fn packed(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).expect("a text of the program is small");
    let mut encoder = DeflateEncoder::new(length.to_le_bytes().to_vec(), Compression::best());
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).expect("memory takes what is written to it")
}

//! The targets of `fuzz/`, fed with the corpora of the repository; and that they are what `fuzz/` says.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/bodies.rs"]
mod bodies;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Says why something is not tested, past the test harness, which keeps what passing tests print.
fn skipped(why: &str) {
    let _ = std::io::stderr().write_all(format!("skipped fuzz targets: {why}\n").as_bytes());
}

/// The files of a corpus, each whole, cut off, and with a flipped bit.
fn seeds(kind: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = root().join("tests/data/corpus").join(kind);
    let mut seeds = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let bytes = fs::read(&path).unwrap();
        let half = bytes.len() / 2;
        let mut flipped = bytes.clone();
        if let Some(byte) = flipped.get_mut(half) {
            *byte ^= 4;
        }
        seeds.extend([bytes[..half].to_vec(), flipped, bytes].map(|bytes| (path.clone(), bytes)));
    }
    assert!(seeds.len() >= 24, "{kind}: {}", seeds.len());
    seeds
}

#[test]
fn every_target_stands_its_corpus() {
    for (name, body, kind) in bodies::ALL {
        for (path, bytes) in seeds(kind) {
            let found = std::panic::catch_unwind(|| body(&bytes));
            assert!(found.is_ok(), "{name} fails on {} ({} bytes)", path.display(), bytes.len());
        }
    }
}

#[test]
fn fuzz_has_these_targets_and_no_others() {
    // A published package has no other package in it.
    let Ok(manifest) = fs::read_to_string(root().join("fuzz/Cargo.toml")) else {
        return skipped("fuzz/ is not part of a package");
    };
    let named: BTreeSet<&str> = manifest.split("[[bin]]").skip(1).filter_map(|bin| bin.split('"').nth(1)).collect();
    let expected: BTreeSet<&str> = bodies::ALL.iter().map(|(name, ..)| *name).collect();
    assert_eq!(named, expected);
    for name in expected {
        let target = fs::read_to_string(root().join(format!("fuzz/targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("bodies::{name}(bytes)")), "{name}");
    }
}

#[test]
fn every_target_builds_where_there_is_cargo_fuzz() {
    let has_fuzz = Command::new("cargo").args(["+nightly", "fuzz", "--version"]).output();
    if !has_fuzz.is_ok_and(|out| out.status.success()) {
        return skipped("cargo-fuzz or a nightly compiler is not here");
    }
    let built = Command::new("cargo").args(["+nightly", "fuzz", "build"]).current_dir(root()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

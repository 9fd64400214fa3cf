//! Says how the program is linked, and deflates the texts that are part of it; the shipped rubrics are those of
//! `core`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use memchr::memmem;

/// Texts that are part of the program.
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
    let is_gnu = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux")
        && env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "gnu");
    if is_gnu {
        println!("cargo::rerun-if-env-changed=RUSTC_LINKER");
        link_the_unwinder();
        pack_addresses();
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
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
    if library("libgcc_eh.a").is_some() {
        println!("cargo::rustc-link-lib=gcc_eh");
    }
}

/// Says which words of the program are addresses, to be put right at a start, with a bit for each instead of 24 bytes:
/// 96 KB less, and a twentieth of a start. The C library must know that form, as that of GNU does since 2.36, or the
/// program would not start; a linker that does not know it says so and goes on.
fn pack_addresses() {
    let knows =
        |library: &Path| fs::read(library).is_ok_and(|bytes| memmem::find(&bytes, b"GLIBC_ABI_DT_RELR").is_some());
    if library("libc.so.6").is_some_and(|library| knows(&library)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Where the C compiler that links has a library of its system.
fn library(name: &str) -> Option<PathBuf> {
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let said = Command::new(linker).arg(format!("-print-file-name={name}")).output().ok()?;
    // A name without a folder comes back if there is none.
    let path = PathBuf::from(String::from_utf8(said.stdout).ok()?.trim_end());
    path.is_absolute().then_some(())?;
    // Another one may know less.
    println!("cargo::rerun-if-changed={}", path.display());
    Some(path)
}

/// The length of a text in four bytes, the lowest first, then the text, deflated.
fn packed(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).expect("a text of the program is small");
    let mut encoder = DeflateEncoder::new(length.to_le_bytes().to_vec(), Compression::best());
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).expect("memory takes what is written to it")
}

//! Writes many assessments out of a seed, for tests and measurements:
//!
//! ```sh
//! cargo run --release --example gradus-gen -- --dir FOLDER --count 1000 [--seed 7] [--shard 1000] [--bad 14]
//! ```
//!
//! The same seed gives the same bytes everywhere. `--bad` adds files that are damaged in as many ways.

#[path = "../tests/support/generate.rs"]
mod generate;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut folder, mut count, mut seed, mut shard, mut bad) = (None, 1000, 7, 0, 0);
    let mut args = std::env::args().skip(1);
    while let Some(name) = args.next() {
        let value = args.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--dir" => folder = Some(PathBuf::from(value)),
            "--count" => count = value.parse()?,
            "--seed" => seed = value.parse()?,
            "--shard" => shard = value.parse()?,
            "--bad" => bad = value.parse()?,
            _ => return Err(format!("{name} is unknown").into()),
        }
    }
    let folder = folder.ok_or("--dir says where")?;
    let bytes = generate::Generator::new(seed).write(&folder, count, shard, bad)?;
    println!("{count} assessments, {} bytes each, and {bad} damaged files", bytes / count.max(1) as u64);
    Ok(())
}

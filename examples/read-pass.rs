//! Opens, reads and closes every file of a folder in a number of threads, and does nothing else:
//! the limit that `gradus cohort` is measured against.
//!
//! ```sh
//! cargo run --release --example read-pass -- FOLDER [THREADS]
//! ```

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| ".".to_owned());
    let threads: usize = args.next().and_then(|n| n.parse().ok()).unwrap_or(2);
    let entries = Mutex::new(fs::read_dir(folder)?);
    let next = || -> Vec<PathBuf> {
        entries
            .lock()
            .map_or_else(|_| Vec::new(), |mut all| all.by_ref().take(64).flatten().map(|e| e.path()).collect())
    };
    let work = || {
        let (mut bytes, mut files, mut length) = (Vec::new(), 0_u64, 0_u64);
        loop {
            let paths = next();
            if paths.is_empty() {
                return (files, length);
            }
            for path in paths {
                bytes.clear();
                if File::open(path).and_then(|f| f.take(16 << 20).read_to_end(&mut bytes)).is_ok() {
                    files += 1;
                    length += bytes.len() as u64;
                }
            }
        }
    };
    let done = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|w| w.join().ok()).collect::<Vec<_>>()
    });
    let files: u64 = done.iter().map(|(files, _)| files).sum();
    let bytes: u64 = done.iter().map(|(_, bytes)| bytes).sum();
    println!("{files} files, {bytes} bytes");
    Ok(())
}

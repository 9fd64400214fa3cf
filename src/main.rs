//! `gradus`: reads the command line, does it, and ends with the exit code.

#![forbid(unsafe_code)]

use std::thread::Builder;

/// Room for the program's stack in bytes.
const STACK: usize = 4 << 20;
/// The program failed inside, and has said so.
const FAILED_INSIDE: i32 = 101;

fn main() {
    outlive_file_size_limits();
    // The first thread is cheaper: the memory of any other grows page by page, each with a call to the system.
    if has_room() {
        std::process::exit(run());
    }
    // Named like the first thread, whose work it does.
    let code = match Builder::new().name("main".to_owned()).stack_size(STACK).spawn(run) {
        Ok(thread) => thread.join().unwrap_or(FAILED_INSIDE),
        Err(_) => run(),
    };
    std::process::exit(code);
}

/// Whether the shell grants the first thread as much stack.
fn has_room() -> bool {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit};
        getrlimit(Resource::Stack).current.is_none_or(|bytes| bytes >= STACK as u64)
    }
    #[cfg(not(unix))]
    false
}

fn run() -> i32 {
    gradus::cli::run(std::env::args_os().collect())
}

/// A file that may not grow any more is an error like a full disk, not the end of the program.
fn outlive_file_size_limits() {
    #[cfg(unix)]
    {
        let was_raised = std::sync::Arc::default();
        // Without it the system's own way of telling remains.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, was_raised);
    }
}

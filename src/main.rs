//! `gradus`: reads the command line, does it, and ends with the exit code.

#![forbid(unsafe_code)]

fn main() {
    outlive_file_size_limits();
    std::process::exit(gradus::cli::run(std::env::args_os().collect()));
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

//! `gradus`: reads the command line, does it, and ends with the exit code.

#![forbid(unsafe_code)]

fn main() {
    std::process::exit(gradus::cli::run(std::env::args_os().collect()));
}

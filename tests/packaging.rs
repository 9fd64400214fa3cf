//! What is shipped beside the program is what the program prints. `GRADUS_REFRESH=1` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::fs;
use std::path::Path;
use std::process::Command;

const PAGES: [(&str, &[&str]); 4] = [
    ("assets/gradus.1", &["man"]),
    ("assets/completions/gradus.bash", &["completions", "bash"]),
    ("assets/completions/_gradus", &["completions", "zsh"]),
    ("assets/completions/gradus.fish", &["completions", "fish"]),
];

fn gradus(arguments: &[&str]) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
    command.env_clear().env("HOME", folder.path()).env("GRADUS_LANG", "en").args(arguments);
    let printed = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&printed.stderr), "");
    String::from_utf8(printed.stdout).unwrap()
}

#[test]
fn the_manual_page_and_the_completions_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, arguments) in PAGES {
        let printed = gradus(arguments);
        let path = root.join(path);
        if std::env::var_os("GRADUS_REFRESH").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &printed).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == printed, "{}: run cargo test --test packaging with GRADUS_REFRESH=1", path.display());
    }
}

#[test]
fn every_command_is_in_the_manual_page() {
    let page = gradus(&["man"]);
    let help = gradus(&["--help"]);
    let commands = help.split("Commands").nth(1).unwrap().lines().skip(1).map_while(|l| l.split_whitespace().next());
    for command in commands {
        assert!(page.contains(&format!(".SH \"GRADUS {}\"", command.to_uppercase())), "{command}");
    }
}

#[test]
fn the_demo_shows_a_whole_result_and_writes_nothing() {
    let shown = gradus(&["demo", "--plain"]);
    assert!(shown.contains("24/24 answered") && shown.contains("#####"), "{shown}");
}

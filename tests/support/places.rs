//! Folders of a test's own, and the program run in them.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folders of one test, removed with it.
pub struct Places {
    folder: tempfile::TempDir,
}

impl Places {
    /// With nothing in them.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    /// Where the assessments are.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Every variable that the program looks at.
    pub fn environment(&self, lang: &str) -> Vec<(String, String)> {
        let path = |name: &str| self.folder.path().join(name).to_string_lossy().into_owned();
        [
            ("GRADUS_DATA_DIR", path("data")),
            ("GRADUS_STATE_DIR", path("state")),
            ("HOME", path("home")),
            ("GRADUS_LANG", lang.to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("NO_COLOR", String::new()),
            ("RUST_BACKTRACE", "0".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }

    /// The one assessment in the data folder.
    pub fn file(&self) -> PathBuf {
        let files = std::fs::read_dir(self.data()).unwrap().map(|e| e.unwrap().path());
        let mut files: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "gradus")).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        files.remove(0)
    }

    /// The whole state folder as text.
    pub fn remembered(&self) -> String {
        let mut text = String::new();
        let mut folders = vec![self.folder.path().join("state")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    text.push_str(&String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap_or_default()));
                }
            }
        }
        text
    }

    /// The folder of everything.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The program with arguments, in English, without a terminal.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
        command.args(args).envs(self.environment("en")).current_dir(self.root()).stdin(std::process::Stdio::null());
        command
    }

    /// What came of a command.
    pub fn output(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs a command and returns what it prints; it must succeed.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> String {
        let out = self.output(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    /// Makes an assessment and returns its path.
    pub fn assessment(&self) -> String {
        self.run(&["new", "--subject", "East Steel"]).trim_end().to_owned()
    }

    /// What `show --json` says about the assessment.
    pub fn shown(&self, file: &str) -> serde_json::Value {
        serde_json::from_str(&self.run(&["show", file, "--json"])).unwrap()
    }

    /// The state and level of every answer, such as `N1.1=3`.
    pub fn answers(&self, file: &str) -> Vec<String> {
        let shown = self.shown(file);
        let answers = shown["answers"].as_array().unwrap().iter();
        let said = answers.filter(|a| a["state"] != "unanswered");
        let level =
            |a: &serde_json::Value| a["level"].as_f64().map_or_else(|| a["state"].to_string(), |l| l.to_string());
        said.map(|a| format!("{}={}", a["id"].as_str().unwrap(), level(a))).collect()
    }
}

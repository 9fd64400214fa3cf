//! The configuration file: `name = value`, a line each.
//!
//! Whatever stands there can also be said on the command line or in the environment, which go first.

use std::path::{Path, PathBuf};
use std::{env, io};

use super::args::ColorWhen;
use crate::assessment::{Mode, parse_depth};
use crate::lang::{CliWords, Lang, fill};
use crate::store::{Places, read_config};
use crate::text::{Clean, clean_line};
use crate::tui::theme::Look;

/// Names another file.
const VARIABLE: &str = "GRADUS_CONFIG";

/// What the file says; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The language.
    pub lang: Option<Lang>,
    /// For which background colours are chosen.
    pub theme: Option<Look>,
    /// Whether marks are drawn in ASCII.
    pub ascii: Option<bool>,
    /// When colours are used.
    pub color: Option<ColorWhen>,
    /// Where assessments are kept.
    pub data_dir: Option<PathBuf>,
    /// Where second copies are kept.
    pub state_dir: Option<PathBuf>,
    /// The rubric of a new assessment.
    pub rubric: Option<String>,
    /// How a new assessment is held.
    pub mode: Option<String>,
    /// How many questions a new assessment has.
    pub depth: Option<String>,
    /// The benchmark file that results are held against.
    pub benchmark: Option<PathBuf>,
}

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// It cannot be read.
    Unreadable(Clean),
    /// A line without `=`.
    NoEntry(usize),
    /// A name that is not known.
    Unknown(usize, Clean),
    /// A value that its entry cannot have, and those that it can.
    BadValue(usize, Clean, &'static str),
}

/// One entry: its name, the values it takes, and how it is set; false if the value is none of them.
struct Entry {
    name: &'static str,
    takes: &'static str,
    set: fn(&mut Config, &str) -> bool,
}

const ENTRIES: &[Entry] = &[
    Entry { name: "lang", takes: "zh, en", set: |c, v| put(&mut c.lang, Lang::of_code(v)) },
    Entry { name: "theme", takes: "auto, dark, light, high-contrast", set: |c, v| put(&mut c.theme, Look::parse(v)) },
    Entry { name: "ascii", takes: "yes, no", set: |c, v| put(&mut c.ascii, yes_or_no(v)) },
    Entry { name: "color", takes: "auto, always, never", set: |c, v| put(&mut c.color, ColorWhen::parse(v)) },
    Entry { name: "data-dir", takes: "/path", set: |c, v| put(&mut c.data_dir, folder(v)) },
    Entry { name: "state-dir", takes: "/path", set: |c, v| put(&mut c.state_dir, folder(v)) },
    Entry { name: "rubric", takes: "icp", set: |c, v| put(&mut c.rubric, Some(v.to_owned())) },
    Entry {
        name: "mode",
        takes: "self, workshop, interview",
        set: |c, v| put(&mut c.mode, Mode::parse(v).map(|_| v.to_owned())),
    },
    Entry { name: "depth", takes: "quick, full", set: |c, v| put(&mut c.depth, parse_depth(v).map(|_| v.to_owned())) },
    Entry { name: "benchmark", takes: "/path", set: |c, v| put(&mut c.benchmark, folder(v)) },
];

fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_good = value.is_some();
    *place = value.or_else(|| place.take());
    is_good
}

fn yes_or_no(value: &str) -> Option<bool> {
    match value {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Relative to nothing that a user could know; so only whole paths are folders.
fn folder(value: &str) -> Option<PathBuf> {
    Some(PathBuf::from(value)).filter(|path| path.is_absolute())
}

impl Config {
    /// Reads the text of a file. What is wrong in it is left out and returned.
    fn parse(text: &str) -> (Self, Vec<Problem>) {
        let mut config = Self::default();
        let mut problems = Vec::new();
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let Some((name, value)) = line.split_once('=') else {
                problems.push(Problem::NoEntry(number));
                continue;
            };
            match ENTRIES.iter().find(|e| e.name == name.trim()) {
                None => problems.push(Problem::Unknown(number, Clean::line(name.trim()))),
                Some(entry) => {
                    if !(entry.set)(&mut config, value.trim()) {
                        problems.push(Problem::BadValue(number, Clean::line(value.trim()), entry.takes));
                    }
                }
            }
        }
        (config, problems)
    }
}

/// The configuration of this user with its file and what is wrong there. No file is no problem.
pub fn load() -> (Config, Option<PathBuf>, Vec<Problem>) {
    let named = env::var_os(VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from);
    let Some(path) = named.clone().or_else(Places::config_file) else { return Default::default() };
    match read_undisturbed(&path) {
        Ok(text) => {
            let (config, problems) = Config::parse(&text);
            (config, Some(path), problems)
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound && named.is_none() => Default::default(),
        Err(e) => {
            let problem = Problem::Unreadable(Clean::line(&e.to_string()));
            (Config::default(), Some(path), vec![problem])
        }
    }
}

/// The file, read once more if a signal came in between.
fn read_undisturbed(path: &Path) -> io::Result<String> {
    loop {
        match read_config(path) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

impl Problem {
    /// What is wrong, where, and what may stand there.
    pub fn sentence(&self, path: &Path, w: &CliWords) -> String {
        let path = path.to_string_lossy();
        let path = clean_line(&path);
        match self {
            Self::Unreadable(reason) => fill(w.config_unreadable, &[&path, reason]),
            Self::NoEntry(line) => fill(w.config_no_entry, &[&path, &line.to_string()]),
            Self::Unknown(line, name) => {
                let known: Vec<&str> = ENTRIES.iter().map(|e| e.name).collect();
                fill(w.config_unknown, &[&path, &line.to_string(), name, &known.join(", ")])
            }
            Self::BadValue(line, value, takes) => fill(w.config_bad_value, &[&path, &line.to_string(), value, takes]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_read() {
        let text = "\u{feff}# mine\nlang = zh\ntheme=light\n ascii = yes\ncolor = never\ndata-dir = /a b\n\
                    state-dir = /s\nrubric = icp\nmode = workshop\ndepth = full\nbenchmark = /b.json\n";
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        let expected = Config {
            lang: Some(Lang::Zh),
            theme: Some(Look::Light),
            ascii: Some(true),
            color: Some(ColorWhen::Never),
            data_dir: Some("/a b".into()),
            state_dir: Some("/s".into()),
            rubric: Some("icp".into()),
            mode: Some("workshop".into()),
            depth: Some("full".into()),
            benchmark: Some("/b.json".into()),
        };
        assert_eq!(config, expected);
        assert!(ENTRIES.iter().all(|e| text.contains(e.name)));
    }

    #[test]
    fn what_is_wrong_is_named_and_left_out() {
        let (config, problems) = Config::parse("lang = de\ncolour = never\nascii\ndata-dir = here\ntheme = dark");
        assert_eq!(config, Config { theme: Some(Look::Dark), ..Config::default() });
        assert!(matches!(
            &problems[..],
            [Problem::BadValue(1, ..), Problem::Unknown(2, _), Problem::NoEntry(3), Problem::BadValue(4, ..),]
        ));
        let sentence = problems[1].sentence(Path::new("/c"), &Lang::En.words().cli);
        assert!(sentence.contains("colour") && sentence.contains("/c") && sentence.contains('2'), "{sentence}");
    }
}

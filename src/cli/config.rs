//! The configuration file: `name = value`, a line each.
//!
//! Whatever stands there can also be said on the command line or in the environment, which go first.

use std::path::{Path, PathBuf};
use std::{env, io};

use super::args::ColorWhen;
use crate::assessment::{Mode, parse_depth};
use crate::lang::{Lang, Words, fill};
use crate::store::{Cause, Places, read_config};
use crate::text::{Clean, clean_line, nearest};
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
    /// Whether the mouse is listened to.
    pub mouse: Option<bool>,
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
    /// It is named and not there.
    Missing,
    /// It is no text, or larger than one of these ever is.
    NoText,
    /// It cannot be read.
    Unreadable(Cause),
    /// A line without `=`.
    NoEntry(usize),
    /// A name that is not known.
    Unknown(usize, Clean),
    /// A value that its entry cannot have, and those that it can.
    BadValue(usize, Clean, Takes),
}

/// The values of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Takes {
    /// One of a few words.
    These(&'static str),
    /// A path that begins at the root.
    WholePath,
}

/// One entry: its name, the values it takes, and how it is set; false if the value is none of them.
struct Entry {
    name: &'static str,
    takes: Takes,
    set: fn(&mut Config, &str) -> bool,
}

use Takes::{These, WholePath};

const ENTRIES: &[Entry] = &[
    Entry { name: "lang", takes: These("zh, en"), set: |c, v| put(&mut c.lang, Lang::of_code(v)) },
    Entry {
        name: "theme",
        takes: These("auto, dark, light, high-contrast"),
        set: |c, v| put(&mut c.theme, Look::parse(v)),
    },
    Entry { name: "ascii", takes: These("yes, no"), set: |c, v| put(&mut c.ascii, yes_or_no(v)) },
    Entry { name: "mouse", takes: These("yes, no"), set: |c, v| put(&mut c.mouse, yes_or_no(v)) },
    Entry { name: "color", takes: These("auto, always, never"), set: |c, v| put(&mut c.color, ColorWhen::parse(v)) },
    Entry { name: "data-dir", takes: WholePath, set: |c, v| put(&mut c.data_dir, folder(v)) },
    Entry { name: "state-dir", takes: WholePath, set: |c, v| put(&mut c.state_dir, folder(v)) },
    Entry { name: "rubric", takes: These("icp"), set: |c, v| put(&mut c.rubric, Some(v.to_owned())) },
    Entry {
        name: "mode",
        takes: These("self, workshop, interview"),
        set: |c, v| put(&mut c.mode, Mode::parse(v).map(|_| v.to_owned())),
    },
    Entry {
        name: "depth",
        takes: These("quick, full"),
        set: |c, v| put(&mut c.depth, parse_depth(v).map(|_| v.to_owned())),
    },
    Entry { name: "benchmark", takes: WholePath, set: |c, v| put(&mut c.benchmark, folder(v)) },
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
            let problem = match e.kind() {
                io::ErrorKind::NotFound => Problem::Missing,
                io::ErrorKind::InvalidData => Problem::NoText,
                _ => Problem::Unreadable(Cause::of(&e)),
            };
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
    pub fn sentence(&self, path: &Path, words: &Words) -> String {
        let (w, comma) = (&words.cli, words.report.comma);
        let path = path.to_string_lossy();
        let path = clean_line(&path);
        match self {
            Self::Missing => fill(w.config_missing, &[&path]),
            Self::NoText => fill(w.config_no_text, &[&path]),
            Self::Unreadable(cause) => fill(w.config_unreadable, &[&path, cause.words(&words.store)]),
            Self::NoEntry(line) => fill(w.config_no_entry, &[&path, &line.to_string()]),
            Self::Unknown(line, name) => {
                let known: Vec<&str> = ENTRIES.iter().map(|e| e.name).collect();
                match nearest(name, &known) {
                    Some(meant) => fill(w.config_unknown_near, &[&path, &line.to_string(), name, meant]),
                    None => fill(w.config_unknown, &[&path, &line.to_string(), name, &known.join(comma)]),
                }
            }
            Self::BadValue(line, value, takes) => {
                let takes = match takes {
                    These(list) => list.replace(", ", comma),
                    WholePath => w.config_whole_path.to_owned(),
                };
                fill(w.config_bad_value, &[&path, &line.to_string(), value, &takes])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_read() {
        let text = "\u{feff}# mine\nlang = zh\ntheme=light\n ascii = yes\nmouse = yes\ncolor = never\ndata-dir = /a b\n\
                    state-dir = /s\nrubric = icp\nmode = workshop\ndepth = full\nbenchmark = /b.json\n";
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        let expected = Config {
            lang: Some(Lang::Zh),
            theme: Some(Look::Light),
            ascii: Some(true),
            mouse: Some(true),
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
        for (lang, at, says) in [
            (
                Lang::En,
                1,
                "line 2 of the configuration file /c: there is no entry \"colour\", so it is ignored; did you mean \"color\"?",
            ),
            (Lang::Zh, 0, "配置文件 /c 第 1 行：值不能是“de”，已略过；可用的是：zh、en。"),
            (Lang::Zh, 3, "配置文件 /c 第 4 行：值不能是“here”，已略过；可用的是：从根目录写起的完整路径。"),
        ] {
            assert_eq!(problems[at].sentence(Path::new("/c"), lang.words()), says);
        }
    }
}

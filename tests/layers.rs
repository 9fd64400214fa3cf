//! Who may know whom: the table of modules, read from the sources themselves.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const PURE: &[&str] = &["text", "order", "lang", "radar", "rubric", "assessment", "measure", "report"];
const ALL: &[&str] = &[
    "text",
    "order",
    "packed",
    "lang",
    "radar",
    "rubric",
    "assessment",
    "measure",
    "report",
    "store",
    "clock",
    "desk",
    "out",
    "tui",
    "plain",
    "cli",
];

/// Files by the start of their path below `src` or `core/src`, and the modules of ours that they may name. The
/// first entry that fits a file counts, so the special stands before the general.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib.rs", ALL),
    ("main.rs", &["cli"]),
    ("text", &[]),
    ("radar", &[]),
    ("order", &[]),
    ("packed", &[]),
    ("core", &[]),
    ("format", &[]),
    ("lang", &["text"]),
    ("rubric", &["format", "lang", "text", "order"]),
    ("assessment", &["rubric", "lang", "text", "order"]),
    ("measure", &["assessment", "rubric", "lang", "text", "order"]),
    ("report", PURE),
    ("clock", &["assessment"]),
    ("out", &["text"]),
    ("store", &["rubric", "assessment", "text", "order", "lang", "packed"]),
    ("desk", &["store", "clock", "measure", "assessment", "rubric", "text", "order", "lang"]),
    // What is drawn and what a key does: pure, like the subject matter.
    ("tui/app", SCREEN),
    ("tui/view", SCREEN),
    ("tui/widget", SCREEN),
    ("tui/key", SCREEN),
    ("tui/keys", SCREEN),
    ("tui/theme", SCREEN),
    // The terminal and the loop.
    ("tui/begin", SCREEN),
    ("tui/crash", SCREEN),
    ("tui/input", SCREEN),
    ("tui/terminal", SCREEN),
    ("tui/painter", SCREEN),
    ("tui/heap", &[]),
    ("tui/last", &[]),
    ("tui/sources", &[]),
    ("tui/panic", &["tui", "lang", "out"]),
    ("tui/outside", ALL),
    ("tui.rs", ALL),
    ("plain", ALL),
    ("cli", ALL),
];
const SCREEN: &[&str] = &["tui", "text", "order", "lang", "radar", "rubric", "assessment", "measure", "report"];

/// The folder of the crate of the subject matter: what is below it is named as if it stood in `src`.
const CORE: &str = "core";

/// Files in which nothing but the calculation happens.
const CALCULATES: &[&str] = &[
    "text",
    "order",
    "format",
    "lang",
    "radar",
    "rubric",
    "assessment",
    "measure",
    "report",
    "tui/app",
    "tui/view",
    "tui/widget",
    "tui/key",
    "tui/keys",
    "tui/theme",
];

/// What only some files may name, and which ones.
const KEPT_TO: &[(&[&str], &[&str])] = &[
    (&["directories::", "std::fs", "File::open", "OpenOptions"], &["store"]),
    (&["crossterm::"], &["tui"]),
    (&["ratatui::"], &["tui"]),
    (&["SystemTime", "now_utc", "now_local"], &["clock"]),
    (&["crate::clock", "clock::now"], &["clock", "desk", "tui.rs", "tui/outside", "plain", "cli"]),
    // A pool of many files is counted by several threads.
    (
        &["std::thread", "thread::spawn", "std::sync::mpsc"],
        &["main", "store", "desk/cohort", "tui.rs", "tui/panic", "tui/outside", "tui/sources"],
    ),
    (&["Instant"], &["store", "tui.rs", "tui/outside", "tui/sources", "tui/input"]),
    (
        &["std::env", "env::var", "std::process", "std::io"],
        &[
            "store",
            "out",
            "cli",
            "main",
            "plain",
            "tui.rs",
            "tui/terminal",
            "tui/sources",
            "tui/crash",
            "report/book/read",
            "report/book/write",
        ],
    ),
    (&["quick_xml", "zip::", "csv::Reader", "askama"], &["report"]),
    // Nobody but the one module measures text, and nobody lets a widget wrap it.
    (&["UnicodeWidthStr", "UnicodeWidthChar", "unicode_width::", "unicode_linebreak::"], &["text"]),
    (&["Wrap {", "Paragraph"], &[]),
    (&["print!", "println!", "eprint!", "eprintln!", "stdout()", "stderr()"], &["out", "tui/terminal", "cli.rs"]),
    // JSON is read from text. A second parser, that of bytes, takes 12 KB, and the first one would cost a
    // seventh more: what both need is called then, and no longer put in place.
    (
        &["serde_json::from_slice", "serde_json::from_reader", "Deserializer::from_slice", "Deserializer::from_reader"],
        &[],
    ),
    // The file as it is written is known where it becomes a rubric, or a refusal.
    (&["crate::format::"], &["rubric/build", "rubric/fault", "rubric/text", "rubric.rs"]),
    // Where a module stands is nobody's business but that of who puts them together.
    (&["gradus_core"], &["lib.rs"]),
    // What the system computes differs from one to the next in the last digit, and so would results.
    (&["libm::"], &["radar", "measure"]),
    (&[".sin()", ".cos()", ".exp()", ".ln()", ".log2()", ".log10()", ".powf("], &["tui/theme/palette"]),
    (&["memmap2::"], &["store/disk"]),
    // No socket anywhere.
    (&["std::net", "TcpStream", "UdpSocket"], &[]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, hidden and built ones left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if name == "target" || name == ".git" {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

/// A source file: its path below `src` of either crate, and its code without comments and without its tests. The root
/// of the crate of the subject matter is called `core.rs`.
struct Source {
    path: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let is_code = |path: &PathBuf| path.extension().is_some_and(|e| e == "rs");
    let read = |file: PathBuf| {
        let path = file.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        let path = match path.split_once("src/").unwrap() {
            ("", path) => path.to_owned(),
            (_, "lib.rs") => format!("{CORE}.rs"),
            (_, path) => path.to_owned(),
        };
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        let code = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Source { path, code }
    };
    let is_test = |source: &Source| source.path.split('/').any(|part| part == "tests" || part == "tests.rs");
    let folders = ["src".to_owned(), format!("{CORE}/src")].map(|folder| files(&root().join(folder)));
    let found: Vec<Source> = folders.into_iter().flatten().filter(is_code).map(read).filter(|s| !is_test(s)).collect();
    assert!(found.len() > 50, "{}", found.len());
    found
}

impl Source {
    fn is_below(&self, start: &str) -> bool {
        self.path
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || start.ends_with("rs") || rest.starts_with(['/', '.']))
    }

    /// The modules of ours that it names.
    fn names(&self) -> BTreeSet<&str> {
        let mut named = BTreeSet::new();
        for (at, _) in self.code.match_indices("crate::") {
            let rest = &self.code[at + "crate::".len()..];
            let group = rest.strip_prefix('{').and_then(|r| r.split_once('}'));
            let names = group.map_or_else(|| vec![rest], |(inside, _)| inside.split(',').collect());
            for name in names {
                let end = name.trim_start().find(|c: char| !(c.is_alphanumeric() || c == '_'));
                let name = name.trim_start();
                named.insert(&name[..end.unwrap_or(name.len())]);
            }
        }
        named.into_iter().filter(|n| n.starts_with(|c: char| c.is_ascii_lowercase())).collect()
    }
}

#[test]
fn every_file_names_only_what_its_layer_may_know() {
    for source in sources() {
        let layer = LAYERS.iter().find(|(start, _)| source.is_below(start));
        let (start, allowed) = layer.unwrap_or_else(|| panic!("{} has no place in the table of layers", source.path));
        let own = start.split(['/', '.']).next().unwrap();
        for name in source.names() {
            assert!(name == own || allowed.contains(&name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn files_disks_clocks_and_terminals_stay_where_they_belong() {
    for source in sources() {
        for (words, homes) in KEPT_TO {
            let word = words.iter().find(|w| source.code.contains(**w));
            let is_home = homes.iter().any(|home| source.is_below(home));
            assert!(is_home || word.is_none(), "{} names {}", source.path, word.unwrap());
        }
    }
}

#[test]
fn what_calculates_names_no_outside() {
    let outside = ["crate::store", "crate::clock", "crate::desk", "crate::out", "crate::cli", "crossterm", "anyhow"];
    for source in sources().iter().filter(|s| CALCULATES.iter().any(|c| s.is_below(c))) {
        for word in outside {
            assert!(!source.code.contains(word), "{} names {word}", source.path);
        }
        if !source.path.starts_with("tui/") {
            assert!(!source.code.contains("ratatui"), "{} names ratatui", source.path);
        }
    }
}

#[test]
fn the_table_itself_is_in_use() {
    let sources = sources();
    for (start, _) in LAYERS {
        assert!(sources.iter().any(|s| s.is_below(start)), "no file is below {start}");
    }
}

#[test]
fn no_unsafe_code_and_no_module_files() {
    let sources = sources();
    for path in ["lib.rs", "main.rs", "core.rs"] {
        let source = sources.iter().find(|source| source.path == path).unwrap_or_else(|| panic!("{path} is not there"));
        assert!(source.code.contains("#![forbid(unsafe_code)]"), "{path}");
    }
    for source in sources {
        assert!(!source.path.ends_with("mod.rs"), "{}", source.path);
    }
}

#[test]
fn there_is_one_version_of_what_must_agree_with_itself() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in ["ratatui-core", "crossterm", "unicode-width"] {
        let versions = lock.lines().filter(|l| *l == format!("name = \"{name}\"")).count();
        assert_eq!(versions, 1, "{name}");
    }
}

#[test]
fn no_file_names_a_registry_or_a_place_on_a_machine() {
    // Put together here, so that this file is none of those it looks for.
    let hosts = [
        ["index.", "crates", ".io"],
        ["static.", "crates", ".io"],
        ["crates", ".io", "-index"],
        ["registry.", "npm", "js"],
        ["py", "pi", ".org"],
    ];
    let places =
        [["/ho", "me", "/"], ["/ro", "ot", "/"], ["/wo", "rk", "/"], ["/Us", "ers", "/"], [":\\Us", "ers", "\\"]];
    let words: Vec<String> = hosts.iter().chain(&places).map(|parts| parts.concat()).collect();
    let mut seen = 0;
    for file in files(root()).iter().filter(|f| !f.ends_with("Cargo.lock")) {
        let Ok(text) = fs::read_to_string(file) else { continue };
        for word in &words {
            assert!(!text.contains(word.as_str()), "{} names {word}", file.display());
        }
        seen += 1;
    }
    assert!(seen > 80, "{seen}");
}

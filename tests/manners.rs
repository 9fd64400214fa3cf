//! What a terminal asks of the program: marks it can draw, colours it has, a configuration that is heeded.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use std::process::{Command, Output};

use gradus::lang::Lang;
use gradus::text::width;
use gradus::tui::theme::{Colours, Look, Theme};
use ratatui::style::Color;
use stage::Stage;
use tempfile::TempDir;

const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3+partly R2.1=2 O1.1=unknown";
/// From the question to every other screen and everything that lies over one.
const WALKS: [&str; 20] = [
    "", "<Down>", "n", "e", "o", "/R", "w", "?", "r", "v", "vy", "S", "h", "<Tab>", "vp", "vp<Tab>", "vp?", "vs", "vt",
    "+4q",
];

/// Drawn by every terminal, and one column wide wherever Chinese is two.
fn is_drawn_anywhere(c: char) -> bool {
    c.is_ascii() || width(c.encode_utf8(&mut [0; 4])) == 2 || "–“”—‘’".contains(c)
}

#[test]
fn in_ascii_every_screen_is_ascii_and_chinese() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (60, 20), (120, 40)] {
            for walk in WALKS {
                let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
                stage.app.theme = Theme::new(Colours::Many).with_ascii(true);
                stage.keys(walk);
                stage.draw();
                let screen = stage.screen();
                let odd: Vec<char> = screen.chars().filter(|c| !is_drawn_anywhere(*c)).collect();
                assert!(odd.is_empty(), "{walk:?} {odd:?}\n{screen}");
            }
        }
    }
}

#[test]
fn the_highest_contrast_has_a_ground_of_its_own_in_every_cell() {
    for (lang, walk) in Lang::ALL.into_iter().flat_map(|lang| WALKS.map(|walk| (lang, walk))) {
        let mut stage = Stage::answered(lang, 100, 30, ANSWERS);
        stage.app.theme = Theme::new(Colours::Many).with_look(Look::HighContrast);
        stage.keys(walk);
        stage.draw();
        let cells = &stage.cells().content;
        // The second cell of a wide character is never drawn.
        let is_drawn = |at: usize| at == 0 || width(cells[at - 1].symbol()) < 2;
        let is_bare = |at: usize| cells[at].fg == Color::Reset || cells[at].bg == Color::Reset;
        assert!(!(0..cells.len()).any(|at| is_drawn(at) && is_bare(at)), "{lang:?} {walk}");
    }
}

#[test]
fn without_colours_no_theme_draws_any() {
    for look in Look::ALL {
        let mut stage = Stage::answered(Lang::En, 100, 30, ANSWERS);
        stage.app.theme = Theme::new(Colours::None).with_look(look);
        stage.keys("v");
        stage.draw();
        assert!(stage.cells().content.iter().all(|c| c.fg == Color::Reset && c.bg == Color::Reset), "{look:?}");
    }
}

/// Runs the program with a configuration and nothing else of this machine.
fn run(config: &str, variables: &[(&str, &str)], arguments: &[&str]) -> (Output, TempDir) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("gradus.conf");
    std::fs::write(&file, config.replace("HERE", folder.path().to_str().unwrap())).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradus"));
    command.env_clear().env("HOME", folder.path()).env("GRADUS_CONFIG", &file).envs(variables.iter().copied());
    (command.args(arguments).output().unwrap(), folder)
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_configuration_is_heeded_and_gives_way_to_what_is_said() {
    let config = "lang = zh\ndata-dir = HERE/mine\nstate-dir = HERE/state\nmode = interview\n";
    let (made, folder) = run(config, &[], &["new", "--subject", "A"]);
    assert_eq!((made.status.code(), said(&made.stderr)), (Some(0), String::new()));
    let file = said(&made.stdout).trim().to_owned();
    assert!(file.starts_with(folder.path().join("mine").to_str().unwrap()), "{file}");
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"setup/mode\",\"is\":\"interview\""));
    assert!(folder.path().join("state").is_dir());
    let help = |variables: &[(&str, &str)], arguments: &[&str]| said(&run(config, variables, arguments).0.stdout);
    assert!(help(&[], &["--help"]).contains("用法"));
    assert!(help(&[("GRADUS_LANG", "en")], &["--help"]).contains("Usage"));
    assert!(help(&[("GRADUS_LANG", "zh")], &["--help", "--lang", "en"]).contains("Usage"));
}

#[test]
fn what_is_wrong_in_the_configuration_is_named_and_nothing_stops() {
    let (listed, _folder) = run("colour = never\nlang = en\ntheme = pink\n", &[], &["--version"]);
    assert_eq!(listed.status.code(), Some(0));
    let told = said(&listed.stderr);
    assert!(told.contains("line 1") && told.contains("\"colour\"") && told.contains("line 3"), "{told}");
    assert_eq!(told.lines().count(), 2, "{told}");
    let (missing, _folder) = run("", &[("GRADUS_CONFIG", "/no/such.conf")], &["--version"]);
    let told = said(&missing.stderr);
    assert!(told.contains("/no/such.conf") && told.lines().count() == 1 && !told.contains("os error"), "{told}");
}

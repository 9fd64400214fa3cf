//! The colours that reach the terminal, byte by byte.

use super::{Places, Terminal};

/// What the first screen writes with these arguments on a terminal of this name.
fn written(args: &[&str], term: &str, no_color: &str) -> String {
    let places = Places::new();
    let file = places.assessment();
    let mut environment = places.environment("en");
    environment.extend([("TERM", term), ("NO_COLOR", no_color), ("COLORTERM", "")].map(|(n, v)| (n.into(), v.into())));
    let mut terminal = Terminal::start(env!("CARGO_BIN_EXE_gradus"), &[args, &[&file]].concat(), &environment);
    terminal.sees("   1/24  ");
    terminal.send("2");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    String::from_utf8_lossy(&terminal.bytes()).into_owned()
}

/// Whether a sequence that ends in `m` names a colour.
fn has_colour(bytes: &str) -> bool {
    let styles = bytes.split("\x1b[").filter_map(|part| {
        let end = part.find(|c: char| c.is_ascii_alphabetic())?;
        part[end..].starts_with('m').then(|| &part[..end])
    });
    let is_colour = |n: u8| matches!(n, 30..=38 | 90..=97);
    styles.flat_map(|style| style.split(';')).any(|word| word.parse().is_ok_and(is_colour))
}

#[test]
fn a_terminal_of_sixteen_colours_gets_their_old_names() {
    for term in ["linux", "xterm", "screen"] {
        let bytes = written(&[], term, "");
        assert!(!bytes.contains("8;5;"), "{term}: {bytes:?}");
        assert!(has_colour(&bytes), "{term}: {bytes:?}");
    }
    assert!(written(&[], "xterm-256color", "").contains("8;5;"));
}

#[test]
fn who_asks_for_colours_gets_them_and_nobody_else_where_there_are_none() {
    for (args, term, no_color, has) in [
        (&["--color", "always"][..], "xterm-256color", "1", true),
        (&[], "xterm-256color", "1", false),
        (&["--color", "never"], "xterm-256color", "", false),
        (&[], "vt220", "", false),
    ] {
        let bytes = written(args, term, no_color);
        assert_eq!(has_colour(&bytes), has, "{args:?} {term}: {bytes:?}");
    }
}

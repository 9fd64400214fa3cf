//! The mouse of a real terminal.

use super::{Places, Terminal};

/// What asks a terminal to report the mouse, and what ends that.
const ASKS: &[u8] = b"\x1b[?1000h";
const ENDS: &[u8] = b"\x1b[?1000l";

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn who_asks_for_the_mouse_can_press_a_level_in_one_write_or_in_pieces() {
    let places = Places::new();
    let file = places.assessment();
    let mut terminal = Terminal::gradus(&places, "en", &["--mouse", &file]);
    terminal.sees("   1/24  ");
    let row_of = |terminal: &Terminal, text: &str| {
        terminal.screen().lines().position(|line| line.trim_start().starts_with(text)).unwrap() + 1
    };
    let row = row_of(&terminal, "2  ");
    terminal.send(format!("\x1b[<0;9;{row}M\x1b[<0;9;{row}m"));
    terminal.sees("✓ 2  ");
    // The wheel highlights as the arrows do, and a press that arrives in pieces types no digit.
    terminal.send("\x1b[<65;9;9M");
    terminal.sees("▸  3  ");
    let row = row_of(&terminal, "1  ");
    for piece in ["\x1b", "[<0;1", &format!("2;{row}"), "M"] {
        terminal.send(piece);
    }
    terminal.sees("✓ 1  ");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let bytes = terminal.bytes();
    assert!(has(&bytes, ASKS) && has(&bytes, ENDS));
    assert_eq!(places.answers(&file), ["N1.1=1"]);
}

#[test]
fn who_does_not_ask_keeps_the_mouse_for_the_terminal() {
    let places = Places::new();
    let (_, mut terminal) = super::asked(&places);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert!(!has(&terminal.bytes(), ASKS) && !has(&terminal.bytes(), ENDS));
}

use std::num::NonZero;

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::*;
use crate::text;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::sheet::Sheet;

const COLUMNS: u16 = 24;
const ROWS: u16 = 2;
const COLOURS: [Color; 5] = [Color::Reset, Color::Indexed(3), Color::Indexed(12), Color::Indexed(200), Color::White];

/// A text somewhere in a row, in some style.
type Stroke = (u16, u16, String, Style);

fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
    let colour = || prop::sample::select(&COLOURS[..]);
    let modifier = (0..8_u8).prop_map(|bits| {
        let known = [Modifier::BOLD, Modifier::DIM, Modifier::REVERSED];
        known.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, modifier)| modifier).collect()
    });
    let style = (colour(), colour(), modifier).prop_map(|(fg, bg, modifier): (_, _, Modifier)| Style {
        fg: Some(fg),
        bg: Some(bg),
        add_modifier: modifier,
        ..Style::default()
    });
    // Most is written in the style of what it is written over.
    let style = prop_oneof![3 => Just(Style::default()), 1 => style];
    prop::collection::vec((0..COLUMNS, 0..ROWS, "[a-c ─█⠤，算力]{0,9}", style), 0..6)
}

/// A frame.
fn written(strokes: &[Stroke]) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.begin(Rect::new(0, 0, COLUMNS, ROWS));
    for (column, row, text, style) in strokes {
        Pen::new(&mut sheet).write(usize::from(*column), usize::from(*row), text, *style);
    }
    sheet
}

/// What the library would make of the same frames, without what ends its own.
fn by_the_library(shown: &[Vec<Cell>], next: &[Vec<Cell>]) -> String {
    let buffer = |rows: &[Vec<Cell>], covered: &str| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        for (cell, to) in rows.iter().flatten().zip(&mut buffer.content) {
            let colour = |hue| match hue {
                Hue::Own => Color::Reset,
                Hue::Number(n) => Color::Indexed(n),
            };
            to.set_symbol(if cell.symbol.is_empty() { covered } else { cell.symbol });
            (to.fg, to.bg, to.modifier) = (colour(cell.tint.fg), colour(cell.tint.bg), cell.tint.modifier);
        }
        buffer
    };
    // By itself it leaves it to the terminal to empty the other half of a wide character.
    let (shown, next) = (buffer(shown, "?"), buffer(next, " "));
    let mut sent = Vec::new();
    CrosstermBackend::new(&mut sent).draw(shown.diff_iter(&next)).unwrap();
    let sent = String::from_utf8(sent).unwrap();
    sent[..sent.find("\x1b[39m\x1b[49m").unwrap()].to_owned()
}

fn colour(hue: Hue) -> vt100::Color {
    match hue {
        Hue::Own => vt100::Color::Default,
        Hue::Number(n) => vt100::Color::Idx(n),
    }
}

proptest! {
    #[test]
    fn a_terminal_shows_frame_after_frame(
        changes in prop::collection::vec((strokes(), any::<bool>()), 1..6), is_sixteen: bool
    ) {
        let mut script = Script::default();
        let [columns, rows] = [COLUMNS, ROWS].map(|n| NonZero::new(n).unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        let mut strokes = Vec::new();
        let mut frames = vec![written(&[])];
        for (change, is_anew) in changes {
            // Most of a frame is that of the frame before it.
            if is_anew {
                strokes.clear();
            }
            strokes.extend(change);
            frames.push(written(&strokes));
        }
        for pair in frames.windows(2) {
            script.begin(if is_sixteen { Colours::Sixteen } else { Colours::Many });
            // What is blank at its end a row need not say.
            for (y, (before, after)) in (0..).zip(pair[0].rows().iter().zip(pair[1].rows())) {
                script.row(y, &before.cells(0), &after.cells(0));
            }
            let sent = script.end(None);
            let [shown, next] =
                [0, 1].map(|n| pair[n].rows().iter().map(|row| row.cells(COLUMNS)).collect::<Vec<_>>());
            let longest = by_the_library(&shown, &next);
            let length = sent.trim_end_matches("\x1b[m").len();
            prop_assert!(length <= longest.len(), "{sent:?} {longest:?}");
            let numbers = |n: u8| [";", "m"].iter().any(|end| sent.contains(&format!("8;5;{n}{end}")));
            prop_assert!(!is_sixteen || !(0..16).any(numbers), "{sent:?}");
            terminal.process(sent.as_bytes());
            for (y, row) in (0..).zip(&next) {
                for (x, cell) in (0..).zip(row) {
                    let seen = terminal.screen().cell(y, x).unwrap();
                    prop_assert!(shows(seen, cell), "{}, {} of {:?}: {:?} for {:?}", x, y, sent, seen, cell);
                }
            }
        }
    }
}

/// Whether the terminal shows a cell as it is to be.
fn shows(seen: &vt100::Cell, cell: &Cell) -> bool {
    let Tint { fg, bg, modifier } = cell.tint;
    // This emulator is either bold or dim.
    let intensity = modifier & (Modifier::BOLD | Modifier::DIM);
    let is_bold = intensity == (Modifier::BOLD | Modifier::DIM) || seen.bold() == intensity.contains(Modifier::BOLD);
    let is_tinted = (seen.fgcolor(), seen.bgcolor()) == (colour(fg), colour(bg))
        && is_bold
        && seen.inverse() == modifier.contains(Modifier::REVERSED);
    seen.contents().trim_end() == cell.symbol.trim_end() && (cell.symbol.is_empty() || is_tinted)
}

/// What makes an empty row show a text in a style.
fn sent(text: &str, style: Style, colours: Colours) -> String {
    let full = written(&[(0, 0, text.to_owned(), style)]);
    let mut script = Script::default();
    script.begin(colours);
    script.row(0, &[], &full.rows()[0].cells(COLUMNS));
    script.end(None).to_owned()
}

#[test]
fn sixteen_colours_have_their_old_names() {
    let style = Style::default().fg(Color::Indexed(9)).bg(Color::Blue);
    assert_eq!(sent("A", style, Colours::Many), "\x1b[1;1H\x1b[38;5;9;48;5;4mA\x1b[m");
    assert_eq!(sent("A", style, Colours::Sixteen), "\x1b[1;1H\x1b[91;44mA\x1b[m");
    let style = Style::default().fg(Color::Indexed(200)).bg(Color::White).bold();
    assert_eq!(sent("A", style, Colours::Sixteen), "\x1b[1;1H\x1b[1;38;5;200;107mA\x1b[m");
}

#[test]
fn what_terminals_measure_differently_moves_nothing_beside_it() {
    let plain = |text| sent(text, Style::default(), Colours::Many);
    assert_eq!(plain("算力b"), "\x1b[1;1H算力b");
    assert_eq!(plain("e\u{301}b"), "\x1b[1;1He\u{301}\x1b[1;2Hb");
    assert_eq!(plain("🦀b"), "\x1b[1;1H🦀\x1b[1;3Hb");
    // Drawn in one column or in two: the other one is empty.
    assert_eq!(plain("❤\u{fe0f}b"), "\x1b[1;1H  \x1b[1;1H❤\u{fe0f}\x1b[1;3Hb");
}

#[test]
fn what_lies_between_two_changes_is_written_again_where_that_is_no_longer_than_a_jump() {
    let around = |between: &str, style: Style| {
        let end = 1 + text::width(between) as u16;
        let row = |ends: &str| {
            let [first, last] = [0, end].map(|column| (column, 0, ends.to_owned(), Style::default()));
            written(&[first, (1, 0, between.to_owned(), style), last])
        };
        let (shown, next) = (row("x"), row("y"));
        let mut script = Script::default();
        script.begin(Colours::Many);
        script.row(0, &shown.rows()[0].cells(0), &next.rows()[0].cells(0));
        script.end(None).to_owned()
    };
    let plain = |between| around(between, Style::default());
    assert_eq!(plain("a b"), "\x1b[1;1Hya by");
    assert_eq!(plain("aaaaaa"), "\x1b[1;1Hyaaaaaay");
    assert_eq!(plain("aaaaaaa"), "\x1b[1;1Hy\x1b[1;9Hy");
    // More bytes than columns, or columns of which terminals are not sure.
    for between in ["──", "力", "🦀"] {
        assert_eq!(plain(between), "\x1b[1;1Hy\x1b[1;4Hy", "{between}");
    }
    assert_eq!(around("ab", Style::new().fg(Color::Red)), "\x1b[1;1Hy\x1b[1;4Hy");
}

#[test]
fn the_cursor_is_sent_where_it_changes_or_has_been_moved() {
    let mut script = Script::default();
    let mut frame = |cells: &[Cell], cursor: Option<(u16, u16)>| {
        script.begin(Colours::None);
        script.row(0, &[Cell::BLANK], cells);
        script.end(cursor.map(Position::from)).to_owned()
    };
    let letter = [Cell { symbol: "a", ..Cell::BLANK }];
    assert_eq!(frame(&[Cell::BLANK], None), "");
    assert_eq!(frame(&[Cell::BLANK], Some((4, 2))), "\x1b[3;5H\x1b[?25h");
    assert_eq!(frame(&[Cell::BLANK], Some((4, 2))), "");
    assert_eq!(frame(&letter, Some((4, 2))), "\x1b[1;1Ha\x1b[3;5H");
    assert_eq!(frame(&[Cell::BLANK], None), "\x1b[?25l");
    assert_eq!(frame(&[Cell::BLANK], None), "");
}

//! The picture in the README is the program's own screen: this test draws it and keeps it fresh.
//!
//! `GRADUS_UPDATE=1 cargo test --test picture` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use std::fmt::Write;
use std::path::Path;

use gradus::lang::Lang;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use stage::Stage;

/// Width and height of a cell in the picture.
const CELL: (f64, f64) = (8.4, 18.0);
const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3+partly R2.1=2 R3.1=4 R4.1=3 \
    R5.1=2 R6.1=na:rented O1.1=2 O2.1=1 O3.1=2 O4.1=1+partly O5.1=2 O6.1=2 A1.1=4 A2.1=3+partly A3.1=4 A4.1=3 A5.1=3 A6.1=4";

#[test]
fn the_readme_shows_todays_screen() {
    for (lang, name) in [(Lang::En, "result.svg"), (Lang::Zh, "result.zh.svg")] {
        let stage = Stage::answered(lang, 100, 30, ANSWERS);
        let drawn = svg(stage.cells());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
        if std::env::var_os("GRADUS_UPDATE").is_some() {
            std::fs::write(&path, &drawn).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == drawn, "assets/{name} shows an older screen: run GRADUS_UPDATE=1 cargo test --test picture");
    }
}

fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (f64::from(buffer.area.width), f64::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 24.0, rows * CELL.1 + 24.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace\" font-size=\"14\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#16181d\"/>\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let start = x;
            let mut text = String::new();
            // One element for all cells that look alike; a blank more or less changes nothing.
            while x < buffer.area.width && (alike(&buffer[(x, y)], cell) || buffer[(x, y)].symbol() == " ") {
                let symbol = buffer[(x, y)].symbol();
                if gradus::text::width(symbol) > 1 && !text.is_empty() && x > start {
                    break;
                }
                text.push_str(symbol);
                x += gradus::text::width(symbol).max(1) as u16;
                if gradus::text::width(symbol) > 1 {
                    break;
                }
            }
            if !text.trim().is_empty() {
                let length = f64::from(x - start) * CELL.0;
                let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
                let _ = writeln!(
                    out,
                    "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{}\"{bold} textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>",
                    12.0 + f64::from(start) * CELL.0,
                    12.0 + (f64::from(y) + 0.78) * CELL.1,
                    colour(cell.fg),
                    escaped(&text)
                );
            }
        }
    }
    out.push_str("</svg>\n");
    out
}

fn alike(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.modifier) == (b.fg, b.modifier)
}

fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Indexed(244) => "#808080",
        Color::Indexed(97) => "#875faf",
        Color::Indexed(67) => "#5f87af",
        Color::Indexed(37) => "#00afaf",
        Color::Indexed(71) => "#5faf5f",
        Color::Indexed(136) => "#af8700",
        Color::Indexed(172) => "#d78700",
        Color::Indexed(160) => "#d70000",
        _ => "#e4e4e4",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

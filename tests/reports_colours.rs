//! Colours of the pages: whatever is written can be read on what it is written on, in light, in
//! dark and on paper. Computed from the style sheets as WCAG 2 defines contrast (level AA).

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::HashMap;

type Colours = HashMap<String, u32>;

/// Text of any size.
const TEXT: f64 = 4.5;
/// Parts of a drawing.
const DRAWN: f64 = 3.0;

/// The colours that hold in light, in dark and in print, in the order of the style sheet.
fn palettes(css: &str) -> Vec<(String, Colours)> {
    let mut found = Vec::new();
    let mut inherited = Colours::new();
    for (at, _) in css.match_indices(":root {") {
        let before = css[..at].trim_end();
        let name = if before.is_empty() { "light" } else { before.lines().last().unwrap() };
        let block = css[at..].split(['{', '}']).nth(1).unwrap();
        let mut colours = inherited.clone();
        for (name, value) in block.split(';').filter_map(|line| line.split_once(':')) {
            let value = u32::from_str_radix(value.trim().strip_prefix('#').unwrap(), 16).unwrap();
            colours.insert(name.trim().trim_start_matches("--").to_owned(), value);
        }
        if inherited.is_empty() {
            inherited.clone_from(&colours);
        }
        found.push((name.to_owned(), colours));
    }
    found
}

fn contrast(a: u32, b: u32) -> f64 {
    let luminance = |rgb: u32| {
        let linear = |shift: u32| {
            let part = f64::from(rgb >> shift & 0xff) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Fails unless all of `on` can be seen on all of `grounds`.
fn seen(page: &str, colours: &Colours, on: &[&str], grounds: &[&str], least: f64) {
    for (front, back) in on.iter().flat_map(|front| grounds.iter().map(move |back| (front, back))) {
        let found = contrast(colours[*front], colours[*back]);
        assert!(found >= least, "{page}: {front} on {back} has {found:.2}, not {least}");
    }
}

#[test]
fn the_formula_is_the_known_one() {
    assert!((contrast(0x00ff_ffff, 0) - 21.0).abs() < 1e-9);
    assert!((contrast(0x0076_7676, 0x00ff_ffff) - 4.54).abs() < 0.01);
}

#[test]
fn every_colour_of_the_report_can_be_read() {
    let palettes = palettes(include_str!("../assets/report.css"));
    assert_eq!(palettes.len(), 3);
    for (name, colours) in &palettes {
        let shades = ["s0", "s1", "s2", "s3", "s4", "s5"];
        seen(name, colours, &["ink", "soft", "alarm"], &["paper", "wash"], TEXT);
        seen(name, colours, &["ink"], &shades, TEXT);
        // Bars lie on the wash of their full length, the radar on the page.
        seen(name, colours, &["b0", "b1", "b2", "b3", "b4", "b5"], &["paper", "wash"], DRAWN);
        seen(name, colours, &["accent"], &["paper"], DRAWN);
    }
}

#[test]
fn every_colour_of_the_form_can_be_read() {
    let palettes = palettes(include_str!("../assets/form.css"));
    assert_eq!(palettes.len(), 3);
    for (name, colours) in &palettes {
        seen(name, colours, &["ink", "soft"], &["paper"], TEXT);
    }
}

#[test]
fn no_colour_stands_outside_of_the_palettes() {
    for css in [include_str!("../assets/report.css"), include_str!("../assets/form.css")] {
        let outside = css.lines().filter(|line| !line.trim_start().starts_with("--"));
        let outside: Vec<&str> = outside.filter(|line| line.contains('#') && !line.contains(":root {")).collect();
        assert!(outside.is_empty(), "{outside:?}");
    }
}

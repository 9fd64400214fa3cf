//! A bar over the whole scale, with a tick where each level begins.

use ratatui::style::Style;

use super::pen::Pen;

/// What a bar shows, in parts (0..=1) of the scale.
pub struct Bar<'t> {
    /// Filled up to here; `None`: nothing is known.
    pub value: Option<f64>,
    /// Where the missing answers could still take it.
    pub range: Option<(f64, f64)>,
    /// Where it is to come.
    pub target: Option<f64>,
    /// Where levels begin.
    pub ticks: &'t [f64],
    /// The style of the filled part.
    pub style: Style,
    /// The style of the rest.
    pub rest: Style,
}

const EIGHTHS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// Draws the bar on a row from `column` on, `width` columns wide.
pub fn draw(pen: &mut Pen, column: usize, row: usize, width: usize, bar: &Bar) {
    let drawing = Drawing::of(bar, width);
    let shown = width.min(pen.width().saturating_sub(column));
    let mut cell = 0;
    while cell < shown {
        let end = drawing.alike_to(cell).min(shown);
        let (mark, style) = drawing.look(cell);
        pen.fill(column + cell, row, end - cell, mark, style);
        cell = end;
    }
}

/// A bar in cells.
struct Drawing<'b> {
    bar: &'b Bar<'b>,
    width: usize,
    /// How much is filled, in eighths of a cell.
    eighths: usize,
    /// The cells in which levels begin.
    ticks: Vec<usize>,
    target: Option<usize>,
}

impl<'b> Drawing<'b> {
    fn of(bar: &'b Bar, width: usize) -> Self {
        Self {
            bar,
            width,
            eighths: (bar.value.unwrap_or(0.0).clamp(0.0, 1.0) * width as f64 * 8.0).round() as usize,
            ticks: bar.ticks.iter().map(|t| cell_of(*t, width)).collect(),
            target: bar.target.map(|t| cell_of(t, width).min(width.saturating_sub(1))),
        }
    }

    /// What a cell shows.
    fn look(&self, cell: usize) -> (&'static str, Style) {
        let Bar { range, style, rest, .. } = *self.bar;
        let is_tick = || self.ticks.contains(&cell);
        let in_range = || {
            let middle = (cell as f64 + 0.5) / self.width as f64;
            range.is_some_and(|(low, high)| high - low > 1e-9 && middle > low && middle <= high)
        };
        match self.eighths.saturating_sub(8 * cell).min(8) {
            _ if self.target == Some(cell) => ("┃", Style::default()),
            8 if is_tick() => ("▓", style),
            filled @ 1..=8 => (EIGHTHS[filled], style),
            _ if is_tick() => ("╵", rest),
            _ if in_range() => ("⠶", rest),
            _ => ("⠤", rest),
        }
    }

    /// A cell after this one up to which all look as it does: none of those between shows anything that begins
    /// or ends.
    fn alike_to(&self, cell: usize) -> usize {
        let range = self.bar.range.map(|(low, high)| [low, high].map(|end| cell_of(end, self.width)));
        let special = self.ticks.iter().copied().chain(self.target).chain([self.eighths / 8]);
        let edges = special.chain(range.into_iter().flatten()).flat_map(|place| [place, place + 1]);
        edges.filter(|edge| *edge > cell).min().unwrap_or(self.width)
    }
}

/// The cell in which a part of the scale ends.
fn cell_of(part: f64, width: usize) -> usize {
    (part * width as f64) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Color;

    use super::*;

    proptest! {
        #[test]
        fn cells_up_to_the_next_edge_look_alike(
            value in prop::option::of(-0.2..1.2_f64),
            range in prop::option::of((0.0..=1.0_f64, 0.0..=1.0_f64)),
            target in prop::option::of(0.0..=1.0_f64),
            ticks in prop::collection::vec(0.0..=1.0_f64, 0..6),
            width in 0_usize..90,
        ) {
            let (style, rest) = (Style::default().fg(Color::Red), Style::default().fg(Color::Blue));
            let bar = Bar { value, range, target, ticks: &ticks, style, rest };
            let drawing = Drawing::of(&bar, width);
            let mut cell = 0;
            while cell < width {
                let end = drawing.alike_to(cell);
                prop_assert!(end > cell);
                for alike in cell..end.min(width) {
                    prop_assert_eq!(drawing.look(alike), drawing.look(cell), "{} of {}", alike, cell);
                }
                cell = end;
            }
        }
    }
}

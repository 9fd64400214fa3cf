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
    let eighths = (bar.value.unwrap_or(0.0).clamp(0.0, 1.0) * width as f64 * 8.0).round() as usize;
    // A tick stands in the cell where its level begins.
    let ticks: Vec<usize> = bar.ticks.iter().map(|t| (t * width as f64) as usize).collect();
    let is_tick = |cell: usize| ticks.contains(&cell);
    let target = bar.target.map(|t| ((t * width as f64) as usize).min(width.saturating_sub(1)));
    let in_range = |cell: usize| {
        let middle = (cell as f64 + 0.5) / width as f64;
        bar.range.is_some_and(|(low, high)| high - low > 1e-9 && middle > low && middle <= high)
    };
    let look = |cell: usize| {
        let filled = eighths.saturating_sub(8 * cell).min(8);
        match filled {
            _ if target == Some(cell) => ("┃", Style::default()),
            8 if is_tick(cell) => ("▓", bar.style),
            1..=8 => (EIGHTHS[filled], bar.style),
            _ if is_tick(cell) => ("╵", bar.rest),
            _ if in_range(cell) => ("⠶", bar.rest),
            _ => ("⠤", bar.rest),
        }
    };
    // What is of one style is written at once.
    let (mut run, mut first, mut style) = (String::with_capacity(3 * width), 0, Style::default());
    let shown = width.min(pen.width().saturating_sub(column));
    for cell in 0..=shown {
        let next = (cell < shown).then(|| look(cell));
        if !run.is_empty() && next.is_none_or(|(_, next)| next != style) {
            pen.marks(column + first, row, cell - first, &run, style);
            run.clear();
            first = cell;
        }
        if let Some((mark, next)) = next {
            run.push_str(mark);
            style = next;
        }
    }
}

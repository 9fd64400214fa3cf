//! What is sent to a terminal: where to write, in which style, and the characters.

use std::mem;

use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::tui::theme::Colours;
use crate::tui::widget::cell::{Cell, Hue, Tint};

/// The modifiers of the themes by what ends them, each with what begins it.
const MODIFIERS: [(u8, &[(Modifier, u8)]); 2] =
    [(27, &[(Modifier::REVERSED, 7)]), (22, &[(Modifier::BOLD, 1), (Modifier::DIM, 2)])];
/// What begins a colour of a character, and one behind it.
const CHARACTER: u8 = 30;
const GROUND: u8 = 40;
/// Empties the columns from the cursor on.
const ERASE: &str = "\x1b[K";
/// The shortest jump. So few characters are written again rather than jumped over.
const JUMP: &str = "\x1b[1;1H";

/// What is sent for one frame, and what the terminal will do with what comes next.
#[derive(Debug, Default)]
pub struct Script {
    text: String,
    /// Whether the screen is to be emptied before the next frame.
    clears: bool,
    /// Whether colours have the old names: a terminal of sixteen would take `38;5;1` for three wishes of
    /// which one is to blink.
    names_colours: bool,
    /// Where the next character appears, if that is certain.
    at: Option<(u16, u16)>,
    tint: Tint,
    /// Where the cursor is seen.
    cursor: Option<Position>,
}

impl Script {
    /// Empties the screen before the next frame.
    pub fn clear(&mut self) {
        self.clears = true;
    }

    /// Begins a frame for a terminal of so many colours.
    pub fn begin(&mut self, colours: Colours) {
        self.text.clear();
        if mem::take(&mut self.clears) {
            self.text.push_str("\x1b[2J");
        }
        self.names_colours = colours == Colours::Sixteen;
        self.at = None;
    }

    /// Makes a row that shows these cells show the next ones; beyond its cells either is blank.
    pub fn row(&mut self, y: u16, shown: &[Cell], next: &[Cell]) {
        let (ends, ended) = (length(next), length(shown));
        let mut x = 0;
        while x < ends.max(ended) {
            let cell = next.get(x).unwrap_or(&Cell::BLANK);
            // What a wide character covers is the same where the character is.
            if cell != shown.get(x).unwrap_or(&Cell::BLANK) {
                self.go(x as u16, y, next);
                if x >= ends && ended > x + ERASE.len() {
                    self.tint(Tint::PLAIN);
                    self.text.push_str(ERASE);
                    return;
                }
                self.write(x as u16, y, cell);
            }
            x += usize::from(cell.columns);
        }
    }

    /// Ends the frame with the cursor in its place, if it is to be seen. Returns what is to be sent.
    pub fn end(&mut self, cursor: Option<Position>) -> &str {
        self.tint(Tint::PLAIN);
        let has_moved = cursor != self.cursor || !self.text.is_empty();
        if let Some(Position { x, y }) = cursor
            && has_moved
        {
            self.jump(x, y);
        }
        match (self.cursor, cursor) {
            (None, Some(_)) => self.text.push_str("\x1b[?25h"),
            (Some(_), None) => self.text.push_str("\x1b[?25l"),
            _ => {}
        }
        self.cursor = cursor;
        &self.text
    }

    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        self.tint(cell.tint);
        if cell.columns > 1 && cell.symbol.contains('\u{fe0f}') {
            // Some terminals draw it in one column only, and what stood in the other would stay.
            self.text.extend((0..cell.columns).map(|_| ' '));
            self.jump(x, y);
        }
        self.text.push_str(cell.symbol);
        self.at = is_certain(cell).then_some((x + cell.columns, y));
    }

    /// The next character appears there, in a row of which all before it is shown.
    fn go(&mut self, x: u16, y: u16, row: &[Cell]) {
        if self.at == Some((x, y)) {
            return;
        }
        let way = self.at.filter(|at| at.1 == y).and_then(|at| row.get(usize::from(at.0)..usize::from(x)));
        let is_alike = |cell: &Cell| cell.symbol.len() == 1 && cell.tint == self.tint;
        match way {
            Some(cells) if cells.len() <= JUMP.len() && cells.iter().all(is_alike) => {
                self.text.extend(cells.iter().map(|cell| cell.symbol));
            }
            _ => self.jump(x, y),
        }
    }

    fn jump(&mut self, x: u16, y: u16) {
        self.text.push_str("\x1b[");
        self.number(y + 1);
        self.text.push(';');
        self.number(x + 1);
        self.text.push('H');
        self.at = Some((x, y));
    }

    /// What is written next is drawn like this.
    fn tint(&mut self, next: Tint) {
        if self.tint != next {
            self.change(next);
        }
    }

    fn change(&mut self, next: Tint) {
        let before = mem::replace(&mut self.tint, next);
        self.text.push_str("\x1b[");
        if next != Tint::PLAIN {
            self.modifiers(before.modifier, next.modifier);
            self.colour(CHARACTER, before.fg, next.fg);
            self.colour(GROUND, before.bg, next.bg);
            // The last number has no other after it.
            self.text.pop();
        }
        self.text.push('m');
    }

    fn modifiers(&mut self, before: Modifier, next: Modifier) {
        if before == next {
            return;
        }
        for (end, begins) in MODIFIERS {
            let ends = begins.iter().any(|(modifier, _)| (before - next).contains(*modifier));
            if ends {
                self.wish(end);
            }
            for (modifier, begin) in begins {
                // What ends one ends its neighbour, which may have to begin again.
                if next.contains(*modifier) && (ends || !before.contains(*modifier)) {
                    self.wish(*begin);
                }
            }
        }
    }

    fn colour(&mut self, place: u8, before: Hue, next: Hue) {
        if before == next {
            return;
        }
        match next {
            Hue::Own => self.wish(place + 9),
            Hue::Number(n @ 0..8) if self.names_colours => self.wish(place + n),
            Hue::Number(n @ 8..16) if self.names_colours => self.wish(place + 60 + n - 8),
            Hue::Number(n) => [place + 8, 5, n].into_iter().for_each(|number| self.wish(number)),
        }
    }

    /// One of the numbers of a style.
    fn wish(&mut self, number: u8) {
        self.number(number.into());
        self.text.push(';');
    }

    fn number(&mut self, number: u16) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.text.push(char::from(b'0' + (number % 10) as u8));
    }
}

/// Columns of cells before those at the end that are blank.
fn length(cells: &[Cell]) -> usize {
    cells.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |last| last + 1)
}

/// Whether every terminal gives a character as many columns as we do: they differ in how they join marks,
/// and in emoji.
fn is_certain(cell: &Cell) -> bool {
    if cell.symbol.len() == 1 {
        return true;
    }
    let mut chars = cell.symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(_), None) if cell.columns == 1 => true,
        (Some(c), None) => matches!(c, '\u{2e80}'..='\u{ffff}' | '\u{20000}'..),
        _ => false,
    }
}

#[cfg(test)]
mod tests;

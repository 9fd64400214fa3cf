//! Frame after frame on a terminal: only the rows that changed are drawn, only the cells that
//! changed are sent.

mod script;

use std::mem;

use ratatui::layout::{Position, Rect, Size};

use super::app::App;
use super::theme::Theme;
use super::view;
use super::widget::cell::Cell;
use super::widget::sheet::{Row, Sheet};
use script::Script;

/// Says what makes a terminal show the state, and knows what it shows.
///
/// It keeps what is written into the rows, and no cells: of a row that changes those before are made again.
pub struct Painter {
    size: Size,
    /// That of the frame on the terminal; none if the terminal is empty.
    theme: Option<Theme>,
    sheet: Sheet,
    /// That of the frame on the terminal.
    before: Sheet,
    script: Script,
}

impl Painter {
    /// Draws on an empty terminal of a size without a cursor.
    pub fn new(size: Size) -> Self {
        Self { size, theme: None, sheet: Sheet::default(), before: Sheet::default(), script: Script::default() }
    }

    /// The cells that the terminal shows, row by row.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Cell<'_>>> {
        self.before.rows().iter().map(|row| {
            let mut cells = self.cells(row, self.theme);
            cells.resize(usize::from(self.size.width), Cell::BLANK);
            cells
        })
    }

    /// Nobody knows what the terminal shows: the next frame draws everything.
    pub fn lose(&mut self) {
        self.clear(self.size);
    }

    /// Empties the terminal: the next frame draws everything.
    fn clear(&mut self, size: Size) {
        self.size = size;
        self.theme = None;
        // A sheet without rows differs from every frame in all of them.
        self.before.begin(Rect::default());
        self.script.clear();
    }

    /// What is to be sent so that the terminal, which has this size now, shows the state: nothing if it does.
    pub fn draw(&mut self, app: &mut App, size: Size) -> &str {
        if self.size != size {
            self.clear(size);
        }
        self.script.begin(app.theme.colours());
        self.sheet.begin(Rect::from((Position::ORIGIN, size)));
        let cursor = view::draw(app, &mut self.sheet);
        let theme = Some(app.theme);
        for (y, row) in (0..).zip(self.sheet.rows()) {
            let before = self.before.rows().get(usize::from(y));
            if before != Some(row) || self.theme != theme {
                let shown = before.map_or_else(Vec::new, |row| self.cells(row, self.theme));
                let next = self.cells(row, theme);
                self.script.row(y, &shown, &next);
            }
        }
        mem::swap(&mut self.sheet, &mut self.before);
        self.theme = theme;
        self.script.end(cursor)
    }

    /// The cells of a row; what is not there is blank.
    fn cells<'r>(&self, row: &'r Row, theme: Option<Theme>) -> Vec<Cell<'r>> {
        let has_ground = theme.is_some_and(Theme::has_ground);
        let mut cells = row.cells(if has_ground { self.size.width } else { 0 });
        if let Some(theme) = theme {
            theme.finish(&mut cells);
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::tui::theme::{Colours, Theme};

    const SIZE: Size = Size::new(80, 24);

    /// What is sent for the first frame in a size, and what for one in another size after it.
    fn sent(second: Size, changes: impl FnOnce(&mut App)) -> [String; 2] {
        let mut app = App::new(Lang::En, Theme::new(Colours::Many));
        let mut painter = Painter::new(SIZE);
        let first = painter.draw(&mut app, SIZE).to_owned();
        changes(&mut app);
        [first, painter.draw(&mut app, second).to_owned()]
    }

    #[test]
    fn only_what_changed_is_sent() {
        let [first, same] = sent(SIZE, |_| ());
        assert!(first.len() > 200 && same.is_empty(), "{first:?}\n{same:?}");
        let [_, changed] = sent(SIZE, |app| app.message = Some("Kept.".to_owned()));
        assert!(changed.contains("Kept.") && changed.len() < 200, "{changed:?}");
    }

    #[test]
    fn in_another_size_everything_is_sent() {
        const CLEAR: &str = "\x1b[2J";
        let [first, wider] = sent(Size::new(90, 24), |_| ());
        assert!(!first.contains(CLEAR), "{first:?}");
        assert!(wider.starts_with(CLEAR) && wider.len() > first.len(), "{wider:?}");
    }

    #[test]
    fn what_was_lost_is_sent_again() {
        let mut app = App::new(Lang::En, Theme::new(Colours::Many));
        let mut painter = Painter::new(SIZE);
        let first = painter.draw(&mut app, SIZE).to_owned();
        painter.lose();
        assert_eq!(painter.draw(&mut app, SIZE), ["\x1b[2J", &first].concat());
    }
}

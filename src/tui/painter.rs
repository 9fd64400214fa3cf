//! Frame after frame on a terminal: only the rows that changed are drawn, only the cells that
//! changed are sent.

use std::mem;

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use super::app::App;
use super::theme::Theme;
use super::view;
use super::widget::sheet::Sheet;

/// Draws on a terminal and knows what it shows.
pub struct Painter<B> {
    backend: B,
    size: Size,
    /// That of the frame on the terminal.
    theme: Option<Theme>,
    sheet: Sheet,
    /// That of the frame on the terminal.
    before: Sheet,
    rows: Vec<Row>,
}

/// The cells of a row.
struct Row {
    shown: Buffer,
    /// Those of the next frame, once the row changes.
    next: Buffer,
}

impl<B: Backend> Painter<B> {
    /// Draws on an empty terminal of a size.
    pub fn new(backend: B, size: Size) -> Self {
        Self { backend, size, theme: None, sheet: Sheet::default(), before: Sheet::default(), rows: blank(size) }
    }

    /// The terminal.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// The terminal, for whoever changes its size.
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// The cells that the terminal shows, row by row.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.rows.iter().map(|row| row.shown.content.as_slice())
    }

    /// Empties the terminal: the next frame draws everything.
    pub fn clear(&mut self, size: Size) -> Result<(), B::Error> {
        self.size = size;
        self.rows = blank(size);
        self.theme = None;
        self.backend.clear_region(ClearType::All)
    }

    /// Draws the state on the terminal, which has this size now.
    pub fn draw(&mut self, app: &mut App, size: Size) -> Result<(), B::Error> {
        if self.size != size {
            self.clear(size)?;
        }
        if self.theme.replace(app.theme) != Some(app.theme) {
            // A sheet without rows differs from every frame in all of them.
            self.before.begin(Rect::default());
        }
        self.sheet.begin(Rect::from((Position::ORIGIN, size)));
        let cursor = view::draw(app, &mut self.sheet);
        let written = self.sheet.rows().iter().enumerate();
        let changed = written.filter(|(y, row)| self.before.rows().get(*y) != Some(*row));
        let changed: Vec<usize> = changed.map(|(y, _)| y).collect();
        for y in &changed {
            let cells = &mut self.rows[*y].next.content;
            self.sheet.rows()[*y].paint(cells);
            app.theme.finish(cells);
        }
        let rows = changed.iter().map(|y| &self.rows[*y]);
        self.backend.draw(rows.flat_map(|row| row.shown.diff_iter(&row.next)))?;
        match cursor {
            None => self.backend.hide_cursor()?,
            Some(position) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(position)?;
            }
        }
        self.backend.flush()?;
        for y in changed {
            let row = &mut self.rows[y];
            mem::swap(&mut row.shown, &mut row.next);
        }
        mem::swap(&mut self.sheet, &mut self.before);
        Ok(())
    }
}

/// The rows of an empty terminal.
fn blank(size: Size) -> Vec<Row> {
    let cells = |y| Buffer::empty(Rect::new(0, y, size.width, 1));
    (0..size.height).map(|y| Row { shown: cells(y), next: cells(y) }).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::backend::CrosstermBackend;

    use super::*;
    use crate::lang::Lang;
    use crate::tui::theme::{Colours, Theme};

    const SIZE: Size = Size::new(80, 24);

    /// What is sent for the first frame in a size, and what for one in another size after it.
    fn sent(second: Size, changes: impl FnOnce(&mut App)) -> [String; 2] {
        let mut app = App::new(Lang::En, Theme::new(Colours::Many));
        let mut once = Vec::new();
        Painter::new(CrosstermBackend::new(&mut once), SIZE).draw(&mut app, SIZE).unwrap();
        let mut twice = Vec::new();
        let mut painter = Painter::new(CrosstermBackend::new(&mut twice), SIZE);
        painter.draw(&mut app, SIZE).unwrap();
        changes(&mut app);
        painter.draw(&mut app, second).unwrap();
        drop(painter);
        let after = twice.split_off(once.len());
        assert_eq!(once, twice);
        [once, after].map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn only_what_changed_is_sent() {
        let [first, same] = sent(SIZE, |_| ());
        assert!(first.len() > 200 && same.len() < 30, "{first:?}\n{same:?}");
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
}

//! A text that is typed: what it is so far, where the cursor stands, and what keys do to both.
//!
//! The cursor goes from one character as it is read to the next, however many code points that is, and the text is
//! wrapped as all text is.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use crate::text::{graphemes, width, wrap};
use crate::tui::key::Key;

/// A text, a cursor in it, and how much of it was on screen.
pub struct Field {
    text: String,
    /// Byte at which is typed.
    at: usize,
    /// The column that Up and Down keep to on their way over shorter rows.
    column: Option<usize>,
    /// Up, Down and scrolling go by the rows that were seen last.
    seen: Cell<Seen>,
    /// The rows of the text in so many columns, until it changes: most keys change nothing.
    wrapped: RefCell<Option<(usize, Rows)>>,
}

/// Where each row begins and the next one does.
type Rows = Rc<[Range<usize>]>;

/// What of a field was on screen.
#[derive(Clone, Copy)]
struct Seen {
    columns: usize,
    rows: usize,
    /// The first row that was shown.
    top: usize,
}

/// What of a field is to be shown.
pub struct Shown<'f> {
    /// Its rows from the top, without the blanks at their ends: those may go beyond the edge.
    pub rows: Vec<&'f str>,
    /// The row of the cursor.
    pub row: usize,
    /// The column of the cursor; beyond the last one after a full row and the blanks at its end.
    pub column: usize,
}

impl Field {
    /// A text with the cursor at its end.
    pub fn new(text: &str) -> Self {
        let seen = Seen { columns: usize::MAX, rows: 1, top: 0 };
        Self { text: text.to_owned(), at: text.len(), column: None, seen: Cell::new(seen), wrapped: RefCell::default() }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Types a text, which is clean.
    pub fn insert(&mut self, text: &str) {
        self.text.insert_str(self.at, text);
        self.wrapped.take();
        self.go(self.at + text.len());
    }

    /// What a key that is no text does; with Ctrl what it does on a shell's line.
    pub fn press(&mut self, key: Key) {
        match key {
            Key::Left | Key::Ctrl('b') => self.go(self.left()),
            Key::Right | Key::Ctrl('f') => self.go(self.right()),
            Key::Home | Key::Ctrl('a') => self.go(self.line().start),
            Key::End | Key::Ctrl('e') => self.go(self.line().end),
            Key::Up => self.go_up(1),
            Key::Down => self.go_down(1),
            Key::PageUp => self.go_up(self.seen.get().rows),
            Key::PageDown => self.go_down(self.seen.get().rows),
            Key::Backspace | Key::Ctrl('h') => self.delete(self.left()..self.at),
            Key::Delete | Key::Ctrl('d') => self.delete(self.at..self.right()),
            // At the end of a line the break is what is deleted.
            Key::Ctrl('u') => self.delete(self.line().start.min(self.left())..self.at),
            Key::Ctrl('k') => self.delete(self.at..self.line().end.max(self.right())),
            Key::Ctrl('w') => self.delete(self.word()..self.at),
            Key::Char(_) | Key::Ctrl(_) | Key::Enter | Key::AltEnter | Key::Esc | Key::Tab | Key::BackTab => {}
        }
    }

    /// What is shown of it in so many columns and rows, one at least: the row of the cursor always.
    pub fn shown(&self, columns: usize, rows: usize) -> Shown<'_> {
        let rows = rows.max(1);
        let all = self.rows(columns);
        let row = row_of(&all, self.at);
        let top = self.seen.get().top.clamp((row + 1).saturating_sub(rows), row);
        self.seen.set(Seen { columns, rows, top });
        Shown {
            column: width(&self.text[all[row].start..self.at]),
            rows: all.iter().skip(top).take(rows).map(|row| self.text[row.clone()].trim_end()).collect(),
            row: row - top,
        }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.column = None;
    }

    fn delete(&mut self, gone: Range<usize>) {
        self.go(gone.start);
        self.text.replace_range(gone, "");
        self.wrapped.take();
    }

    /// Where the character before the cursor begins.
    fn left(&self) -> usize {
        let line = self.line();
        let last = graphemes(&self.text[line.start..self.at]).last();
        // Before a line there is the break of the one before.
        self.at - last.map_or(usize::from(self.at > 0), |(character, _)| character.len())
    }

    /// Where the character at the cursor ends.
    fn right(&self) -> usize {
        self.at + graphemes(&self.text[self.at..]).next().map_or(0, |(character, _)| character.len())
    }

    /// The line with the cursor, without what ends it.
    fn line(&self) -> Range<usize> {
        let (before, after) = self.text.split_at(self.at);
        before.rfind('\n').map_or(0, |end| end + 1)..after.find('\n').map_or(self.text.len(), |end| self.at + end)
    }

    /// Where the word before the cursor begins, or what stands between words if that is all there is; a line break is
    /// a word of its own.
    fn word(&self) -> usize {
        let before = &self.text[..self.at];
        if before.ends_with('\n') {
            return self.left();
        }
        let before = before.trim_end_matches(|c: char| c != '\n' && c.is_whitespace());
        let is_word = before.ends_with(char::is_alphanumeric);
        before.trim_end_matches(|c: char| !c.is_whitespace() && c.is_alphanumeric() == is_word).len()
    }

    /// The text in rows of so many columns; there is always one.
    fn rows(&self, columns: usize) -> Rows {
        let mut wrapped = self.wrapped.borrow_mut();
        match &*wrapped {
            Some((known, rows)) if *known == columns => Rc::clone(rows),
            _ => Rc::clone(&wrapped.insert((columns, self.wrap(columns))).1),
        }
    }

    fn wrap(&self, columns: usize) -> Rows {
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let place = |row: &&str| start + (row.as_ptr().addr() - line.as_ptr().addr());
            let wrapped = wrap(line, columns);
            let starts: Vec<usize> = wrapped.iter().map(place).collect();
            let ends = starts.iter().skip(1).copied().chain([start + line.len()]);
            rows.extend(starts.iter().copied().zip(ends).map(|(start, end)| start..end));
            start += line.len() + 1;
        }
        rows.into()
    }

    fn go_up(&mut self, rows: usize) {
        self.go_to_row(|row, _| row.saturating_sub(rows));
    }

    fn go_down(&mut self, rows: usize) {
        self.go_to_row(|row, last| (row + rows).min(last));
    }

    /// Goes to another row, as near as possible to the column where the way began.
    fn go_to_row(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        let all = self.rows(self.seen.get().columns);
        let from = row_of(&all, self.at);
        let wanted = self.column.unwrap_or_else(|| width(&self.text[all[from].start..self.at]));
        let row = to(from, all.len() - 1);
        let Range { start, end } = all[row].clone();
        // The end of a row that goes on is the start of the next one.
        let goes_on = all.get(row + 1).is_some_and(|next| next.start == end);
        let (mut at, mut column) = (start, 0);
        for (character, columns) in graphemes(&self.text[start..end]) {
            let is_end = goes_on && at + character.len() == end;
            if column + columns > wanted || is_end {
                break;
            }
            (at, column) = (at + character.len(), column + columns);
        }
        self.go(at);
        self.column = Some(wanted);
    }
}

/// The row in which a byte stands, the last one that begins before it.
fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::clean_block;

    fn after(text: &str, keys: &[Key]) -> (String, usize) {
        let mut field = Field::new(text);
        field.shown(10, 3);
        for key in keys {
            field.press(*key);
        }
        (field.text, field.at)
    }

    #[test]
    fn the_keys_of_a_shells_line_do_in_a_field_what_they_do_there() {
        let text = |keys: &[Key]| after("one two three", keys).0;
        assert_eq!(text(&[Key::Ctrl('u')]), "");
        assert_eq!(text(&[Key::Ctrl('w')]), "one two ");
        assert_eq!(text(&[Key::Ctrl('w'), Key::Ctrl('w')]), "one ");
        assert_eq!(text(&[Key::Ctrl('a'), Key::Ctrl('k')]), "");
        assert_eq!(text(&[Key::Ctrl('a'), Key::Ctrl('f'), Key::Ctrl('d')]), "oe two three");
        assert_eq!(text(&[Key::Ctrl('a'), Key::Ctrl('e'), Key::Ctrl('b'), Key::Ctrl('h')]), "one two thre");
        assert_eq!(text(&[Key::Home, Key::Delete, Key::End, Key::Backspace]), "ne two thre");
        assert_eq!(text(&[Key::Ctrl('v'), Key::Esc, Key::Tab]), "one two three", "others mean nothing");
    }

    #[test]
    fn a_line_break_is_deleted_from_either_side() {
        assert_eq!(after("一\n二", &[Key::Home, Key::Backspace]), ("一二".to_owned(), 3));
        assert_eq!(after("一\n二", &[Key::Home, Key::Ctrl('u')]), ("一二".to_owned(), 3));
        assert_eq!(after("一\n二", &[Key::Home, Key::Ctrl('w')]), ("一二".to_owned(), 3));
        assert_eq!(after("一\n二", &[Key::Up, Key::Ctrl('k')]), ("一二".to_owned(), 3));
        assert_eq!(after("一\n二", &[Key::Up, Key::Delete]), ("一二".to_owned(), 3));
        assert_eq!(after("", &[Key::Backspace, Key::Delete, Key::Ctrl('u'), Key::Ctrl('k'), Key::Ctrl('w')]).0, "");
    }

    #[test]
    fn a_character_is_what_is_read_as_one() {
        let family = "👨\u{200d}👩\u{200d}👧";
        let marked = "e\u{301}\u{323}";
        for character in [family, marked, "각", "🇨🇳", "算"] {
            let text = format!("a{character}b");
            assert_eq!(after(&text, &[Key::Left, Key::Backspace]), ("ab".to_owned(), 1), "{character}");
            assert_eq!(after(&text, &[Key::Home, Key::Right, Key::Delete]), ("ab".to_owned(), 1), "{character}");
        }
    }

    #[test]
    fn words_end_at_blanks_and_punctuation() {
        assert_eq!(after("看 runbook", &[Key::Ctrl('w')]).0, "看 ");
        assert_eq!(after("网络，算力", &[Key::Ctrl('w')]).0, "网络，");
        assert_eq!(after("网络，算力", &[Key::Ctrl('w'), Key::Ctrl('w')]).0, "网络");
        assert_eq!(after("one  ", &[Key::Ctrl('w')]).0, "");
        assert_eq!(after("one\n  ", &[Key::Ctrl('w')]).0, "one\n");
    }

    #[test]
    fn up_and_down_go_by_rows_and_keep_their_column() {
        // Rows of ten columns: "one two ", "three four", " five".
        let text = "one two three four five\nx\nsix seven";
        let rows =
            |field: &Field| field.rows(10).iter().map(|row| field.text[row.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(rows(&Field::new(text)), ["one two ", "three four ", "five", "x", "six seven"]);
        let place = |keys: &[Key]| &text[after(text, keys).1..];
        assert_eq!(place(&[Key::Up]), "\nsix seven");
        assert_eq!(place(&[Key::Up, Key::Up]), "\nx\nsix seven");
        // Column nine of the row with ten characters.
        assert_eq!(place(&[Key::Up, Key::Up, Key::Up]), "r five\nx\nsix seven");
        // The end of a row that goes on would be the start of the next one.
        assert_eq!(place(&[Key::Up, Key::Up, Key::Up, Key::Up]), " three four five\nx\nsix seven");
        assert_eq!(place(&[Key::PageUp, Key::PageUp]), " three four five\nx\nsix seven");
        assert_eq!(place(&[Key::Up; 9]), " three four five\nx\nsix seven");
        assert_eq!(place(&[Key::Up, Key::Down, Key::Down]), "");
        assert_eq!(place(&[Key::Up, Key::Left, Key::Down]), "six seven", "another way begins with another key");
        // Half of a wide character is not gone into.
        assert_eq!(after("abc\n算力", &[Key::Up, Key::Ctrl('e'), Key::Down]).1, "abc\n算".len());
    }

    #[test]
    fn the_row_of_the_cursor_is_shown_and_no_more_is_scrolled_than_that_takes() {
        let mut field = Field::new("a\nb\nc\nd");
        let shown = |field: &Field| {
            let shown = field.shown(5, 2);
            (shown.rows.concat(), shown.row)
        };
        assert_eq!(shown(&field), ("cd".to_owned(), 1));
        field.press(Key::Up);
        assert_eq!(shown(&field), ("cd".to_owned(), 0));
        field.press(Key::Up);
        assert_eq!(shown(&field), ("bc".to_owned(), 0));
        field.press(Key::Down);
        assert_eq!(shown(&field), ("bc".to_owned(), 1));
        // A row that is full is no reason for one with nothing but the cursor.
        let full = Field::new("abcde");
        let shown = full.shown(5, 2);
        assert_eq!((shown.rows, shown.row, shown.column), (vec!["abcde"], 0, 5));
        assert_eq!(Field::new("abcde f").shown(5, 2).rows, ["abcde", "f"]);
    }

    proptest! {
        #[test]
        fn no_keys_leave_the_text_or_cut_a_character(
            text in "(\\PC|[ a\n]|[\u{300}-\u{303}]|[\u{4e00}-\u{4e09}]|\u{1f468}|\u{200d}){0,40}",
            keys in prop::collection::vec((0_usize..17, 1_usize..30), 0..40),
        ) {
            let text = clean_block(&text).into_owned();
            let mut field = Field::new(&text);
            for (key, columns) in keys {
                field.press([
                    Key::Left, Key::Right, Key::Up, Key::Down, Key::Home, Key::End, Key::PageUp, Key::PageDown,
                    Key::Backspace, Key::Delete, Key::Ctrl('u'), Key::Ctrl('k'), Key::Ctrl('w'),
                    Key::Ctrl('a'), Key::Ctrl('e'), Key::Ctrl('b'), Key::Ctrl('f'),
                ][key]);
                prop_assert!(field.text.is_char_boundary(field.at));
                let Shown { rows, row, .. } = field.shown(columns, 1 + columns % 4);
                prop_assert!(row < rows.len());
                // One character may be wider than all of the field.
                prop_assert!(rows.iter().all(|row| width(row) <= columns || graphemes(row).filter(|(_, wide)| *wide > 0).count() == 1));
                let all: String = field.rows(columns).iter().map(|row| &field.text[row.clone()]).collect();
                prop_assert_eq!(all, field.text.replace('\n', ""));
            }
        }
    }
}

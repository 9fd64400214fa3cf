//! What may be chosen in cells: a list that its cell cannot hold stands on a sheet that nobody sees.

use super::quoted;
use crate::order;
use crate::report::book::style::Style;
use crate::report::book::{Book, Cell, Row, Sheet, Value, place};

/// Most UTF-16 units of a list in a cell, commas included.
const MAX_TYPED: usize = 255;
/// No word: not even a menu shows this sheet.
const NAME: &str = "_lists";

/// The lists that their cells cannot hold.
pub(super) struct Lists<'b> {
    long: Vec<&'b [String]>,
}

impl<'b> Lists<'b> {
    /// Those of a book, each once.
    pub fn of(book: &'b Book) -> Self {
        let mut long: Vec<&[String]> = Vec::new();
        for choice in book.sheets.iter().flat_map(|sheet| &sheet.choices) {
            if typed(&choice.items).is_none() && !long.contains(&choice.items.as_slice()) {
                long.push(&choice.items);
            }
        }
        Self { long }
    }

    /// The sheet on which they stand, a column each; none if there are none.
    pub fn sheet(&self) -> Option<Sheet> {
        let most = self.long.iter().map(|items| items.len()).max()?;
        let cell = |item: &String| Cell { value: Value::Text(item.clone()), style: Style::default() };
        let row = |at: usize| {
            let cells = (0..).zip(&self.long).filter_map(|(column, items)| Some((column, cell(items.get(at)?))));
            Row { cells: order::gathered(cells), ..Row::default() }
        };
        Some(Sheet { name: NAME.to_owned(), is_hidden: true, rows: (0..most).map(row).collect(), ..Sheet::default() })
    }

    /// What a cell refers to in which one of the items is chosen.
    pub fn formula(&self, items: &[String]) -> String {
        typed(items).unwrap_or_else(|| {
            let column = self.long.iter().position(|long| *long == items).unwrap_or_default() as u16;
            format!("{}!{}", quoted(NAME), place::range((0, column), (items.len().max(1) - 1, column), "$"))
        })
    }
}

/// The items as the cell itself can hold them.
fn typed(items: &[String]) -> Option<String> {
    let joined = items.join(",");
    let is_plain = !items.iter().any(|item| item.contains([',', '"']));
    (is_plain && joined.encode_utf16().count() <= MAX_TYPED).then(|| format!("\"{joined}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn a_list_is_typed_as_far_as_a_cell_can_hold_it() {
        assert_eq!(typed(&items(&["a", "不清楚"])), Some("\"a,不清楚\"".to_owned()));
        assert!(typed(&items(&[&"x".repeat(255)])).is_some());
        for long in [&["a,b"][..], &["a\"b"], &[&"x".repeat(200), &"y".repeat(55)]] {
            assert_eq!(typed(&items(long)), None, "{long:?}");
        }
    }
}

//! Where a cell stands: `B7` is row 7 of the second column.

/// More rows and columns than any spreadsheet has.
pub(super) const MAX_PLACE: usize = 1 << 20;

/// The name of the cell in a row and a column, both from 0, with `mark` before each of the two.
pub(super) fn name(row: usize, column: u16, mark: &str) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push((b'A' + (rest % 26) as u8) as char);
        rest /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{mark}{letters}{mark}{}", row + 1)
}

/// The cells from one to another, as [`name`] calls them.
pub(super) fn range(first: (usize, u16), last: (usize, u16), mark: &str) -> String {
    format!("{}:{}", name(first.0, first.1, mark), name(last.0, last.1, mark))
}

/// Row, from 1, and column, from 0, of a cell that is called by its name.
pub(super) fn parse(place: &str) -> Option<(usize, usize)> {
    let letters = place.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, digits) = place.split_at(letters);
    let column = letters.bytes().try_fold(0, |column, letter| {
        let column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        (column <= MAX_PLACE).then_some(column)
    })?;
    Some((row(digits)?, column.checked_sub(1)?))
}

/// A row, from 1, that is called by its number.
pub(super) fn row(digits: &str) -> Option<usize> {
    digits.parse().ok().filter(|row| (1..=MAX_PLACE).contains(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_called_as_spreadsheets_call_it() {
        let names = [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1"), (16_383, "XFD1")];
        for (column, called) in names {
            assert_eq!(name(0, column, ""), called);
        }
        assert_eq!(range((0, 0), (24, 15), "$"), "$A$1:$P$25");
        for column in 0..=u16::MAX {
            assert_eq!(parse(&name(6, column, "")), Some((7, usize::from(column))));
        }
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for place in ["", "7", "B", "B0", "ZZZZZZZZZZZZZZ1", "A99999999999999999999", "$B$7", "B7:C8"] {
            assert_eq!(parse(place), None, "{place}");
        }
    }
}

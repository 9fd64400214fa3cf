//! Rows that are kept to be drawn anew (methods §3.6): one by one while that is quick, else in groups.
//!
//! Statistics of many rows depend on their sums alone. So a large table is dealt out into groups, and
//! whole groups are drawn: a draw then costs the same for any number of rows, and the interval has the
//! same width but for the chance of who came together with whom, a twentieth of it.

use super::sums::Sums;
use super::table::Table;

/// Into so many groups a large table is dealt out.
pub const GROUPS: usize = 200;
/// Most rows times squared questions that are drawn one by one: two thousand rows of six questions.
const MOST: usize = 72_000;

/// The rows of a dimension.
pub(super) struct Drawn {
    columns: usize,
    n: usize,
    /// In millionths, one after the other; empty once there are groups.
    rows: Vec<Option<i64>>,
    groups: Vec<Sums>,
}

impl Drawn {
    /// No rows yet.
    pub fn new(columns: usize) -> Self {
        Self { columns, n: 0, rows: Vec::new(), groups: Vec::new() }
    }

    /// Keeps a row of as many values as there are questions.
    pub fn add(&mut self, row: &[Option<i64>]) {
        if self.groups.is_empty() {
            self.rows.extend(row);
            let is_much = (self.n + 1) * self.columns * self.columns > MOST;
            if is_much && self.n >= 2 * GROUPS {
                self.deal();
            }
        } else {
            self.groups[self.n % GROUPS].add_fixed(row);
        }
        self.n += 1;
    }

    fn deal(&mut self) {
        self.groups = vec![Sums::new(self.columns); GROUPS];
        for (n, row) in std::mem::take(&mut self.rows).chunks(self.columns).enumerate() {
            self.groups[n % GROUPS].add_fixed(row);
        }
    }

    /// How many groups are drawn; `None`: single rows are.
    pub fn groups(&self) -> Option<usize> {
        (!self.groups.is_empty()).then_some(GROUPS)
    }

    /// How many of whatever is drawn there are.
    pub fn units(&self) -> usize {
        self.groups().unwrap_or(self.n)
    }

    /// The sums of those at these places, in the table that is looked at.
    pub fn sums<T: Table>(&self, drawn: &[usize], of_group: impl Fn(&Sums) -> &T) -> T {
        let mut sums = T::new(self.columns);
        for place in drawn {
            match self.groups.get(*place) {
                Some(group) => sums.merge(of_group(group)),
                None => sums.add(&self.rows[place * self.columns..(place + 1) * self.columns]),
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::reliability::{Interval, REPLICATES, SEED, SplitMix, intervals};

    fn interval(drawn: &Drawn, replicates: usize) -> Interval {
        let alpha = |places: &[usize]| drawn.sums(places, |sums| &sums.complete).covariances().ok()?.alpha().ok();
        intervals(drawn.units(), replicates, SEED, 1, &mut |places, found| found[0] = alpha(places))[0].unwrap()
    }

    /// The next row of three questions that hang together.
    fn row(dice: &mut SplitMix) -> Vec<Option<i64>> {
        let level = 1_000_000 * dice.below(5) as i64;
        (0..3).map(|_| Some(level + 1_000_000 * dice.below(4) as i64)).collect()
    }

    fn table(n: usize) -> Drawn {
        let (mut dice, mut table) = (SplitMix::new(11), Drawn::new(3));
        for _ in 0..n {
            table.add(&row(&mut dice));
        }
        table
    }

    #[test]
    fn many_rows_are_dealt_out_and_none_is_lost() {
        let (few, many) = (MOST / 9, MOST / 9 + 100);
        assert_eq!((table(few).groups(), table(many).groups()), (None, Some(GROUPS)));
        let (mut dice, mut sums) = (SplitMix::new(11), Sums::new(3));
        for _ in 0..many {
            sums.add_fixed(&row(&mut dice));
        }
        let grouped = table(many);
        assert!(grouped.rows.is_empty());
        let all: Vec<usize> = (0..GROUPS).collect();
        assert_eq!(grouped.sums(&all, |sums| &sums.complete), sums.complete);
        assert_eq!(grouped.sums(&all, |sums| &sums.any), sums.any);
    }

    #[test]
    fn groups_give_about_the_interval_of_single_rows() {
        let (single, mut grouped) = (table(1_200), table(1_200));
        grouped.deal();
        let (one, other) = (interval(&single, 500), interval(&grouped, REPLICATES));
        let width = one.high - one.low;
        assert!((width - (other.high - other.low)).abs() < width / 4.0, "{one:?} {other:?}");
        assert!((one.low - other.low).abs() < width / 4.0, "{one:?} {other:?}");
    }
}

//! Which cells of a cross table stay hidden although the sum of every row and column is told (methods §4.3).
//!
//! A hidden cell follows from the sums unless it lies on a circle of hidden cells, along rows and columns in
//! turn: only then can something be moved around without changing a sum. So small cells are put on such
//! circles, the smallest rectangles that there are.

use super::suppress::suppressed;

/// Numbers of organisations by row and column, with what is hidden of them.
pub(super) struct Cross {
    /// By row, then by column; every row has the same number of columns.
    numbers: Vec<Vec<u32>>,
    hidden: Vec<Vec<bool>>,
    k: u32,
}

/// A cell by row and column.
type At = (usize, usize);

/// What would be known although it must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exposed {
    /// A small cell, by the sums alone.
    Cell(At),
    /// The sum of what is hidden in the row of a hidden cell.
    Row(At),
    /// That of its column.
    Column(At),
}

impl Cross {
    /// A table of which nothing with fewer than `k` organisations may be known; `may` says which cells can be
    /// told at all, and nobody in a cell is known. The names of the columns order equal cells. `None` if something
    /// follows from the sums whatever is hidden.
    pub fn new(numbers: Vec<Vec<u32>>, names: &[&str], may: impl Fn(usize, usize) -> bool, k: u32) -> Option<Self> {
        let row = |(r, row): (usize, &Vec<u32>)| {
            let cells: Vec<(&str, u32)> = names.iter().copied().zip(row.iter().copied()).collect();
            let small = suppressed(&cells, k);
            (0..row.len()).map(|c| row[c] > 0 && (small.contains(&c) || !may(r, c))).collect()
        };
        let hidden = numbers.iter().enumerate().map(row).collect();
        let mut cross = Self { numbers, hidden, k };
        loop {
            let circles = cross.on_circles();
            let exposed = cross.exposed(&circles);
            if exposed.is_empty() {
                return Some(cross);
            }
            let cells: Vec<&Exposed> = exposed.iter().filter(|e| matches!(e, Exposed::Cell(_))).collect();
            // A sum may be large enough once the cells are covered.
            for exposed in if cells.is_empty() { exposed.iter().take(1).collect() } else { cells } {
                for (r, c) in cross.rectangle(*exposed, &circles)? {
                    cross.hidden[r][c] = true;
                }
            }
        }
    }

    /// Whether a cell is told.
    pub fn tells(&self, row: usize, column: usize) -> bool {
        self.numbers[row][column] > 0 && !self.hidden[row][column]
    }

    fn exposed(&self, circles: &[Vec<bool>]) -> Vec<Exposed> {
        let cells = (0..self.rows()).flat_map(|r| (0..self.columns()).map(move |c| (r, c)));
        let is_open = |at: &At| self.is_hidden(*at) && circles[at.0][at.1];
        let alone = cells.filter(|at| self.is_hidden(*at) && !is_open(at) && self.number(*at) < self.k);
        // With everything in it open a line is no more than its sum.
        let few = |line: Vec<At>| {
            let is_known = line.iter().any(|at| self.number(*at) > 0 && !is_open(at));
            let n: u32 = line.iter().filter(|at| is_open(at)).map(|at| self.number(*at)).sum();
            line.into_iter().find(is_open).filter(|_| n < self.k && is_known)
        };
        let rows = (0..self.rows()).filter_map(|r| few((0..self.columns()).map(|c| (r, c)).collect()));
        let columns = (0..self.columns()).filter_map(|c| few((0..self.rows()).map(|r| (r, c)).collect()));
        alone.map(Exposed::Cell).chain(rows.map(Exposed::Row)).chain(columns.map(Exposed::Column)).collect()
    }

    /// The other corners of the rectangle around a hidden cell that takes the fewest organisations out of what is
    /// told; of equal ones the first. Where a line has too few, one of them is a cell of it that is known.
    fn rectangle(&self, exposed: Exposed, circles: &[Vec<bool>]) -> Option<[At; 3]> {
        let (Exposed::Cell((row, column)) | Exposed::Row((row, column)) | Exposed::Column((row, column))) = exposed;
        let price = |corners: &[At; 3]| -> u32 {
            corners.iter().filter(|at| !self.is_hidden(**at)).map(|at| self.number(*at)).sum()
        };
        let is_known = |(r, c): At| !self.hidden[r][c] || !circles[r][c];
        let helps = |[in_row, in_column, _]: &[At; 3]| match exposed {
            Exposed::Cell(_) => true,
            Exposed::Row(_) => is_known(*in_row),
            Exposed::Column(_) => is_known(*in_column),
        };
        (0..self.rows())
            .filter(|r| *r != row)
            .flat_map(|r| (0..self.columns()).filter(|c| *c != column).map(move |c| [(row, c), (r, column), (r, c)]))
            .filter(|corners| corners.iter().all(|at| self.number(*at) > 0) && helps(corners))
            .map(|corners| (price(&corners), corners))
            .min()
            .map(|(_, corners)| corners)
    }

    /// Which hidden cells lie on a circle: those of a spanning forest over rows and columns that another hidden
    /// cell closes, and the ones that close it.
    fn on_circles(&self) -> Vec<Vec<bool>> {
        let rows = self.rows();
        let cell = |a: usize, b: usize| if a < rows { (a, b - rows) } else { (b, a - rows) };
        let near = |node: usize| {
            let other = if node < rows { rows..rows + self.columns() } else { 0..rows };
            other.filter(move |o| self.is_hidden(cell(node, *o)))
        };
        let mut above: Vec<Option<(usize, usize)>> = vec![None; rows + self.columns()];
        let mut order = Vec::with_capacity(above.len());
        for root in 0..above.len() {
            if above[root].is_some() {
                continue;
            }
            above[root] = Some((root, 0));
            let mut next = order.len();
            order.push(root);
            while let Some(node) = order.get(next).copied() {
                next += 1;
                let depth = above[node].map_or(0, |(_, depth)| depth);
                for other in near(node) {
                    if above[other].is_none() {
                        above[other] = Some((node, depth + 1));
                        order.push(other);
                    }
                }
            }
        }
        let up = |node: usize| above[node].unwrap_or((node, 0));
        let mut circles = vec![vec![false; self.columns()]; rows];
        for row in 0..rows {
            for column in near(row).filter(|column| up(*column).0 != row && up(row).0 != *column) {
                let (mut a, mut b) = (row, column);
                circles[row][column - rows] = true;
                while a != b {
                    let lower = if up(a).1 >= up(b).1 { &mut a } else { &mut b };
                    let (r, c) = cell(*lower, up(*lower).0);
                    circles[r][c] = true;
                    *lower = up(*lower).0;
                }
            }
        }
        circles
    }

    fn number(&self, (row, column): At) -> u32 {
        self.numbers[row][column]
    }

    fn is_hidden(&self, (row, column): At) -> bool {
        self.hidden[row][column]
    }

    fn rows(&self) -> usize {
        self.numbers.len()
    }

    fn columns(&self) -> usize {
        self.numbers.first().map_or(0, Vec::len)
    }
}

//! Which numbers of told cells stay hidden: not every organisation of a cell has every score, so a single
//! number can be one of too few where its cell is not (methods §4.3).

use super::cross::Cross;
use super::strata::{Cell, Plan};
use super::suppress::suppressed;
use super::tallies::Tallies;
use super::tally::Tally;

/// For each cell of a plan and each of its [items](Tallies::items) whether the number is hidden, although the cell
/// is told. `groups` are the tallies of the groups of the plan.
pub(super) fn protected(plan: &Plan, groups: &[Tallies], k: u32) -> Vec<Vec<bool>> {
    let counts: Vec<Vec<u32>> = groups.iter().map(|of| of.items().map(Tally::n).collect()).collect();
    let table = Table::new(plan);
    let mut hidden = vec![vec![false; counts.first().map_or(0, Vec::len)]; plan.cells.len()];
    for item in 0..hidden[0].len() {
        let numbers: Vec<u32> = counts.iter().map(|of| of[item]).collect();
        for cell in table.hidden(&numbers, k) {
            hidden[cell][item] = true;
        }
    }
    hidden
}

/// The cells of a plan by their place in it.
struct Table<'p> {
    plan: &'p Plan,
    /// For each group its cells.
    groups: Vec<&'p [usize]>,
    /// The sectors and those that are told together.
    sectors: Vec<usize>,
    /// The size classes and those that are told together.
    sizes: Vec<usize>,
    /// For each cell of a sector the cells of the size classes in it.
    inside: Vec<Vec<usize>>,
}

impl<'p> Table<'p> {
    fn new(plan: &'p Plan) -> Self {
        let (groups, _) = plan.groups();
        let mut table =
            Self { plan, groups, sectors: Vec::new(), sizes: Vec::new(), inside: vec![Vec::new(); plan.cells.len()] };
        for (place, cell) in plan.cells.iter().enumerate() {
            match cell {
                Cell::All | Cell::Both(..) | Cell::OtherOf(..) => {}
                Cell::Sector(_) | Cell::OtherSectors(_) => table.sectors.push(place),
                Cell::Size(_) | Cell::OtherSizes(_) => table.sizes.push(place),
            }
        }
        // A group belongs to one sector, and to one cell within it.
        for cells in &table.groups {
            let find = |is_it: fn(&Cell) -> bool| cells.iter().copied().find(|cell| is_it(&plan.cells[*cell]));
            let within = find(|cell| matches!(cell, Cell::Both(..) | Cell::OtherOf(..)));
            if let Some((sector, within)) = find(|cell| matches!(cell, Cell::Sector(_))).zip(within)
                && !table.inside[sector].contains(&within)
            {
                table.inside[sector].push(within);
            }
        }
        table
    }

    /// The cells whose number is hidden, where so many organisations of each group have it.
    fn hidden(&self, numbers: &[u32], k: u32) -> Vec<usize> {
        let mut of_cells = vec![0; self.plan.cells.len()];
        for (cells, n) in self.groups.iter().zip(numbers) {
            cells.iter().for_each(|cell| of_cells[*cell] += n);
        }
        let mut hidden = Vec::new();
        let mut told = |family: &[usize]| -> Vec<usize> {
            let cells: Vec<(&str, u32)> = family.iter().map(|cell| (self.name(*cell), of_cells[*cell])).collect();
            let places = suppressed(&cells, k);
            hidden.extend(places.iter().map(|place| family[*place]));
            let is_told = |place: &usize| !places.contains(place) && !self.plan.cells[family[*place]].is_other();
            (0..family.len()).filter(is_told).map(|place| family[place]).collect()
        };
        let (rows, columns) = (told(&self.sectors), told(&self.sizes));
        hidden.extend(self.hidden_inside(&rows, &columns, numbers, k));
        hidden
    }

    /// The hidden ones among the size classes within sectors. `rows` and `columns` are those whose own number is
    /// told; the others of a kind are counted together.
    fn hidden_inside(&self, rows: &[usize], columns: &[usize], numbers: &[u32], k: u32) -> Vec<usize> {
        if self.inside.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let places = |of: &[usize]| {
            let mut places = vec![None; self.plan.cells.len()];
            of.iter().enumerate().for_each(|(place, cell)| places[*cell] = Some(place));
            places
        };
        let (row_of, column_of) = (places(rows), places(columns));
        let mut table = vec![vec![0; columns.len() + 1]; rows.len() + 1];
        let mut cells = vec![vec![None; columns.len() + 1]; rows.len() + 1];
        for (of, n) in self.groups.iter().zip(numbers) {
            let place = |places: &[Option<usize>]| of.iter().find_map(|cell| places[*cell]);
            let (row, column) = (place(&row_of).unwrap_or(rows.len()), place(&column_of).unwrap_or(columns.len()));
            table[row][column] += n;
            let both = of.iter().copied().find(|cell| matches!(self.plan.cells[*cell], Cell::Both(..)));
            cells[row][column] = both.filter(|_| column < columns.len());
        }
        let names: Vec<&str> = columns.iter().map(|cell| self.name(*cell)).chain([""]).collect();
        let may = |r: usize, c: usize| r < rows.len() && (c == columns.len() || cells[r][c].is_some());
        let Some(cross) = Cross::new(table, &names, may, k) else {
            // Too much is known of who is where. The sectors alone tell nothing of the size classes.
            return self.inside.iter().flatten().chain(&self.sizes).copied().collect();
        };
        let mut told = vec![false; self.plan.cells.len()];
        for (r, row) in cells.iter().enumerate().take(rows.len()) {
            for (c, cell) in row.iter().enumerate() {
                if let Some(cell) = cell {
                    told[*cell] = cross.tells(r, c);
                }
            }
        }
        // What is told of the others together would be taken off what is hidden beside it, or of the whole.
        let lost = |(sector, inside): (usize, &Vec<usize>)| -> Vec<usize> {
            let lost: Vec<usize> = inside.iter().copied().filter(|cell| !told[*cell]).collect();
            let is_whole = row_of[sector].is_some() && lost.iter().all(|cell| self.plan.cells[*cell].is_other());
            if is_whole { Vec::new() } else { lost }
        };
        self.inside.iter().enumerate().flat_map(lost).collect()
    }

    fn name(&self, cell: usize) -> &str {
        match &self.plan.cells[cell] {
            Cell::Sector(name) | Cell::Size(name) => name,
            _ => "",
        }
    }
}

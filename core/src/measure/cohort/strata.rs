//! Cells of a pool: all, by sector, by size class, and by both within each sector that is told.

use std::collections::HashMap;

use super::cross::Cross;
use super::suppress::suppressed;
use crate::order;
use crate::text::Clean;

/// What the pool is broken down by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct By {
    /// By sector.
    pub sector: bool,
    /// By size class; with the sector also within each sector.
    pub size: bool,
}

/// A cell. An empty name stands for organisations that said none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Everybody.
    All,
    /// A sector.
    Sector(Clean),
    /// A size class.
    Size(Clean),
    /// A size class within a sector.
    Both(Clean, Clean),
    /// So many sectors that are only told together.
    OtherSectors(u32),
    /// So many size classes that are only told together.
    OtherSizes(u32),
    /// So many size classes of a sector that are only told together.
    OtherOf(Clean, u32),
}

impl Cell {
    /// Whether it stands for several that are too small, of which no more than number and mean is told.
    pub fn is_other(&self) -> bool {
        matches!(self, Self::OtherSectors(_) | Self::OtherSizes(_) | Self::OtherOf(..))
    }
}

/// Which cells there are, and to which of them each stratum belongs.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The cells, everybody first.
    pub cells: Vec<Cell>,
    /// For each stratum the places of its cells.
    pub of_stratum: Vec<Vec<usize>>,
}

impl Plan {
    /// The cells of strata (sector, size class) with so many organisations each, of which none
    /// with fewer than `k` is told alone; `None` tells all of them.
    pub fn new(strata: &[[Clean; 2]], numbers: &[u32], by: By, k: Option<u32>) -> Self {
        let mut plan = Self { cells: vec![Cell::All], of_stratum: vec![vec![0]; strata.len()] };
        let all: Vec<usize> = (0..strata.len()).filter(|s| numbers[*s] > 0).collect();
        let total: u32 = numbers.iter().sum();
        if k.is_some_and(|k| total < k) {
            return plan;
        }
        let mut split = |within: &[usize], field: usize, cell: &dyn Fn(Option<&Clean>, u32) -> Cell| {
            plan.split(strata, numbers, within, field, k, cell)
        };
        let sector = |name: Option<&Clean>, n: u32| name.map_or(Cell::OtherSectors(n), |s| Cell::Sector(s.clone()));
        let size = |name: Option<&Clean>, n: u32| name.map_or(Cell::OtherSizes(n), |s| Cell::Size(s.clone()));
        let sectors = if by.sector { split(&all, 0, &sector) } else { Vec::new() };
        let sizes = if by.size { split(&all, 1, &size) } else { Vec::new() };
        if by.sector && by.size {
            plan.cross(numbers, &sectors, &sizes, k);
        }
        plan
    }

    /// Adds the size classes within each sector that is told, those alone that are told alone. The sums are told,
    /// by sector and by size class, in this table or in another.
    fn cross(
        &mut self,
        numbers: &[u32],
        sectors: &[(Clean, Vec<usize>)],
        sizes: &[(Clean, Vec<usize>)],
        k: Option<u32>,
    ) {
        let places = |of: &[(Clean, Vec<usize>)]| {
            let mut places = vec![of.len(); numbers.len()];
            for (place, (_, strata)) in of.iter().enumerate() {
                for stratum in strata {
                    places[*stratum] = place;
                }
            }
            places
        };
        let (row_of, column_of) = (places(sectors), places(sizes));
        let mut table = vec![vec![0; sizes.len() + 1]; sectors.len() + 1];
        for (stratum, n) in numbers.iter().enumerate() {
            table[row_of[stratum]][column_of[stratum]] += n;
        }
        let names: Vec<&str> = sizes.iter().map(|(name, _)| name.as_str()).chain([""]).collect();
        let cross = match k {
            None => None,
            Some(k) => match Cross::new(table, &names, |row, _| row < sectors.len(), k) {
                Some(cross) => Some(cross),
                None => return,
            },
        };
        let is_told = |r: usize, c: usize| c < sizes.len() && cross.as_ref().is_none_or(|cross| cross.tells(r, c));
        for (r, (name, inside)) in sectors.iter().enumerate() {
            for (c, (size, _)) in sizes.iter().enumerate().filter(|(c, _)| is_told(r, *c)) {
                let both: Vec<usize> = inside.iter().copied().filter(|s| column_of[*s] == c).collect();
                if !both.is_empty() {
                    self.add(Cell::Both(name.clone(), size.clone()), &both);
                }
            }
            let others: Vec<usize> = inside.iter().copied().filter(|s| !is_told(r, column_of[*s])).collect();
            // Alone they are the sector, and their number would tell which size classes there are.
            if !others.is_empty() && others.len() < inside.len() {
                self.add(Cell::OtherOf(name.clone(), others.len() as u32), &others);
            }
        }
    }

    /// Strata that are in the same cells are counted together: the cells of each group, and the group
    /// of each stratum.
    pub fn groups(&self) -> (Vec<&[usize]>, Vec<usize>) {
        let mut places: HashMap<&[usize], usize> = HashMap::new();
        let mut groups = Vec::new();
        let mut of_stratum = Vec::with_capacity(self.of_stratum.len());
        for cells in &self.of_stratum {
            let place = *places.entry(cells).or_insert(groups.len());
            if place == groups.len() {
                groups.push(&cells[..]);
            }
            of_stratum.push(place);
        }
        (groups, of_stratum)
    }

    /// Adds a cell for each value of a field among some strata; returns the ones that are told, with their strata.
    fn split(
        &mut self,
        strata: &[[Clean; 2]],
        numbers: &[u32],
        within: &[usize],
        field: usize,
        k: Option<u32>,
        cell: &dyn Fn(Option<&Clean>, u32) -> Cell,
    ) -> Vec<(Clean, Vec<usize>)> {
        let mut sorted = within.to_vec();
        order::by(&mut sorted, |a, b| strata[*a][field].cmp(&strata[*b][field]));
        let same = sorted.chunk_by(|a, b| strata[*a][field] == strata[*b][field]);
        let children: Vec<(&Clean, Vec<usize>)> = same.map(|of| (&strata[of[0]][field], of.to_vec())).collect();
        let number = |strata: &[usize]| strata.iter().map(|s| numbers[*s]).sum::<u32>();
        let cells: Vec<(&str, u32)> = children.iter().map(|(name, of)| (name.as_str(), number(of))).collect();
        let hidden = k.map_or_else(Vec::new, |k| suppressed(&cells, k));
        let mut told = Vec::new();
        let is_told = |(place, _): &(usize, &(&Clean, Vec<usize>))| hidden.binary_search(place).is_err();
        for (_, (name, inside)) in children.iter().enumerate().filter(is_told) {
            self.add(cell(Some(name), 1), inside);
            told.push(((*name).clone(), inside.clone()));
        }
        if !hidden.is_empty() {
            let inside: Vec<usize> = hidden.iter().flat_map(|c| children[*c].1.iter().copied()).collect();
            self.add(cell(None, hidden.len() as u32), &inside);
        }
        told
    }

    fn add(&mut self, cell: Cell, strata: &[usize]) {
        self.cells.push(cell);
        for stratum in strata {
            self.of_stratum[*stratum].push(self.cells.len() - 1);
        }
    }
}

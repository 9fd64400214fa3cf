//! Which cells of a table stay hidden, so that no hidden one is the whole minus the others (methods §4.3).

use crate::order;

/// The places of the cells that are told as one line "other": those of fewer than `k`, and as many
/// of the next smallest ones as it takes until at least two cells and `k` organisations are in it.
/// Cells are names with their numbers; empty ones hide nothing and are never hidden.
pub fn suppressed(cells: &[(&str, u32)], k: u32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..cells.len()).filter(|c| cells[*c].1 > 0).collect();
    order::by_key(&mut order, |c| (cells[*c].1, cells[*c].0));
    let small = order.iter().filter(|c| cells[**c].1 < k).count();
    if small == 0 {
        return Vec::new();
    }
    let is_enough = |taken: usize| taken >= 2 && order[..taken].iter().map(|c| cells[*c].1).sum::<u32>() >= k;
    let taken = (small..=order.len()).find(|taken| is_enough(*taken)).unwrap_or(order.len());
    let mut hidden = order[..taken].to_vec();
    order::by(&mut hidden, Ord::cmp);
    hidden
}

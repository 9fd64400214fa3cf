//! Levels that cannot both be true: an area claims a level whose prerequisite is not met.

use super::Measured;
use crate::rubric::{Prerequisite, Rubric};

/// A prerequisite that the answers break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The rule.
    pub prerequisite: Prerequisite,
    /// The level that the depending area claims.
    pub claimed: u8,
    /// The level of the area it needs.
    pub found: u8,
}

/// Every broken prerequisite whose two areas have a level, one per pair of areas: the highest.
pub fn contradictions(rubric: &Rubric, measured: &Measured) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for p in &rubric.prerequisites {
        let levels = measured.areas[p.area.0].level().zip(measured.areas[p.needs.0].level());
        let Some((claimed, there)) = levels.filter(|(claimed, there)| *claimed >= p.level && *there < p.needs_level)
        else {
            continue;
        };
        let broken = Contradiction { prerequisite: *p, claimed, found: there };
        match found.iter_mut().find(|c| (c.prerequisite.area, c.prerequisite.needs) == (p.area, p.needs)) {
            Some(known) if known.prerequisite.level < p.level => *known = broken,
            Some(_) => {}
            None => found.push(broken),
        }
    }
    found
}

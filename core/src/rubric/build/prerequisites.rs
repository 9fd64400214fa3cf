//! "Area a at a level needs area b at a level": resolved, and without circles.

use std::collections::HashMap;

use crate::format::FilePrerequisite;

use super::Faults;
use super::entry::Entry;
use super::number::{at_most, level};
use super::tree::Tree;
use crate::rubric::fault::Fault;
use crate::rubric::{AreaIx, Prerequisite, Scale};

const MAX_PREREQUISITES: usize = 10_000;

pub(super) fn read(entries: &[FilePrerequisite], scale: &Scale, tree: &Tree, faults: &Faults) -> Vec<Prerequisite> {
    if let Err(refusal) = at_most(entries.len(), MAX_PREREQUISITES, &"prerequisites") {
        faults.note(refusal);
        return Vec::new();
    }
    let one = |(i, p): (usize, &FilePrerequisite)| {
        let path = Entry::of("prerequisites", i);
        let area = faults.kept(tree.area(&p.area, &format_args!("{path}.area")));
        let at = faults.kept(level(p.level, scale, &format_args!("{path}.level")));
        let needs = faults.kept(tree.area(&p.needs, &format_args!("{path}.needs")));
        let needs_level = faults.kept(level(p.needs_level, scale, &format_args!("{path}.needs_level")));
        Some(Prerequisite { area: area?, level: at?, needs: needs?, needs_level: needs_level? })
    };
    let read: Vec<Prerequisite> = entries.iter().enumerate().filter_map(one).collect();
    if has_cycle(&read) {
        faults.note(Fault::Cycle.at("prerequisites"));
    }
    read
}

/// Whether some step (area, level) needs itself. A level needs the one below it in its own area.
fn has_cycle(prerequisites: &[Prerequisite]) -> bool {
    type Step = (AreaIx, u8);
    let mut steps: Vec<Step> =
        prerequisites.iter().flat_map(|p| [(p.area, p.level), (p.needs, p.needs_level)]).collect();
    steps.sort_unstable();
    steps.dedup();
    let place: HashMap<Step, usize> = steps.iter().enumerate().map(|(i, step)| (*step, i)).collect();
    let lower = steps.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (place[&pair[0]], place[&pair[1]]));
    let declared = prerequisites.iter().map(|p| (place[&(p.needs, p.needs_level)], place[&(p.area, p.level)]));
    let mut waits = vec![0_usize; steps.len()];
    let mut unlocks = vec![Vec::new(); steps.len()];
    for (first, then) in lower.chain(declared) {
        waits[then] += 1;
        unlocks[first].push(then);
    }
    // Kahn: take away what waits for nothing; what is left over waits for itself.
    let mut ready: Vec<usize> = (0..steps.len()).filter(|step| waits[*step] == 0).collect();
    let mut done = 0;
    while let Some(step) = ready.pop() {
        done += 1;
        for then in &unlocks[step] {
            waits[*then] -= 1;
            if waits[*then] == 0 {
                ready.push(*then);
            }
        }
    }
    done < steps.len()
}

//! Ready targets and shifts worth a paragraph: resolved against the scale and the areas.

use crate::format::{FileSpotlight, FileStage, FileTargetSet};

use super::Faults;
use super::entry::Entry;
use super::number::{at_most, level};
use super::text::{Seen, Texts};
use super::tree::Tree;
use crate::rubric::ahead::{Spotlight, TargetSet};
use crate::rubric::fault::Fault;
use crate::rubric::{AreaIx, Scale};

const MAX_TARGET_SETS: usize = 100;
const MAX_SPOTLIGHTS: usize = 100;

/// What the entries are read against.
pub(super) struct Ahead<'r> {
    pub texts: &'r Texts<'r>,
    pub scale: &'r Scale,
    pub tree: &'r Tree,
    pub faults: &'r Faults,
}

impl Ahead<'_> {
    pub fn target_sets(&self, sets: &[FileTargetSet]) -> Vec<TargetSet> {
        if self.faults.kept(at_most(sets.len(), MAX_TARGET_SETS, &"target_sets")).is_none() {
            return Vec::new();
        }
        let mut seen = Seen::default();
        sets.iter().enumerate().map(|(i, set)| self.target_set(set, Entry::of("target_sets", i), &mut seen)).collect()
    }

    fn target_set(&self, set: &FileTargetSet, path: Entry, seen: &mut Seen) -> TargetSet {
        let faults = self.faults;
        let others = set.others.and_then(|l| faults.kept(level(l, self.scale, &format_args!("{path}.others"))));
        let mut levels = vec![others; self.tree.areas.len()];
        for (id, to) in &set.levels.0 {
            let at = format!("{path}.levels.{id}");
            let place = faults.kept(self.tree.area(id, &at));
            if let (Some(AreaIx(a)), Some(to)) = (place, faults.kept(level(*to, self.scale, &at))) {
                levels[a] = Some(to);
            }
        }
        TargetSet {
            id: faults.or_nameless(seen.fresh(&set.id, path)),
            name: faults.or_default(self.texts.read(set.name, &format_args!("{path}.name"))),
            about: faults.or_default(self.texts.maybe(set.about, &format_args!("{path}.about"))),
            levels,
        }
    }

    pub fn spotlights(&self, spotlights: &[FileSpotlight]) -> Vec<Spotlight> {
        if self.faults.kept(at_most(spotlights.len(), MAX_SPOTLIGHTS, &"spotlights")).is_none() {
            return Vec::new();
        }
        let one = |(i, s): (usize, &FileSpotlight)| self.spotlight(s, Entry::of("spotlights", i));
        spotlights.iter().enumerate().filter_map(one).collect()
    }

    fn spotlight(&self, spotlight: &FileSpotlight, path: Entry) -> Option<Spotlight> {
        let faults = self.faults;
        let stage = |(i, stage): (usize, &FileStage)| {
            let path = path.inner("stages", i);
            let from = faults.kept(level(stage.from, self.scale, &format_args!("{path}.from")));
            let text = faults.kept(self.texts.read(stage.text, &format_args!("{path}.text")));
            from.zip(text)
        };
        let stages: Vec<_> = spotlight.stages.iter().enumerate().filter_map(stage).collect();
        if spotlight.stages.is_empty() {
            faults.note(Fault::Empty.at(format!("{path}.stages")));
        } else if stages.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
            faults.note(Fault::NotRising.at(format!("{path}.stages")));
        }
        let title = faults.or_default(self.texts.read(spotlight.title, &format_args!("{path}.title")));
        let area = faults.kept(self.tree.area(&spotlight.area, &format_args!("{path}.area")))?;
        Some(Spotlight { title, area, stages })
    }
}

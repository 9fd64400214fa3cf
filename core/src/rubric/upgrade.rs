//! From one version of a rubric to a later one: what becomes of each question (methods §6.3).
//!
//! Ids are permanent, so a question that the map does not name is the same one wherever its id
//! stands. Only a change of what levels mean (major) needs a map.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{EPSILON, Id, Question, QuestionIx, Rubric, Version};

/// The map from one earlier version.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The earlier version.
    pub version: Version,
    /// What became of its questions; those that keep their id and meaning need no entry.
    pub map: Vec<Mapped>,
}

/// One entry of a version map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapped {
    /// What happened.
    pub fate: Fate,
    /// Questions of the earlier version: one, several for `Merged`, none for `New`.
    pub old: Vec<Id>,
    /// Questions of this version: one, several for `Split`, none for `Retired`.
    pub new: Vec<QuestionIx>,
}

/// What became of questions from one version to the next.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// Nothing.
    Same,
    /// Other words for the same thing.
    Reworded,
    /// Its levels mean something else: old value → new value, never falling.
    Rescaled(Vec<(f64, f64)>),
    /// One question became several.
    Split,
    /// Several became one.
    Merged,
    /// Was not asked before.
    New,
    /// Is no longer asked.
    Retired,
}

impl Fate {
    /// The word in the rubric file.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Reworded => "reworded",
            Self::Rescaled(_) => "rescaled",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::New => "new",
            Self::Retired => "retired",
        }
    }
}

impl Mapped {
    /// The value that an answer to the old questions comes to on the new scale: the lowest of
    /// them, because a level is reached by all or not at all. `None` without old values.
    pub fn carried(&self, old: &[f64]) -> Option<f64> {
        let lowest = old.iter().copied().reduce(f64::min)?;
        match &self.fate {
            Fate::Rescaled(levels) => {
                levels.iter().find(|(from, _)| (from - lowest).abs() < EPSILON).map(|(_, to)| *to)
            }
            Fate::New | Fate::Retired => None,
            Fate::Same | Fate::Reworded | Fate::Split | Fate::Merged => Some(lowest),
        }
    }
}

impl Rubric {
    /// What becomes of every question of `old`, an earlier version of this rubric, in the order of
    /// this rubric with the retired ones last. `None` if there is no way from there: another
    /// rubric, no earlier version, or a new major version without a map.
    pub fn fates(&self, old: &Self) -> Option<Vec<Mapped>> {
        if old.id != self.id || old.version >= self.version {
            return None;
        }
        let map = self.earlier.iter().find(|e| e.version == old.version);
        if map.is_none() && old.version.major != self.version.major {
            return None;
        }
        let map = map.map_or(&[][..], |e| &e.map);
        // An entry about questions that the earlier version does not have says nothing about it.
        let holds = |m: &&Mapped| m.old.iter().all(|id| old.question_ix(id.as_str()).is_some());
        let mut by_new: BTreeMap<QuestionIx, Mapped> = BTreeMap::new();
        let mut retired: Vec<Mapped> = Vec::new();
        let (mut spoken_old, mut spoken_new) = (HashSet::new(), HashSet::new());
        for entry in map.iter().filter(holds) {
            spoken_old.extend(entry.old.iter());
            spoken_new.extend(entry.new.iter().copied());
            match entry.new.first() {
                Some(first) => drop(by_new.insert(*first, entry.clone())),
                None => retired.push(entry.clone()),
            }
        }
        let by_id: HashMap<&Id, &Question> = old.questions.iter().map(|q| (&q.id, q)).collect();
        for (i, question) in self.questions.iter().enumerate() {
            let ix = QuestionIx(i);
            if spoken_new.contains(&ix) {
                continue;
            }
            let before = by_id.get(&question.id).filter(|_| !spoken_old.contains(&question.id));
            let (fate, old) = match before {
                None => (Fate::New, Vec::new()),
                Some(before) if reads_alike(before, question) => (Fate::Same, vec![question.id.clone()]),
                Some(_) => (Fate::Reworded, vec![question.id.clone()]),
            };
            by_new.insert(ix, Mapped { fate, old, new: vec![ix] });
        }
        let kept: HashSet<&Id> = by_new.values().flat_map(|m| &m.old).collect();
        let gone = old.questions.iter().map(|q| &q.id).filter(|id| !kept.contains(id) && !spoken_old.contains(id));
        retired.extend(gone.map(|id| Mapped { fate: Fate::Retired, old: vec![id.clone()], new: Vec::new() }));
        Some(by_new.into_values().chain(retired).collect())
    }
}

/// Whether two versions of a question say the same to whoever answers it.
fn reads_alike(old: &Question, new: &Question) -> bool {
    let anchors = |q: &Question| q.choices.iter().map(|c| (c.value.to_bits(), c.text.clone())).collect::<Vec<_>>();
    old.text == new.text && old.kind == new.kind && anchors(old) == anchors(new)
}

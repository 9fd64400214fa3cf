//! The rubrics of a pool: each is found once, by the hash that assessments name it by.

use std::sync::{Arc, PoisonError, RwLock};

use crate::assessment::{Assessment, RubricRef, row};
use crate::rubric::{Depth, Rubric, SHIPPED, compact};
use crate::store::sha256::hash;
use crate::store::{Store, StoreFault};

/// A rubric that assessments of the pool answer.
#[derive(Debug)]
pub struct Model {
    /// The rubric.
    pub rubric: Rubric,
    /// The hash by which assessments name it.
    pub sha256: Box<str>,
    /// Its compact JSON if it is not part of the program, so that it can travel with a collection.
    pub embedded: Option<Box<str>>,
    places: Places,
    /// From which depth on each question is asked.
    depths: Box<[Depth]>,
    /// How many are asked at each depth.
    asked: [usize; 2],
}

impl Model {
    fn new(rubric: Rubric, sha256: &str, embedded: Option<Box<str>>) -> Self {
        let depths = rubric.questions.iter().map(|q| q.depth).collect();
        let asked = [Depth::Quick, Depth::Full].map(|depth| rubric.asked(depth).count());
        Self { places: Places::of(&rubric), rubric, sha256: sha256.into(), embedded, depths, asked }
    }

    /// How many questions are asked at a depth.
    pub(super) const fn asked(&self, depth: Depth) -> usize {
        self.asked[depth as usize]
    }

    /// Of one code for each question those of the questions that are asked at a depth.
    pub(super) fn asked_of<'c>(&self, codes: &'c [u8], depth: Depth) -> impl Iterator<Item = &'c u8> {
        self.depths.iter().zip(codes).filter(move |(of, _)| **of <= depth).map(|(_, code)| code)
    }

    /// The place of a question of the rubric by its id.
    pub(super) fn place(&self, id: &[u8]) -> Option<usize> {
        let all = &self.places.0;
        let mut at = home(id) & (all.len() - 1);
        while let Some(place) = all[at] {
            let place = place as usize;
            if self.rubric.questions[place].id.as_str().as_bytes() == id {
                return Some(place);
            }
            at = (at + 1) & (all.len() - 1);
        }
        None
    }
}

/// The places of the questions, each where its id sends it or in the next free one after that: an
/// answer of a million files is looked up without hashing a text.
#[derive(Debug)]
struct Places(Box<[Option<u32>]>);

impl Places {
    fn of(rubric: &Rubric) -> Self {
        // At most half full, so that a free one is never far.
        let mut all = vec![None; (2 * rubric.questions.len() + 1).next_power_of_two()];
        let last = all.len() - 1;
        for (place, question) in rubric.questions.iter().enumerate() {
            let mut at = home(question.id.as_str().as_bytes()) & last;
            while all[at].is_some() {
                at = (at + 1) & last;
            }
            all[at] = Some(place as u32);
        }
        Self(all.into())
    }
}

fn home(id: &[u8]) -> usize {
    let hash = id.iter().fold(0_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x9E37_79B1));
    (hash >> 15) as usize
}

/// The rubrics that were found so far, for all threads. None is ever removed, so a place stays good.
#[derive(Default)]
pub(super) struct Models(RwLock<Vec<Arc<Model>>>);

/// Why there is no rubric for an assessment.
pub(super) enum NoModel {
    /// It may turn up in another file.
    NotYet,
    /// What the store says.
    Fault(StoreFault),
    /// It has more kinds of answers than a row has room for.
    TooMany,
}

impl Models {
    pub fn all(&self) -> Vec<Arc<Model>> {
        // A thread that panicked was only adding one.
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The rubric of an assessment. Before `is_last` only the very one that is named will do: another
    /// file may carry it, and what is found must not depend on the order of files.
    pub fn find(
        &self,
        store: &Store,
        named: &RubricRef,
        assessment: &Assessment,
        is_last: bool,
    ) -> Result<(usize, Arc<Model>), NoModel> {
        if let Some(known) = self.known(&named.sha256) {
            return Ok(known);
        }
        let (rubric, notices) = match store.rubric_for(named, assessment) {
            Ok(found) => found,
            Err(StoreFault::NoRubric { .. } | StoreFault::RubricVersion { .. }) if !is_last => {
                return Err(NoModel::NotYet);
            }
            Err(fault) => return Err(NoModel::Fault(fault)),
        };
        if !notices.is_empty() && !is_last {
            return Err(NoModel::NotYet);
        }
        let thing = crate::assessment::Thing::Rubric(named.sha256.clone());
        let embedded = assessment.ledger().shown(&thing).map(|e| compact(e.is.as_json()).into());
        self.add(Model::new(rubric, &named.sha256, embedded))
    }

    /// A rubric that stands in a collection, unless its hash is another.
    pub fn embedded(&self, json: &str) -> Result<(), NoModel> {
        let json = compact(json);
        let rubric = Rubric::read(json.as_bytes()).map_err(|_| NoModel::NotYet)?;
        self.add(Model::new(rubric, &hash(&json), Some(json.into()))).map(|_| ())
    }

    /// The place of a rubric that is part of the program.
    pub fn shipped(&self, sha256: &str) -> Option<usize> {
        let shipped = SHIPPED.iter().find(|s| s.sha256 == sha256)?;
        self.add(Model::new(shipped.read().ok()?, sha256, None)).ok().map(|(place, _)| place)
    }

    fn known(&self, sha256: &str) -> Option<(usize, Arc<Model>)> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let place = all.iter().position(|m| &*m.sha256 == sha256)?;
        Some((place, Arc::clone(&all[place])))
    }

    fn add(&self, model: Model) -> Result<(usize, Arc<Model>), NoModel> {
        if !row::fits(&model.rubric) {
            return Err(NoModel::TooMany);
        }
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been quicker.
        let place = all.iter().position(|m| m.sha256 == model.sha256).unwrap_or(all.len());
        if place == all.len() {
            if place > usize::from(u16::MAX) {
                return Err(NoModel::TooMany);
            }
            all.push(Arc::new(model));
        }
        Ok((place, Arc::clone(&all[place])))
    }
}

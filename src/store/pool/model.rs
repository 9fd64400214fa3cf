//! The rubrics of a pool: each is found once, by the hash that assessments name it by.

use std::sync::{Arc, PoisonError, RwLock};

use crate::assessment::{Assessment, RubricRef, row};
use crate::rubric::{Rubric, SHIPPED, compact};
use crate::store::rubrics::hash;
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
        self.add(Model { rubric, sha256: named.sha256.clone(), embedded })
    }

    /// A rubric that stands in a collection, unless its hash is another.
    pub fn embedded(&self, json: &str) -> Result<(), NoModel> {
        let json = compact(json);
        let rubric = Rubric::read(json.as_bytes()).map_err(|_| NoModel::NotYet)?;
        self.add(Model { rubric, sha256: hash(&json), embedded: Some(json.into()) }).map(|_| ())
    }

    /// The place of a rubric that is part of the program.
    pub fn shipped(&self, sha256: &str) -> Option<usize> {
        let shipped = SHIPPED.iter().find(|s| s.sha256 == sha256)?;
        let model = Model { rubric: shipped.read().ok()?, sha256: sha256.into(), embedded: None };
        self.add(model).ok().map(|(place, _)| place)
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

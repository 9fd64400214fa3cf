//! Opening: the file and its twin become one assessment.

use std::path::Path;
use std::sync::Arc;

use super::Store;
use super::carried::ReadyRubric;
use super::disk::Lock;
use super::fault::StoreFault;
use super::glance::FileRead;
use super::log::Lines;
use super::notice::Notice;
use super::opened::Opened;
use super::reading::Reading;
use crate::assessment::{Assessment, Event};

/// What an assessment is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To look at it: nothing is written, anywhere.
    Read,
    /// To go on with it.
    Write,
}

/// What to do with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settle {
    /// Add them to the file.
    Add,
    /// Set them aside; they are kept and not asked about again.
    LeaveOut,
}

impl Store {
    /// Opens an assessment.
    pub fn open(&self, path: &Path, use_: Use) -> Result<Opened, StoreFault> {
        self.open_read(self.read_file_alone(path)?, use_)
    }

    /// Opens an assessment whose file was read.
    pub fn open_read(&self, read: FileRead, use_: Use) -> Result<Opened, StoreFault> {
        let FileRead { path, seen, file, bytes, places, rubric, is_rubric, .. } = read.checked();
        let lines = Lines::of(&bytes, &places, &file.events);
        drop(bytes);
        let mut reading = Reading::begin(self, &path, file, &lines).map_err(|fault| match fault {
            StoreFault::NotAnAssessment(path) if is_rubric => StoreFault::IsRubric(path),
            fault => fault,
        })?;
        drop(lines);
        reading.unite_with_twin(self, &path, &seen);

        let lock = if use_ == Use::Write { self.take_lock(&mut reading) } else { None };
        // Somebody who is still typing will save the text without help.
        let others_type = lock.as_ref().is_some_and(|lock| !lock.alone);
        if use_ == Use::Read || reading.read_only.is_some() {
            reading.add_older();
        }
        if !others_type {
            reading.recover_drafts();
        }
        let mut opened = reading.finish(self, path, seen, lock.map(Arc::new));
        opened.rubric = rubric.and_then(ReadyRubric::proved);
        if use_ == Use::Write && opened.read_only.is_none() {
            opened.bring_file_up_to_date();
        }
        Ok(opened)
    }

    fn take_lock(&self, reading: &mut Reading) -> Option<Lock> {
        if reading.twin.is_err() {
            return None;
        }
        match self.lock(&reading.header.assessment) {
            Ok(lock) => {
                reading.notices.extend(lock.iter().filter(|l| !l.alone).map(|_| Notice::OtherWindow));
                lock
            }
            Err(fault) => {
                reading.notices.push(Notice::NoTwin(fault));
                None
            }
        }
    }

    /// Adds what another copy of the assessment has; when this returns the file holds it.
    pub fn take_in(&self, opened: &mut Opened, other: &Assessment) -> Result<(), StoreFault> {
        self.unite(opened, other.ledger().events().to_vec())
    }

    /// Adds events of this very assessment that came from elsewhere, and writes them to the file.
    pub fn unite(&self, opened: &mut Opened, events: Vec<Event>) -> Result<(), StoreFault> {
        if let Some(fault) = &opened.read_only {
            return Err(fault.clone());
        }
        for event in events {
            opened.assessment.apply(event);
        }
        opened.heal_file()
    }

    /// Adds the later events that this computer remembers, or sets them aside.
    pub fn settle(&self, opened: &mut Opened, how: Settle) -> Result<(), StoreFault> {
        let Some(older) = opened.older.take() else { return Ok(()) };
        match how {
            Settle::Add => {
                for event in older.events {
                    opened.assessment.apply(event);
                }
                opened.heal_file()
            }
            Settle::LeaveOut => {
                let aside = opened.set_aside(&older.events);
                // Asked again next time, if that cannot be remembered.
                if aside.is_err() {
                    opened.older = Some(older);
                }
                aside
            }
        }
    }
}

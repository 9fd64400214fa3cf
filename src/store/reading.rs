//! From the lines of a file and of its twin to one assessment, without writing anything.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::fast::RandomState;
use foldhash::{HashMap, HashSet};

use super::contents::Contents;
use super::disk::{Lock, Look};
use super::fault::{StoreFault, shown};
use super::heal::{self, Healing};
use super::log::{Draft, Lines};
use super::notice::{Notice, Span};
use super::opened::{Older, Opened, Trail};
use super::pen::Known;
use super::twin::{self, Twin};
use super::{Store, new_session, rubrics};
use crate::assessment::{Assessment, AssessmentId, Event, EventId, Header, Session};

/// An assessment on its way from the disk.
pub(super) struct Reading {
    pub header: Header,
    pub notices: Vec<Notice>,
    pub read_only: Option<StoreFault>,
    /// The twin's folder, or why there can be none.
    pub twin: Result<PathBuf, StoreFault>,
    assessment: Assessment,
    file: Contents,
    memory: Twin,
    older: Vec<Event>,
    drafts: Vec<(Session, Draft)>,
    in_file: HashSet<EventId>,
    in_twin: HashSet<EventId>,
    held: HashMap<Session, u32>,
}

impl Reading {
    /// Finds out which assessment the file is, by itself or by what this computer remembers of it.
    /// The lines are those of the file.
    pub fn begin(store: &Store, path: &Path, mut file: Contents, lines: &Lines) -> Result<Self, StoreFault> {
        let (disk, state) = (&*store.disk, &store.places.state);
        let (mut notices, mut read_only) = (Vec::new(), None);
        let (header, memory) = match file.headers.first().cloned() {
            Some(header) => {
                let memory = twin::read_beside(disk, state, &header.assessment, (lines, &file.events));
                (header, memory)
            }
            None => match twin::find(disk, state, path) {
                Ok(Some((header, memory))) => {
                    // Somebody's picture that now has the file's name is left alone.
                    read_only = (!file.may_be_ours()).then(|| StoreFault::NotAnAssessment(shown(path)));
                    (header, Ok(memory))
                }
                Ok(None) if file.events.is_empty() => return Err(StoreFault::NotAnAssessment(shown(path))),
                Err(fault) if file.events.is_empty() => return Err(fault),
                _ => {
                    let fault = StoreFault::Headless(shown(path));
                    read_only = Some(fault.clone());
                    (salvaged_header(&file.events)?.ok_or_else(|| fault.clone())?, Err(fault))
                }
            },
        };
        if let Some(format) = file.newer {
            read_only = Some(StoreFault::NewerFormat { path: shown(path), format });
        }
        let folder = match &memory {
            Err(fault @ (StoreFault::NotOurs(_) | StoreFault::Headless(_))) => Err(fault.clone()),
            _ => Ok(twin::folder(state, &header.assessment)),
        };
        let foreign = file.keep_only(&header.assessment);
        let memory = memory.unwrap_or_else(|fault| Twin { fault: Some(fault), ..Twin::default() });
        notices.extend(Some(foreign).filter(|n| *n > 0).map(Notice::Foreign));
        if !file.damaged.is_empty() {
            notices.push(Notice::Damaged(file.damaged.clone()));
        }
        notices.extend(Some(file.unknown).filter(|n| *n > 0).map(Notice::Unknown));
        // That the first line is gone is said already.
        notices.extend(memory.fault.clone().filter(|_| !is_headless(read_only.as_ref())).map(Notice::NoTwin));
        Ok(Self {
            assessment: Assessment::new(&header),
            header,
            notices,
            read_only,
            twin: folder,
            file,
            memory,
            older: Vec::new(),
            drafts: Vec::new(),
            in_file: HashSet::default(),
            in_twin: HashSet::default(),
            held: HashMap::default(),
        })
    }

    /// Folds the file's events, and those of the twin that the file lacks.
    pub fn unite_with_twin(&mut self, store: &Store, path: &Path, look: &Look) {
        let memory = std::mem::take(&mut self.memory);
        let disk = &*store.disk;
        let id = &self.header.assessment;
        let voices = twin::voices(&memory, path, |other| twin::standing(disk, other, id, Some(look)));
        let logs: Vec<&Contents> = voices.speaking.iter().map(|log| &log.contents).collect();

        let in_file = self.file.ids();
        let has_news = |log: &&twin::TwinLog| log.contents.events.iter().any(|e| !in_file.contains(&e.id));
        if !voices.other.is_empty() && (!voices.known_here || voices.other.iter().any(has_news)) {
            self.notices.extend(twin::shown_file(&voices.other).map(Notice::Copy));
        }
        self.notices.extend(voices.hidden.map(Notice::NoTwin));

        let Healing { silent, told, older } = heal::heal(&self.file, &logs, &memory.aside);
        if self.file.headers.is_empty() && self.file.events.is_empty() {
            self.notices.push(Notice::Rebuilt(silent.len() + told.len()));
        } else if !told.is_empty() {
            self.notices.push(Notice::Healed(Span::of(&told)));
        }
        if !older.is_empty() {
            self.notices.push(Notice::Older(Span::of(&older)));
        }
        let known = std::mem::take(&mut self.file.events);
        self.assessment.extend(known.into_iter().chain(silent).chain(told));
        self.older = older;
        self.in_twin = HashSet::with_capacity_and_hasher(in_file.len(), RandomState::default());
        self.in_file = in_file;
        self.in_twin.extend(logs.iter().flat_map(|log| &log.events).map(|e| e.id));
        self.held = heal::held(&logs);
        self.drafts = voices
            .speaking
            .iter()
            .flat_map(|log| log.contents.drafts.iter().map(|draft| (log.session, draft.clone())))
            .collect();

        // Damage in a log whose session was seen whole in a synced file has done no harm.
        let reach = self.assessment.ledger().reach();
        let is_settled = |session: Session| {
            let known = reach.iter().find(|id| id.session == session).map_or(0, |id| id.counter);
            self.held.get(&session).is_some_and(|counter| *counter >= known)
        };
        let damaged = voices.speaking.iter().filter(|log| !is_settled(log.session));
        let damaged: usize = damaged.map(|log| log.contents.damaged.len()).sum();
        self.notices.extend(Some(damaged).filter(|n| *n > 0).map(Notice::TwinDamaged));
    }

    /// Adds the later events that this computer remembers, where nobody can be asked.
    pub fn add_older(&mut self) {
        for event in std::mem::take(&mut self.older) {
            self.assessment.apply(event);
        }
    }

    /// Makes events of texts that were being typed when a session ended.
    pub fn recover_drafts(&mut self) {
        let drafts = std::mem::take(&mut self.drafts);
        let Ok(session) = new_session() else { return };
        let recovered = heal::recover(&mut self.assessment, &drafts, session);
        self.notices.extend(recovered.into_iter().map(|e| Notice::Draft { thing: e.thing.clone(), at: e.at }));
    }

    /// The assessment with all that is known of it.
    pub fn finish(mut self, store: &Store, path: PathBuf, seen: Look, lock: Option<Arc<Lock>>) -> Opened {
        let ledger = self.assessment.ledger();
        let missing: u32 = ledger.holes().iter().map(|(_, missing)| missing).sum();
        // What is only waiting for an answer is not lost.
        let reach = ledger.reach();
        let is_below = |e: &&Event| reach.iter().any(|id| id.session == e.id.session && id.counter > e.id.counter);
        let lost = missing.saturating_sub(self.older.iter().filter(is_below).count() as u32);
        self.notices.extend(Some(lost).filter(|n| *n > 0).map(Notice::Lost));
        let older = (!self.older.is_empty()).then(|| Older { span: Span::of(&self.older), events: self.older });
        let file = Known { events: self.in_file, headers: self.file.sessions(), look: Some(seen) };
        Opened {
            assessment: self.assessment,
            path,
            notices: self.notices,
            read_only: self.read_only,
            damaged: self.file.damaged,
            older,
            rubric: None,
            session: None,
            lock,
            trail: Trail {
                disk: Arc::clone(&store.disk),
                state: store.places.state.clone(),
                file,
                twin: self.twin,
                twin_log: None,
                in_twin: self.in_twin,
                held: self.held,
            },
        }
    }
}

fn is_headless(fault: Option<&StoreFault>) -> bool {
    matches!(fault, Some(StoreFault::Headless(_)))
}

/// A header for events that have lost theirs: enough to show them, never written.
fn salvaged_header(events: &[Event]) -> Result<Option<Header>, StoreFault> {
    let created = events.iter().map(|e| e.at).min().unwrap_or_default();
    let (assessment, session) = (AssessmentId::from_random([0; 16]), new_session()?);
    Ok(rubrics::guess(events).map(|rubric| Header { assessment, session, rubric, created }))
}

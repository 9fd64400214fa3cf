//! The list of assessments, and what is done with one of it.

use std::sync::Arc;

use anyhow::Result;

use super::{Outside, merge};
use crate::assessment::{Assessment, Change, Field};
use crate::lang::fill;
use crate::measure::trend::Standing;
use crate::measure::{Counts, measure, replies};
use crate::store::{Listed, Use, copies};
use crate::text::Clean;
use crate::tui::app::{App, Entry, News, Relation, Summary};

impl Outside {
    pub(super) fn change_listed(&mut self, entry: usize, change: Change, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        let on_desk = self.desk.open(&path, Use::Write)?;
        self.desk.record(on_desk, None, |_, _| Ok(vec![change]))?;
        self.list(app);
        Ok(())
    }

    pub(super) fn duplicate(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        let known = self.desk.open(&path, Use::Read)?;
        let on_desk = self.desk.create_like(&known)?;
        self.show(on_desk, app)
    }

    pub(super) fn delete(&mut self, entry: usize, app: &mut App) -> Result<()> {
        let Some(path) = self.path(entry) else { return Ok(()) };
        if let (Some(shown), Ok(now)) = (self.counts.get(entry), self.desk.store.open(&path, Use::Read)) {
            // What was said since the list was read was not seen by whoever said yes.
            if now.assessment.ledger().events().len() != *shown {
                self.list(app);
                app.told(News::Notice(fill(
                    self.desk.lang.words().home.changed_since,
                    &[&Clean::line(&path.to_string_lossy())],
                )));
                return Ok(());
            }
        }
        self.desk.store.delete(&path).map_err(|f| self.desk.told(&f))?;
        self.list(app);
        let shown = Clean::line(&path.to_string_lossy());
        app.told(News::Notice(fill(self.desk.lang.words().home.deleted, &[&shown])));
        Ok(())
    }

    /// Gives the setup of a new assessment its rubric and what is chosen there beforehand.
    fn offer_new(&self, app: &mut App) {
        let defaults = &self.desk.defaults;
        app.new_fields = defaults.fields();
        let shipped = || crate::rubric::SHIPPED.first().and_then(|s| s.read().ok());
        let found = defaults.rubric.as_deref().map(|id| self.desk.store.find_rubric(id));
        app.new_rubric = match found {
            None => shipped(),
            Some(Ok(found)) => Some(found.rubric),
            Some(Err(fault)) => {
                app.told(News::Failed(self.desk.told(&fault).to_string()));
                shipped()
            }
        }
        .map(Arc::new);
    }

    /// Reads the home list; whatever was open is closed.
    pub fn list(&mut self, app: &mut App) {
        self.close_open();
        app.work = None;
        if app.new_rubric.is_none() {
            self.offer_new(app);
        }
        let mut listed = self.desk.store.list();
        listed.iter_mut().filter_map(|l| l.found.as_mut().ok()).for_each(|opened| opened.assessment.look_on());
        let copies = copies(&listed).into_iter().map(merge::relation);
        let mut entries: Vec<Entry> =
            listed.iter().zip(copies).map(|(l, relation)| Entry { relation, ..self.entry(l) }).collect();
        entries.extend(self.lost(&listed, app));
        let count = |l: &Listed| l.found.as_ref().map_or(0, |opened| opened.assessment.ledger().events().len());
        self.counts = listed.iter().map(count).collect();
        self.paths = listed.into_iter().map(|l| l.path).collect();
        app.told(News::Listed(entries));
    }

    /// Readable assessments of the open one's subject and rubric, without the open one.
    pub(super) fn others(&self, app: &App) -> Vec<Standing> {
        let Some(work) = &app.work else { return Vec::new() };
        let now = &work.assessment;
        let subject = now.subject().trim().to_lowercase();
        let is_other = |a: &Assessment| {
            a.id != now.id && a.rubric.id == now.rubric.id && a.subject().trim().to_lowercase() == subject
        };
        let opened = self.desk.store.list().into_iter().filter_map(|l| l.found.ok());
        let on_desk = opened.filter(|o| is_other(&o.assessment)).filter_map(|o| self.desk.with_rubric(o).ok());
        on_desk.map(|d| Standing::new(d.rubric, &d.opened.assessment)).collect()
    }

    fn entry(&self, listed: &Listed) -> Entry {
        let path = Clean::line(&listed.path.to_string_lossy());
        let words = self.desk.lang.words();
        let told = |reason: &str| Err(format!("{path}: {reason}"));
        let opened = match &listed.found {
            Ok(opened) => opened,
            Err(fault) => {
                return Entry { content: Err(fault.sentence(&words.store)), relation: Relation::Alone, path };
            }
        };
        let assessment = &opened.assessment;
        let content = match self.desk.store.rubric_for(&assessment.rubric_in_use(), assessment) {
            Err(fault) => told(&fault.sentence(&words.store)),
            Ok((rubric, _)) => {
                let replies = replies(&rubric, assessment);
                let profile = assessment.setup(Field::Profile).and_then(|id| rubric.profile(&id));
                let measured = measure(&rubric, &replies, profile);
                let counts = Counts::of(&replies);
                let level = measured.overall.node.level();
                let named = level.and_then(|l| Some((l, rubric.scale.name(l)?.name.clone())));
                let part: Vec<String> = [Field::Unit, Field::Site]
                    .iter()
                    .filter_map(|f| assessment.setup(*f))
                    .map(|t| t.to_string())
                    .collect();
                Ok(Summary {
                    subject: assessment.subject(),
                    part: Clean::line(&part.join(", ")),
                    rubric: rubric.title.clone(),
                    progress: (counts.answered(), counts.asked),
                    level: named,
                    changed: assessment.changed(),
                    archived: assessment.is_archived(),
                    disputes: assessment.conflicts(&rubric).len(),
                })
            }
        };
        Entry { path, relation: Relation::Alone, content }
    }
}

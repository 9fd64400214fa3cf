//! What happened outside, and what the application makes of it.

use std::sync::Arc;

use super::conflict::in_dispute;
use super::{
    App, Confirm, Entry, Offer, Order, Overlay, PadView, Place, Previewed, Reading, ResultView, ReviewView, RoomView,
    Saved, Work,
};
use crate::assessment::{Event, Thing};
use crate::lang::fill;
use crate::measure::trend::Standing;
use crate::rubric::Rubric;
use crate::text::Clean;

/// What happened outside.
pub enum News {
    /// The home list was read.
    Listed(Vec<Entry>),
    /// The rubrics of which a new assessment can be.
    Rubrics(Vec<Arc<Rubric>>),
    /// An assessment was opened or made; the notices say what was found on the way.
    Opened(Box<Work>, Vec<String>),
    /// A newer version of the open assessment's rubric is here.
    Offered(Box<Offer>),
    /// What the assessments of this computer show of their rubric, or why nothing can be said.
    Studied(Reading),
    /// Something could not be done.
    Failed(String),
    /// How far the open assessment is kept.
    Saved(Saved),
    /// Events of others arrived in the open assessment.
    Arrived(Vec<Event>),
    /// Something to tell.
    Notice(String),
    /// The file is an older copy; what this computer remembers, in a sentence.
    Older(String),
    /// What would come of uniting files, line by line.
    Compared(Vec<String>),
    /// A report was to be written where a file of this path stands.
    ReportExists(Clean, Order),
    /// The other assessments of the open one's subject were read.
    Others(Vec<Standing>),
    /// The whole assessment was written to another file.
    KeptElsewhere(String),
    /// The rubric file of the preview was read.
    Previewed(Box<Previewed>),
}

impl App {
    /// What happened outside.
    pub fn told(&mut self, news: News) {
        // Most reports of the writers change nothing that is seen, and then nothing is drawn.
        let is_seen = match (&news, &self.work) {
            (News::Saved(saved), Some(work)) => *saved != work.saved,
            _ => true,
        };
        self.is_stale |= is_seen;
        match news {
            News::Listed(entries) => self.home.set(entries),
            News::Rubrics(rubrics) => self.rubrics = rubrics,
            News::Studied(reading) => self.study.reading = reading,
            News::Previewed(read) => self.previewed(*read),
            News::Opened(work, notices) => self.opened(*work, notices),
            News::Offered(offer) => self.offered(offer),
            News::Failed(sentence) | News::Notice(sentence) => self.message = Some(sentence),
            News::Saved(saved) => {
                if let Some(work) = &mut self.work {
                    work.hear(saved);
                }
            }
            News::Compared(lines) => self.overlay = Some(Overlay::Unite(lines, 0)),
            News::Older(sentence) => self.overlay = Some(Overlay::Confirm(Confirm::Older(sentence))),
            News::ReportExists(path, order) => self.overlay = Some(Overlay::Confirm(Confirm::Replace(path, order))),
            News::Others(others) => {
                if let Some(work) = &self.work {
                    self.trend.set(others, work);
                }
            }
            News::KeptElsewhere(sentence) => {
                if let Some(work) = &mut self.work {
                    work.kept_elsewhere = true;
                }
                self.message = Some(sentence);
            }
            News::Arrived(events) => {
                let elsewhere = self.words().upgrade.elsewhere;
                if let Some(work) = &mut self.work {
                    // Answers of another version than the one on screen must not be added to.
                    if events.iter().any(|e| e.thing == Thing::InUse) {
                        work.read_only = Some(Clean::line(elsewhere));
                    }
                    let fresh = work.take_in(events);
                    if fresh > 0 {
                        self.message = Some(fill(self.words().ask.arrived, &[&fresh.to_string()]));
                        self.keep_up();
                    }
                }
            }
        }
    }

    /// Works out afresh what the screen keeps of the assessment: something has changed that was not
    /// changed there.
    pub(super) fn keep_up(&mut self) {
        match self.place {
            Place::Plan => self.plan_again(),
            Place::Review => self.review_again(),
            _ => {}
        }
    }

    /// A newer version of the rubric, told beside what is being said.
    fn offered(&mut self, offer: Box<Offer>) {
        let Some(work) = &mut self.work else { return };
        let told = fill(self.lang.words().upgrade.offer, &[&offer.rubric.version.to_string()]);
        work.offer = Some(offer);
        let said: Vec<String> = self.message.take().into_iter().chain(Some(told)).collect();
        self.message = Some(self.lang.joined(&said));
    }

    /// A complete assessment opens on its result, any other where work stopped.
    fn opened(&mut self, mut work: Work, notices: Vec<String>) {
        let resume = work.resume_at();
        let dispute = in_dispute(self.lang, work.disputed.len());
        let told: Vec<String> = notices.into_iter().chain(dispute).collect();
        self.message = (!told.is_empty()).then(|| self.lang.joined(&told));
        self.overlay = None;
        work.at = resume.unwrap_or(0);
        self.result = ResultView::default();
        self.review = ReviewView::default();
        self.pad = PadView::default();
        if let Some(shown) = self.work.take() {
            work.take_over(shown);
        }
        self.work = Some(work);
        self.room = RoomView::default();
        let is_workshop = self.work.as_ref().is_some_and(Work::is_workshop);
        let is_open = self.work.as_ref().is_some_and(|w| w.measured.overall.node.counts.unanswered > 0);
        if is_workshop && is_open {
            self.to_agenda();
            self.room.cursor = 0;
        } else if resume.is_some() && !is_workshop {
            self.place = Place::Ask;
        } else {
            self.to_result();
        }
    }
}

//! The open assessment: its rubric, its answers, its numbers, and where one is in it.

use std::sync::Arc;

use super::{Effect, Kept, Offer, Stage, Talk};
use crate::assessment::{Answer, Applied, Assessment, Author, Change, Event, Field, Room, Stamp, Thing};
use crate::measure::cohort::Benchmark;
use crate::measure::room::overlaid;
use crate::measure::{Measured, Reply, measure, replies_to};
use crate::rubric::{Id, Profile, Question, QuestionIx, Rubric};
use crate::text::Clean;

/// How far the work is kept; the words on screen are fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file is synced.
    Yes,
    /// On its way.
    Saving,
    /// The second copy on this computer alone, for this reason.
    HereOnly(Clean),
    /// Nowhere, for this reason.
    Not(Clean),
    /// Nowhere, because it is only a preview.
    Nowhere,
}

/// An open assessment.
pub struct Work {
    /// What is asked.
    pub rubric: Arc<Rubric>,
    /// What was answered.
    pub assessment: Assessment,
    /// Who records.
    pub author: Author,
    /// The file, as it is shown.
    pub path: Clean,
    /// How far it is kept.
    pub saved: Saved,
    /// Whether the file could not be written the last time; what is on its way now may end so too.
    file_fails: bool,
    /// Whether everything was also written to another file since the last change.
    pub kept_elsewhere: bool,
    /// Why nothing can be recorded, if nothing can.
    pub read_only: Option<Clean>,
    /// The questions of its depth.
    pub asked: Vec<QuestionIx>,
    /// Which of them is on screen.
    pub at: usize,
    /// The choice that is highlighted, if any.
    pub highlight: Option<usize>,
    /// First line shown of the anchors when they do not fit.
    pub scroll: usize,
    /// Things that people disagree about, in the order in which they are settled.
    pub disputed: Vec<Thing>,
    /// Go back to the review after this question.
    pub from_review: bool,
    /// One answer per question of the rubric; every row of an outline asks for one.
    answers: Vec<Option<Answer>>,
    /// What the room says.
    pub room: Room,
    /// The rater for whom is answered; what is recorded then are votes.
    pub voice: Option<Id>,
    /// One reply per question of the rubric.
    pub replies: Vec<Reply>,
    /// The numbers.
    pub measured: Measured,
    /// What an interview adds.
    pub talk: Talk,
    /// A newer version of the rubric, if one is here.
    pub offer: Option<Box<Offer>>,
    /// The organisations that the result is held against.
    pub peers: Option<Arc<Benchmark>>,
    /// What screens have asked for since the last change.
    pub(super) kept: Kept,
}

impl Work {
    /// An assessment as it was opened.
    pub fn new(rubric: Arc<Rubric>, mut assessment: Assessment, author: Author, path: Clean) -> Self {
        assessment.look_on();
        let answers = answers(&rubric, &assessment);
        let room = assessment.room(&rubric);
        let replies = overlaid(&rubric, &room, replies_to(&rubric, assessment.depth(), &answers));
        let measured = measure(&rubric, &replies, profile(&rubric, &assessment));
        let asked = rubric.asked(assessment.depth()).collect();
        let disputed = disputed(&rubric, &assessment);
        let talk = Talk::of(&rubric, &assessment, &author);
        Self {
            rubric,
            assessment,
            author,
            path,
            saved: Saved::Yes,
            file_fails: false,
            kept_elsewhere: false,
            read_only: None,
            asked,
            at: 0,
            highlight: None,
            scroll: 0,
            disputed,
            from_review: false,
            answers,
            room,
            voice: None,
            replies,
            measured,
            talk,
            offer: None,
            peers: None,
            kept: Kept::default(),
        }
    }

    /// The answer to a question.
    pub fn answer(&self, question: QuestionIx) -> Option<&Answer> {
        self.answers[question.0].as_ref()
    }

    /// The answer to the question on screen.
    pub fn answer_here(&self) -> Option<&Answer> {
        self.answer(self.question_ix())
    }

    /// Whether people disagree about anything that was said of a question.
    pub fn is_disputed(&self, question: &Id) -> bool {
        self.disputed.iter().any(|thing| thing.question() == Some(question))
    }

    /// Places of the questions that whoever answers has not answered yet. For a rater those are the ones
    /// without a vote that are not revealed.
    pub fn open_places(&self) -> Vec<usize> {
        let is_asked = |q| self.voice.is_none() || self.stage(q) != Stage::Revealed;
        let is_open = |q: QuestionIx| self.answer(q).is_none() && is_asked(q);
        (0..self.asked.len()).filter(|place| is_open(self.asked[*place])).collect()
    }

    /// The place where work goes on, unless nothing is open.
    pub fn resume_at(&self) -> Option<usize> {
        self.assessment.resume_at(&self.rubric, &self.asked, &self.open_places())
    }

    /// The question on screen.
    pub fn question(&self) -> &Question {
        self.rubric.question(self.question_ix())
    }

    /// Its place in the rubric.
    pub fn question_ix(&self) -> QuestionIx {
        self.asked[self.at.min(self.asked.len() - 1)]
    }

    /// Goes to a place among the asked questions.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.asked.len() - 1);
        self.highlight = None;
        self.scroll = 0;
    }

    /// Goes to a question; false if it is not asked.
    pub fn go_to(&mut self, question: QuestionIx) -> bool {
        let place = self.asked.iter().position(|q| *q == question);
        if let Some(place) = place {
            self.go(place);
        }
        place.is_some()
    }

    /// Records a change: the state has it at once, the disk as soon as it can.
    pub fn record(&mut self, change: Change, now: Stamp, effects: &mut Vec<Effect>) {
        let event = self.assessment.record(&self.author, now, change);
        effects.push(Effect::Record(event));
        self.recorded();
        self.refresh();
    }

    /// Records changes that belong together: the disk gets them at once. The numbers are those of
    /// before until [`Work::exchange`] or another change.
    pub(super) fn record_all(&mut self, changes: impl Iterator<Item = Change>, now: Stamp, effects: &mut Vec<Effect>) {
        let events = changes.map(|change| self.assessment.record(&self.author, now, change)).collect();
        effects.push(Effect::RecordAll(events));
        self.recorded();
    }

    fn recorded(&mut self) {
        self.kept_elsewhere = false;
        self.saved = match std::mem::replace(&mut self.saved, Saved::Saving) {
            // A failure stays on screen until something is kept again.
            failing @ (Saved::HereOnly(_) | Saved::Not(_) | Saved::Nowhere) => failing,
            Saved::Yes | Saved::Saving => Saved::Saving,
        };
    }

    /// Goes on with another version of the rubric, from its first question.
    pub(super) fn exchange(&mut self, rubric: Arc<Rubric>) {
        self.rubric = rubric;
        self.asked = self.rubric.asked(self.assessment.depth()).collect();
        self.go(0);
        self.refresh();
    }

    /// How far the work is kept now.
    pub fn hear(&mut self, saved: Saved) {
        match saved {
            Saved::Yes => self.file_fails = false,
            Saved::HereOnly(_) | Saved::Not(_) => self.file_fails = true,
            Saved::Saving | Saved::Nowhere => {}
        }
        self.saved = saved;
    }

    /// Whether leaving now would leave something that is not kept where it belongs.
    pub fn is_in_danger(&self) -> bool {
        self.file_fails && !self.kept_elsewhere
    }

    /// Takes in events of others; returns how many were new.
    pub fn take_in(&mut self, events: Vec<Event>) -> usize {
        let fresh = events.into_iter().filter(|e| self.assessment.apply(e.clone()) == Applied::New).count();
        if fresh > 0 {
            self.refresh();
        }
        fresh
    }

    /// Records what belongs together, if anything does, with the numbers that come of it.
    pub fn record_several(&mut self, changes: Vec<Change>, now: Stamp, effects: &mut Vec<Effect>) {
        if !changes.is_empty() {
            self.record_all(changes.into_iter(), now, effects);
            self.refresh();
        }
    }

    /// Reads the answers afresh: the votes of the rater who speaks, else what was answered.
    pub(super) fn answers_again(&mut self) {
        self.answers = match self.voice {
            Some(_) => (0..self.rubric.questions.len()).map(|q| self.said_by_voice(QuestionIx(q))).collect(),
            None => answers(&self.rubric, &self.assessment),
        };
    }

    /// Everything that follows from the events, after any of them.
    fn refresh(&mut self) {
        self.kept = Kept::default();
        self.assessment.look_on();
        let here = self.question_ix();
        self.asked = self.rubric.asked(self.assessment.depth()).collect();
        self.at = self.asked.iter().position(|q| *q >= here).unwrap_or(self.asked.len() - 1);
        self.disputed = disputed(&self.rubric, &self.assessment);
        self.room = self.assessment.room(&self.rubric);
        let answers = answers(&self.rubric, &self.assessment);
        let replies = replies_to(&self.rubric, self.assessment.depth(), &answers);
        if self.voice.is_some() {
            self.answers_again();
        } else {
            self.answers = answers;
        }
        self.replies = overlaid(&self.rubric, &self.room, replies);
        self.measured = measure(&self.rubric, &self.replies, profile(&self.rubric, &self.assessment));
        if !self.is_workshop() && self.voice.is_some() {
            self.speak_as(None);
        }
        if let Some(assessor) = self.assessment.setup(Field::Assessor) {
            self.author.by = assessor.as_str().into();
        }
        self.talk = Talk::of(&self.rubric, &self.assessment, &self.author);
        if let Some(offer) = &mut self.offer {
            offer.keep_up(&self.assessment, &self.rubric);
        }
    }
}

fn answers(rubric: &Rubric, assessment: &Assessment) -> Vec<Option<Answer>> {
    rubric.questions.iter().map(|q| assessment.answer(rubric, q)).collect()
}

fn disputed(rubric: &Rubric, assessment: &Assessment) -> Vec<Thing> {
    assessment.conflicts(rubric).into_iter().map(|conflict| conflict.thing.clone()).collect()
}

/// The weight profile chosen in the setup.
fn profile<'r>(rubric: &'r Rubric, assessment: &Assessment) -> Option<&'r Profile> {
    rubric.profile(&assessment.setup(Field::Profile)?)
}

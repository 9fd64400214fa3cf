//! The state of the full screen and what each input does to it.
//!
//! [`App::handle`] is pure: an input goes in, the state changes, effects come out. What
//! happens outside comes back as [`News`].

mod ask;
mod conflict;
mod edit;
mod effect;
mod handle;
mod history;
mod home;
mod jump;
mod kept;
mod merge;
mod motion;
mod news;
mod of_use;
mod over;
mod pad;
mod plan;
mod preview;
mod report;
mod result;
mod review;
mod room;
mod setup;
mod study;
mod talk;
mod trend;
mod upgrade;
mod walk;
mod work;

use std::sync::Arc;

use ratatui::layout::Rect;

use ask::move_highlight;
pub use ask::{answer_with, answered_choice, choice_of, digit_of, record_answer};
pub use conflict::ConflictView;
pub use edit::{Editor, MAX_NOTE, Purpose};
pub use effect::Effect;
pub use home::{Entry, Home, Relation, Summary};
pub use jump::jumps;
pub use kept::{Kept, OutlineLine};
pub use merge::{Candidate, MergeView, Partner};
use motion::moved;
pub use news::News;
pub use over::{Confirm, Overlay};
pub use pad::{PadView, Typed, read_line};
pub use plan::{PlanTab, PlanView};
pub use preview::{Preview, Previewed};
pub use report::{Order, ReportRow, ReportView};
pub use result::{Focus, ResultView, WhyView};
pub use review::{About, Finding, ReviewView, Section, findings};
pub use room::{AgendaRow, Clock, RoomField, RoomView, Stage, agenda};
pub use setup::{SetupField, SetupView, Target, choices as setup_choices};
pub use study::{Reading, StudyView};
pub use talk::Talk;
pub use trend::{Column, TrendView};
pub use upgrade::Offer;
pub use walk::undone;
pub use work::{Saved, Work};

use super::keys::Place;
use super::theme::Theme;
use super::widget::pen::Spot;
use crate::assessment::{Field, Stamp};
use crate::lang::{Lang, Words};
use crate::measure::cohort::Benchmark;
use crate::rubric::{Id, Rubric};

/// The smallest window that is drawn in: columns and rows.
pub const SMALLEST: (u16, u16) = (60, 20);

/// The whole state of the full screen.
pub struct App {
    /// The language.
    pub lang: Lang,
    /// Colours and marks.
    pub theme: Theme,
    /// Which screen.
    pub place: Place,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// One sentence at the foot of the screen, until the next key.
    pub message: Option<String>,
    /// The list of assessments.
    pub home: Home,
    /// The files to be united.
    pub merge: MergeView,
    /// The open assessment.
    pub work: Option<Work>,
    /// The rubric of a new assessment.
    pub new_rubric: Option<Arc<Rubric>>,
    /// The rubrics of which a new assessment can be, once they were looked for.
    pub rubrics: Vec<Arc<Rubric>>,
    /// Others that results are held against, of whatever rubric.
    pub peers: Option<Arc<Benchmark>>,
    /// What is chosen in the setup of a new assessment before anybody chooses.
    pub new_fields: Vec<(Field, String)>,
    /// The rubric file that is being looked at, if this is a preview.
    pub preview: Option<Preview>,
    /// The setup screen.
    pub setup: SetupView,
    /// The review screen.
    pub review: ReviewView,
    /// The conflict screen.
    pub conflict: ConflictView,
    /// The result screen.
    pub result: ResultView,
    /// The why screen.
    pub why: WhyView,
    /// The report that is wanted.
    pub report: ReportView,
    /// The plan screen.
    pub plan: PlanView,
    /// The trend screen.
    pub trend: TrendView,
    /// Whether the rubric holds.
    pub study: StudyView,
    /// The screens of a room.
    pub room: RoomView,
    /// The notes pad.
    pub pad: PadView,
    /// Whether the reason why a question matters is shown.
    pub shows_why: bool,
    /// The size of the last frame: paging and folding depend on it.
    pub area: Rect,
    /// Whether the screen shows something older than this state.
    pub is_stale: bool,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Where it may press on the last frame.
    pub spots: Vec<Spot>,
}

impl App {
    /// An application that has not opened anything yet.
    pub fn new(lang: Lang, theme: Theme) -> Self {
        Self {
            lang,
            theme,
            place: Place::Home,
            overlay: None,
            message: None,
            home: Home::default(),
            merge: MergeView::default(),
            work: None,
            new_rubric: None,
            rubrics: Vec::new(),
            peers: None,
            new_fields: Vec::new(),
            preview: None,
            setup: SetupView::default(),
            review: ReviewView::default(),
            conflict: ConflictView::default(),
            result: ResultView::default(),
            why: WhyView::default(),
            report: ReportView::default(),
            plan: PlanView::default(),
            trend: TrendView::default(),
            study: StudyView::default(),
            room: RoomView::default(),
            pad: PadView::default(),
            shows_why: false,
            area: Rect::new(0, 0, 80, 24),
            is_stale: true,
            mouse: false,
            spots: Vec::new(),
        }
    }

    /// The words in the language of the screen.
    pub fn words(&self) -> &'static Words {
        if self.theme.is_ascii() { self.lang.ascii_words() } else { self.lang.words() }
    }

    /// Whether the window is too small to show what a key would do.
    pub fn is_too_small(&self) -> bool {
        let (columns, rows) = SMALLEST;
        self.area.width < columns || self.area.height < rows
    }

    /// Whose keys are in force: the preview adds its own to those of the question screen.
    pub fn key_place(&self) -> Place {
        if self.preview.is_some() && self.place == Place::Ask { Place::Preview } else { self.place }
    }

    /// What a key would be an answer to: the screen, whether something lies over it, and the question.
    pub fn asks(&self) -> (Place, bool, Option<Id>) {
        let question = self.work.as_ref().map(|work| work.question().id.clone());
        (self.place, self.overlay.is_some(), question)
    }

    /// The text of an open field, if closing the program now would lose it.
    pub fn finish_editing(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(Overlay::Edit(editor)) = self.overlay.take()
            && !editor.is_called_off()
        {
            self.finish(*editor, now, &mut effects);
        }
        effects
    }

    /// Whether a text field is open, and if so whether it takes many lines.
    pub fn field_of(&self) -> Option<bool> {
        match &self.overlay {
            Some(Overlay::Edit(editor)) => Some(editor.purpose.is_long()),
            _ => None,
        }
    }

    /// Tells the time to the clock that is shown; returns the milliseconds until the screen changes
    /// by itself, which it does only while such a clock runs.
    pub fn tell_time(&mut self, now: Stamp) -> Option<u64> {
        let (timer, session) = (self.place == Place::Room, self.place == Place::Agenda);
        self.room.clock.due(timer, session)?;
        let shown = |clock: &Clock| (clock.seconds(), clock.minutes());
        let before = shown(&self.room.clock);
        self.room.clock.tell(now);
        self.is_stale |= shown(&self.room.clock) != before;
        self.room.clock.due(timer, session)
    }

    /// Rows that a list on this screen has.
    fn page(&self) -> usize {
        usize::from(self.area.height.saturating_sub(5)).max(1)
    }
}

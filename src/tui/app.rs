//! The state of the full screen and what each input does to it.
//!
//! [`App::handle`] is pure: an input goes in, the state changes, effects come out. What
//! happens outside comes back as [`News`].

mod ask;
mod conflict;
mod edit;
mod history;
mod home;
mod kept;
mod merge;
mod motion;
mod pad;
mod plan;
mod preview;
mod report;
mod result;
mod review;
mod room;
mod setup;
mod talk;
mod trend;
mod upgrade;
mod work;

use std::sync::Arc;

use ratatui::layout::Rect;

pub use ask::{answer_with, answered_choice, digit_of, record_answer};
use ask::{choice_of, move_highlight};
pub use conflict::ConflictView;
pub use edit::{Editor, MAX_NOTE, Purpose, jumps};
pub use home::{Entry, Home, Relation, Summary};
pub use kept::Kept;
pub use merge::{Candidate, MergeView, Partner};
use motion::{moved, scrolled};
pub use pad::{PadView, Typed, read_line};
pub use plan::{PlanTab, PlanView};
pub use preview::{Preview, Previewed};
pub use report::{Order, ReportRow, ReportView};
pub use result::{Focus, ResultView, WhyView};
pub use review::{About, Finding, ReviewView, Section, findings};
pub use room::{AgendaRow, Clock, RoomField, RoomView, Stage, agenda};
pub use setup::{SetupField, SetupView, Target, choices as setup_choices};
pub use talk::Talk;
pub use trend::{Column, TrendView};
pub use upgrade::Offer;
pub use work::{Saved, Work};

use super::key::{Input, Key};
use super::keys::{Action, Place, action};
use super::theme::Theme;
use crate::assessment::{Change, Event, Field, Stamp, Thing, Value};
use crate::lang::{Lang, Words, fill};
use crate::measure::trend::Standing;
use crate::rubric::{Id, Rubric};
use crate::text::Clean;

/// What must be done outside of the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep an event on disk.
    Record(Event),
    /// Keep several events that belong together.
    RecordAll(Vec<Event>),
    /// Keep the text being typed, or forget it.
    Draft(Option<(Thing, Value)>),
    /// Open the assessment at this place of the home list.
    Open(usize),
    /// Make an assessment of these changes and open it.
    Create(Vec<Change>),
    /// Record a change in the assessment at this place of the home list.
    ChangeListed(usize, Change),
    /// Make a re-assessment of the one at this place of the home list and open it.
    Duplicate(usize),
    /// Delete the assessment at this place of the home list.
    Delete(usize),
    /// Find the rubrics of which a new assessment can be.
    Rubrics,
    /// Find out what uniting these files would come to; the second is where to, empty for a new file.
    Compare(Vec<Partner>, String),
    /// Unite the files that were compared last.
    Unite,
    /// Make the copied file at this place of the home list an assessment of its own.
    Fork(usize),
    /// Write the file at this place of the home list again, from what this computer remembers.
    BringBack(usize),
    /// Forget what this computer remembers of the one at this place of the home list.
    Forget(usize),
    /// Read the home list again; the open assessment, if any, is closed.
    List,
    /// Add what an older copy of the file lacks, or leave it out.
    Settle(bool),
    /// Write a report.
    Report(Order),
    /// Write the whole assessment to a new file of this name.
    SaveElsewhere(String),
    /// Read the other assessments of the open one's subject.
    Others,
    /// Read the rubric file of the preview again.
    Reload,
    /// Give the terminal back to the shell.
    Suspend,
    /// Take in the self-assessment at this path as votes.
    TakeIn(String),
    /// Leave the program.
    Quit,
}

/// What happened outside.
pub enum News {
    /// The home list was read.
    Listed(Vec<Entry>),
    /// The rubrics of which a new assessment can be.
    Rubrics(Vec<Arc<Rubric>>),
    /// An assessment was opened or made; the notices say what was found on the way.
    Opened(Box<Work>, Vec<String>),
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

/// What lies over the screen and takes the keys.
pub enum Overlay {
    /// Help, scrolled by so many lines.
    Help(usize),
    /// A text field.
    Edit(Box<Editor>),
    /// The list of all questions, with the place of the cursor.
    Outline(usize),
    /// What the checker says of the rubric, scrolled by so many lines.
    Findings(usize),
    /// Who said what when: of a question or of everything, scrolled by so many lines.
    History(Option<Id>, usize),
    /// The interviewer's own rating of the question on screen.
    Rate,
    /// What report is wanted.
    Report,
    /// The files that may be united.
    Merge,
    /// What uniting them would come to, scrolled by so many lines.
    Unite(Vec<String>, usize),
    /// A question that only `y` confirms.
    Confirm(Confirm),
    /// The work is not kept where it belongs; leave all the same?
    Leaving,
}

/// What is asked before it is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Confirm {
    /// Delete the assessment at this place of the home list.
    Delete(usize, Clean),
    /// Forget what this computer remembers of the lost file at this place of the home list.
    Forget(usize, Clean),
    /// Add what an older copy of the file lacks.
    Older(String),
    /// Replace the file of this path by a report.
    Replace(Clean, Order),
    /// Go over to the newer version of the rubric.
    Upgrade,
}

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
            room: RoomView::default(),
            pad: PadView::default(),
            shows_why: false,
            area: Rect::new(0, 0, 80, 24),
            is_stale: true,
        }
    }

    /// The words in the language of the screen.
    pub fn words(&self) -> &'static Words {
        if self.theme.is_ascii() { self.lang.ascii_words() } else { self.lang.words() }
    }

    /// Whether the window is too small to show what a key would do.
    pub fn is_too_small(&self) -> bool {
        let (columns, rows) = super::view::SMALLEST;
        self.area.width < columns || self.area.height < rows
    }

    /// Whose keys are in force: the preview adds its own to those of the question screen.
    pub fn key_place(&self) -> Place {
        if self.preview.is_some() && self.place == Place::Ask { Place::Preview } else { self.place }
    }

    /// One input.
    pub fn handle(&mut self, input: Input, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.is_stale = true;
        self.room.clock.tell(now);
        // Nobody answers or confirms what is not on screen; what is being typed goes on.
        let leaves = matches!(input, Input::Key(Key::Char('q') | Key::Ctrl('c' | 'z')));
        if self.is_too_small() && self.field_of().is_none() && !leaves {
            return effects;
        }
        match (self.overlay.take(), input) {
            (Some(Overlay::Edit(editor)), input) => self.edit(editor, input, now, &mut effects),
            (Some(overlay), Input::Key(key)) => self.over(overlay, key, now, &mut effects),
            (overlay @ Some(_), Input::Paste(_)) => self.overlay = overlay,
            // Outside of a text field a paste answers nothing.
            (None, Input::Paste(_)) => self.message = Some(self.words().ask.paste_refused.to_owned()),
            (None, Input::Key(key)) => {
                self.message = None;
                if let Some(action) = action(self.key_place(), key) {
                    self.act(action, now, &mut effects);
                }
            }
        }
        effects
    }

    fn act(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        match action {
            Action::Language => self.lang = self.lang.other(),
            Action::Help => self.overlay = Some(Overlay::Help(0)),
            Action::Quit => self.leave_program(effects),
            Action::Suspend => effects.push(Effect::Suspend),
            Action::Review if self.work.is_some() => self.to_review(),
            Action::Result if self.work.is_some() => self.to_result(),
            Action::History if self.work.is_some() => self.show_history(),
            Action::Plan if self.work.is_some() => self.to_plan(),
            Action::Trend if self.work.is_some() => self.to_trend(effects),
            Action::Setup if self.work.is_some() => self.to_setup(),
            Action::Agenda => self.to_workshop(),
            Action::Upgrade => self.show_upgrade(),
            Action::Reload | Action::Findings => self.act_preview(action, effects),
            Action::Conflicts if self.work.is_some() => self.to_conflicts(None),
            _ => match self.place {
                Place::Home => self.act_home(action, effects),
                Place::Setup => self.act_setup(action, now, effects),
                Place::Ask | Place::Preview => self.act_ask(action, now, effects),
                Place::Review => self.act_review(action),
                Place::Conflict => self.act_conflict(action, now, effects),
                Place::Result => self.act_result(action, effects),
                Place::Why => self.act_why(action),
                Place::Plan => self.act_plan(action, now, effects),
                Place::Trend => self.act_trend(action),
                Place::Upgrade => self.act_upgrade(action),
                Place::Agenda => self.act_agenda(action, now, effects),
                Place::Raters => self.act_raters(action, now, effects),
                Place::Room => self.act_room(action, now, effects),
                Place::Cover => self.act_cover(action),
                Place::Ballot => self.act_ballot(action, now, effects),
            },
        }
    }

    /// Keys while something other than a text field lies over the screen.
    fn over(&mut self, overlay: Overlay, key: Key, now: Stamp, effects: &mut Vec<Effect>) {
        match overlay {
            Overlay::Help(top) => {
                let page = usize::from(self.area.height.saturating_sub(6)).max(1);
                let Some(top) = scrolled(key, top, page) else { return self.close_help(key) };
                let last = super::view::help_lines(self).len().saturating_sub(1);
                self.overlay = Some(Overlay::Help(top.min(last)));
            }
            Overlay::Outline(cursor) => self.over_outline(cursor, key),
            Overlay::Rate => self.over_rate(key, now, effects),
            Overlay::Report => self.over_report(key, effects),
            Overlay::Confirm(Confirm::Replace(_, order)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Report(order.replacing()));
                }
            }
            Overlay::History(of, top) => self.over_history(of, top, key),
            Overlay::Findings(top) => self.over_findings(top, key, effects),
            Overlay::Confirm(Confirm::Delete(entry, _)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Delete(entry));
                }
            }
            Overlay::Confirm(Confirm::Forget(entry, _)) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    effects.push(Effect::Forget(entry));
                }
            }
            Overlay::Merge => self.over_merge(key),
            Overlay::Unite(lines, top) => self.over_unite(lines, top, key, effects),
            Overlay::Confirm(Confirm::Upgrade) => {
                if matches!(key, Key::Char('y' | 'Y')) {
                    self.upgrade(now, effects);
                }
            }
            Overlay::Confirm(Confirm::Older(sentence)) => match key {
                Key::Char('n' | 'N') => effects.push(Effect::Settle(false)),
                Key::Enter | Key::Char('y' | 'Y') => effects.push(Effect::Settle(true)),
                _ => self.overlay = Some(Overlay::Confirm(Confirm::Older(sentence))),
            },
            Overlay::Leaving => match key {
                Key::Char('q') | Key::Ctrl('c') => effects.push(Effect::Quit),
                Key::Char('s') => self.overlay = Some(Overlay::Edit(Box::new(Editor::save_elsewhere(self)))),
                Key::Esc => {}
                _ => self.overlay = Some(Overlay::Leaving),
            },
            Overlay::Edit(editor) => self.edit(editor, Input::Key(key), now, effects),
        }
    }

    /// Help closes at any key; a language switch is taken along so that it can be read in the other one.
    fn close_help(&mut self, key: Key) {
        if key == Key::Char('L') {
            self.lang = self.lang.other();
            self.overlay = Some(Overlay::Help(0));
        }
    }

    /// Leaves at once if the work is kept, or being kept; otherwise offers another place for it.
    fn leave_program(&mut self, effects: &mut Vec<Effect>) {
        if self.work.as_ref().is_some_and(Work::is_in_danger) {
            self.overlay = Some(Overlay::Leaving);
        } else {
            effects.push(Effect::Quit);
        }
    }

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
            News::Previewed(read) => self.previewed(*read),
            News::Opened(work, notices) => self.opened(*work, notices),
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
                        self.plan_again();
                    }
                }
            }
        }
    }

    /// A complete assessment opens on its result, any other where work stopped.
    fn opened(&mut self, mut work: Work, notices: Vec<String>) {
        let resume = work.assessment.resume_at(&work.rubric, &work.asked);
        let offer = work.offer.as_ref().map(|o| fill(self.words().upgrade.offer, &[&o.rubric.version.to_string()]));
        let dispute = conflict::in_dispute(self.lang, work.disputed.len());
        let told: Vec<String> = notices.into_iter().chain(dispute).chain(offer).collect();
        self.message = (!told.is_empty()).then(|| self.lang.joined(&told));
        self.overlay = None;
        work.at = resume.unwrap_or(0);
        self.result = ResultView::default();
        self.review = ReviewView::default();
        self.pad = PadView::default();
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

    /// Back to the list; the assessment stays on disk as it is.
    fn to_home(&mut self, effects: &mut Vec<Effect>) {
        // A preview began in the shell and ends there.
        if self.preview.is_some() {
            return effects.push(Effect::Quit);
        }
        self.place = Place::Home;
        effects.push(Effect::List);
    }

    /// The text of an open field, if closing the program now would lose it.
    pub fn finish_editing(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(Overlay::Edit(editor)) = self.overlay.take()
            && !editor.purpose.is_order()
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

//! Setup: who is assessed, how, and by whom. Only the subject is required.

use super::{App, Editor, Effect, Overlay, Place, Purpose, moved};
use crate::assessment::{Change, Field, Mode, ReadyTargets, Stamp, Thing, depth_word};
use crate::measure::cohort::Benchmark;
use crate::measure::plan::ready_targets;
use crate::rubric::Depth;
use crate::tui::keys::Action;

/// A row of the setup screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupField {
    /// A field of the assessment.
    Of(Field),
    /// The rubric of a new assessment.
    Rubric,
    /// Who is interviewed from now on.
    Interviewee,
    /// The row that begins the questions.
    Begin,
}

/// Whether an assessment is made or changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// A new one: the fields are kept here until it is made.
    #[default]
    New,
    /// The open one: a change is recorded at once.
    Open,
}

/// The state of the setup screen.
#[derive(Clone, Debug, Default)]
pub struct SetupView {
    /// Whether an assessment is made or changed.
    pub target: Target,
    /// Place of the cursor in [`SetupView::rows`].
    pub cursor: usize,
    /// The fields of a new assessment.
    fields: Vec<(Field, String)>,
}

/// Every row of the screen.
const ROWS: [SetupField; 13] = [
    SetupField::Of(Field::Subject),
    SetupField::Of(Field::Unit),
    SetupField::Of(Field::Site),
    SetupField::Of(Field::Sector),
    SetupField::Of(Field::Size),
    SetupField::Rubric,
    SetupField::Of(Field::Mode),
    SetupField::Of(Field::Depth),
    SetupField::Of(Field::Profile),
    SetupField::Of(Field::Targets),
    SetupField::Of(Field::Assessor),
    SetupField::Interviewee,
    SetupField::Begin,
];

/// The values of a field that is chosen, not typed; empty for a typed one.
pub fn choices(app: &App, field: Field) -> Vec<String> {
    let owned = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    match field {
        Field::Size => owned(&["", "small", "medium", "large"]),
        Field::Mode => Mode::ALL.iter().map(|m| m.as_str().to_owned()).collect(),
        Field::Depth => owned(&[depth_word(Depth::Quick), depth_word(Depth::Full)]),
        Field::Profile => {
            let profiles = app.setup_rubric().map_or(&[][..], |r| &r.profiles);
            std::iter::once(String::new()).chain(profiles.iter().map(|p| p.id.to_string())).collect()
        }
        Field::Targets => {
            let offered = app.setup_rubric().map_or_else(Vec::new, |r| ready_targets(r, app.setup_peers()));
            std::iter::once(String::new()).chain(offered.iter().map(ReadyTargets::to_text)).collect()
        }
        _ => Vec::new(),
    }
}

/// Puts an assessment away, or brings it back.
pub(super) fn archived(away: bool) -> Change {
    Change::flag(Thing::Setup(Field::Archived), away)
}

impl App {
    /// The rows of the screen: a rubric is chosen once, and only an interview has interviewees.
    pub fn setup_rows(&self) -> Vec<SetupField> {
        let is_new = self.setup.target == Target::New;
        let is_interview = self.work.as_ref().is_some_and(|w| w.assessment.mode() == Mode::Interview);
        let is_here = |row: &SetupField| match row {
            SetupField::Rubric => is_new,
            SetupField::Interviewee => !is_new && is_interview,
            SetupField::Of(_) | SetupField::Begin => true,
        };
        ROWS.into_iter().filter(is_here).collect()
    }

    pub(super) fn start_new(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::Rubrics);
        self.setup = SetupView { fields: self.new_fields.clone(), ..SetupView::default() };
        self.place = Place::Setup;
        self.edit_setup(SetupField::Of(Field::Subject));
    }

    pub(super) fn to_setup(&mut self) {
        self.setup = SetupView { target: Target::Open, ..SetupView::default() };
        self.place = Place::Setup;
    }

    /// The rubric whose profiles the setup offers: the open one's, or the shipped one's.
    pub fn setup_rubric(&self) -> Option<&crate::rubric::Rubric> {
        match self.setup.target {
            Target::Open => self.work.as_ref().map(|w| &*w.rubric),
            Target::New => self.new_rubric.as_deref(),
        }
    }

    /// Others that the assessment of the setup is held against.
    pub fn setup_peers(&self) -> Option<&Benchmark> {
        match self.setup.target {
            Target::Open => self.work.as_ref()?.peers.as_deref(),
            Target::New => self.peers.as_deref().filter(|b| self.new_rubric.as_ref().is_some_and(|r| b.fits(r))),
        }
    }

    /// What a row holds, as stored.
    pub fn setup_text(&self, row: SetupField) -> String {
        let SetupField::Of(field) = row else { return String::new() };
        let stored = match self.setup.target {
            Target::New => self.setup.fields.iter().find(|(f, _)| *f == field).map(|(_, text)| text.clone()),
            Target::Open => self.work.as_ref().and_then(|w| w.assessment.setup(field)).map(|t| t.to_string()),
        };
        stored.unwrap_or_else(|| match field {
            Field::Mode => Mode::default().as_str().to_owned(),
            Field::Depth => depth_word(Depth::Quick).to_owned(),
            _ => String::new(),
        })
    }

    pub(super) fn act_setup(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let rows = self.setup_rows();
        let row = rows[self.setup.cursor.min(rows.len() - 1)];
        let is_change = matches!(action, Action::Enter | Action::Left | Action::Right) && row != SetupField::Begin;
        if let (true, Target::Open, Some(work)) = (is_change, self.setup.target, &self.work)
            && let Some(why) = &work.read_only
        {
            self.message = Some(why.to_string());
            return;
        }
        match (action, row) {
            (Action::Enter, SetupField::Begin) => self.begin(effects),
            (Action::Enter, SetupField::Interviewee) => self.ask_who_speaks(),
            (Action::Enter, row) => self.edit_or_cycle(row, 1, now, effects),
            (Action::Right, row) => self.cycle(row, 1, now, effects),
            (Action::Left, row) => self.cycle(row, -1, now, effects),
            (Action::Leave, _) if self.setup.target == Target::Open => self.to_ask(),
            (Action::Leave, _) => self.to_home(effects),
            (action, _) => self.setup.cursor = moved(action, self.setup.cursor, rows.len(), 5),
        }
    }

    fn begin(&mut self, effects: &mut Vec<Effect>) {
        match self.setup.target {
            Target::Open => self.to_ask(),
            Target::New if self.setup_text(SetupField::Of(Field::Subject)).is_empty() => {
                self.message = Some(self.words().fields.subject_needed.to_owned());
                self.setup.cursor = 0;
            }
            Target::New => {
                let changes = self.setup.fields.iter().filter(|(_, text)| !text.is_empty());
                effects.push(Effect::Create(changes.map(|(f, text)| Change::text(Thing::Setup(*f), text)).collect()));
            }
        }
    }

    fn edit_or_cycle(&mut self, row: SetupField, by: isize, now: Stamp, effects: &mut Vec<Effect>) {
        let SetupField::Of(field) = row else { return self.cycle(row, by, now, effects) };
        if choices(self, field).is_empty() {
            self.edit_setup(row);
        } else {
            self.cycle(row, by, now, effects);
        }
    }

    fn edit_setup(&mut self, row: SetupField) {
        self.overlay = Editor::new(self, Purpose::Setup(row)).map(|e| Overlay::Edit(Box::new(e)));
    }

    fn cycle(&mut self, row: SetupField, by: isize, now: Stamp, effects: &mut Vec<Effect>) {
        if row == SetupField::Rubric {
            return self.next_rubric(by);
        }
        let SetupField::Of(field) = row else { return };
        let choices = choices(self, field);
        if choices.is_empty() {
            return;
        }
        let known = self.setup_text(row);
        let place = choices.iter().position(|c| *c == known).unwrap_or(0);
        let next = (place as isize + by).rem_euclid(choices.len() as isize) as usize;
        let text = choices[next].clone();
        self.set_setup(row, &text, now, effects);
    }

    /// Another rubric for the new assessment; what was chosen of the one before means nothing in it.
    fn next_rubric(&mut self, by: isize) {
        let known = self.new_rubric.as_ref().and_then(|now| self.rubrics.iter().position(|r| r.id == now.id));
        let Some(count) = isize::try_from(self.rubrics.len()).ok().filter(|n| *n > 0) else { return };
        let next = (known.unwrap_or(0) as isize + by).rem_euclid(count) as usize;
        self.new_rubric = self.rubrics.get(next).cloned();
        self.setup.fields.retain(|(field, _)| !matches!(field, Field::Profile | Field::Targets));
    }

    /// A field is typed or chosen. The subject is never emptied.
    pub(super) fn set_setup(&mut self, row: SetupField, text: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let SetupField::Of(field) = row else { return };
        if field == Field::Subject && text.is_empty() {
            self.message = Some(self.words().fields.subject_needed.to_owned());
            return;
        }
        let same = self.setup_text(row) == text;
        match self.setup.target {
            Target::New => {
                self.setup.fields.retain(|(f, _)| *f != field);
                self.setup.fields.push((field, text.to_owned()));
                // The first thing typed is the subject; what follows has good defaults.
                if field == Field::Subject {
                    self.setup.cursor = self.setup_rows().len() - 1;
                }
            }
            Target::Open if same => {}
            Target::Open => {
                if let Some(work) = &mut self.work {
                    if let Some(why) = &work.read_only {
                        self.message = Some(why.to_string());
                    } else {
                        work.record(Change::text(Thing::Setup(field), text), now, effects);
                    }
                }
            }
        }
    }
}

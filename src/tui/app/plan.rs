//! Plan: what is to be lifted in which order; targets, weights and measures are edited in place.

use std::collections::BTreeSet;

use super::{App, Editor, Effect, Overlay, Place, Purpose, Work, moved};
use crate::assessment::{Change, Field, Intent, Measure, Stamp, Thing, Value};
use crate::lang::fill;
use crate::measure::plan::{CAPACITY, FURTHEST, LAST_PIN, Outlook, PlacedStep, Step, ready_targets, simulated};
use crate::measure::{Measured, say};
use crate::order;
use crate::rubric::AreaIx;
use crate::text::Clean;
use crate::tui::keys::Action;

/// The ways to look at a plan, in the order in which the key goes through them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanTab {
    /// Wave by wave, each step with its reason.
    #[default]
    Steps,
    /// Waves as rows, strands as columns.
    Table,
    /// Area by area: level, target, weight.
    Areas,
    /// What each lens asks, and where it stands.
    Lenses,
}

impl PlanTab {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Steps, Self::Table, Self::Areas, Self::Lenses];

    fn next(self) -> Self {
        let place = Self::ALL.iter().position(|t| *t == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

/// The state of the plan screen.
#[derive(Clone, Debug, Default)]
pub struct PlanView {
    /// What is shown.
    pub tab: PlanTab,
    /// The row under the cursor.
    pub cursor: usize,
    /// Steps that are taken as done, for a look at what they would bring.
    pub ticked: BTreeSet<Step>,
    /// Effort points of a wave; `None`: as many as usual.
    pub capacity: Option<u32>,
    /// What the user wants.
    pub intent: Intent,
    /// The plan; `None` until the screen is opened.
    pub outlook: Option<Outlook>,
}

impl PlanView {
    /// Steps with the number of their wave, in order.
    pub fn steps(&self) -> Vec<(usize, &PlacedStep)> {
        let waves = self.outlook.as_ref().map_or(&[][..], Outlook::waves);
        waves.iter().enumerate().flat_map(|(w, wave)| wave.steps.iter().map(move |s| (w + 1, s))).collect()
    }

    /// Who does a step until when.
    pub fn measure(&self, work: &Work, step: Step) -> Measure {
        let key = (work.rubric.area(step.area).id.clone(), step.to);
        self.intent.measures.get(&key).cloned().unwrap_or_default()
    }

    /// The numbers if the ticked steps were done; `None` if none is ticked.
    pub fn if_done(&self, work: &Work) -> Option<Measured> {
        let done: Vec<Step> = self.ticked.iter().copied().collect();
        (!done.is_empty()).then(|| simulated(&work.rubric, &work.replies, &work.measured, &done))
    }

    /// The area under the cursor and, where a step is, that step with its wave.
    pub fn focus(&self) -> Option<(AreaIx, Option<(usize, Step)>)> {
        match self.tab {
            PlanTab::Steps => self.steps().get(self.cursor).map(|(w, s)| (s.step.area, Some((*w, s.step)))),
            PlanTab::Areas => Some((AreaIx(self.cursor), None)),
            PlanTab::Table | PlanTab::Lenses => None,
        }
    }

    fn rows(&self, work: &Work) -> usize {
        match self.tab {
            PlanTab::Steps => self.steps().len(),
            PlanTab::Areas => work.rubric.areas.len(),
            PlanTab::Table => self.outlook.as_ref().map_or(0, |o| o.waves().len()),
            PlanTab::Lenses => work.rubric.lenses.len(),
        }
    }
}

impl App {
    pub(super) fn to_plan(&mut self) {
        self.plan = PlanView { capacity: self.plan.capacity, ..PlanView::default() };
        self.place = Place::Plan;
        self.plan_again();
    }

    /// Plans afresh: something that the plan depends on has changed.
    pub(super) fn plan_again(&mut self) {
        let Some(work) = &self.work else { return };
        let capacity = self.plan.capacity.unwrap_or(CAPACITY);
        let focus = self.plan.focus();
        self.plan.intent = work.assessment.intent();
        let outlook = Outlook::new(&work.rubric, &work.replies, &work.measured, &self.plan.intent, capacity);
        self.plan.outlook = Some(outlook);
        // The cursor stays with its step, wherever that has moved to.
        let same = |(_, s): &(usize, &PlacedStep)| focus.is_some_and(|(_, f)| f.is_some_and(|(_, f)| f == s.step));
        let steps = self.plan.steps();
        let kept = steps.iter().map(|(_, s)| s.step).filter(|s| self.plan.ticked.contains(s));
        let kept: BTreeSet<Step> = order::gathered(kept);
        let found = steps.iter().position(same);
        self.plan.ticked = kept;
        self.plan.cursor = found.unwrap_or(self.plan.cursor).min(self.plan.rows(work).saturating_sub(1));
    }

    pub(super) fn act_plan(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        match action {
            Action::Leave => return self.to_result(),
            Action::Back => return self.to_ask(),
            Action::NextTab => {
                let focus = self.plan.focus();
                self.plan.tab = self.plan.tab.next();
                self.plan.cursor = match (self.plan.tab, focus) {
                    (PlanTab::Areas, Some((area, _))) => area.0,
                    _ => 0,
                };
                return;
            }
            Action::LessCapacity | Action::MoreCapacity => {
                let by = if action == Action::LessCapacity { -1 } else { 1 };
                let now = self.plan.capacity.unwrap_or(CAPACITY);
                self.plan.capacity = Some(now.saturating_add_signed(by).clamp(1, 99));
                return self.plan_again();
            }
            Action::Tick => {
                if let Some((_, Some((_, step)))) = self.plan.focus() {
                    self.tick(step);
                }
                return;
            }
            Action::Owner | Action::Due => return self.edit_measure(action),
            _ => {}
        }
        let (page, rows) = (self.page(), self.plan.rows(work));
        let read_only = work.read_only.as_ref().map(ToString::to_string);
        match (self.change_of(action), &mut self.work) {
            (Some(_), _) if read_only.is_some() => self.message = read_only,
            (Some(change), Some(work)) => {
                let left_out = if let (Thing::Exclude(id), false) = (&change.thing, change.is.is_cleared()) {
                    Some(fill(self.lang.words().plan.left_out, &[id.as_str()]))
                } else {
                    None
                };
                work.record(change, now, effects);
                self.plan_again();
                if self.plan.tab == PlanTab::Steps && left_out.is_some() {
                    self.message = left_out;
                }
            }
            _ => self.plan.cursor = moved(action, self.plan.cursor, rows, page),
        }
    }

    /// A step is taken as done together with those below it, or left with those above it.
    fn tick(&mut self, step: Step) {
        let steps: Vec<Step> = self.plan.steps().iter().map(|(_, s)| s.step).filter(|s| s.area == step.area).collect();
        if self.plan.ticked.contains(&step) {
            self.plan.ticked.retain(|s| s.area != step.area || s.to < step.to);
        } else {
            self.plan.ticked.extend(steps.into_iter().filter(|s| s.to <= step.to));
        }
    }

    /// The change that a key makes to the area or step under the cursor.
    fn change_of(&mut self, action: Action) -> Option<Change> {
        if action == Action::TargetSet {
            return self.next_targets();
        }
        let (area, step) = self.plan.focus()?;
        let work = self.work.as_ref()?;
        let planned = self.plan.outlook.as_ref()?.project.areas.get(area.0)?;
        let id = work.rubric.area(area).id.clone();
        let round = |value: u8| u32::from(value % 5 + 1);
        match (action, step) {
            (Action::TargetUp | Action::TargetDown, _) => {
                let scale = &work.rubric.scale;
                let now = planned.level?;
                let target =
                    if action == Action::TargetUp { planned.target + 1 } else { planned.target.checked_sub(1)? };
                if target > now + FURTHEST && target <= scale.max() {
                    let most = now + FURTHEST;
                    let values = [id.to_string(), now.to_string(), most.to_string()];
                    let template = self.lang.words().plan.target_far;
                    self.message = Some(fill(template, &values.each_ref().map(String::as_str)));
                    return None;
                }
                (now..=scale.max()).contains(&target).then(|| Change::number(Thing::Target(id), Some(target.into())))
            }
            (Action::Importance, _) => Some(Change::number(Thing::Importance(id), Some(round(planned.importance)))),
            (Action::Exclude, _) => Some(Change::flag(Thing::Exclude(id), !planned.excluded)),
            (Action::Effort, Some((_, step))) => {
                Some(Change::number(Thing::Effort(id, step.to), Some(round(planned.effort(step.to)))))
            }
            (Action::Pin, Some((wave, step))) => {
                let is_pinned = self.plan.intent.pins.contains_key(&(id.clone(), step.to));
                Some(Change::number(Thing::Pin(id, step.to), (!is_pinned).then_some(wave as u32)))
            }
            (Action::Left | Action::Right, Some((wave, step))) => {
                let pinned = self.plan.intent.pins.get(&(id.clone(), step.to)).copied().unwrap_or(wave as u32);
                let wave = pinned.saturating_add_signed(if action == Action::Left { -1 } else { 1 });
                Some(Change::number(Thing::Pin(id, step.to), Some(wave.clamp(1, LAST_PIN))))
            }
            (Action::Progress, Some((_, step))) => {
                let mut measure = self.plan.measure(work, step);
                measure.status = measure.status.next();
                Some(Change::new(Thing::Measure(id, step.to), measure.to_value()))
            }
            _ => None,
        }
    }

    /// The next targets for all areas; after the last none of them.
    fn next_targets(&mut self) -> Option<Change> {
        let work = self.work.as_ref()?;
        let offered = ready_targets(&work.rubric, work.peers.as_deref());
        let place = self.plan.intent.ready.as_ref().and_then(|now| offered.iter().position(|ready| ready == now));
        let next = offered.get(place.map_or(0, |p| p + 1));
        self.message = say::peers::about_targets(&work.rubric, work.peers.as_deref(), next, self.lang);
        if offered.is_empty() {
            let none = self.lang.words().plan.no_target_sets;
            self.message.get_or_insert_with(|| none.to_owned());
            return None;
        }
        let value = next.map_or_else(Value::cleared, |ready| Value::text(&ready.to_text()));
        Some(Change::new(Thing::Setup(Field::Targets), value))
    }

    fn edit_measure(&mut self, action: Action) {
        let Some((_, Some((_, step)))) = self.plan.focus() else { return };
        if let Some(why) = self.work.as_ref().and_then(|w| w.read_only.as_ref()) {
            self.message = Some(why.to_string());
            return;
        }
        let purpose = if action == Action::Owner { Purpose::Owner(step) } else { Purpose::Due(step) };
        self.overlay = Editor::new(self, purpose).map(|editor| Overlay::Edit(Box::new(editor)));
    }

    /// Takes what was typed as owner or date of a step.
    pub(super) fn set_measure(&mut self, purpose: &Purpose, text: &str, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let (Purpose::Owner(step) | Purpose::Due(step)) = purpose else { return };
        let before = self.plan.measure(work, *step);
        let text = Clean::line(text);
        let after = match purpose {
            Purpose::Owner(_) => Measure { owner: text, ..before.clone() },
            _ => Measure { due: text, ..before.clone() },
        };
        if after != before {
            let id = work.rubric.area(step.area).id.clone();
            work.record(Change::new(Thing::Measure(id, step.to), after.to_value()), now, effects);
            self.plan_again();
        }
    }
}

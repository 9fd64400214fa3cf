//! Conflicts: what people disagree about, two versions at a time, until somebody settles it.

use super::{App, Editor, Effect, Overlay, Place, Purpose, SetupField, Work, moved};
use crate::assessment::{Change, Event, Evidence, Field, Say, Stamp, Thing, Value};
use crate::lang::{Lang, fill};
use crate::text::Clean;
use crate::tui::keys::Action;

/// The state of the conflict screen.
#[derive(Clone, Debug, Default)]
pub struct ConflictView {
    /// What is being settled; `None` before the screen was first entered.
    pub thing: Option<Thing>,
    /// Place of the left of the two versions in sight.
    pub first: usize,
    /// First line shown of both.
    pub scroll: usize,
    /// Where one goes when all is settled.
    from: Option<Place>,
}

impl ConflictView {
    /// Place of what is being settled among what is in dispute.
    pub fn place(&self, work: &Work) -> Option<usize> {
        let place = work.disputed.iter().position(|thing| Some(thing) == self.thing.as_ref());
        // Somebody else may have settled it.
        place.or((!work.disputed.is_empty()).then_some(0))
    }

    /// What is being settled, and the two versions in sight.
    pub fn pair<'w>(&self, work: &'w Work) -> Option<(&'w Thing, [&'w Event; 2])> {
        let thing = &work.disputed[self.place(work)?];
        let heads = work.assessment.ledger().heads(thing);
        let first = self.first.min(heads.len().checked_sub(2)?);
        Some((thing, [heads[first], heads[first + 1]]))
    }
}

impl App {
    /// To what is in dispute: that thing, else something about the question on screen, else the first.
    pub(super) fn to_conflicts(&mut self, thing: Option<Thing>) {
        let Some(work) = &self.work else { return };
        let here = Some(&work.question().id).filter(|_| self.place == Place::Ask);
        let about_here = || work.disputed.iter().find(|t| here.is_some() && t.question() == here).cloned();
        if work.disputed.is_empty() {
            self.message = Some(self.words().conflict.none.to_owned());
            return;
        }
        let thing = thing.or_else(about_here).or_else(|| work.disputed.first().cloned());
        let from = Some(self.place).filter(|place| *place != Place::Conflict).or(self.conflict.from);
        self.conflict = ConflictView { thing, from, ..ConflictView::default() };
        self.place = Place::Conflict;
    }

    pub(super) fn act_conflict(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &self.work else { return };
        let is_change = matches!(action, Action::TakeFirst | Action::TakeSecond | Action::AnswerAnew);
        if let (true, Some(why)) = (is_change, &work.read_only) {
            self.message = Some(why.to_string());
            return;
        }
        let (place, count) = (self.conflict.place(work).unwrap_or_default(), work.disputed.len());
        let versions = work.disputed.get(place).map_or(0, |thing| work.assessment.ledger().heads(thing).len());
        match action {
            Action::TakeFirst => self.take(0, now, effects),
            Action::TakeSecond => self.take(1, now, effects),
            Action::AnswerAnew => self.answer_anew(),
            Action::Left => self.conflict.first = self.conflict.first.saturating_sub(1),
            Action::Right => self.conflict.first = (self.conflict.first + 1).min(versions.saturating_sub(2)),
            Action::PageUp => self.conflict.scroll = self.conflict.scroll.saturating_sub(5),
            Action::PageDown => self.conflict.scroll += 5,
            Action::Back => self.to_ask(),
            Action::Leave => self.leave_conflicts(),
            action => {
                let thing = work.disputed.get(moved(action, place, count, 1)).cloned();
                let from = self.conflict.from;
                self.conflict = ConflictView { thing, from, ..ConflictView::default() };
            }
        }
    }

    /// One of the two versions in sight is what everybody agrees about from now on.
    fn take(&mut self, which: usize, now: Stamp, effects: &mut Vec<Effect>) {
        let Some(work) = &mut self.work else { return };
        let Some((thing, versions)) = self.conflict.pair(work) else { return };
        let (thing, is) = (thing.clone(), versions[which].is.clone());
        let next = work.disputed.iter().skip_while(|t| **t != thing).nth(1).cloned();
        work.record(Change::new(thing.clone(), is), now, effects);
        if thing == Thing::InUse {
            // The screen still shows the version that it was opened with.
            work.read_only = Some(Clean::line(self.lang.words().upgrade.elsewhere));
        }
        let say = Say { rubric: &work.rubric, lang: self.lang };
        let settled = fill(self.lang.words().conflict.settled, &[&say.thing(&thing)]);
        self.message = Some(settled);
        let next = next.or_else(|| work.disputed.first().cloned());
        let from = self.conflict.from;
        self.conflict = ConflictView { thing: next, from, ..ConflictView::default() };
        if work.disputed.is_empty() {
            self.message = Some(self.words().conflict.all_settled.to_owned());
            self.leave_conflicts();
        }
    }

    /// To where one came from.
    fn leave_conflicts(&mut self) {
        match self.conflict.from {
            Some(Place::Review) | None => self.to_review(),
            Some(place) => {
                self.place = place;
                self.keep_up();
            }
        }
    }

    /// Neither of the versions: to where such a thing is said, with both texts to work with.
    fn answer_anew(&mut self) {
        let Some(work) = &mut self.work else { return };
        let Some((thing, versions)) = self.conflict.pair(work) else { return };
        let thing = thing.clone();
        let both = versions.map(|event| event.is.clone());
        let asked = thing.question().and_then(|q| work.rubric.question_ix(q.as_str())).is_some_and(|q| work.go_to(q));
        work.from_review |= asked;
        let texts =
            |read: fn(&Value) -> Option<String>| both.iter().filter_map(read).collect::<Vec<String>>().join("\n\n");
        let editor = match &thing {
            Thing::Answer(_) | Thing::Confidence(_) | Thing::Mark(_) if asked => {
                self.message = Some(self.words().conflict.say_again.to_owned());
                return self.to_ask();
            }
            Thing::Note(_) if asked => {
                let text = texts(|is| is.as_text().map(|t| t.to_string()));
                Editor::new(self, Purpose::Note).map(|editor| editor.filled(&text))
            }
            Thing::Evidence(_, item) if asked => {
                let text = texts(|is| Evidence::read(is).map(|e| e.text.to_string())).replace("\n\n", " / ");
                Some(Editor::evidence(self, item, &text))
            }
            Thing::Setup(field) if *field != Field::Archived => return self.to_setup_of(*field),
            _ => {
                self.message = Some(self.words().conflict.take_one.to_owned());
                return;
            }
        };
        self.to_ask();
        self.overlay = editor.map(|editor| Overlay::Edit(Box::new(editor)));
    }

    fn to_setup_of(&mut self, field: Field) {
        self.to_setup();
        let row = SetupField::Of(field);
        self.setup.cursor = self.setup_rows().iter().position(|r| *r == row).unwrap_or_default();
    }
}

/// That so many things are in dispute and how to settle them, if any are.
pub(super) fn in_dispute(lang: Lang, count: usize) -> Option<String> {
    let words = &lang.words().conflict;
    match count {
        0 => None,
        1 => Some(words.one_dispute.to_owned()),
        many => Some(fill(words.disputes, &[&many.to_string()])),
    }
}

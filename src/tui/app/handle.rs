//! What an input does: to what lies over the screen, or to the screen.

use super::{App, Effect, Overlay, Place};
use crate::assessment::Stamp;
use crate::tui::key::{Input, Key};
use crate::tui::keys::{Action, action};
use crate::tui::widget::pen::Spot;

impl App {
    /// One input.
    pub fn handle(&mut self, input: Input, now: Stamp) -> Vec<Effect> {
        if let Input::Press(column, row) = input {
            let keys = Spot::pressed(&self.spots, column, row).to_vec();
            return keys.into_iter().flat_map(|key| self.handle(Input::Key(key), now)).collect();
        }
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
            (Some(overlay), Input::Key(key)) => self.over(overlay, key.usual(), now, &mut effects),
            (overlay @ Some(_), Input::Paste(_) | Input::Press(..)) => self.overlay = overlay,
            (None, Input::Press(..)) => {}
            // Outside of a text field a paste answers nothing.
            (None, Input::Paste(_)) => self.message = Some(self.words().ask.paste_refused.to_owned()),
            (None, Input::Key(key)) => {
                let key = key.usual();
                self.message = None;
                match action(self.key_place(), key) {
                    Some(action) => self.act_or_say(action, now, &mut effects),
                    None => self.message = Some(self.no_use(key)),
                }
            }
        }
        effects
    }

    /// Does what a key means. Where it has nothing to work on and does not say so itself, this says it.
    fn act_or_say(&mut self, action: Action, now: Stamp, effects: &mut Vec<Effect>) {
        let is_of_use = self.is_of_use(action);
        let place = self.place;
        self.act(action, now, effects);
        let is_silent = effects.is_empty() && self.message.is_none() && self.overlay.is_none() && self.place == place;
        if !is_of_use && is_silent {
            self.message = Some(self.words().ask.no_use.to_owned());
        }
    }

    /// Why a key that means nothing on this screen does nothing.
    fn no_use(&self, key: Key) -> String {
        let read_only = self.work.as_ref().and_then(|work| work.read_only.as_ref());
        match read_only {
            // Somebody who wants to answer learns that this cannot be answered.
            Some(why) if self.place != Place::Home && action(Place::Ask, key).is_some() => why.to_string(),
            _ => self.words().ask.no_use.to_owned(),
        }
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
                Place::Study => self.act_study(action),
                Place::Agenda => self.act_agenda(action, now, effects),
                Place::Raters => self.act_raters(action, now, effects),
                Place::Room => self.act_room(action, now, effects),
                Place::Cover => self.act_cover(action),
                Place::Ballot => self.act_ballot(action, now, effects),
            },
        }
    }

    /// Back to the list; the assessment stays on disk as it is.
    pub(super) fn to_home(&mut self, effects: &mut Vec<Effect>) {
        // A preview began in the shell and ends there.
        if self.preview.is_some() {
            return effects.push(Effect::Quit);
        }
        self.place = Place::Home;
        effects.push(Effect::List);
    }
}

//! The text fields of a room.

use super::super::{App, Editor, Effect, Overlay, Purpose};
use crate::assessment::{Method, Stamp};
use crate::rubric::Id;

/// What a text of a workshop is typed for.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomField {
    /// How many hands went up for what.
    Hands,
    /// What somebody wants to have said, unsigned.
    Statement,
    /// What is talked about later.
    PutAside,
    /// The level that the room agrees on, and why.
    Agree(Method),
    /// Who votes.
    Joins,
    /// Name and role of a rater.
    Rater(Id),
    /// The self-assessment that is taken in as votes.
    TakeIn,
    /// The minutes that are left of the session.
    SessionLength,
}

impl App {
    /// Opens a field of the room.
    pub(super) fn open_field(&mut self, field: RoomField) {
        self.overlay = Editor::new(self, Purpose::Room(field)).map(|e| Overlay::Edit(Box::new(e)));
    }

    /// What a field of the room begins with.
    pub(in crate::tui::app) fn room_text(&self, field: &RoomField) -> String {
        match field {
            RoomField::Agree(method) => self.agreed_typed(*method),
            RoomField::Rater(rater) => self.rater_typed(rater),
            _ => String::new(),
        }
    }

    /// Leaves a field of the room: what was typed takes effect.
    pub(in crate::tui::app) fn finish_room(
        &mut self,
        field: &RoomField,
        typed: &str,
        changed: bool,
        now: Stamp,
        effects: &mut Vec<Effect>,
    ) {
        let is_blank = typed.is_empty();
        match field {
            RoomField::Agree(method) => self.agreed(*method, typed, now, effects),
            _ if is_blank || !changed => {}
            RoomField::Hands => self.count_hands(typed, now, effects),
            RoomField::Statement | RoomField::PutAside => {
                if let Some(work) = &mut self.work {
                    work.say(*field == RoomField::Statement, typed, now, effects);
                }
                // A statement stands on the screen; what is parked does not.
                self.message = (*field == RoomField::PutAside).then(|| self.words().room.is_parked.to_owned());
            }
            RoomField::Joins => self.join(typed, now, effects),
            RoomField::Rater(rater) => self.rename_rater(rater, typed, now, effects),
            RoomField::TakeIn => effects.push(Effect::TakeIn(typed.to_owned())),
            RoomField::SessionLength => {
                if !self.room.clock.set_session(typed, now) {
                    self.message = Some(self.words().room.bad_minutes.to_owned());
                }
            }
        }
    }
}

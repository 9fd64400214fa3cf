//! Where one goes: on, to what is open, to a question by its name.

use super::turn::Turn;
use super::walk::Walk;
use crate::lang::fill;
use crate::text::clean_line;
use crate::tui::app::jumps;

impl Walk {
    /// To the next question, a rater to the next that is voted on; after the last one to the first that is
    /// open, else to the end.
    pub(super) fn go_on(&mut self, turn: &mut Turn) {
        let is_rater = self.work.voice.is_some();
        let open = self.work.open_places();
        let next =
            if is_rater { open.iter().find(|place| **place > self.work.at).copied() } else { Some(self.work.at + 1) };
        if let Some(next) = next.filter(|next| *next < self.work.asked.len()) {
            self.work.go(next);
            return self.say_question(turn);
        }
        match open.first() {
            None if is_rater => self.ballot_is_full(turn),
            None => turn.ends = true,
            Some(first) => {
                turn.say(fill(self.words().plain.all_gone_through, &[&open.len().to_string()]));
                self.work.go(*first);
                self.say_question(turn);
            }
        }
    }

    pub(super) fn jump(&mut self, text: &str, turn: &mut Turn) {
        match jumps(&self.work, text, self.lang).first() {
            Some(question) => {
                self.work.go_to(*question);
                self.say_question(turn);
            }
            None => turn.say(fill(self.words().ask.jump_none, &[&clean_line(text)])),
        }
    }

    pub(super) fn to_open(&mut self, forward: bool, turn: &mut Turn) {
        match self.work.next_open(forward) {
            Some(place) => {
                self.work.go(place);
                self.say_question(turn);
            }
            None => turn.say(self.words().ask.none_open),
        }
    }
}

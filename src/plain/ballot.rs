//! A room in lines: who votes, and the ballot of one rater, on which no other vote is shown.

use super::say;
use super::turn::{Side, Then, Turn};
use super::walk::Walk;
use crate::assessment::{Answer, Rater, Stamp, Vote, rater};
use crate::lang::fill;
use crate::text::{self, Clean, clean_line};

impl Walk {
    /// Begins as the rater of this name, who joins if nobody knows the name; nobody comes after. A
    /// sentence says why nobody can vote.
    pub fn begin_as(&mut self, name: &str, now: Stamp) -> Result<Turn, String> {
        let mut turn = Turn::default();
        self.sit_down(name.trim(), Then::End, now, &mut turn);
        if self.work.voice.is_some() { Ok(turn) } else { Err(turn.lines.join("\n")) }
    }

    /// Who is here, and who votes now?
    pub(super) fn ask_who(&mut self, turn: &mut Turn) {
        self.side = Side::Door;
        self.work.speak_as(None);
        turn.lines.extend(self.raters_so_far());
        turn.say(self.words().plain.who_votes);
    }

    pub(super) fn raters_so_far(&self) -> Option<String> {
        let names: Vec<String> = self.work.room.here().map(|r| rater(r, self.lang).to_string()).collect();
        let line = || fill(self.words().plain.raters_so_far, &[&names.join(self.words().room.comma)]);
        (!names.is_empty()).then(line)
    }

    /// A line at the door: a name, or nothing to lead.
    pub(super) fn enter(&mut self, line: &str, now: Stamp, turn: &mut Turn) {
        let usual = text::usual_line(line);
        match usual.as_str() {
            "" => self.take_lead(turn),
            "q" => turn.ends = true,
            "L" => {
                self.lang = self.lang.other();
                self.ask_who(turn);
            }
            "?" => self.ask_who(turn),
            number if number.parse::<u64>().is_ok() => self.sit_down(number, Then::Door, now, turn),
            // A name stays as it was typed.
            _ => self.sit_down(line, Then::Door, now, turn),
        }
    }

    /// The rater of a name, of a shown name such as that of a seat, or of a seat's number.
    pub(super) fn rater_meant(&self, name: &str) -> Option<&Rater> {
        let number = name.parse().ok();
        let is_meant = |r: &&Rater| rater(r, self.lang).as_str() == name || (number.is_some() && r.seat == number);
        self.work.room.raters.iter().find(is_meant)
    }

    /// Somebody votes: who is known, else somebody new of this name.
    pub(super) fn sit_down(&mut self, typed: &str, then: Then, now: Stamp, turn: &mut Turn) {
        let known = self.rater_meant(typed).filter(|r| r.is_here).map(|r| r.id.clone());
        let rater = match known {
            Some(rater) => rater,
            // A number would make seats, and a digit at the door is no vote.
            None if typed.parse::<u64>().is_ok() => {
                return turn.say(fill(self.words().plain.name_wanted, &[&clean_line(typed)]));
            }
            None => match self.change(turn, |work, effects| work.join(typed, now, effects)) {
                None => return,
                Some(None) => return turn.say(fill(self.words().plain.name_wanted, &[&clean_line(typed)])),
                Some(Some(joined)) => joined,
            },
        };
        self.side = Side::Rater { then };
        self.work.speak_as(Some(rater));
        self.named = None;
        let open = self.work.open_places();
        // Whoever leads has a question on the table: if it is voted on, it comes first.
        let first = open.iter().find(|place| then == Then::Lead(**place)).or(open.first());
        self.work.go(first.copied().unwrap_or(0));
        turn.say(fill(self.words().plain.ballot_begins, &[&self.voice()]));
        self.say_question(turn);
    }

    /// The name of the rater who votes.
    fn voice(&self) -> Clean {
        let known = self.work.voice.as_ref().and_then(|id| self.work.room.rater(id));
        known.map(|r| rater(r, self.lang)).unwrap_or_default()
    }

    /// Records an answer as a vote and goes on.
    pub(super) fn vote(&mut self, answer: &Answer, now: Stamp, turn: &mut Turn) {
        if matches!(answer, Answer::Level { toward: Some(_), .. }) {
            return turn.say(self.words().room.whole_levels);
        }
        if self.change(turn, |work, effects| work.cast(Some(Vote::of_answer(answer)), now, effects)).is_none() {
            return;
        }
        let said = say::answer(&self.work, answer, self.lang);
        turn.say(fill(self.words().plain.voted, &[self.work.question().id.as_str(), &said]));
        self.go_on(turn);
    }

    pub(super) fn take_vote_back(&mut self, now: Stamp, turn: &mut Turn) {
        if self.work.answer_here().is_none() {
            turn.say(self.words().ask.unanswered);
        } else if self.change(turn, |work, effects| work.cast(None, now, effects)).is_some() {
            self.say_recorded(self.words().plain.cleared, turn);
        }
    }

    /// On how many questions the rater has voted.
    pub(super) fn votes_given(&self) -> String {
        let asked = self.work.asked.len();
        let given = asked - self.work.open_places().len();
        fill(self.words().plain.votes_given, &[&self.voice(), &given.to_string(), &asked.to_string()])
    }

    /// The rater has voted on all there is to vote on.
    pub(super) fn ballot_is_full(&mut self, turn: &mut Turn) {
        let Side::Rater { then } = self.side else { return };
        if then == Then::End {
            turn.ends = true;
            return;
        }
        turn.say(self.votes_given());
        turn.say(self.words().plain.scroll_away);
        match then {
            Then::Lead(place) => {
                self.work.go(place);
                self.take_lead(turn);
            }
            Then::Door | Then::End => self.ask_who(turn),
        }
    }

    /// From now on the room is led.
    pub(super) fn take_lead(&mut self, turn: &mut Turn) {
        self.work.speak_as(None);
        self.side = Side::Lead;
        self.named = None;
        turn.say(self.words().plain.lead_how);
        self.say_question(turn);
    }
}

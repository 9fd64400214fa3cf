//! The walk of an interview: the pad, who is answering, the interviewer's own rating.

use super::say;
use super::turn::Turn;
use super::walk::Walk;
use crate::assessment::{Answer, Change, PadText, Stamp};
use crate::lang::fill;
use crate::rubric::Id;
use crate::text::{Clean, clean_line};
use crate::tui::app::{Typed, read_line};

impl Walk {
    /// A line for the pad. A tag in it assigns it to a question and goes there, as on screen.
    pub(super) fn pad(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let (line, question) = match read_line(&self.work, text) {
            Typed::Blank => return turn.say(self.words().plain.nothing_typed),
            Typed::NoQuestion(tag) => return turn.say(fill(self.words().ask.jump_none, &[&tag])),
            Typed::Tag(question) => (None, Some(question)),
            Typed::Line(line) => {
                let question = line.question.as_ref().and_then(|q| self.work.rubric.question_ix(q.as_str()));
                (Some(line), question)
            }
        };
        if let (Some(line), Some(item)) = (line, self.work.new_item()) {
            if !self.record(Change::pad(item, Some(&line)), now, turn) {
                return;
            }
            let name = line.question.as_ref().map_or(self.words().talk.pad, Id::as_str);
            turn.say(fill(self.words().plain.recorded, &[name, self.words().plain.pad_added]));
        }
        if let Some(question) = question.filter(|q| *q != self.work.question_ix()) {
            self.work.go_to(question);
            self.say_question(turn);
        }
    }

    /// `2 #R3`: the second line of the pad belongs to that question.
    pub(super) fn assign(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let (number, tag) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let place = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let known = place.and_then(|place| self.work.talk.pad.get(place)).cloned();
        match (known, read_line(&self.work, tag)) {
            (None, _) => turn.say(fill(self.words().plain.no_line, &[&clean_line(number)])),
            (Some(known), Typed::Tag(question)) => {
                let id = self.work.rubric.question(question).id.clone();
                let line = PadText { question: Some(id), ..known.line };
                if self.record(Change::pad(known.item, Some(&line)), now, turn) {
                    turn.say(fill(self.words().plain.recorded, &[number, &line.written()]));
                }
            }
            _ => turn.say(fill(self.words().ask.jump_none, &[&clean_line(tag)])),
        }
    }

    /// Who is answering from now on; `-`: nobody in particular.
    pub(super) fn interviewee(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let who = Clean::line(text);
        if self.change(turn, |work, effects| work.interview(&who, now, effects)).is_some() {
            let words = &self.words().talk;
            let who = self.work.talk.interviewee.as_ref();
            turn.say(who.map_or_else(|| words.interviewee_gone.to_owned(), |who| fill(words.interviewee_is, &[who])));
        }
    }

    /// The interviewer's own rating of the question here; it does not go on, because the answer does.
    pub(super) fn rate(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let rating = match text {
            "-" => None,
            text => match self.answer_of(text) {
                Some(rating @ Answer::Level { .. }) => Some(rating),
                _ => return turn.say(self.not_taken(text)),
            },
        };
        if self.change(turn, |work, effects| work.rate(rating.as_ref(), now, effects)).is_some() {
            let said = match &rating {
                Some(rating) => fill(self.words().plain.rating_said, &[&say::answer(&self.work, rating, self.lang())]),
                None => self.words().plain.rating_gone.to_owned(),
            };
            self.say_recorded(&said, turn);
        }
    }
}

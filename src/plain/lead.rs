//! A room in lines: what whoever leads it does, and what the votes come to in text.

use super::commands::Command;
use super::say;
use super::turn::{Then, Turn};
use super::walk::Walk;
use crate::assessment::{Change, Method, Stamp, Thing, rater};
use crate::lang::fill;
use crate::measure::say::room as told;
use crate::rubric::Id;
use crate::text::{clean_line, one_line};
use crate::tui::app::Stage;

/// Columns of the bars.
const BAR: u32 = 20;

impl Walk {
    /// How far the question here is: how many have voted, and after the reveal what they said.
    pub(super) fn say_table(&self, turn: &mut Turn) {
        let (work, words, comma) = (&self.work, &self.words().room, self.words().room.comma);
        let ix = work.question_ix();
        let table = work.room.table(ix);
        let outcome = work.outcome(ix);
        if let (Stage::Revealed, Some(outcome)) = (work.stage(ix), &outcome) {
            turn.lines.extend(self.bars(&outcome.tally.counts));
            turn.say(told::counted(outcome, self.lang).join(comma));
            turn.say(told::judged(outcome, self.lang).join(comma));
            turn.lines.extend(table.agreed.is_none().then(|| told::advice(outcome, self.lang)));
            turn.lines.extend(told::roles(work.question(), table, &work.room.raters, self.lang));
        } else if work.room.here().next().is_none() && work.voted(ix) == 0 {
            turn.say(self.words().plain.raters_so_far_none);
        } else {
            let numbers = [usize::from(table.open_round()), work.voted(ix), work.room.here().count()];
            let numbers = numbers.map(|n| n.to_string());
            turn.say(fill(words.voted, &numbers.each_ref().map(String::as_str)));
        }
        turn.lines.extend(table.agreed.as_ref().map(|a| told::agreed(a, outcome.as_ref(), self.lang).join(comma)));
        turn.lines.extend(outcome.as_ref().and_then(|o| told::dissent(work.question(), table, o, self.lang)));
        turn.lines.extend(table.statements.iter().map(|s| fill(words.statement, &[&one_line(s)])));
    }

    /// `3  ########............  2` for each choice, the lowest first.
    fn bars(&self, counts: &[u32]) -> Vec<String> {
        let labels = say::labels(self.work.question());
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let line = |(label, count): (&String, &u32)| {
            let filled = (count * BAR).div_ceil(most) as usize;
            format!("{label}  {}{}  {count}", "#".repeat(filled), ".".repeat(BAR as usize - filled))
        };
        labels.iter().zip(counts).map(line).collect()
    }

    /// What whoever leads the room does by a letter; false for what everybody can do.
    pub(super) fn lead(&mut self, command: Command, text: &str, now: Stamp, turn: &mut Turn) -> bool {
        let words = self.words();
        let question = self.work.question_ix();
        let stage = self.work.stage(question);
        match command {
            Command::Raters if text.is_empty() => self.list_raters(turn),
            Command::Outline => self.say_agenda(turn),
            Command::NextOpen => self.next_contested(turn),
            Command::Next if self.work.at + 1 == self.work.asked.len() => self.next_contested(turn),
            Command::Reveal if stage == Stage::Ready => turn.say(words.plain.no_votes_yet),
            Command::Reveal if stage == Stage::Revealed => self.say_table(turn),
            Command::Reveal => {
                self.change(turn, |work, effects| work.reveal(now, effects));
                self.say_table(turn);
            }
            Command::RevealAll => {
                let revealed = self.change(turn, |work, effects| work.reveal_all(now, effects));
                if let Some(count) = revealed {
                    let said = fill(words.plain.revealed, &[&count.to_string()]);
                    turn.say(if count == 0 { words.room.none_sealed.to_owned() } else { said });
                }
            }
            Command::VoteAgain if stage != Stage::Revealed => turn.say(words.room.reveal_first),
            Command::VoteAgain if !self.work.may_vote_again() => turn.say(words.room.no_more_rounds),
            Command::VoteAgain => {
                if self.change(turn, |work, effects| work.cover(&[question], now, effects)).is_some() {
                    let round = self.work.room.table(question).open_round();
                    turn.say(fill(words.plain.round_begins, &[&round.to_string()]));
                }
            }
            Command::Agree(_) if matches!(stage, Stage::Voting | Stage::Sealed) => turn.say(words.room.reveal_first),
            Command::Agree(Method::Facilitator) if text.is_empty() => self.ask_for_text(command, turn),
            Command::Agree(method) => self.agree(method, text, now, turn),
            Command::TakeBack => {
                if let Some(was_agreed) = self.change(turn, |work, effects| work.take_back_agreement(now, effects)) {
                    let said = fill(words.plain.taken_back, &[self.work.question().id.as_str()]);
                    turn.say(if was_agreed { said } else { words.plain.nothing_agreed.to_owned() });
                }
            }
            _ => return false,
        }
        true
    }

    /// What whoever leads the room does with a text; false for what everybody can do.
    pub(super) fn lead_with(&mut self, command: Command, text: &str, now: Stamp, turn: &mut Turn) -> bool {
        let words = self.words();
        match command {
            Command::Raters => self.sit_down(text, Then::Lead(self.work.at), now, turn),
            Command::Join => {
                self.change(turn, |work, effects| work.join(text, now, effects));
                turn.lines.extend(self.raters_so_far());
            }
            Command::Leave => self.leave(text, now, turn),
            Command::Hands => match self.work.stage(self.work.question_ix()) {
                Stage::Voting | Stage::Sealed => turn.say(words.room.hands_too_late),
                Stage::Ready | Stage::Revealed => {
                    if let Some(is_counted) = self.change(turn, |work, effects| work.count_hands(text, now, effects)) {
                        if is_counted { self.say_table(turn) } else { turn.say(words.room.bad_hands) }
                    }
                }
            },
            Command::Agree(method) => self.agree(method, text, now, turn),
            Command::Statement | Command::PutAside => {
                let is_statement = command == Command::Statement;
                if self.change(turn, |work, effects| work.say(is_statement, text, now, effects)).is_some() {
                    turn.say(words.plain.kept);
                }
            }
            _ => return false,
        }
        true
    }

    /// Agrees on the level that is typed, else on the low median, else on none.
    fn agree(&mut self, method: Method, text: &str, now: Stamp, turn: &mut Turn) {
        let words = &self.words().room;
        let low_median = self.work.outcome(self.work.question_ix()).and_then(|o| o.low_median());
        let done = self.change(turn, |work, effects| match method {
            Method::Defer => work.settle_on(method, None, text, words, now, effects).map_err(str::to_owned),
            _ if text.is_empty() => work.settle_on(method, low_median, "", words, now, effects).map_err(str::to_owned),
            _ => work.agree_typed(method, text, words, now, effects),
        });
        match done {
            None => {}
            Some(Err(sentence)) => turn.say(sentence),
            Some(Ok(())) => self.say_agreed(turn),
        }
    }

    fn say_agreed(&self, turn: &mut Turn) {
        let (ix, comma) = (self.work.question_ix(), self.words().room.comma);
        let (table, outcome) = (self.work.room.table(ix), self.work.outcome(ix));
        if let Some(agreement) = &table.agreed {
            self.say_recorded(&told::agreed(agreement, outcome.as_ref(), self.lang).join(comma), turn);
        }
        turn.lines.extend(outcome.and_then(|o| told::dissent(self.work.question(), table, &o, self.lang)));
    }

    /// Everybody who ever was in the room, and on how much each has voted.
    fn list_raters(&self, turn: &mut Turn) {
        let words = self.words();
        if self.work.room.raters.is_empty() {
            return turn.say(words.plain.raters_so_far_none);
        }
        for known in &self.work.room.raters {
            let counts = [self.work.voted_by(&known.id), self.work.asked.len()];
            let counts = counts.map(|n| n.to_string());
            let voted = fill(words.room.voted_on, &counts.each_ref().map(String::as_str));
            let role = Some(known.role.to_string()).filter(|role| !role.is_empty());
            let state = if known.is_here { voted } else { words.room.has_left.to_owned() };
            let said: Vec<String> = role.into_iter().chain([state]).collect();
            turn.say(fill(words.plain.rater_line, &[&rater(known, self.lang), &said.join(words.room.comma)]));
        }
    }

    fn leave(&mut self, name: &str, now: Stamp, turn: &mut Turn) {
        let id = self.work.room.rater_named(name);
        let known = self.rater_meant(name).or_else(|| self.work.room.rater(id.as_ref()?));
        let Some(known) = known.cloned() else {
            return turn.say(fill(self.words().plain.no_rater, &[&clean_line(name)]));
        };
        if self.record(Change::flag(Thing::Left(known.id.clone()), known.is_here), now, turn) {
            let words = &self.words().plain;
            let template = if known.is_here { words.left } else { words.joined };
            turn.say(fill(template, &[&rater(&known, self.lang)]));
        }
    }

    /// To the next question that is not agreed, contested ones first.
    fn next_contested(&mut self, turn: &mut Turn) {
        let here = self.work.question_ix();
        let is_open = |q: &crate::rubric::QuestionIx| self.work.room.table(*q).agreed.is_none();
        let open: Vec<_> = self.work.agenda().iter().map(|row| row.question).filter(is_open).collect();
        let after = open.iter().position(|q| *q == here).map_or(0, |place| place + 1);
        match open.get(after).or(open.first()) {
            Some(next) => {
                self.work.go_to(*next);
                self.say_question(turn);
            }
            None => turn.say(self.words().room.all_agreed),
        }
    }

    /// Every question, contested ones first, with how far it is; before them how much the room agrees.
    fn say_agenda(&self, turn: &mut Turn) {
        let (work, words, comma) = (&self.work, &self.words().room, self.words().room.comma);
        if let Some(session) = work.so_far() {
            turn.say(told::classes(session, self.lang));
            turn.say(told::alpha(session, self.lang));
        }
        let here = work.room.here().count();
        for row in work.agenda() {
            let question = work.rubric.question(row.question);
            let name = format!("{} {}", question.id, work.rubric.area(question.area).name.get(self.lang));
            let table = work.room.table(row.question);
            let judged = || row.outcome.as_ref().map_or_else(String::new, |o| told::judged(o, self.lang).join(comma));
            let state = match (&table.agreed, row.stage) {
                (Some(agreed), _) => told::agreed(agreed, row.outcome.as_ref(), self.lang).join(comma),
                (None, Stage::Revealed) => format!("{}{comma}{}", words.to_agree, judged()),
                (None, Stage::Sealed) => words.sealed.to_owned(),
                (None, _) => fill(words.voted_short, &[&work.voted(row.question).to_string(), &here.to_string()]),
            };
            turn.say(fill(self.words().plain.choice, &[&name, &state]));
        }
        turn.lines.extend(work.room.parked.iter().map(|p| {
            let question = p.question.as_ref().map_or_else(String::new, |q: &Id| format!("{q} "));
            fill(self.words().plain.choice, &[words.parked, &format!("{question}{}", one_line(&p.text))])
        }));
    }
}

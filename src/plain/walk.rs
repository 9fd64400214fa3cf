//! The walk itself: a line goes in, sentences and events come out.

use std::sync::Arc;

use super::commands::{BALLOT, COMMANDS, Command, Entry, LEAD, command};
use super::turn::{Side, Turn};
use super::{peers, say};
use crate::assessment::{Answer, Change, Mode, Stamp};
use crate::lang::{Lang, Words, fill};
use crate::measure::cohort::Benchmark;
use crate::report::standing::PeersPart;
use crate::rubric::DimensionIx;
use crate::text::{self, Clean, clean_line};
use crate::tui::app::{MAX_NOTE, Work, answer_with, record_answer};

/// A walk through an open assessment.
pub struct Walk {
    pub(super) work: Work,
    pub(super) lang: Lang,
    pub(super) side: Side,
    /// The command whose text is on the next line.
    pub(super) waits: Option<Command>,
    /// The dimension that was named last.
    pub(super) named: Option<DimensionIx>,
    /// Whether the result was said since the last change.
    pub(super) has_said_result: bool,
}

impl Walk {
    /// Begins where work stopped.
    pub fn new(mut work: Work, lang: Lang) -> Self {
        work.at = work.resume_at().unwrap_or(0);
        let side = if work.is_workshop() { Side::Door } else { Side::Alone };
        Self { work, lang, side, waits: None, named: None, has_said_result: false }
    }

    /// The language that is spoken now.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The file, as it is shown.
    pub fn path(&self) -> &str {
        &self.work.path
    }

    /// What is said last: the result, unless it was said just now. A rater is told the own votes alone.
    pub fn end(&mut self) -> Vec<String> {
        match self.side {
            Side::Rater { .. } => vec![self.votes_given()],
            Side::Door => Vec::new(),
            Side::Alone | Side::Lead if self.has_said_result => Vec::new(),
            Side::Alone | Side::Lead => self.result(),
        }
    }

    pub(super) fn result(&mut self) -> Vec<String> {
        self.has_said_result = true;
        let work = &self.work;
        let held = |b: &Arc<Benchmark>| PeersPart::new(b, &work.rubric, &work.measured, None, self.lang);
        let peers = work.peers.as_ref().map(held).map_or_else(String::new, |part| peers::text(&part, self.lang));
        let result = super::result::with_reasons(&work.rubric, &work.assessment, self.lang);
        vec![String::new(), format!("{result}{peers}")]
    }

    /// What is said first.
    pub fn begin(&mut self) -> Vec<String> {
        let mut turn = Turn::default();
        let words = self.words();
        let counts = self.work.measured.overall.node.counts;
        let answered = fill(words.cli.show_answers, &[&counts.answered().to_string(), &counts.asked.to_string()]);
        turn.say(fill(words.plain.start, &[&self.work.assessment.subject(), &answered, &self.work.path]));
        turn.lines.extend(self.work.read_only.iter().map(ToString::to_string));
        if self.side == Side::Door {
            self.ask_who(&mut turn);
            return turn.lines;
        }
        if counts.unanswered == 0 {
            turn.say(words.ask.none_open);
        }
        turn.say(words.plain.how);
        self.say_question(&mut turn);
        turn.lines
    }

    /// The commands of whoever types.
    pub(super) fn table(&self) -> &'static [Entry] {
        match self.side {
            Side::Alone | Side::Door => COMMANDS,
            Side::Rater { .. } => BALLOT,
            Side::Lead => LEAD,
        }
    }

    /// What comes of a line.
    pub fn take(&mut self, line: &str, now: Stamp) -> Turn {
        let mut turn = Turn::default();
        let line = line.trim();
        if let Some(waiting) = self.waits.take() {
            self.with_text(waiting, line, now, &mut turn);
        } else if self.side == Side::Door {
            self.enter(line, now, &mut turn);
        } else if let Some(answer) = self.answer_of(line).filter(|_| self.side != Side::Lead) {
            self.answer(&answer, now, &mut turn);
        } else {
            match command(self.table(), line) {
                Some((command, text)) => self.act(command, text, now, &mut turn),
                None => turn.say(self.not_taken(line)),
            }
        }
        self.has_said_result &= turn.events.is_empty();
        turn
    }

    /// What comes of a line that is too long to be taken.
    pub fn too_long(&mut self) -> Turn {
        self.waits = None;
        Turn { lines: vec![self.no_room()], ..Turn::default() }
    }

    pub(super) fn words(&self) -> &'static Words {
        self.lang.words()
    }

    pub(super) fn no_room(&self) -> String {
        fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()])
    }

    pub(super) fn not_taken(&self, line: &str) -> String {
        if self.side == Side::Lead {
            return fill(self.words().plain.not_taken_lead, &[&clean_line(line)]);
        }
        let labels = say::labels(self.work.question()).join(self.words().report.comma);
        fill(self.words().plain.not_taken, &[&clean_line(line), &labels])
    }

    /// The answer that a line is, by the number before a choice: `2`, `2+partly`.
    pub(super) fn answer_of(&self, line: &str) -> Option<Answer> {
        let question = self.work.question();
        let line = text::usual_line(line);
        let (label, credit) =
            line.split_once('+').map_or((line.as_str(), None), |(label, credit)| (label, Some(credit.trim())));
        let choice = say::labels(question).iter().position(|l| l == label.trim())?;
        let toward = match credit {
            None => None,
            Some(_) if !question.may_go_toward(choice) => return None,
            Some(credit) => Some(self.work.rubric.credit(credit)?.id.clone()),
        };
        Some(Answer::Level { value: question.choices[choice].value, toward })
    }

    /// Records an answer and goes on.
    fn answer(&mut self, answer: &Answer, now: Stamp, turn: &mut Turn) {
        if self.work.voice.is_some() {
            return self.vote(answer, now, turn);
        }
        let recorded = self.change(turn, |work, effects| match answer {
            Answer::Level { value, toward: None } => {
                let choice = work.question().choice(*value).unwrap_or_default();
                answer_with(work, choice, now, effects);
            }
            answer => record_answer(work, Change::answer(&work.question().id.clone(), Some(answer)), now, effects),
        });
        if recorded.is_none() {
            return;
        }
        self.say_recorded(&say::answer(&self.work, answer, self.lang), turn);
        turn.lines.extend(say::wanted(&self.work, self.lang));
        self.go_on(turn);
    }

    fn act(&mut self, command: Command, text: &str, now: Stamp, turn: &mut Turn) {
        let words = self.words();
        if self.side == Side::Lead && self.lead(command, text, now, turn) {
            return;
        }
        match command {
            Command::Unknown => self.answer(&Answer::Unknown, now, turn),
            Command::NotApplicable if !self.work.question().na_allowed => turn.say(words.ask.na_not_allowed),
            Command::NotApplicable if self.work.voice.is_some() => {
                self.answer(&Answer::NotApplicable { reason: Clean::default() }, now, turn);
            }
            Command::Clear if self.work.voice.is_some() => self.take_vote_back(now, turn),
            Command::ToRoom => self.take_lead(turn),
            Command::PadLines if text.is_empty() => turn.lines.extend(say::pad(&self.work, self.lang)),
            Command::Interviewee | Command::Rate if self.work.assessment.mode() != Mode::Interview => {
                turn.say(words.plain.only_interview);
            }
            command if self.table().iter().any(|e| e.command == command && e.takes.is_some()) => {
                if text.is_empty() {
                    self.ask_for_text(command, turn);
                } else {
                    self.with_text(command, text, now, turn);
                }
            }
            Command::Confidence => self.confidence(now, turn),
            Command::Mark => self.mark(now, turn),
            Command::Clear => self.clear(now, turn),
            Command::Next => self.go_on(turn),
            Command::Back if self.work.at == 0 => turn.say(words.plain.at_first),
            Command::Back => {
                self.work.go(self.work.at - 1);
                self.say_question(turn);
            }
            Command::NextOpen => self.to_open(true, turn),
            Command::PreviousOpen => self.to_open(false, turn),
            Command::Outline => turn.lines.extend(say::outline(&self.work, self.lang)),
            Command::Again => self.say_question(turn),
            Command::WhyItMatters => turn.lines.extend(say::why(&self.work, self.lang)),
            Command::Review => turn.lines.extend(say::review(&self.work, self.lang)),
            Command::History => turn.lines.extend(say::history(&self.work, self.lang)),
            Command::Result => turn.lines.extend(self.result()),
            Command::Undo => self.undo(false, now, turn),
            Command::Redo => self.undo(true, now, turn),
            Command::Language => {
                self.lang = self.lang.other();
                self.named = None;
                self.has_said_result = false;
                self.say_question(turn);
            }
            Command::Help => turn.lines.extend(say::help(&self.work, self.table(), self.side == Side::Lead, self.lang)),
            Command::Quit => turn.ends = true,
            // Of the table of a room, which takes them.
            _ => {}
        }
    }

    pub(super) fn ask_for_text(&mut self, command: Command, turn: &mut Turn) {
        let words = &self.words().plain;
        self.waits = Some(command);
        turn.say(match command {
            Command::Note => words.wants_note,
            Command::Evidence => words.wants_evidence,
            Command::Jump => words.wants_jump,
            Command::Pad => words.wants_pad,
            Command::Interviewee => words.wants_interviewee,
            Command::Rate => words.wants_rating,
            Command::Join => words.wants_rater,
            Command::Leave => words.wants_leaver,
            Command::Hands => words.wants_hands,
            Command::Agree(_) => words.wants_decided,
            Command::Statement | Command::PutAside => words.wants_text,
            _ => words.wants_reason,
        });
    }

    /// A command with the text that it takes.
    fn with_text(&mut self, command: Command, text: &str, now: Stamp, turn: &mut Turn) {
        let words = self.words();
        if text.is_empty() {
            let is_reason = command == Command::NotApplicable;
            return turn.say(if is_reason { words.ask.na_needs_reason } else { words.plain.nothing_typed });
        }
        if self.side == Side::Lead && self.lead_with(command, text, now, turn) {
            return;
        }
        match command {
            Command::Note => self.note(text, now, turn),
            Command::Evidence => self.evidence(text, now, turn),
            Command::Jump => self.jump(text, turn),
            Command::Pad => self.pad(text, now, turn),
            Command::PadLines => self.assign(text, now, turn),
            Command::Interviewee => self.interviewee(text, now, turn),
            Command::Rate => self.rate(text, now, turn),
            _ => self.answer(&Answer::NotApplicable { reason: Clean::block(text) }, now, turn),
        }
    }

    pub(super) fn say_recorded(&self, what: &str, turn: &mut Turn) {
        turn.say(fill(self.words().plain.recorded, &[self.work.question().id.as_str(), what]));
    }

    /// The question here; its dimension only where that is another one than before.
    pub(super) fn say_question(&mut self, turn: &mut Turn) {
        let dimension = self.work.rubric.area(self.work.question().area).dimension;
        let names = self.named.replace(dimension) != Some(dimension);
        let has_labels = self.side != Side::Lead;
        turn.lines.extend(say::question(&self.work, names, has_labels, self.lang));
        if self.side == Side::Lead {
            self.say_table(turn);
        } else {
            turn.lines.extend(say::said(&self.work, self.lang));
        }
    }
}

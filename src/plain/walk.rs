//! The walk itself: a line goes in, sentences and events come out.

use super::commands::{Command, command};
use super::say;
use crate::assessment::{
    Answer, Change, Confidence, Event, Evidence, EvidenceKind, Mode, Stamp, Thing, Value, confidence,
};
use crate::lang::{Lang, Words, fill};
use crate::rubric::{DimensionIx, Id};
use crate::text::{Clean, clean_line};
use crate::tui::app::{Effect, MAX_NOTE, Work, answer_with, jumps, record_answer};

/// What came of a line.
#[derive(Debug, Default, PartialEq)]
pub struct Turn {
    /// What is said.
    pub lines: Vec<String>,
    /// What is to be kept.
    pub events: Vec<Event>,
    /// Whether this was the last line.
    pub ends: bool,
}

impl Turn {
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.lines.push(sentence.into());
    }

    fn keep(&mut self, effects: Vec<Effect>) {
        self.events.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Record(event) => Some(event),
            _ => None,
        }));
    }
}

/// A walk through an open assessment.
pub struct Walk {
    pub(super) work: Work,
    lang: Lang,
    /// The command whose text is on the next line.
    waits: Option<Command>,
    /// The dimension that was named last.
    named: Option<DimensionIx>,
    /// Whether the result was said since the last change.
    has_said_result: bool,
}

impl Walk {
    /// Begins where work stopped.
    pub fn new(mut work: Work, lang: Lang) -> Self {
        work.at = work.assessment.resume_at(&work.rubric, &work.asked).unwrap_or(0);
        Self { work, lang, waits: None, named: None, has_said_result: false }
    }

    /// The language that is spoken now.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The file, as it is shown.
    pub fn path(&self) -> &str {
        &self.work.path
    }

    /// What is said last: the result, unless it was said just now.
    pub fn end(&mut self) -> Vec<String> {
        if self.has_said_result { Vec::new() } else { self.result() }
    }

    fn result(&mut self) -> Vec<String> {
        self.has_said_result = true;
        vec![String::new(), super::result::with_reasons(&self.work.rubric, &self.work.assessment, self.lang)]
    }

    /// What is said first.
    pub fn begin(&mut self) -> Vec<String> {
        let mut turn = Turn::default();
        let words = self.words();
        let counts = self.work.measured.overall.node.counts;
        let answered = fill(words.cli.show_answers, &[&counts.answered().to_string(), &counts.asked.to_string()]);
        turn.say(fill(words.plain.start, &[&self.work.assessment.subject(), &answered, &self.work.path]));
        turn.lines.extend(self.work.read_only.iter().map(ToString::to_string));
        if counts.unanswered == 0 {
            turn.say(words.ask.none_open);
        }
        turn.say(words.plain.how);
        self.say_question(&mut turn);
        turn.lines
    }

    /// What comes of a line.
    pub fn take(&mut self, line: &str, now: Stamp) -> Turn {
        let mut turn = Turn::default();
        let line = line.trim();
        if let Some(waiting) = self.waits.take() {
            self.with_text(waiting, line, now, &mut turn);
        } else if let Some(answer) = self.answer_of(line) {
            self.answer(&answer, now, &mut turn);
        } else {
            match command(line) {
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

    fn no_room(&self) -> String {
        fill(self.words().ask.too_long, &[&(MAX_NOTE >> 10).to_string()])
    }

    pub(super) fn not_taken(&self, line: &str) -> String {
        let labels = say::labels(self.work.question()).join(self.words().report.comma);
        fill(self.words().plain.not_taken, &[&clean_line(line), &labels])
    }

    /// The answer that a line is, by the number before a choice: `2`, `2+partly`.
    pub(super) fn answer_of(&self, line: &str) -> Option<Answer> {
        let question = self.work.question();
        let (label, credit) = line.split_once('+').map_or((line, None), |(label, credit)| (label, Some(credit.trim())));
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
        if self.is_read_only(turn) {
            return;
        }
        let mut effects = Vec::new();
        let question = self.work.question();
        match answer {
            Answer::Level { value, toward: None } => {
                let choice = question.choice(*value).unwrap_or_default();
                answer_with(&mut self.work, choice, now, &mut effects);
            }
            answer => {
                let change = Change::answer(&question.id.clone(), Some(answer));
                record_answer(&mut self.work, change, now, &mut effects);
            }
        }
        turn.keep(effects);
        self.say_recorded(&say::answer(&self.work, answer, self.lang), turn);
        turn.lines.extend(say::wanted(&self.work, self.lang));
        self.go_on(turn);
    }

    /// To the next question; after the last one to the first that is open, else to the end.
    fn go_on(&mut self, turn: &mut Turn) {
        if self.work.at + 1 < self.work.asked.len() {
            self.work.go(self.work.at + 1);
            return self.say_question(turn);
        }
        let open = self.work.assessment.open_places(&self.work.rubric, &self.work.asked);
        match open.first() {
            None => turn.ends = true,
            Some(first) => {
                turn.say(fill(self.words().plain.all_gone_through, &[&open.len().to_string()]));
                self.work.go(*first);
                self.say_question(turn);
            }
        }
    }

    fn act(&mut self, command: Command, text: &str, now: Stamp, turn: &mut Turn) {
        let words = self.words();
        match command {
            Command::Unknown => self.answer(&Answer::Unknown, now, turn),
            Command::NotApplicable if !self.work.question().na_allowed => turn.say(words.ask.na_not_allowed),
            Command::PadLines if text.is_empty() => turn.lines.extend(say::pad(&self.work, self.lang)),
            Command::Interviewee | Command::Rate if self.work.assessment.mode() != Mode::Interview => {
                turn.say(words.plain.only_interview);
            }
            Command::NotApplicable
            | Command::Note
            | Command::Evidence
            | Command::Jump
            | Command::Pad
            | Command::PadLines
            | Command::Interviewee
            | Command::Rate => {
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
            Command::Help => turn.lines.extend(say::help(&self.work, self.lang)),
            Command::Quit => turn.ends = true,
        }
    }

    fn ask_for_text(&mut self, command: Command, turn: &mut Turn) {
        let words = &self.words().plain;
        self.waits = Some(command);
        turn.say(match command {
            Command::Note => words.wants_note,
            Command::Evidence => words.wants_evidence,
            Command::Jump => words.wants_jump,
            Command::Pad => words.wants_pad,
            Command::Interviewee => words.wants_interviewee,
            Command::Rate => words.wants_rating,
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

    fn note(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let note = match self.work.assessment.note(&id) {
            Some(known) => format!("{known}\n{text}"),
            None => text.to_owned(),
        };
        if note.len() > MAX_NOTE {
            return turn.say(self.no_room());
        }
        if self.record(Change::text(Thing::Note(id), &note), now, turn) {
            self.say_recorded(self.words().plain.note_added, turn);
        }
    }

    fn evidence(&mut self, text: &str, now: Stamp, turn: &mut Turn) {
        let named =
            text.split_once([':', '：']).and_then(|(kind, text)| Some((EvidenceKind::parse(kind.trim())?, text)));
        let (kind, text) = named.unwrap_or((EvidenceKind::Document, text));
        let evidence = Evidence { kind, text: Clean::block(text.trim()) };
        // An item is named by the event that makes it, so two people's items never meet.
        let item = Id::new(&self.work.assessment.ledger().next(self.work.author.session).to_string());
        let Some(item) = item.filter(|_| !evidence.text.is_blank()) else {
            return turn.say(self.words().plain.nothing_typed);
        };
        let thing = Thing::Evidence(self.work.question().id.clone(), item);
        if self.record(Change::new(thing, evidence.to_value()), now, turn) {
            self.say_recorded(self.words().plain.evidence_added, turn);
        }
    }

    fn jump(&mut self, text: &str, turn: &mut Turn) {
        match jumps(&self.work, text, self.lang).first() {
            Some(question) => {
                self.work.go_to(*question);
                self.say_question(turn);
            }
            None => turn.say(fill(self.words().ask.jump_none, &[&clean_line(text)])),
        }
    }

    fn confidence(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let next = match self.work.assessment.confidence(&id) {
            None => Some(Confidence::Sure),
            Some(now) => Confidence::ALL.into_iter().skip_while(|c| *c != now).nth(1),
        };
        let is = next.map_or_else(Value::cleared, |c| Value::text(c.as_str()));
        if self.record(Change::new(Thing::Confidence(id), is), now, turn) {
            let word = next.map_or(self.words().plain.confidence_gone, |c| confidence(c, self.lang));
            self.say_recorded(word, turn);
        }
    }

    fn mark(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        let was = self.work.assessment.is_marked(&id);
        let is = if was { Value::cleared() } else { Value::json(&true.into()) };
        if self.record(Change::new(Thing::Mark(id), is), now, turn) {
            let words = &self.words().plain;
            self.say_recorded(if was { words.mark_gone } else { words.mark_set }, turn);
        }
    }

    fn clear(&mut self, now: Stamp, turn: &mut Turn) {
        let id = self.work.question().id.clone();
        if self.work.answer_here().is_none() {
            turn.say(self.words().ask.unanswered);
        } else if self.record(Change::answer(&id, None), now, turn) {
            self.say_recorded(self.words().plain.cleared, turn);
        }
    }

    fn to_open(&mut self, forward: bool, turn: &mut Turn) {
        let open = self.work.assessment.open_places(&self.work.rubric, &self.work.asked);
        let here = self.work.at;
        let place = if forward {
            open.iter().find(|p| **p > here).or(open.first())
        } else {
            open.iter().rev().find(|p| **p < here).or(open.last())
        };
        match place {
            Some(place) => {
                self.work.go(*place);
                self.say_question(turn);
            }
            None => turn.say(self.words().ask.none_open),
        }
    }

    fn undo(&mut self, again: bool, now: Stamp, turn: &mut Turn) {
        let words = &self.words().ask;
        let (assessment, by) = (&self.work.assessment, &self.work.author.by);
        let change = if again { assessment.redo(by) } else { assessment.undo(by) };
        let Some(change) = change else {
            return turn.say(if again { words.nothing_to_redo } else { words.nothing_to_undo });
        };
        let question = change.thing.question().cloned();
        if let (true, Some(question)) = (self.record(change, now, turn), question) {
            turn.say(fill(if again { words.redone } else { words.undone }, &[question.as_str()]));
            let is_elsewhere = question != self.work.question().id;
            if let Some(ix) = self.work.rubric.question_ix(question.as_str()) {
                self.work.go_to(ix);
            }
            if is_elsewhere {
                self.say_question(turn);
            } else {
                turn.lines.extend(say::said(&self.work, self.lang));
            }
        }
    }

    /// Records a change; false if nothing can be recorded, which is then said.
    pub(super) fn record(&mut self, change: Change, now: Stamp, turn: &mut Turn) -> bool {
        if self.is_read_only(turn) {
            return false;
        }
        let mut effects = Vec::new();
        self.work.record(change, now, &mut effects);
        turn.keep(effects);
        true
    }

    fn is_read_only(&self, turn: &mut Turn) -> bool {
        turn.lines.extend(self.work.read_only.iter().map(ToString::to_string));
        self.work.read_only.is_some()
    }

    pub(super) fn say_recorded(&self, what: &str, turn: &mut Turn) {
        turn.say(fill(self.words().plain.recorded, &[self.work.question().id.as_str(), what]));
    }

    /// The question here; its dimension only where that is another one than before.
    pub(super) fn say_question(&mut self, turn: &mut Turn) {
        let dimension = self.work.rubric.area(self.work.question().area).dimension;
        let names = self.named.replace(dimension) != Some(dimension);
        turn.lines.extend(say::question(&self.work, names, self.lang));
    }
}

//! What was said, in words: the same on screen, in lists and in lines.

mod room;
mod step;

use super::interview::speaker_of;
use super::{
    Answer, Called, Confidence, Event, Evidence, EvidenceKind, Field, Measure, MeasureStatus, Method, PadText, Rater,
    ReadyTargets, RubricRef, Stamp, Thing, Value,
};
use crate::lang::{Lang, fill};
use crate::rubric::{Id, Question, Rubric};
use crate::text::{Clean, clean_block, clean_line};

/// Speaks of an assessment of one rubric in one language.
#[derive(Clone, Copy)]
pub struct Say<'r> {
    /// What is asked.
    pub rubric: &'r Rubric,
    /// The language.
    pub lang: Lang,
}

impl Say<'_> {
    /// The name of a thing, such as `R3.1 answer`.
    pub fn thing(&self, thing: &Thing) -> String {
        let words = &self.lang.words().conflict;
        match (thing, thing.question()) {
            (Thing::Setup(field_), _) => fill(words.setup_of, &[field(*field_, self.lang)]),
            (Thing::Rubric(_) | Thing::InUse | Thing::Pad(_) | Thing::Interviewee(_) | Thing::Parked(_), _) => {
                self.kind(thing).to_owned()
            }
            (Thing::Rater(rater) | Thing::Left(rater), _) => format!("{} {rater}", self.kind(thing)),
            (Thing::Vote(_, question, rater), _) => format!("{question} {} {rater}", self.kind(thing)),
            (Thing::Round(number, question), _) => {
                format!("{question} {}", fill(self.lang.words().room.round, &[&number.to_string()]))
            }
            (Thing::Target(area) | Thing::Importance(area) | Thing::Exclude(area), _) => {
                format!("{area} {}", self.kind(thing))
            }
            (Thing::Effort(area, to) | Thing::Pin(area, to) | Thing::Measure(area, to), _) => {
                let step = [area.as_str(), &to.saturating_sub(1).to_string(), &to.to_string()];
                format!("{} {}", fill(self.lang.words().plan.step, &step), self.kind(thing))
            }
            (Thing::Before(question), _) | (_, Some(question)) => format!("{question} {}", self.kind(thing)),
            (_, None) => clean_line(&thing.to_string()).into_owned(),
        }
    }

    /// What kind of thing it is, such as `answer`.
    pub fn kind(&self, thing: &Thing) -> &'static str {
        let (words, ask, plan) = (&self.lang.words().conflict, &self.lang.words().ask, &self.lang.words().plan);
        match thing {
            Thing::Answer(_) => words.answer,
            Thing::Note(_) => ask.note,
            Thing::Evidence(..) => ask.evidence,
            Thing::Confidence(_) => ask.confidence,
            Thing::Mark(_) => ask.marked,
            Thing::Setup(_) => words.setup,
            Thing::Rubric(_) => words.rubric,
            Thing::InUse => words.rubric_version,
            Thing::Target(_) => plan.target,
            Thing::Importance(_) => plan.importance,
            Thing::Effort(..) => plan.effort,
            Thing::Pin(..) => plan.pinned,
            Thing::Exclude(_) => plan.excluded,
            Thing::Measure(..) => plan.measure,
            Thing::Pad(_) => self.lang.words().talk.pad_line,
            Thing::Interviewee(_) => self.lang.words().talk.interviewee,
            Thing::Rating(_) => self.lang.words().talk.rating,
            Thing::Before(_) => self.lang.words().talk.last_time,
            Thing::Rater(_) | Thing::Left(_) => words.rater,
            Thing::Vote(..) => words.vote,
            Thing::Hands(..) => words.hands,
            Thing::Round(..) => words.round,
            Thing::Agreed(_) => words.agreed,
            Thing::Statement(..) => words.statement,
            Thing::Parked(_) => words.parked,
            Thing::Other(_) => words.other,
        }
    }

    /// What a thing was said to be; a value that cannot be read stands as it is stored.
    pub fn value(&self, thing: &Thing, value: &Value) -> String {
        let words = &self.lang.words().conflict;
        if value.is_cleared() {
            return words.cleared.to_owned();
        }
        let text = || value.as_text();
        let said = match thing {
            Thing::Answer(question) | Thing::Rating(question) | Thing::Before(question) => {
                self.question(question).and_then(|q| self.stored(q, value))
            }
            Thing::Pad(_) => PadText::read(value).map(|line| line.written()),
            Thing::Note(_) | Thing::Interviewee(_) => text().map(|t| t.to_string()),
            Thing::Evidence(..) => Evidence::read(value).map(|e| {
                let kind = evidence_kind(e.kind, self.lang);
                fill(words.evidence_item, &[kind, &e.text])
            }),
            Thing::Confidence(_) => {
                text().and_then(|t| Confidence::parse(&t)).map(|c| confidence(c, self.lang).to_owned())
            }
            Thing::Mark(_) | Thing::Exclude(_) | Thing::Setup(Field::Archived) => {
                (value.as_json() == "true").then(|| words.yes.to_owned())
            }
            Thing::Setup(of) => text().map(|t| self.field_value(*of, &t)),
            Thing::Rubric(_) => Some(words.rubric.to_owned()),
            Thing::InUse => RubricRef::read(value).map(|r| r.version.to_string()),
            thing if thing.is_of_room() => self.of_room(thing, value),
            Thing::Pin(..) => {
                value.parse().as_u64().map(|wave| fill(self.lang.words().plan.wave, &[&wave.to_string()]))
            }
            Thing::Measure(..) => Measure::read(value).map(|m| self.measure(&m)),
            // Plain numbers, and what nobody here knows.
            _ => None,
        };
        said.unwrap_or_else(|| clean_block(value.as_json()).into_owned())
    }

    /// Owner, date and status of a step, without those that say nothing.
    fn measure(&self, measure: &Measure) -> String {
        let (words, status) = (&self.lang.words().plan, measure.status);
        let status = match status {
            MeasureStatus::Open => words.open,
            MeasureStatus::Doing => words.doing,
            MeasureStatus::Done => words.done,
        };
        let parts = [measure.owner.as_str(), &measure.due, status];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(self.lang.words().store.comma)
    }

    /// The sentence of the level that was chosen, if a level was.
    pub fn anchor(&self, thing: &Thing, value: &Value) -> Option<&Clean> {
        let Thing::Answer(question) = thing else { return None };
        let question = self.question(question)?;
        match Answer::read(value, self.rubric, question).ok()? {
            Answer::Level { value, .. } => Some(question.choices[question.choice(value)?].text.get(self.lang)),
            Answer::Unknown | Answer::NotApplicable { .. } => None,
        }
    }

    fn question(&self, id: &Id) -> Option<&Question> {
        self.rubric.question_ix(id.as_str()).map(|ix| self.rubric.question(ix))
    }

    /// A stored answer, and who gave it if it says so.
    fn stored(&self, question: &Question, value: &Value) -> Option<String> {
        let answer = self.answer(&Answer::read(value, self.rubric, question).ok()?);
        let talk = &self.lang.words().talk;
        Some(speaker_of(value).map_or_else(|| answer.clone(), |who| fill(talk.answer_said_by, &[&answer, &who])))
    }

    /// An answer in a few words, such as `level 3, partly toward the next`.
    pub fn answer(&self, answer: &Answer) -> String {
        let (words, ask) = (&self.lang.words().conflict, &self.lang.words().ask);
        match answer {
            Answer::Unknown => words.unknown.to_owned(),
            Answer::NotApplicable { reason } => fill(ask.not_applicable, &[reason]),
            Answer::Level { value, toward: None } => fill(ask.level, &[&value.to_string()]),
            Answer::Level { value, toward: Some(toward) } => {
                let level = fill(ask.level, &[&value.to_string()]);
                fill(words.level_toward, &[&level, credit(toward, self.lang)])
            }
        }
    }

    /// What a field of the setup holds, in words.
    pub fn field_value(&self, field: Field, stored: &str) -> String {
        let words = &self.lang.words().fields;
        let word = match (field, stored) {
            (Field::Mode, "self") => words.mode_self,
            (Field::Mode, "workshop") => words.mode_workshop,
            (Field::Mode, "interview") => words.mode_interview,
            (Field::Depth, "quick") => words.depth_quick,
            (Field::Depth, "full") => words.depth_full,
            (Field::Size, "") => words.not_said,
            (Field::Size, "small") => words.size_small,
            (Field::Size, "medium") => words.size_medium,
            (Field::Size, "large") => words.size_large,
            (Field::Profile, "") => words.profile_equal,
            (Field::Targets, "") => words.targets_default,
            (Field::Targets, stored) => return self.targets(&ReadyTargets::read(&Clean::line(stored))),
            (Field::Profile, id) => {
                let profile = self.rubric.profile(id);
                return profile.map_or_else(|| clean_line(id).into_owned(), |p| p.name.get(self.lang).to_string());
            }
            (_, text) => return clean_line(text).into_owned(),
        };
        word.to_owned()
    }

    /// The name of targets that are chosen together; of some that the rubric does not know, their id.
    pub fn targets(&self, ready: &ReadyTargets) -> String {
        match ready {
            ReadyTargets::UpperQuartile(_) => self.lang.words().fields.targets_quartile.to_owned(),
            ReadyTargets::Rubric(id) => {
                let set = self.rubric.target_set(id);
                set.map_or_else(|| id.to_string(), |set| set.name.get(self.lang).to_string())
            }
        }
    }
}

/// The name of a field of the setup.
pub fn field(field: Field, lang: Lang) -> &'static str {
    let words = &lang.words().fields;
    match field {
        Field::Subject => words.subject,
        Field::Unit => words.unit,
        Field::Site => words.site,
        Field::Sector => words.sector,
        Field::Size => words.size,
        Field::Mode => words.mode,
        Field::Depth => words.depth,
        Field::Profile => words.profile,
        Field::Targets => words.targets,
        Field::Assessor => words.assessor,
        Field::Archived => words.archived,
    }
}

/// The word for a kind of evidence.
pub fn evidence_kind(kind: EvidenceKind, lang: Lang) -> &'static str {
    let words = &lang.words().ask;
    match kind {
        EvidenceKind::Statement => words.evidence_statement,
        EvidenceKind::Document => words.evidence_document,
        EvidenceKind::Record => words.evidence_record,
    }
}

/// The word for how sure an answer is.
pub fn confidence(confidence: Confidence, lang: Lang) -> &'static str {
    let words = &lang.words().ask;
    match confidence {
        Confidence::Sure => words.sure,
        Confidence::Likely => words.likely,
        Confidence::Guess => words.guess,
    }
}

/// The word for a credit; one that a rubric names itself is its own word.
pub fn credit(id: &Id, lang: Lang) -> &str {
    let words = &lang.words().ask;
    match id.as_str() {
        "partly" => words.partly,
        "mostly" => words.mostly,
        other => other,
    }
}

/// The word for how a room came to its level.
pub fn method(method: Method, lang: Lang) -> &'static str {
    let words = &lang.words().room;
    match method {
        Method::Consensus => words.consensus,
        Method::LowMedian => words.by_low_median,
        Method::Facilitator => words.facilitator,
        Method::Defer => words.deferred,
    }
}

/// What a rater is called: the name, else the number of the seat, else the id.
pub fn rater(rater: &Rater, lang: Lang) -> Clean {
    let called = Called { name: rater.name.clone(), role: rater.role.clone(), seat: rater.seat };
    Clean::line(&room::name_of(&called, &rater.id, lang))
}

/// Who recorded an event, or that nobody said.
pub fn author(event: &Event, lang: Lang) -> Clean {
    let by = event.author();
    if by.is_blank() { Clean::line(lang.words().conflict.nobody) } else { by }
}

/// `2026-11-21 10:12`, as the clock on the wall said.
pub fn moment(at: Stamp) -> String {
    format!("{} {}", at.date(), at.time())
}

/// That so many disagreements wait for an answer, if any do.
pub fn unsettled(conflicts: usize, lang: Lang) -> Option<String> {
    let words = &lang.words().conflict;
    match conflicts {
        0 => None,
        1 => Some(words.unsettled_one.to_owned()),
        many => Some(fill(words.unsettled, &[&many.to_string()])),
    }
}

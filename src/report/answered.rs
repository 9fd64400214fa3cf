//! Every asked question with what was said about it.

use std::collections::HashMap;

use super::Names;
use crate::assessment::{
    Again, Answer, Assessment, Confidence, Conflict, Event, EvidenceKind, PadLine, Room, Say, Thing, author, moment,
};
use crate::lang::{Lang, fill};
use crate::measure::room::standing;
use crate::measure::{Reply, say};
use crate::rubric::{Id, Question, QuestionIx, Rubric};
use crate::text::Clean;

/// What was said about a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing.
    Open,
    /// That it is not known.
    Unknown,
    /// That it does not apply, for this reason.
    NotApplicable(Clean),
    /// A choice.
    Rated {
        /// Its value.
        level: f64,
        /// The credit claimed.
        toward: Option<Id>,
        /// The sentence that was chosen.
        meaning: String,
        /// The value with its credit: what enters the score.
        value: f64,
    },
}

/// A question with what was said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question's place in the rubric.
    pub question: QuestionIx,
    /// Its id.
    pub id: Id,
    /// Its text.
    pub text: String,
    /// The answer.
    pub said: Said,
    /// The note.
    pub note: Option<Clean>,
    /// Items of evidence, oldest first.
    pub evidence: Vec<(EvidenceKind, Clean)>,
    /// How sure the answer is.
    pub confidence: Option<Confidence>,
    /// Who gave the answer, if that was said.
    pub speaker: Option<Clean>,
    /// The interviewer's own rating.
    pub rating: Option<Answer>,
    /// What was said last time, once something is said now.
    pub last_time: Option<Again>,
    /// Lines of the pad that belong to it, oldest first.
    pub pad: Vec<PadLine>,
    /// Marked for review.
    pub marked: bool,
    /// What people say of it side by side where they disagree, each with author and time.
    pub versions: Vec<String>,
    /// A level that wants evidence and has none.
    pub unsupported: bool,
}

/// Every question of the assessment's depth, in the rubric's order.
pub(super) fn all(rubric: &Rubric, assessment: &Assessment, names: Names, lang: Lang) -> Vec<Answered> {
    let mut versions: HashMap<Id, Vec<String>> = HashMap::new();
    for conflict in assessment.conflicts(rubric) {
        if let Some(question) = conflict.thing.question() {
            let say = Say { rubric, lang };
            let said = self::versions(&say, &conflict, names);
            let said = match conflict.thing {
                Thing::Answer(_) => said,
                other => format!("{}{}{said}", say.kind(other), lang.words().report.colon),
            };
            versions.entry(question.clone()).or_default().push(said);
        }
    }
    let (room, pad) = (assessment.room(rubric), assessment.pad());
    let one = |ix| {
        let versions = versions.remove(&rubric.question(ix).id).unwrap_or_default();
        Answered { versions, ..one(rubric, assessment, (&room, &pad), ix, lang) }
    };
    rubric.asked(assessment.depth()).map(one).collect()
}

/// What is said side by side of one thing, each with who said it and when; what is shown first.
pub(super) fn versions(say: &Say, conflict: &Conflict, names: Names) -> String {
    let words = &say.lang.words().report;
    let version = |event: &&Event| {
        let said = say.value(conflict.thing, &event.is);
        let at = moment(event.at);
        match names {
            Names::LeftOut => fill(words.version, &[&said, &at]),
            Names::Shown => fill(words.version_by, &[&said, &author(event, say.lang), &at]),
        }
    };
    conflict.heads.iter().map(version).collect::<Vec<_>>().join(words.semicolon)
}

fn one(
    rubric: &Rubric,
    assessment: &Assessment,
    (room, pad): (&Room, &[PadLine]),
    ix: QuestionIx,
    lang: Lang,
) -> Answered {
    let question = rubric.question(ix);
    let said = match standing(rubric, question, room.table(ix)) {
        Some(reply) => of_room(rubric, ix, reply, lang),
        None => of_answer(rubric, ix, assessment.answer(rubric, question), lang),
    };
    let evidence = assessment.evidence(&question.id);
    Answered {
        question: ix,
        id: question.id.clone(),
        text: question.text.get(lang).to_string(),
        unsupported: is_unsupported(rubric, assessment, question, &said),
        said,
        note: assessment.note(&question.id),
        evidence: evidence.into_iter().map(|(_, e)| (e.kind, e.text)).collect(),
        confidence: assessment.confidence(&question.id),
        speaker: assessment.speaker(&question.id),
        rating: assessment.rating(rubric, question),
        last_time: assessment.last_time(rubric, question),
        pad: pad.iter().filter(|line| line.line.question.as_ref() == Some(&question.id)).cloned().collect(),
        marked: assessment.is_marked(&question.id),
        versions: Vec::new(),
    }
}

fn of_answer(rubric: &Rubric, ix: QuestionIx, answer: Option<Answer>, lang: Lang) -> Said {
    match answer {
        None => Said::Open,
        Some(Answer::Unknown) => Said::Unknown,
        Some(Answer::NotApplicable { reason }) => Said::NotApplicable(reason),
        Some(answer) => rated(rubric, ix, &answer, lang),
    }
}

/// What the room agreed on, or what its votes come to.
fn of_room(rubric: &Rubric, ix: QuestionIx, reply: Reply, lang: Lang) -> Said {
    match reply {
        Reply::Rated { k, .. } => rated(rubric, ix, &Answer::Level { value: k, toward: None }, lang),
        Reply::Unknown => Said::Unknown,
        Reply::NotApplicable => Said::NotApplicable(Clean::line(lang.words().room.most_na)),
        Reply::Unanswered | Reply::NotAsked => Said::Open,
    }
}

/// Whether a level is claimed that wants evidence, and nothing supports it.
fn is_unsupported(rubric: &Rubric, assessment: &Assessment, question: &Question, said: &Said) -> bool {
    let wants = matches!(said, Said::Rated { level, .. } if rubric.wants_evidence(question, *level));
    wants && !assessment.is_supported(&question.id)
}

fn rated(rubric: &Rubric, ix: QuestionIx, answer: &Answer, lang: Lang) -> Said {
    let Answer::Level { value, toward } = answer else { return Said::Open };
    let question = rubric.question(ix);
    let meaning = question.choice(*value).map_or_else(String::new, |c| question.choices[c].text.get(lang).to_string());
    Said::Rated { level: *value, toward: toward.clone(), meaning, value: *value + answer.credit(rubric) }
}

impl Answered {
    /// Whether people disagree about it.
    pub fn is_disputed(&self) -> bool {
        !self.versions.is_empty()
    }

    /// The answer in a few words: `3`, `3, toward 4: partly`, `don't know`.
    pub fn short(&self, rubric: &Rubric, lang: Lang) -> String {
        let words = &lang.words().report;
        match &self.said {
            Said::Open => words.open.to_owned(),
            Said::Unknown => words.unknown.to_owned(),
            Said::NotApplicable(_) => words.not_applicable.to_owned(),
            Said::Rated { level, toward: None, .. } => say::value(*level),
            Said::Rated { level, toward: Some(credit), .. } => {
                let toward = fill(words.toward, &[&self.next(rubric, *level), say::credit(credit, lang)]);
                format!("{}{}{toward}", say::value(*level), words.comma)
            }
        }
    }

    /// The value of the choice above `level`.
    fn next(&self, rubric: &Rubric, level: f64) -> String {
        let question = rubric.question(self.question);
        let next = question.choice(level).and_then(|c| question.choices.get(c + 1));
        next.map_or_else(String::new, |c| say::value(c.value))
    }

    /// What stands behind the answer: the sentence chosen, or why the question does not apply.
    pub fn meaning(&self) -> &str {
        match &self.said {
            Said::Rated { meaning, .. } => meaning,
            Said::NotApplicable(reason) => reason,
            Said::Open | Said::Unknown => "",
        }
    }

    /// What an interview and an earlier assessment add to it, each with its name.
    pub fn beside(&self, rubric: &Rubric, names: Names, lang: Lang) -> Vec<(&'static str, String)> {
        let words = &lang.words().talk;
        let say = Say { rubric, lang };
        let speaker = self.speaker.as_ref().filter(|_| names == Names::Shown);
        let again = self.last_time.as_ref().map(|again| {
            let date = again.at.map(|at| format!("{} ", at.date())).unwrap_or_default();
            (words.last_time, format!("{date}{}", say.answer(&again.answer)))
        });
        let pad = self.pad.iter().map(|line| (words.pad, format!("{} {}", moment(line.at), line.line.text)));
        let speaker = speaker.map(|who| (words.said_by, who.to_string()));
        let rating = self.rating.as_ref().map(|rating| (words.rating, say.answer(rating)));
        speaker.into_iter().chain(rating).chain(again).chain(pad).collect()
    }

    /// The value that enters the score.
    pub fn value(&self) -> Option<f64> {
        match self.said {
            Said::Rated { value, .. } => Some(value),
            _ => None,
        }
    }

    /// What asks for attention, in words.
    pub fn flags(&self, lang: Lang) -> Vec<&'static str> {
        let words = &lang.words().report;
        // What people disagree about is told right after it, so that flag comes last.
        let flags =
            [(self.marked, words.marked), (self.unsupported, words.unsupported), (self.is_disputed(), words.conflict)];
        flags.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
    }
}

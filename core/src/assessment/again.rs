//! Re-assessment: what was said last time travels along, and is shown only after the new answer.

use serde_json::{Value as Json, json};

use super::{Answer, Assessment, Change, Stamp, Thing, Value};
use crate::rubric::{Id, Question, Rubric};

/// The member that says when the answer of last time was given.
const AT: &str = "at";

/// What was said last time about a question that is answered now.
#[derive(Clone, Debug, PartialEq)]
pub struct Again {
    /// What was said.
    pub answer: Answer,
    /// When.
    pub at: Option<Stamp>,
    /// Whether something else is said now.
    pub has_moved: bool,
}

impl Assessment {
    /// What was said last time; nothing as long as the question is open, so that nobody leans on it.
    pub fn last_time(&self, rubric: &Rubric, question: &Question) -> Option<Again> {
        let now = self.answer(rubric, question)?;
        let stored = &self.ledger().shown(&Thing::Before(question.id.clone()))?.is;
        let answer = Answer::read(stored, rubric, question).ok()?;
        let at = stored.parse().get(AT).and_then(Json::as_str).and_then(Stamp::parse);
        Some(Again { has_moved: answer != now, answer, at })
    }
}

/// What a new assessment by `new` is to know of an earlier one: its answers, as far as they mean the
/// same in both rubrics.
pub fn carried_over(earlier: &Assessment, old: &Rubric, new: &Rubric) -> Vec<Change> {
    let answers: Vec<(Id, Id, Answer)> = if old.version == new.version {
        let same = |q: &Question| Some((q.id.clone(), q.id.clone(), earlier.answer(old, q)?));
        old.questions.iter().filter_map(same).collect()
    } else {
        let mut carried = Vec::new();
        for step in earlier.upgrade(old, new).unwrap_or_default() {
            let Some((from, _)) = step.before.first() else { continue };
            for (question, proposal) in step.mapped.new.iter().zip(&step.proposals) {
                carried.extend(proposal.clone().map(|a| (from.clone(), new.question(*question).id.clone(), a)));
            }
        }
        carried
    };
    let change = |(from, to, answer): (Id, Id, Answer)| {
        let Json::Object(mut members) = answer.to_value().parse() else { return None };
        let at = earlier.ledger().shown(&Thing::Answer(from))?.at;
        members.insert(AT.to_owned(), json!(at.to_string()));
        Some(Change::new(Thing::Before(to), Value::json(&Json::Object(members))))
    };
    answers.into_iter().filter_map(change).collect()
}

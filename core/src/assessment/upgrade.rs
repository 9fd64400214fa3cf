//! From the answers of one rubric version to those of a later one. Nothing happens until the
//! changes are recorded; the rubric in use is itself an event, so the fold decides, never the
//! order in which sessions stand in a file.

use serde_json::json;

use super::{Answer, Assessment, Change, RubricRef, Thing, Value};
use crate::rubric::upgrade::{Fate, Mapped};
use crate::rubric::{Id, Rubric};
use crate::text::Clean;

/// What becomes of one question, or of one that is no longer asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What happened to it.
    pub mapped: Mapped,
    /// The answers that it had, by old id.
    pub before: Vec<(Id, Answer)>,
    /// The answer to each new question that the old ones come to; `None`: to be asked again.
    pub proposals: Vec<Option<Answer>>,
    /// Whether the proposals are taken; else the questions are asked again.
    pub takes: bool,
}

impl Step {
    /// Whether a person has something to decide.
    pub fn is_open(&self) -> bool {
        self.mapped.fate != Fate::Same && self.proposals.iter().any(Option::is_some)
    }
}

impl RubricRef {
    /// The reference as an event holds it.
    pub fn to_value(&self) -> Value {
        Value::json(&json!({ "id": self.id.as_str(), "version": self.version.as_str(), "sha256": &*self.sha256 }))
    }

    /// Reads what an event holds.
    pub fn read(value: &Value) -> Option<Self> {
        let value = value.parse();
        let text = |name: &str| value.get(name)?.as_str();
        let sha256 = text("sha256").filter(|s| s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit()))?;
        Some(Self { id: Id::new(text("id")?)?, version: Clean::line(text("version")?), sha256: sha256.into() })
    }
}

impl Assessment {
    /// The rubric that the answers are in: the one of the header until an upgrade says otherwise.
    pub fn rubric_in_use(&self) -> RubricRef {
        let said = self.ledger.shown(&Thing::InUse).and_then(|e| RubricRef::read(&e.is));
        said.filter(|r| r.id == self.rubric.id).unwrap_or_else(|| self.rubric.clone())
    }

    /// What an upgrade from `old` to `new` makes of every question; `None` if there is no way.
    pub fn upgrade(&self, old: &Rubric, new: &Rubric) -> Option<Vec<Step>> {
        Some(new.fates(old)?.into_iter().map(|mapped| self.step(old, new, mapped)).collect())
    }

    fn step(&self, old: &Rubric, new: &Rubric, mapped: Mapped) -> Step {
        let answer = |id: &Id| {
            let question = old.question(old.question_ix(id.as_str())?);
            Some((id.clone(), self.answer(old, question)?))
        };
        let before: Vec<(Id, Answer)> = mapped.old.iter().filter_map(answer).collect();
        // Where one of several answers is missing, what they come to is not known.
        let carried = (before.len() == mapped.old.len()).then(|| carried(&mapped, &before)).flatten();
        let fits = |question: &crate::rubric::QuestionIx| {
            let value = carried.as_ref()?.to_value();
            Answer::read(&value, new, new.question(*question)).ok()
        };
        let proposals = mapped.new.iter().map(fits).collect();
        Step { mapped, before, proposals, takes: true }
    }

    /// The changes of a confirmed upgrade: answers first, then the rubric that they are in.
    pub fn upgrade_changes(&self, new: &Rubric, reference: &RubricRef, steps: &[Step]) -> Vec<Change> {
        let mut changes = Vec::new();
        for step in steps {
            for (question, proposal) in step.mapped.new.iter().zip(&step.proposals) {
                let id = &new.question(*question).id;
                let answer = proposal.as_ref().filter(|_| step.takes);
                let change = Change::answer(id, answer).said_by(&self.speaker_of(&step.before));
                let stored = self.ledger.shown(&change.thing).map(|e| &e.is);
                if stored.map_or(!change.is.is_cleared(), |is| *is != change.is) {
                    changes.push(change);
                }
            }
        }
        changes.push(Change::new(Thing::InUse, reference.to_value()));
        changes
    }
}

impl Assessment {
    /// Who gave these answers; blank if that was not one person.
    fn speaker_of(&self, answers: &[(Id, Answer)]) -> Clean {
        let mut speakers = answers.iter().map(|(question, _)| self.speaker(question));
        let first = speakers.next().flatten();
        first.filter(|who| speakers.all(|other| other.as_ref() == Some(who))).unwrap_or_default()
    }
}

/// What the old answers come to. One that is no level, or that keeps its scale and its question,
/// is carried as it is; credit toward a level that means something else is not.
fn carried(mapped: &Mapped, before: &[(Id, Answer)]) -> Option<Answer> {
    if let ([(_, answer)], Fate::Same | Fate::Reworded | Fate::Split) = (before, &mapped.fate) {
        return Some(answer.clone());
    }
    if let [(_, answer @ (Answer::Unknown | Answer::NotApplicable { .. }))] = before {
        return Some(answer.clone());
    }
    let value = |(_, answer): &(Id, Answer)| match answer {
        Answer::Level { value, .. } => Some(*value),
        Answer::Unknown | Answer::NotApplicable { .. } => None,
    };
    let values = before.iter().map(value).collect::<Option<Vec<f64>>>()?;
    Some(Answer::Level { value: mapped.carried(&values)?, toward: None })
}

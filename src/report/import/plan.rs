//! What a file says, held against what an assessment says.

use std::collections::{HashMap, HashSet};

use super::Import;
use crate::assessment::{Answer, Assessment, Change, Confidence, Evidence, Thing, Value};
use crate::rubric::{Id, QuestionIx, Rubric};

/// Something that would be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What the file says. A new item of evidence has no name of its own yet.
    pub change: Change,
    /// What is said of it otherwise: by the assessment, or by the file itself.
    pub here: Option<Value>,
}

impl Planned {
    /// The change that records it; `item` names a new item of evidence.
    pub(super) fn change(&self, item: Id) -> Change {
        let change = self.change.clone().imported();
        match change.thing {
            Thing::Evidence(question, _) => Change { thing: Thing::Evidence(question, item), ..change },
            _ => change,
        }
    }
}

/// Sorts what a file says into new, known and different. Of several things that the file says
/// of the same thing the first counts as what it says; the others stand beside it.
pub(super) fn plan(said: Vec<Change>, rubric: &Rubric, assessment: &Assessment) -> Import {
    let mut import = Import::default();
    let mut planned: HashMap<Thing, Value> = HashMap::new();
    let mut outside: HashSet<QuestionIx> = HashSet::new();
    for change in said {
        let before = planned.get(&change.thing).filter(|_| !matches!(change.thing, Thing::Evidence(..))).cloned();
        let known = known(&change, rubric, assessment);
        if known == Known::Same && !(before.is_some() && change.is.is_cleared()) {
            import.same += 1;
            continue;
        }
        let asked = change.thing.question().and_then(|id| rubric.question_ix(id.as_str()));
        outside.extend(asked.filter(|q| rubric.question(*q).depth > assessment.depth()));
        planned.entry(change.thing.clone()).or_insert_with(|| change.is.clone());
        match (before, known) {
            (Some(before), _) => import.further.push(Planned { change, here: Some(before) }),
            (None, Known::Other(here)) => import.conflicts.push(Planned { change, here: Some(here) }),
            (None, _) => import.fresh.push(Planned { change, here: None }),
        }
    }
    import.outside = outside.len();
    import
}

/// What an assessment says about the same thing.
#[derive(Debug, PartialEq)]
enum Known {
    Nothing,
    Same,
    Other(Value),
}

fn known(change: &Change, rubric: &Rubric, assessment: &Assessment) -> Known {
    let is_same = |said: &Value| means(&change.thing, said, rubric) == means(&change.thing, &change.is, rubric);
    // Items never disagree: another one is one more.
    if let (Thing::Evidence(question, _), Some(evidence)) = (&change.thing, Evidence::read(&change.is)) {
        let is_known = assessment.evidence(question).iter().any(|(_, known)| *known == evidence);
        return if is_known { Known::Same } else { Known::Nothing };
    }
    // Two notes that stand side by side are shown as one, which may be what comes back.
    if let Thing::Note(question) = &change.thing
        && assessment.note(question).is_some_and(|note| Some(note) == change.is.as_text())
    {
        return Known::Same;
    }
    let heads = assessment.ledger().heads(&change.thing);
    let says_nothing = change.is.is_cleared() && heads.iter().all(|e| e.is.is_cleared());
    if says_nothing || heads.iter().any(|e| is_same(&e.is)) {
        return Known::Same;
    }
    let said = heads.iter().find(|e| !e.is.is_cleared());
    said.map_or(Known::Nothing, |e| Known::Other(e.is.clone()))
}

/// What a stored value means, however it is written; `None` is no value of this thing.
#[derive(Debug, PartialEq)]
enum Meaning {
    Nothing,
    Answer(Answer),
    Text(crate::text::Clean),
    Confidence(Confidence),
    Evidence(Evidence),
    Json(serde_json::Value),
}

fn means(thing: &Thing, is: &Value, rubric: &Rubric) -> Option<Meaning> {
    if is.is_cleared() {
        return Some(Meaning::Nothing);
    }
    match thing {
        Thing::Answer(id) => {
            let question = rubric.question(rubric.question_ix(id.as_str())?);
            Answer::read(is, rubric, question).ok().map(Meaning::Answer)
        }
        Thing::Note(_) => is.as_text().map(Meaning::Text),
        Thing::Evidence(..) => Evidence::read(is).map(Meaning::Evidence),
        Thing::Confidence(_) => Confidence::parse(&is.as_text()?).map(Meaning::Confidence),
        _ => Some(Meaning::Json(is.parse())),
    }
}

/// Whether a value makes sense of a thing.
pub(super) fn is_readable(change: &Change, rubric: &Rubric) -> bool {
    means(&change.thing, &change.is, rubric).is_some()
}

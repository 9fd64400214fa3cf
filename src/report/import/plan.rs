//! What a file says, held against what an assessment says.

use super::Import;
use super::row::Entry;
use crate::assessment::{Answer, Assessment, Change, Confidence, Event, Evidence, Thing, Value};
use crate::lang::Lang;
use crate::measure::say;
use crate::report::findings::in_words;
use crate::rubric::{Id, Question, QuestionIx, Rubric};
use crate::text::Clean;

/// One thing that can be said about a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// The answer.
    Answer(Answer),
    /// The note.
    Note(Clean),
    /// One item of evidence.
    Evidence(Evidence),
    /// How sure the answer is.
    Confidence(Confidence),
    /// Marked for review.
    Mark,
}

/// Something that would be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// About which question.
    pub question: QuestionIx,
    /// Its id.
    pub id: Id,
    /// What the file says.
    pub item: Item,
    /// What the assessment says, if it says something else.
    pub here: Option<Item>,
}

impl Planned {
    /// The change that records it; `item` names a new item of evidence.
    pub(super) fn change(&self, item: Id) -> Change {
        let id = self.id.clone();
        let change = match &self.item {
            Item::Answer(answer) => Change::answer(&id, Some(answer)),
            Item::Note(note) => Change::text(Thing::Note(id), note),
            Item::Evidence(evidence) => Change::new(Thing::Evidence(id, item), evidence.to_value()),
            Item::Confidence(confidence) => Change::new(Thing::Confidence(id), Value::text(confidence.as_str())),
            Item::Mark => Change::new(Thing::Mark(id), Value::json(&true.into())),
        };
        change.imported()
    }
}

/// Sorts what a file says into new, known and different.
pub(super) fn plan(entries: &[Entry], rubric: &Rubric, assessment: &Assessment) -> Import {
    let mut import = Import::default();
    let depth = assessment.depth();
    for entry in entries {
        let question = rubric.question(entry.question);
        let mut is_new = false;
        for item in &entry.items {
            let planned =
                |here| Planned { question: entry.question, id: question.id.clone(), item: item.clone(), here };
            let known = known(item, question, rubric, assessment);
            is_new |= known != Known::Same;
            match known {
                Known::Same => import.same += 1,
                Known::Nothing => import.fresh.push(planned(None)),
                Known::Other(here) => import.conflicts.push(planned(Some(here))),
            }
        }
        import.outside += usize::from(is_new && question.depth > depth);
    }
    import
}

/// What an assessment says about the same thing.
#[derive(Debug, PartialEq)]
enum Known {
    Nothing,
    Same,
    Other(Item),
}

fn known(item: &Item, question: &Question, rubric: &Rubric, assessment: &Assessment) -> Known {
    let heads = |thing: Thing| assessment.ledger().heads(&thing).into_iter().filter(|e| !e.is.is_cleared());
    let id = question.id.clone();
    let said: Vec<Item> = match item {
        Item::Answer(_) => {
            let read = |e: &Event| Answer::read(&e.is, rubric, question).ok().map(Item::Answer);
            heads(Thing::Answer(id)).filter_map(read).collect()
        }
        // Two notes that stand side by side are shown as one, which may be what comes back.
        Item::Note(_) => {
            let shown = assessment.note(&id).map(Item::Note);
            let each = heads(Thing::Note(id)).filter_map(|e| e.is.as_text()).map(Item::Note);
            shown.into_iter().chain(each).collect()
        }
        Item::Evidence(evidence) => {
            // Items never disagree: another one is one more.
            let is_known = assessment.evidence(&id).iter().any(|(_, known)| known == evidence);
            is_known.then(|| item.clone()).into_iter().collect()
        }
        Item::Confidence(_) => {
            let read = |e: &Event| Confidence::parse(&e.is.as_text()?).map(Item::Confidence);
            heads(Thing::Confidence(id)).filter_map(read).collect()
        }
        Item::Mark => assessment.is_marked(&id).then_some(Item::Mark).into_iter().collect(),
    };
    if said.contains(item) { Known::Same } else { said.into_iter().next().map_or(Known::Nothing, Known::Other) }
}

impl Item {
    /// In a few words.
    pub(super) fn words(&self, rubric: &Rubric, lang: Lang) -> String {
        let w = &lang.words().report;
        match self {
            Self::Answer(answer) => in_words(rubric, answer, lang),
            Self::Note(note) => note.to_string(),
            Self::Evidence(e) => format!("{}{}{}", say::evidence_kind(e.kind, lang), w.colon, e.text),
            Self::Confidence(confidence) => say::confidence(*confidence, lang).to_owned(),
            Self::Mark => w.marked.to_owned(),
        }
    }
}

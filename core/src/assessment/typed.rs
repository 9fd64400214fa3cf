//! What was typed, to the letter: for programs. People see it cleaned.
//!
//! Whoever prints it must escape what could command a terminal, as JSON is printed here.

use super::{Assessment, Evidence, EvidenceKind, Field, Thing, Value};
use crate::rubric::Id;

impl Value {
    /// The text, if it is one and not blank, to the letter.
    fn typed(&self) -> Option<String> {
        self.as_text()?;
        serde_json::from_str(self.as_json()).ok()
    }

    /// A member of it that is a text, to the letter.
    fn typed_member(&self, name: &str) -> Option<String> {
        self.parse().get(name)?.as_str().map(str::to_owned)
    }
}

impl Assessment {
    /// [`Assessment::setup`] to the letter.
    pub fn typed_setup(&self, field: Field) -> Option<String> {
        self.ledger().shown(&Thing::Setup(field))?.is.typed()
    }

    /// [`Assessment::note`] to the letter.
    pub fn typed_note(&self, question: &Id) -> Option<String> {
        let heads = self.ledger().heads(&Thing::Note(question.clone()));
        let notes: Vec<String> = heads.iter().filter_map(|e| e.is.typed()).collect();
        (!notes.is_empty()).then(|| notes.join("\n\n"))
    }

    /// Why a question does not apply, to the letter.
    pub fn typed_reason(&self, question: &Id) -> Option<String> {
        self.ledger().shown(&Thing::Answer(question.clone()))?.is.typed_member("na")
    }

    /// [`Assessment::evidence`] to the letter, without the names of the items.
    pub fn typed_evidence(&self, question: &Id) -> Vec<(EvidenceKind, String)> {
        let typed = |(item, evidence): (Id, Evidence)| {
            let event = self.ledger().shown(&Thing::Evidence(question.clone(), item));
            let text = event.and_then(|e| e.is.typed_member("text"));
            (evidence.kind, text.unwrap_or_else(|| evidence.text.to_string()))
        };
        self.evidence(question).into_iter().map(typed).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::{Assessment, AssessmentId, Author, Change, Header, RubricRef, Session, Stamp, Thing};
    use crate::rubric::Id;
    use crate::text::Clean;

    #[test]
    fn what_is_cleaned_for_people_is_there_to_the_letter() {
        let id = Id::new("q").unwrap();
        let session = Session::parse("typed").unwrap();
        let mut assessment = Assessment::new(&Header {
            assessment: AssessmentId::from_random([0; 16]),
            session,
            rubric: RubricRef { id: id.clone(), version: Clean::default(), sha256: "".into() },
            created: Stamp::parse("2026-11-21T10:12:05.120+08:00").unwrap(),
        });
        let author = Author { session, by: "".into() };
        let note = "a\u{202e}b\u{1b}[2J\tc";
        let at = assessment.created;
        assessment.record(&author, at, Change::text(Thing::Note(id.clone()), note));
        assert_eq!(assessment.typed_note(&id).as_deref(), Some(note));
        assert_ne!(assessment.note(&id).unwrap().as_str(), note);
        assessment.record(&author, at, Change::text(Thing::Note(id.clone()), " "));
        assert_eq!(assessment.typed_note(&id), None);
    }
}

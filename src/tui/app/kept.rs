//! What screens show of an open assessment beyond its numbers: computed when one first asks, kept
//! until something changes.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::room::{AgendaRow, agenda, so_far};
use super::work::Work;
use crate::lang::Lang;
use crate::measure::plan::target_scores;
use crate::measure::room::{Session, session};
use crate::measure::{Explanation, Fragility, Subject, explain, fragility};
use crate::rubric::{DimensionIx, QuestionIx};
use crate::text::{self, Clean};
use crate::tui::last::Last;
use crate::tui::widget::radar;

/// A line of the outline.
#[derive(Clone, Copy)]
pub enum OutlineLine {
    /// A dimension, over its questions.
    Dimension(DimensionIx),
    /// A question with its place among those that are asked.
    Question(usize, QuestionIx),
}

/// What the lines of choices depend on: the question, the language, the columns.
type Wrapped = (QuestionIx, Lang, usize);

/// The lines that the text of each choice takes.
pub type ChoiceLines = Vec<Vec<String>>;

/// Everything that is kept. Nothing in it is brought up to date: whatever changes the assessment or
/// its rubric puts an empty one in its place.
#[derive(Default)]
pub struct Kept {
    agenda: OnceCell<Vec<AgendaRow>>,
    outline: OnceCell<Vec<OutlineLine>>,
    session: OnceCell<Session>,
    so_far: OnceCell<Option<Session>>,
    targets: OnceCell<Vec<Option<f64>>>,
    fragility: RefCell<Vec<(Subject, Option<Fragility>)>>,
    explained: Last<Subject, Rc<Explanation>>,
    note: Last<QuestionIx, Option<Clean>>,
    radar: radar::Kept,
    choices: Last<Wrapped, Rc<ChoiceLines>>,
}

impl Work {
    /// Takes over what screens have asked of the same assessment as it was shown before, if nothing has
    /// changed since: a file is shown as it stands, and then opened.
    pub(super) fn take_over(&mut self, shown: Self) {
        let is_alike = self.assessment.ledger().events() == shown.assessment.ledger().events();
        if is_alike && Arc::ptr_eq(&self.rubric, &shown.rubric) {
            self.kept = shown.kept;
        }
    }

    /// All questions that are asked, in the order in which a room should talk about them.
    pub fn agenda(&self) -> &[AgendaRow] {
        self.kept.agenda.get_or_init(|| agenda(self))
    }

    /// The questions that are asked, each dimension's under its name.
    pub fn outline(&self) -> &[OutlineLine] {
        self.kept.outline.get_or_init(|| {
            let mut lines = Vec::with_capacity(self.asked.len() + self.rubric.dimensions.len());
            let mut current = None;
            for (place, question) in self.asked.iter().enumerate() {
                let dimension = self.rubric.area(self.rubric.question(*question).area).dimension;
                if current.replace(dimension) != Some(dimension) {
                    lines.push(OutlineLine::Dimension(dimension));
                }
                lines.push(OutlineLine::Question(place, *question));
            }
            lines
        })
    }

    /// What a room's votes on all questions come to.
    pub fn session(&self) -> &Session {
        self.kept.session.get_or_init(|| session(&self.rubric, &self.room))
    }

    /// How much the room agrees over the questions that may be seen; `None` before any may.
    pub fn so_far(&self) -> Option<&Session> {
        self.kept.so_far.get_or_init(|| so_far(self, self.agenda())).as_ref()
    }

    /// The score that each dimension is to reach, where one is set.
    pub fn targets(&self) -> &[Option<f64>] {
        self.kept.targets.get_or_init(|| target_scores(&self.rubric, &self.measured, &self.assessment.intent()))
    }

    /// Which single answers decide the level of a number.
    pub fn fragility(&self, subject: Subject) -> Option<Fragility> {
        let known = self.kept.fragility.borrow().iter().find(|(of, _)| *of == subject).map(|(_, found)| found.clone());
        known.unwrap_or_else(|| {
            let found = fragility(&self.rubric, &self.replies, &self.measured, subject);
            self.kept.fragility.borrow_mut().push((subject, found.clone()));
            found
        })
    }

    /// The arithmetic of a number.
    pub fn explanation(&self, subject: Subject) -> Rc<Explanation> {
        let explained = |of: &Subject| Rc::new(explain(&self.rubric, &self.replies, &self.measured, *of));
        self.kept.explained.get(subject, explained)
    }

    /// The radar that was drawn last.
    pub fn kept_radar(&self) -> &radar::Kept {
        &self.kept.radar
    }

    /// The choices of the question on screen, wrapped.
    pub fn choice_lines(&self, lang: Lang, columns: usize) -> Rc<ChoiceLines> {
        let wrapped = |text: &str| text::wrap(text, columns).into_iter().map(str::to_owned).collect();
        let lines = || self.question().choices.iter().map(|choice| wrapped(choice.text.get(lang))).collect();
        self.kept.choices.get((self.question_ix(), lang, columns), |_| Rc::new(lines()))
    }

    /// The note on the question on screen.
    pub fn note_here(&self) -> Option<Clean> {
        self.kept.note.get(self.question_ix(), |here| self.assessment.note(&self.rubric.question(*here).id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{
        Assessment, AssessmentId, Author, Change, Field, Header, RubricRef, Session, Stamp, Thing,
    };
    use crate::rubric::{Rubric, SHIPPED};

    #[test]
    fn only_what_was_asked_of_the_same_state_is_taken_over() {
        let rubric: Arc<Rubric> = Arc::new(SHIPPED[0].read().unwrap());
        let session = Session::parse("a").unwrap();
        let author = Author { session, by: "li".into() };
        let now = Stamp { unix_ms: 0, offset_minutes: 0 };
        let mut assessment = Assessment::new(&Header {
            assessment: AssessmentId::from_random([1; 16]),
            session,
            rubric: RubricRef { id: rubric.id.clone(), version: Clean::default(), sha256: "".into() },
            created: now,
        });
        let work = |assessment: &Assessment| {
            Work::new(Arc::clone(&rubric), assessment.clone(), author.clone(), Clean::default())
        };
        let shown = work(&assessment);
        let asked = shown.explanation(Subject::Overall);
        let mut opened = work(&assessment);
        opened.take_over(shown);
        assert!(Rc::ptr_eq(&opened.explanation(Subject::Overall), &asked));
        assessment.record(&author, now, Change::text(Thing::Setup(Field::Subject), "Harbour"));
        let mut changed = work(&assessment);
        changed.take_over(opened);
        assert!(!Rc::ptr_eq(&changed.explanation(Subject::Overall), &asked));
    }
}

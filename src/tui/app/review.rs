//! Review: what is still open or should be looked at again.

use super::{App, Place, Work, moved};
use crate::assessment::Answer;
use crate::measure::{Contradiction, contradictions};
use crate::rubric::QuestionIx;
use crate::tui::keys::Action;

/// A list of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Nothing was said.
    Unanswered,
    /// Asked and not known.
    Unknown,
    /// Does not apply.
    NotApplicable,
    /// Marked for review.
    Marked,
    /// A high level that nothing supports.
    Unsupported,
    /// Two people's answers disagree.
    Conflict,
    /// A level whose prerequisite is not met.
    Contradiction,
}

impl Section {
    /// All sections in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::Unanswered,
        Self::Unknown,
        Self::NotApplicable,
        Self::Marked,
        Self::Unsupported,
        Self::Conflict,
        Self::Contradiction,
    ];
}

/// One line of the review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// Its list.
    pub section: Section,
    /// The question that Enter goes to.
    pub question: QuestionIx,
    /// The broken rule, for a contradiction.
    pub broken: Option<Contradiction>,
}

/// The state of the review screen.
#[derive(Clone, Debug, Default)]
pub struct ReviewView {
    /// The lines.
    pub findings: Vec<Finding>,
    /// Place of the cursor among them.
    pub cursor: usize,
}

/// Every line of the review, section by section.
fn findings(work: &Work) -> Vec<Finding> {
    let (rubric, assessment) = (&work.rubric, &work.assessment);
    let in_section = |section: Section, question: QuestionIx| {
        let q = rubric.question(question);
        let answer = assessment.answer(rubric, q);
        match section {
            Section::Unanswered => answer.is_none(),
            Section::Unknown => answer == Some(Answer::Unknown),
            Section::NotApplicable => matches!(answer, Some(Answer::NotApplicable { .. })),
            Section::Marked => assessment.is_marked(&q.id),
            Section::Unsupported => {
                matches!(answer, Some(Answer::Level { value, .. }) if rubric.wants_evidence(q, value))
                    && !assessment.is_supported(&q.id)
            }
            Section::Conflict => assessment.has_conflict(&q.id),
            Section::Contradiction => false,
        }
    };
    let listed = Section::ALL.iter().flat_map(|section| {
        let questions = work.asked.iter().filter(|q| in_section(*section, **q));
        questions.map(|q| Finding { section: *section, question: *q, broken: None }).collect::<Vec<_>>()
    });
    let broken = contradictions(rubric, &work.measured).into_iter().filter_map(|c| {
        let asked = |q: &&QuestionIx| rubric.question(**q).area == c.prerequisite.area;
        let question = *work.asked.iter().find(asked)?;
        Some(Finding { section: Section::Contradiction, question, broken: Some(c) })
    });
    listed.chain(broken).collect()
}

impl App {
    /// To the review, with the cursor where it was.
    pub(super) fn to_review(&mut self) {
        let Some(work) = &mut self.work else { return };
        work.from_review = false;
        self.review.findings = findings(work);
        self.review.cursor = self.review.cursor.min(self.review.findings.len().saturating_sub(1));
        self.place = Place::Review;
    }

    pub(super) fn act_review(&mut self, action: Action) {
        match action {
            Action::Enter => {
                let finding = self.review.findings.get(self.review.cursor).copied();
                match (finding, &mut self.work) {
                    (Some(finding), Some(work)) => {
                        work.go_to(finding.question);
                        work.from_review = true;
                        self.place = Place::Ask;
                    }
                    // Nothing is left to look at: on to the result.
                    _ => self.to_result(),
                }
            }
            Action::Back | Action::Leave => self.to_ask(),
            action => {
                let (page, len) = (self.page(), self.review.findings.len());
                self.review.cursor = moved(action, self.review.cursor, len, page);
            }
        }
    }
}

//! Review: what is still open or should be looked at again.

use super::{App, Place, Work, moved};
use crate::assessment::Thing;
use crate::measure::{Contradiction, Reply, contradictions};
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
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its list.
    pub section: Section,
    /// What Enter goes to.
    pub about: About,
}

/// What a line of the review is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A question.
    Question(QuestionIx),
    /// A question whose answer breaks a rule.
    Broken(QuestionIx, Contradiction),
    /// Something that people disagree about.
    Dispute(Thing),
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
pub fn findings(work: &Work) -> Vec<Finding> {
    let (rubric, assessment) = (&work.rubric, &work.assessment);
    let in_section = |section: Section, question: QuestionIx| {
        let q = rubric.question(question);
        let reply = work.replies[question.0];
        match section {
            Section::Unanswered => reply == Reply::Unanswered,
            Section::Unknown => reply == Reply::Unknown,
            Section::NotApplicable => reply == Reply::NotApplicable,
            Section::Marked => assessment.is_marked(&q.id),
            Section::Unsupported => {
                matches!(reply, Reply::Rated { k, .. } if rubric.wants_evidence(q, k))
                    && !assessment.is_supported(&q.id)
            }
            Section::Conflict | Section::Contradiction => false,
        }
    };
    let finding = |section: Section, about: About| Finding { section, about };
    let listed = Section::ALL.iter().flat_map(|section| {
        let questions = work.asked.iter().filter(|q| in_section(*section, **q));
        questions.map(|q| finding(*section, About::Question(*q))).collect::<Vec<_>>()
    });
    let disputed = work.disputed.iter().map(|thing| finding(Section::Conflict, About::Dispute(thing.clone())));
    let broken = contradictions(rubric, &work.measured).into_iter().filter_map(|c| {
        let asked = |q: &&QuestionIx| rubric.question(**q).area == c.prerequisite.area;
        let question = *work.asked.iter().find(asked)?;
        Some(finding(Section::Contradiction, About::Broken(question, c)))
    });
    listed.chain(disputed).chain(broken).collect()
}

impl App {
    /// To the review, with the cursor where it was.
    pub(super) fn to_review(&mut self) {
        let Some(work) = &mut self.work else { return };
        work.from_review = false;
        self.place = Place::Review;
        self.review_again();
    }

    /// Looks for what is still open afresh; the cursor stays with its line, where that is still there.
    pub(super) fn review_again(&mut self) {
        let Some(work) = &self.work else { return };
        let here = self.review.findings.get(self.review.cursor).cloned();
        self.review.findings = findings(work);
        let found = self.review.findings.iter().position(|finding| Some(finding) == here.as_ref());
        let last = self.review.findings.len().saturating_sub(1);
        self.review.cursor = found.unwrap_or(self.review.cursor).min(last);
    }

    pub(super) fn act_review(&mut self, action: Action) {
        match action {
            Action::Enter => {
                let about = self.review.findings.get(self.review.cursor).map(|finding| finding.about.clone());
                match (about, &mut self.work) {
                    (Some(About::Dispute(thing)), _) => self.to_conflicts(Some(thing)),
                    (Some(About::Question(question) | About::Broken(question, _)), Some(work)) => {
                        work.go_to(question);
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

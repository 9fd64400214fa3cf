//! Where work stands: which questions are open and where to go on.

use super::Assessment;
use crate::rubric::{QuestionIx, Rubric};

impl Assessment {
    /// Whether nothing was said about a question yet.
    pub fn is_open(&self, rubric: &Rubric, question: QuestionIx) -> bool {
        self.answer(rubric, rubric.question(question)).is_none()
    }

    /// Places in `asked` of the questions that are open.
    pub fn open_places(&self, rubric: &Rubric, asked: &[QuestionIx]) -> Vec<usize> {
        (0..asked.len()).filter(|place| self.is_open(rubric, asked[*place])).collect()
    }

    /// Where work goes on of these open places in `asked`: at the question touched last if it is open (a note
    /// without an answer), else at the first open one after it, else at the first open one; `None` if nothing is.
    pub fn resume_at(&self, rubric: &Rubric, asked: &[QuestionIx], open: &[usize]) -> Option<usize> {
        let last = self.last_touched(rubric).and_then(|q| asked.iter().position(|a| *a == q));
        let after = last.and_then(|last| open.iter().find(|place| **place >= last));
        after.or(open.first()).copied()
    }
}

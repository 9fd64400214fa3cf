//! Changes that a room is made of: joining, voting, taking in somebody's self-assessment.

use super::{Room, Vote, rater_id};
use crate::assessment::{Assessment, Change};
use crate::rubric::{Id, QuestionIx, Rubric};

impl Room {
    /// The id of the rater whom a name or an id means; somebody new gets the id of that name.
    /// `None` for a name of nothing but blanks.
    pub fn rater_named(&self, name: &str) -> Option<Id> {
        let name = name.trim();
        let is_meant = |r: &&super::Rater| r.id.as_str() == name || r.name.as_str() == name;
        self.raters.iter().find(is_meant).map(|r| r.id.clone()).or_else(|| rater_id(name))
    }

    /// What makes somebody a rater of this room; nothing if the rater is known by this name and role.
    pub fn joining(&self, id: &Id, name: &str, role: Option<&str>) -> Option<Change> {
        let known = self.rater(id);
        if role.is_none() && known.is_some_and(|r| !r.name.is_blank() || r.seat.is_some()) {
            return None;
        }
        let role = role.map_or_else(|| known.map(|r| r.role.to_string()).unwrap_or_default(), |r| r.trim().to_owned());
        let name =
            known.map(|r| r.name.to_string()).filter(|n| !n.is_empty()).unwrap_or_else(|| name.trim().to_owned());
        let is_same = known.is_some_and(|r| r.name.as_str() == name && r.role.as_str() == role);
        (!is_same).then(|| Change::rater(id, &name, &role, known.and_then(|r| r.seat)))
    }

    /// What makes a rater vote so in the round that is open; nothing if that is said already.
    pub fn voting(&self, rubric: &Rubric, question: QuestionIx, rater: &Id, vote: Vote) -> Option<Change> {
        let table = self.table(question);
        let number = table.open_round();
        let known = table.round(number).and_then(|round| round.vote(rater));
        (known != Some(vote)).then(|| Change::vote(number, &rubric.question(question).id, rater, Some(vote)))
    }

    /// The answers of somebody's self-assessment as votes in the rounds that are open. Questions
    /// that this rubric does not ask, and answers that are no votes on them, are left out.
    pub fn taking_in(&self, rubric: &Rubric, rater: &Id, theirs: &Rubric, said: &Assessment) -> Vec<Change> {
        let vote = |question: &crate::rubric::Question| {
            let ix = rubric.question_ix(question.id.as_str())?;
            let vote = Vote::of_answer(&said.answer(theirs, question)?);
            // Held against this rubric, whose version may differ.
            let vote = Vote::read(&vote.to_value(), rubric.question(ix))?;
            self.voting(rubric, ix, rater, vote)
        };
        theirs.questions.iter().filter_map(vote).collect()
    }
}

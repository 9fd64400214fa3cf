//! The answers as the formulas want them: one reply per question of the rubric.

use super::room::overlaid;
use crate::assessment::{Answer, Assessment, Mode, Thing};
use crate::rubric::{Depth, EvidencePolicy, Kind, Question, Rubric};

/// What a question contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reply {
    /// A rating.
    Rated {
        /// The choice with its credit: x in methods.
        x: f64,
        /// The choice alone: k in methods.
        k: f64,
    },
    /// Does not apply.
    NotApplicable,
    /// Asked and not known; missing for every formula.
    Unknown,
    /// Not answered; missing for every formula.
    Unanswered,
    /// Not part of the assessment's depth.
    NotAsked,
}

/// The replies of an assessment, in the order of the rubric's questions: what the room says,
/// if there is one, else the answers.
pub fn replies(rubric: &Rubric, assessment: &Assessment) -> Vec<Reply> {
    let answers: Vec<_> = rubric.questions.iter().map(|q| assessment.answer(rubric, q)).collect();
    overlaid(rubric, &assessment.room(rubric), replies_to(rubric, assessment.depth(), &answers))
}

/// The same from answers that were read already, one per question of the rubric.
pub fn replies_to(rubric: &Rubric, depth: Depth, answers: &[Option<Answer>]) -> Vec<Reply> {
    let reply = |(question, answer): (&Question, &Option<Answer>)| {
        if question.depth > depth {
            return Reply::NotAsked;
        }
        match answer {
            None => Reply::Unanswered,
            Some(Answer::Unknown) => Reply::Unknown,
            Some(Answer::NotApplicable { .. }) => Reply::NotApplicable,
            Some(answer @ Answer::Level { value, .. }) => Reply::Rated { x: value + answer.credit(rubric), k: *value },
        }
    };
    rubric.questions.iter().zip(answers).map(reply).collect()
}

/// The replies that were checked (methods §1.6): the interviewer's own rating where there is one,
/// else the claim; where the rubric caps claims, one that wants evidence and has none stands at the
/// level below. `None` where nothing was rated and the rubric only lists such claims.
pub fn supported_replies(rubric: &Rubric, assessment: &Assessment) -> Option<Vec<Reply>> {
    let caps = match rubric.evidence_policy {
        EvidencePolicy::Flag => false,
        EvidencePolicy::Cap => true,
        EvidencePolicy::ByMode => assessment.mode() == Mode::Interview,
    };
    let from = rubric.evidence_from.filter(|_| caps);
    let mut ratings = vec![None; rubric.questions.len()];
    for thing in assessment.ledger().things() {
        if let Thing::Rating(id) = thing
            && let Some(rated) = rubric.question_ix(id.as_str())
        {
            ratings[rated.0] = assessment.rating(rubric, rubric.question(rated));
        }
    }
    if from.is_none() && ratings.iter().all(Option::is_none) {
        return None;
    }
    let capped = |question: &Question, reply: Reply| match (from, reply) {
        (Some(from), Reply::Rated { k, .. })
            if rubric.wants_evidence(question, k) && !assessment.is_supported(&question.id) =>
        {
            let below = match question.kind {
                Kind::Ladder => f64::from(from.saturating_sub(1).max(rubric.scale.min)),
                Kind::Practice { .. } => 0.0,
            };
            Reply::Rated { x: below, k: below }
        }
        (_, reply) => reply,
    };
    let claims = replies(rubric, assessment);
    let own = replies_to(rubric, assessment.depth(), &ratings);
    let both = rubric.questions.iter().zip(claims.into_iter().zip(own));
    let supported = |(question, (claim, own)): (&Question, (Reply, Reply))| match own {
        Reply::Rated { .. } => own,
        _ => capped(question, claim),
    };
    Some(both.map(supported).collect())
}

/// How many questions are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Questions of the assessment's depth.
    pub asked: usize,
    /// Answered with a level.
    pub rated: usize,
    /// Answered with "don't know".
    pub unknown: usize,
    /// Answered with "not applicable".
    pub not_applicable: usize,
    /// Not answered at all.
    pub unanswered: usize,
}

impl Counts {
    /// Counts replies.
    pub fn of(replies: &[Reply]) -> Self {
        let mut counts = Self::default();
        for reply in replies {
            let place = match reply {
                Reply::Rated { .. } => &mut counts.rated,
                Reply::NotApplicable => &mut counts.not_applicable,
                Reply::Unknown => &mut counts.unknown,
                Reply::Unanswered => &mut counts.unanswered,
                Reply::NotAsked => continue,
            };
            *place += 1;
            counts.asked += 1;
        }
        counts
    }

    /// Questions about which something was said.
    pub fn answered(&self) -> usize {
        self.asked - self.unanswered
    }
}

//! The confidence band: how far a number could move if doubtful answers were read otherwise
//! (methods §1.5). It never decides a status; that is the completeness band's, which knows missing
//! answers only.

use super::room::interval;
use super::{Measured, Node, Range, Reply, measure};
use crate::assessment::{Assessment, Confidence};
use crate::rubric::{EPSILON, Kind, Profile, Question, QuestionIx, Rubric};

/// The numbers with every doubtful answer at its lower and at its upper end.
#[derive(Clone, Debug)]
pub struct Band {
    low: Measured,
    high: Measured,
}

/// The confidence band of replies; `None` if no answer is doubtful.
pub fn band(rubric: &Rubric, assessment: &Assessment, replies: &[Reply], profile: Option<&Profile>) -> Option<Band> {
    let room = assessment.room(rubric);
    let ends = |(place, reply): (usize, &Reply)| {
        let Reply::Rated { x, .. } = *reply else { return (*reply, *reply) };
        let question = &rubric.questions[place];
        let (low, high) = interval(rubric, question, room.table(QuestionIx(place))).unwrap_or((x, x));
        let (low, high) = (low.min(x), high.max(x));
        let step = if question.kind == Kind::Ladder { 1.0 } else { 0.0 };
        let is_guess = assessment.confidence(&question.id) == Some(Confidence::Guess);
        let (low, high) = if is_guess { (low.min(x - step), high.max(x + step)) } else { (low, high) };
        let low = unsupported(rubric, assessment, question, x).map_or(low, |cap| low.min(cap));
        let (bottom, top) = ends_of(rubric, question);
        let rated = |x: f64| Reply::Rated { x, k: x };
        if high - low < EPSILON {
            return (*reply, *reply);
        }
        (rated(low.max(bottom)), rated(high.min(top)))
    };
    let (low, high): (Vec<Reply>, Vec<Reply>) = replies.iter().enumerate().map(ends).unzip();
    let is_doubtful = low != replies || high != replies;
    is_doubtful.then(|| Band { low: measure(rubric, &low, profile), high: measure(rubric, &high, profile) })
}

/// The value below which a claim that wants evidence and has none is not in doubt.
fn unsupported(rubric: &Rubric, assessment: &Assessment, question: &Question, x: f64) -> Option<f64> {
    let from = rubric.evidence_from?;
    let wants = question.kind == Kind::Ladder && rubric.wants_evidence(question, x.floor());
    (wants && !assessment.is_supported(&question.id)).then(|| f64::from(from.saturating_sub(1).max(rubric.scale.min)))
}

fn ends_of(rubric: &Rubric, question: &Question) -> (f64, f64) {
    match question.kind {
        Kind::Ladder => (f64::from(rubric.scale.min), f64::from(rubric.scale.max())),
        Kind::Practice { .. } => (0.0, 1.0),
    }
}

impl Band {
    /// The band of the number that `node` finds; missing answers widen it too.
    pub fn of(&self, node: impl Fn(&Measured) -> &Node) -> Option<Range<f64>> {
        let (low, high) = (node(&self.low).bounds?, node(&self.high).bounds?);
        Some(Range { low: low.low, high: high.high })
    }
}

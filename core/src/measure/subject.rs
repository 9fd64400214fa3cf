//! What a number is of.

use crate::rubric::{AreaIx, DimensionIx, QuestionIx};

/// A number that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The whole.
    Overall,
    /// A dimension.
    Dimension(DimensionIx),
    /// An area.
    Area(AreaIx),
    /// A question's answer.
    Question(QuestionIx),
    /// A lens, by its place in the rubric.
    Lens(usize),
}

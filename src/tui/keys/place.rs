//! The screens, as keys know them.

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of assessments.
    Home,
    /// What an assessment is about.
    Setup,
    /// One question.
    Ask,
    /// What is still open.
    Review,
    /// What people disagree about.
    Conflict,
    /// The levels.
    Result,
    /// The arithmetic.
    Why,
    /// What to do in which order.
    Plan,
    /// What has changed since earlier.
    Trend,
    /// What a newer version of the rubric makes of the answers.
    Upgrade,
    /// Whether the rubric holds.
    Study,
    /// What a room talks about next.
    Agenda,
    /// Who votes.
    Raters,
    /// One question for everybody.
    Room,
    /// Between two raters who vote in turn.
    Cover,
    /// One rater's vote.
    Ballot,
    /// One question of a rubric that is being written: the keys of `Ask` and its own.
    Preview,
}

impl Place {
    /// All places, in the order of the help.
    pub const ALL: [Self; 17] = [
        Self::Home,
        Self::Setup,
        Self::Ask,
        Self::Review,
        Self::Conflict,
        Self::Result,
        Self::Why,
        Self::Plan,
        Self::Trend,
        Self::Upgrade,
        Self::Study,
        Self::Agenda,
        Self::Raters,
        Self::Room,
        Self::Cover,
        Self::Ballot,
        Self::Preview,
    ];
}

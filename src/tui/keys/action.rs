//! What a key can mean.

use crate::assessment::Method;

/// What the user means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Take the answer with this digit.
    Digit(u8),
    /// Move the highlight.
    Up,
    /// Move the highlight.
    Down,
    /// Move sideways.
    Left,
    /// Move sideways.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Go on, open, take.
    Enter,
    /// Clear the answer.
    Clear,
    /// To the question before.
    Back,
    /// Cycle the credit toward the next level.
    Toward,
    /// Don't know.
    Unknown,
    /// Not applicable.
    NotApplicable,
    /// Write a note.
    Note,
    /// Name evidence.
    Evidence,
    /// Cycle the confidence.
    Confidence,
    /// Mark for review.
    Mark,
    /// To the notes pad.
    Pad,
    /// Who is interviewed.
    Interviewee,
    /// The interviewer's own rating.
    Rate,
    /// Jump by typing.
    Jump,
    /// To the next open question.
    NextOpen,
    /// To the open question before.
    PreviousOpen,
    /// Take back.
    Undo,
    /// Bring back.
    Redo,
    /// Show or hide why the question matters.
    WhyItMatters,
    /// Show the arithmetic.
    Why,
    /// Switch the language.
    Language,
    /// To the review.
    Review,
    /// To what people disagree about.
    Conflicts,
    /// Take the first of two versions.
    TakeFirst,
    /// Take the second of two versions.
    TakeSecond,
    /// Say something else than any version.
    AnswerAnew,
    /// Who said what when.
    History,
    /// To the result.
    Result,
    /// To the setup.
    Setup,
    /// To the plan.
    Plan,
    /// To what has changed.
    Trend,
    /// Another way to look at the plan, or at the trend.
    NextTab,
    /// Take a step as done, to see what it would bring.
    Tick,
    /// A higher target.
    TargetUp,
    /// A lower target.
    TargetDown,
    /// Other ready targets.
    TargetSet,
    /// Another importance.
    Importance,
    /// Another effort.
    Effort,
    /// Fix a step to its wave, or let it go.
    Pin,
    /// Leave an area out, or take it in again.
    Exclude,
    /// Who answers for a step.
    Owner,
    /// When a step is due.
    Due,
    /// How far a step is.
    Progress,
    /// Less effort a wave.
    LessCapacity,
    /// More effort a wave.
    MoreCapacity,
    /// The list of all questions.
    Outline,
    /// A new assessment.
    New,
    /// Another subject's name.
    Rename,
    /// A re-assessment of the same subject.
    Duplicate,
    /// Unite with other files.
    Merge,
    /// Make a copied file an assessment of its own.
    Fork,
    /// Put away, or bring back.
    Archive,
    /// Show what was put away.
    ShowArchived,
    /// Delete.
    Delete,
    /// Search the list.
    Search,
    /// See whether the rubric holds.
    Study,
    /// See what a newer version of the rubric changes.
    Upgrade,
    /// Take the carried answer, or ask again.
    TakeOrAsk,
    /// Read the rubric file again.
    Reload,
    /// What the checker says of it.
    Findings,
    /// To what the room talks about next.
    Agenda,
    /// To those who vote.
    Raters,
    /// One rater after the other goes through all questions.
    FirstPass,
    /// Take in a self-assessment as votes.
    TakeIn,
    /// Count hands.
    Hands,
    /// Let everybody see the votes.
    Reveal,
    /// A further round.
    VoteAgain,
    /// Agree on a level, or to leave it open.
    Agree(Method),
    /// Keep a statement.
    Statement,
    /// Put something aside for later.
    PutAside,
    /// Count down.
    Timer,
    /// Write a report.
    Report,
    /// One level up.
    Leave,
    /// Leave the program.
    Quit,
    /// Help.
    Help,
    /// Give the terminal back to the shell for a while.
    Suspend,
}

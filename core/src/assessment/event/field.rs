//! The setup of an assessment.

/// A field of the setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who is assessed; the only one that is required.
    Subject,
    /// Which unit of it.
    Unit,
    /// Which site.
    Site,
    /// Sector.
    Sector,
    /// Size class.
    Size,
    /// Self, workshop or interview.
    Mode,
    /// Quick or full.
    Depth,
    /// Weight profile of the rubric.
    Profile,
    /// Targets for all areas: [`ReadyTargets`](crate::assessment::ReadyTargets) as text.
    Targets,
    /// Who assesses; the author of answers.
    Assessor,
    /// Put away from the list of open assessments.
    Archived,
}

impl Field {
    /// All fields, in the order of the setup screen.
    pub const ALL: [Self; 11] = [
        Self::Subject,
        Self::Unit,
        Self::Site,
        Self::Sector,
        Self::Size,
        Self::Mode,
        Self::Depth,
        Self::Profile,
        Self::Targets,
        Self::Assessor,
        Self::Archived,
    ];

    /// Its name in a [`Thing`].
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Unit => "unit",
            Self::Site => "site",
            Self::Sector => "sector",
            Self::Size => "size",
            Self::Mode => "mode",
            Self::Depth => "depth",
            Self::Profile => "profile",
            Self::Targets => "targets",
            Self::Assessor => "assessor",
            Self::Archived => "archived",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str() == text)
    }
}

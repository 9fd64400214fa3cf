//! What a rubric says about the way ahead: ready targets, and shifts worth a paragraph.

use super::{AreaIx, Id, Text};

/// Targets that fit a purpose, such as "shared across owners".
#[derive(Clone, Debug)]
pub struct TargetSet {
    /// Permanent id.
    pub id: Id,
    /// Short name.
    pub name: Text,
    /// What it is for.
    pub about: Option<Text>,
    /// The level that each area of the rubric is to reach, in its order; `None`: one above now.
    pub levels: Vec<Option<u8>>,
}

/// An area whose level tells of a larger shift, in a paragraph per stage of it.
#[derive(Clone, Debug)]
pub struct Spotlight {
    /// What the shift is.
    pub title: Text,
    /// The area that tells how far it is.
    pub area: AreaIx,
    /// The paragraph that holds from a level on, lowest level first; at least one.
    pub stages: Vec<(u8, Text)>,
}

impl Spotlight {
    /// The paragraph of a level; `None` below the first stage.
    pub fn stage(&self, level: u8) -> Option<&Text> {
        self.stages.iter().rev().find(|(from, _)| *from <= level).map(|(_, text)| text)
    }
}

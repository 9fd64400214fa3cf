//! The levels.

use super::Text;

/// The levels `min..=max`, one after the other.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Lowest level, m in methods.
    pub min: u8,
    /// Levels in order; the value of `levels[i]` is `min + i`.
    pub levels: Vec<LevelName>,
}

impl Scale {
    /// Highest level, M in methods.
    pub fn max(&self) -> u8 {
        self.min + (self.levels.len() - 1) as u8
    }

    /// Name and meaning of a level; `None` outside the scale.
    pub fn name(&self, level: u8) -> Option<&LevelName> {
        self.levels.get(usize::from(level.checked_sub(self.min)?))
    }

    /// A score as a part (0..=1) of the scale.
    pub fn part(&self, score: f64) -> f64 {
        ((score - f64::from(self.min)) / self.span()).clamp(0.0, 1.0)
    }

    /// Width of the scale, M − m; at least 1.
    pub fn span(&self) -> f64 {
        f64::from(self.max() - self.min)
    }
}

/// One level of a scale.
#[derive(Clone, Debug)]
pub struct LevelName {
    /// Short name.
    pub name: Text,
    /// The question that this level answers.
    pub asks: Option<Text>,
    /// What a visitor would see.
    pub summary: Text,
}

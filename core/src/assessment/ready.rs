//! Targets that are chosen for all areas at once.

use std::collections::BTreeMap;

use crate::order;
use crate::rubric::Id;
use crate::text::Clean;

/// Targets that were chosen together; those typed for single areas go before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadyTargets {
    /// Those of the rubric with this id.
    Rubric(Clean),
    /// The level of the upper quartile of others, by area, as it was when it was chosen. It stays with the
    /// assessment: what was agreed on does not move with the next benchmark, nor where none is at hand.
    UpperQuartile(BTreeMap<Id, u8>),
}

impl ReadyTargets {
    /// Its name on the command line, and before the levels in the setup.
    pub const UPPER_QUARTILE: &str = "upper-quartile";

    /// Reads what the setup holds. No id of the rubric has a space in it. A level that is none counts as not said.
    pub fn read(stored: &Clean) -> Self {
        let Some(levels) = stored.strip_prefix(Self::UPPER_QUARTILE).and_then(|rest| rest.strip_prefix(' ')) else {
            return Self::Rubric(stored.clone());
        };
        let level = |entry: &str| {
            let (id, level) = entry.split_once('=')?;
            Some((Id::new(id)?, level.parse().ok()?))
        };
        Self::UpperQuartile(order::gathered(levels.split(' ').filter_map(level)))
    }

    /// The name under which they are chosen.
    pub fn id(&self) -> &str {
        match self {
            Self::Rubric(id) => id,
            Self::UpperQuartile(_) => Self::UPPER_QUARTILE,
        }
    }

    /// As the setup holds it.
    pub fn to_text(&self) -> String {
        match self {
            Self::Rubric(id) => id.to_string(),
            Self::UpperQuartile(levels) => {
                levels.iter().fold(Self::UPPER_QUARTILE.to_owned(), |text, (id, level)| format!("{text} {id}={level}"))
            }
        }
    }
}

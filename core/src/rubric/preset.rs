//! Named pairs of rules (methods §1.3). "Like" stays in the names: none is the original,
//! whose answers have another form.

use super::{LevelRule, OverallRule};

/// A level rule and an overall rule under one name; both take the width of the scale, M − m.
pub struct Preset {
    /// The word in the rubric file.
    pub name: &'static str,
    /// How answers become a level.
    pub level_rule: fn(u8) -> LevelRule,
    /// How dimensions become a headline.
    pub overall_rule: fn(u8) -> OverallRule,
}

impl Preset {
    /// Every name, as an error lists them.
    pub const NAMES: &'static str = "c2m2_like, gbt_like, samm_like, acatech_like, weakest_link";
}

/// Every preset.
pub static PRESETS: [Preset; 5] = [
    Preset {
        name: "c2m2_like",
        level_rule: |_| LevelRule::Gate { pass: 1.0, max_shortfall: 1, mean_at_least: true },
        overall_rule: |_| overall(0, 0.0),
    },
    Preset {
        name: "gbt_like",
        level_rule: |span| LevelRule::Gate { pass: 0.8, max_shortfall: span, mean_at_least: false },
        overall_rule: |span| overall(span, 0.2),
    },
    Preset {
        name: "samm_like",
        level_rule: |_| LevelRule::Bands { offset: 0.0 },
        overall_rule: |span| overall(span, 0.0),
    },
    Preset {
        name: "acatech_like",
        level_rule: |_| LevelRule::Bands { offset: 0.0 },
        overall_rule: |span| overall(span, 0.0),
    },
    Preset { name: "weakest_link", level_rule: |_| LevelRule::Min, overall_rule: |_| overall(0, 0.0) },
];

fn overall(cap: u8, offset: f64) -> OverallRule {
    OverallRule { cap, critical: Vec::new(), offset }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_names_is_that_of_the_presets() {
        let names: Vec<&str> = PRESETS.iter().map(|p| p.name).collect();
        assert_eq!(names.join(", "), Preset::NAMES);
    }
}

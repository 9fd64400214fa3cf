//! Whether two sentences say nearly the same: pairs of letters in common (Dice's coefficient).

use std::collections::HashMap;

use crate::text::folded;

/// From this share of common letter pairs on two anchors read alike.
pub(super) const ALIKE: f64 = 0.9;
/// An anchor that is shorter than this share of the one below it says less.
pub(super) const SHRINKS: f64 = 0.3;
/// Shorter texts are labels, not sentences; they are compared as a whole.
const SENTENCE: usize = 12;

/// 2·|common pairs| / (|pairs of a| + |pairs of b|), 0 to 1.
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (letters(a), letters(b));
    if a.len() < SENTENCE || b.len() < SENTENCE {
        return if a == b { 1.0 } else { 0.0 };
    }
    let mut pairs: HashMap<(char, char), usize> = HashMap::new();
    for pair in a.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    let mut common = 0_usize;
    for pair in b.windows(2) {
        if let Some(left) = pairs.get_mut(&(pair[0], pair[1])).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    2.0 * common as f64 / (a.len() + b.len() - 2) as f64
}

/// Whether `higher` says so much less than `lower` that it cannot build on it.
pub(super) fn shrinks(lower: &str, higher: &str) -> bool {
    let (lower, higher) = (letters(lower).len(), letters(higher).len());
    lower >= SENTENCE && (higher as f64) < SHRINKS * lower as f64
}

/// Letters and digits, whatever their form.
fn letters(text: &str) -> Vec<char> {
    folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_more_is_nearly_the_same() {
        let some = "There is a written plan for most of the plants and it is followed.";
        let most = "There is a written plan for some of the plants and it is followed.";
        assert!(likeness(some, most) > ALIKE);
        assert!(likeness(some, "Every failure is reviewed within a week.") < 0.5);
        assert!(likeness("目录每月更新一次，由专人负责维护。", "目录每周更新一次，由专人负责维护。") > 0.8);
        assert!(likeness("1", "2") < ALIKE && likeness("有", "有") > ALIKE);
        assert!(shrinks(some, "It is known.") && !shrinks(some, most));
    }
}

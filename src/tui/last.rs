//! The last of what was computed, for screens that show the same again and again.

use std::cell::RefCell;

/// What was computed last, and what of.
pub struct Last<K, V>(RefCell<Option<(K, V)>>);

impl<K, V> Default for Last<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, V: Clone> Last<K, V> {
    /// What there is of `of`: computed, unless it was that last time, too.
    pub fn get(&self, of: K, compute: impl FnOnce(&K) -> V) -> V {
        let known = self.0.take().filter(|(known, _)| *known == of);
        let (of, value) = known.unwrap_or_else(|| {
            let value = compute(&of);
            (of, value)
        });
        self.0.replace(Some((of, value.clone())));
        value
    }
}

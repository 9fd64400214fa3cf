//! Putting things in order.
//!
//! The sort of the standard library is made anew for every type that is sorted and every way to compare,
//! with five kilobytes each. Here it is made once: it sorts places, and what stands there is moved afterwards.

use std::cmp::Ordering;

/// Puts `items` in the order of `compare`; what is equal stays in the order in which it was.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() > 1 {
        let places = sorted(items.len(), &|a, b| compare(&items[a], &items[b]));
        arrange(places, &mut |a, b| items.swap(a, b));
    }
}

/// Puts `items` in the order of their keys; what is equal stays in the order in which it was.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// An ordered map or set of `items`. The standard library sorts them first, with a sort of its own for
/// every iterator that they come from; here each is put in where it belongs.
pub fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut gathered = C::default();
    gathered.extend(items);
    gathered
}

/// The places of `len` things in their order.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Swaps until every place holds what stood at the place written there. Each circle of things
/// that change places is gone along once.
fn arrange(mut from: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(numbers in prop::collection::vec(0..20_u8, 0..60)) {
            let mut ours: Vec<(u8, usize)> = numbers.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            by_key(&mut ours, |(number, _)| *number);
            theirs.sort_by_key(|(number, _)| *number);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn of_equal_keys_the_last_stays_as_in_the_standard_library(keys in prop::collection::vec(0..20_u8, 0..60)) {
            let items = || keys.iter().copied().zip(0_usize..);
            prop_assert_eq!(gathered::<BTreeMap<_, _>, _>(items()), items().collect());
        }
    }
}

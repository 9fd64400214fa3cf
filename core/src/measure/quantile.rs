//! Quantiles of type 7 of Hyndman & Fan (1996), the default of R, `NumPy` and spreadsheets (methods §4.1).

/// The `p`-quantile (0..=1) of `n` sorted values of which `nth` gives the i-th (from 0): with
/// h = (n − 1)·p the value at ⌊h⌋, moved toward the next by the rest. `None` without a value.
pub(super) fn of_sorted(n: usize, p: f64, nth: &dyn Fn(usize) -> f64) -> Option<f64> {
    let last = n.checked_sub(1)?;
    let place = last as f64 * p.clamp(0.0, 1.0);
    // Truncation is meant, and the result is at most `last`.
    let below = (place as usize).min(last);
    let low = nth(below);
    Some(low + (place - below as f64) * (nth((below + 1).min(last)) - low))
}

/// The `p`-quantile (0..=1) of sorted values; `None` without a value.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    of_sorted(sorted.len(), p, &|i| sorted[i])
}

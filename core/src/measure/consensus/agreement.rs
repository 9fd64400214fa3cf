//! Agreement A of van der Eijk (2001): the votes taken apart into layers, each of which is either
//! on a level or not.

/// A of votes given as counts per level: −1..=1; 0 without a vote.
pub(super) fn agreement(counts: &[u32]) -> f64 {
    let n: f64 = counts.iter().map(|&count| f64::from(count)).sum();
    let mut rest = counts.to_vec();
    let mut total = 0.0;
    while let Some(height) = rest.iter().copied().filter(|&count| count > 0).min() {
        let layer: Vec<bool> = rest.iter().map(|&count| count > 0).collect();
        let size = layer.iter().filter(|&&on| on).count();
        total += f64::from(height) * size as f64 / n * of_layer(&layer, size);
        for count in &mut rest {
            *count = count.saturating_sub(height);
        }
    }
    total
}

/// Agreement of a layer that is on at `size` levels: how far the levels that are on stand together,
/// told by the triples of levels with one gap at an end (together) or in the middle (apart).
fn of_layer(layer: &[bool], size: usize) -> f64 {
    if size == 1 {
        return 1.0;
    }
    let levels = layer.len();
    let (mut together, mut apart) = (0.0, 0.0);
    for i in 0..levels {
        for j in i + 1..levels {
            for k in j + 1..levels {
                match (layer[i], layer[j], layer[k]) {
                    (true, true, false) | (false, true, true) => together += 1.0,
                    (true, false, true) => apart += 1.0,
                    _ => {}
                }
            }
        }
    }
    if together + apart < 1.0 {
        return 0.0;
    }
    let (k, s) = (levels as f64, size as f64);
    let unimodality = ((k - 2.0) * together - (k - 1.0) * apart) / ((k - 2.0) * (together + apart));
    unimodality * (1.0 - (s - 1.0) / (k - 1.0))
}

//! Reading the reference vectors in `tests/data`.

use serde_json::Value;

/// Within this the calculation is the reference's.
pub const TOLERANCE: f64 = 1e-9;

/// A file of reference vectors.
pub fn data(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The elements of an array.
#[track_caller]
pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Fails unless both are the same number, or neither is one.
#[track_caller]
pub fn close(found: Option<f64>, expected: &Value, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => {}
        (Some(a), Some(b)) if (a - b).abs() <= TOLERANCE => {}
        _ => panic!("{what}: {found:?}, expected {expected}"),
    }
}

/// Counts per level.
pub fn counts(value: &Value) -> Vec<u32> {
    list(value).iter().map(|count| u32::try_from(count.as_u64().unwrap()).unwrap()).collect()
}

/// Ratings, one row per rater and one column per unit, as counts per level of each unit.
pub fn units(ratings: &Value) -> Vec<Vec<u32>> {
    let rows: Vec<&[Value]> = list(ratings).iter().map(list).collect();
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let unit = |column: usize| {
        let mut counts = vec![0; 10];
        for level in rows.iter().filter_map(|row| row[column].as_u64()) {
            counts[usize::try_from(level).unwrap()] += 1;
        }
        counts
    };
    (0..columns).map(unit).collect()
}

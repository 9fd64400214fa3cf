//! Votes of a room against the reference vectors: measures per question, classes, stability of
//! rounds, Krippendorff's alpha over questions.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/vectors.rs"]
mod vectors;

use gradus::measure::Undefined;
use gradus::measure::consensus::{Class, Consensus, is_stable, moved};
use gradus::measure::krippendorff::{Distance, alpha};
use proptest::prelude::*;
use serde_json::Value;
use vectors::{close, counts, data, list, units};

#[test]
fn the_measures_of_one_question() {
    let file = data("reference-consensus.json");
    for case in list(&file["cases"]) {
        let id = case["id"].as_str().unwrap();
        let expected = &case["expected"];
        let found = Consensus::of(1, &counts(&case["counts"])).unwrap();
        let whole = |found: u32, member: &str| assert_eq!(u64::from(found), expected[member], "{id} {member}");
        whole(found.n, "n");
        whole(found.low_median.into(), "low_median");
        whole(found.min.into(), "min");
        whole(found.max.into(), "max");
        whole(found.range().into(), "range");
        for (value, member) in [
            (Some(found.mean), "mean"),
            (Some(found.q1), "q1_type7"),
            (Some(found.q3), "q3_type7"),
            (Some(found.iqr()), "iqr"),
            (Some(found.ad), "ad_median"),
            (Some(found.cns), "cns"),
            (Some(found.agreement), "agreement_a"),
            (found.rwg, "rwg_raw"),
            (found.rwg_shown(), "rwg_reported"),
            (Some(found.rwg_max), "rwg_max_null"),
            (Some(found.adjacent), "adjacent_share"),
        ] {
            close(value, &expected[member], &format!("{id} {member}"));
        }
        assert_eq!(found.class.as_str(), expected["class"], "{id}");
    }
}

#[test]
fn other_scales() {
    for case in list(&data("reference-consensus.json")["other_scale"]) {
        let found = Consensus::of(1, &counts(&case["counts"])).unwrap();
        close(Some(found.agreement), &case["expected"]["agreement_a"], "A");
        close(Some(found.cns), &case["expected"]["cns"], "Cns");
    }
    // Two levels are the fewest that a scale has; a constant one has nothing to disagree about.
    let two = Consensus::of(0, &[2, 2]).unwrap();
    assert_eq!((two.class, two.agreement, two.cns), (Class::Aligned, 0.0, 0.0));
    let one = Consensus::of(3, &[4]).unwrap();
    assert_eq!((one.class, one.low_median, one.agreement, one.cns, one.rwg), (Class::Aligned, 3, 1.0, 1.0, Some(1.0)));
}

#[test]
fn no_votes_and_one_vote() {
    assert!(Consensus::of(0, &[0, 0, 0]).is_none());
    assert!(Consensus::of(0, &[]).is_none());
    assert_eq!(Class::of(&[0, 0, 0]), Class::None);
    assert_eq!(Class::of(&[0, 1, 0]), Class::Single);
    assert_eq!(Class::of(&[0, 1, 0, 1, 0]), Class::Split);
    // Four of five votes are exactly the share that leaves an outlier.
    assert_eq!(Class::of(&[0, 3, 1, 0, 1]), Class::Outlier);
}

#[test]
fn rounds_are_stable_when_little_moves() {
    for case in list(&data("reference-consensus.json")["round_stability"]) {
        let (before, after) = (counts(&case["round1"]), counts(&case["round2"]));
        close(moved(&before, &after), &case["expected"], "moved");
        assert_eq!(is_stable(&before, &after), case["stable"]);
    }
    assert_eq!(moved(&[0, 0], &[1, 0]), None);
    assert!(!is_stable(&[0, 0], &[1, 0]), "without a first round there is nothing to compare with");
}

#[test]
fn alpha_over_the_questions_of_a_room() {
    let file = data("reference-krippendorff.json");
    for case in list(&file["cases"]) {
        let id = case["id"].as_str().unwrap();
        let units = units(&case["ratings"]);
        let units: Vec<&[u32]> = units.iter().map(Vec::as_slice).collect();
        let expected = &case["expected"];
        for (distance, member) in
            [(Distance::Nominal, "nominal"), (Distance::Ordinal, "ordinal"), (Distance::Interval, "interval")]
        {
            let found = alpha(&units, distance).unwrap();
            assert_eq!(found.units as u64, expected["units_used"], "{id}");
            assert_eq!(found.ratings, expected["pairable_values"], "{id}");
            if let Some(value) = expected["alpha"].get(member) {
                close(Some(found.value), value, &format!("{id} {member}"));
            }
        }
    }
}

#[test]
fn alpha_that_is_undefined_says_why() {
    let file = data("reference-krippendorff.json");
    let undefined = list(&file["undefined"]);
    assert_eq!(undefined.len(), 3);
    for case in undefined {
        let units = units(&case["ratings"]);
        let units: Vec<&[u32]> = units.iter().map(Vec::as_slice).collect();
        let reason = if case["id"] == "no-variation" { Undefined::NoVariation } else { Undefined::NoPairs };
        assert_eq!(alpha(&units, Distance::Ordinal), Err(reason), "{}", case["id"]);
    }
    assert_eq!(alpha(&[], Distance::Ordinal), Err(Undefined::NoPairs));
}

/// A question rated by each of `raters` people: the definition itself, value by value.
fn by_definition(ratings: &[Vec<Option<usize>>], levels: usize) -> Option<f64> {
    let mut o = vec![vec![0.0; levels]; levels];
    for unit in 0..ratings[0].len() {
        let values: Vec<usize> = ratings.iter().filter_map(|rater| rater[unit]).collect();
        for (i, &c) in values.iter().enumerate() {
            for (j, &k) in values.iter().enumerate() {
                if i != j {
                    o[c][k] += 1.0 / (values.len() - 1) as f64;
                }
            }
        }
    }
    let n_c: Vec<f64> = o.iter().map(|row| row.iter().sum()).collect();
    let n: f64 = n_c.iter().sum();
    let delta = |c: usize, k: usize| {
        let (low, high) = (c.min(k), c.max(k));
        let between: f64 = n_c[low..=high].iter().sum();
        (between - f64::midpoint(n_c[c], n_c[k])).powi(2)
    };
    let pairs = || (0..levels).flat_map(move |c| (0..levels).filter(move |&k| k != c).map(move |k| (c, k)));
    let observed: f64 = pairs().map(|(c, k)| o[c][k] * delta(c, k)).sum();
    let expected: f64 = pairs().map(|(c, k)| n_c[c] * n_c[k] * delta(c, k)).sum();
    (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
}

proptest! {
    #[test]
    fn alpha_is_the_definition(
        ratings in (1usize..6, 1usize..9).prop_flat_map(|(raters, units)| {
            prop::collection::vec(prop::collection::vec(prop::option::of(0usize..5), units), raters)
        })
    ) {
        let tallied: Vec<Vec<u32>> = (0..ratings[0].len())
            .map(|unit| {
                let mut counts = vec![0; 5];
                ratings.iter().filter_map(|rater| rater[unit]).for_each(|level| counts[level] += 1);
                counts
            })
            .collect();
        let tallied: Vec<&[u32]> = tallied.iter().map(Vec::as_slice).collect();
        match (alpha(&tallied, Distance::Ordinal), by_definition(&ratings, 5)) {
            (Ok(found), Some(expected)) => prop_assert!((found.value - expected).abs() < 1e-9),
            (found, expected) => prop_assert!(found.is_err() && expected.is_none(), "{found:?} {expected:?}"),
        }
    }

    #[test]
    fn measures_stay_in_their_ranges_and_do_not_see_which_end_is_up(votes in prop::collection::vec(0u32..9, 2..9)) {
        let turned: Vec<u32> = votes.iter().rev().copied().collect();
        let (Some(found), Some(turned)) = (Consensus::of(1, &votes), Consensus::of(1, &turned)) else {
            prop_assert_eq!(votes.iter().sum::<u32>(), 0);
            return Ok(());
        };
        let widest = (votes.len() - 1) as f64;
        for (value, other, low, high) in [
            (found.cns, turned.cns, 0.0, 1.0),
            (found.agreement, turned.agreement, -1.0, 1.0),
            (found.rwg_max, turned.rwg_max, 0.0, 1.0),
            (found.adjacent, turned.adjacent, 0.0, 1.0),
            (found.ad, turned.ad, 0.0, widest / 2.0),
            (found.iqr(), turned.iqr(), 0.0, widest),
        ] {
            prop_assert!((value - other).abs() < 1e-9);
            prop_assert!((low - 1e-9..=high + 1e-9).contains(&value), "{} in {}..={}", value, low, high);
        }
        prop_assert_eq!(found.class, turned.class);
        prop_assert!(votes[usize::from(found.low_median) - 1] > 0, "the low median is a level that was voted for");
    }
}

#[test]
fn the_files_are_read_in_full() {
    let cases = |name: &str, members: &[&str]| -> usize {
        let file: Value = data(name);
        members.iter().map(|member| list(&file[*member]).len()).sum()
    };
    assert_eq!(cases("reference-consensus.json", &["cases", "other_scale", "round_stability"]), 20);
    assert_eq!(cases("reference-krippendorff.json", &["cases", "undefined"]), 10);
}

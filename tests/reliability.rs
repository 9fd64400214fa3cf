//! Statistics about a rubric's questions against the reference vectors, and that the order and
//! grouping of what is added up change nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/vectors.rs"]
mod vectors;

use gradus::assessment::{Mode, row as pool};
use gradus::measure::krippendorff::{Distance, alpha};
use gradus::measure::reliability::{
    Basis, Flag, MeanSquares, REPLICATES, SEED, SplitMix, Standing, Sums, Tally, alpha_of_summary, intervals, retests,
};
use gradus::measure::trend::Z95;
use gradus::measure::{Undefined, quantile};
use gradus::rubric::{Depth, SHIPPED};
use proptest::prelude::*;
use serde_json::Value;
use vectors::{close, data, list, units};

type Row = Vec<Option<f64>>;

fn rows(value: &Value) -> Vec<Row> {
    list(value).iter().map(|row| list(row).iter().map(Value::as_f64).collect()).collect()
}

fn sums(rows: &[Row]) -> Sums {
    let mut sums = Sums::new(rows[0].len());
    for row in rows {
        sums.add(row.iter().copied());
    }
    sums
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(|x| x.as_f64().unwrap()).collect()
}

#[test]
fn quantiles_of_type_7() {
    let file = data("reference-benchmark.json");
    let sets = list(&file["quantiles"]);
    assert_eq!(sets.len(), 7);
    for set in sets {
        let mut values = numbers(&set["values"]);
        values.sort_by(f64::total_cmp);
        for (p, expected) in numbers(&set["p"]).into_iter().zip(list(&set["expected"])) {
            close(quantile(&values, p), expected, &format!("{} at {p}", set["id"]));
        }
    }
    assert_eq!(quantile(&[], 0.5), None);
}

#[test]
fn questions_that_hang_together() {
    let file = data("reference-cronbach.json");
    let cases = list(&file["cases"]);
    assert_eq!(cases.len(), 9);
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let data = rows(&case["data"]);
        let sums = sums(&data);
        let expected = &case["expected"]["listwise"];
        assert_eq!(sums.complete_rows(), expected["n"].as_u64().unwrap(), "{id}");
        let listwise = sums.covariances(Basis::Listwise).unwrap();
        close(listwise.alpha().ok(), &expected["alpha"], id);
        close(listwise.lambda2().ok(), &expected["lambda2"], id);
        for (j, r) in list(&expected["corrected_item_total"]).iter().enumerate() {
            close(listwise.item_rest(j), r, &format!("{id} item-rest {j}"));
        }
        match expected["alpha_if_deleted"].as_array() {
            Some(values) => values.iter().enumerate().for_each(|(j, value)| {
                close(listwise.alpha_without(j).ok(), value, &format!("{id} without {j}"));
            }),
            None => assert_eq!(listwise.alpha_without(0), Err(Undefined::TooFewColumns), "{id}"),
        }
        let pairwise = sums.covariances(Basis::Pairwise).unwrap();
        match case["expected"].get("pairwise") {
            Some(expected) => {
                close(pairwise.alpha().ok(), &expected["alpha"], id);
                assert_eq!(sums.rows(), expected["rows"].as_u64().unwrap(), "{id}");
                assert_eq!(sums.rarest_pair(), expected["min_pair_n"].as_u64().unwrap(), "{id}");
            }
            None => assert_eq!(pairwise, listwise, "{id}: without gaps both are the same"),
        }
    }
    let summary = &list(&file["from_summary"])[0];
    let given = |member: &str| summary["given"][member].as_f64().unwrap();
    let found = alpha_of_summary(given("k") as usize, given("sum_item_variances"), given("total_variance"));
    close(Some(found), &summary["expected"]["alpha"], "summary");
}

#[test]
fn alpha_that_is_undefined_says_why() {
    let file = data("reference-cronbach.json");
    let reason = |data: &[Row], basis| sums(data).covariances(basis).and_then(|c| c.alpha()).unwrap_err();
    let found: Vec<_> = list(&file["undefined"])
        .iter()
        .map(|case| (case["id"].as_str().unwrap(), reason(&rows(&case["data"]), Basis::Listwise)))
        .collect();
    let expected = [
        ("one-item", Undefined::TooFewColumns),
        ("one-row", Undefined::TooFewRows),
        ("zero-total-variance", Undefined::NoVariance),
        ("all-constant", Undefined::NoVariance),
        ("no-complete-row", Undefined::TooFewRows),
    ];
    assert_eq!(found, expected);
    let last = rows(&list(&file["undefined"])[4]["data"]);
    assert_eq!(reason(&last, Basis::Pairwise), Undefined::NoPairs);
    // The two rows that both questions have lie far apart, all others in the middle.
    let both = |x| vec![Some(x), Some(x)];
    let mut odd = vec![both(1.0), both(9.0)];
    for _ in 0..20 {
        odd.extend([vec![Some(5.0), None], vec![None, Some(5.0)]]);
    }
    assert_eq!(reason(&odd, Basis::Pairwise), Undefined::InconsistentPairs);
}

#[test]
fn what_speaks_for_the_cohort() {
    let table = |complete: usize, gaps: usize| {
        let row = |i: usize| vec![Some((i % 5) as f64), Some((i % 3) as f64), (i < complete).then_some((i % 4) as f64)];
        sums(&(0..complete + gaps).map(row).collect::<Vec<_>>()).headline()
    };
    assert_eq!(table(30, 0), (Basis::Listwise, Standing::Plain));
    assert_eq!(table(35, 15), (Basis::Listwise, Standing::Plain), "seven in ten");
    assert_eq!(table(34, 16), (Basis::Pairwise, Standing::Plain), "fewer are complete, all pairs have thirty");
    assert_eq!(table(29, 30), (Basis::Listwise, Standing::Indicative));
    assert_eq!(table(10, 0), (Basis::Listwise, Standing::Indicative));
    assert_eq!(table(9, 40), (Basis::Listwise, Standing::TooFew));
}

#[test]
fn raters_and_occasions() {
    let file = data("reference-icc.json");
    let table = |case: &Value| list(&case["ratings"]).iter().map(numbers).collect::<Vec<_>>();
    for case in list(&file["cases"]) {
        let id = case["id"].as_str().unwrap();
        let found = MeanSquares::of(&table(case)).unwrap();
        let expected = &case["expected"];
        for (value, member) in [
            (Some(found.rows), "MSR"),
            (Some(found.columns), "MSC"),
            (Some(found.rest), "MSE"),
            (found.single().ok(), "icc_2_1"),
            (found.mean().ok(), "icc_2_k"),
            (found.consistency().ok(), "icc_3_k"),
            (Some(found.sem().value), "sem_agreement"),
            (Some(found.sem().sdc(Z95)), "sdc_individual"),
        ] {
            close(value, &expected[member], &format!("{id} {member}"));
        }
        assert_eq!(
            (found.n as u64, found.k as u64),
            (expected["n_targets"].as_u64().unwrap(), expected["k_raters"].as_u64().unwrap())
        );
    }
    let reasons: Vec<_> = list(&file["undefined"])
        .iter()
        .map(|case| MeanSquares::of(&table(case)).and_then(|found| found.single()).unwrap_err())
        .collect();
    let expected = [Undefined::NoVariance, Undefined::TooFewColumns, Undefined::TooFewRows, Undefined::NoVariance];
    assert_eq!(reasons, expected);
}

#[test]
fn the_generator_is_the_stated_one() {
    let file = data("reference-bootstrap.json");
    for case in list(&file["splitmix64"]) {
        let mut generator = SplitMix::new(case["seed"].as_u64().unwrap());
        for expected in list(&case["first"]) {
            assert_eq!(format!("{:#018x}", generator.next()), *expected);
        }
    }
    let below = &file["below"];
    let mut generator = SplitMix::new(below["seed"].as_u64().unwrap());
    for expected in list(&below["first_20"]) {
        assert_eq!(generator.below(10) as u64, *expected);
    }
}

#[test]
fn intervals_by_resampling() {
    let file = data("reference-bootstrap.json");
    let cronbach = data("reference-cronbach.json");
    let cohort = rows(&list(&cronbach["cases"]).iter().find(|c| c["id"] == "cohort-32x6-complete").unwrap()["data"]);
    let room = data("reference-krippendorff.json");
    let room = units(&list(&room["cases"]).iter().find(|c| c["id"] == "workshop-5x12-levels").unwrap()["ratings"]);

    let of_cohort = |drawn: &[usize]| {
        let drawn: Vec<Row> = drawn.iter().map(|&row| cohort[row].clone()).collect();
        sums(&drawn).covariances(Basis::Listwise).and_then(|c| c.alpha()).ok()
    };
    let of_room = |drawn: &[usize]| {
        let drawn: Vec<&[u32]> = drawn.iter().map(|&unit| room[unit].as_slice()).collect();
        alpha(&drawn, Distance::Ordinal).ok().map(|alpha| alpha.value)
    };
    let cases = list(&file["cases"]);
    assert_eq!(cases.len(), 4);
    for case in cases {
        let of_units = case["statistic"].as_str().unwrap().starts_with("krippendorff");
        let n = if of_units { room.len() } else { cohort.len() };
        let expected = &case["expected"];
        let (mut first, mut values) = (Vec::new(), Vec::new());
        let found = intervals(
            n,
            case["B"].as_u64().unwrap() as usize,
            case["seed"].as_u64().unwrap(),
            1,
            &mut |drawn, found| {
                found[0] = if of_units { of_room(drawn) } else { of_cohort(drawn) };
                if values.is_empty() {
                    first = drawn.to_vec();
                }
                values.push(found[0].unwrap());
            },
        );
        let interval = found[0].unwrap();
        assert_eq!(serde_json::json!(first), expected["first_replicate_rows_zero_based"]);
        for (value, expected) in values.iter().zip(list(&expected["first_three_replicates"])) {
            close(Some(*value), expected, "replicate");
        }
        let limits = list(&expected["ci95_percentile"]);
        close(Some(interval.low), &limits[0], "low");
        close(Some(interval.high), &limits[1], "high");
        close(Some(values.iter().sum::<f64>() / values.len() as f64), &expected["bootstrap_mean"], "mean");
    }
    assert!(cases.iter().any(|case| case["B"] == REPLICATES && case["seed"] == SEED));
}

#[test]
fn no_interval_without_enough_rows_or_values() {
    let few = intervals(9, 50, SEED, 2, &mut |_, found| found.fill(Some(1.0)));
    assert_eq!(few, [Err(Undefined::TooFewRows); 2]);
    let mut calls = 0;
    let mixed = intervals(10, 100, SEED, 2, &mut |_, found| {
        calls += 1;
        found[0] = (calls > 10).then_some(1.0);
        found[1] = (calls > 11).then_some(1.0);
    });
    assert_eq!(mixed[0].unwrap().undefined, 10);
    assert_eq!(mixed[1], Err(Undefined::UndefinedReplicates));
}

#[test]
fn flags_of_questions() {
    let tally = |choices: &[u64], unknown, not_applicable| Tally {
        choices: choices.to_vec(),
        unknown,
        not_applicable,
        unanswered: 0,
    };
    assert_eq!(tally(&[0, 30, 0], 0, 0).flags(None), [Flag::Constant]);
    assert_eq!(tally(&[0, 60, 0], 0, 0).flags(None), [Flag::Constant], "that nothing else is used goes without saying");
    assert_eq!(tally(&[4, 24, 2], 0, 0).flags(None), [Flag::Narrow(1)]);
    assert_eq!(tally(&[7, 23, 0], 0, 0).flags(None), [], "unused is told from fifty ratings on");
    assert_eq!(tally(&[20, 30, 0], 0, 0).flags(None), [Flag::Unused(2)]);
    assert_eq!(tally(&[20, 20, 10], 13, 0).flags(None), [Flag::OftenUnknown(13.0 / 63.0)]);
    assert_eq!(tally(&[20, 20, 10], 0, 13).flags(None), [Flag::OftenNotApplicable(13.0 / 63.0)]);
    assert_eq!(tally(&[10, 10, 9], 0, 0).flags(Some((0.1, 29))), [], "nothing below thirty");
    assert_eq!(tally(&[10, 10, 9], 0, 0).flags(Some((0.1, 30))), [Flag::LowItemRest(0.1)]);
    assert_eq!(tally(&[10, 10, 9], 0, 0).flags(Some((0.2, 30))), [Flag::Wording(0.2)]);
    assert_eq!(tally(&[10, 10, 9], 0, 0).flags(Some((0.3, 30))), []);
    assert_eq!(tally(&[0, 0, 0], 0, 0).flags(None), []);
    assert_eq!(tally(&[], 0, 0).flags(None), []);
}

proptest! {
    #[test]
    fn order_and_grouping_change_nothing(
        table in prop::collection::vec(prop::collection::vec(prop::option::of(0u32..5001), 4), 0..40),
        cuts in prop::collection::vec(0usize..3, 40),
    ) {
        let table: Vec<Row> =
            table.iter().map(|row| row.iter().map(|x| x.map(|x| f64::from(x) / 1000.0)).collect()).collect();
        let mut whole = Sums::new(4);
        for row in &table {
            whole.add(row.iter().copied());
        }
        let mut parts = vec![Sums::new(4); 3];
        for (row, part) in table.iter().zip(&cuts).rev() {
            parts[*part].add(row.iter().copied());
        }
        let mut united = Sums::new(4);
        for part in &parts {
            united.merge(part);
        }
        for basis in [Basis::Listwise, Basis::Pairwise] {
            let (one, other) = (whole.covariances(basis), united.covariances(basis));
            prop_assert_eq!(&one, &other);
            if let Ok(c) = one {
                prop_assert!(c.alpha().is_err() || c.alpha().unwrap().is_finite());
                if let (Basis::Listwise, Ok(alpha), Ok(lambda2)) = (basis, c.alpha(), c.lambda2()) {
                    prop_assert!(lambda2 >= alpha - 1e-9);
                }
            }
        }
        prop_assert_eq!(whole.headline(), united.headline());
    }
}

/// A row of the shipped rubric in which every question is answered with its lowest choice.
fn row(id: u64, organisation: u64, day: i64) -> pool::Row {
    pool::Row {
        id: [id, 0],
        organisation,
        changed: day * 86_400_000,
        mode: Mode::OwnAssessment,
        sheet: pool::Sheet { at: 0, stratum: 0, model: 0, profile: 0, depth: Depth::Quick },
    }
}

#[test]
fn a_second_look_is_two_to_six_weeks_later() {
    let rubric = SHIPPED[0].read().unwrap();
    let codes = |row: &pool::Row| -> &'static [u8] { if row.id[0] == 99 { &[0; 24] } else { &[3; 24] } };
    let pairs = |rows: Vec<pool::Row>| -> Vec<[u64; 2]> {
        retests(rows, 0, &rubric, &codes).iter().map(|pair| pair.map(|row| row.id[0])).collect()
    };
    assert_eq!(pairs(vec![row(1, 7, 100), row(2, 7, 113)]), Vec::<[u64; 2]>::new(), "within two weeks they remember");
    assert_eq!(pairs(vec![row(2, 7, 114), row(1, 7, 100)]), [[1, 2]]);
    assert_eq!(pairs(vec![row(1, 7, 100), row(2, 7, 142)]), [[1, 2]]);
    assert_eq!(pairs(vec![row(1, 7, 100), row(2, 7, 143)]), Vec::<[u64; 2]>::new(), "things have changed by then");
    assert_eq!(pairs(vec![row(1, 7, 100), row(2, 8, 120)]), Vec::<[u64; 2]>::new(), "another organisation");
    assert_eq!(pairs(vec![row(1, 7, 100), row(1, 7, 120)]), Vec::<[u64; 2]>::new(), "a copy of the same assessment");
    assert_eq!(pairs(vec![row(1, 7, 100), row(99, 7, 110), row(2, 7, 120)]), [[1, 2]], "too little is answered");
    let thrice = vec![row(1, 7, 100), row(2, 7, 120), row(3, 7, 140), row(5, 6, 1), row(6, 6, 20)];
    assert_eq!(pairs(thrice), [[5, 6], [1, 2]], "the first two of each, by organisation");
}

//! The statistics in `assets/sql` on `DuckDB` and on Spark, against `gradus cohort`, over the same
//! generated assessments. An engine that is not installed is skipped and says so.
//!
//! `GRADUS_ROUNDS=100` takes 100,000 assessments instead of 1,000; `GRADUS_PYTHON` names an
//! interpreter that has the modules duckdb and pyspark.

#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

#[path = "support/generate.rs"]
mod generate;
#[path = "support/places.rs"]
mod places;

use std::path::{Path, PathBuf};
use std::process::Command;

use places::Places;
use serde_json::Value;

const FULL: usize = 100_000;
/// High enough that some sectors are told together, whatever the number of assessments.
fn k(count: usize) -> String {
    (count * 12 / 100).min(1000).to_string()
}

fn count() -> usize {
    let rounds = std::env::var("GRADUS_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    FULL * rounds / 100
}

fn gradus(places: &Places, arguments: &[&str]) -> Vec<u8> {
    let done = places.output(arguments);
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn json(places: &Places, arguments: &[&str]) -> Value {
    serde_json::from_slice(&gradus(places, arguments)).unwrap()
}

/// Where Python is: the one named, the one that CI made, or the system's.
fn python() -> PathBuf {
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sql-venv/bin/python");
    let named = std::env::var_os("GRADUS_PYTHON").map(PathBuf::from);
    named.unwrap_or_else(|| if made.exists() { made } else { "python3".into() })
}

/// What an engine makes of the table; `None` with a printed reason if it is not here.
fn run(engine: &str, table: &Path, k: &str) -> Option<Value> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = Command::new(python())
        .arg(here.join("tests/sql/run.py"))
        .args([engine, &here.join("assets/sql").to_string_lossy(), &table.to_string_lossy(), k, "quick"])
        .output();
    let done = match done {
        Ok(done) => done,
        Err(e) => {
            println!("skipped: {engine}: no Python: {e}");
            return None;
        }
    };
    if done.status.code() == Some(3) {
        println!("skipped: {engine}: {}", String::from_utf8_lossy(&done.stdout).trim());
        return None;
    }
    assert!(done.status.success(), "{engine}: {}", String::from_utf8_lossy(&done.stderr));
    Some(serde_json::from_slice(&done.stdout).unwrap())
}

#[track_caller]
fn close(found: &Value, expected: &Value, what: &str) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9;
    let same = found.as_f64().zip(expected.as_f64()).map_or(found == expected, |(a, b)| near(a, b));
    assert!(same, "{what}: {found}, expected {expected}");
}

fn by<'v>(rows: &'v Value, names: &[(&str, &str)]) -> Option<&'v Value> {
    rows.as_array().unwrap().iter().find(|row| names.iter().all(|(name, value)| row[*name] == *value))
}

/// Every number of `gradus cohort` is the engine's.
fn compare(engine: &str, found: &Value, whole: &Value, protected: &Value, study: &Value) {
    let mut compared = 0;
    let items = whole["groups"][0]["items"].as_object().unwrap();
    for (id, expected) in items.iter().filter(|(id, _)| *id != "overall" && *id != "balance" && !id.contains('.')) {
        let row = by(&found["summary"], &[("item", id)]).unwrap();
        for (column, expected) in [
            ("n", &expected["n"]),
            ("mean", &expected["mean"]),
            ("sd", &expected["sd"]),
            ("p10", &expected["cuts"]["p10"]),
            ("p25", &expected["cuts"]["p25"]),
            ("p50", &expected["cuts"]["p50"]),
            ("p75", &expected["cuts"]["p75"]),
            ("p90", &expected["cuts"]["p90"]),
        ] {
            close(&row[column], expected, &format!("{engine} {id} {column}"));
            compared += 1;
        }
    }
    assert_eq!(compared, 8 * (4 + 24), "every dimension and area");

    let mut lines = 0;
    for group in protected["groups"].as_array().unwrap() {
        let line = match group["group"].as_str().unwrap() {
            "sector" => "sector",
            "other_sectors" => "other",
            _ => continue,
        };
        lines += 1;
        let sector = group["sector"].as_str().unwrap_or("");
        // Not everybody has a score in an area, so some are told of fewer organisations than the sector has.
        for dimension in ["N", "R", "O", "A", "N1", "R6", "O5", "A5"] {
            let expected = &group["items"][dimension];
            let what = format!("{engine} {line} {sector} {dimension}");
            match by(&found["sectors"], &[("line", line), ("sector", sector), ("item", dimension)]) {
                Some(row) => {
                    close(&row["n"], &expected["n"], &what);
                    close(&row["mean"], &expected["mean"], &what);
                }
                None => assert!(expected["mean"].is_null(), "{what} is told"),
            }
        }
    }
    let told: std::collections::BTreeSet<_> =
        found["sectors"].as_array().unwrap().iter().map(|row| row["sector"].as_str().unwrap()).collect();
    assert_eq!(told.len(), lines, "{engine}: as many lines");
    let is_together = protected["groups"].as_array().unwrap().iter().any(|group| group["group"] == "other_sectors");
    assert_eq!(told.contains(""), is_together, "{engine}: whether some sectors are told together");
    // The threshold has an upper end, above which the sectors of the full run all are.
    assert!(is_together || count() > 10_000, "{engine}: nothing is told together");

    for expected in study["dimensions"].as_array().unwrap() {
        let id = expected["id"].as_str().unwrap();
        let row = by(&found["alpha"], &[("dimension", id)]).unwrap();
        for (column, expected) in [
            ("listwise", &expected["alpha_listwise"]["value"]),
            ("pairwise", &expected["alpha_pairwise"]["value"]),
            ("complete_rows", &expected["complete"]),
            ("rarest_pair", &expected["rarest_pair"]),
        ] {
            assert!(!expected.is_null());
            close(&row[column], expected, &format!("{engine} alpha {id} {column}"));
        }
    }
}

#[test]
fn the_same_numbers_from_duckdb_and_from_spark() {
    let places = Places::new();
    let (pool, table) = (places.root().join("pool"), places.root().join("answers.csv"));
    let count = count();
    generate::Generator::new(11).write(&pool, count, 1000, 0).unwrap();
    let (pool, k) = (pool.to_string_lossy().into_owned(), k(count));
    gradus(&places, &["collect", &pool, "--flat", "-o", &table.to_string_lossy()]);
    let whole = json(&places, &["cohort", &pool, "--internal", "--json"]);
    let protected = json(&places, &["cohort", &pool, "--by", "sector", "--k", &k, "--json"]);
    let study = json(&places, &["cohort", &pool, "--reliability", "--json"]);
    for engine in ["duckdb", "spark"] {
        let begin = std::time::Instant::now();
        if let Some(found) = run(engine, &table, &k) {
            compare(engine, &found, &whole, &protected, &study);
            println!("{engine}: {count} assessments in {:.1} s", begin.elapsed().as_secs_f64());
        }
    }
}

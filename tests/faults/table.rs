//! `tests/FAULTS.md` says which test stands for which fault: it must be true.

use std::fs;
use std::path::Path;

use crate::ground::skipped;

#[test]
fn every_fault_has_a_test_that_is_there_or_a_reason_that_is_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let table = fs::read_to_string(folder.join("FAULTS.md")).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let row = |name: &str| rows.iter().find(|row| row.get(1) == Some(&name)).unwrap_or_else(|| panic!("no row {name}"));
    let names = (1..=34).map(|n| format!("F{n}")).chain((1..=25).map(|n| format!("S{n}")));
    for name in names {
        let said = row(&name)[3];
        if let Some((_, reason)) = said.split_once("skipped: ") {
            skipped(&name, reason);
        }
        let tests: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty() || said.starts_with("skipped: "), "{name} has neither");
        for test in tests {
            let (file, function) = test.split_once("::").unwrap();
            let code = fs::read_to_string(folder.join(file)).unwrap_or_else(|e| panic!("{name}: {file}: {e}"));
            assert!(code.contains(&format!("fn {function}(")), "{name}: no {function} in {file}");
        }
    }
}

//! The schema that editors are given is made from the types in which the file is read.

use std::{env, fs};

use super::File;

/// Where it stands.
const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rubrics/schema.json");
/// Set to write the file instead of comparing it.
const WRITE: &str = "GRADUS_WRITE_SCHEMA";

#[test]
fn the_schema_is_that_of_the_types() {
    let made = format!("{:#}\n", schemars::schema_for!(File).as_value());
    if env::var_os(WRITE).is_some() {
        return fs::write(SCHEMA, &made).unwrap();
    }
    let kept = fs::read_to_string(SCHEMA).unwrap();
    assert_eq!(kept, made, "write it anew with {WRITE}=1 cargo test --lib schema");
}

//! What editors and authors are given: the schema of the format and a rubric to begin with.

use crate::packed::{Packed, packed};

/// The JSON Schema of a rubric file, as it stands in `rubrics/schema.json`.
pub static SCHEMA: Packed = packed!("schema.json");

/// A small rubric explained by `$comment` members; `{id}` stands where its id belongs.
pub static TEMPLATE: Packed = packed!("template.json");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::{Rubric, file};

    /// Set to write the file instead of comparing it.
    const WRITE: &str = "GRADUS_WRITE_SCHEMA";

    #[test]
    fn the_schema_is_that_of_the_types() {
        let made = format!("{:#}\n", schemars::schema_for!(file::File).as_value());
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/rubrics/schema.json"), &made).unwrap();
            return;
        }
        assert_eq!(SCHEMA.text(), made, "write it anew with {WRITE}=1 cargo test --lib schema");
    }

    #[test]
    fn the_template_is_a_rubric() {
        let rubric = Rubric::read(TEMPLATE.text().replace("{id}", "own").as_bytes()).unwrap();
        assert_eq!(rubric.id.as_str(), "own");
    }
}

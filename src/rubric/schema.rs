//! What editors and authors are given: the schema of the format and a rubric to begin with.

use crate::packed::{Packed, packed};

/// The JSON Schema of a rubric file, as it stands in `rubrics/schema.json`.
pub static SCHEMA: Packed = packed!("schema.json");

/// A small rubric explained by `$comment` members; `{id}` stands where its id belongs.
pub static TEMPLATE: Packed = packed!("template.json");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Rubric;

    #[test]
    fn the_template_is_a_rubric() {
        let rubric = Rubric::read(TEMPLATE.text().replace("{id}", "own").as_bytes()).unwrap();
        assert_eq!(rubric.id.as_str(), "own");
    }
}

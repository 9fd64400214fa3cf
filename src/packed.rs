//! Texts that are part of the program, deflated by the build to a fraction of their size.

use flate2::{Decompress, FlushDecompress};

/// A text that was deflated when the program was built.
pub struct Packed(&'static [u8]);

impl Packed {
    /// Of what the build has made: four bytes with the length of the text, the lowest first, then the
    /// deflated text. The macro `packed!` puts it in.
    pub const fn of(made: &'static [u8]) -> Self {
        Self(made)
    }

    /// The text. It panics only if the program was built wrongly: a test reads every one.
    pub fn text(&self) -> String {
        let inflated = self.0.split_first_chunk().and_then(|(length, deflated)| {
            let mut text = Vec::with_capacity(u32::from_le_bytes(*length) as usize);
            Decompress::new(false).decompress_vec(deflated, &mut text, FlushDecompress::Finish).ok()?;
            String::from_utf8(text).ok()
        });
        inflated.expect("build.rs has deflated a text")
    }
}

/// A file that the build has packed, by its name without its folder.
macro_rules! packed {
    ($name:literal) => {
        $crate::packed::Packed::of(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".packed")))
    };
}

pub(crate) use packed;

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

//! The rubrics that are part of the program.

use super::{Refusal, Rubric};

/// A rubric compiled into the program.
pub struct Shipped {
    /// Its id, known without reading it.
    pub id: &'static str,
    /// Its version, likewise.
    pub version: &'static str,
    /// The file of `rubrics/` in its compact form. It stands in the program as it is: inflating it would be a
    /// fifth of a start, and so its texts are parts of the program.
    pub json: &'static str,
    /// SHA-256 of that form, 64 hexadecimal digits.
    pub sha256: &'static str,
}

impl Shipped {
    /// Skims it. A test reads every shipped rubric whole, so this fails in development only.
    pub fn read(&self) -> Result<Rubric, Refusal> {
        Rubric::skim(&self.json.into())
    }

    /// The shipped rubric that has this hash.
    pub fn of_hash(sha256: &str) -> Option<&'static Self> {
        SHIPPED.iter().find(|s| s.sha256 == sha256)
    }

    /// The newest version of the shipped rubric named `id`.
    pub fn find(id: &str) -> Option<&'static Self> {
        SHIPPED.iter().find(|s| s.id == id)
    }
}

/// Every shipped rubric; of one id the newest version comes first, and earlier ones stay, so that
/// assessments in them open and can be upgraded.
pub static SHIPPED: [Shipped; 1] = [Shipped {
    id: "icp",
    version: "1.0.0",
    json: include_str!(concat!(env!("OUT_DIR"), "/icp.json")),
    sha256: include_str!(concat!(env!("OUT_DIR"), "/icp.sha256")),
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Depth;

    #[test]
    fn every_shipped_rubric_is_read() {
        for shipped in &SHIPPED {
            let rubric = shipped
                .read()
                .unwrap_or_else(|e| panic!("{}: {}", shipped.id, e.sentence(&crate::lang::Lang::En.words().fault)));
            assert!(Rubric::read(shipped.json.as_bytes()).is_ok());
            assert_eq!((rubric.id.as_str(), &*rubric.version.to_string()), (shipped.id, shipped.version));
            assert_eq!(rubric.languages, crate::lang::Lang::ALL);
        }
    }

    #[test]
    fn its_texts_are_parts_of_the_program() {
        let shipped = Shipped::find("icp").unwrap();
        let rubric = shipped.read().unwrap();
        let program = shipped.json.as_bytes().as_ptr_range();
        assert!(rubric.questions.iter().all(|q| program.contains(&q.text.get(crate::lang::Lang::Zh).as_ptr())));
    }

    #[test]
    fn icp_has_four_dimensions_of_six_areas() {
        let rubric = Shipped::find("icp").unwrap().read().unwrap();
        let dimensions: Vec<&str> = rubric.dimensions.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(dimensions, ["N", "R", "O", "A"]);
        assert!(rubric.dimensions.iter().all(|d| d.areas.len() == 6));
        assert_eq!(rubric.asked(Depth::Quick).count(), 24);
        let allowed: Vec<&str> = rubric.questions.iter().filter(|q| q.na_allowed).map(|q| q.id.as_str()).collect();
        assert_eq!(
            allowed,
            ["N2.1", "N2.2", "N3.1", "N3.2", "N4.1", "N4.2", "N5.1", "N5.2", "R6.1", "R6.2", "A5.1", "A5.2"]
        );
    }
}

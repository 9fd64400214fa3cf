//! The rubrics that are part of the program.

use flate2::{Decompress, FlushDecompress};

use super::{Fault, Refusal, Rubric};

/// A rubric compiled into the program.
pub struct Shipped {
    /// Its id, known without reading it.
    pub id: &'static str,
    /// The file of `rubrics/` in its compact form, deflated to a quarter of its size.
    deflated: &'static [u8],
    /// Bytes of that form in decimal digits.
    size: &'static str,
    /// SHA-256 of that form, 64 hexadecimal digits.
    pub sha256: &'static str,
}

impl Shipped {
    /// The file of `rubrics/` in its compact form; `None` only if the program was built wrongly.
    pub fn json(&self) -> Option<String> {
        let mut json = Vec::with_capacity(self.size.parse().ok()?);
        Decompress::new(false).decompress_vec(self.deflated, &mut json, FlushDecompress::Finish).ok()?;
        String::from_utf8(json).ok()
    }

    /// Reads it. A test reads every shipped rubric, so this fails in development only.
    pub fn read(&self) -> Result<Rubric, Refusal> {
        // What a start need not pay for: a test looks at size, encoding and depth.
        let json = self.json().ok_or_else(|| Fault::NotUtf8 { byte: 0 }.at(""))?;
        Rubric::of_text(&json).map_err(|mut refusals| refusals.swap_remove(0))
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
    deflated: include_bytes!(concat!(env!("OUT_DIR"), "/icp.deflate")),
    size: include_str!(concat!(env!("OUT_DIR"), "/icp.size")),
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
            assert!(Rubric::read(shipped.json().unwrap().as_bytes()).is_ok());
            assert_eq!(rubric.id.as_str(), shipped.id);
            assert_eq!(rubric.languages, crate::lang::Lang::ALL);
        }
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

//! What would lift the whole and each dimension by a level.

use crate::lang::Lang;
use crate::measure::{Measured, Reply, Subject, one_way, say};
use crate::rubric::{DimensionIx, Rubric};

/// One way to the next level for each that has one, in sentences.
pub(super) fn sentences(rubric: &Rubric, replies: &[Reply], measured: &Measured, lang: Lang) -> Vec<String> {
    let dimensions = (0..rubric.dimensions.len()).map(|d| Subject::Dimension(DimensionIx(d)));
    let told = |subject: Subject| {
        let (target, raises) = one_way(rubric, replies, measured, subject).filter(|(_, raises)| !raises.is_empty())?;
        let way = say::one_way(rubric, target, &raises, lang);
        Some(format!("{}{}{way}", say::name(rubric, subject, lang), lang.words().report.colon))
    };
    std::iter::once(Subject::Overall).chain(dimensions).filter_map(told).collect()
}

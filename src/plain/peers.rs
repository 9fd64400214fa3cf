//! Where a result stands among others, in lines.

use crate::lang::Lang;
use crate::report::standing::PeersPart;

/// What stands below a result: who the others are, then the place of the whole and of each part that has one.
pub fn text(part: &PeersPart, lang: Lang) -> String {
    let words = lang.words();
    let told = part.rows(lang).map(|[name, _, place]| format!("  {name}{}{place}", words.report.colon));
    let notes = part.notes.iter().cloned();
    std::iter::once(format!("\n\n{}", words.cohort.standing)).chain(notes).chain(told).collect::<Vec<_>>().join("\n")
}

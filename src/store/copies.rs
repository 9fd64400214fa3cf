//! Files that hold the same assessment: known by the id inside, never by their names.

use super::list::Listed;
use super::merge::is_same_subject;
use crate::assessment::{Assessment, Field, Thing};

/// That a file has the id of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Place of the other one in the list.
    pub of: usize,
    /// Whether both are about the same subject; if not, the file was copied to begin something else.
    pub same_subject: bool,
    /// Whether the other one holds all that is in this one.
    pub is_held: bool,
}

/// For each file of a list, of which other one it is a copy.
///
/// Among files with one id that one counts as the original whose subject was changed least, then
/// the one with the shortest name: who copies a file to begin something else renames the subject,
/// and tools that keep both sides of a conflict make names longer.
pub fn copies(listed: &[Listed]) -> Vec<Option<Copy>> {
    let read = |place: usize| listed[place].found.as_ref().ok().map(|opened| &opened.assessment);
    let name = |place: usize| listed[place].path.file_name().map_or(0, std::ffi::OsStr::len);
    let rank = |place: usize| (read(place).map_or(0, names), name(place), &listed[place].path);
    let copy = |place: usize| {
        let this = read(place)?;
        let same_id = (0..listed.len()).filter(|other| read(*other).is_some_and(|a| a.id == this.id));
        let of = same_id.min_by_key(|other| rank(*other)).filter(|of| *of != place)?;
        let original = read(of)?;
        let is_held = this.ledger().events().iter().all(|e| original.ledger().event(e.id).is_some());
        Some(Copy { of, same_subject: is_same_subject(original, this), is_held })
    };
    (0..listed.len()).map(copy).collect()
}

/// How often the subject was named.
fn names(assessment: &Assessment) -> usize {
    let is_name = |thing: &Thing| *thing == Thing::Setup(Field::Subject);
    assessment.ledger().events().iter().filter(|e| is_name(&e.thing)).count()
}

//! Names: of whom a report is about, and who said what.

use crate::assessment::{Field, Thing};

/// Fields of the setup that name somebody.
pub(super) const fn is_name(field: Field) -> bool {
    matches!(field, Field::Subject | Field::Unit | Field::Site | Field::Assessor)
}

/// Whether what is said of a thing names somebody: such a field, who does a step of the plan, whom
/// somebody talked to, who is in the room and votes there.
pub(super) const fn is_telling(thing: &Thing) -> bool {
    match thing {
        Thing::Setup(field) => is_name(*field),
        Thing::Measure(..) | Thing::Interviewee(_) | Thing::Rater(_) | Thing::Left(_) | Thing::Vote(..) => true,
        _ => false,
    }
}

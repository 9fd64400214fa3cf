//! Many organisations: who may be in a pool, what its numbers are, and what of them may be told
//! without exposing anybody (methods §3.1, §4).
//!
//! Every number comes out of counts of equal values, taken in rising order. So it is the same to
//! the last bit for any order of files and any number of threads.

mod benchmark;
mod cell;
mod cross;
mod include;
mod known;
mod position;
mod protect;
mod scorer;
mod strata;
mod summary;
mod suppress;
mod tallies;
mod tally;

pub use benchmark::{Benchmark, OVERALL};
pub use cell::{Class, Cut, Shown, shown_of};
pub(super) use include::is_complete;
pub use include::{Left, Reason, Rules, Selection, select};
pub use position::{Position, Positions, Standing, band, percentile_rank};
pub use scorer::{Flat, Scorer};
pub use strata::{By, Cell, Plan};
pub use summary::{Summary, ToldCell};
pub use suppress::suppressed;
pub use tallies::{Places, Tallies};
pub use tally::{Distribution, Tally};

/// Fewer organisations than this are nobody's business (methods §4.2).
pub const K: u32 = 5;
/// The smallest k that may be asked for.
pub const SMALLEST_K: u32 = 3;

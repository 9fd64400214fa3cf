//! Text that may be shown: cleaning, display width, wrapping, cutting.
//!
//! Two rules live here and nowhere else. Text from a file, an argument or the
//! environment becomes [`Clean`] before anything may show it; and a column is
//! measured by display width, never by bytes or characters.

mod alike;
mod clean;
mod graphemes;
mod hidden;
mod layout;
mod typed;

pub use alike::{folded, nearest};
pub use clean::{Clean, Source};
pub use graphemes::graphemes;
pub use hidden::{clean_block, clean_line, escape_hidden, first_hidden, has_hidden};
pub use layout::{cut_middle, fit, measured_fit, one_line, pad, pad_left, width, wrap, wrap_first};
pub use typed::{usual, usual_line};

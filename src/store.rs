//! x
pub mod log;

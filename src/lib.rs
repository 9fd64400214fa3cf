//! Maturity assessment in a terminal: offline, Chinese and English.
//!
//! Four groups, each of which knows only those above it:
//!
//! **The subject matter**, pure, a crate of its own (`core/`): [`rubric`] says what is asked, [`assessment`] what was
//! answered (the fold of its events), [`measure`] what it means. [`text`] cleans and measures whatever may be
//! shown, [`lang`] holds every word in both languages, [`radar`] turns numbers into corners, [`order`] sorts.
//!
//! **The outside**: [`store`] is the disk. A file is a list of events, only ever appended to, with a
//! second copy in the state folder.
//!
//! **The faces**: [`tui`] is the full screen, [`plain`] the same walk in lines, [`cli`] the
//! commands, [`report`] what is printed for people who do not have the program, and the tables
//! that come back from them.
//!
//! **The shell** between them: [`desk`] opens and records, [`clock`] tells the time, [`out`] is the
//! one way to standard output, [`packed`] holds long texts of the program.

#![forbid(unsafe_code)]

pub mod cli;
pub mod clock;
pub mod desk;
pub mod out;
pub mod packed;
pub mod plain;
pub mod report;
pub mod store;
pub mod tui;

pub use gradus_core::{assessment, lang, measure, order, radar, rubric, text};

//! Maturity assessment in a terminal: offline, Chinese and English.
//!
//! Four groups, each of which knows only those above it:
//!
//! **The subject matter**, pure: [`rubric`] says what is asked, [`assessment`] what was answered
//! (the fold of its events), [`measure`] what it means. [`text`] cleans and measures whatever may be
//! shown, [`lang`] holds every word in both languages, [`radar`] turns numbers into corners,
//! [`order`] sorts, [`packed`] holds long texts of the program.
//!
//! **The outside**: [`store`] is the disk. A file is a list of events, only ever appended to, with a
//! second copy in the state folder.
//!
//! **The faces**: [`tui`] is the full screen, [`plain`] the same walk in lines, [`cli`] the
//! commands, [`report`] what is printed for people who do not have the program, and the tables
//! that come back from them.
//!
//! **The shell** between them: [`desk`] opens and records, [`clock`] tells the time, [`out`] is the
//! one way to standard output.

#![forbid(unsafe_code)]

pub mod assessment;
pub mod cli;
pub mod clock;
pub mod desk;
pub mod lang;
pub mod measure;
pub mod order;
pub mod out;
pub mod packed;
pub mod plain;
pub mod radar;
pub mod report;
pub mod rubric;
pub mod store;
pub mod text;
pub mod tui;

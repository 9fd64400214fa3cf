//! The subject matter of gradus, pure: no file, no clock, no terminal.
//!
//! [`rubric`] says what is asked, [`assessment`] what was answered (the fold of its events), [`measure`] what it
//! means. Below them, [`text`] cleans and measures whatever may be shown, [`lang`] holds every word in both languages,
//! [`format`](mod@format) reads a rubric file as it is written, [`radar`] turns numbers into corners, [`order`] sorts.
//! Each module knows only those before it: format, text, lang, rubric, assessment, measure.

#![forbid(unsafe_code)]

pub mod assessment;
mod format;
pub mod lang;
pub mod measure;
pub mod order;
pub mod radar;
pub mod rubric;
pub mod text;

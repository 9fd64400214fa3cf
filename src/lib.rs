//! x
pub mod assessment;
pub mod lang;
pub mod measure;
pub mod radar;
pub mod rubric;
pub mod store;
pub mod text;
pub mod tui;

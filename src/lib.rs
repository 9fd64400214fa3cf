//! x
pub mod assessment;
pub mod lang;
pub mod rubric;
pub mod store;
pub mod text;

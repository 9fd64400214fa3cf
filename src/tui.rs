//! x
pub mod app;
mod input;
pub mod key;
pub mod keys;
pub mod theme;
pub mod view;
pub mod widget;

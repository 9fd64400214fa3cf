//! Parts that screens are made of.

pub mod bars;
pub mod cell;
pub mod dots;
pub mod marks;
pub mod pen;
pub mod radar;
pub mod sheet;

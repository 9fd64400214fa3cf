//! What is left to do when the program panics.

use std::thread;

use super::terminal;
use crate::lang::fill;
use crate::out;

/// After a panic the terminal is given back, and the user learns where the data is.
pub(super) fn warn(data: String, template: &'static str) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        // A writer that dies is reported on screen, not over it.
        if thread::current().name() == Some("main") {
            terminal::give_back();
            out::complain(&fill(template, &[&data]));
            before(info);
        }
    }));
}

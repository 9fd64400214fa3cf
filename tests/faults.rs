//! The fault campaign: every fault F1–F34 of the reliability specification against the real
//! program. `tests/FAULTS.md` says which test stands for which fault.
//!
//! `GRADUS_ROUNDS=100` runs the long loops in full; by default a hundredth of them, evenly spaced.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "faults/ground.rs"]
mod ground;
#[path = "support/places.rs"]
mod places;
#[path = "support/pty.rs"]
mod pty;

#[path = "faults/calls.rs"]
mod calls;
#[path = "faults/clocks.rs"]
mod clocks;
#[path = "faults/damage.rs"]
mod damage;
#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/limits.rs"]
mod limits;
#[path = "faults/names.rs"]
mod names;
#[path = "faults/signals.rs"]
mod signals;
#[path = "faults/table.rs"]
mod table;
#[path = "faults/uniting.rs"]
mod uniting;
#[path = "faults/windows.rs"]
mod windows;

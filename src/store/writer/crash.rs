//! A writer that panics on demand, so that a test can see what becomes of the answers. Only in
//! debug builds: `GRADUS_TEST_PANIC=file`, `twin` or `writers` names those that fail at the
//! first answer they are told of.

use super::saves::Log;

/// Panics if the environment asks this writer to.
pub(super) fn if_asked_for(log: Log) {
    if !cfg!(debug_assertions) {
        return;
    }
    let named = std::env::var("GRADUS_TEST_PANIC").unwrap_or_default();
    let is_meant = match log {
        Log::File => ["file", "writers"],
        Log::Twin => ["twin", "writers"],
    };
    assert!(!is_meant.contains(&named.as_str()), "a test asked for this");
}

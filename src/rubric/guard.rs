//! What is looked at before a rubric's bytes are parsed: size, encoding, nesting.

use super::compact::after_text;
use super::fault::{Fault, Refusal};

/// Largest rubric file in bytes.
pub const MAX_RUBRIC_BYTES: usize = 4 << 20;
/// Deepest nesting of objects and arrays.
pub const MAX_DEPTH: usize = 32;

/// The file's text, as [`shallow`] gives it, if it is UTF-8.
pub(super) fn checked_text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MAX_RUBRIC_BYTES {
        return Err(Fault::FileTooLarge { limit: MAX_RUBRIC_BYTES }.at(""));
    }
    shallow(std::str::from_utf8(bytes).map_err(|e| Fault::NotUtf8 { byte: e.valid_up_to() }.at(""))?)
}

/// The text without a byte order mark, if it is small and shallow enough.
pub(super) fn shallow(text: &str) -> Result<&str, Refusal> {
    if text.len() > MAX_RUBRIC_BYTES {
        return Err(Fault::FileTooLarge { limit: MAX_RUBRIC_BYTES }.at(""));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if deepest(text) > MAX_DEPTH {
        return Err(Fault::TooDeep { limit: MAX_DEPTH }.at(""));
    }
    Ok(text)
}

/// How deep objects and arrays nest in a JSON text; stops counting just above the limit.
fn deepest(json: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    let mut rest = json.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'"' => rest = after_text(after),
            b'{' | b'[' => {
                depth += 1;
                most = most.max(depth);
                if most > MAX_DEPTH {
                    break;
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_outside_of_strings() {
        assert_eq!(deepest(r#"{"a":"[[[[","b":["\"[",{}]}"#), 3);
        assert!(deepest(&"[".repeat(5_000_000)) > MAX_DEPTH);
    }
}

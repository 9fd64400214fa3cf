//! What is asked of a rubric's bytes whatever they say: size, encoding, nesting.

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

/// The text without a byte order mark, if it is small enough.
pub(super) fn small(text: &str) -> Result<&str, Refusal> {
    if text.len() > MAX_RUBRIC_BYTES {
        return Err(Fault::FileTooLarge { limit: MAX_RUBRIC_BYTES }.at(""));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The same, if it is shallow enough too.
pub(super) fn shallow(text: &str) -> Result<&str, Refusal> {
    let text = small(text)?;
    if deepest(text) > MAX_DEPTH {
        return Err(Fault::TooDeep { limit: MAX_DEPTH }.at(""));
    }
    Ok(text)
}

/// Whether the text of a rubric that was read may nest too deep: only what explains may be of any kind. Its
/// name may be written with escapes.
pub(super) fn may_be_deep(text: &str) -> bool {
    [&b"$comment"[..], b"\\u"].iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark).is_some())
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
    fn what_nests_too_deep_is_told_however_it_is_read() {
        let json = crate::rubric::Shipped::find("icp").unwrap().json;
        let with = |name: &str, depth: usize| {
            let member = format!("{{\"{name}\":{}{},", "[".repeat(depth), "]".repeat(depth));
            json.replacen('{', &member, 1)
        };
        let none = Some(Fault::TooDeep { limit: MAX_DEPTH }.at(""));
        for (text, refused) in [
            (with("$comment", MAX_DEPTH - 1), None),
            (with("$comment", MAX_DEPTH), none.clone()),
            (with("$c\\u006fmment", MAX_DEPTH), none.clone()),
            (with("other", MAX_DEPTH), none.clone()),
            ("[".repeat(100_000), none),
        ] {
            assert_eq!(super::super::Rubric::read(text.as_bytes()).err(), refused);
            assert_eq!(super::super::Rubric::read_text(&text.into()).err(), refused);
        }
    }

    #[test]
    fn nesting_is_counted_outside_of_strings() {
        assert_eq!(deepest(r#"{"a":"[[[[","b":["\"[",{}]}"#), 3);
        assert!(deepest(&"[".repeat(5_000_000)) > MAX_DEPTH);
    }
}

//! What is looked at before a rubric's bytes are parsed: size, encoding, nesting.

use super::fault::{Fault, Refusal};

/// Largest rubric file in bytes.
pub const MAX_RUBRIC_BYTES: usize = 4 << 20;
/// Deepest nesting of objects and arrays.
pub const MAX_DEPTH: usize = 32;

/// The file's text without a byte order mark, if it is small, UTF-8 and shallow enough.
pub(super) fn checked_text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MAX_RUBRIC_BYTES {
        return Err(Fault::FileTooLarge { limit: MAX_RUBRIC_BYTES }.at(""));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| Fault::NotUtf8 { byte: e.valid_up_to() }.at(""))?;
    if deepest(text) > MAX_DEPTH {
        return Err(Fault::TooDeep { limit: MAX_DEPTH }.at(""));
    }
    Ok(text)
}

/// How deep objects and arrays nest in a JSON text; stops counting just above the limit.
fn deepest(json: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for byte in structure(json) {
        match byte {
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

/// The bytes of a JSON text that stand outside of strings.
fn structure(json: &str) -> impl Iterator<Item = u8> + '_ {
    outside(json).filter_map(|(byte, in_string)| (!in_string).then_some(byte))
}

/// Every byte of a JSON text, and whether it belongs to a string (its quotes included).
fn outside(json: &str) -> impl Iterator<Item = (u8, bool)> + '_ {
    let (mut in_string, mut escaped) = (false, false);
    json.bytes().map(move |byte| {
        if !in_string {
            in_string = byte == b'"';
            return (byte, in_string);
        }
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = false,
            _ => {}
        }
        (byte, true)
    })
}

/// A rubric file in the form that is hashed and that travels inside an assessment:
/// the same JSON text without the blanks between its parts.
pub fn compact(json: &str) -> String {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let kept = outside(json).filter(|(byte, in_string)| *in_string || !byte.is_ascii_whitespace());
    let bytes: Vec<u8> = kept.map(|(byte, _)| byte).collect();
    // Only ASCII bytes between strings are left out, so this never replaces anything.
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_outside_of_strings() {
        assert_eq!(deepest(r#"{"a":"[[[[","b":["\"[",{}]}"#), 3);
        assert!(deepest(&"[".repeat(5_000_000)) > MAX_DEPTH);
    }

    #[test]
    fn compact_drops_blanks_between_parts_only() {
        assert_eq!(compact("{ \"a\" : \"b \\\" c\",\r\n\t\"中\": [ 1 , 2 ] }"), "{\"a\":\"b \\\" c\",\"中\":[1,2]}");
    }
}

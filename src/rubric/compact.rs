//! A rubric file without the blanks between its parts: what is hashed, embedded and carried along.
//!
//! Compiled twice: into the program, and into the build script that makes the shipped rubrics compact.

/// The same JSON text without a byte order mark and without the blanks between its parts.
pub fn compact(json: &str) -> String {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let kept = outside(json).filter(|(byte, in_string)| *in_string || !byte.is_ascii_whitespace());
    let bytes: Vec<u8> = kept.map(|(byte, _)| byte).collect();
    // Only ASCII bytes between strings are left out, so this never replaces anything.
    String::from_utf8_lossy(&bytes).into_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_between_parts_go_and_those_in_strings_stay() {
        assert_eq!(compact("{ \"a\" : \"b \\\" c\",\r\n\t\"中\": [ 1 , 2 ] }"), "{\"a\":\"b \\\" c\",\"中\":[1,2]}");
    }
}

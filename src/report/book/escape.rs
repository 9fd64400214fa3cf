//! Text within XML, both ways.

/// Where a text stands within XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// In an element.
    Element,
    /// In an attribute, between double quotes: line ends and tabs written plainly would become
    /// blanks there.
    Quotes,
}

/// Appends a text as it stands within XML.
///
/// What XML cannot hold is written as spreadsheets do, `_x001B_`: a UTF-16 unit in hex. So what
/// merely looks like the start of one has its `_` written that way.
pub(super) fn escape(text: &str, within: Within, into: &mut String) {
    for (at, character) in text.char_indices() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' if within == Within::Quotes => into.push_str("&quot;"),
            '\t' if within == Within::Quotes => into.push_str("&#9;"),
            '\n' if within == Within::Quotes => into.push_str("&#10;"),
            '\t' | '\n' => into.push(character),
            '_' if unit(&text[at..]).is_some() => into.push_str("_x005F_"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                into.push_str("_x");
                for shift in [12, 8, 4, 0] {
                    into.extend(char::from_digit(character as u32 >> shift & 15, 16).map(|c| c.to_ascii_uppercase()));
                }
                into.push('_');
            }
            character => into.push(character),
        }
    }
}

/// The text that [`escape`] was given, once the entities of XML are resolved.
pub(super) fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut whole = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let unit = unit(&rest[at..]).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        // Up to here, or over the two characters that look like the start of one.
        let end = if unit.is_some() { at } else { at + 2 };
        if end > 0 {
            flush(&mut units, &mut whole);
            whole.push_str(&rest[..end]);
        }
        units.extend(unit);
        rest = &rest[if unit.is_some() { at + 7 } else { end }..];
    }
    flush(&mut units, &mut whole);
    whole + rest
}

/// The unit that a text begins with in hex, whatever follows it.
fn unit(text: &str) -> Option<u16> {
    let code = text.strip_prefix("_x")?.get(..4)?;
    code.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(code, 16).ok())?
}

/// Two units that follow one another may be one character.
fn flush(units: &mut Vec<u16>, whole: &mut String) {
    whole.push_str(&String::from_utf16_lossy(units));
    units.clear();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn escaped(text: &str, within: Within) -> String {
        let mut into = String::new();
        escape(text, within, &mut into);
        into
    }

    #[test]
    fn what_xml_cannot_hold_comes_back() {
        let units = [
            ("a_x000D__x000A_b", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_-_xDE00_", "\u{fffd}-\u{fffd}"),
            ("_x+041_ _x00g1_ _x004 _x", "_x+041_ _x00g1_ _x004 _x"),
            ("_x算力_", "_x算力_"),
            ("__x0041_", "_A"),
        ];
        for (written, meant) in units {
            assert_eq!(unescaped(written), meant, "{written}");
        }
    }

    #[test]
    fn what_is_written_is_xml() {
        let [element, quotes] = [Within::Element, Within::Quotes].map(|within| escaped("<a b=\"&\">\t\n", within));
        assert_eq!(element, "&lt;a b=\"&amp;\"&gt;\t\n");
        assert_eq!(quotes, "&lt;a b=&quot;&amp;&quot;&gt;&#9;&#10;");
        let escaped = |text| escaped(text, Within::Element);
        assert_eq!(escaped("\u{1b}[31m\r\u{fffe}"), "_x001B_[31m_x000D__xFFFE_");
        // What follows decides nothing: here it would complete the unit.
        assert_eq!(escaped("_x0041\u{1}"), "_x005F_x0041_x0001_");
        assert_eq!(escaped("_x_算力_😀"), "_x_算力_😀");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn every_text_comes_back(text in "(_|x|0|4|1|F|\u{1}|\r|\u{ffff}|.){0,40}") {
            for within in [Within::Element, Within::Quotes] {
                let xml = escaped(&text, within);
                let plain = quick_xml::escape::unescape(&xml).unwrap();
                prop_assert_eq!(&unescaped(&plain), &text);
            }
        }
    }
}

//! What a rubric file says at its beginning, without reading the rest.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::version::Version;

/// The version of the rubric in a file that begins with these bytes, if it stands there whole. Whether the
/// file is a rubric is not known by it.
pub fn version_at_head(bytes: &[u8]) -> Option<Version> {
    // The last character may be cut in two.
    let text = bytes.utf8_chunks().next()?.valid();
    let mut found = None;
    // Where the bytes end in the middle of something nothing is lost: the version stood before it or nowhere.
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let _ = serde_json::Deserializer::from_str(json).deserialize_map(Head(&mut found));
    found
}

/// The members up to the version.
struct Head<'f>(&'f mut Option<Version>);

impl<'de> Visitor<'de> for Head<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rubric")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            if name == "version" {
                *self.0 = Version::parse(&members.next_value::<String>()?);
                // The rest is not looked at.
                return Err(A::Error::custom(""));
            }
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_known_as_soon_as_it_is_said() {
        let file = "\u{feff}{ \"$schema\": \"s\", \"id\": \"x\", \"scale\": {\"version\": \"9.9.9\"},\r\n\"vers\\u0069on\" : \"1.2.3\", \"title";
        assert_eq!(version_at_head(file.as_bytes()), Version::parse("1.2.3"));
        let said = file.find("1.2.3").unwrap() + "1.2.3\"".len();
        for end in 0..said {
            assert_eq!(version_at_head(&file.as_bytes()[..end]), None, "{end}");
        }
        assert_eq!(version_at_head(&file.as_bytes()[..said]), Version::parse("1.2.3"));
        let cut = [&file.as_bytes()[..said], ",\"title\":\"成".as_bytes().split_last().unwrap().1].concat();
        assert_eq!(version_at_head(&cut), Version::parse("1.2.3"));
        for other in ["[\"version\", \"1.2.3\"]", "{\"version\": 1}", "{\"version\": \"1.2\"}", "{}", "\"version\""] {
            assert_eq!(version_at_head(other.as_bytes()), None, "{other}");
        }
    }
}

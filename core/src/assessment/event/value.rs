//! What a thing was set to.

use std::sync::LazyLock;

use crate::text::{Clean, Source};

/// What a thing is, as one compact JSON value; `null` clears it.
///
/// A whole rubric can be one, and an event stands in several places at once, so copies share the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value(Source);

/// The answers that [`plain_level`] reads.
static LEVELS: LazyLock<[Value; 10]> =
    LazyLock::new(|| std::array::from_fn(|level| Value(format!("{{\"level\":{level}}}").into())));

impl Value {
    /// `null`.
    pub fn cleared() -> Self {
        Self("null".into())
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::json(&serde_json::Value::from(text))
    }

    /// Any JSON value.
    pub fn json(value: &serde_json::Value) -> Self {
        Self(value.to_string().into())
    }

    /// JSON text, if it is one value. Most are answers, and those need neither a parser nor a copy.
    pub fn read(json: &str) -> Option<Self> {
        match plain_level(json) {
            Some(level) => Some(LEVELS[usize::from(level)].clone()),
            None => Some(Self::from_parsed(serde_json::from_str(json).ok()?)),
        }
    }

    /// JSON text that a parser has accepted already.
    pub fn from_parsed(json: &serde_json::value::RawValue) -> Self {
        Self(json.get().to_owned().into())
    }

    /// The same, shared.
    pub fn from_parsed_source(json: Source) -> Self {
        Self(json)
    }

    /// The JSON text.
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// The JSON text, shared.
    pub fn source(&self) -> Source {
        self.0.clone()
    }

    /// Whether it clears the thing.
    pub fn is_cleared(&self) -> bool {
        self.as_json() == "null"
    }

    /// The level, if it is all that is said and written as this program writes it.
    pub fn as_plain_level(&self) -> Option<u8> {
        plain_level(self.as_json())
    }

    /// The text, if it is one and not blank, cleaned.
    pub fn as_text(&self) -> Option<Clean> {
        let text: String = serde_json::from_str(self.as_json()).ok()?;
        Some(Clean::block(&text)).filter(|t| !t.is_blank())
    }

    /// The parsed value.
    pub fn parse(&self) -> serde_json::Value {
        serde_json::from_str(self.as_json()).unwrap_or_default()
    }
}

/// What nearly all answers are, read without a parser: `{"level":3}`.
fn plain_level(json: &str) -> Option<u8> {
    match json.as_bytes() {
        [head @ .., digit @ b'0'..=b'9', b'}'] if head == b"{\"level\":" => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_plain_level_is_what_a_parser_reads() {
        for level in 0..=9 {
            let json = json!({ "level": level });
            let value = Value::read(&json.to_string()).unwrap();
            assert_eq!((value.as_plain_level(), value.as_json()), (Some(level), &*json.to_string()));
        }
        for other in [
            "{\"level\":10}",
            "{\"level\":-1}",
            "{\"level\":01}",
            "{\"level\":3.5}",
            "{\"level\": 3}",
            "[{\"level\":3}",
            "3}",
            "null",
        ] {
            assert_eq!(plain_level(other), None, "{other}");
            let parsed = serde_json::from_str(other).ok().map(Value::from_parsed);
            assert_eq!(Value::read(other), parsed, "{other}");
        }
    }
}

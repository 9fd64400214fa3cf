//! What a thing was set to.

use std::sync::Arc;

use crate::text::{Clean, Source};

/// What a thing is, as one compact JSON value; `null` clears it.
///
/// A whole rubric can be one, and an event stands in several places at once, so copies share the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(Arc<str>);

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

    /// JSON text that a parser has accepted already.
    pub fn from_parsed(json: &serde_json::value::RawValue) -> Self {
        Self(json.get().into())
    }

    /// The same, shared.
    pub fn from_parsed_text(json: Arc<str>) -> Self {
        Self(json)
    }

    /// The JSON text.
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// The JSON text, shared.
    pub fn source(&self) -> Source {
        Arc::clone(&self.0).into()
    }

    /// Whether it clears the thing.
    pub fn is_cleared(&self) -> bool {
        &*self.0 == "null"
    }

    /// The text, if it is one and not blank, cleaned.
    pub fn as_text(&self) -> Option<Clean> {
        let text: String = serde_json::from_str(&self.0).ok()?;
        Some(Clean::block(&text)).filter(|t| !t.is_blank())
    }

    /// The parsed value.
    pub fn parse(&self) -> serde_json::Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

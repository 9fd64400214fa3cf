//! What is wrong with JSON that is not the object the format asks for, out of the parser's message.
//!
//! The parser speaks English and of the types in our sources; an author needs neither.

use serde_json::error::Category;

use super::place;

/// The first thing in a text that is not as the format has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaw {
    /// What it is.
    pub what: Malformed,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in bytes.
    pub column: usize,
    /// Names of what is around it, such as `dimensions[0].areas[2].name`; empty for the whole file.
    pub path: String,
}

/// How the text at one place differs from what belongs there. Names are as they stand in the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Malformed {
    /// A member that the object does not have.
    UnknownMember {
        /// Its name.
        found: String,
        /// The members that are possible, without those that only explain.
        possible: Vec<String>,
    },
    /// A member that the object needs.
    MissingMember(String),
    /// A member that stands in its object twice.
    RepeatedMember(String),
    /// A value of another kind than belongs there.
    WrongKind {
        /// What stands there.
        found: Kind,
        /// What belongs there.
        expected: Kind,
    },
    /// A number that no computer number holds.
    HugeNumber,
    /// The text ends in the middle.
    EndsEarly,
    /// Not JSON, for one of the usual reasons.
    NotJson(Slip),
    /// Anything else, in the parser's words.
    Other(String),
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A number without a fraction.
    Whole,
    /// `true` or `false`.
    YesNo,
    /// A list in square brackets.
    List,
    /// Members in curly brackets.
    Object,
    /// `null`.
    Null,
}

/// A usual slip in writing JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A comma before a closing bracket.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon after a name.
    MissingColon,
    /// A name without quotes.
    BareName,
    /// A line break or another control character inside of a text.
    ControlInText,
    /// A backslash before something that it does not change.
    BadEscape,
    /// Something after the end of the object.
    TextAfterEnd,
    /// Anything else.
    Unreadable,
}

/// Beginnings of the parser's message, and the slip behind each.
const SLIPS: &[(&str, Slip)] = &[
    ("trailing comma", Slip::TrailingComma),
    ("expected `,`", Slip::MissingComma),
    ("expected `:`", Slip::MissingColon),
    ("key must be a string", Slip::BareName),
    ("control character", Slip::ControlInText),
    ("invalid escape", Slip::BadEscape),
    ("lone leading surrogate", Slip::BadEscape),
    ("unexpected end of hex escape", Slip::BadEscape),
    ("invalid unicode code point", Slip::BadEscape),
    ("trailing characters", Slip::TextAfterEnd),
];

/// Beginnings of the parser's name for a kind of value, found or expected.
const KINDS: &[(&str, Kind)] = &[
    ("string", Kind::Text),
    ("a string", Kind::Text),
    ("struct ", Kind::Object),
    ("integer", Kind::Number),
    ("floating point", Kind::Number),
    ("f64", Kind::Number),
    ("u8", Kind::Whole),
    ("u32", Kind::Whole),
    ("u64", Kind::Whole),
    ("usize", Kind::Whole),
    ("i64", Kind::Whole),
    ("boolean", Kind::YesNo),
    ("a boolean", Kind::YesNo),
    ("sequence", Kind::List),
    ("a sequence", Kind::List),
    ("map", Kind::Object),
    ("a map", Kind::Object),
    ("an object", Kind::Object),
    ("null", Kind::Null),
];

impl Flaw {
    /// Reads what the parser says of `text`.
    pub(super) fn read(error: &serde_json::Error, text: &str) -> Self {
        Self::inside(error, text, text)
    }

    /// Reads what the parser says of `part`, which is a slice of `text`.
    pub(super) fn inside(error: &serde_json::Error, part: &str, text: &str) -> Self {
        let full = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let what = Malformed::read(error.classify(), full.strip_suffix(&place).unwrap_or(&full));
        let before = part.as_ptr().addr().checked_sub(text.as_ptr().addr()).and_then(|end| text.get(..end));
        let before = before.unwrap_or_default();
        let line = before.matches('\n').count() + error.line();
        let is_first_line = error.line() == 1;
        let column = error.column() + if is_first_line { before.rsplit('\n').next().map_or(0, str::len) } else { 0 };
        Self { what, line, column, path: place::path_at(text, line, column) }
    }
}

impl Malformed {
    /// Reads the parser's `message`, from which the place has been taken off.
    fn read(category: Category, message: &str) -> Self {
        let known = match category {
            Category::Eof => Some(Self::EndsEarly),
            Category::Syntax if message.starts_with("number out of range") => Some(Self::HugeNumber),
            Category::Syntax => Some(Self::NotJson(of_table(SLIPS, message).unwrap_or(Slip::Unreadable))),
            Category::Data => Self::misplaced(message),
            Category::Io => None,
        };
        known.unwrap_or_else(|| Self::Other(message.to_owned()))
    }

    /// JSON that is well formed, with something in it that does not belong there.
    fn misplaced(message: &str) -> Option<Self> {
        if let Some(rest) = message.strip_prefix("unknown field ") {
            let (found, expected) = rest.split_once(", ")?;
            let possible = quoted(expected).filter(|name| !name.starts_with('$')).map(str::to_owned).collect();
            return Some(Self::UnknownMember { found: first_quoted(found)?, possible });
        }
        if let Some(name) = message.strip_prefix("missing field ") {
            return Some(Self::MissingMember(first_quoted(name)?));
        }
        if let Some(name) = message.strip_prefix("duplicate field ") {
            return Some(Self::RepeatedMember(first_quoted(name)?));
        }
        if message.starts_with("invalid length ") {
            return Some(Self::WrongKind { found: Kind::List, expected: Kind::Object });
        }
        let (found, expected) = message
            .strip_prefix("invalid type: ")
            .or_else(|| message.strip_prefix("invalid value: "))?
            .rsplit_once(", expected ")?;
        Some(Self::WrongKind { found: of_table(KINDS, found)?, expected: of_table(KINDS, expected)? })
    }
}

/// The entry with the longest beginning that `text` has.
fn of_table<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    let fits = table.iter().filter(|(beginning, _)| text.starts_with(beginning));
    fits.max_by_key(|(beginning, _)| beginning.len()).map(|(_, entry)| *entry)
}

/// The names that stand in backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The first of them.
fn first_quoted(text: &str) -> Option<String> {
    quoted(text).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::parse;

    fn read(json: &str) -> Malformed {
        let Err(Flaw { what, .. }) = parse(json) else { panic!("{json}") };
        what
    }

    #[test]
    fn every_message_of_the_parser_is_understood() {
        let kind = |found, expected| Malformed::WrongKind { found, expected };
        let slip = Malformed::NotJson;
        for (json, what) in [
            (r#"{"gradus_rubric":1}"#, Malformed::MissingMember("id".into())),
            (r#"{"id":"a","id":"b"}"#, Malformed::RepeatedMember("id".into())),
            (r#"{"toward":{"a":1,"a":1}}"#, Malformed::RepeatedMember("a".into())),
            (r#"{"scale":{"xx":1}}"#, Malformed::UnknownMember { found: "xx".into(), possible: vec!["levels".into()] }),
            (r#"{"id":5}"#, kind(Kind::Number, Kind::Text)),
            (r#"{"id":1.5}"#, kind(Kind::Number, Kind::Text)),
            (r#"{"gradus_rubric":"1"}"#, kind(Kind::Text, Kind::Whole)),
            (r#"{"gradus_rubric":-1}"#, kind(Kind::Number, Kind::Whole)),
            (r#"{"gradus_rubric":null}"#, kind(Kind::Null, Kind::Whole)),
            (r#"{"dimensions":[{"weight":true}]}"#, kind(Kind::YesNo, Kind::Number)),
            (r#"{"languages":"zh, expected f64"}"#, kind(Kind::Text, Kind::List)),
            (r#"{"languages":{}}"#, kind(Kind::Object, Kind::List)),
            (r#"{"scale":3}"#, kind(Kind::Number, Kind::Object)),
            (r#"{"toward":3}"#, kind(Kind::Number, Kind::Object)),
            ("[]", kind(Kind::List, Kind::Object)),
            ("5", kind(Kind::Number, Kind::Object)),
            ("", Malformed::EndsEarly),
            ("{\"id\":\"", Malformed::EndsEarly),
            (r#"{"headline_completeness":1e999}"#, Malformed::HugeNumber),
            (r#"{"id":"a",}"#, slip(Slip::TrailingComma)),
            (r#"{"id":"a" "b"}"#, slip(Slip::MissingComma)),
            (r#"{"id" 5}"#, slip(Slip::MissingColon)),
            (r"{id:5}", slip(Slip::BareName)),
            ("{\"id\":\"a\n\"}", slip(Slip::ControlInText)),
            (r#"{"id":"\x"}"#, slip(Slip::BadEscape)),
            (r#"{"id":tru}"#, slip(Slip::Unreadable)),
        ] {
            assert_eq!(read(json), what, "{json}");
        }
    }

    #[test]
    fn what_is_wrong_in_a_text_is_told_as_if_the_file_were_read_at_once() {
        #[derive(serde::Deserialize)]
        struct Read<'s> {
            #[serde(borrow)]
            #[allow(dead_code, reason = "it is not read")]
            title: crate::format::FileSaid<'s>,
        }
        for text in [
            r#"{"zh":"一","xx":1}"#,
            "{\n  \"zh\":\n[]}",
            r#"{"en":5}"#,
            r#"{"en":"\ud800"}"#,
            r#"{"en":"","en":""}"#,
            "[]",
            "3",
        ] {
            let file = format!("{{\"id\":\"甲\",\n \"title\":{text},\n \"about\":{{}}}}");
            let at = file.find(text).unwrap();
            let part: crate::format::FileText = serde_json::from_str(&file[at..at + text.len()]).unwrap();
            let Err(flaw) = part.said(&file) else { panic!("{text}") };
            assert_eq!(flaw, Flaw::read(&serde_json::from_str::<Read>(&file).err().unwrap(), &file), "{text}");
            assert!(flaw.path.starts_with("title") && flaw.line > 1, "{flaw:?}");
        }
    }
}

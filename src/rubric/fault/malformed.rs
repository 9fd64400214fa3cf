//! What is wrong with JSON that is not the object the format asks for, out of the parser's message.
//!
//! The parser speaks English and of the types in our sources; an author needs neither.

use serde_json::error::Category;

use crate::lang::{FaultWords, fill};
use crate::text::{Clean, nearest};

/// How the text at one place differs from what belongs there.
#[derive(Clone, Debug, PartialEq)]
pub enum Malformed {
    /// A member that the object does not have.
    UnknownMember {
        /// Its name.
        found: Clean,
        /// The member that was probably meant, or else all that are possible.
        meant: Meant,
    },
    /// A member that the object needs.
    MissingMember(Clean),
    /// A member that stands in its object twice.
    RepeatedMember(Clean),
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
    Other(Clean),
}

/// What the name of an unknown member was to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// A name very much like it.
    This(Clean),
    /// Nothing like it: the possible names, with commas.
    OneOf(Clean),
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

impl Malformed {
    /// Reads the parser's `message`, from which the place has been taken off.
    pub fn read(category: Category, message: &str) -> Self {
        let known = match category {
            Category::Eof => Some(Self::EndsEarly),
            Category::Syntax if message.starts_with("number out of range") => Some(Self::HugeNumber),
            Category::Syntax => Some(Self::NotJson(of_table(SLIPS, message).unwrap_or(Slip::Unreadable))),
            Category::Data => Self::misplaced(message),
            Category::Io => None,
        };
        known.unwrap_or_else(|| Self::Other(Clean::line(message)))
    }

    /// JSON that is well formed, with something in it that does not belong there.
    fn misplaced(message: &str) -> Option<Self> {
        if let Some(rest) = message.strip_prefix("unknown field ") {
            let (found, expected) = rest.split_once(", ")?;
            let found = quoted(found).next()?;
            return Some(Self::UnknownMember { found: Clean::line(found), meant: meant(found, expected) });
        }
        if let Some(name) = message.strip_prefix("missing field ") {
            return Some(Self::MissingMember(Clean::line(quoted(name).next()?)));
        }
        if let Some(name) = message.strip_prefix("duplicate field ") {
            return Some(Self::RepeatedMember(Clean::line(quoted(name).next()?)));
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

    /// It as a sentence without its place.
    pub fn sentence(&self, w: &FaultWords) -> String {
        match self {
            Self::UnknownMember { found, meant: Meant::This(name) } => fill(w.unknown_member_near, &[found, name]),
            Self::UnknownMember { found, meant: Meant::OneOf(names) } => fill(w.unknown_member, &[found, names]),
            Self::MissingMember(name) => fill(w.missing_member, &[name]),
            Self::RepeatedMember(name) => fill(w.repeated_member, &[name]),
            Self::WrongKind { found, expected } => fill(w.wrong_kind, &[found.word(w), expected.word(w)]),
            Self::HugeNumber => w.huge_number.to_owned(),
            Self::EndsEarly => w.ends_early.to_owned(),
            Self::NotJson(slip) => slip.word(w).to_owned(),
            Self::Other(message) => message.to_string(),
        }
    }
}

impl Kind {
    fn word(self, w: &FaultWords) -> &'static str {
        match self {
            Self::Text => w.kind_text,
            Self::Number => w.kind_number,
            Self::Whole => w.kind_whole,
            Self::YesNo => w.kind_yes_no,
            Self::List => w.kind_list,
            Self::Object => w.kind_object,
            Self::Null => w.kind_null,
        }
    }
}

impl Slip {
    fn word(self, w: &FaultWords) -> &'static str {
        match self {
            Self::TrailingComma => w.trailing_comma,
            Self::MissingComma => w.missing_comma,
            Self::MissingColon => w.missing_colon,
            Self::BareName => w.bare_name,
            Self::ControlInText => w.control_in_text,
            Self::BadEscape => w.bad_escape,
            Self::TextAfterEnd => w.text_after_end,
            Self::Unreadable => w.unreadable,
        }
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

/// The possible name that is most like `found`, if one is; members that only explain are left out.
fn meant(found: &str, expected: &str) -> Meant {
    let names: Vec<&str> = quoted(expected).filter(|name| !name.starts_with('$')).collect();
    match nearest(found, &names) {
        Some(name) => Meant::This(Clean::line(name)),
        None => Meant::OneOf(Clean::line(&names.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::fault::{Fault, Refusal};
    use crate::rubric::file;

    fn read(json: &str) -> Malformed {
        let Err(Refusal { fault: Fault::Malformed { what, .. }, .. }) = file::parse(json) else { panic!("{json}") };
        what
    }

    fn clean(text: &str) -> Clean {
        Clean::line(text)
    }

    #[test]
    fn every_message_of_the_parser_is_understood() {
        let kind = |found, expected| Malformed::WrongKind { found, expected };
        let slip = Malformed::NotJson;
        for (json, what) in [
            (r#"{"gradus_rubric":1}"#, Malformed::MissingMember(clean("id"))),
            (r#"{"id":"a","id":"b"}"#, Malformed::RepeatedMember(clean("id"))),
            (r#"{"toward":{"a":1,"a":1}}"#, Malformed::RepeatedMember(clean("a"))),
            (r#"{"titel":1}"#, Malformed::UnknownMember { found: clean("titel"), meant: Meant::This(clean("title")) }),
            (
                r#"{"title":{"xx":1}}"#,
                Malformed::UnknownMember { found: clean("xx"), meant: Meant::OneOf(clean("zh, en")) },
            ),
            (r#"{"id":5}"#, kind(Kind::Number, Kind::Text)),
            (r#"{"id":1.5}"#, kind(Kind::Number, Kind::Text)),
            (r#"{"gradus_rubric":"1"}"#, kind(Kind::Text, Kind::Whole)),
            (r#"{"gradus_rubric":-1}"#, kind(Kind::Number, Kind::Whole)),
            (r#"{"gradus_rubric":null}"#, kind(Kind::Null, Kind::Whole)),
            (r#"{"dimensions":[{"weight":true}]}"#, kind(Kind::YesNo, Kind::Number)),
            (r#"{"languages":"zh, expected f64"}"#, kind(Kind::Text, Kind::List)),
            (r#"{"languages":{}}"#, kind(Kind::Object, Kind::List)),
            (r#"{"title":3}"#, kind(Kind::Number, Kind::Object)),
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
}

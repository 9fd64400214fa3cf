//! Texts as they are written. They are most of a rubric, so they are read by hand: members are told apart by
//! their bytes, and words without escapes stay where they stand.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Comment;
use crate::lang::Lang;

/// A text in the rubric's languages, at most 64 KiB in each.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub(in crate::rubric) struct FileText<'s> {
    /// In Chinese.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub zh: Option<FileWords<'s>>,
    /// In English.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub en: Option<FileWords<'s>>,
    /// Anything; never read.
    #[cfg_attr(test, schemars(rename = "$comment"))]
    _comment: Comment,
}

impl FileText<'_> {
    /// The text in a language, if it is given.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Zh => self.zh.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }
}

impl<'de: 's, 's> Deserialize<'de> for FileText<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const MEMBERS: &[&str] = &["zh", "en", "$comment"];
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = FileText<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct FileText")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FileText<'de>, A::Error> {
                let (mut zh, mut en, mut comment) = (None, None, None);
                while let Some(name) = map.next_key::<FileWords>()? {
                    match name.as_bytes() {
                        b"zh" if zh.is_none() => zh = Some(map.next_value()?),
                        b"en" if en.is_none() => en = Some(map.next_value()?),
                        b"$comment" if comment.is_none() => comment = Some(map.next_value()?),
                        _ => {
                            return Err(match MEMBERS.iter().find(|member| **member == &*name) {
                                Some(member) => Error::duplicate_field(member),
                                None => Error::unknown_field(&name, MEMBERS),
                            });
                        }
                    }
                }
                let [zh, en] = [zh, en].map(Option::flatten);
                Ok(FileText { zh, en, _comment: comment.flatten() })
            }
            /// The members in their order: what every object may be.
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<FileText<'de>, A::Error> {
                let too_short = |len| Error::invalid_length(len, &"struct FileText with 3 elements");
                Ok(FileText {
                    zh: list.next_element()?.ok_or_else(|| too_short(0))?,
                    en: list.next_element()?.ok_or_else(|| too_short(1))?,
                    _comment: list.next_element()?.ok_or_else(|| too_short(2))?,
                })
            }
        }
        deserializer.deserialize_struct("FileText", MEMBERS, Text)
    }
}

/// A text in one language. Texts are most of a rubric, so one without escapes stays where it stands.
// The schema writes down what a list of them is if none is given.
#[cfg_attr(test, derive(serde::Serialize))]
pub(in crate::rubric) struct FileWords<'s>(Cow<'s, str>);

impl Deref for FileWords<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 's, 's> Deserialize<'de> for FileWords<'s> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = FileWords<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(FileWords(text.into()))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(FileWords(text.to_owned().into()))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a text would be if it were read like every other object.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Derived {
        zh: Option<String>,
        en: Option<String>,
        #[serde(rename = "$comment")]
        _comment: Comment,
    }

    proptest! {
        #[test]
        fn a_text_is_read_and_refused_like_every_other_object(
            members in prop::collection::vec((
                prop::sample::select(&["\"zh\"", "\"en\"", "\"$comment\"", "\"\\u007ah\"", "\"z\"", "\"\"", "zh"][..]),
                prop::sample::select(&["\"a\"", "\"\\\"b\\n\"", "null", "1", "{}", "[1, {}]", "tru", "\"\\x\""][..]),
            ), 0..5),
            is_list: bool,
            end in prop::sample::select(&["", "\n", ",", "}", "]"][..]),
        ) {
            let member = |(name, value): &(&str, &str)| if is_list { (*value).to_owned() } else { format!("{name} :{value}") };
            let members = members.iter().map(member).collect::<Vec<_>>().join(", ");
            let json = if is_list { format!("[{members}]{end}") } else { format!("{{{members}}}{end}") };
            for json in [&*json, &json[..json.len() - 1]] {
                let read = serde_json::from_str::<FileText>(json).map_err(|e| e.to_string());
                let derived = serde_json::from_str::<Derived>(json).map_err(|e| e.to_string().replace("Derived", "FileText"));
                let read = read.map(|t| (t.zh.map(|w| w.to_owned()), t.en.map(|w| w.to_owned())));
                prop_assert_eq!(read, derived.map(|t| (t.zh, t.en)), "{}", json);
            }
        }
    }
}

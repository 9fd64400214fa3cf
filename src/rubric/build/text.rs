//! Texts in the languages that the rubric declares, and ids that stand once.

use std::fmt::Display;

use foldhash::HashMap;
use gradus_format::FileText;

use super::Checked;
use super::entry::Entry;
use crate::lang::{Lang, Text};
use crate::rubric::fault::Fault;
use crate::rubric::{Id, MAX_TEXT};
use crate::text::{Clean, Source};

/// Texts are read in the languages that the rubric declares.
pub(super) struct Texts<'s> {
    pub languages: Vec<Lang>,
    /// What their words may be parts of, if it may be held as long as they are.
    pub source: Option<&'s Source>,
}

impl Texts<'_> {
    pub fn read(&self, text: &FileText, path: &dyn Display) -> Checked<Text> {
        for lang in &self.languages {
            if given(text, *lang).is_none_or(is_blank) {
                return Err(Fault::MissingLanguage { lang: lang.code() }.at(path));
            }
        }
        for lang in Lang::ALL {
            if given(text, lang).is_some_and(|words| words.len() > MAX_TEXT) {
                return Err(Fault::TextTooLong { limit: MAX_TEXT }.at(format!("{path}.{}", lang.code())));
            }
        }
        Ok(match (&text.zh, &text.en) {
            (Some(zh), Some(en)) => Text { zh: self.block(zh), en: self.block(en) },
            (one, other) => {
                let only = one.as_deref().or(other.as_deref()).map(|words| self.block(words)).unwrap_or_default();
                Text { zh: only.clone(), en: only }
            }
        })
    }

    /// Text of one line in any language.
    pub fn line(&self, words: &str) -> Clean {
        self.source.map_or_else(|| Clean::line(words), |source| source.line(words))
    }

    fn block(&self, words: &str) -> Clean {
        self.source.map_or_else(|| Clean::block(words), |source| source.block(words))
    }

    pub fn maybe(&self, text: Option<&FileText>, path: &dyn Display) -> Checked<Option<Text>> {
        text.map(|t| self.read(t, path)).transpose()
    }
}

/// The text in a language, if it is given.
fn given<'t>(text: &'t FileText, lang: Lang) -> Option<&'t str> {
    match lang {
        Lang::Zh => text.zh.as_deref(),
        Lang::En => text.en.as_deref(),
    }
}

/// Whether nothing is seen of a text.
fn is_blank(words: &str) -> bool {
    // The first byte of nearly every one says no: ASCII or Han.
    !matches!(words.as_bytes(), [b'!'..=b'~' | 0xe4..=0xe9, ..]) && Clean::block(words).is_blank()
}

pub(super) fn languages(codes: &[String]) -> Checked<Vec<Lang>> {
    if codes.is_empty() {
        return Err(Fault::Empty.at("languages"));
    }
    let read = |(i, code): (usize, &String)| {
        Lang::of_code(code).ok_or_else(|| {
            Fault::UnknownWord { found: Clean::line(code), allowed: "zh, en" }.at(format!("languages[{i}]"))
        })
    };
    codes.iter().enumerate().map(read).collect()
}

pub(super) fn id(text: &str, path: &dyn Display) -> Checked<Id> {
    Id::new(text).ok_or_else(|| Fault::BadId { found: Clean::line(text) }.at(path))
}

/// Ids of one kind: each stands once, even if letters look alike in another case.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, Entry>);

impl Seen {
    /// The `id` of an entry.
    pub fn fresh(&mut self, text: &str, entry: Entry) -> Checked<Id> {
        let path = format_args!("{entry}.id");
        let id = id(text, &path)?;
        match self.0.insert(text.to_ascii_lowercase(), entry) {
            None => Ok(id),
            Some(first) => Err(Fault::DuplicateId { id: Clean::line(text), first: format!("{first}.id") }.at(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use crate::rubric::{Rubric, Shipped, TEMPLATE};
    use crate::text::{Clean, Source, escape_hidden};

    /// Gives every text of a rubric the next of these endings.
    fn reword<'w>(value: &mut Value, words: &mut impl Iterator<Item = &'w String>) {
        match value {
            Value::Array(entries) => entries.iter_mut().for_each(|entry| reword(entry, words)),
            Value::Object(members) => members.iter_mut().for_each(|(name, member)| match member {
                Value::String(text) if matches!(name.as_str(), "zh" | "en") => {
                    text.push_str(words.next().map_or("", String::as_str));
                }
                other => reword(other, words),
            }),
            _ => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn texts_read_the_same_as_parts_and_as_copies(
            words in prop::collection::vec("([ -~]|[\u{0}-\u{20}]|\u{301}|[\u{2000}-\u{2070}]|[\u{4e00}-\u{9fff}]|\\PC){0,12}", 1..20),
            is_escaped: bool,
        ) {
            let mut file: Value = serde_json::from_str(&TEMPLATE.text().replace("{id}", "own")).unwrap();
            reword(&mut file, &mut words.iter().cycle());
            let json = file.to_string();
            let json = Source::from(if is_escaped { escape_hidden(&json) } else { json });
            let (parts, copies) = (Rubric::read_text(&json).unwrap(), Rubric::read(json.as_bytes()).unwrap());
            let told = |r: &Rubric| format!("{:?}", (&r.title, &r.about, &r.scale, &r.lenses, &r.dimensions, &r.areas, &r.questions));
            prop_assert_eq!(told(&parts), told(&copies));
        }
    }

    proptest! {
        #[test]
        fn what_is_quickly_called_seen_is_seen(words in "([ \u{0}-\u{20}]|\u{301}|[\u{2000}-\u{2070}]|\u{3000}|[\u{4e00}-\u{9fff}]|[ -~]|\\PC){0,3}") {
            prop_assert_eq!(super::is_blank(&words), Clean::block(&words).is_blank());
        }
    }

    #[test]
    fn what_may_be_shown_as_it_stands_is_not_copied() {
        let json = Source::from(Shipped::find("icp").unwrap().json);
        let is_part = |text: &str| json.as_bytes().as_ptr_range().contains(&text.as_ptr());
        let parts = Rubric::read_text(&json).unwrap();
        assert!(parts.questions.iter().all(|q| is_part(&q.text.zh) && is_part(&q.text.en)));
        assert!(
            parts.questions[0].sources.iter().all(|source| is_part(source)) && !parts.questions[0].sources.is_empty()
        );
        assert!(!is_part(&Rubric::read(json.as_bytes()).unwrap().title.en));
    }
}

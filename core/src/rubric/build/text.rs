//! Texts in the languages that the rubric declares, and ids that stand once.

use std::fmt::Display;

use crate::format::{FileSaid, FileText, FileWords};
use foldhash::HashMap;

use super::Checked;
use super::entry::Entry;
use crate::lang::Lang;
use crate::rubric::fault::Fault;
use crate::rubric::{Id, MAX_TEXT, Text};
use crate::text::{Clean, Source};

/// How much of a file becomes a rubric's own.
#[derive(Clone, Copy)]
pub(in crate::rubric) enum Hold<'s> {
    /// Every text is a copy.
    Copies,
    /// What may be shown as it stands is a part of the file.
    Parts(&'s Source),
    /// So it is, and what the questions say is left as it stands until it is asked for.
    Left(&'s Source),
}

/// Texts are read in the languages that the rubric declares.
pub(super) struct Texts<'s> {
    pub languages: Vec<Lang>,
    /// The file of which they are parts.
    pub file: &'s str,
    pub hold: Hold<'s>,
}

impl Texts<'_> {
    pub fn read(&self, text: FileText, path: &dyn Display) -> Checked<Text> {
        let said = text.said(self.file)?;
        if let Some(fault) = fault_of(&said, &self.languages) {
            return Err(fault.at(path));
        }
        for (lang, words) in [(Lang::Zh, &said.zh), (Lang::En, &said.en)] {
            if words.as_ref().is_some_and(|words| words.len() > MAX_TEXT) {
                return Err(Fault::TextTooLong { limit: MAX_TEXT }.at(format!("{path}.{}", lang.code())));
            }
        }
        let words = |words: &Option<FileWords>| words.as_ref().map(|words| self.block(words));
        Ok(Text::of(words(&said.zh), words(&said.en)))
    }

    /// A text that is most likely not asked for.
    pub fn leave(&self, text: FileText, path: &dyn Display) -> Checked<Text> {
        match self.hold {
            Hold::Left(source) => match source.part(text.json()) {
                Some(json) => Ok(Text::left(json)),
                None => self.read(text, path),
            },
            _ => self.read(text, path),
        }
    }

    /// Text of one line in any language.
    pub fn line(&self, words: &str) -> Clean {
        match self.hold {
            Hold::Copies => Clean::line(words),
            Hold::Parts(source) | Hold::Left(source) => source.line(words),
        }
    }

    fn block(&self, words: &str) -> Clean {
        match self.hold {
            Hold::Copies => Clean::block(words),
            Hold::Parts(source) | Hold::Left(source) => source.block(words),
        }
    }

    pub fn maybe(&self, text: Option<FileText>, path: &dyn Display) -> Checked<Option<Text>> {
        text.map(|t| self.read(t, path)).transpose()
    }

    pub fn maybe_leave(&self, text: Option<FileText>, path: &dyn Display) -> Checked<Option<Text>> {
        text.map(|t| self.leave(t, path)).transpose()
    }
}

/// The first of the languages in which nothing is said.
fn fault_of(said: &FileSaid, languages: &[Lang]) -> Option<Fault> {
    let is_missing = |lang: &&Lang| given(said, **lang).is_none_or(is_blank);
    languages.iter().find(is_missing).map(|lang| Fault::MissingLanguage { lang: lang.code() })
}

/// Whether [`Texts::read`] would refuse nothing of a text that was left; one that is about as long as a text may
/// be is better read.
pub(in crate::rubric) fn is_sound(json: &str, languages: &[Lang]) -> bool {
    json.len() <= MAX_TEXT && crate::format::said(json).is_some_and(|said| fault_of(&said, languages).is_none())
}

/// The text in a language, if it is given.
fn given<'t>(said: &'t FileSaid, lang: Lang) -> Option<&'t str> {
    match lang {
        Lang::Zh => said.zh.as_deref(),
        Lang::En => said.en.as_deref(),
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
    /// Makes room for so many ids.
    pub fn reserve(&mut self, ids: usize) {
        self.0.reserve(ids);
    }

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

    use crate::lang::Lang;
    use crate::rubric::{Rubric, Shipped};
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
            let mut file: Value = serde_json::from_str(&include_str!("../../../../rubrics/template.json").replace("{id}", "own")).unwrap();
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
        assert!(parts.questions.iter().all(|q| Lang::ALL.iter().all(|lang| is_part(q.text.get(*lang)))));
        assert!(
            parts.questions[0].sources.iter().all(|source| is_part(source)) && !parts.questions[0].sources.is_empty()
        );
        assert!(!is_part(Rubric::read(json.as_bytes()).unwrap().title.get(Lang::En)));
    }
}

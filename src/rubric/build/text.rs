//! Texts in the languages that the rubric declares, and ids that stand once.

use std::collections::HashMap;
use std::fmt::Display;

use super::Checked;
use crate::lang::{Lang, Text};
use crate::rubric::fault::Fault;
use crate::rubric::file::FileText;
use crate::rubric::{Id, MAX_TEXT};
use crate::text::Clean;

/// Texts are read in the languages that the rubric declares.
pub(super) struct Texts {
    pub languages: Vec<Lang>,
}

impl Texts {
    pub fn read(&self, text: &FileText, path: &dyn Display) -> Checked<Text> {
        for lang in &self.languages {
            if text.get(*lang).is_none_or(|words| words.clean.is_blank()) {
                return Err(Fault::MissingLanguage { lang: lang.code() }.at(path));
            }
        }
        for lang in Lang::ALL {
            if text.get(lang).is_some_and(|words| words.len > MAX_TEXT) {
                return Err(Fault::TextTooLong { limit: MAX_TEXT }.at(format!("{path}.{}", lang.code())));
            }
        }
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| text.get(lang).map(|words| words.clean.clone()));
        Ok(match (zh, en) {
            (Some(zh), Some(en)) => Text { zh, en },
            (one, other) => {
                let only = one.or(other).unwrap_or_default();
                Text { zh: only.clone(), en: only }
            }
        })
    }

    pub fn maybe(&self, text: Option<&FileText>, path: &dyn Display) -> Checked<Option<Text>> {
        text.map(|t| self.read(t, path)).transpose()
    }
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
pub(super) struct Seen(HashMap<String, String>);

impl Seen {
    pub fn fresh(&mut self, text: &str, path: &dyn Display) -> Checked<Id> {
        let id = id(text, path)?;
        match self.0.insert(text.to_ascii_lowercase(), path.to_string()) {
            None => Ok(id),
            Some(first) => Err(Fault::DuplicateId { id: Clean::line(text), first }.at(path)),
        }
    }
}

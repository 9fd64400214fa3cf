//! A text of a rubric in both languages.

use std::fmt;
use std::sync::OnceLock;

use crate::lang::Lang;
use crate::text::{Clean, Source};

/// A text in both languages. Where a rubric speaks only one, both are that one.
///
/// A rubric has thousands of them and few are ever shown, so one may be left as the file has it until it is
/// asked for. It is empty then if it cannot be read, which [`Rubric::settled`](super::Rubric::settled) rules out.
#[derive(Clone, Default)]
pub struct Text {
    /// Its JSON, if it was left; else empty.
    left: Source,
    said: OnceLock<Box<Said>>,
}

/// What a text says.
#[derive(Clone, Default)]
struct Said {
    zh: Clean,
    en: Clean,
}

impl Text {
    /// The text of which these are the words; one of them is enough.
    pub(super) fn of(zh: Option<Clean>, en: Option<Clean>) -> Self {
        Self { left: Source::default(), said: OnceLock::from(Box::new(Said::of(zh, en))) }
    }

    /// The text that is written like this.
    pub(super) fn left(json: Source) -> Self {
        Self { left: json, said: OnceLock::new() }
    }

    /// Its JSON, if it was left as the file has it.
    pub(super) fn as_left(&self) -> Option<&str> {
        (!self.left.is_empty()).then_some(&*self.left)
    }

    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &Clean {
        let said = self.said.get_or_init(|| Box::new(Said::read(&self.left).unwrap_or_default()));
        match lang {
            Lang::Zh => &said.zh,
            Lang::En => &said.en,
        }
    }
}

impl Said {
    fn of(zh: Option<Clean>, en: Option<Clean>) -> Self {
        let either = zh.clone().or_else(|| en.clone()).unwrap_or_default();
        Self { zh: zh.unwrap_or_else(|| either.clone()), en: en.unwrap_or(either) }
    }

    fn read(json: &Source) -> Option<Self> {
        let said = crate::format::said(json)?;
        let words = |words: Option<crate::format::FileWords>| words.map(|words| json.block(&words));
        Some(Self::of(words(said.zh), words(said.en)))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(Lang::ALL.map(|lang| self.get(lang))).finish()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.get(lang) == other.get(lang))
    }
}

impl Eq for Text {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::rubric::{MAX_DEPTH, MAX_TEXT, Rubric, Shipped};

    /// A rubric in which a question has every text that one may have, and in which nothing explains: that alone
    /// would have it read whole.
    fn file() -> Value {
        let mut file: Value =
            serde_json::from_str(&include_str!("../../../rubrics/template.json").replace("{id}", "own")).unwrap();
        uncomment(&mut file);
        let question = &mut file["dimensions"][0]["areas"][0]["questions"][0];
        question["na_allowed"] = true.into();
        for name in ["prompt", "na_hint"] {
            question[name] = json!({"zh": "您怎么看？", "en": "What do you think?"});
        }
        file
    }

    fn uncomment(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("$comment");
                members.values_mut().for_each(uncomment);
            }
            Value::Array(entries) => entries.iter_mut().for_each(uncomment),
            _ => {}
        }
    }

    /// The paths of all texts below a value.
    fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(members) if members.contains_key("zh") => found.push(path.to_owned()),
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| texts(member, &format!("{path}/{name}"), found));
            }
            Value::Array(entries) => {
                entries.iter().enumerate().for_each(|(i, entry)| texts(entry, &format!("{path}/{i}"), found));
            }
            _ => {}
        }
    }

    fn told(rubric: &Rubric) -> String {
        let r = rubric;
        format!("{:?}", (&r.title, &r.about, &r.scale, &r.lenses, &r.dimensions, &r.areas, &r.questions))
    }

    /// Whether a file is a rubric, by both ways of reading it, which agree.
    fn is_rubric(json: String) -> bool {
        let json = Source::from(json);
        let settled = Rubric::skim(&json).and_then(|skimmed| Arc::new(skimmed).settled(&json));
        match (settled, Rubric::read_text(&json)) {
            (Ok(settled), Ok(read)) => assert_eq!(told(&settled), told(&read)),
            (Err(settled), Err(read)) => {
                assert_eq!(settled, read);
                return false;
            }
            (settled, read) => panic!("{:?} {:?}: {}", settled.err(), read.err(), &*json),
        }
        true
    }

    type Damage = Box<dyn Fn(&mut Value)>;

    #[test]
    fn what_was_skimmed_settles_as_it_would_have_been_read() {
        let deep = (0..MAX_DEPTH).fold(json!(1), |inner, _| json!([inner]));
        let damages: Vec<(Damage, bool)> = vec![
            (Box::new(|_| {}), true),
            (Box::new(|text| text["en"] = "a \u{202e}b\u{1b}[31m\n\"c\"".into()), true),
            (Box::new(|text| text["en"] = "a \u{202e}b\n\"c\"".into()), true),
            (Box::new(|text| text["$comment"] = json!([{"zh": 1}])), true),
            (Box::new(|text| text["en"] = "\u{1b}".repeat(MAX_TEXT).into()), true),
            (Box::new(|text| text["en"] = "x".repeat(MAX_TEXT + 1).into()), false),
            (Box::new(move |text| text["$comment"] = deep.clone()), false),
            (Box::new(|text| text["zh"] = " \u{3000}\u{200b}".into()), false),
            (Box::new(|text| text["zh"] = Value::Null), false),
            (Box::new(|text| text["zh"] = 3.into()), false),
            (Box::new(|text| text["xx"] = "".into()), false),
            (Box::new(|text| drop(text.as_object_mut().unwrap().remove("en"))), false),
            (Box::new(|text| text["en"] = "LONE".into()), false),
            (Box::new(|text| *text = "words".into()), false),
            (Box::new(|text| *text = json!([])), false),
        ];
        let whole = file();
        assert!(!crate::rubric::guard::may_be_deep(&whole.to_string()));
        let mut paths = Vec::new();
        texts(&whole, "", &mut paths);
        assert!(paths.len() > 30, "{}", paths.len());
        for path in &paths {
            for (number, (damage, is_kept)) in damages.iter().enumerate() {
                let mut file = whole.clone();
                damage(file.pointer_mut(path).unwrap());
                let json = file.to_string().replace("LONE", "\\ud800");
                assert_eq!(is_rubric(json), *is_kept, "{path} {number}");
            }
        }
    }

    #[test]
    fn a_text_of_one_language_is_read_in_both() {
        let mut file = file();
        file["languages"] = json!(["en"]);
        let question = &mut file["dimensions"][0]["areas"][0]["questions"][0];
        question["text"] = json!({"en": "How?"});
        let json = Source::from(file.to_string());
        let rubric = Rubric::skim(&json).unwrap();
        assert_eq!(Lang::ALL.map(|lang| rubric.questions[0].text.get(lang).as_str()), ["How?"; 2]);
        assert!(is_rubric(json.to_string()));
    }

    #[test]
    fn texts_are_the_same_if_they_say_the_same_in_both_languages() {
        let left = |json: &str| Text::left(json.to_owned().into());
        let words = |text: &'static str| Some(Source::from(text).block(text));
        let text = Text::of(words("一"), words("a"));
        assert_eq!(text, left(r#"{"en":"\u0061", "zh":"一"}"#));
        for other in [r#"{"zh":"一","en":"b"}"#, r#"{"zh":"二","en":"a"}"#, r#"{"zh":"一"}"#, r#"{"en":"a"}"#] {
            assert_ne!(text, left(other), "{other}");
        }
    }

    #[test]
    fn what_is_sound_is_left_as_it_stands() {
        let json = Source::from(Shipped::find("icp").unwrap().json);
        let skimmed = Arc::new(Rubric::skim(&json).unwrap());
        let settled = Arc::clone(&skimmed).settled(&json).unwrap();
        assert!(Arc::ptr_eq(&skimmed, &settled));
        let texts = || settled.questions.iter().flat_map(crate::rubric::Question::texts);
        assert!(texts().count() > 500 && texts().all(|text| text.said.get().is_none()));
        assert!(
            texts()
                .all(|text| text.as_left().is_some_and(|left| json.as_bytes().as_ptr_range().contains(&left.as_ptr())))
        );
    }
}

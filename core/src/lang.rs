//! Chinese and English: which one is spoken, and every word the
//! interface says.

mod words;

pub use words::*;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language that a locale such as `zh_CN.UTF-8` or `en-GB` asks for; English where it is neither.
    pub fn of_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|l| l.eq_ignore_ascii_case("zh")) { Self::Zh } else { Self::En }
    }

    /// The language of a code as the command line takes it: `zh` or `en`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }

    /// `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Sentences one after the other; Chinese puts no blank between them. One without a stop at its end is parted from
    /// the next by a semicolon.
    pub fn joined(self, sentences: &[String]) -> String {
        let (semicolon, blank) = if self == Self::Zh { ("；", "") } else { (";", " ") };
        let mut all = String::new();
        for sentence in sentences {
            if !all.is_empty() {
                all.push_str(if all.ends_with(['.', '!', '?', '。', '！', '？']) { "" } else { semicolon });
                all.push_str(blank);
            }
            all.push_str(sentence);
        }
        all
    }

    /// Every word of the interface in this language.
    pub fn words(self) -> &'static Words {
        Words::of(self)
    }

    /// Every word of the interface in this language, for a terminal that draws ASCII only.
    pub fn ascii_words(self) -> &'static Words {
        Words::ascii(self)
    }
}

/// Puts `values` into the places `{0}`, `{1}` … of a template; `{0|vote|votes}` is the first word beside the number 1,
/// else the second.
///
/// Numbered places let each language keep its own word order. A value is never
/// searched for places again.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + values.iter().map(|v| v.len()).sum::<usize>());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let place = rest[open + 1..].split_once('}').and_then(|(place, after)| Some((placed(place, values)?, after)));
        if let Some((text, after)) = place {
            out.push_str(text);
            rest = after;
        } else {
            out.push('{');
            rest = &rest[open + 1..];
        }
    }
    out.push_str(rest);
    out
}

/// What stands in a place, written as it is between the braces.
fn placed<'t>(place: &'t str, values: &[&'t str]) -> Option<&'t str> {
    let (number, words) = place.split_once('|').map_or((place, None), |(number, words)| (number, Some(words)));
    let value = *values.get(number.parse::<usize>().ok()?)?;
    let Some(words) = words else { return Some(value) };
    let (one, many) = words.split_once('|')?;
    Some(if value == "1" { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn places(template: &str) -> BTreeSet<&str> {
        template.split('{').skip(1).filter_map(|t| t.split(['}', '|']).next()).collect()
    }

    fn without_places(template: &str) -> String {
        template.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect()
    }

    #[test]
    fn every_word_exists_in_both_languages_with_the_same_places() {
        let all = words::all();
        assert!(all.len() > 300, "{}", all.len());
        for (name, zh, en) in all {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            assert_eq!(places(zh), places(en), "{name}: places differ");
            let has_han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let says_something = without_places(en).split(|c: char| !c.is_ascii_lowercase()).any(|word| word.len() > 2);
            // What is engraved on a key is not translated.
            let is_engraved = name.starts_with("key.") && name.ends_with("_key");
            // Who got into the wrong language finds the way out in the own one.
            let names_the_other = name.ends_with(".language");
            assert!(has_han(zh) || is_engraved || names_the_other || !says_something, "{name}: no Chinese in {zh}");
            assert!(has_han(en) == names_the_other, "{name}: {en}");
        }
    }

    #[test]
    fn fill_keeps_to_numbered_places() {
        assert_eq!(fill("{1} of {0}", &["a", "{0}"]), "{0} of a");
        assert_eq!(fill("{x} {9} {", &["a"]), "{x} {9} {");
    }

    #[test]
    fn a_word_beside_a_number_is_that_of_one_or_of_many() {
        let template = "{0} {0|entry is|entries are} lost";
        assert_eq!(fill(template, &["1"]), "1 entry is lost");
        assert_eq!([fill(template, &["0"]), fill(template, &["11"])], ["0 entries are lost", "11 entries are lost"]);
        assert_eq!(fill("{0|one} {1|a|b}", &["1"]), "{0|one} {1|a|b}");
    }

    #[test]
    fn sentences_are_parted_in_either_language() {
        let said = ["the file is old", "Look.", "it is gone"].map(str::to_owned);
        assert_eq!(Lang::En.joined(&said), "the file is old; Look. it is gone");
        let said = ["文件旧了", "请看一下。", "没了"].map(str::to_owned);
        assert_eq!(Lang::Zh.joined(&said), "文件旧了；请看一下。没了");
    }

    #[test]
    fn a_locale_chooses_the_language() {
        assert_eq!(Lang::of_locale("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::of_locale("ZH-hans"), Lang::Zh);
        assert_eq!(Lang::of_locale("de_DE"), Lang::En);
        assert_eq!(Lang::of_locale("中"), Lang::En);
    }
}

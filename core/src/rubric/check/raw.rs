//! What is seen only in the file as it is written: hidden characters, ids that look alike,
//! translations that are half there.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{Doubt, Finding};
use crate::lang::Lang;
use crate::text::{Clean, first_hidden, folded};

/// A member whose content is never read.
const COMMENT: &str = "$comment";

pub(super) fn doubts(file: &Value) -> Vec<Finding> {
    let mut walk = Walk { declared: declared(file), ..Walk::default() };
    walk.value(file, "");
    walk.findings
}

/// Codes of the languages that the rubric declares.
fn declared(file: &Value) -> Vec<String> {
    let codes = file.get("languages").and_then(Value::as_array).into_iter().flatten();
    codes.filter_map(|c| Some(c.as_str()?.to_owned())).collect()
}

#[derive(Default)]
struct Walk {
    declared: Vec<String>,
    /// Ids by what they look like.
    ids: HashMap<String, String>,
    /// Languages that were reported.
    told: Vec<Lang>,
    findings: Vec<Finding>,
}

impl Walk {
    fn value(&mut self, value: &Value, path: &str) {
        match value {
            Value::String(text) => self.text(text, path),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.value(item, &format!("{path}[{i}]"));
                }
            }
            Value::Object(members) => self.object(members, path),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn object(&mut self, members: &Map<String, Value>, path: &str) {
        for (name, value) in members.iter().filter(|(name, _)| *name != COMMENT) {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            self.text(name, &path);
            self.value(value, &path);
            if let (true, Some(id)) = (name == "id", value.as_str()) {
                self.id(id, &path);
            }
        }
        // Reported once, where the first text has more languages than the rubric declares.
        for lang in Lang::ALL {
            let is_extra = members.contains_key(lang.code()) && !self.declared.iter().any(|d| d == lang.code());
            if is_extra && !self.declared.is_empty() && !self.told.contains(&lang) {
                self.told.push(lang);
                self.findings.push(Finding::warning(path, Doubt::Undeclared { lang: lang.code() }));
            }
        }
    }

    fn text(&mut self, text: &str, path: &str) {
        if let Some(c) = first_hidden(text) {
            self.findings.push(Finding::warning(path, Doubt::Hidden { code: format!("U+{:04X}", u32::from(c)) }));
        }
    }

    fn id(&mut self, id: &str, path: &str) {
        if let Some(other) = self.ids.insert(looks(id), id.to_owned())
            // The same id twice is an error, and in another list it is another thing.
            && !other.eq_ignore_ascii_case(id)
        {
            self.findings.push(Finding::warning(path, Doubt::LookAlike { other: Clean::line(&other) }));
        }
    }
}

/// What an id looks like: compatible forms of a character are one, and so are letters and digits
/// that fonts draw alike, and the separators.
fn looks(id: &str) -> String {
    let alike = |c| match c {
        'o' | 'о' | 'ο' => '0',
        'l' | 'i' | '|' | 'і' => '1',
        'а' | 'α' => 'a',
        'е' => 'e',
        'р' | 'ρ' => 'p',
        'с' => 'c',
        'х' | 'χ' => 'x',
        'у' => 'y',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'т' | 'τ' => 't',
        'н' => 'h',
        'в' | 'β' => 'b',
        '_' => '-',
        c => c,
    };
    folded(id).chars().map(alike).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_letter_look_alike() {
        // Full-width, Cyrillic, and a digit for a letter.
        for (a, b) in [("R1", "\u{ff32}1"), ("A.1", "\u{410}.1"), ("O1", "01"), ("l2", "I2"), ("a_b", "a-b")] {
            assert_eq!(looks(a), looks(b), "{a} {b}");
        }
        assert_ne!(looks("R1"), looks("R2"));
    }
}

//! The sentence that says what in a file is not as the format has it.

use crate::format::{Kind, Malformed, Slip};

use crate::lang::{FaultWords, fill};
use crate::text::{Clean, nearest};

/// It as a sentence without its place.
pub(super) fn sentence(what: &Malformed, w: &FaultWords) -> String {
    match what {
        Malformed::UnknownMember { found, possible } => unknown(found, possible, w),
        Malformed::MissingMember(name) => fill(w.missing_member, &[&Clean::line(name)]),
        Malformed::RepeatedMember(name) => fill(w.repeated_member, &[&Clean::line(name)]),
        Malformed::WrongKind { found, expected } => fill(w.wrong_kind, &[kind(*found, w), kind(*expected, w)]),
        Malformed::HugeNumber => w.huge_number.to_owned(),
        Malformed::EndsEarly => w.ends_early.to_owned(),
        Malformed::NotJson(what) => slip(*what, w).to_owned(),
        Malformed::Other(message) => Clean::line(message).to_string(),
    }
}

/// It names the possible name that is most like `found`, or all of them if none is.
fn unknown(found: &str, possible: &[String], w: &FaultWords) -> String {
    let names: Vec<&str> = possible.iter().map(String::as_str).collect();
    let (words, names) = match nearest(found, &names) {
        Some(name) => (w.unknown_member_near, name.to_owned()),
        None => (w.unknown_member, names.join(", ")),
    };
    fill(words, &[&Clean::line(found), &Clean::line(&names)])
}

fn kind(kind: Kind, w: &FaultWords) -> &'static str {
    match kind {
        Kind::Text => w.kind_text,
        Kind::Number => w.kind_number,
        Kind::Whole => w.kind_whole,
        Kind::YesNo => w.kind_yes_no,
        Kind::List => w.kind_list,
        Kind::Object => w.kind_object,
        Kind::Null => w.kind_null,
    }
}

fn slip(slip: Slip, w: &FaultWords) -> &'static str {
    match slip {
        Slip::TrailingComma => w.trailing_comma,
        Slip::MissingComma => w.missing_comma,
        Slip::MissingColon => w.missing_colon,
        Slip::BareName => w.bare_name,
        Slip::ControlInText => w.control_in_text,
        Slip::BadEscape => w.bad_escape,
        Slip::TextAfterEnd => w.text_after_end,
        Slip::Unreadable => w.unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn said(json: &str) -> String {
        sentence(&crate::format::parse(json).err().unwrap().what, &Lang::En.words().fault)
    }

    #[test]
    fn an_unknown_member_brings_the_nearest_one_or_all_that_are_possible() {
        let w = &Lang::En.words().fault;
        assert_eq!(said(r#"{"titel":1}"#), fill(w.unknown_member_near, &["titel", "title"]));
        assert_eq!(said(r#"{"scale":{"xx":1}}"#), fill(w.unknown_member, &["xx", "levels"]));
    }

    #[test]
    fn names_are_cleaned_before_they_are_shown() {
        let w = &Lang::En.words().fault;
        let name = r"a\u001b[31mb";
        let shown = Clean::line("a\u{1b}[31mb");
        assert_ne!(shown.as_str(), "a\u{1b}[31mb");
        let json = format!(r#"{{"toward":{{"{name}":1,"{name}":1}}}}"#);
        assert_eq!(said(&json), fill(w.repeated_member, &[&shown]));
        assert_eq!(said(&format!(r#"{{"scale":{{"{name}":1}}}}"#)), fill(w.unknown_member, &[&shown, "levels"]));
    }
}

//! Evidence in one cell: an item a line with its kind before it, so that it can be read back.

use crate::assessment::EvidenceKind;
use crate::lang::Lang;
use crate::measure::say;
use crate::text::Clean;

/// Further lines of an item are moved in by as much, or they would begin items of their own.
const INDENT: &str = "  ";

/// The items as one text.
pub(super) fn written(items: &[(EvidenceKind, Clean)], lang: Lang) -> String {
    let colon = lang.words().report.colon;
    let item = |(kind, text): &(EvidenceKind, Clean)| {
        format!("{}{colon}{}", say::evidence_kind(*kind, lang), text.replace('\n', &format!("\n{INDENT}")))
    };
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

/// The items of a text. What names no kind is taken for a document, as on screen.
pub(super) fn read(text: &str) -> Vec<(EvidenceKind, Clean)> {
    let mut items: Vec<(EvidenceKind, String)> = Vec::new();
    for line in text.trim_end_matches(['\n', '\r']).split('\n') {
        let line = line.trim_end_matches('\r');
        match (line.strip_prefix(INDENT), items.last_mut(), kind_of(line)) {
            (Some(more), Some((_, item)), _) => {
                item.push('\n');
                item.push_str(more);
            }
            (_, _, Some((kind, text))) => items.push((kind, text.to_owned())),
            (_, Some((_, item)), None) => {
                item.push('\n');
                item.push_str(line);
            }
            (_, None, None) if line.trim().is_empty() => {}
            (_, None, None) => items.push((EvidenceKind::Document, line.to_owned())),
        }
    }
    let items = items.into_iter().map(|(kind, text)| (kind, Clean::block(&text)));
    items.filter(|(_, text)| !text.is_blank()).collect()
}

/// The kind that a line begins with, in either language, and what follows it.
fn kind_of(line: &str) -> Option<(EvidenceKind, &str)> {
    let (word, text) = line.split_once([':', '：'])?;
    let word = word.trim();
    let is = |kind: &EvidenceKind| {
        kind.as_str() == word || Lang::ALL.iter().any(|l| say::evidence_kind(*kind, *l).eq_ignore_ascii_case(word))
    };
    // After a half-width colon one blank is ours; any more belong to the text.
    let is_narrow = line.as_bytes().get(line.len() - text.len() - 1) == Some(&b':');
    let text = if is_narrow { text.strip_prefix(' ').unwrap_or(text) } else { text };
    EvidenceKind::ALL.into_iter().find(is).map(|kind| (kind, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_back() {
        let items = [
            (EvidenceKind::Record, Clean::block("portal log\nrecord: not an item\n\n  moved in")),
            (EvidenceKind::Statement, Clean::block(": said so")),
            (EvidenceKind::Document, Clean::block(" minutes 2026-09")),
        ];
        for lang in Lang::ALL {
            assert_eq!(read(&written(&items, lang)), items);
        }
    }

    #[test]
    fn what_people_type_is_understood() {
        let typed = read("catalogue export\nof September\nRecord: x\r\n口头：听说\n");
        let items: Vec<_> = typed.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        let expected = [
            (EvidenceKind::Document, "catalogue export\nof September"),
            (EvidenceKind::Record, "x"),
            (EvidenceKind::Statement, "听说"),
        ];
        assert_eq!(items, expected);
        assert_eq!(read(" \n"), []);
    }
}

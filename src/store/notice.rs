//! What the store found when it opened an assessment and people should know.

use super::fault::StoreFault;
use crate::assessment::{Event, Stamp, Thing, moment};
use crate::lang::{StoreWords, fill};
use crate::text::Clean;

/// Line numbers that a notice names; of more it gives the count.
const NAMED_LINES: usize = 8;

/// From when till when some events were recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub count: usize,
    /// The first, by the clock of the machine.
    pub from: Stamp,
    /// The last.
    pub till: Stamp,
}

impl Span {
    /// Of these events.
    pub fn of(events: &[Event]) -> Self {
        let by_clock = |e: &&Event| e.at.unix_ms;
        let at = |event: Option<&Event>| event.map_or_else(Stamp::default, |e| e.at);
        Self {
            count: events.len(),
            from: at(events.iter().min_by_key(by_clock)),
            till: at(events.iter().max_by_key(by_clock)),
        }
    }

    /// `2026-11-21 10:12 to 10:30`.
    pub fn words(&self, w: &StoreWords) -> String {
        let from = moment(self.from);
        if from == moment(self.till) {
            return from;
        }
        let till = if self.from.date() == self.till.date() { self.till.time() } else { moment(self.till) };
        fill(w.from_till, &[&from, &till])
    }
}

/// Something that people should know about a file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Lines of the file that are damaged, by number.
    Damaged(Vec<usize>),
    /// Damaged lines in the twin.
    TwinDamaged(usize),
    /// Events that must have been there and are nowhere.
    Lost(u32),
    /// Lines of a newer version.
    Unknown(usize),
    /// Events of another assessment.
    Foreign(usize),
    /// The file lacked these; the twin had them.
    Healed(Span),
    /// Nothing of the file could be read; the twin had so many events.
    Rebuilt(usize),
    /// An older copy of the file was put back: the twin has these beside it.
    Older(Span),
    /// The file is a copy of the one at this path.
    Copy(Clean),
    /// There is no twin.
    NoTwin(StoreFault),
    /// The file cannot be written to.
    NotWritable(StoreFault),
    /// Neither the file nor a twin can be written to; the fault is the file's.
    Nowhere(StoreFault),
    /// Somebody else on this computer has it open.
    OtherWindow,
    /// A text being typed when the program ended was recovered.
    Draft {
        /// Where it belongs.
        thing: Thing,
        /// When it was typed.
        at: Stamp,
    },
    /// The rubric here has the version that was answered, and other words.
    Wording {
        /// The rubric.
        id: Clean,
        /// Its version.
        version: Clean,
    },
}

impl Notice {
    /// The notice as a sentence.
    pub fn sentence(&self, w: &StoreWords) -> String {
        match self {
            Self::Damaged(lines) => match lines.as_slice() {
                [line] => fill(w.damaged, &[&line.to_string()]),
                lines => fill(w.damaged_many, &[&lines.len().to_string(), &numbers(lines, w)]),
            },
            Self::TwinDamaged(count) => fill(w.twin_damaged, &[&count.to_string()]),
            Self::Lost(count) => fill(w.lost, &[&count.to_string()]),
            Self::Unknown(count) => fill(w.unknown, &[&count.to_string()]),
            Self::Foreign(count) => fill(w.foreign, &[&count.to_string()]),
            Self::Healed(span) => fill(w.healed, &[&span.count.to_string(), &span.words(w)]),
            Self::Rebuilt(count) => fill(w.rebuilt, &[&count.to_string()]),
            Self::Older(span) => fill(w.older, &[&span.count.to_string(), &span.words(w)]),
            Self::Copy(path) => fill(w.copy_of, &[path]),
            Self::NoTwin(fault) => fill(w.no_twin, &[&fault.sentence(w)]),
            Self::NotWritable(fault) => fill(w.not_writable, &[&fault.sentence(w)]),
            Self::Nowhere(fault) => fill(w.nowhere, &[&fault.sentence(w)]),
            Self::OtherWindow => w.other_window.to_owned(),
            Self::Draft { thing, at } => {
                let place =
                    thing.question().map_or_else(|| Clean::line(&thing.to_string()), |q| Clean::line(q.as_str()));
                fill(w.draft, &[&place, &moment(*at)])
            }
            Self::Wording { id, version } => fill(w.wording, &[id, version]),
        }
    }
}

/// Tells that the file cannot be written to. With no second copy either nothing keeps: then that is the one sentence.
pub(super) fn tell_unwritable(notices: &mut Vec<Notice>, fault: StoreFault) {
    let before = notices.len();
    notices.retain(|n| !matches!(n, Notice::NoTwin(_)));
    let has_twin = notices.len() == before;
    notices.push(if has_twin { Notice::NotWritable(fault) } else { Notice::Nowhere(fault) });
}

fn numbers(lines: &[usize], w: &StoreWords) -> String {
    let named: Vec<String> = lines.iter().take(NAMED_LINES).map(ToString::to_string).collect();
    let named = named.join(w.comma);
    if lines.len() > NAMED_LINES { fill(w.and_more, &[&named]) } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn notices_name_what_they_found() {
        let said = |notice: Notice, lang: Lang| notice.sentence(&lang.words().store);
        assert_eq!(
            said(Notice::Damaged(vec![5]), Lang::En),
            "line 5 of the file is damaged; it is skipped and left as it is"
        );
        assert_eq!(
            said(Notice::Damaged((1..=9).collect()), Lang::Zh),
            "文件有 9 行已损坏（行号 1、2、3、4、5、6、7、8 等），已跳过并保持原样"
        );
        let (from, till) = (Stamp::parse("2026-11-21T10:12:00+08:00"), Stamp::parse("2026-11-21T10:30:00+08:00"));
        let span = Span { count: 12, from: from.unwrap(), till: till.unwrap() };
        assert_eq!(
            said(Notice::Older(span), Lang::En),
            "this file is older than this computer's second copy, which has 12 later entries (2026-11-21 10:12 to 10:30)"
        );
    }

    #[test]
    fn where_nothing_can_be_written_one_sentence_says_that_nothing_keeps() {
        let fault = || StoreFault::TooLong { limit: 1 };
        let mut notices = vec![Notice::OtherWindow];
        tell_unwritable(&mut notices, fault());
        assert_eq!(notices, [Notice::OtherWindow, Notice::NotWritable(fault())]);
        let mut notices = vec![Notice::NoTwin(fault()), Notice::OtherWindow];
        tell_unwritable(&mut notices, fault());
        assert_eq!(notices, [Notice::OtherWindow, Notice::Nowhere(fault())]);
    }
}

//! Every word the interface says, group by group, both languages side by side.
//!
//! A word is one entry `name: "中文", "English";`. A word that lacks a language does not compile.

use std::ops::Deref;
use std::sync::OnceLock;

use super::Lang;

/// Makes a group of words: the struct, how it is read, and the list for the test.
///
/// A group stands in the program as one text in each language and the lengths of its words. A table of
/// words would need the address of every one, which are more bytes than the words have, and all to be put
/// right at a start.
macro_rules! words {
    ($(#[$doc:meta])* $group:ident { $($name:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "each word is its own description")]
        #[derive(Clone, Copy, Debug, Default)]
        pub struct $group { $(pub $name: &'static str,)* }

        impl super::Read for $group {
            fn read(&mut self, how: super::How) {
                let mut rest = match how.lang {
                    super::Lang::Zh => super::Rest::of(concat!($($zh,)*), const { &[$($zh.len() as u16,)*] }, how),
                    super::Lang::En => super::Rest::of(concat!($($en,)*), const { &[$($en.len() as u16,)*] }, how),
                };
                $(rest.next(&mut self.$name);)*
            }
        }

        impl $group {
            /// Its words in their order.
            #[cfg(test)]
            pub(super) fn each(&self) -> Vec<&'static str> {
                vec![$(self.$name,)*]
            }

            /// Name, Chinese and English of every word.
            #[cfg(test)]
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] = &[$((stringify!($name), $zh, $en),)*];
        }
    };
}

/// How words are wanted.
#[derive(Clone, Copy)]
struct How {
    lang: Lang,
    /// For a terminal that draws ASCII only: `Enter`, not its mark.
    is_ascii: bool,
}

/// A group of words.
trait Read: Default {
    /// Reads them where they stand: moving each costs more program than reading it.
    fn read(&mut self, how: How);
}

/// Keys whose marks are not drawn in ASCII, with their names.
const KEYS: [(char, &str); 2] = [('⏎', "Enter"), ('⌫', "Backspace")];

/// What is not read yet of a group.
struct Rest {
    text: &'static str,
    lengths: std::slice::Iter<'static, u16>,
    how: How,
}

impl Rest {
    fn of(text: &'static str, lengths: &'static [u16], how: How) -> Self {
        Self { text, lengths: lengths.iter(), how }
    }

    /// Takes the next word off the text.
    fn next(&mut self, word: &mut &'static str) {
        let len = self.lengths.next().copied().map_or(0, usize::from);
        (*word, self.text) = self.text.split_at_checked(len).unwrap_or((self.text, ""));
        if self.how.is_ascii {
            *word = spelled(word);
        }
    }
}

/// A word with the names of keys written out. What had to be changed lives as long as the program.
fn spelled(word: &'static str) -> &'static str {
    if !word.contains(KEYS.map(|(mark, _)| mark)) {
        return word;
    }
    KEYS.iter().fold(word.to_owned(), |word, (mark, name)| word.replace(*mark, name)).leak()
}

/// A group of words that is read when one of them is first wanted: a screen needs a few groups of all.
pub struct Group<T> {
    /// Boxed, so that their place is not part of the file.
    words: OnceLock<Box<T>>,
    how: How,
}

#[allow(private_bounds, reason = "the groups are those of this module")]
impl<T: Read> Deref for Group<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.words.get_or_init(|| {
            let mut words = Box::<T>::default();
            words.read(self.how);
            words
        })
    }
}

mod ask;
mod check;
mod cli;
mod cohort;
mod conflict;
mod fault;
mod fields;
mod form;
mod health;
mod history;
mod home;
mod import;
mod keys;
mod merge;
mod plain;
mod plan;
mod reliability;
mod report;
mod result;
mod review;
mod room;
mod store;
mod talk;
mod trend;
mod upgrade;
mod why;

pub use ask::AskWords;
pub use check::CheckWords;
pub use cli::CliWords;
pub use cohort::CohortWords;
pub use conflict::ConflictWords;
pub use fault::FaultWords;
pub use fields::FieldWords;
pub use form::FormWords;
pub use health::HealthWords;
pub use history::HistoryWords;
pub use home::HomeWords;
pub use import::ImportWords;
pub use keys::KeyWords;
pub use merge::MergeWords;
pub use plain::PlainWords;
pub use plan::PlanWords;
pub use reliability::ReliabilityWords;
pub use report::ReportWords;
pub use result::ResultWords;
pub use review::ReviewWords;
pub use room::RoomWords;
pub use store::StoreWords;
pub use talk::TalkWords;
pub use trend::TrendWords;
pub use upgrade::UpgradeWords;
pub use why::WhyWords;

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident: $group:ident,)*) => {
        /// All words in one language.
        pub struct Words { $($(#[$doc])* pub $name: Group<$group>,)* }

        impl Words {
            const fn new(lang: Lang, is_ascii: bool) -> Self {
                let how = How { lang, is_ascii };
                Self { $($name: Group { words: OnceLock::new(), how },)* }
            }

            /// Every word in its order.
            #[cfg(test)]
            fn each(&self) -> Vec<&'static str> {
                [$(self.$name.each(),)*].concat()
            }
        }

        /// `group.name`, Chinese and English of every word.
        #[cfg(test)]
        pub fn all() -> Vec<(String, &'static str, &'static str)> {
            let mut all = Vec::new();
            $(all.extend($group::ALL.iter().map(|(n, zh, en)| (format!("{}.{n}", stringify!($name)), *zh, *en)));)*
            all
        }
    };
}

groups! {
    /// The question screen.
    ask: AskWords,
    /// The checker of rubrics.
    check: CheckWords,
    /// The command line.
    cli: CliWords,
    /// Many organisations.
    cohort: CohortWords,
    /// Disagreements, and what was said in words.
    conflict: ConflictWords,
    /// Why a rubric is refused.
    fault: FaultWords,
    /// The setup.
    fields: FieldWords,
    /// Whether files are whole.
    health: HealthWords,
    /// Who said what when.
    history: HistoryWords,
    /// The questionnaire on paper.
    form: FormWords,
    /// The list of assessments.
    home: HomeWords,
    /// Answers that come from elsewhere.
    import: ImportWords,
    /// Names of keys, and what they do.
    key: KeyWords,
    /// Uniting files.
    merge: MergeWords,
    /// Plain lines.
    plain: PlainWords,
    /// Whether a rubric holds.
    reliability: ReliabilityWords,
    /// The report on paper.
    report: ReportWords,
    /// The plan.
    plan: PlanWords,
    /// The result.
    result: ResultWords,
    /// The review.
    review: ReviewWords,
    /// The room and its votes.
    room: RoomWords,
    /// The disk.
    store: StoreWords,
    /// Interviews and re-assessment.
    talk: TalkWords,
    /// What has changed.
    trend: TrendWords,
    /// The upgrade to a newer rubric.
    upgrade: UpgradeWords,
    /// The arithmetic.
    why: WhyWords,
}

static ZH: Words = Words::new(Lang::Zh, false);
static EN: Words = Words::new(Lang::En, false);
static ASCII_ZH: Words = Words::new(Lang::Zh, true);
static ASCII_EN: Words = Words::new(Lang::En, true);

impl Words {
    /// The words in one language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// The words for a terminal that draws ASCII only: `Enter`, not its mark.
    pub fn ascii(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ASCII_ZH,
            Lang::En => &ASCII_EN,
        }
    }
}

#[cfg(test)]
mod manners;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_as_it_is_written() {
        let (zh, en): (Vec<_>, Vec<_>) = all().into_iter().map(|(_, zh, en)| (zh, en)).unzip();
        assert_eq!(Words::of(Lang::Zh).each(), zh);
        assert_eq!(Words::of(Lang::En).each(), en);
    }

    #[test]
    fn every_word_with_the_mark_of_a_key_is_spelled_out() {
        for lang in Lang::ALL {
            let (words, ascii) = (Words::of(lang).each(), Words::ascii(lang).each());
            for (word, ascii) in words.iter().zip(&ascii) {
                assert_eq!(*ascii, word.replace('⏎', "Enter").replace('⌫', "Backspace"));
            }
            assert!(words != ascii && words.len() == ascii.len());
        }
    }
}

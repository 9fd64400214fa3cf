//! Every word the interface says, group by group, both languages side by side.
//!
//! A word is one entry `name: "中文", "English";`. A word that lacks a language does not compile.

use std::sync::LazyLock;

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

        impl $group {
            /// Reads its words in one language.
            pub(super) fn read(&mut self, lang: super::Lang) {
                let mut rest = match lang {
                    super::Lang::Zh => super::Rest::of(concat!($($zh,)*), const { &[$($zh.len() as u16,)*] }),
                    super::Lang::En => super::Rest::of(concat!($($en,)*), const { &[$($en.len() as u16,)*] }),
                };
                $(rest.next(&mut self.$name);)*
            }

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

/// What is not read yet of a group.
struct Rest {
    text: &'static str,
    lengths: std::slice::Iter<'static, u16>,
}

impl Rest {
    fn of(text: &'static str, lengths: &'static [u16]) -> Self {
        Self { text, lengths: lengths.iter() }
    }

    /// Takes the next word off the text.
    fn next(&mut self, word: &mut &'static str) {
        let len = self.lengths.next().copied().map_or(0, usize::from);
        (*word, self.text) = self.text.split_at_checked(len).unwrap_or((self.text, ""));
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
        #[derive(Clone, Copy, Debug, Default)]
        pub struct Words { $($(#[$doc])* pub $name: $group,)* }

        impl Words {
            /// Reads every group in one language.
            fn read(lang: Lang) -> Box<Self> {
                let mut words = Box::<Self>::default();
                $(words.$name.read(lang);)*
                words
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

/// Words that are read when they are first wanted; boxed, so that their place is not part of the file.
type Read = LazyLock<Box<Words>>;

static ZH: Read = Read::new(|| Words::read(Lang::Zh));
static EN: Read = Read::new(|| Words::read(Lang::En));
static ASCII_ZH: Read = Read::new(|| Box::new(spelled(**ZH)));
static ASCII_EN: Read = Read::new(|| Box::new(spelled(**EN)));

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

    /// The words in which a key stands as its mark.
    fn with_marks(&mut self) -> Vec<&mut &'static str> {
        vec![
            &mut self.ask.add_older,
            &mut self.ask.evidence_hint,
            &mut self.ask.jump_hint,
            &mut self.ask.reason_hint,
            &mut self.fields.back_to_questions,
            &mut self.fields.begin,
            &mut self.fields.field_hint,
            &mut self.home.gone_how,
            &mut self.key.backspace,
            &mut self.key.enter,
            &mut self.merge.choose_hint,
            &mut self.merge.order_hint,
            &mut self.report.screen_hint,
            &mut self.report.screen_write,
            &mut self.review.nothing,
            &mut self.room.choose_voice,
            &mut self.room.cover_one,
            &mut self.room.cover_pass,
            &mut self.room.goes_on,
            &mut self.room.may_begin,
            &mut self.room.may_reveal,
            &mut self.room.raters_hint,
            &mut self.talk.interviewee_hint,
            &mut self.talk.pad_empty,
            &mut self.talk.pad_hint,
            &mut self.talk.pad_hint_short,
            &mut self.talk.pad_no_question,
            &mut self.talk.rating_prompt,
            &mut self.talk.rating_prompt_far,
            &mut self.upgrade.nothing,
        ]
    }
}

/// Keys whose marks are not drawn in ASCII, with their names.
const KEYS: [(char, &str); 2] = [('⏎', "Enter"), ('⌫', "Backspace")];

/// Words with the names of keys written out. What had to be changed lives as long as the program.
fn spelled(mut words: Words) -> Words {
    for word in words.with_marks() {
        *word = KEYS.iter().fold((*word).to_owned(), |word, (mark, name)| word.replace(*mark, name)).leak();
    }
    words
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
        let has_mark = |word: &str| word.contains(KEYS.map(|(mark, _)| mark));
        for lang in Lang::ALL {
            let mut words = *lang.words();
            let spelled_out: Vec<&str> = words.with_marks().into_iter().map(|word| *word).collect();
            for (name, zh, en) in all() {
                let word = if lang == Lang::Zh { zh } else { en };
                assert_eq!(has_mark(word), spelled_out.contains(&word), "{name}: list it in `with_marks`");
            }
            assert!(spelled(words).with_marks().iter().all(|word| !has_mark(word)));
        }
    }
}

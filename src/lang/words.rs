//! Every word the interface says, group by group, both languages side by side.
//!
//! A word is one entry `name: "中文", "English";`. A word that lacks a language does not compile.

/// Makes a group of words: the struct, its two values, and the list for the test.
macro_rules! words {
    ($(#[$doc:meta])* $group:ident { $($name:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "each word is its own description")]
        #[derive(Debug)]
        pub struct $group { $(pub $name: &'static str,)* }

        impl $group {
            /// In Chinese.
            pub const ZH: Self = Self { $($name: $zh,)* };
            /// In English.
            pub const EN: Self = Self { $($name: $en,)* };
            /// Name, Chinese and English of every word.
            #[cfg(test)]
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] = &[$((stringify!($name), $zh, $en),)*];
        }
    };
}

mod ask;
mod check;
mod cli;
mod fault;
mod fields;
mod home;
mod keys;
mod plan;
mod result;
mod review;
mod store;
mod trend;
mod upgrade;
mod why;

pub use ask::AskWords;
pub use check::CheckWords;
pub use cli::CliWords;
pub use fault::FaultWords;
pub use fields::FieldWords;
pub use home::HomeWords;
pub use keys::KeyWords;
pub use plan::PlanWords;
pub use result::ResultWords;
pub use review::ReviewWords;
pub use store::StoreWords;
pub use trend::TrendWords;
pub use upgrade::UpgradeWords;
pub use why::WhyWords;

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident: $group:ident,)*) => {
        /// All words in one language.
        #[derive(Debug)]
        pub struct Words { $($(#[$doc])* pub $name: $group,)* }

        /// Chinese.
        pub static ZH: Words = Words { $($name: $group::ZH,)* };
        /// English.
        pub static EN: Words = Words { $($name: $group::EN,)* };

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
    /// Why a rubric is refused.
    fault: FaultWords,
    /// The setup.
    fields: FieldWords,
    /// The list of assessments.
    home: HomeWords,
    /// Names of keys, and what they do.
    key: KeyWords,
    /// The plan.
    plan: PlanWords,
    /// The result.
    result: ResultWords,
    /// The review.
    review: ReviewWords,
    /// The disk.
    store: StoreWords,
    /// What has changed.
    trend: TrendWords,
    /// The upgrade to a newer rubric.
    upgrade: UpgradeWords,
    /// The arithmetic.
    why: WhyWords,
}

//! From the file's objects to a [`Rubric`]: ids resolved, every rule checked.
//!
//! A broken rule is noted and reading goes on with a stand-in, so that an author learns of
//! everything at once. A stand-in never gets out: with anything noted there is no rubric.

mod ahead;
mod earlier;
mod entry;
mod number;
mod prerequisites;
mod question;
mod rule;
mod scale;
mod text;
mod tree;

use std::cell::RefCell;

use crate::format::File;

use super::fault::{Fault, Refusal};
use super::{Id, NaPolicy, Rubric, Version};
use crate::text::Clean;
use number::share;
use text::Texts;
pub(super) use text::{Hold, is_sound};
use tree::Context;

/// The number of the rubric format that this program writes and reads.
const FORMAT: u64 = 1;

type Checked<T> = Result<T, Refusal>;

/// The broken rules found so far, in the order of reading.
#[derive(Default)]
struct Faults(RefCell<Vec<Refusal>>);

impl Faults {
    fn note(&self, refusal: Refusal) {
        self.0.borrow_mut().push(refusal);
    }

    /// What was read, if it was.
    fn kept<T>(&self, read: Checked<T>) -> Option<T> {
        read.map_err(|refusal| self.note(refusal)).ok()
    }

    /// What was read, or a stand-in.
    fn or<T>(&self, read: Checked<T>, stand_in: T) -> T {
        self.kept(read).unwrap_or(stand_in)
    }

    fn or_default<T: Default>(&self, read: Checked<T>) -> T {
        self.kept(read).unwrap_or_default()
    }

    /// The id, or one that nothing refers to.
    fn or_nameless(&self, read: Checked<Id>) -> Id {
        self.kept(read).unwrap_or_else(Id::nameless)
    }

    /// `made`, if nothing was noted.
    fn judge<T>(self, made: T) -> Result<T, Vec<Refusal>> {
        let noted = self.0.into_inner();
        if noted.is_empty() { Ok(made) } else { Err(noted) }
    }
}

/// The rubric of a file whose text is `json`, or every rule that it breaks.
pub(super) fn build(file: &File, json: &str, hold: Hold) -> Result<Rubric, Vec<Refusal>> {
    if file.gradus_rubric != FORMAT {
        return Err(vec![Fault::NewerFormat { found: file.gradus_rubric }.at("gradus_rubric")]);
    }
    let faults = Faults::default();
    // Without languages and a scale nothing else can be judged.
    let languages = text::languages(&file.languages).map_err(|refusal| vec![refusal])?;
    let texts = Texts { languages, file: json, hold };
    let scale = match scale::scale(&texts, file, &faults) {
        Ok(scale) => scale,
        Err(refusal) => {
            faults.note(refusal);
            return Err(faults.0.into_inner());
        }
    };
    let level_rule = faults.kept(rule::level_rule(file, &scale));
    let toward = faults.or_default(scale::toward(&file.toward));
    let na_policy = faults.or(rule::na_policy(file.na_policy.as_deref()), NaPolicy::Exclude);
    let lenses = scale::lenses(&texts, &file.lenses, &faults);
    let context = Context {
        texts: &texts,
        faults: &faults,
        scale: &scale,
        level_rule,
        na_policy,
        toward: &toward,
        lenses: &lenses,
        practice_answers: faults.or_default(scale::practice_answers(&texts, &file.practice_answers)),
    };
    let tree = faults.or_default(tree::tree(&context, file));
    let evidence = faults.kept(rule::evidence(file.evidence.as_ref(), &scale)).unwrap_or_default();
    let version = Version::parse(&file.version);
    let version = version.ok_or_else(|| Fault::BadVersion { found: Clean::line(&file.version) }.at("version"));
    let version = faults.or(version, Version { major: 0, minor: 0, patch: 0 });
    let share_of = |value, path| faults.or_default(share(value, path));
    let ahead = ahead::Ahead { texts: &texts, scale: &scale, tree: &tree, faults: &faults };
    let (target_sets, spotlights) = (ahead.target_sets(&file.target_sets), ahead.spotlights(&file.spotlights));
    let rubric = Rubric {
        id: faults.or_nameless(text::id(&file.id, &"id")),
        version,
        title: faults.or_default(texts.read(file.title, &"title")),
        about: faults.or_default(texts.read(file.about, &"about")),
        min_completeness: share_of(file.min_completeness.unwrap_or(0.5), &"min_completeness"),
        headline_completeness: file.headline_completeness.map(|c| share_of(c, &"headline_completeness")),
        balance: faults.or_default(scale::balance(file.balance.as_ref())),
        level_rule: level_rule.unwrap_or(super::LevelRule::Min),
        overall_rule: rule::overall_rule(file, &scale, &tree, &faults),
        na_policy,
        evidence_from: evidence.0,
        evidence_policy: evidence.1,
        profiles: tree::profiles(&texts, &file.profiles, &tree, &faults),
        prerequisites: prerequisites::read(&file.prerequisites, &scale, &tree, &faults),
        target_sets,
        spotlights,
        earlier: earlier::read(&file.earlier, &scale, &tree, version, &faults),
        lenses,
        toward,
        languages: texts.languages,
        scale,
        dimensions: tree.dimensions,
        areas: tree.areas,
        questions: tree.questions,
        by_id: tree.by_id,
    };
    faults.judge(rubric)
}

//! Dimensions and their areas, and the weight profiles over them.

use std::fmt::Display;

use crate::format::{File, FileArea, FileProfile};
use foldhash::HashMap;

use super::entry::Entry;
use super::number::{MAX_WEIGHT, at_most, number, weight};
use super::question;
use super::rule::construct;
use super::text::{Seen, Texts};
use super::{Checked, Faults};
use crate::rubric::fault::Fault;
use crate::rubric::{
    Area, AreaIx, Choice, Credit, Dimension, DimensionIx, EPSILON, Id, Lens, LevelRule, NaPolicy, Profile, Question,
    QuestionIx, Scale,
};
use crate::text::Clean;

const MAX_DIMENSIONS: usize = 200;
const MAX_AREAS: usize = 2_000;
const MAX_QUESTIONS: usize = 2_000;

/// What the questions are read against.
pub(super) struct Context<'r> {
    pub texts: &'r Texts<'r>,
    pub faults: &'r Faults,
    pub scale: &'r Scale,
    /// None if it was refused: then nothing is held against it.
    pub level_rule: Option<LevelRule>,
    pub na_policy: NaPolicy,
    pub toward: &'r [Credit],
    pub lenses: &'r [Lens],
    pub practice_answers: Vec<Choice>,
}

#[derive(Default)]
pub(super) struct Tree {
    pub dimensions: Vec<Dimension>,
    pub areas: Vec<Area>,
    pub questions: Vec<Question>,
    pub by_id: HashMap<Id, QuestionIx>,
    seen: Seen,
}

impl Tree {
    /// The area named `id`.
    pub fn area(&self, id: &str, path: &dyn Display) -> Checked<AreaIx> {
        let place = self.areas.iter().position(|a| a.id.as_str() == id);
        place.map(AreaIx).ok_or_else(|| Fault::UnknownId { id: Clean::line(id) }.at(path))
    }
}

/// Reads the tree; more than the limits allow is not even looked at.
pub(super) fn tree(context: &Context, file: &File) -> Checked<Tree> {
    let (texts, faults) = (context.texts, context.faults);
    let areas = || file.dimensions.iter().flat_map(|d| &d.areas);
    at_most(file.dimensions.len(), MAX_DIMENSIONS, &"dimensions")?;
    let (area_count, question_count) = (areas().count(), areas().map(|a| a.questions.len()).sum());
    at_most(area_count, MAX_AREAS, &"dimensions")?;
    at_most(question_count, MAX_QUESTIONS, &"dimensions")?;
    if file.dimensions.is_empty() {
        return Err(Fault::Empty.at("dimensions"));
    }
    let mut tree = Tree::default();
    // Lists that grow are copied over and over.
    tree.areas.reserve(area_count);
    tree.questions.reserve(question_count);
    tree.by_id.reserve(question_count);
    tree.seen.reserve(file.dimensions.len() + area_count + question_count);
    for (i, dimension) in file.dimensions.iter().enumerate() {
        let path = Entry::of("dimensions", i);
        let id = faults.or_nameless(tree.seen.fresh(&dimension.id, path));
        let first = tree.areas.len();
        for (j, area) in dimension.areas.iter().enumerate() {
            read_area(context, &mut tree, area, DimensionIx(i), path.inner("areas", j));
        }
        let areas = first..tree.areas.len();
        has_weight(faults, tree.areas[areas.clone()].iter().map(|a| a.weight), &format_args!("{path}.areas"));
        tree.dimensions.push(Dimension {
            id,
            name: faults.or_default(texts.read(dimension.name, &format_args!("{path}.name"))),
            about: faults.or_default(texts.maybe(dimension.about, &format_args!("{path}.about"))),
            weight: faults.or(weight(dimension.weight, &path), 1.0),
            construct: faults.or_default(construct(dimension.construct.as_deref(), &format_args!("{path}.construct"))),
            areas,
        });
    }
    has_weight(faults, tree.dimensions.iter().map(|d| d.weight), &"dimensions");
    Ok(tree)
}

/// A list must not be empty, and its weights must add up to something.
fn has_weight(faults: &Faults, weights: impl ExactSizeIterator<Item = f64>, path: &dyn Display) {
    if weights.len() == 0 {
        faults.note(Fault::Empty.at(path));
    } else if weights.sum::<f64>() <= EPSILON {
        faults.note(Fault::NoWeight.at(path));
    }
}

fn read_area(context: &Context, tree: &mut Tree, area: &FileArea, dimension: DimensionIx, path: Entry) {
    let (texts, faults) = (context.texts, context.faults);
    let id = faults.or_nameless(tree.seen.fresh(&area.id, path));
    let ix = AreaIx(tree.areas.len());
    let first = tree.questions.len();
    for (k, question) in area.questions.iter().enumerate() {
        let path = path.inner("questions", k);
        let id = faults.or_nameless(tree.seen.fresh(&question.id, path));
        tree.by_id.insert(id.clone(), QuestionIx(tree.questions.len()));
        tree.questions.push(question::read(context, question, id, ix, &path));
    }
    let questions = first..tree.questions.len();
    has_weight(faults, tree.questions[questions.clone()].iter().map(|q| q.weight), &format_args!("{path}.questions"));
    let lens = |id: &str| context.lenses.iter().position(|l| l.id.as_str() == id);
    tree.areas.push(Area {
        id,
        name: faults.or_default(texts.read(area.name, &format_args!("{path}.name"))),
        about: faults.or_default(texts.maybe(area.about, &format_args!("{path}.about"))),
        weight: faults.or(weight(area.weight, &path), 1.0),
        lens_weights: weights_of(&area.lenses.0, context.lenses.len(), lens, &format_args!("{path}.lenses"), faults),
        dimension,
        questions,
    });
}

/// Weights that are given by name, in the order of what they name; 0 where none is given.
fn weights_of(
    given: &[(String, f64)],
    len: usize,
    place: impl Fn(&str) -> Option<usize>,
    path: &dyn Display,
    faults: &Faults,
) -> Vec<f64> {
    let mut weights = vec![0.0; len];
    for (name, value) in given {
        let path = format_args!("{path}.{name}");
        match place(name) {
            Some(place) => weights[place] = faults.or(number(*value, 0.0, MAX_WEIGHT, &path), 1.0),
            None => faults.note(Fault::UnknownId { id: Clean::line(name) }.at(path)),
        }
    }
    weights
}

pub(super) fn profiles(texts: &Texts, profiles: &[FileProfile], tree: &Tree, faults: &Faults) -> Vec<Profile> {
    let mut seen = Seen::default();
    let dimension = |id: &str| tree.dimensions.iter().position(|d| d.id.as_str() == id);
    let read = |(i, profile): (usize, &FileProfile)| {
        let path = Entry::of("profiles", i);
        let at = format_args!("{path}.weights");
        let weights = weights_of(&profile.weights.0, tree.dimensions.len(), dimension, &at, faults);
        has_weight(faults, weights.iter().copied(), &at);
        Profile {
            id: faults.or_nameless(seen.fresh(&profile.id, path)),
            name: faults.or_default(texts.read(profile.name, &format_args!("{path}.name"))),
            weights,
        }
    };
    profiles.iter().enumerate().map(read).collect()
}

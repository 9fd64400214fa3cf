//! Trying single answers, held against measuring everything again for each of them.

use std::sync::LazyLock;

use super::*;
use crate::measure::measure;
use crate::rubric::{LevelRule, NaPolicy, OverallRule, Profile, SHIPPED};
use proptest::prelude::*;

/// The same by measuring everything again for every answer.
fn slowly(
    rubric: &Rubric,
    replies: &[Reply],
    profile: Option<&Profile>,
    measured: &Measured,
) -> Vec<(Subject, u8, QuestionIx)> {
    let mut found = Vec::new();
    for up in [true, false] {
        for question in (0..replies.len()).map(QuestionIx) {
            let Some(moved) = nudged(rubric, question, replies[question.0], up) else { continue };
            let mut replies = replies.to_vec();
            replies[question.0] = moved;
            let again = measure(rubric, &replies, profile);
            let pairs = std::iter::once((Subject::Overall, &measured.overall.node, &again.overall.node));
            let dimensions = measured.dimensions.iter().zip(&again.dimensions).enumerate();
            let pairs = pairs.chain(dimensions.map(|(d, (b, a))| (Subject::Dimension(DimensionIx(d)), b, a)));
            let areas = measured.areas.iter().zip(&again.areas).enumerate();
            let pairs = pairs.chain(areas.map(|(place, (b, a))| (Subject::Area(AreaIx(place)), b, a)));
            for (subject, before, after) in pairs {
                if let (Some(before), Some(after)) = (before.level(), after.level())
                    && before != after
                {
                    found.push((subject, after, question));
                }
            }
        }
    }
    found
}

/// What was found of one number that has this level.
fn of_one(found: &[(Subject, u8, QuestionIx)], subject: Subject, level: u8) -> Fragility {
    let of = |rises: bool| {
        let moved = found.iter().filter(|(of, to, _)| *of == subject && (*to > level) == rises);
        moved.map(|(_, _, question)| *question).collect()
    };
    Fragility { up: of(true), down: of(false) }
}

/// The shipped rubric under each rule that ladders have, and one of practices for each of theirs.
static RUBRICS: LazyLock<Vec<Rubric>> = LazyLock::new(|| {
    let gate = |mean_at_least| LevelRule::Gate { pass: 0.6, max_shortfall: 1, mean_at_least };
    let rules = [LevelRule::Bands { offset: 0.2 }, LevelRule::Min, gate(false), gate(true)];
    let ladders = rules.map(|level_rule| {
        let mut rubric = SHIPPED[0].read().unwrap();
        rubric.level_rule = level_rule;
        rubric
    });
    let [every, mean]: [&[u8]; 2] = [
        include_bytes!("../../../../tests/data/models/c2m2-like.json"),
        include_bytes!("../../../../tests/data/models/samm-like.json"),
    ];
    ladders.into_iter().chain([every, mean].map(|file| Rubric::read(file).unwrap())).collect()
});

/// The choice of a question with credit, or none.
fn reply(rubric: &Rubric, q: usize, (choice, credit): (usize, Option<f64>)) -> Reply {
    let of = &rubric.questions[q];
    let k = of.choices[choice % of.choices.len()].value;
    match (credit, of.kind) {
        (None, _) if choice % 2 == 0 => Reply::Unanswered,
        (None, _) => Reply::NotApplicable,
        (_, Kind::Practice { .. }) => Reply::Rated { x: k, k },
        (Some(credit), Kind::Ladder) => Reply::Rated { x: (k + credit).min(f64::from(rubric.scale.max())), k },
    }
}

fn given() -> impl Strategy<Value = (usize, Option<f64>)> {
    (0_usize..6, prop::option::weighted(0.85, prop::sample::select(vec![0.0, 0.5, 0.8])))
}

/// What a rubric may say otherwise than the shipped one.
#[derive(Clone, Debug)]
struct Twist {
    na_policy: NaPolicy,
    min_completeness: f64,
    /// Cap and offset of the whole, and which areas are critical.
    overall: Option<(u8, f64, Vec<bool>)>,
    /// Weights of questions, areas and dimensions, and of the latter in a profile; some count nothing.
    weights: [Vec<f64>; 4],
    has_profile: bool,
}

fn twist() -> impl Strategy<Value = Twist> {
    let na_policy = prop::sample::select(vec![NaPolicy::Exclude, NaPolicy::AsLowest, NaPolicy::Deny]);
    let overall = (0..3_u8, prop::sample::select(vec![0.0, 0.2, 0.5]), prop::collection::vec(any::<bool>(), 24));
    let weight = || prop::collection::vec(prop::sample::select(vec![0.0, 1.0, 1.0, 2.5]), 48);
    let weights = [weight(), weight(), weight(), weight()];
    let min_completeness = prop::sample::select(vec![0.0, 0.5, 0.8]);
    let all = (na_policy, min_completeness, prop::option::weighted(0.9, overall), weights, any::<bool>());
    all.prop_map(|(na_policy, min_completeness, overall, weights, has_profile)| Twist {
        na_policy,
        min_completeness,
        overall,
        weights,
        has_profile,
    })
}

/// A rubric with a twist, and the weights by which it is measured.
fn twisted(rubric: &Rubric, twist: &Twist) -> (Rubric, Option<Profile>) {
    let mut rubric = rubric.clone();
    rubric.na_policy = twist.na_policy;
    rubric.min_completeness = twist.min_completeness;
    rubric.overall_rule = twist.overall.clone().map(|(cap, offset, critical)| {
        let critical = (0..rubric.areas.len()).filter(|a| critical[*a]).map(AreaIx).collect();
        OverallRule { cap, critical, offset }
    });
    let [questions, areas, dimensions, profile] = &twist.weights;
    rubric.questions.iter_mut().zip(questions).for_each(|(of, weight)| of.weight = *weight);
    rubric.areas.iter_mut().zip(areas).for_each(|(of, weight)| of.weight = *weight);
    rubric.dimensions.iter_mut().zip(dimensions).for_each(|(of, weight)| of.weight = *weight);
    let profile = rubric.profiles.first().filter(|_| twist.has_profile).cloned().map(|mut of| {
        of.weights = profile[..rubric.dimensions.len()].to_vec();
        of
    });
    (rubric, profile)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn only_what_is_touched_need_be_measured_again(
        given in prop::collection::vec(given(), 48),
        twist in prop::option::of(twist()),
    ) {
        for rubric in RUBRICS.iter() {
            let (rubric, profile) = twist.as_ref().map_or_else(|| (rubric.clone(), None), |by| twisted(rubric, by));
            let (rubric, profile) = (&rubric, profile.as_ref());
            let replies = (0..rubric.questions.len()).map(|q| reply(rubric, q, given[q])).collect::<Vec<_>>();
            let measured = measure(rubric, &replies, profile);
            let slow = slowly(rubric, &replies, profile, &measured);
            let dimensions = (0..rubric.dimensions.len()).map(|d| Subject::Dimension(DimensionIx(d)));
            let areas = (0..rubric.areas.len()).map(|a| Subject::Area(AreaIx(a)));
            for subject in std::iter::once(Subject::Overall).chain(dimensions).chain(areas) {
                let level = measured.node(subject).and_then(Node::level);
                let slow = level.map(|level| of_one(&slow, subject, level));
                prop_assert_eq!(fragility(rubric, &replies, &measured, subject), slow);
            }
            let key = |s: Subject| match s { Subject::Dimension(d) => d.0 + 1, _ => 0 };
            let found = fragile(rubric, &replies, &measured);
            let quick = found.iter().flat_map(|f| f.questions.iter().map(|q| (key(f.subject), f.to, *q)));
            let mut quick: Vec<_> = quick.collect();
            let slow = slow.into_iter().filter(|(of, ..)| !matches!(of, Subject::Area(_)));
            let mut slow: Vec<_> = slow.map(|(s, to, q)| (key(s), to, q)).collect();
            quick.sort();
            slow.sort();
            prop_assert_eq!(quick, slow);
        }
    }
}

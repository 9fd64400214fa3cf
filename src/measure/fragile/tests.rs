//! Trying single answers, held against measuring everything again for each of them.

use std::sync::LazyLock;

use super::*;
use crate::measure::measure;
use crate::rubric::{LevelRule, SHIPPED};
use proptest::prelude::*;

/// The same by measuring everything again for every answer.
fn slowly(rubric: &Rubric, replies: &[Reply], measured: &Measured) -> Vec<(Subject, u8, QuestionIx)> {
    let mut found = Vec::new();
    for up in [true, false] {
        for question in (0..replies.len()).map(QuestionIx) {
            let Some(moved) = nudged(rubric, question, replies[question.0], up) else { continue };
            let mut replies = replies.to_vec();
            replies[question.0] = moved;
            let again = measure(rubric, &replies, None);
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
        include_bytes!("../../../tests/data/models/c2m2-like.json"),
        include_bytes!("../../../tests/data/models/samm-like.json"),
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn only_what_is_touched_need_be_measured_again(given in prop::collection::vec(given(), 48)) {
        for rubric in RUBRICS.iter() {
            let replies = (0..rubric.questions.len()).map(|q| reply(rubric, q, given[q])).collect::<Vec<_>>();
            let measured = measure(rubric, &replies, None);
            let slow = slowly(rubric, &replies, &measured);
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

//! What would move a level, held against measuring the changed answers from scratch.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::sync::LazyLock;

use gradus::measure::variants::under_other_policy;
use gradus::measure::{Measured, Reply, Subject, fragility, measure, one_way};
use gradus::rubric::{AreaIx, DimensionIx, NaPolicy, QuestionIx, Rubric, SHIPPED};
use proptest::prelude::*;

static ICP: LazyLock<Rubric> = LazyLock::new(|| SHIPPED[0].read().unwrap());

fn rated(x: f64) -> Reply {
    Reply::Rated { x, k: x.floor() }
}

fn level(measured: &Measured, subject: Subject) -> Option<u8> {
    match subject {
        Subject::Overall => measured.overall.node.level(),
        Subject::Dimension(d) => measured.dimensions[d.0].level(),
        Subject::Area(a) => measured.areas[a.0].level(),
        _ => None,
    }
}

fn any_replies() -> impl Strategy<Value = Vec<Reply>> {
    let answer = (0..=5u8, 0..3usize, prop::bool::weighted(0.05)).prop_map(|(k, credit, is_na)| {
        let credit = if k == 5 { 0.0 } else { [0.0, 0.5, 0.8][credit] };
        if is_na { Reply::NotApplicable } else { rated(f64::from(k) + credit) }
    });
    prop::collection::vec(answer, ICP.questions.len())
}

fn subjects() -> Vec<Subject> {
    vec![
        Subject::Overall,
        Subject::Dimension(DimensionIx(0)),
        Subject::Dimension(DimensionIx(2)),
        Subject::Area(AreaIx(5)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_answer_away_is_what_measuring_says(replies in any_replies()) {
        let measured = measure(&ICP, &replies, None);
        for subject in subjects() {
            let Some(now) = level(&measured, subject) else { continue };
            let found = fragility(&ICP, &replies, &measured, subject).unwrap();
            for (q, reply) in replies.iter().enumerate() {
                let Reply::Rated { x, k } = *reply else { continue };
                for (by, list) in [(1.0, &found.up), (-1.0, &found.down)] {
                    let mut other = replies.clone();
                    other[q] = Reply::Rated { x: (x + by).clamp(0.0, 5.0), k: (k + by).clamp(0.0, 5.0) };
                    let there = level(&measure(&ICP, &other, None), subject).unwrap();
                    let moves = if by > 0.0 { there > now } else { there < now };
                    prop_assert_eq!(list.contains(&QuestionIx(q)), moves, "{:?} {}", subject, ICP.questions[q].id);
                }
            }
        }
    }

    #[test]
    fn one_way_arrives_and_has_nothing_to_spare(replies in any_replies()) {
        let measured = measure(&ICP, &replies, None);
        for subject in subjects() {
            let Some((target, raises)) = one_way(&ICP, &replies, &measured, subject) else {
                prop_assert!(level(&measured, subject).is_none_or(|l| l == 5));
                continue;
            };
            prop_assert_eq!(Some(target - 1), level(&measured, subject));
            let with = |without: Option<usize>| {
                let mut other = replies.clone();
                for (_, raise) in raises.iter().enumerate().filter(|(i, _)| Some(*i) != without) {
                    other[raise.question.0] = rated(raise.to);
                }
                level(&measure(&ICP, &other, None), subject).unwrap()
            };
            prop_assert!(with(None) >= target);
            for left_out in 0..raises.len() {
                prop_assert!(with(Some(left_out)) < target);
            }
        }
    }
}

#[test]
fn the_other_policy_is_told_only_where_something_does_not_apply() {
    let mut replies: Vec<Reply> = vec![rated(3.0); ICP.questions.len()];
    let area = Subject::Area(ICP.question(ICP.question_ix("R6.1").unwrap()).area);
    let found = |replies: &[Reply], subject| under_other_policy(&ICP, replies, &measure(&ICP, replies, None), subject);
    assert_eq!(found(&replies, area), None);
    replies[ICP.question_ix("R6.1").unwrap().0] = Reply::NotApplicable;
    assert_eq!(found(&replies, area), Some((NaPolicy::AsLowest, Some(1.5), Some(1))));
    assert_eq!(found(&replies, Subject::Dimension(DimensionIx(0))), None);
}

//! How long it takes to plan 27 areas from the lowest level to the highest of five, with a
//! prerequisite between each area and the one before: `cargo run --release --example plan`.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use gradus::measure::plan::{PlannedArea, Project, plan};
use gradus::rubric::{AreaIx, Prerequisite};

const AREAS: usize = 27;
const LEVELS: u8 = 5;
const ROUNDS: usize = 201;
/// What is asked.
const MOST: Duration = Duration::from_millis(10);

fn main() -> ExitCode {
    let area = |a: usize| PlannedArea {
        level: Some(0),
        target: LEVELS,
        importance: (a % 5 + 1) as u8,
        excluded: false,
        efforts: (0..=LEVELS).map(|l| (a as u8 + l) % 5 + 1).collect(),
    };
    let needs = |a: usize| Prerequisite { area: AreaIx(a), level: 3, needs: AreaIx(a - 1), needs_level: 2 };
    let project = Project {
        areas: (0..AREAS).map(area).collect(),
        prerequisites: (1..AREAS).map(needs).collect(),
        capacity: 8,
        spread: 1,
        max: LEVELS,
        pins: Vec::new(),
    };
    let steps = plan(&project).map_or(0, |p| p.steps().count());
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(plan(std::hint::black_box(&project))).ok();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let (median, slowest) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    println!(
        "{AREAS} areas, {steps} steps: median {median:?}, slowest {slowest:?} of {ROUNDS} (at most {MOST:?} is asked)"
    );
    let is_planned = steps == AREAS * usize::from(LEVELS);
    if is_planned && median <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

//! What is never told of a few: it stands nowhere, and follows from nothing that does.

use std::borrow::Cow;

use gradus::measure::cohort::{By, Cell, Plan, Summary, Tallies, Tally, shown_of};
use gradus::rubric::SHIPPED;
use gradus::text::Clean;
use serde_json::Value;

use super::generate::{Dice, Generator};
use super::places::Places;
use super::tally;

#[test]
fn what_a_cell_tells_grows_with_its_size() {
    let shown = |n: usize, k: Option<u32>| {
        let values: Vec<f64> = (0..n).map(|i| 1.0 + (i % 7) as f64 / 3.0).collect();
        let mut tally = tally(&values);
        for x in &values {
            tally.add_level(Some(*x as usize), 6);
        }
        shown_of(&tally, (0, 5), k)
    };
    let four = shown(4, Some(5));
    assert_eq!((four.n, four.mean, four.cuts.len()), (None, None, 0));
    let five = shown(5, Some(5));
    assert_eq!((five.n, five.mean, five.deviation, five.cuts.len()), (Some(5), Some(1.6), None, 0));
    let ten = shown(10, Some(5));
    assert!(ten.deviation.is_some() && ten.cuts.len() == 3 && ten.levels.is_empty());
    let thirty = shown(30, Some(5));
    assert_eq!((thirty.cuts.len(), thirty.levels.iter().map(|c| c.n).sum::<u32>()), (5, 30));
    assert!(thirty.levels.iter().all(|c| c.n == 0 || c.n >= 5));
    assert_eq!(shown(9, Some(10)).n, None);
    // Whoever holds the files may see everything, to the last bit.
    let all = shown(3, None);
    assert_eq!(all.mean, Some((1.0 + (1.0 + 1.0 / 3.0) + (1.0 + 2.0 / 3.0)) / 3.0));
}

#[test]
fn no_class_of_levels_is_small() {
    let mut dice = Dice(5);
    for _ in 0..300 {
        let mut some = Tally::default();
        let n = 30 + dice.below(40);
        for _ in 0..n {
            some.add(1.0);
            let place = dice.below(dice.0 as usize % 7 + 1);
            some.add_level((place < 6).then_some(place), 6);
        }
        let classes = shown_of(&some, (0, 5), Some(5)).levels;
        assert_eq!(classes.iter().map(|c| c.n as usize).sum::<usize>(), n);
        assert!(classes.iter().all(|c| c.n == 0 || c.n >= 5), "{classes:?}");
    }
}

/// Whether a sum of unknown numbers follows from sums that are told, each given by which numbers are in it.
fn follows(told: &[Vec<bool>], wanted: &[bool]) -> bool {
    let number = |row: &[bool]| -> Vec<f64> { row.iter().map(|is_in| f64::from(u8::from(*is_in))).collect() };
    let mut rows: Vec<Vec<f64>> = told.iter().map(|row| number(row)).collect();
    let mut wanted = number(wanted);
    for column in 0..wanted.len() {
        let Some(pivot) = rows.iter().position(|row| row[column].abs() > 1e-6) else { continue };
        let pivot = rows.swap_remove(pivot);
        for row in rows.iter_mut().chain(std::iter::once(&mut wanted)) {
            let times = row[column] / pivot[column];
            row.iter_mut().zip(&pivot).for_each(|(x, p)| *x -= times * p);
        }
    }
    wanted.iter().all(|x| x.abs() < 1e-6)
}

/// Sectors and size classes with some organisations each, and a table of them by both.
fn made(dice: &mut Dice, most: usize) -> (Vec<[Clean; 2]>, Vec<u32>) {
    let name = |text: String| Clean::line(&text);
    let (sectors, sizes) = (1 + dice.below(5), 1 + dice.below(4));
    let all = (0..sectors).flat_map(|s| (0..sizes).map(move |z| [s, z]));
    let strata: Vec<[Clean; 2]> = all.map(|p| p.map(|p| name(format!("g{p}")))).collect();
    let numbers = strata.iter().map(|_| dice.below(most) as u32).collect();
    (strata, numbers)
}

/// What a reader of several tables can compute out of the numbers that are told: none of fewer than five of a
/// sector, a size class or both, nor of what is left of one after all that is known is taken off it. Which size
/// classes have anybody is known of sectors that are broken down.
#[track_caller]
fn nothing_small_follows(
    strata: &[[Clean; 2]],
    [there, numbers]: [&[u32]; 2],
    plan: &Plan,
    is_told: &dyn Fn(usize) -> bool,
) {
    let has = |wanted: Cell| plan.cells.contains(&wanted);
    let is_in = |cell: &Cell, [sector, size]: &[Clean; 2]| match cell {
        Cell::All => true,
        Cell::Sector(s) => s == sector,
        Cell::Size(z) => z == size,
        Cell::Both(s, z) => s == sector && z == size,
        Cell::OtherSectors(_) => !has(Cell::Sector(sector.clone())),
        Cell::OtherSizes(_) => !has(Cell::Size(size.clone())),
        Cell::OtherOf(s, _) => s == sector && !has(Cell::Both(sector.clone(), size.clone())),
    };
    let is_down = |sector: &Clean| plan.cells.iter().any(|cell| matches!(cell, Cell::Both(s, _) if s == sector));
    let unknown: Vec<usize> = (0..strata.len()).filter(|s| there[*s] > 0 || !is_down(&strata[*s][0])).collect();
    let set = |is_in: &dyn Fn(usize) -> bool| -> Vec<bool> { unknown.iter().map(|s| is_in(*s)).collect() };
    let cells = plan.cells.iter().enumerate().filter(|(place, _)| is_told(*place));
    let told: Vec<Vec<bool>> = cells.map(|(_, cell)| set(&|s| is_in(cell, &strata[s]))).collect();
    let is_small = |set: &[bool]| {
        let n: u32 = unknown.iter().zip(set).filter(|(_, is_in)| **is_in).map(|(s, _)| numbers[*s]).sum();
        (1..5).contains(&n)
    };
    let safe = |set: &[bool]| {
        assert!(!is_small(set) || !follows(&told, set), "{strata:?} {there:?} {numbers:?} {:?}", plan.cells);
    };
    let alone: Vec<Vec<bool>> = unknown.iter().map(|s| set(&|other| other == *s)).collect();
    for alone in &alone {
        safe(alone);
    }
    let open: Vec<bool> = alone.iter().map(|alone| !follows(&told, alone)).collect();
    for (field, of) in [0, 1].into_iter().flat_map(|field| strata.iter().map(move |of| (field, of))) {
        let line = set(&|s| strata[s][field] == of[field]);
        safe(&line);
        safe(&line.iter().zip(&open).map(|(is_in, is_open)| *is_in && *is_open).collect::<Vec<_>>());
    }
}

#[test]
fn no_small_group_follows_from_what_is_told_of_the_others() {
    let mut dice = Dice(11);
    let mut told = 0;
    for round in 0..3000 {
        let (strata, numbers) = made(&mut dice, 4 + round % 20);
        let n = |plan: &Plan, cell: usize| -> u32 {
            (0..strata.len()).filter(|s| plan.of_stratum[*s].contains(&cell)).map(|s| numbers[s]).sum()
        };
        let plan = Plan::new(&strata, &numbers, By { sector: true, size: true }, Some(5));
        nothing_small_follows(&strata, [&numbers, &numbers], &plan, &|cell| n(&plan, cell) >= 5);
        for (place, cell) in plan.cells.iter().enumerate() {
            let is_alone = matches!(cell, Cell::Sector(_) | Cell::Size(_) | Cell::Both(..));
            assert!(!is_alone || n(&plan, place) >= 5, "{cell:?}");
            told += usize::from(matches!(cell, Cell::Both(..)));
        }
        // Each printed alone tells no other sectors and size classes than both printed together.
        for (by, is_it) in [
            (By { sector: true, size: false }, (|c| matches!(c, Cell::Sector(_))) as fn(&&Cell) -> bool),
            (By { sector: false, size: true }, |c| matches!(c, Cell::Size(_))),
        ] {
            let alone = Plan::new(&strata, &numbers, by, Some(5));
            let cells = |plan: &Plan| plan.cells.iter().filter(is_it).cloned().collect::<Vec<_>>();
            assert_eq!(cells(&alone), cells(&plan));
        }
    }
    assert!(told > 3000, "something is told: {told}");
}

#[test]
fn no_small_number_of_scores_follows_in_a_cell_that_is_told() {
    let rubric = SHIPPED[0].read().unwrap();
    let mut dice = Dice(12);
    let (mut told, mut hidden) = (0, 0);
    for round in 0..600 {
        let (strata, numbers) = made(&mut dice, 12 + round % 20);
        // Of each stratum as many have the score as do not lack it.
        let scores: Vec<u32> = numbers.iter().map(|n| n - n.min(&(dice.below(4) as u32))).collect();
        let plan = Plan::new(&strata, &numbers, By { sector: true, size: true }, Some(5));
        let (cells, of_stratum) = plan.groups();
        let mut groups = vec![Tallies::new(&rubric); cells.len()];
        for (stratum, group) in of_stratum.iter().enumerate() {
            groups[*group].n += numbers[stratum];
            for _ in 0..numbers[stratum] {
                groups[*group].overall.add(2.0);
                groups[*group].overall.add_level(Some(2), 6);
            }
            (0..scores[stratum]).for_each(|_| groups[*group].areas[3].add(2.0));
        }
        let of_cell = |cell: usize| {
            let mut all = Tallies::new(&rubric);
            let inside = cells.iter().zip(&groups).filter(|(cells, _)| cells.contains(&cell));
            inside.for_each(|(_, part)| all.merge(part.clone()));
            Cow::Owned(all)
        };
        let summary = Summary::new(&rubric, [0; 3], &plan, &groups, &of_cell, Some(5));
        nothing_small_follows(&strata, [&numbers, &scores], &plan, &|cell| summary.cells[cell].areas[3].n.is_some());
        for (place, told) in summary.cells.iter().enumerate() {
            assert_eq!(told.overall.n, told.n, "what all of a told cell have is told");
            // Of those without levels everybody's would be left.
            let has_shares = !told.overall.levels.is_empty() || told.overall.floor.is_some();
            assert!(!has_shares || place == 0 && told.n >= Some(20), "{:?}", told.cell);
        }
        let counted = summary.cells.iter().filter(|cell| matches!(cell.cell, Cell::Both(..)));
        counted.for_each(|cell| *if cell.areas[3].n.is_some() { &mut told } else { &mut hidden } += 1);
    }
    assert!(told > hidden && hidden > 100, "{told} told, {hidden} hidden");
}

#[test]
fn how_few_were_held_in_one_way_is_not_said_of_the_other_ways() {
    let places = Places::new();
    let folder = places.root().join("pool");
    Generator::new(10).write(&folder, 12, 0, 0).unwrap();
    let folder = folder.to_str().unwrap();
    let modes = |arguments: &[&str]| -> Value {
        let all = [&["cohort", folder, "--json"], arguments].concat();
        serde_json::from_str::<Value>(&places.run(&all)).unwrap()["modes"].clone()
    };
    let internal = modes(&["--internal"]);
    let counts = ["self", "workshop", "interview"].map(|mode| internal[mode].as_u64().unwrap());
    assert!(counts.iter().any(|n| *n >= 5) && counts.iter().any(|n| (1..5).contains(n)), "{counts:?}");
    assert!(modes(&[]).as_object().unwrap().values().all(Value::is_null));
    for (lang, said) in [("en", "Modes: not shown, as one of them has fewer than 5"), ("zh", "有的不足 5 家")] {
        let text = places.run(&["--lang", lang, "cohort", folder]);
        assert!(text.contains(said) && text.lines().any(|line| line.starts_with("p25")), "{text}");
    }
}

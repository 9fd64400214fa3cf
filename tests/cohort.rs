//! Many organisations: the reference vectors, the same bytes for any threads and order, and what is never told.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/generate.rs"]
mod generate;
#[path = "support/places.rs"]
mod places;

use std::borrow::Cow;
use std::fs;

use generate::{Dice, FAULTS, Generator};
use gradus::measure::cohort::{By, Cell, Plan, Summary, Tallies, Tally, band, percentile_rank, shown_of, suppressed};
use gradus::measure::{cut, quantile};
use gradus::rubric::SHIPPED;
use gradus::text::Clean;
use places::Places;
use serde_json::Value;

fn reference() -> Value {
    serde_json::from_str(include_str!("data/reference-benchmark.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn tally(values: &[f64]) -> Tally {
    let mut tally = Tally::default();
    for x in values {
        tally.add(*x);
    }
    tally
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

#[test]
fn quantiles_ranks_and_bands_are_those_of_the_reference() {
    let reference = reference();
    for case in reference["quantiles"].as_array().unwrap() {
        let sorted = tally(&numbers(&case["values"])).sorted();
        for (p, expected) in numbers(&case["p"]).into_iter().zip(numbers(&case["expected"])) {
            assert!(close(sorted.quantile(p).unwrap(), expected), "{} {p}", case["id"]);
        }
    }
    let pool = tally(&numbers(&reference["percentile_rank"]["pool"])).sorted();
    for case in reference["percentile_rank"]["cases"].as_array().unwrap() {
        let (below, equal) = pool.around(case["x"].as_f64().unwrap());
        let rank = percentile_rank(below, equal, pool.n()).unwrap();
        assert!(close(rank, case["expected_percentile_rank"].as_f64().unwrap()), "{case}");
    }
    for case in reference["bands"].as_array().unwrap() {
        let cut = |c: &Value| (c[0].as_u64().unwrap() as u8, c[1].as_f64().unwrap());
        let cuts: Vec<_> = case["cuts"].as_array().unwrap().iter().map(cut).collect();
        let (low, high) = band(&cuts, case["x"].as_f64().unwrap());
        assert_eq!(serde_json::json!([low, high]), case["expected_band"], "{case}");
    }
}

#[test]
fn cells_are_suppressed_as_in_the_reference() {
    for case in reference()["suppression"].as_array().unwrap() {
        let cells: Vec<(&str, u32)> =
            case["cells"].as_object().unwrap().iter().map(|(c, n)| (c.as_str(), n.as_u64().unwrap() as u32)).collect();
        let k = case["k"].as_u64().unwrap() as u32;
        let hidden = suppressed(&cells, k);
        let mut names: Vec<&str> = hidden.iter().map(|c| cells[*c].0).collect();
        names.sort_unstable();
        assert_eq!(serde_json::json!(names), case["expected_suppressed"], "{}", case["id"]);
        let other: u32 = hidden.iter().map(|c| cells[*c].1).sum();
        assert_eq!(other, case["other_cell_n"].as_u64().unwrap() as u32);
        let total: u32 = cells.iter().map(|c| c.1).sum();
        assert_eq!(total >= k, case["parent_published"].as_bool().unwrap());
    }
}

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

#[test]
fn the_same_bytes_for_any_threads_order_and_damage() {
    let places = Places::new();
    let (plain, damaged) = (places.root().join("plain"), places.root().join("damaged"));
    let generator = Generator::new(3);
    generator.write(&plain, 60, 0, 0).unwrap();
    // The same files in other folders, made in another order, with every kind of damage beside them.
    for i in (0..60).rev() {
        let folder = damaged.join(format!("deep/er/{}", i % 3));
        fs::create_dir_all(&folder).unwrap();
        let (name, bytes) = generator.one(i);
        fs::write(folder.join(name), bytes).unwrap();
    }
    for place in 0..FAULTS.len() {
        let (name, bytes) = generator.bad(place);
        fs::write(damaged.join(name), bytes).unwrap();
    }
    // A copy that a sync program left, and one that lost its last lines.
    let (name, bytes) = generator.one(4);
    fs::write(damaged.join(format!("{name}.sync-conflict-1.gradus")), &bytes).unwrap();
    let cut = bytes[..bytes.len() / 2].iter().rposition(|b| *b == b'\n').unwrap();
    fs::write(damaged.join("older.gradus"), &bytes[..=cut]).unwrap();

    let groups = |folder: &std::path::Path, threads: &str| {
        let args = ["cohort", folder.to_str().unwrap(), "--by", "sector,size", "--json", "--threads", threads];
        let told: Value = serde_json::from_str(&places.run(&args)).unwrap();
        (told["groups"].clone(), told["modes"].clone(), told["organisations"].clone(), told)
    };
    let first = groups(&plain, "1");
    for threads in ["1", "2", "8"] {
        assert_eq!(groups(&plain, threads).3, first.3);
        let other = groups(&damaged, threads);
        assert_eq!((&other.0, &other.1, &other.2), (&first.0, &first.1, &first.2));
        assert_eq!(other.3["left_out"]["copy"], 2);
        assert_eq!(other.3["files_left_out"], Value::Null, "names of files are names of organisations");
    }
    let folder = damaged.to_str().unwrap();
    let internal: Value = serde_json::from_str(&places.run(&["cohort", folder, "--internal", "--json"])).unwrap();
    assert_eq!(internal["files_left_out"].as_array().unwrap().len(), FAULTS.len());
    let pages = [&[][..], &["--md"], &["--html"], &["--csv"], &["--json"], &["--json", "--reliability"]];
    // The head of a table stands on every page that it is printed on, and rows have names.
    let page = places.run(&["cohort", folder, "--html", "--by", "sector"]);
    assert_eq!(page.matches("<table>\n<thead>\n<tr><th scope=\"col\">").count(), page.matches("<table>").count());
    assert!(page.contains("<tr><th scope=\"row\">Overall</th><td>"), "{page}");
    for page in pages.map(|format| places.run(&[&["cohort", folder], format].concat())) {
        assert!(!page.contains(".gradus") && !page.contains(folder), "{page}");
    }

    // A collection says the same as the files that it came from.
    let jsonl = places.root().join("cohort.jsonl");
    places.run(&["collect", damaged.to_str().unwrap(), "-o", jsonl.to_str().unwrap()]);
    let packed = fs::read_to_string(&jsonl).unwrap();
    for secret in ["Organisation", "Li Wei", "outside of our control", "台账", "2026-0", "2025-0"] {
        assert!(!packed.contains(secret), "{secret}");
    }
    assert_eq!(groups(&jsonl, "2").0, first.0);
    let both =
        places.run(&["cohort", jsonl.to_str().unwrap(), plain.to_str().unwrap(), "--by", "sector,size", "--json"]);
    let both: Value = serde_json::from_str(&both).unwrap();
    assert_eq!(both["groups"], first.0);
}

#[test]
fn scores_of_a_pool_are_the_scores_of_its_files() {
    let places = Places::new();
    let folder = places.root().join("pool");
    let generator = Generator::new(9);
    generator.write(&folder, 40, 0, 0).unwrap();
    let told: Value =
        serde_json::from_str(&places.run(&["cohort", folder.to_str().unwrap(), "--internal", "--json"])).unwrap();
    let mut of_n: Vec<f64> = Vec::new();
    for i in 0..40 {
        let (_, bytes) = generator.one(i);
        let assessment = gradus::store::assessment_in(&bytes).unwrap();
        let measured = gradus::measure::measured(&generator.rubric, &assessment);
        let is_in = measured.overall.node.completeness.is_some_and(|c| c > 0.8 - 1e-9);
        of_n.extend(measured.dimensions[0].score().filter(|_| is_in));
    }
    of_n.sort_by(f64::total_cmp);
    let n = &told["groups"][0]["items"]["N"];
    assert_eq!(n["n"], of_n.len());
    let mean = of_n.iter().sum::<f64>() / of_n.len() as f64;
    let deviation = (of_n.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (of_n.len() - 1) as f64).sqrt();
    assert!((n["mean"].as_f64().unwrap() - mean).abs() < 1e-12);
    assert!((n["sd"].as_f64().unwrap() - deviation).abs() < 1e-12);
    for percent in [10, 25, 50, 75, 90] {
        let expected = quantile(&of_n, f64::from(percent) / 100.0).unwrap();
        assert!((n["cuts"][format!("p{percent}")].as_f64().unwrap() - expected).abs() < 1e-12);
    }

    // A flat table comes to the same means.
    let table = places.root().join("flat.csv");
    places.run(&["collect", folder.to_str().unwrap(), "--flat", "-o", table.to_str().unwrap()]);
    let text = fs::read_to_string(&table).unwrap();
    let mut lines = text.lines().map(|l| l.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|c| *c == name).unwrap();
    let mut sums: std::collections::BTreeMap<String, [f64; 3]> = std::collections::BTreeMap::new();
    for row in lines.filter(|r| r[column("included")] == "true" && r[column("dimension")] == "N") {
        let weight: f64 = row[column("weight")].parse().unwrap();
        let sum = sums.entry(row[0].to_owned()).or_default();
        sum[2] += weight;
        if row[column("state")] == "level" {
            sum[0] += weight * row[column("value")].parse::<f64>().unwrap();
            sum[1] += weight;
        }
    }
    let scores: Vec<f64> = sums.values().filter(|s| s[1] / s[2] >= 0.5).map(|s| s[0] / s[1]).collect();
    assert_eq!(scores.len(), of_n.len());
    assert!((scores.iter().sum::<f64>() / scores.len() as f64 - mean).abs() < 1e-9);
}

#[test]
fn a_benchmark_says_where_one_stands_and_nothing_about_anybody() {
    let places = Places::new();
    let folder = places.root().join("pool");
    let generator = Generator::new(21);
    generator.write(&folder, 45, 0, 0).unwrap();
    let (folder, file) = (folder.to_str().unwrap().to_owned(), places.root().join("benchmark.json"));
    let file = file.to_str().unwrap();
    let (name, _) = generator.one(7);
    let one = format!("{folder}/{name}");
    let told: Value =
        serde_json::from_str(&places.run(&["cohort", &folder, "--json", "--position", &one, "--save-benchmark", file]))
            .unwrap();
    let position = told["position"].as_array().unwrap();
    assert_eq!((position.len(), &position[0]["item"]), (29, &Value::from("overall")));
    let rank = position[0]["rank"].as_f64().unwrap();
    let band = numbers(&position[0]["band"]);
    assert!(rank > 0.0 && rank < 100.0 && band[0] <= rank + 10.0 && rank <= band[1] + 10.0, "{position:?}");
    let saved = fs::read_to_string(file).unwrap();
    let json: Value = serde_json::from_str(&saved).unwrap();
    for (_, item) in json["items"].as_object().unwrap() {
        for cut_point in item["cuts"].as_array().unwrap() {
            let x = cut_point[1].as_f64().unwrap();
            assert!((cut(x) - x).abs() < 1e-12);
        }
    }
    let day = told["made"].as_str().unwrap();
    assert_eq!((json["made"].as_str(), day.len()), (Some(day), "2026-11-22".len()));
    assert!(places.run(&["--lang", "en", "cohort", &folder]).contains(&format!("\nMade on {}", &day[..5])));
    assert!(places.run(&["--lang", "zh", "cohort", &folder, "--md"]).contains(&format!("汇总日期：{}", &day[..5])));
    assert!(!saved.contains("Organisation") && !saved.contains("min") && !saved.contains("health"));
    // Somebody who has the file alone gets the same bands.
    let shown: Value = serde_json::from_str(&places.run(&["show", &one, "--json", "--benchmark", file])).unwrap();
    for (alone, pooled) in shown["position"].as_array().unwrap().iter().zip(position) {
        assert_eq!((&alone["item"], &alone["band"]), (&pooled["item"], &pooled["band"]));
        assert!(alone["rank"].is_null());
    }
    assert!(places.run(&["show", &one, "--benchmark", file]).contains("percentile"));
    assert_eq!(places.output(&["show", &one, "--benchmark", &one]).status.code(), Some(1));
    let again = places.output(&["cohort", &folder, "--save-benchmark", file]);
    assert_eq!((again.status.code(), again.stdout.len()), (Some(1), 0));
}

#[test]
fn an_earlier_benchmark_of_nearly_the_same_organisations_is_warned_about() {
    let places = Places::new();
    let pool = places.root().join("pool");
    let generator = Generator::new(21);
    generator.write(&pool, 40, 0, 0).unwrap();
    let file = places.root().join("benchmark.json");
    let save = |lang: &str| {
        let mut command = places.command(&["--lang", lang, "cohort"]);
        let out = command.arg(&pool).arg("--force").arg("--save-benchmark").arg(&file).output().unwrap();
        assert_eq!(out.status.code(), Some(0));
        let said = String::from_utf8(out.stderr).unwrap();
        said.lines().filter(|line| line.contains("careful") || line.contains("注意")).map(str::to_owned).collect()
    };
    let put = |n: usize| fs::write(pool.join(generator.one(n).0), generator.one(n).1).unwrap();
    let take = |n: usize| fs::remove_file(pool.join(generator.one(n).0)).unwrap();
    let said: [Vec<String>; 2] = [save("en"), save("en")];
    assert_eq!(said.concat(), Vec::<String>::new());
    take(7);
    assert!(save("en")[0].contains("only 1 organisations (fewer than 5) more or less"));
    put(7);
    assert!(save("zh")[0].contains("只差 1 家（少于 5）"));
    take(7);
    put(40);
    assert!(save("en")[0].contains("as many organisations, but its numbers are others"));
    take(40);
    put(7);
    assert!(save("zh")[0].contains("家数与上一版相同，数字却不一样"));
    (40..46).for_each(put);
    assert_eq!(save("en"), Vec::<String>::new());
}

#[test]
fn bad_paths_are_told_in_one_sentence() {
    let places = Places::new();
    let root = places.root().to_str().unwrap();
    fs::create_dir(places.root().join("none")).unwrap();
    for args in [
        vec!["cohort", "/no/such/place"],
        vec!["cohort", &format!("{root}/none")],
        vec!["cohort", root, "--period", "next"],
        vec!["cohort", root, "--rubric", "no such"],
        vec!["collect", root, "-o", &format!("{root}/all.csv")],
    ] {
        let out = places.output(&args);
        assert_eq!((out.status.code(), out.stdout.len()), (Some(1), 0), "{args:?}");
        let sentence = String::from_utf8(out.stderr).unwrap();
        assert!(sentence.starts_with("gradus: ") && sentence.lines().count() == 1, "{sentence}");
    }
    assert_eq!(places.output(&["cohort", root, "--k", "2"]).status.code(), Some(2));
    assert_eq!(places.output(&["cohort", root, "--internal", "--save-benchmark", "x"]).status.code(), Some(2));
}

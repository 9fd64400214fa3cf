//! Many organisations: the reference vectors, and the same bytes for any threads and order.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/generate.rs"]
mod generate;
#[path = "support/places.rs"]
mod places;
#[path = "cohort/untold.rs"]
mod untold;

use std::fs;

use generate::{FAULTS, Generator};
use gradus::measure::cohort::{Tally, band, percentile_rank, suppressed};
use gradus::measure::{cut, quantile};
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
    assert!(save("en")[0].contains("only 1 organisation (fewer than 5) more or less"));
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

//! Where one stands among others: on screen, in lines and in every report, by a benchmark file alone.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/generate.rs"]
mod generate;
#[path = "support/places.rs"]
mod places;

use std::fs;
use std::io::Write;
use std::process::Stdio;

use generate::Generator;
use places::Places;
use serde_json::Value;

/// A benchmark of 45 organisations and one assessment that is held against it: both paths.
fn pool(places: &Places) -> [String; 2] {
    let folder = places.root().join("pool");
    let generator = Generator::new(21);
    generator.write(&folder, 45, 0, 0).unwrap();
    let benchmark = places.root().join("benchmark.json");
    let one = folder.join(generator.one(7).0);
    let [folder, benchmark, one] = [folder, benchmark, one].map(|p| p.to_str().unwrap().to_owned());
    places.run(&["cohort", &folder, "--save-benchmark", &benchmark]);
    [benchmark, one]
}

/// The benchmark with something in it replaced.
fn changed(benchmark: &str, change: impl Fn(&mut Value)) {
    let mut json: Value = serde_json::from_slice(&fs::read(benchmark).unwrap()).unwrap();
    change(&mut json);
    fs::write(benchmark, json.to_string()).unwrap();
}

fn complaint(places: &Places, args: &[&str]) -> (Option<i32>, String) {
    let output = places.output(args);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn every_report_says_who_the_others_are_and_where_one_stands() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    changed(&benchmark, |json| json["made"] = "2026-03-04".into());
    let shown: Value = serde_json::from_str(&places.run(&["show", &one, "--json", "--benchmark", &benchmark])).unwrap();
    let n = shown["benchmark"]["organisations"].as_u64().unwrap();
    assert_eq!(shown["benchmark"], serde_json::json!({ "organisations": n, "k": 5, "made": "2026-03-04" }));
    assert!((30..=45).contains(&n));
    let report = |format: &str, lang: &str| {
        let args = ["report", &one, "--format", format, "--benchmark", &benchmark, "--lang", lang];
        let with = places.output(&args);
        assert!(with.status.success(), "{}", String::from_utf8_lossy(&with.stderr));
        assert_ne!(with.stdout, places.output(&args[..4]).stdout, "{format}");
        with.stdout
    };
    let json: Value = serde_json::from_slice(&report("json", "en")).unwrap();
    assert_eq!((&json["position"], &json["benchmark"]), (&shown["position"], &shown["benchmark"]));
    for (lang, who, where_) in [
        ("en", format!("among {n} organisations, as of 2026-03-04"), "Where it stands"),
        ("zh", format!("对标 {n} 家机构，2026-03-04 统计"), "所处位置"),
    ] {
        let text = |format: &str| String::from_utf8(report(format, lang)).unwrap();
        for format in ["md", "html"] {
            let text = text(format);
            assert!(text.contains(&who) && text.contains(where_), "{format} {text}");
        }
        assert!(text("csv").lines().next().unwrap().contains(where_));
        assert!(places.run(&["show", &one, "--benchmark", &benchmark, "--lang", lang]).contains(&who));
    }
    let band = json["position"][1]["band"].as_array().unwrap();
    let short = match (band[0].as_u64().unwrap(), band[1].as_u64().unwrap()) {
        (0, high) => format!("&lt;P{high}"),
        (low, 100) => format!("&gt;P{low}"),
        (low, high) if low == high => format!("P{low}"),
        (low, high) => format!("P{low}-{high}"),
    };
    let html = String::from_utf8(report("html", "en")).unwrap().replace("&#60;", "&lt;").replace("&#62;", "&gt;");
    assert!(html.contains(&format!("<td class=\"place\">{short}</td>")), "{short}");
    assert!(!report("xlsx", "en").is_empty());
}

#[test]
fn what_too_few_have_a_score_in_is_not_told_and_that_is_said() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    changed(&benchmark, |json| {
        json["items"]["N1"]["cuts"] = Value::Array(Vec::new());
        json["items"].as_object_mut().unwrap().remove("A");
    });
    let shown: Value = serde_json::from_str(&places.run(&["show", &one, "--json", "--benchmark", &benchmark])).unwrap();
    let told = |id: &str| {
        let item = shown["position"].as_array().unwrap().iter().find(|item| item["item"] == id).unwrap();
        (item["told"].as_bool().unwrap(), item["band"].is_null())
    };
    assert_eq!((told("N1"), told("A"), told("N")), ((false, true), (false, true), (true, false)));
    let text = places.run(&["show", &one, "--benchmark", &benchmark]);
    assert!(text.contains("No place is shown for 2 items: fewer than 10"), "{text}");
}

#[test]
fn what_has_no_score_of_its_own_has_no_row_among_the_others() {
    let places = Places::new();
    let [_, one] = pool(&places);
    let folder = std::path::Path::new(&one).parent().unwrap().to_str().unwrap();
    let begun = places.root().join("begun.gradus");
    let begun = begun.to_str().unwrap();
    places.run(&["new", "--subject", "Begun", "-o", begun]);
    places.run(&["answer", begun, "N1.1=3"]);
    let page = places.run(&["cohort", folder, "--position", begun, "--md"]);
    let rows: Vec<&str> = page.lines().filter(|line| line.contains("percentile")).collect();
    let area = rows.iter().find(|row| row.starts_with("| N1 ")).unwrap();
    assert!(area.contains("| 3.0 |"), "{area}");
    assert!(!page.contains("|  |  |\n"), "{page}");
}

#[test]
fn a_benchmark_that_does_not_fit_is_one_sentence() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    for command in [&["show", &one][..], &["report", &one, "--format", "md"], &["demo", "--plain"]] {
        let with = [command, &["--benchmark", &benchmark]].concat();
        assert!(places.output(&with).status.success(), "{with:?}");
    }
    // It says nothing about a command that shows no result.
    let (code, sentence) = complaint(&places, &["list", "--benchmark", &benchmark]);
    assert!(code == Some(1) && sentence.contains("--benchmark means nothing to this command"), "{sentence}");
    for (change, said) in [
        (("version", "2.0.0"), "they cannot be compared"),
        (("id", "other"), "they cannot be compared"),
        (("version", "one"), "is not a benchmark file"),
    ] {
        changed(&benchmark, |json| json["rubric"] = serde_json::json!({ "id": "icp", "version": "1.0.0" }));
        changed(&benchmark, |json| json["rubric"][change.0] = change.1.into());
        for command in [&["show", &one][..], &["report", &one, "--format", "md"]] {
            let (code, sentence) = complaint(&places, &[command, &["--benchmark", &benchmark]].concat());
            assert_eq!((code, sentence.lines().count()), (Some(1), 1), "{sentence}");
            assert!(sentence.contains(said), "{sentence}");
        }
    }
}

/// What a command says to lines that are typed.
fn typed(mut command: std::process::Command, lines: &str) -> String {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_walk_in_lines_ends_with_the_place_among_others_too() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    let config = places.root().join("gradus.conf");
    fs::write(&config, format!("benchmark = {benchmark}\n")).unwrap();
    for (lang, heading) in [("en", "\nWhere it stands\n"), ("zh", "\n所处位置\n")] {
        let of_show = places.run(&["show", &one, "--plain", "--benchmark", &benchmark, "--lang", lang]);
        let (_, place) = of_show.split_once(heading).unwrap();
        assert!(place.lines().count() > 20, "{place}");
        let ask = ["ask", &one, "--plain", "--lang", lang];
        let named = typed(places.command(&[&ask[..], &["--benchmark", &benchmark]].concat()), "quit\n");
        let mut configured = places.command(&ask);
        configured.env("GRADUS_CONFIG", &config);
        for said in [named, typed(configured, "quit\n")] {
            assert!(said.contains(&format!("{heading}{place}")), "{said}");
        }
        assert!(!typed(places.command(&ask), "quit\n").contains(heading));
    }
    changed(&benchmark, |json| json["rubric"]["version"] = "2.0.0".into());
    let (code, sentence) = complaint(&places, &["ask", &one, "--plain", "--benchmark", &benchmark]);
    assert!(code == Some(1) && sentence.contains("they cannot be compared"), "{sentence}");
}

#[test]
fn the_configuration_names_one_for_all() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    let config = places.root().join("gradus.conf");
    let run = |entry: &str| {
        fs::write(&config, format!("benchmark = {entry}\n")).unwrap();
        let output = places.command(&["show", &one]).env("GRADUS_CONFIG", &config).output().unwrap();
        assert!(output.status.success());
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (shown, complaint) = run(&benchmark);
    assert!(shown.contains("percentile") && complaint.is_empty(), "{complaint}");
    // One for another rubric is for another day; one that has grown old or is gone is told about.
    changed(&benchmark, |json| json["rubric"]["id"] = "other".into());
    assert_eq!((run(&benchmark).0.contains("percentile"), run(&benchmark).1), (false, String::new()));
    changed(&benchmark, |json| json["rubric"] = serde_json::json!({ "id": "icp", "version": "3.0.0" }));
    assert!(run(&benchmark).1.contains("cannot be compared"));
    let (shown, complaint) = run(&format!("{benchmark}.gone"));
    assert!(!shown.contains("percentile") && complaint.contains("benchmark.json.gone"), "{complaint}");
}

/// Level and target of each area, and the level of the others' upper quartile where it is told.
fn targets(plan: &str) -> Vec<(String, Option<u64>, u64, Option<u64>)> {
    let plan: Value = serde_json::from_str(plan).unwrap();
    let areas = plan["areas"].as_array().unwrap().iter();
    let of = |a: &Value| {
        let number = |name: &str| a[name].as_u64();
        (a["area"].as_str().unwrap().to_owned(), number("level"), number("target").unwrap(), number("upper_quartile"))
    };
    areas.map(of).collect()
}

#[test]
fn the_plan_can_aim_at_the_upper_quartile_of_others() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    changed(&benchmark, |json| {
        json["made"] = "2026-03-04".into();
        json["items"]["N1"]["cuts"] = Value::Array(Vec::new());
    });
    let plan = |more: &[&str]| places.run(&[&["plan", &one, "--benchmark", &benchmark][..], more].concat());
    let alone = targets(&places.run(&["plan", &one, "--json"]));
    let (shown, aimed) = (targets(&plan(&["--json"])), targets(&plan(&["--json", "--target", "upper-quartile"])));
    assert!(alone.iter().all(|(.., quartile)| quartile.is_none()));
    for ((alone, shown), aimed) in alone.iter().zip(&shown).zip(&aimed) {
        assert_eq!((&alone.0, alone.2), (&shown.0, shown.2), "to be shown others moves no target");
        let (id, level, target, quartile) = aimed;
        assert_eq!(quartile.is_none(), id == "N1");
        match (*level, *quartile) {
            (Some(now), Some(there)) => assert_eq!(*target, there.clamp(now, now + 2), "{id}"),
            _ => assert_eq!(*target, alone.2, "{id}"),
        }
    }
    assert!(aimed.iter().zip(&alone).any(|(aimed, alone)| aimed.2 != alone.2));
    for (lang, who, ahead, untold, hint) in [
        ("en", "as of 2026-03-04", "top 25% of peers are ahead in: ", "N1: fewer than 10", "--target upper-quartile"),
        (
            "zh",
            "2026-03-04 统计",
            "同行前 25% 已经更高的领域：",
            "N1：给出得分的机构不到 10 家",
            "--target upper-quartile",
        ),
    ] {
        for form in [&["--md"][..], &["--plain"], &[]] {
            let text = plan(&[&["--lang", lang][..], form].concat());
            assert!([who, ahead, untold, hint].iter().all(|said| text.contains(said)), "{text}");
            let text = plan(&[&["--lang", lang, "--target", "upper-quartile"][..], form].concat());
            assert!(text.contains(untold) && !text.contains(hint), "{text}");
        }
    }
}

#[test]
fn where_the_upper_quartile_is_not_told_it_is_no_target() {
    let places = Places::new();
    let [benchmark, one] = pool(&places);
    let wanted = ["plan", &one, "--target", "upper-quartile"];
    let (code, sentence) = complaint(&places, &wanted);
    assert!(code == Some(1) && sentence.contains("name one with --benchmark"), "{sentence}");
    let with = [&wanted[..], &["--benchmark", &benchmark]].concat();
    let (_, sentence) = complaint(&places, &["plan", &one, "--target", "none", "--benchmark", &benchmark]);
    assert!(sentence.contains("tasks, upper-quartile"), "{sentence}");
    changed(&benchmark, |json| {
        for (_, item) in json["items"].as_object_mut().unwrap() {
            item["cuts"] = Value::Array(Vec::new());
        }
    });
    let (code, sentence) = complaint(&places, &with);
    assert!(code == Some(1) && sentence.contains("top 25% of no area (it takes 10"), "{sentence}");
    let (_, sentence) = complaint(&places, &["plan", &one, "--target", "none", "--benchmark", &benchmark]);
    assert!(!sentence.contains("upper-quartile"), "{sentence}");
    assert!(places.run(&["plan", &one, "--benchmark", &benchmark]).contains("cannot be a target"));
    changed(&benchmark, |json| json["rubric"]["version"] = "2.0.0".into());
    let (code, sentence) = complaint(&places, &with);
    assert!(code == Some(1) && sentence.contains("they cannot be compared"), "{sentence}");
}

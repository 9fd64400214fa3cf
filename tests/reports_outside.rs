//! Reports in the programs that people open them with: Chromium and `LibreOffice`. Where one is
//! not installed its test says so and passes.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/papers.rs"]
mod papers;

use std::path::Path;
use std::process::{Command, Output};

use gradus::lang::Lang;
use gradus::report::form::{self, Form, Speaks};
use gradus::report::{Format, Options, Rows};
use gradus::rubric::Depth;
use papers::{Paper, icp, now, records};

fn run(folder: &Path, program: &str, args: &[&str]) -> Output {
    let home = folder.join("home");
    Command::new(program).args(args).current_dir(folder).env("HOME", home).output().expect("the program is installed")
}

/// Whether a program is installed; says so if it is not.
fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// A page with everything hostile in it, in a folder of its own.
fn hostile() -> Paper {
    let mut paper = Paper::full();
    let texts =
        ["<script>console.log(1)</script>", "\"><img src=http://x/y onerror=console.log(2)>", "</style><b>", "=1+1"];
    for (question, text) in ["N1.1", "N1.2", "N2.1", "N2.2"].iter().zip(texts) {
        paper.note(question, text);
    }
    paper
}

#[test]
fn the_page_asks_for_nothing_and_logs_nothing() {
    if !has("chromium") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for lang in Lang::ALL {
        std::fs::write(folder.path().join("report.html"), hostile().text(Format::Html, lang)).unwrap();
        let url = format!("file://{}/report.html", folder.path().display());
        let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0"];
        let mut args = flags.to_vec();
        args.extend(["--log-net-log=net.json", "--screenshot=page.png", "--window-size=1000,2000", &url]);
        let out = run(folder.path(), "chromium", &args);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert!(folder.path().join("page.png").exists(), "{said}");
        assert!(!said.contains("CONSOLE"), "{said}");
        let net = std::fs::read_to_string(folder.path().join("net.json")).unwrap();
        assert!(!net.contains("http://x/"), "the page asked for something");

        let pdf = run(
            folder.path(),
            "chromium",
            &["--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=page.pdf", &url],
        );
        assert!(std::fs::metadata(folder.path().join("page.pdf")).is_ok_and(|m| m.len() > 10_000), "{pdf:?}");
    }
}

#[test]
fn a_spreadsheet_sees_text_and_numbers_but_no_formula() {
    if !has("soffice") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let paper = hostile();
    std::fs::write(folder.path().join("report.xlsx"), paper.render(Format::Xlsx, Lang::Zh, Options::default()))
        .unwrap();
    for (name, rows) in [("answers.csv", Rows::Questions), ("events.csv", Rows::Events)] {
        let options = Options { rows, ..Options::default() };
        std::fs::write(folder.path().join(name), paper.render(Format::Csv, Lang::En, options)).unwrap();
    }
    for name in ["report.xlsx", "answers.csv", "events.csv"] {
        let out = run(folder.path(), "soffice", &["--headless", "--convert-to", "fods", "--outdir", ".", name]);
        let made = folder.path().join(Path::new(name).with_extension("fods"));
        let xml = std::fs::read_to_string(made).unwrap_or_else(|e| panic!("{name}: {e} {out:?}"));
        assert!(!xml.contains("table:formula"), "{name}");
        assert!(xml.contains("1+1"), "{name}");
        assert!(xml.contains("office:value-type=\"float\"") || name == "events.csv", "numbers stay numbers");
    }
    let table = records(&paper.render(Format::Csv, Lang::En, Options::default()), b',');
    assert!(table.iter().flatten().any(|cell| cell == "'=1+1"));
}

#[test]
fn a_spreadsheet_shows_the_charts_the_lists_and_the_pages() {
    if !has("soffice") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (full, rubric) = (Paper::full(), icp());
    let form = Form::new(&rubric, Depth::Full, Lang::Zh, Speaks::Both, now());
    std::fs::write(folder.path().join("report.xlsx"), full.render(Format::Xlsx, Lang::Zh, Options::default())).unwrap();
    std::fs::write(folder.path().join("form.xlsx"), form::render(&form, Format::Xlsx).unwrap()).unwrap();
    let convert = |name: &str| {
        let out = run(folder.path(), "soffice", &["--headless", "--convert-to", "fods", "--outdir", ".", name]);
        let made = folder.path().join(Path::new(name).with_extension("fods"));
        std::fs::read_to_string(made).unwrap_or_else(|e| panic!("{name}: {e} {out:?}"))
    };
    let (report, form) = (convert("report.xlsx"), convert("form.xlsx"));
    for kind in ["chart:radar", "chart:bar"] {
        assert!(report.contains(&format!("chart:class=\"{kind}\"")), "{kind}");
    }
    assert!(report.contains("chart:values-cell-range-address"), "charts are drawn from the cells");
    assert!(form.contains("of:cell-content-is-in-list") && form.contains("table:content-validation-name"));
    for book in [&report, &form] {
        for kept in ["style:scale-to-X=\"1\"", "style:print-orientation=\"landscape\"", "table:table-header-rows"] {
            assert!(book.contains(kept), "{kept}");
        }
        assert!(book.contains("table:display-filter-buttons=\"true\""), "the head filters");
    }
}

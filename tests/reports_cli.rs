//! `gradus report` and `gradus form`: where files go, and what is never written over.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use places::Places;

/// The exit code, and what stands on standard error.
fn refused(places: &Places, args: &[&str]) -> (Option<i32>, String) {
    let out = places.output(args);
    assert!(out.stdout.is_empty(), "{args:?}");
    (out.status.code(), String::from_utf8(out.stderr).unwrap())
}

#[test]
fn every_format_goes_to_standard_output_or_to_a_file() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    for (format, start) in [
        ("html", &b"<!DOCTYPE html>"[..]),
        ("md", b"# East Steel"),
        ("csv", b"\xef\xbb\xbfquestion,"),
        ("json", b"{\n"),
        ("xlsx", b"PK\x03\x04"),
    ] {
        let out = places.output(&["report", &file, "--format", format]);
        assert!(out.status.success() && out.stdout.starts_with(start), "{format}");
        let name = format!("report.{format}");
        let printed = places.run(&["report", &file, "-o", &name]);
        assert!(std::path::Path::new(printed.trim_end()).is_absolute(), "{printed}");
        let written = std::fs::read(places.root().join(&name)).unwrap();
        assert!(written.starts_with(start) && !written.is_empty(), "{format}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(places.root().join(&name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
    let forms = ["html", "md", "xlsx"].map(|format| places.output(&["form", "--format", format, "--bilingual"]));
    assert!(forms.iter().all(|out| out.status.success() && out.stdout.len() > 1_000));
}

#[test]
fn a_file_is_only_replaced_by_force_and_an_assessment_never() {
    let places = Places::new();
    let file = places.assessment();
    let target = places.root().join("report.md");
    std::fs::write(&target, "mine").unwrap();
    let (code, sentence) = refused(&places, &["report", &file, "-o", "report.md"]);
    assert_eq!(code, Some(1));
    assert!(sentence.contains("--force") && sentence.lines().count() == 1, "{sentence}");
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "mine");
    places.run(&["report", &file, "-o", "report.md", "--force"]);
    assert!(std::fs::read_to_string(&target).unwrap().starts_with("# East Steel"));

    let before = std::fs::read(&file).unwrap();
    std::fs::copy(&file, places.root().join("copy.md")).unwrap();
    for target in [file.as_str(), "copy.md"] {
        let (code, sentence) = refused(&places, &["report", &file, "--format", "md", "-o", target, "--force"]);
        assert_eq!(code, Some(1), "{sentence}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(std::fs::read(places.root().join("copy.md")).unwrap(), before);
    let left: Vec<_> = std::fs::read_dir(places.root()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_never_followed_and_a_device_stays() {
    let places = Places::new();
    let file = places.assessment();
    let (secret, link) = (places.root().join("secret"), places.root().join("report.html"));
    std::fs::write(&secret, "secret").unwrap();
    std::os::unix::fs::symlink(&secret, &link).unwrap();
    assert_eq!(refused(&places, &["report", &file, "-o", "report.html"]).0, Some(1));
    places.run(&["report", &file, "-o", "report.html", "--force"]);
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), "secret");
    assert!(!std::fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    for place in ["/dev/null", ".", "/"] {
        let (code, sentence) = refused(&places, &["report", &file, "--format", "md", "-o", place, "--force"]);
        assert_eq!(code, Some(1));
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
    }
    assert!(std::fs::write("/dev/null", "x").is_ok());
}

#[test]
fn a_report_writes_nothing_to_the_assessment() {
    let places = Places::new();
    let file = places.assessment();
    let before = (std::fs::read(&file).unwrap(), places.remembered());
    for format in ["html", "md", "csv", "json", "xlsx"] {
        assert!(places.output(&["report", &file, "--format", format]).status.success());
    }
    assert_eq!((std::fs::read(&file).unwrap(), places.remembered()), before);
}

#[test]
fn wrong_usage_is_told() {
    let places = Places::new();
    let file = places.assessment();
    assert_eq!(refused(&places, &["report", &file]).0, Some(2));
    assert_eq!(refused(&places, &["report", &file, "--format", "pdf"]).0, Some(2));
    assert_eq!(refused(&places, &["report", &file, "--format", "md", "--force"]).0, Some(2));
    assert_eq!(refused(&places, &["form", "--format", "csv"]).0, Some(2));
    assert_eq!(refused(&places, &["report", &file, "-o", "x.pdf"]).0, Some(1));
    assert_eq!(refused(&places, &["form", "-o", "x.csv"]).0, Some(1));
    assert_eq!(refused(&places, &["form", "--format", "md", "--rubric", "none"]).0, Some(1));
    assert_eq!(refused(&places, &["report", "nobody", "--format", "md"]).0, Some(1));
}

//! Assessments with lines that are whole and say what no gradus would (S10, S11, S12, S13).

use serde_json::{Value, json};

use super::{add, assessed, event, everything, keep_rubric, places::Places, refuses, sound, whole};

#[test]
fn answers_outside_of_the_scale_are_named_with_file_question_and_value() {
    for value in [
        "1e999",
        "-0",
        "-0.0",
        "2.5",
        "\"3\"",
        "99",
        "true",
        "null",
        "18446744073709551616",
        "[3]",
        "{\"level\":3}",
        "-1",
    ] {
        let places = Places::new();
        let file = places.assessment();
        add(&file, &[event(1, "answer/R3.1", &format!("{{\"level\":{value}}}"))]);
        for args in [&["show", &file][..], &["show", &file, "--json"], &["answer", &file, "N1.1=2"]] {
            refuses(&places, args, &[&file, "R3.1", value]);
        }
        let listed: Value = serde_json::from_str(&places.run(&["list", "--json"])).unwrap();
        assert!(listed[0]["error"].as_str().unwrap().contains("R3.1"), "{listed}");
    }
    for is in [
        "3",
        "\"3\"",
        "true",
        "[]",
        "{}",
        "{\"unknown\":false}",
        "{\"na\":\"\"}",
        "{\"na\":3}",
        "{\"level\":3,\"unknown\":true}",
        "{\"level\":3,\"toward\":\"wholly\"}",
        "{\"level\":5,\"toward\":\"partly\"}",
    ] {
        let places = Places::new();
        let file = places.assessment();
        add(&file, &[event(1, "answer/R6.1", is)]);
        refuses(&places, &["show", &file], &[&file, "R6.1"]);
    }
}

#[test]
fn nonsense_beside_the_answers_is_kept_as_it_is_written() {
    let places = Places::new();
    let file = places.assessment();
    let lines = [
        event(1, "answer/R3.1", "{\"level\":3,\"extra\":18446744073709551616}"),
        event(2, "answer/no-such-question", "{\"level\":1e999}"),
        event(3, "some/thing/of/tomorrow", "[[[1e999,-0,\"\\ud83d\\ude00\"]]]"),
        event(4, "note/R3.1", "{\"no\":\"text\"}"),
        event(5, "evidence/R3.1/../../etc/passwd", "{\"kind\":\"document\",\"text\":\"x\"}"),
        event(6, "answer/../../../../tmp/x", "{\"level\":3}"),
        event(9, "note/N1.1", &format!("{}{}", "[".repeat(400), "]".repeat(400))),
        event(7, "setup/subject\\u0000", "\"x\""),
        whole(
            "{\"e\":\"evil0000.8\",\"at\":\"2026-11-21T10:12:05.120+08:00\",\"by\":\"\",\"after\":[],\"thing\":\"mark/R3.1\",\"is\":true,\"more\":1e999,\"and\":-0}",
        ),
    ];
    add(&file, &lines);
    assert_eq!(places.answers(&file), ["R3.1=3"]);
    let before = std::fs::read_to_string(&file).unwrap();
    places.run(&["answer", &file, "N1.1=2"]);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with(&before));
    assert_eq!(places.answers(&file), ["N1.1=2", "R3.1=3"]);
}

#[test]
fn bytes_that_are_no_text_damage_their_own_line_only() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let twice = event(1, "answer/R1.1", "{\"level\":1}").replace("\"by\":\"\",", "\"by\":\"\",\"by\":\"x\",");
    let whole_again = whole(&format!("{}}}", twice.split(",\"crc\"").next().unwrap()));
    for bad in [
        b"\xff\xfe{\0\"\0".to_vec(),
        b"{\"e\":\"caf\xe9.1\"}".to_vec(),
        b"\0\0\0\0\0\0\0\0".to_vec(),
        b"{\"e\":\"a.1\",\"is\":NaN,\"crc\":\"00000000\"}".to_vec(),
        whole_again.trim_end().as_bytes().to_vec(),
        event(1, "answer/R1.1", "{\"level\":1}").trim_end().replace("R1.1", "R2.1").into_bytes(),
    ] {
        let mut bytes = std::fs::read(&file).unwrap();
        let sound = bytes.clone();
        bytes.extend([&bad[..], b"\n"].concat());
        std::fs::write(&file, &bytes).unwrap();
        let output = places.output(&["show", &file, "--json"]);
        let notice = String::from_utf8(output.stderr).unwrap();
        assert!(
            notice.contains("damaged") || notice.contains("newer"),
            "{notice} for {:?}",
            String::from_utf8_lossy(&bad)
        );
        assert_eq!(places.answers(&file), ["N1.1=3"]);
        std::fs::write(&file, sound).unwrap();
    }
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_taken() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    let output = places.output(&["show", &file, "--json"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    places.run(&["answer", &file, "N2.1=2"]);
    assert_eq!(places.answers(&file), ["N1.1=3", "N2.1=2"]);

    let places = Places::new();
    let pretty = serde_json::to_string_pretty(&sound()).unwrap();
    let file = assessed(&places, format!("\u{feff}{}", pretty.replace('\n', "\r\n")));
    places.run(&["answer", &file, "q1=2"]);
    assert_eq!(places.answers(&file), ["q1=2"]);
}

/// A header with these members changed.
fn header(file: &str, change: impl Fn(&mut Value)) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let mut header: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    header.as_object_mut().unwrap().remove("crc");
    change(&mut header);
    whole(&header.to_string())
}

fn replace_header(file: &str, change: impl Fn(&mut Value)) {
    let header = header(file, change);
    let rest = std::fs::read_to_string(file).unwrap();
    std::fs::write(file, header + rest.split_once('\n').unwrap().1).unwrap();
}

#[test]
fn a_header_that_names_what_is_not_here() {
    for (change, words) in [
        (json!({ "id": "none", "version": "1.0.0", "sha256": "0".repeat(64) }), ["none", "rubrics"]),
        (json!({ "id": "icp", "version": "9.0.0", "sha256": "0".repeat(64) }), ["9.0.0", "1.0.0"]),
        (json!({ "id": "icp", "version": "\u{1b}[2J\u{202e}", "sha256": "0".repeat(64) }), ["␛[2J", "icp"]),
    ] {
        let places = Places::new();
        let file = places.assessment();
        replace_header(&file, |h| h["rubric"] = change.clone());
        refuses(&places, &["show", &file], &words);
        refuses(&places, &["answer", &file, "N1.1=2"], &words);
    }
    // Names that lead elsewhere are no header at all.
    for (member, value) in [
        ("assessment", json!("../../../../tmp/evil")),
        ("assessment", json!("ABC")),
        ("session", json!("../x")),
        ("rubric", json!({ "id": "../../x", "version": "1.0.0", "sha256": "0".repeat(64) })),
        ("rubric", json!({ "id": "icp", "version": "1.0.0", "sha256": "../../etc/passwd" })),
    ] {
        let places = Places::new();
        let file = places.assessment();
        let other = places.root().join("other.gradus");
        std::fs::write(&other, header(&file, |h| h[member] = value.clone())).unwrap();
        refuses(&places, &["show", other.to_str().unwrap()], &[other.to_str().unwrap()]);
        refuses(&places, &["answer", other.to_str().unwrap(), "N1.1=2"], &[other.to_str().unwrap()]);
    }
}

#[test]
fn a_file_of_a_newer_format_is_read_and_not_written() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=3"]);
    replace_header(&file, |h| h["gradus"] = json!(2));
    assert_eq!(places.answers(&file), ["N1.1=3"]);
    refuses(&places, &["answer", &file, "N2.1=2"], &[&file, "2"]);
}

#[test]
fn a_rubric_that_travels_with_the_answers_obeys_the_same_rules() {
    let places = Places::new();
    let file = assessed(&places, sound().to_string());
    std::fs::remove_dir_all(places.data().join("rubrics")).unwrap();
    // It is read from the assessment alone.
    places.run(&["answer", &file, "q1=1"]);
    assert_eq!(places.answers(&file), ["q1=1"]);
    // One that was changed on the way is not the one that was answered.
    let text = std::fs::read_to_string(&file).unwrap();
    let evil = text.lines().map(|line| {
        let changed = line.replace("An area", "An arena");
        if changed == line {
            format!("{line}\n")
        } else {
            whole(&format!("{}}}", changed.rsplit_once(",\"crc\"").unwrap().0))
        }
    });
    let copy = places.root().join("copy.gradus");
    std::fs::write(&copy, evil.collect::<String>()).unwrap();
    refuses(&places, &["show", copy.to_str().unwrap()], &["x"]);
}

#[test]
fn nothing_is_written_outside_of_the_folders() {
    let places = Places::new();
    let outside = everything(places.root());
    keep_rubric(&places, sound().to_string());
    for subject in ["../../x", "/etc/x", "..", "con", "a/b\\c:d", "\u{202e}x", "-rf", "..gradus", "\0", "｡｡/"] {
        let output = places.output(&["new", &format!("--subject={subject}").replace('\0', "\u{1}"), "--rubric", "x"]);
        assert_eq!(output.status.code(), Some(0), "{subject}: {}", String::from_utf8_lossy(&output.stderr));
        let path = String::from_utf8(output.stdout).unwrap();
        let path = std::path::Path::new(path.trim_end());
        assert_eq!(path.parent().unwrap(), places.data().canonicalize().unwrap(), "{subject}");
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.')), "{name}");
    }
    let known = ["data", "state"];
    for path in everything(places.root()).keys().filter(|p| !outside.contains_key(*p)) {
        let below = path.strip_prefix(places.root()).unwrap().to_str().unwrap();
        assert!(known.iter().any(|k| below.starts_with(k)), "{below}");
    }
}

//! `new` and `list`, and how a file is named.

use std::path::Path;

use predicates::prelude::*;
use serde_json::{Value, json};

use super::{gradus, places::Places, refuses};

#[cfg(unix)]
fn mode(path: impl AsRef<Path>) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn new_prints_the_path_of_a_private_file_and_nothing_else() {
    let places = Places::new();
    let output = places.output(&["new", "--subject", "East Steel", "--mode", "workshop", "--depth", "full"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let path = String::from_utf8(output.stdout).unwrap();
    let path = path.strip_suffix('\n').unwrap();
    assert!(path.ends_with("-east-steel.gradus") && Path::new(path).starts_with(places.data()), "{path}");
    #[cfg(unix)]
    assert_eq!((mode(path), mode(places.data())), (0o600, 0o700));
    let shown = places.shown(path);
    assert_eq!(
        (&shown["mode"], &shown["depth"], &shown["subject"]),
        (&json!("workshop"), &json!("full"), &json!("East Steel"))
    );
    // A second one of the same day and subject gets a number, and neither is touched.
    let second = places.assessment();
    assert_ne!(second, path);
    assert_ne!(places.shown(&second)["assessment"], shown["assessment"]);
}

#[test]
fn new_takes_the_defaults_and_a_path() {
    let places = Places::new();
    let path = places.root().join("here.gradus");
    let path = path.to_str().unwrap();
    assert_eq!(places.run(&["new", "--subject", "华东钢铁", "-o", path]), format!("{path}\n"));
    let shown = places.shown(path);
    assert_eq!((&shown["rubric"]["id"], &shown["rubric"]["version"]), (&json!("icp"), &json!("1.0.0")));
    assert_eq!((&shown["mode"], &shown["depth"]), (&json!("self"), &json!("quick")));
    let before = std::fs::read(path).unwrap();
    for taken in [path, places.root().to_str().unwrap()] {
        refuses(&places.output(&["new", "--subject", "Other", "-o", taken]), 1);
    }
    assert_eq!(std::fs::read(path).unwrap(), before);
    for (args, word) in [
        (vec!["--subject", "  "], "subject"),
        (vec!["--subject", "X", "--rubric", "none"], "none"),
        (vec!["--subject", "X", "--rubric", "../../etc/passwd"], "etc"),
        (vec!["--subject", "X", "-o", "/nowhere/at/all.gradus"], "/nowhere/at"),
    ] {
        let sentence = refuses(&places.output(&[&["new"], &args[..]].concat()), 1);
        assert!(sentence.contains(word), "{sentence}");
    }
    assert!(!places.data().exists(), "a refused new made a folder");
}

#[test]
fn list_shows_what_there_is_and_what_cannot_be_read() {
    let places = Places::new();
    gradus(&places, "en").arg("list").assert().success().stdout("").stderr(predicate::str::contains("gradus new"));
    gradus(&places, "zh").arg("list").assert().success().stdout("").stderr(predicate::str::contains("还没有评估"));
    gradus(&places, "en").args(["list", "--json"]).assert().success().stdout("[]\n");
    let first = places.assessment();
    places.run(&["answer", &first, "N1.1=3", "N2.1=unknown"]);
    places.run(&["new", "--subject", "West Steel"]);
    let rubbish = places.data().join("rubbish.gradus");
    std::fs::write(&rubbish, "no assessment\n").unwrap();
    let text = places.run(&["list"]);
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.lines().any(|l| l.starts_with("East Steel") && l.contains("2/24") && l.ends_with(&first)), "{text}");
    let listed: Value = serde_json::from_str(&places.run(&["list", "--json"])).unwrap();
    let of =
        |path: &Path| listed.as_array().unwrap().iter().find(|e| e["path"] == path.to_str().unwrap()).unwrap().clone();
    let entry = of(Path::new(&first));
    assert_eq!((&entry["answered"], &entry["asked"], &entry["level"]), (&json!(2), &json!(24), &Value::Null));
    assert!(of(&rubbish)["error"].as_str().unwrap().contains("rubbish.gradus"));
    assert_eq!(std::fs::read(&rubbish).unwrap(), b"no assessment\n");
}

#[test]
fn a_file_is_named_by_path_id_or_subject() {
    let places = Places::new();
    let file = places.assessment();
    let id = places.shown(&file)["assessment"].as_str().unwrap().to_owned();
    let relative = Path::new(&file).strip_prefix(places.root()).unwrap().to_str().unwrap().to_owned();
    for name in [&file, &id, "East Steel", &relative] {
        places.run(&["answer", name, "N1.1=2"]);
        assert_eq!(places.shown(name)["assessment"], id.as_str());
    }
    let second = places.assessment();
    let sentence = refuses(&places.output(&["show", "East Steel"]), 1);
    assert!(sentence.contains(&file) && sentence.contains(&second), "{sentence}");
    // A command's name wins over a subject's.
    places.run(&["new", "--subject", "list"]);
    assert!(places.run(&["list"]).contains("East Steel"));
}

#[test]
fn the_data_folder_comes_from_the_flag_then_the_variable() {
    let places = Places::new();
    let other = places.root().join("other");
    places.run(&["new", "--subject", "Here"]);
    places.run(&["new", "--subject", "There", "--data-dir", other.to_str().unwrap()]);
    assert!(!places.run(&["list"]).contains("There"));
    assert!(places.run(&["--data-dir", other.to_str().unwrap(), "list"]).contains("There"));
    let file = places.run(&["new", "--subject", "By variable"]);
    assert!(Path::new(file.trim_end()).starts_with(places.data()));
}

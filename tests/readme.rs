//! Every command that the READMEs print: what can run here runs here, in their order and in a
//! folder of its own; what builds or opens a screen is run by `.ci/run`.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/places.rs"]
mod places;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use places::Places;

const READMES: [(&str, &str); 2] = [("README.md", "en"), ("README.zh.md", "zh")];

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What stands in blocks of shell commands, without the remarks behind them.
fn blocks(readme: &str) -> Vec<&str> {
    let mut commands = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            command if inside => commands.push(command.split("  #").next().unwrap().trim_end()),
            _ => {}
        }
    }
    commands
}

/// What stands between backticks inside of a sentence, also where a line ends in it.
fn spans(readme: &str) -> Vec<String> {
    let prose: Vec<&str> = readme.split("```").step_by(2).collect();
    let prose = prose.join("").replace('\n', " ");
    prose.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Runs a line as somebody who has copied it; nothing is typed after it.
fn run(places: &Places, lang: &str, line: &str) {
    let program = Path::new(env!("CARGO_BIN_EXE_gradus")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let ended = Command::new("sh")
        .args(["-c", line])
        .current_dir(places.root())
        .env_clear()
        .envs(places.environment(lang))
        .env("PATH", path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{line}: {told}");
}

/// What the commands of a README find in the folder in which they are run.
fn prepared() -> Places {
    let places = Places::new();
    fs::create_dir(places.root().join("assets")).unwrap();
    for sample in ["assets/sample.gradus", "assets/sample.zh.gradus"] {
        fs::write(places.root().join(sample), source(sample)).unwrap();
    }
    for (name, level) in [("first", 1), ("second", 2)] {
        let file = places.run(&["new", "--subject", name, "-o", &format!("{name}.gradus")]);
        places.run(&["answer", file.trim(), &format!("N1.1={level}")]);
    }
    // Two people who carry copies of one assessment, and the questionnaire that went out as a workbook.
    for copy in ["li", "wang"] {
        fs::copy(places.root().join("first.gradus"), places.root().join(format!("{copy}.gradus"))).unwrap();
    }
    places.run(&["form", "-o", "form.xlsx"]);
    let usual = places.root().join("home/.local/share/gradus");
    fs::create_dir_all(&usual).unwrap();
    fs::copy(places.root().join("first.gradus"), usual.join("first.gradus")).unwrap();
    places
}

#[test]
fn the_commands_do_what_they_are_printed_for() {
    for (readme, lang) in READMES {
        let text = source(readme);
        let places = prepared();
        let mut ours: Vec<&str> = blocks(&text).into_iter().filter(|line| !line.starts_with("cargo ")).collect();
        // Whoever reads of reports has an assessment by then.
        ours.sort_by_key(|line| !line.starts_with("gradus new "));
        assert!(ours.len() > 5, "{readme}");
        for line in ours {
            run(&places, lang, line);
        }
        let with_arguments = |span: &&String| {
            let is_ours = span.starts_with("gradus ") || span.contains("| gradus ");
            let mut words = span.split_whitespace();
            let is_pattern = words.any(|word| {
                ["标识", "文件", "文件夹"].contains(&word) || word.trim_end_matches('…').chars().all(char::is_uppercase)
            });
            is_ours && span.split_whitespace().count() > 2 && !is_pattern
        };
        let spans = spans(&text);
        let spans: Vec<&String> = spans.iter().filter(with_arguments).collect();
        assert!(spans.iter().any(|span| span.contains("--plain")), "{readme}: {spans:?}");
        for line in spans {
            run(&places, lang, line);
        }
    }
}

#[test]
fn every_command_that_is_named_exists() {
    let help = Places::new().run(&["--help"]);
    let is_known = |name: &str| help.lines().any(|line| line.trim_start().starts_with(&format!("{name} ")));
    for (readme, _) in READMES {
        for span in spans(&source(readme)) {
            if let Some(name) = span.strip_prefix("gradus ").and_then(|rest| rest.split_whitespace().next()) {
                let is_file = name.contains(['.', '/']) || name.chars().all(char::is_uppercase);
                assert!(is_file || name.starts_with('-') || is_known(name), "{readme}: {span}");
            }
        }
    }
}

#[test]
fn what_builds_and_opens_a_screen_is_run_before_a_change_lands() {
    let ci = source(".ci/run");
    for (readme, _) in READMES {
        let text = source(readme);
        let spans = spans(&text);
        let builds = blocks(&text).into_iter().chain(spans.iter().map(String::as_str));
        let builds: Vec<&str> = builds.filter(|c| c.starts_with("cargo ") || c.starts_with("packaging/")).collect();
        assert!(builds.len() > 3, "{readme}: {builds:?}");
        for command in builds {
            assert!(ci.contains(command), "{readme}: .ci/run does not run {command}");
        }
    }
}

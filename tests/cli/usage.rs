//! Wrong usage, help, languages, and outputs that fail.

use std::io::Read;
use std::process::Stdio;

use assert_cmd::Command;
use predicates::prelude::*;

use super::{gradus, has_han, places::Places, refuses};

#[test]
fn wrong_usage_is_told_in_one_sentence_of_the_language() {
    let places = Places::new();
    let wrong: &[(&[&str], &str)] = &[
        (&["--frobnicate"], "--frobnicate"),
        (&["show"], "<FILE>"),
        (&["answer"], "<FILE>"),
        (&["new"], "--subject"),
        (&["new", "--subject"], "--subject"),
        (&["new", "--subject", "X", "--mode", "alone"], "self, workshop, interview"),
        (&["new", "--subject", "X", "--depth", "deep"], "quick, full"),
        (&["list", "--color", "blue"], "auto, always, never"),
        (&["show", "a", "b"], "b"),
        (&["--json"], "--json"),
        (&["\u{1b}[2J", "show", "x"], "␛[2J"),
        (&["--\u{1b}]0;x\u{7}"], "␛]0;x␇"),
    ];
    for lang in ["en", "zh"] {
        for (args, word) in wrong {
            let sentence = refuses(&gradus(&places, lang).args(*args).output().unwrap(), 2);
            let word = if lang == "zh" { word.replace(", ", "、") } else { (*word).to_owned() };
            assert!(sentence.contains(&word), "{args:?}: {sentence}");
            assert_eq!(has_han(&sentence), lang == "zh", "{sentence}");
        }
    }
    refuses(&gradus(&places, "en").args(["--lang", "fr", "list"]).output().unwrap(), 2);
}

#[test]
fn what_was_probably_meant_is_named() {
    let places = Places::new();
    let file = places.assessment();
    let wrong: &[(&[&str], [&str; 2])] = &[
        (&["shwo", &file], ["\"shwo\"; did you mean \"show\"?", "“shwo”这个命令，是不是想写“show”？"]),
        (&["frob", &file], ["no command \"frob\"; see gradus --help", "没有“frob”这个命令"]),
        (&["show", "--jsn", &file], ["did you mean \"--json\"?", "是不是想写“--json”？"]),
        (&["--data-dir", &file, "shwo", "x"], ["\"shwo\"; did you mean", "“shwo”这个命令"]),
        (&["show", "two", "files"], ["\"files\" is not known", "不认识“files”"]),
    ];
    for (args, says) in wrong {
        for (lang, says) in ["en", "zh"].iter().zip(says) {
            let sentence = refuses(&gradus(&places, lang).args(*args).output().unwrap(), 2);
            assert!(sentence.contains(says), "{args:?}: {sentence}");
        }
    }
}

#[test]
fn the_wrong_kind_of_file_is_named_with_the_command_for_it() {
    let places = Places::new();
    let file = places.assessment();
    let made = gradus(&places, "en").args(["rubric", "new", "mine"]).output().unwrap();
    let rubric = String::from_utf8(made.stdout).unwrap();
    let rubric = rubric.trim();
    let folder = places.root().to_str().unwrap();
    let wrong: &[(&[&str], [&str; 2])] = &[
        (&["show", rubric], ["is a rubric, not an assessment; look at it with gradus rubric show", "是量规，不是评估"]),
        (&["plan", rubric], ["is a rubric, not", "是量规，不是评估"]),
        (
            &["rubric", "show", &file],
            ["is an assessment, not a rubric; look at it with gradus show", "是评估，不是量规"],
        ),
        (&["rubric", "check", &file], ["is an assessment, not", "是评估，不是量规"]),
        (&["import", &file, rubric], ["line ", "第 "]),
        (&["form", "--format", "html", "-o", folder], ["is a folder", "是文件夹"]),
        (&["report", &file, "--format", "html", "-o", folder], ["is a folder", "是文件夹"]),
        (&["compare", &file], ["name another one", "再写上另一份"]),
        (&["--data-dir", rubric, "list"], ["is a file, not a folder", "是文件，不是文件夹"]),
        (&["--data-dir", rubric, "new", "--subject", "X"], ["is a file, not a folder", "是文件，不是文件夹"]),
    ];
    for (args, says) in wrong {
        for (lang, says) in ["en", "zh"].iter().zip(says) {
            let sentence = refuses(&gradus(&places, lang).args(*args).output().unwrap(), 1);
            assert!(sentence.contains(says), "{args:?}: {sentence}");
            assert_eq!(has_han(&sentence), *lang == "zh", "{sentence}");
        }
    }
}

#[test]
fn help_and_version_speak_both_languages() {
    let places = Places::new();
    for (lang, words) in [("en", "Record answers"), ("zh", "记录回答")] {
        for args in [&["--help"][..], &["-h"], &["answer", "--help"]] {
            gradus(&places, lang).args(args).assert().success().stdout(predicate::str::contains(words)).stderr("");
        }
    }
    let help = gradus(&places, "zh").arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for heading in ["用法：gradus", "\n命令：\n  new", "\n参数：\n", "\n选项：\n"] {
        assert!(help.contains(heading), "{heading}: {help}");
    }
    gradus(&places, "en").arg("--version").assert().success().stdout(predicate::str::contains("icp 1.0.0"));
}

#[test]
fn the_full_screen_needs_a_terminal_and_says_so() {
    let places = Places::new();
    let file = places.assessment();
    for (lang, word) in [("en", "terminal"), ("zh", "终端")] {
        for args in [&[][..], &[file.as_str()]] {
            let sentence = refuses(&gradus(&places, lang).args(args).output().unwrap(), 1);
            assert!(sentence.contains(word) && sentence.contains("--plain"), "{sentence}");
        }
    }
}

#[test]
fn the_language_comes_from_the_flag_then_the_variable_then_the_locale() {
    let places = Places::new();
    let says = |flag: &[&str], variable: &str, locale: &str| {
        let mut command = gradus(&places, variable);
        command.env("LC_ALL", locale).args(flag).arg("list");
        has_han(&String::from_utf8(command.output().unwrap().stderr).unwrap())
    };
    assert!(says(&[], "", "zh_CN.UTF-8"));
    assert!(!says(&[], "", "de_DE.UTF-8"));
    assert!(!says(&[], "en", "zh_CN.UTF-8"));
    assert!(says(&[], "zh", "C"));
    assert!(says(&["--lang", "zh"], "en", "C"));
    assert!(!says(&["--lang=en"], "zh", "zh_CN.UTF-8"));
    // A variable that names no language is none.
    assert!(says(&[], "\u{1b}]0;x\u{7}", "zh_CN.UTF-8"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let places = Places::new();
    let file = places.assessment();
    let mut command = places.command(&["show", &file, "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    // The reader is gone before the first byte.
    let line = format!("'{}' show '{file}' | true", env!("CARGO_BIN_EXE_gradus"));
    let mut shell = Command::new("sh");
    shell.envs(places.environment("en")).args(["-c", &line]).assert().success().stderr("");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let places = Places::new();
    let file = places.assessment();
    for args in [&["show", &file][..], &["show", &file, "--json"], &["list"], &["--help"], &["--version"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = places.command(args).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output();
        let sentence = refuses(&output.unwrap(), 1);
        assert!(sentence.contains("Standard output"), "{sentence}");
    }
}

//! Texts that would command a terminal, turn its letters round or overflow its cells: they are
//! shown, and do none of it (S1 to S5).

use std::time::{Duration, Instant};

use gradus::lang::Lang;
use gradus::rubric::Rubric;
use gradus::tui::painter::Painter;
use ratatui::layout::Size;
use serde_json::{Value, json};

use super::{add, assessed, event, places::Places, pty::Terminal, sound};

/// Titles, clears, clipboard writes, device control, C1, bells.
const COMMANDS: [&str; 7] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}Pq#0\u{1b}\\",
    "\u{9b}2J\u{90}\u{9c}",
    "\u{0}\u{1}\u{8}\u{7f}",
    "\u{1b}[?1049l\u{1b}[?25h",
];

/// The sound rubric with a text in every place that is shown.
fn worded(words: &str) -> Value {
    let both = json!({ "zh": words, "en": words });
    let mut rubric = sound();
    rubric["title"] = both.clone();
    for level in rubric["scale"]["levels"].as_array_mut().unwrap() {
        level["name"] = both.clone();
    }
    for dimension in rubric["dimensions"].as_array_mut().unwrap() {
        dimension["name"] = both.clone();
        for area in dimension["areas"].as_array_mut().unwrap() {
            area["name"] = both.clone();
            let question = &mut area["questions"][0];
            for member in ["text", "why", "evidence", "na_hint"] {
                question[member] = both.clone();
            }
            question["anchors"] = json!([both, both, both]);
        }
    }
    rubric
}

/// Everything that the screens send for an assessment with these words everywhere.
fn sent(words: &str) -> Vec<u8> {
    let places = Places::new();
    let file = assessed(&places, worded(words).to_string());
    let text = json!(words).to_string();
    add(
        &file,
        &[
            event(1, "note/q1", &text),
            event(2, "evidence/q1/e", &json!({ "kind": "record", "text": words }).to_string()),
            event(3, "answer/q1", &json!({ "na": words }).to_string()),
            event(4, "setup/subject", &text),
            event(5, "setup/unit", &text),
            event(6, "answer/q2", "{\"level\":1}"),
        ],
    );
    for command in [&["show", &file][..], &["list"]] {
        let printed = places.run(command);
        assert!(!printed.chars().any(|c| c.is_control() && c != '\n'), "{printed:?}");
    }
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("   3/3  ");
    // One frame a key: each is waited for by what only it shows.
    let steps = [
        ("b", "   2/3  "),
        ("b", "   1/3  "),
        ("w", "Ask to see: a"),
        ("r", "Not applicable (1)"),
        ("v", "coverage"),
        ("y", "up one"),
    ];
    for (key, seen) in steps {
        terminal.send(key);
        terminal.sees(seen);
    }
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();
    terminal.bytes()
}

/// What the commands would do to the terminal, and how often a walk does it on its own account: it leaves the
/// screen and shows the cursor when it ends.
const OWN: [(&str, usize); 5] =
    [("\u{1b}[2J", 0), ("\u{1b}[31m", 0), ("\u{1b}\\", 0), ("\u{1b}[?1049l", 1), ("\u{1b}[?25h", 1)];

#[test]
fn a_command_in_a_text_reaches_no_terminal() {
    let text = String::from_utf8(sent(&format!("a{}b", COMMANDS.concat()))).unwrap();
    for (command, times) in OWN {
        assert_eq!(text.matches(command).count(), times, "{command:?}");
    }
    let allowed = |c: char| !c.is_control() || matches!(c, '\u{1b}' | '\n' | '\r');
    assert_eq!(text.chars().find(|c| !allowed(*c)), None);
    assert!(!text.contains("\u{1b}]") && !text.contains("\u{1b}P"));
    for picture in ["␛]0;owned␇", "␛[2J␛[31m", "␀␁␈␡"] {
        assert!(text.contains(picture), "no {picture}");
    }
}

#[test]
fn every_single_control_character_is_shown_as_something_else() {
    let words = &Lang::En.words().fault;
    for code in (0..0x20).chain(0x7f..0xa0) {
        let control = char::from_u32(code).unwrap();
        let rubric = Rubric::read(worded(&format!("a{control}b")).to_string().as_bytes());
        let rubric = rubric.unwrap_or_else(|e| panic!("{code:x}: {}", e.sentence(words)));
        let shown = [
            rubric.title.get(Lang::En),
            rubric.questions[0].text.get(Lang::En),
            rubric.questions[0].choices[1].text.get(Lang::Zh),
        ];
        for text in shown {
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{code:x}: {text:?}");
            assert_ne!(text.as_str(), "ab", "{code:x} is gone without a trace");
        }
    }
}

#[test]
fn direction_controls_are_shown_as_code_points_in_logical_order() {
    let places = Places::new();
    let file = assessed(&places, worded("ab\u{202e}cd\u{2066}ef\u{61c}g").to_string());
    let shown = places.run(&["show", &file]);
    assert!(shown.contains("ab<U+202E>cd<U+2066>ef<U+061C>g"), "{shown}");
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("ab<U+202E>cd<U+2066>ef<U+061C>g");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_file_name_that_commands_a_terminal_is_shown_as_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let places = Places::new();
    let file = places.assessment();
    for name in
        [&b"a\x1b[2J\x1b]0;x\x07.gradus"[..], b"line\nbreak.gradus", b"\xff\xfe.gradus", "\u{202e}sudarg".as_bytes()]
    {
        let path = places.data().join(OsStr::from_bytes(name));
        std::fs::copy(&file, &path).unwrap();
        let mut command = places.command(&["show"]);
        let output = command.arg(&path).output().unwrap();
        assert!(output.status.success(), "{name:?}");
        let said = String::from_utf8([output.stdout, output.stderr, places.output(&["list"]).stdout].concat()).unwrap();
        let hidden = |c: char| c != '\n' && gradus::text::has_hidden(c.encode_utf8(&mut [0; 4]));
        assert_eq!(said.chars().find(|c| hidden(*c)), None, "{said:?}");
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn marks_and_endless_words_are_drawn_in_time() {
    let words = [
        format!("e{}", "\u{301}".repeat(10_000)),
        "x".repeat(64 << 10),
        "字".repeat((64 << 10) / 3),
        "👩‍👩‍👧‍👦🇨🇳مرحباสวัสดีक्षत्रिय".repeat(100),
    ];
    for text in words {
        let mut rubric = worded("plain");
        for anchor in 0..3 {
            rubric["dimensions"][0]["areas"][0]["questions"][0]["anchors"][anchor] = json!({ "zh": text, "en": text });
        }
        let places = Places::new();
        let file = assessed(&places, rubric.to_string());
        assert!(!places.run(&["show", &file]).is_empty());
        let rubric = std::sync::Arc::new(Rubric::read(rubric.to_string().as_bytes()).unwrap());
        let mut stage = super::stage::Stage::new(Lang::En, 80, 24);
        let work = super::stage::fresh(rubric, "East Steel");
        stage.app.told(gradus::tui::app::News::Opened(Box::new(work), Vec::new()));
        let size = Size::new(80, 24);
        let mut terminal = Painter::new(size);
        let start = Instant::now();
        terminal.draw(&mut stage.app, size);
        // Ten times what is asked of a release build.
        assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
    }
}

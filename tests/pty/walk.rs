//! A new user answers everything, across a kill in the middle.

use rustix::process::Signal;

use super::{places::Places, pty::Terminal};

/// What the screen says in one language.
struct Said {
    lang: &'static str,
    none_yet: &'static str,
    subject: &'static str,
    name: &'static str,
    begin: &'static str,
    result: &'static str,
}

const ENGLISH: Said = Said {
    lang: "en",
    none_yet: "There is no assessment on this computer yet",
    subject: "─ Subject ─",
    name: "East Steel",
    begin: "▸ Begin",
    result: "East Steel · Result",
};
const CHINESE: Said = Said {
    lang: "zh",
    none_yet: "这台电脑上还没有评估",
    subject: "─ 评估对象 ─",
    name: "华东钢铁",
    begin: "▸ 开始答题",
    result: "华东钢铁 · 结果",
};

/// The digit that answers the n-th question.
fn digit(n: usize) -> usize {
    (n * 7 + 2) % 6
}

/// Answers the questions from the n-th on, each acknowledged on screen.
fn answer(terminal: &mut Terminal, questions: std::ops::RangeInclusive<usize>) {
    for n in questions {
        terminal.sees(&format!("   {n}/24  "));
        terminal.send(digit(n).to_string());
        terminal.sees(&format!("✓ {}", digit(n)));
        terminal.is_saved();
        terminal.send("\r");
    }
}

fn walk(said: &Said) {
    let places = Places::new();
    let mut terminal = Terminal::gradus(&places, said.lang, &[]);
    terminal.sees(said.none_yet);
    terminal.send("n");
    terminal.sees(said.subject);
    terminal.send(said.name);
    terminal.sees(said.name);
    terminal.send("\r");
    terminal.sees(said.begin);
    terminal.send("\r");
    answer(&mut terminal, 1..=13);
    terminal.sees("   14/24  ");
    terminal.signal(Signal::KILL);
    terminal.end();

    let file = places.file();
    let file = file.to_str().unwrap();
    assert_eq!(places.answers(file).len(), 13);
    // Straight to the first question that is open after the last one touched.
    let mut terminal = Terminal::gradus(&places, said.lang, &[file]);
    answer(&mut terminal, 14..=24);
    terminal.sees(said.result);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();

    let shown = places.shown(file);
    assert_eq!(shown["subject"], said.name);
    let levels: Vec<u64> =
        shown["answers"].as_array().unwrap().iter().map(|a| a["level"].as_f64().unwrap() as u64).collect();
    assert_eq!(levels, (1..=24).map(|n| digit(n) as u64).collect::<Vec<_>>());
    // A complete one opens on its result.
    let mut terminal = Terminal::gradus(&places, said.lang, &[file]);
    terminal.sees(said.result);
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_new_user_answers_everything_across_a_kill() {
    walk(&ENGLISH);
}

#[test]
fn the_same_in_chinese() {
    walk(&CHINESE);
}

#[test]
fn what_was_skipped_is_asked_after_the_last_one_touched() {
    let places = Places::new();
    let file = places.assessment();
    places.run(&["answer", &file, "N1.1=1", "N3.1=2", "N4.1=2"]);
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("   5/24  ");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_newer_version_of_the_rubric_is_offered_once_the_assessment_is_on_screen() {
    let places = Places::new();
    let version = |n: u8| std::fs::read(format!("tests/data/models/versions-{n}.json")).unwrap();
    let rubric = places.data().join("rubrics/versions.json");
    std::fs::create_dir_all(rubric.parent().unwrap()).unwrap();
    std::fs::write(&rubric, version(1)).unwrap();
    places.run(&["new", "--subject", "East Steel", "--rubric", "versions"]);
    let file = places.file();
    for (n, offers) in [(1, false), (2, true)] {
        std::fs::write(&rubric, version(n)).unwrap();
        let mut terminal = Terminal::gradus(&places, "en", &[file.to_str().unwrap()]);
        terminal.sees("East Steel");
        if offers {
            terminal.sees("There is a newer version 2.0.0");
        }
        terminal.send("U");
        terminal.sees(if offers { "2.0.0" } else { "There is no newer version" });
        terminal.send("q");
        terminal.end();
    }
}

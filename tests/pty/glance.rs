//! The first frame shows the file alone; what opening finds after it comes at once, and is not missed.

use std::fs;

use super::{places::Places, pty::Terminal};

/// An assessment of three answers, and its file as it was before them.
fn answered(places: &Places) -> (String, Vec<u8>) {
    let file = places.assessment();
    let before = fs::read(&file).unwrap();
    places.run(&["answer", &file, "N1.1=3", "N2.1=2", "N3.1=4"]);
    (file, before)
}

/// The question is answered with yes, and all three answers are there.
fn adds_them(mut terminal: Terminal, places: &Places, file: &str) {
    terminal.sees("add them (recommended)");
    terminal.send("\r");
    terminal.sees("   4/24  ");
    terminal.is_saved();
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(places.answers(file), ["N1.1=3", "N2.1=2", "N3.1=4"]);
}

#[test]
fn an_older_copy_of_the_file_takes_no_answer_before_its_question_is_answered() {
    let places = Places::new();
    let (file, before) = answered(&places);
    fs::write(&file, before).unwrap();
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("add them (recommended)");
    // It would be an answer on the screen that a glance shows.
    terminal.send("5");
    adds_them(terminal, &places, &file);
}

#[test]
fn what_was_typed_before_the_question_was_seen_does_not_answer_it() {
    let places = Places::new();
    let (file, before) = answered(&places);
    fs::write(&file, before).unwrap();
    let later = "sleep 0.3; exec \"$0\" \"$1\"";
    let program = ["-c", later, env!("CARGO_BIN_EXE_gradus"), &file];
    let mut terminal = Terminal::start("sh", &program, &places.environment("en"));
    // Before the first frame for certain; it would leave the answers out.
    terminal.send("n");
    terminal.sees("add them (recommended)");
    terminal.rests();
    adds_them(terminal, &places, &file);
}

#[test]
fn what_only_the_second_copy_holds_is_on_screen_at_once() {
    let places = Places::new();
    let (file, _) = answered(&places);
    // The last line was torn before it was ever seen whole.
    let bytes = fs::read(&file).unwrap();
    let cut = bytes[..bytes.len() - 1].iter().rposition(|b| *b == b'\n').unwrap() + 1;
    fs::write(&file, &bytes[..cut]).unwrap();
    let terminal = Terminal::gradus(&places, "en", &[&file]);
    adds_them(terminal, &places, &file);
}

#[test]
fn a_rubric_that_is_not_what_its_hash_says_is_refused_in_the_shell() {
    let places = Places::new();
    let folder = places.data().join("rubrics");
    fs::create_dir_all(&folder).unwrap();
    let icp = include_str!("../../rubrics/icp.json");
    fs::write(folder.join("mine.json"), icp.replacen("\"icp\"", "\"mine\"", 1)).unwrap();
    let file = places.run(&["new", "--rubric", "mine", "--subject", "East Steel"]);
    let file = file.trim_end();
    // Neither the second copy nor the user's own file knows better.
    fs::remove_dir_all(&folder).unwrap();
    fs::remove_dir_all(places.root().join("state")).unwrap();
    let forged: Vec<String> = fs::read_to_string(file)
        .unwrap()
        .lines()
        .map(|line| match line.rsplit_once(",\"crc\":") {
            Some((body, _)) if body.contains("\"rubric/") => {
                let body = body.replacen("算力", "算法", 1);
                format!("{body},\"crc\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()))
            }
            _ => format!("{line}\n"),
        })
        .collect();
    fs::write(file, forged.concat()).unwrap();
    let terminal = Terminal::gradus(&places, "en", &[file]);
    assert_eq!(terminal.end(), 1);
    terminal.is_restored();
    terminal.sees("gradus: ");
    terminal.sees("mine");
    assert_eq!(fs::read_to_string(file).unwrap(), forged.concat());
}

//! A whole workshop: five raters, twenty-four questions, a second round where it is needed; and no
//! vote in sight before the reveal, neither on the screen nor in what the terminal scrolled away.

use serde_json::Value;

use super::{places::Places, pty::Terminal};

const RATERS: [&str; 5] = ["Li", "Wang", "Zhao", "Chen", "Liu"];
const QUESTIONS: usize = 24;

/// What rater `r` says about question `q` in a round: every third question is contested at first.
fn vote(q: usize, r: usize, round: usize) -> usize {
    if q.is_multiple_of(3) && round == 1 { [0, 5, 1, 4, 0][r] } else { 2 + usize::from(r == q % 5) }
}

/// Everybody votes on the question on screen, one behind the other's cover.
fn in_turn(terminal: &mut Terminal, q: usize, round: usize) {
    for (r, name) in RATERS.iter().enumerate() {
        // Not only shown: nothing else may be left on the screen.
        let is_cover = |s: &str| !s.contains('✓') && !s.contains("median") && !s.contains("level");
        let cover = format!("Hand the keyboard to: {name}");
        terminal.until(&cover, |s| s.contents().contains(&cover) && is_cover(&s.contents()));
        terminal.send("\r");
        let ballot = format!("Ballot of {name}");
        terminal.until(&ballot, |s| s.contents().contains(&ballot) && !s.contents().contains('✓'));
        let digit = vote(q, r, round);
        terminal.send(digit.to_string());
        terminal.sees(&format!("✓ {digit}"));
        terminal.send("\r");
    }
    terminal.sees(&format!("round {round} · 5 of 5 have voted"));
}

#[test]
fn a_whole_workshop() {
    let places = Places::new();
    let file = places.run(&["new", "--subject", "East Steel", "--mode", "workshop"]).trim_end().to_owned();
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("East Steel · Agenda");
    terminal.send("r");
    for name in RATERS {
        terminal.send("n");
        terminal.sees("Who votes");
        terminal.send(format!("{name}\r"));
        terminal.until(name, |s| s.contents().contains(name) && !s.contents().contains("Who votes"));
    }
    terminal.send("\x1b");
    terminal.sees("5 in the room");
    terminal.sees("East Steel · Agenda");
    terminal.send("\r");

    let mut sealed = None;
    for q in 0..QUESTIONS {
        terminal.sees(&format!("   {}/24  ", q + 1));
        terminal.sees("round 1 · 0 of 5 have voted");
        terminal.send("\r");
        in_turn(&mut terminal, q, 1);
        // What is shown before the reveal does not depend on what was voted.
        if q < 2 {
            terminal.rests();
            let shape: Vec<String> = terminal.screen().lines().rev().take(4).map(|l| l.trim_end().to_owned()).collect();
            assert_eq!(*sealed.get_or_insert_with(|| shape.clone()), shape);
        }
        terminal.send("\r");
        terminal.sees("round 1 · 5 votes");
        if q.is_multiple_of(3) {
            terminal.sees("split");
            terminal.send("a");
            in_turn(&mut terminal, q, 2);
            terminal.send("\r");
            terminal.sees("round 2 · 5 votes");
        }
        terminal.sees("aligned");
        terminal.send("m");
        terminal.sees("agreed 2 (low median)");
        terminal.send("\r");
    }
    terminal.sees("Every question is agreed");
    terminal.sees("24/24 agreed");
    terminal.is_saved();
    terminal.send("v");
    terminal.sees("East Steel · Result");
    // A program on the alternate screen leaves nothing to scroll back to.
    assert_eq!(terminal.scrolled_back(), "");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_restored();
    assert_eq!(terminal.scrolled_back(), "");

    let said: Value = serde_json::from_str(&places.run(&["room", &file, "--json"])).unwrap();
    for (q, question) in said["questions"].as_array().unwrap().iter().enumerate() {
        let rounds = question["rounds"].as_array().unwrap();
        assert_eq!(rounds.len(), if q.is_multiple_of(3) { 2 } else { 1 }, "{question}");
        assert_eq!((&question["agreed"], &question["method"]), (&2.0.into(), &"low_median".into()));
        let last = rounds.last().unwrap();
        assert_eq!((&last["counts"], &last["not_voted"]), (&serde_json::json!([0, 0, 4, 1, 0, 0]), &0.into()));
    }
    // A file that is carried away and merged twice changes nothing.
    let copy = places.root().join("copy.gradus").to_str().unwrap().to_owned();
    std::fs::copy(&file, &copy).unwrap();
    places.run(&["vote", &copy, "--rater", "Zhang", "R3.1=4"]);
    let united = |from: &[&str], into: &str| {
        let into = places.root().join(into).to_str().unwrap().to_owned();
        places.run(&[&["merge"], from, &["-o", &into]].concat());
        (places.run(&["room", &into, "--json"]), into)
    };
    let (once, path) = united(&[&file, &copy], "once.gradus");
    assert_eq!(united(&[&path, &copy], "twice.gradus").0, once);
}

#[test]
fn votes_from_files_are_not_seen_before_the_reveal() {
    let places = Places::new();
    let file = places.run(&["new", "--subject", "East Steel", "--mode", "workshop"]).trim_end().to_owned();
    let shown = places.shown(&file);
    let questions = shown["answers"].as_array().unwrap().iter().map(|a| a["id"].as_str().unwrap().to_owned());
    let ids: Vec<String> = questions.collect();
    for (rater, level) in [("Li", 2), ("Wang", 4)] {
        let votes: Vec<String> = ids.iter().map(|q| format!("{q}={level}")).collect();
        let votes: Vec<&str> = votes.iter().map(String::as_str).collect();
        places.run(&[&["vote", &file, "--rater", rater], &votes[..]].concat());
    }
    let mut terminal = Terminal::gradus(&places, "en", &[]);
    terminal.until("nothing of the votes", |s| s.contents().contains("0/24") && !s.contents().contains("Connected"));
    terminal.send("\r");
    terminal.until("the agenda", |s| s.contents().contains("to reveal"));
    terminal.send("v");
    terminal.sees("Too few answers for a result");
    terminal.send("We");
    terminal.sees("voted on 24: aligned 0, outlier 0, spread 24, split 0");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_timer_wakes_once_a_second_and_an_idle_room_never() {
    let places = Places::new();
    let file = places.run(&["new", "--subject", "East Steel", "--mode", "workshop"]).trim_end().to_owned();
    places.run(&["vote", &file, "--rater", "Li", "R3.1=2"]);
    let mut terminal = Terminal::gradus(&places, "en", &[&file]);
    terminal.sees("East Steel · Agenda");
    terminal.send("\r");
    terminal.sees("have voted");
    terminal.rests();
    let before = terminal.switches();
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(terminal.switches(), before, "an idle room does nothing");
    terminal.send("t");
    terminal.sees("2:00");
    let (switches, bytes) = (terminal.switches(), terminal.bytes().len());
    terminal.sees("1:57");
    let (woken, written) = (terminal.switches() - switches, terminal.bytes().len() - bytes);
    assert!(woken < 60, "{woken} context switches in three seconds");
    assert!(written < 600, "{written} bytes in three seconds");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

//! Who said what when, on screen.

use super::*;

/// Answers, an undo, and what somebody else said meanwhile.
fn changed(lang: Lang, columns: u16, rows: u16) -> Stage {
    let mut stage = two(lang, columns, rows);
    stage.keys("1z<Down>cm");
    stage.app.told(News::Arrived(vec![said("zhao", 9, answer("R3.1"), level(3.0, None))]));
    stage.app.told(News::Saved(Saved::Yes));
    stage.app.message = None;
    stage.draw();
    stage
}

#[test]
fn the_history_of_a_question_and_of_everything() {
    check("history_question", USUAL, |lang, columns, rows| {
        let mut stage = changed(lang, columns, rows);
        stage.keys("h");
        stage
    });
    check("history_all", USUAL, |lang, columns, rows| {
        let mut stage = changed(lang, columns, rows);
        stage.keys("vh<Home>");
        stage
    });
}

#[test]
fn the_history_is_that_of_what_is_looked_at() {
    let title = |keys: &str| {
        let mut stage = changed(Lang::En, 80, 24);
        stage.keys(keys);
        let screen = stage.screen();
        let found = screen.lines().find_map(|l| l.split_once("─ History")).map(|(_, rest)| rest.to_owned());
        found.map(|rest| rest.trim_start_matches(" of").split(['─', '▴']).next().unwrap_or_default().trim().to_owned())
    };
    let of = |text: &str| Some(text.to_owned());
    assert_eq!(title("h"), of("R3.1"));
    assert_eq!(title("bh"), of("R2.1"));
    assert_eq!(title("rh"), of("N2.1"), "the finding under the cursor");
    assert_eq!(title("Ch"), of("R3.1"));
    assert_eq!(title("vh"), of(""));
    assert_eq!(title("vph"), of(""));
    assert_eq!(title("v<Down>y<Enter><Enter>h"), of("N1.1"));
    assert_eq!(title("hh"), None, "any other key closes it");
}

#[test]
fn the_history_scrolls_to_its_ends_and_not_beyond() {
    let mut stage = changed(Lang::En, 60, 20);
    stage.keys("h<End><Down><Down><PageDown>");
    let end = stage.screen();
    stage.keys("<Up><Down>");
    assert_eq!(stage.screen(), end);
    stage.keys("<Home>");
    assert!(stage.screen().contains("more below") && !stage.screen().contains("more above"), "{}", stage.screen());
    stage.resize(60, 40);
    assert!(!stage.screen().contains("more"), "{}", stage.screen());
}

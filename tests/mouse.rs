//! The mouse, for those who ask for it: a press is the keys that would do the same.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/middle.rs"]
mod middle;
#[path = "support/stage.rs"]
mod stage;

use gradus::lang::Lang;
use gradus::measure::Subject;
use gradus::rubric::AreaIx;
use gradus::text;
use gradus::tui::app::{Effect, Overlay};
use gradus::tui::key::Input;
use gradus::tui::keys::Place;
use middle::at;
use stage::Stage;

/// A press on the first cell of a text.
fn press(stage: &mut Stage, on: &str) {
    let screen = stage.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line.split_once(on)?.0)));
    let (row, before) = found.unwrap_or_else(|| panic!("no {on:?} in\n{screen}"));
    stage.input(Input::Press(text::width(before) as u16, row as u16));
}

fn listening(place: Place, lang: Lang) -> Stage {
    let mut stage = at(place, lang, false);
    stage.app.mouse = true;
    stage.draw();
    stage
}

/// The row in which the cursor stands.
fn marked(stage: &Stage) -> usize {
    stage.screen().lines().position(|line| line.trim_start().starts_with('▸')).unwrap()
}

/// What a row says, with the cursor or without.
fn said(stage: &Stage, row: usize) -> String {
    stage.screen().lines().nth(row).unwrap().replace('▸', " ").trim().to_owned()
}

#[test]
fn a_press_on_a_level_records_it_and_goes_nowhere() {
    let mut stage = listening(Place::Ask, Lang::En);
    let at = stage.app.work.as_ref().unwrap().at;
    press(&mut stage, "   1  ");
    let work = stage.app.work.as_ref().unwrap();
    assert_eq!((work.at, stage.effects.len()), (at, 1));
    assert!(stage.screen().contains("✓ 1  "), "{}", stage.screen());
}

#[test]
fn a_press_on_the_foot_is_the_key_that_stands_there() {
    for lang in Lang::ALL {
        for place in Place::ALL {
            let mut stage = listening(place, lang);
            press(&mut stage, &format!("? {}", lang.words().key.help));
            assert!(matches!(stage.app.overlay, Some(Overlay::Help(0))), "{place:?}");
            // Any key closes help, and any press.
            stage.input(Input::Press(3, 3));
            assert!(stage.app.overlay.is_none() && stage.app.key_place() == place, "{place:?}");
        }
    }
}

#[test]
fn a_press_on_a_row_moves_the_cursor_there_and_another_one_takes_it() {
    for place in [Place::Home, Place::Setup, Place::Review, Place::Why, Place::Plan, Place::Agenda, Place::Raters] {
        let mut stage = listening(place, Lang::Zh);
        let row = marked(&stage) - 1;
        let meant = said(&stage, row);
        stage.input(Input::Press(20, row as u16));
        // A list that is longer than the screen may have moved under the cursor.
        assert_eq!(said(&stage, marked(&stage)), meant, "{place:?}");
    }
    let mut stage = listening(Place::Home, Lang::En);
    press(&mut stage, "Three");
    assert_eq!(stage.effects, []);
    press(&mut stage, "Three");
    assert!(matches!(stage.effects[..], [Effect::Open(2)]), "{:?}", stage.effects);
}

#[test]
fn a_press_on_a_number_of_the_result_chooses_it_and_another_one_explains_it() {
    let mut stage = listening(Place::Result, Lang::En);
    press(&mut stage, "O4 ");
    let area = stage.app.work.as_ref().unwrap().rubric.areas.iter().position(|a| a.id.as_str() == "O4").unwrap();
    assert_eq!(stage.app.result.focus, Subject::Area(AreaIx(area)));
    press(&mut stage, "Allocate ");
    assert_eq!(stage.app.result.focus, Subject::Lens(1));
    press(&mut stage, "Allocate ");
    assert_eq!((stage.app.place, stage.app.why.current().0), (Place::Why, Subject::Lens(1)));
}

#[test]
fn a_press_in_the_outline_goes_to_the_question() {
    let mut stage = listening(Place::Ask, Lang::En);
    stage.resize(140, 45);
    for id in ["R4.1", "N2.1"] {
        press(&mut stage, id);
        let work = stage.app.work.as_ref().unwrap();
        assert_eq!(work.question().id.as_str(), id);
        assert!(stage.app.overlay.is_none());
    }
    stage.resize(80, 24);
    stage.keys("o");
    press(&mut stage, "N5.1");
    assert_eq!(stage.app.work.as_ref().unwrap().question().id.as_str(), "N5.1");
}

#[test]
fn what_is_covered_or_means_nothing_cannot_be_pressed() {
    let mut stage = listening(Place::Ask, Lang::En);
    stage.keys("n");
    for row in 0..24 {
        stage.input(Input::Press(2, row));
    }
    assert_eq!(stage.effects, []);
    assert!(matches!(stage.app.overlay, Some(Overlay::Edit(_))));
    stage.resize(20, 5);
    stage.input(Input::Press(2, 2));
    // On the wall of a room nothing but the keys at the foot can be pressed.
    let mut stage = listening(Place::Room, Lang::En);
    for row in 0..22 {
        stage.input(Input::Press(10, row));
    }
    assert_eq!(stage.effects, []);
    // Who does not ask for the mouse gets none.
    let mut stage = at(Place::Ask, Lang::En, false);
    stage.input(Input::Press(6, 6));
    assert!(stage.effects.is_empty() && stage.app.spots.is_empty());
}

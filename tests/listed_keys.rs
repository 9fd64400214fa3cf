//! What help lists does something, or says why not; what it does not list says so.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/middle.rs"]
mod middle;
#[path = "support/stage.rs"]
mod stage;

use gradus::lang::Lang;
use gradus::tui::key::{Input, Key};
use gradus::tui::keys::{Action, Place, bindings};
use middle::at;
use stage::Stage;

/// Whether a key changed a cell, wants something done outside, or said why not.
fn answers(stage: &mut Stage, key: Key) -> bool {
    let before = stage.cells().clone();
    stage.input(Input::Key(key));
    !stage.effects.is_empty() || *stage.cells() != before
}

/// The motion back: at one end of a list the other one is heard.
fn opposite(action: Action) -> Option<Action> {
    use Action::{Back, Down, First, Last, Left, PageDown, PageUp, Right, Up};
    Some(match action {
        Up => Down,
        Down => Up,
        First => Last,
        Last => First,
        PageUp => PageDown,
        PageDown => PageUp,
        Left | Back => Right,
        Right => Left,
        _ => return None,
    })
}

/// Where everything is in sight there is nothing to scroll.
fn scrolls_nothing(place: Place, action: Action) -> bool {
    matches!(place, Place::Ask | Place::Preview | Place::Why | Place::Room | Place::Ballot)
        && matches!(action, Action::PageUp | Action::PageDown)
}

#[test]
fn every_listed_key_does_something_or_says_why_not() {
    for (place, lang) in Place::ALL.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        for binding in bindings(place) {
            let digit = matches!(binding.action, Action::Digit(_)).then_some(Key::Char('4'));
            for key in binding.keys.iter().copied().chain(digit) {
                let mut stage = at(place, lang, false);
                assert_eq!(stage.app.key_place(), place);
                let back = opposite(binding.action);
                let back = bindings(place).filter(|b| Some(b.action) == back).flat_map(|b| b.keys.iter().copied());
                let mut ways = std::iter::once(key).chain(back);
                let is_heard = scrolls_nothing(place, binding.action) || ways.any(|key| answers(&mut stage, key));
                assert!(is_heard, "{place:?}: {key:?} is silent");
            }
        }
    }
}

#[test]
fn a_key_that_is_not_listed_says_where_the_keys_are() {
    for (place, lang) in Place::ALL.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        let listed: Vec<Key> = bindings(place).flat_map(|b| b.keys.iter().copied()).collect();
        let takes_digits = bindings(place).any(|b| matches!(b.action, Action::Digit(_)));
        let mut stage = at(place, lang, false);
        for key in (' '..='~').map(Key::Char).chain([Key::Tab, Key::Delete, Key::Backspace, Key::Home]) {
            let is_digit = matches!(key, Key::Char('0'..='9')) && takes_digits;
            if listed.contains(&key) || is_digit {
                continue;
            }
            stage.app.message = None;
            stage.input(Input::Key(key));
            assert_eq!(stage.app.message.as_deref(), Some(lang.words().ask.no_use), "{place:?} {key:?}");
        }
    }
}

#[test]
fn on_what_is_read_only_no_key_that_would_answer_is_silent_anywhere() {
    for place in [Place::Setup, Place::Ask, Place::Review, Place::Result, Place::Why, Place::Plan, Place::Trend] {
        for key in ['4', 'n', 'e', 'x', 'u'].map(Key::Char) {
            let mut stage = at(place, Lang::Zh, true);
            stage.input(Input::Key(key));
            let is_own = bindings(place).any(|b| b.keys.contains(&key) && place != Place::Ask);
            assert!(is_own || stage.app.message.as_deref() == Some("READ ONLY"), "{place:?} {key:?}");
            assert!(stage.app.overlay.is_none(), "{place:?} {key:?} opens a field for nothing");
        }
    }
    let mut stage = at(Place::Setup, Lang::En, true);
    stage.keys("<Home>");
    for key in [Key::Enter, Key::Right] {
        stage.app.message = None;
        stage.input(Input::Key(key));
        assert_eq!(stage.app.message.as_deref(), Some("READ ONLY"), "{key:?}");
        assert!(stage.app.overlay.is_none());
    }
}

#[test]
fn a_digit_beyond_the_scale_says_so() {
    let mut stage = at(Place::Ask, Lang::En, false);
    stage.keys("9");
    assert_eq!(stage.app.message.as_deref(), Some(Lang::En.words().ask.no_use));
    stage.keys("4");
    assert_eq!(stage.app.message, None);
}

/// What a screen says between head and foot, without line breaks.
fn body(stage: &Stage) -> String {
    let screen = stage.screen();
    let lines: Vec<&str> = screen.lines().skip(2).map(str::trim).collect();
    lines[..lines.len() - 2].concat()
}

#[test]
fn what_is_empty_says_which_key_goes_on() {
    for lang in Lang::ALL {
        let words = lang.words();
        let squeezed = |sentence: &str| sentence.replace(' ', "");
        let mut stage = Stage::new(lang, 80, 24);
        let mut says = |keys: &str, sentence: &str| {
            stage.keys(keys);
            let shown = squeezed(&body(&stage));
            assert!(shown.contains(&squeezed(sentence)), "{keys}: {sentence}\n{}", stage.screen());
        };
        says("", words.home.empty_how);
        let mut stage = Stage::answered(lang, 80, 24, "");
        let mut says = |keys: &str, sentence: &str| {
            stage.keys(keys);
            let shown = squeezed(&body(&stage));
            assert!(shown.contains(&squeezed(sentence)), "{keys}: {sentence}\n{}", stage.screen());
        };
        says("v", words.result.go_on);
        says("p", words.plan.no_levels);
        says("t", words.trend.no_earlier);
        let all: Vec<String> = stage::icp().questions.iter().map(|q| format!("{}=5", q.id)).collect();
        let mut stage = Stage::answered(lang, 80, 24, &all.join(" "));
        stage.keys("vp");
        assert!(squeezed(&body(&stage)).contains(&squeezed(words.plan.all_reached)), "{}", stage.screen());
        stage.keys("r");
        assert!(!stage.screen().contains(words.result.go_on));
        let mut stage = at(Place::Home, lang, false);
        stage.keys("/zz<Enter>");
        assert!(squeezed(&body(&stage)).contains(&squeezed(words.home.none_shown)), "{}", stage.screen());
    }
}

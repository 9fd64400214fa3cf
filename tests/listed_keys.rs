//! What help lists does something, or says why not; what it does not list says so.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "support/stage.rs"]
mod stage;

use gradus::assessment::{Change, Field, Mode, Thing};
use gradus::lang::Lang;
use gradus::rubric::Id;
use gradus::tui::app::News;
use gradus::tui::key::{Input, Key};
use gradus::tui::keys::{Action, Place, bindings};
use stage::{Stage, entry, now};

/// Answers that leave something to do: gaps, evidence that is missing, a question not known.
const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3 R2.1=2 R3.1=4 R4.1=3 \
    R5.1=2 O1.1=2 O2.1=1 O3.1=unknown O4.1=1 O5.1=2 O6.1=2 A1.1=4 A2.1=3 A3.1=4 A4.1=3 A5.1=3";

/// A screen in the middle of its work: the cursor is neither first nor last.
fn at(place: Place, lang: Lang, is_read_only: bool) -> Stage {
    let mut stage = Stage::answered(lang, 80, 24, ANSWERS);
    let mode = match place {
        Place::Agenda | Place::Raters | Place::Room | Place::Cover | Place::Ballot => Mode::Workshop,
        _ => Mode::Interview,
    };
    let work = stage.app.work.as_mut().unwrap();
    let ids = ["a", "b", "c"].map(|id| Id::new(id).unwrap());
    let mut changes = vec![Change::text(Thing::Setup(Field::Mode), mode.as_str())];
    if mode == Mode::Workshop {
        changes.extend(ids.iter().map(|id| Change::rater(id, id.as_str(), "", None)));
    }
    work.record_several(changes, now(), &mut Vec::new());
    if is_read_only {
        work.read_only = Some(gradus::text::Clean::line("READ ONLY"));
    }
    let keys = match place {
        Place::Home => "",
        Place::Setup => "S<Down><Down><Down><Down><Down>",
        Place::Ask => "]bb<Down><Down>",
        Place::Review => "r<Down>",
        Place::Result => "v<Down><Down><Right>",
        Place::Why => "vy<Down>",
        Place::Plan => "vp<Down><Down>",
        Place::Trend => "vt",
        Place::Agenda => "W<Down><Down>",
        Place::Raters => "Wr<Down>",
        Place::Room => "W<Enter>",
        Place::Cover => "W<Enter><Enter>",
        Place::Ballot => "W<Enter><Enter><Enter>",
        Place::Conflict | Place::Upgrade | Place::Study | Place::Preview => {
            panic!("{place:?} needs a file from elsewhere")
        }
    };
    stage.keys(keys);
    if place == Place::Home {
        stage.app.work = None;
        stage.app.place = Place::Home;
        let list = ["One", "Two", "Three"].map(|subject| entry(subject, 3, Some(2)));
        stage.app.told(News::Listed(list.into()));
        stage.keys("<Down>");
    }
    stage.effects.clear();
    stage
}

/// The places that a walk reaches without a file from elsewhere.
const REACHED: [Place; 12] = [
    Place::Home,
    Place::Setup,
    Place::Ask,
    Place::Review,
    Place::Result,
    Place::Why,
    Place::Plan,
    Place::Agenda,
    Place::Raters,
    Place::Room,
    Place::Cover,
    Place::Ballot,
];

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
    matches!(place, Place::Ask | Place::Why | Place::Room | Place::Ballot)
        && matches!(action, Action::PageUp | Action::PageDown)
}

#[test]
fn every_listed_key_does_something_or_says_why_not() {
    for (place, lang) in REACHED.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        for binding in bindings(place) {
            let digit = matches!(binding.action, Action::Digit(_)).then_some(Key::Char('4'));
            for key in binding.keys.iter().copied().chain(digit) {
                let mut stage = at(place, lang, false);
                assert_eq!(stage.app.place, place);
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
    for (place, lang) in REACHED.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        let listed: Vec<Key> = bindings(place).flat_map(|b| b.keys.iter().copied()).collect();
        let takes_digits = bindings(place).any(|b| matches!(b.action, Action::Digit(_)));
        for key in (' '..='~').map(Key::Char).chain([Key::Tab, Key::Delete, Key::Backspace, Key::Home]) {
            let is_digit = matches!(key, Key::Char('0'..='9')) && takes_digits;
            if listed.contains(&key) || is_digit {
                continue;
            }
            let mut stage = at(place, lang, false);
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

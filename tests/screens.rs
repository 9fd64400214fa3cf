//! Every screen in both languages, as it is drawn. A picture that changed shows up as a changed
//! file in `tests/snapshots`, one per screen and language, with one part per size.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

#[path = "screens/ask.rs"]
mod ask;
#[path = "support/findings.rs"]
mod findings;
#[path = "screens/home.rs"]
mod home;
#[path = "support/pictures.rs"]
mod pictures;
#[path = "screens/result.rs"]
mod result;
#[path = "support/stage.rs"]
mod stage;

use gradus::assessment::{Change, Field, Thing, Value};
use gradus::lang::Lang;
use gradus::measure::trend::Standing;
use gradus::tui::app::{News, Saved};
use pictures::check;
use ratatui::style::Modifier;
use stage::{Stage, elsewhere, now};

/// The sizes of every screen.
const USUAL: &[(u16, u16)] = &[(80, 24), (120, 40)];
/// The sizes of the two screens on which one works: the smallest and a wide one too.
const ALL: &[(u16, u16)] = &[(80, 24), (60, 20), (120, 40), (200, 60)];

const ANSWERS: &str = "N1.1=3 N2.1=2+partly N3.1=2 N4.1=2 N5.1=1+mostly N6.1=3 R1.1=3+partly R2.1=2 R3.1=2+partly R4.1=3 R5.1=2 R6.1=na:rented O1.1=2 O2.1=1 O3.1=2 O4.1=1+partly O5.1=2 O6.1=2 A1.1=3 A2.1=2+partly A3.1=3 A4.1=1 A5.1=2 A6.1=2";
/// High nearly everywhere, but Operation is at level 1 and its critical area too.
const CAPPED: &str = "N1.1=4 N2.1=4 N3.1=4 N4.1=4 N5.1=3+mostly N6.1=4 R1.1=4 R2.1=4 R3.1=5 R4.1=4 R5.1=3 R6.1=4 O1.1=1 O2.1=2 O3.1=1 O4.1=2 O5.1=1 O6.1=1 A1.1=4 A2.1=4 A3.1=4 A4.1=3+mostly A5.1=4 A6.1=4";
/// Too little for a headline.
const PARTIAL: &str = "N1.1=3 N2.1=2 N3.1=3 N4.1=unknown N6.1=3 R1.1=3 R2.1=2 R3.1=3 R4.1=2 O1.1=1 O3.1=2 A1.1=2";

/// An assessment with answers, then keys.
fn after(answers: &'static str, keys: &'static str) -> impl Fn(Lang, u16, u16) -> Stage {
    move |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, answers);
        stage.keys(keys);
        settled(&mut stage);
        stage
    }
}

/// The disk has everything.
fn settled(stage: &mut Stage) {
    stage.app.told(News::Saved(Saved::Yes));
    stage.draw();
}

fn words(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A change made by somebody else who knew nothing of what was there.
fn from_elsewhere(thing: Thing, is: Value) -> News {
    News::Arrived(vec![elsewhere("other000.1", "li", 0, thing, is)])
}

/// Colours and weights that carry meaning for the eye: the pictures above do not hold them.
#[test]
fn what_is_chosen_stands_out() {
    let mut stage = Stage::answered(Lang::En, 80, 24, ANSWERS);
    stage.keys("<Down>");
    assert!(stage.style_at("Network                 ").add_modifier.contains(Modifier::REVERSED));
    stage.keys("b");
    let answer = stage.style_at("Probes measure latency");
    assert!(answer.add_modifier.contains(Modifier::BOLD));
    let other = stage.style_at("Main sites have");
    assert!(!other.add_modifier.contains(Modifier::BOLD));
}

#[test]
fn plan() {
    check("plan", ALL, after(ANSWERS, "p<Down><Down> "));
}

#[test]
fn plan_table() {
    check("plan_table", USUAL, after(ANSWERS, "p<Tab><Down>"));
}

#[test]
fn plan_areas() {
    check("plan_areas", USUAL, after(ANSWERS, "p<Tab><Tab><Down><Down>+ix"));
}

#[test]
fn plan_with_ready_targets() {
    check("plan_targets", USUAL, after(ANSWERS, "pTT<Tab><Tab>"));
}

#[test]
fn why_scrolled() {
    check("why_scrolled", &[(60, 20)], after(ANSWERS, "vy<PageDown>"));
}

#[test]
fn plan_lenses() {
    check("plan_lenses", ALL, after(ANSWERS, "p<Tab><Tab><Tab><Down>"));
}

#[test]
fn plan_with_an_owner() {
    check("plan_owner", USUAL, after(ANSWERS, "poLi<Enter>d2027-03<Enter>s<Right>"));
}

#[test]
fn plan_of_nothing() {
    check("plan_nothing", USUAL, after("", "vp"));
}

#[test]
fn trend() {
    check("trend", ALL, |lang, columns, rows| {
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        let before = Stage::answered(lang, columns, rows, CAPPED).app.work.unwrap();
        stage.keys("t");
        stage.app.told(News::Others(vec![Standing::new(before.rubric, &before.assessment)]));
        settled(&mut stage);
        stage
    });
}

#[test]
fn trend_without_anything_earlier() {
    check("trend_nothing", USUAL, after(ANSWERS, "t"));
}

#[test]
fn trend_side_by_side() {
    check("trend_beside", ALL, |lang, columns, rows| {
        let of = |answers: &str, unit: &str| {
            let mut work = Stage::answered(lang, columns, rows, answers).app.work.unwrap();
            work.record(Change::new(Thing::Setup(Field::Unit), Value::text(unit)), now(), &mut Vec::new());
            Standing::new(work.rubric, &work.assessment)
        };
        let mut stage = Stage::answered(lang, columns, rows, ANSWERS);
        let others =
            vec![of(CAPPED, "Rolling mill"), of(PARTIAL, "Coking plant"), of("N1.1=2 N2.1=5 O1.1=4", "Head office")];
        stage.keys("t<Tab>");
        stage.app.told(News::Others(others));
        settled(&mut stage);
        stage
    });
}
